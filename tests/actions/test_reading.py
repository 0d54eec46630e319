"""One record as it is kept."""

import pytest

from pmdesk.actions import records
from pmdesk.actions.reading import read_record
from pmdesk.domain.check import Refused
from pmdesk.register.store import Register


def test_a_deleted_record_is_not_read(register: Register, body: str) -> None:
    records.delete(register, "outside_body", body)
    with pytest.raises(Refused):
        read_record(register, "outside_body", body)


def test_a_record_with_every_field(register: Register, body: str) -> None:
    row = read_record(register, "outside_body", body)
    assert (row["name"], row["aims"]) == ("Dock Trust", None)
