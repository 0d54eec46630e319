"""Reviews and recommendations against worked dates."""

import pytest

from pmdesk.domain.scrutiny import REPORTS, answer_due, look, recommendation_state, report_due, review_state

TODAY = "2026-04-27"
REVIEW = {"two_months": True, "reported_on": "2026-02-27"}


@pytest.mark.parametrize(
    ("reported", "due"),
    [("2026-02-10", "2026-04-10"), ("2025-12-31", "2026-02-28"), ("2023-12-31", "2024-02-29"),
     ("2025-11-30", "2026-01-30"), ("when ready", None), (None, None)],
)  # fmt: skip
def test_two_months_are_two_calendar_months(reported: str | None, due: str | None) -> None:
    assert answer_due({"two_months": True, "reported_on": reported}) == due


def test_without_its_clock_a_response_is_never_late() -> None:
    for clock in (None, False, "perhaps"):
        review = {"two_months": clock, "reported_on": "2020-01-01"}
        assert recommendation_state({}, review, TODAY) == "waiting"


@pytest.mark.parametrize(
    ("recommendation", "state"),
    [
        ({}, "waiting"),  # due on the very day
        ({"response": "rejected", "due": "2020-01-01"}, "rejected"),
        ({"response": "accepted"}, "in_hand"),
        ({"response": "accepted", "due": "2026-04-26"}, "late"),
        ({"response": "partly", "first_report_on": "2026-04-26"}, "report_late"),
        ({"response": "partly", "first_report_on": "2026-04-27"}, "in_hand"),
        ({"response": "partly", "first_report_on": "2026-04-20", "first_report": "Done."}, "in_hand"),
        ({"response": "accepted", "due": "2026-04-26", "closed_on": "2026-04-25"}, "closed"),
    ],
)
def test_the_state_of_a_recommendation(recommendation: dict[str, object], state: str) -> None:
    assert recommendation_state(recommendation, REVIEW, TODAY) == state


def test_an_answer_is_late_on_the_day_after() -> None:
    assert recommendation_state({}, REVIEW, "2026-04-28") == "answer_late"


def test_reports_back_are_awaited_in_turn() -> None:
    told = {f"{each}_report_on": f"2026-0{n}-01" for n, each in enumerate(REPORTS, 1)}
    assert report_due(told) == "2026-01-01"
    assert report_due({**told, "first_report": "Begun."}) == "2026-02-01"
    assert report_due({**told, **{f"{each}_report": "x" for each in REPORTS}}) is None


def test_a_review_stands_as_its_most_pressing_recommendation() -> None:
    waits, late = {}, {"response": "accepted", "due": "2026-01-01"}
    assert review_state(REVIEW, [waits, late], TODAY) == "late"
    assert review_state(REVIEW, [waits, {"response": "rejected"}], TODAY) == "waiting"
    assert review_state(REVIEW, [{"closed_on": "2026-04-01"}], TODAY) == "closed"
    assert review_state({"started": "2026-01-01"}, [late], TODAY) == "under_way"


def test_who_is_due_a_look() -> None:
    old = {"started": "2015-05"}
    assert look(old, "limited", [], TODAY) == ("never", None, "2019-05-01")
    assert look({}, "limited", [], TODAY) == ("never", None, None)
    leap = {"reported_on": "2024-02-29"}
    assert look(old, "limited", [leap], TODAY) == ("fresh", "2024-02-29", "2028-02-29")
    assert look(old, "major", [leap], TODAY) == ("over", "2024-02-29", "2025-02-28")
    assert look(old, "major", [leap, {"started": "2026-04-01"}], TODAY)[0] == "under_way"
