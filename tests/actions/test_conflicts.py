"""Two real registers that part and meet: every side is said, with who wrote it and what they had seen."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from pmdesk.actions.conflicts import conflict_called, conflicts, how_many, plain_conflicts, unsettled_in
from pmdesk.actions.records import delete, save
from pmdesk.actions.registers import open_register
from pmdesk.domain.words import Words, words_in
from pmdesk.register.store import Register

WORDS = Words()


class Two(NamedTuple):
    """The register here and a copy of it on another laptop."""

    here: Register
    there: Register

    def meet(self) -> None:
        for one, other in (self, self[::-1]):
            other.merge(other.unknown(one.entries()), "pack:test")


@pytest.fixture
def two(tmp_path: Path, sample_file: Path) -> Iterator[Two]:
    paths = [tmp_path / name for name in ("here.pmdesk", "there.pmdesk")]
    for path in paths:
        path.write_bytes(sample_file.read_bytes())
    with open_register(paths[0]) as here, open_register(paths[1]) as there:
        there.set_me(str(there.find("person", "Ruth Adeyemi")[0]["id"]))
        yield Two(here, there)


def the(register: Register, kind: str, name: str) -> str:
    return str(register.find(kind, name)[0]["id"])


@pytest.fixture
def purpose(two: Two) -> str:
    """The purpose of a partnership, changed on both; its id."""
    partnership = the(two.here, "partnership", "Active Aldermoor")
    save(two.here, "partnership", {"purpose": "Get everybody moving."}, partnership)
    save(two.there, "partnership", {"purpose": "More play for more people."}, partnership)
    two.meet()
    return partnership


def test_both_values_with_author_laptop_and_what_was_seen(two: Two, purpose: str) -> None:
    assert how_many(two.here) == how_many(two.there) == 1
    (told,) = conflicts(two.here, WORDS)
    assert (told.id, told.title, told.label) == (f"{purpose}:purpose", "Active Aldermoor", "Purpose")
    assert told.heading(WORDS) == "Purpose: changed on two laptops" and told.written
    assert [choice.said for choice in told.choices] == ["Get everybody moving.", "More play for more people."]
    mine, other = told.choices
    assert mine.laptop == "this laptop" and other.laptop.startswith("laptop ")
    assert other.who == "Ruth Adeyemi" and mine.seen.startswith("It replaced ‘")
    assert mine.seen == other.seen and mine.when
    there = conflict_called(two.there, told.id, WORDS)
    assert there and [choice.said for choice in there.choices] == [choice.said for choice in told.choices]
    assert there.choices[1].laptop == "this laptop"
    assert unsettled_in(two.here, "partnership", purpose) == (told.id,)
    assert unsettled_in(two.here, "partnership", the(two.here, "partnership", "Homelessness Forum")) == ()
    assert conflict_called(two.here, "nothing:here", WORDS) is None


def test_plainly_for_other_programs(two: Two, purpose: str) -> None:
    (plain,) = plain_conflicts(two.here, WORDS)
    assert (plain["record_id"], plain["field"], plain["sort"]) == (purpose, "purpose", "values")
    choices = plain["choices"]
    assert isinstance(choices, list) and [each["take"] for each in choices] == [1, 2]
    assert choices[1]["value"] == "More play for more people." and choices[1]["at"].endswith("Z")


def test_a_reference_is_said_by_its_name(two: Two) -> None:
    body = the(two.here, "outside_body", "Moorland Arts Trust")
    ruth, helen = the(two.here, "person", "Ruth Adeyemi"), the(two.here, "person", "Helen Marsh")
    save(two.here, "outside_body", {"link_officer": ruth}, body)
    save(two.there, "outside_body", {"link_officer": helen}, body)
    two.meet()
    (told,) = conflicts(two.here, WORDS)
    assert {choice.said for choice in told.choices} == {"Ruth Adeyemi", "Helen Marsh"}


def test_deleted_here_and_written_in_there(two: Two) -> None:
    made, _ = save(two.here, "organisation", {"name": "Dock Trust"})
    two.meet()
    delete(two.here, "organisation", made)
    save(two.there, "organisation", {"note": "They pay the rent.", "contact": "D Ock"}, made)
    two.meet()
    (told,) = conflicts(two.here, WORDS)
    assert told.heading(WORDS) == "Deleted on one laptop, changed on another" and not told.written
    assert told.choices[0].said == "Deleted"
    assert told.choices[1].said.startswith("Kept, with what was written: ") and "Note" in told.choices[1].said


def test_one_reading_twice_is_a_thing_to_settle(two: Two) -> None:
    measure = str(two.here.all("measure")[0]["id"])
    typed = {"measure": measure, "period": "2030-31 Q1"}
    for register, value in ((two.here, "3"), (two.there, "4")):
        with register.change("Saved reading") as change:
            change.add("reading", {**typed, "value": value})
    two.meet()
    (told,) = conflicts(two.here, WORDS)
    assert told.sort == "twice" and len(told.choices) == 2
    assert {choice.said for choice in told.choices} == {"Value: 3", "Value: 4"}
    assert unsettled_in(two.here, "measure", measure) == (told.id,), "its measure says so too"


def test_a_circle_names_each_link(two: Two) -> None:
    one, other = (save(two.here, "partnership", {"name": name})[0] for name in ("Harbour", "Docks"))
    two.meet()
    save(two.here, "partnership", {"parent": other}, one)
    save(two.there, "partnership", {"parent": one}, other)
    two.meet()
    (told,) = conflicts(two.here, WORDS)
    assert {choice.said for choice in told.choices} == {
        "Harbour reports to Docks",
        "Docks reports to Harbour",
    }
    assert told.choices[0].take == "Take it out"


@pytest.mark.usefixtures("purpose")
def test_it_is_said_in_welsh(two: Two) -> None:
    (told,) = conflicts(two.here, words_in("cy"))
    assert told.question(words_in("cy")) != told.question(WORDS)
