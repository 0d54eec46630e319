"""A report-back is of one seat, on an outside body or in a partnership."""

import pytest

from pmdesk.domain.check import Refused, check
from pmdesk.domain.report_back import REPORT_BACK, day_problem, is_open, seat_problem


def test_a_report_back_needs_the_day_of_its_meeting_and_nothing_else() -> None:
    assert check(REPORT_BACK, {"appointment": "a", "meeting_on": "4/3/26"}) == {
        "appointment": "a",
        "meeting_on": "2026-03-04",
    }
    with pytest.raises(Refused) as refused:
        check(REPORT_BACK, {"appointment": "a"})
    assert list(refused.value.problems) == ["meeting_on"]


@pytest.mark.parametrize(
    ("seats", "fine"),
    [
        ({"appointment": "a"}, True),
        ({"partner": "p"}, True),
        ({}, False),
        ({"appointment": "a", "partner": "p"}, False),
    ],
)
def test_it_is_about_one_seat(seats: dict[str, str], fine: bool) -> None:
    assert (seat_problem(seats) is None) == fine


def test_what_is_for_the_council_only_is_private() -> None:
    assert REPORT_BACK.field("internal").private and REPORT_BACK.field("note").private


@pytest.mark.parametrize(
    ("day", "seat", "said"),
    [
        ("2026-03-04", {}, ""),
        ("2026-03-04", {"starts": "2026-03", "ends": "2026"}, ""),
        ("2026-04-28", {}, "still to come"),
        ("2024-05-20", {"starts": "2024-05-21"}, "before this seat’s term began"),
        ("2025-05-21", {"ends": "2025-05-20"}, "after this seat’s term ended"),
        ("2022-06-30", {"joined": "2022-07"}, "before this seat’s term began"),
        ("2023-01-01", {"left": "2022"}, "after this seat’s term ended"),
        ("2026-03-04", {"starts": "when elected", "ends": "who knows"}, ""),
    ],
)
def test_the_meeting_was_held_within_the_term(day: str, seat: dict[str, str], said: str) -> None:
    found = day_problem({"meeting_on": day}, seat, "2026-04-27")
    assert said in str(found or "") and bool(found) == bool(said)


def test_what_is_asked_is_open_until_it_is_dealt_with() -> None:
    assert is_open({"action": "Mend the roof."})
    assert not is_open({"action": "Mend the roof.", "action_done_on": "2026-04-27"})
    assert not is_open({"action": None, "action_done_on": None})
