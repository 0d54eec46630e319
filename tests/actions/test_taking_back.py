from collections.abc import Iterator

import pytest

from pmdesk.actions import records
from pmdesk.actions.reading import read_record
from pmdesk.actions.taking_back import redo, undo_this
from pmdesk.domain.check import Refused
from pmdesk.domain.words import words_in
from pmdesk.register.store import Register, memory

WORDS = words_in("en")


@pytest.fixture
def register() -> Iterator[Register]:
    made = memory()
    yield made
    made.close()


def save(register: Register, record_kind: str, /, **values: object) -> str:
    return records.save(register, record_kind, values)[0]


@pytest.fixture
def body(register: Register) -> str:
    return save(register, "outside_body", name="Dock Trust")


def test_undo_beside_a_notice_takes_back_that_save_only(register: Register, body: str) -> None:
    _, first = records.save(register, "outside_body", {"seats": "2"}, body)
    _, second = records.save(register, "outside_body", {"seats": "3"}, body)
    with pytest.raises(Refused, match="Something else was saved since"):
        undo_this(register, first.entry)
    assert undo_this(register, second.entry) is not None
    assert read_record(register, "outside_body", body)["seats"] == 2
    assert redo(register) is not None
    assert read_record(register, "outside_body", body)["seats"] == 3
