"""The look before an erasure, what the officer decides, what is refused, and what it did."""

from datetime import date
from pathlib import Path

import pytest

from pmdesk.actions.erasing import (
    WHOLE_TEXT,
    erase,
    erased_people,
    look_at_erasure,
    person_called,
    sure_places,
    written_again,
)
from pmdesk.actions.history import history_of, plain_history
from pmdesk.actions.taking_back import undo
from pmdesk.domain.check import Refused
from pmdesk.domain.telling import Stopped
from pmdesk.domain.words import Words
from pmdesk.register.backups import folder_of
from pmdesk.register.entries import read_body
from pmdesk.register.erasing import is_newest
from pmdesk.register.store import Register, create, memory
from tests.register.erased_story import NAME, Story, left_in, tell
from tests.register.laptops import add, put

TODAY = "2026-04-27"


@pytest.fixture
def register() -> Register:
    return memory()


@pytest.fixture
def story(register: Register) -> Story:
    return tell(register)


def test_the_look_counts_what_goes_and_lists_where_the_name_stands(register: Register, story: Story) -> None:
    add(register, "organisation", name="Trust", contact="Mr Quillfeather rang; ask zeb@quillmail.example.")
    add(register, "organisation", name="Quillfeather & Daughters")
    look = look_at_erasure(register, story.person, TODAY)
    assert (look.name, look.seats, look.updates, look.held) == (NAME, 1, 1, ())
    assert look.counts[:2] == (("person", "name", 2), ("person", "kind", 1))
    assert ("appointment", "interests", 1) in look.counts and ("personal_target", "text", 1) in look.counts
    assert [(place.kind, place.field, place.how) for place in look.places] == [
        ("organisation", "contact", "contact"),
        ("outside_body", "aims", "whole"),
        ("organisation", "name", "surname"),
        ("outside_body", "note", "initials"),
    ]
    aims = look.places[1]
    assert (aims.id, aims.title, aims.earlier) == (f"{story.body}.aims", "Aldermoor Arts", 1)
    assert aims.text == f"Founded by {NAME} in 1991." and aims.without == "Founded by (erased) in 1991."
    assert sure_places(look) == {look.places[0].id: None, aims.id: None}


def test_what_was_chosen_goes_and_the_rest_stays(register: Register, story: Story) -> None:
    chosen = {f"{story.body}.aims": "Founded in 1991.", f"{story.body}.note": WHOLE_TEXT}
    done = erase(register, story.person, "zebedee  QUILLFEATHER", chosen, " Asked. ")
    row = register.get("outside_body", story.body)
    assert row and (row["aims"], row["note"]) == ("Founded in 1991.", None)
    assert done.values == 15 and done.changes.touches("person", "outside_body")
    (told,) = erased_people(register)
    assert told.reason == "Asked." and written_again(register) == {} and is_newest(register)
    said = [row for row in history_of(register, story.person, Words()) if row.field in ("Name", "Erased")]
    assert {row.new for row in said} == {"(erased)", "Asked."}
    assert {
        line["new"] for line in plain_history(register, story.person, Words()) if line["field"] == "email"
    } == {"(erased)"}
    with pytest.raises(Refused, match="Nobody can undo it"):
        undo(register)


def test_a_text_that_was_not_chosen_stands(register: Register, story: Story) -> None:
    erase(register, story.person, NAME, {})
    row = register.get("outside_body", story.body)
    assert row and row["aims"] == f"Founded by {NAME} in 1991."
    assert look_at_erasure(register, story.person, TODAY).places == ()  # nobody knows the name any more


def test_only_an_earlier_text_names_them(register: Register, story: Story) -> None:
    put(register, "outside_body", story.body, aims="Founded in 1991.")
    (aims, *_rest) = look_at_erasure(register, story.person, TODAY).places
    assert (aims.text, aims.without, aims.earlier) == ("", "", 2) and NAME in aims.sentence
    erase(register, story.person, NAME, {aims.id: None})
    row = register.get("outside_body", story.body)
    assert row and row["aims"] == "Founded in 1991."
    assert not any("1990" in str(line.new) for line in register.history(story.body))


