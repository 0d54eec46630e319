"""Attendance counts what is said, and leaves alone what nobody said."""

import pytest

from pmdesk.domain.attendance import Attendance, attendance, differs, say_attendance
from pmdesk.domain.words import Words


def meetings(*went: str | None) -> list[dict[str, object]]:
    return [
        {"appointment": "s", "meeting_on": f"2026-03-{day:02d}", "attendance": each}
        for day, each in enumerate(went, 1)
    ]


def test_a_substitute_and_apologies_are_meetings_not_attended() -> None:
    found = attendance(meetings("attended", "attended", "apologies", "substitute", None))
    assert found == Attendance(attended=2, meetings=4, substitute=1, unsaid=1)
    assert say_attendance(found, Words()) == "2 of 4"


def test_one_meeting_told_twice_after_a_merge_counts_once() -> None:
    told = meetings("attended", "apologies")
    again = [{**told[0], "attendance": None}, {**told[1]}]
    assert attendance([*again, *told]) == Attendance(1, 2)
    other_seat = [{**each, "appointment": "t"} for each in told]
    assert attendance([*told, *other_seat]) == Attendance(2, 4)


def test_nothing_said_is_not_nothing_attended() -> None:
    found = attendance(meetings(None, "by post"))
    assert found == Attendance(unsaid=2)
    assert say_attendance(found, Words()) == ""


@pytest.mark.parametrize(
    ("held", "attended", "said"),
    [(8, 7, True), (6, 5, False), (6, 4, True), (None, 5, False), (8, None, True), ("several", 5, False)],
)
def test_where_the_annual_update_differs(held: object, attended: object, said: bool) -> None:
    update = {"meetings_held": held, "meetings_attended": attended}
    assert differs(update, Attendance(5, 6)) == said
    assert not differs(update, Attendance(unsaid=3))
