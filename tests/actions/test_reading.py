from collections.abc import Iterator

import pytest

from pmdesk.actions import records
from pmdesk.actions.reading import read_record
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


def test_a_deleted_record_is_not_read(register: Register, body: str) -> None:
    records.delete(register, "outside_body", body)
    with pytest.raises(Refused):
        read_record(register, "outside_body", body)


def test_a_record_with_every_field(register: Register, body: str) -> None:
    row = read_record(register, "outside_body", body)
    assert (row["name"], row["aims"]) == ("Dock Trust", None)