def test_what_is_wrong_is_said_at_once_and_nothing_is_written(register: Register, story: Story) -> None:
    saves = len(list(register.entries()))
    place = f"{story.body}.aims"
    with pytest.raises(Refused) as refused:
        erase(
            register, story.person, "Zeb", {place: "By Z. Quillfeather", "x.y": None}, "Mr Quillfeather asked"
        )
    assert set(refused.value.problems) == {"name", "reason", place, "x.y"}
    register.set_me(story.person)
    with pytest.raises(Refused, match="This laptop is Zebedee"):
        look_at_erasure(register, story.person, TODAY)
    register.set_me(None)
    with pytest.raises(Refused, match="not in the register"):
        erase(register, "nobody", NAME, {})
    register.set_local("member", story.person)
    with pytest.raises(Refused, match="member’s own file"):
        erase(register, story.person, NAME, {})
    assert len(list(register.entries())) == saves


def test_one_who_sits_somewhere_today_is_named_with_the_body(register: Register, story: Story) -> None:
    put(register, "appointment", story.seat, ends=None)
    assert look_at_erasure(register, story.person, TODAY).held == ("Aldermoor Arts",)


def test_a_person_is_called_by_name_or_id_also_once_erased(register: Register, story: Story) -> None:
    assert person_called(register, NAME) == story.person == person_called(register, f" {story.person} ")
    erase(register, story.person, NAME, {})
    assert person_called(register, story.person) == story.person
    with pytest.raises(Refused, match="There is no Person called"):
        person_called(register, NAME)
    # Whatever came in again goes by the name that stands there now.
    assert erase(register, story.person, "(erased)", {}).values == 0


def test_the_backups_are_erased_too_and_counted(tmp_path: Path) -> None:
    with create(tmp_path / "a.pmdesk") as register:
        story = tell(register)
        made = register.daily_backup(date(2026, 3, 1))
        look = look_at_erasure(register, story.person, TODAY)
        done = erase(register, story.person, NAME, dict.fromkeys(place.id for place in look.places))
        assert (done.wiped.file, done.wiped.backups, done.wiped.left) == (True, 1, ())
    assert made and left_in([made, tmp_path / "a.pmdesk"]) == []


def test_who_waits_can_stop_it_at_every_step_until_it_is_signed(tmp_path: Path) -> None:
    with create(tmp_path / "a.pmdesk") as register:
        story = tell(register)
        register.daily_backup(date(2026, 3, 1))
        add(register, "organisation", name="Chamber of Trade")
        chosen = dict.fromkeys(place.id for place in look_at_erasure(register, story.person, TODAY).places)
        saves, drafts = len(list(register.entries())), register.drafts()
        asked, passed = list[tuple[int, int]](), list[int]()

        def erase_until(most: int) -> None:
            def progress(done: int, of: int) -> bool:
                asked.append((done, of))
                return len(asked) < most

            asked.clear()
            passed.clear()
            erase(register, story.person, NAME, chosen, "", progress, lambda: passed.append(len(asked)))

        most = 1
        while not passed:
            try:
                erase_until(most)
            except Stopped:
                assert (len(list(register.entries())), register.drafts()) == (saves, drafts)
                assert register.received_files(story.update) and register.check() == []
                row = register.get("person", story.person)
                assert row and row["name"] == NAME
                most += 1
        assert most > 3, "it was stopped at its steps first"
        # From there on every answer was no, and all was cleaned all the same.
        assert asked[-1] == (1, 2) and len(asked) > passed[0]
        assert erased_people(register)
        # No save was signed and given up: the laptop goes on under the key it has.
        assert len({read_body(entry.body).device for entry in register.entries()}) == 1
    assert left_in([tmp_path / "a.pmdesk", *folder_of(register.id).glob("*.pmdesk")]) == []


def test_what_says_no_at_the_last_moment_stops_it_too(register: Register, story: Story) -> None:
    def no() -> None:
        raise Stopped

    with pytest.raises(Stopped):
        erase(register, story.person, NAME, {}, past=no)
    assert erased_people(register) == [] and not is_newest(register)
