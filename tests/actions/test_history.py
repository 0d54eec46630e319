"""The journal's lines as a person and as a program reads them."""

from pmdesk.actions import records
from pmdesk.actions.history import history_of, plain_history
from pmdesk.actions.taking_back import undo
from pmdesk.domain.words import words_in
from pmdesk.register.store import Register
from tests.actions.saving import save

WORDS = words_in("en")


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


def test_the_whole_register_names_each_record(register: Register, body: str) -> None:
    person = save(register, "person", name="A Shaw", kind="member")
    save(register, "appointment", outside_body=body, person=person)
    lines = history_of(register, None, WORDS)
    assert {line.title for line in lines} == {"Dock Trust", "A Shaw", "Dock Trust, A Shaw"}
    assert len(history_of(register, None, WORDS, limit=2)) == 2


def test_for_a_program_money_is_pounds_and_references_are_names(register: Register, body: str) -> None:
    officer = save(register, "person", name="Ruth Adeyemi", kind="officer")
    _, changes = records.save(register, "outside_body", {"support": "100", "link_officer": officer}, body)
    records.save(register, "outside_body", {"support": ""}, body)
    lines = plain_history(register, body, WORDS)
    assert [(each["old"], each["new"]) for each in lines if each["field"] == "support"] == [
        (100, None), (None, 100),
    ]  # fmt: skip
    [named] = [each for each in lines if each["field"] == "link_officer"]
    assert (named["new"], named["title"], named["entry"]) == ("Ruth Adeyemi", "Dock Trust", changes.entry)
    assert str(named["at"]).endswith("Z")
