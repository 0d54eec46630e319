"""Undo and redo by the name of the save."""

import pytest

from pmdesk.actions import records
from pmdesk.actions.reading import read_record
from pmdesk.actions.taking_back import redo, undo_this
from pmdesk.domain.check import Refused
from pmdesk.register.store import Register


def test_undo_beside_a_notice_takes_back_that_save_only(register: Register, body: str) -> None:
    _, first = records.save(register, "outside_body", {"seats": "2"}, body)
    _, second = records.save(register, "outside_body", {"seats": "3"}, body)
    with pytest.raises(Refused, match="Something else was saved since"):
        undo_this(register, first.entry)
    assert undo_this(register, second.entry) is not None
    assert read_record(register, "outside_body", body)["seats"] == 2
    assert redo(register) is not None
    assert read_record(register, "outside_body", body)["seats"] == 3
