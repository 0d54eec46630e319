from collections.abc import Iterator

import pytest

from pmdesk.actions import records
from pmdesk.actions.history import history_of
from pmdesk.actions.taking_back import undo
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


def test_history_reads_names_dates_and_deletions(register: Register, body: str) -> None:
    person = save(register, "person", name="Ruth Adeyemi", kind="officer")
    records.save(register, "outside_body", {"link_officer": person}, body)
    records.delete(register, "outside_body", body)
    undo(register)
    lines = history_of(register, body, WORDS)
    assert lines[0].label == "Undone: Deleted outside body"
    assert [(line.field, line.old, line.new) for line in lines[1:]] == [
        ("Deleted", "No", "Yes"), ("Link officer", "", "Ruth Adeyemi"), ("Name", "", "Dock Trust"),
    ]  # fmt: skip
    assert {line.who for line in lines} == {"Not known"}
