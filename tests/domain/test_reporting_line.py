"""Reporting lines: kept, broken, new (rule 14)."""

import pytest

from pmdesk.domain.reporting_line import LineState, last_reports, line_state, months_later, reported_on

TODAY = "2026-04-27"


def state(interval: object, reported: str | None, started: object = None, allowed: int = 14) -> LineState:
    return line_state(interval, reported, started, TODAY, allowed)


def test_silent_beyond_its_interval_and_the_days_allowed_is_broken() -> None:
    assert state("quarter", "2025-11-12") == LineState("broken", "2026-02-12", 74)
    # Due on 13 April: 14 days beyond it are allowed, and are over tomorrow.
    assert state("quarter", "2026-01-13") == LineState("kept", "2026-04-13", 14)
    assert state("quarter", "2026-01-12") == LineState("broken", "2026-04-12", 15)
    assert state("quarter", "2026-01-12", allowed=15).state == "kept"


@pytest.mark.parametrize(
    ("interval", "due"),
    [("month", "2026-05-20"), ("quarter", "2026-07-20"), ("half", "2026-10-20"), ("year", "2027-04-20")],
)
def test_each_interval_has_its_next_day(interval: str, due: str) -> None:
    assert state(interval, "2026-04-20") == LineState("kept", due, 0)


def test_one_that_never_reported_is_new_until_its_first_report_is_overdue() -> None:
    assert state("quarter", None, "2026-04-01") == LineState("new", "2026-07-01", 0)
    assert state("quarter", None, "2026-04") == LineState("new", "2026-07-30", 0)
    assert state("quarter", None, "2026-09-01").state == "new"
    assert state("quarter", None, "2025-12-31").state == "broken"
    assert state("quarter", None) == LineState("broken")
    assert state("quarter", None, "long ago") == LineState("broken")


@pytest.mark.parametrize("interval", [None, "", "now and then"])
def test_without_an_agreed_interval_there_is_nothing_to_break(interval: object) -> None:
    assert state(interval, "2019-01-01") == LineState("none")


def test_a_report_counts_from_the_day_it_was_submitted() -> None:
    assert reported_on({"status": "submitted", "submitted_on": "2026-03-04"}) == "2026-03-04"
    assert reported_on({"status": "signed_off", "signed_off_on": "2026-03-09"}) == "2026-03-09"
    assert reported_on({"status": "replaced", "submitted_on": "2026-03-04"}) == "2026-03-04"
    for status in ("draft", "returned", None):
        assert reported_on({"status": status, "submitted_on": "2026-03-04"}) is None


def test_the_last_report_of_each() -> None:
    updates = [
        {"partnership": "a", "status": "submitted", "submitted_on": "2025-11-12"},
        {"partnership": "a", "status": "signed_off", "submitted_on": "2025-08-01"},
        {"partnership": "a", "status": "returned", "submitted_on": "2026-04-01"},
        {"partnership": "b", "status": "draft"},
    ]
    assert last_reports(updates) == {"a": "2025-11-12"}


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2025-11-12", 3, "2026-02-12"),
        ("2025-11-30", 3, "2026-02-28"),
        ("2023-11-30", 3, "2024-02-29"),
        ("2025-12-31", 12, "2026-12-31"),
        ("2025-09-30", 3, "2025-12-30"),
        ("2025-12-15", 1, "2026-01-15"),
        ("2024-02-29", 12, "2025-02-28"),
    ],
)
def test_the_same_day_of_a_later_month_or_its_last(day: str, months: int, later: str) -> None:
    assert months_later(day, months) == later
