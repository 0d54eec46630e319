"""A report-back is of one seat, on an outside body or in a partnership."""

import pytest

from pmdesk.domain.check import Refused, check
from pmdesk.domain.report_back import REPORT_BACK, seat_problem


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
