"""Who has been gone for longer than the council keeps people, and of whom data came in again."""

import pytest

from pmdesk.actions.erasing import erase
from pmdesk.actions.retention import Gone, keep_for, retention, years_kept
from pmdesk.register.store import Register, memory
from tests.register.erased_story import NAME, tell
from tests.register.laptops import add, put

TODAY = "2026-04-27"


@pytest.fixture
def register() -> Register:
    return memory()


def test_those_who_left_long_ago_are_listed_the_longest_gone_first(register: Register) -> None:
    body = add(register, "outside_body", name="Dock Trust")

    def person(name: str, ends: str | None, seat_ends: str | None = "none") -> str:
        made = add(register, "person", name=name, kind="member", ends=ends)
        if seat_ends != "none":
            add(register, "appointment", outside_body=body, person=made, starts="2010", ends=seat_ends)
        return made

    long_gone = person("Left in 2015", "2015-05")
    by_seat = person("Only a seat", None, "2018-05-10")
    person("Left lately", "2021-01-01", "2020-12-01")
    person("Sits there still", "2015-05-01", None)
    person("Has another seat", None, "2018-05-10")
    add(
        register,
        "appointment",
        outside_body=body,
        person=register.find("person", "Has another seat")[0]["id"],
    )
    person("Never left", None)
    person("Left on a day nobody can read", "when the river rose")
    just = person("Left six years ago to the day", "2020-04-27")
    found = retention(register, TODAY)
    assert (found.years, found.again) == (6, ())
    assert found.gone == (
        Gone(long_gone, "Left in 2015", "member", "2015-05-31", False, 0),
        Gone(by_seat, "Only a seat", "member", "2018-05-10", True, 1),
    )
    assert just in {each.person for each in retention(register, "2026-04-28").gone}
    assert len(retention(register, "2028-02-29", 8).gone) == 2  # to the end of February 2020


def test_how_long_is_chosen_on_this_laptop(register: Register) -> None:
    assert years_kept(register) == 6
    keep_for(register, 10)
    assert years_kept(register) == 10 == retention(register, TODAY).years
    register.set_local("choice:retention-years", "77")
    assert years_kept(register) == 6


def test_one_of_whom_something_came_in_after_the_erasure_is_named(register: Register) -> None:
    story = tell(register)
    assert [each.person for each in retention(register, TODAY, 4).gone] == [story.person]
    erase(register, story.person, NAME, {})
    assert retention(register, TODAY, 4).gone == ()
    put(register, "person", story.person, email="new@quillmail.example")
    ((person, name, values),) = retention(register, TODAY).again
    assert (person, name, values) == (story.person, "(erased)", 1)
