"""The year in pictures from few rows: steps, groups, attendance from both sources, answers that count."""

from typing import Any

from pmdesk.domain.attendance import Attendance
from pmdesk.domain.words import words_in
from pmdesk.figures.due import Due
from pmdesk.figures.share_rows import ShareRows
from pmdesk.figures.year_pictures import YearPictures, YearRows, year_pictures

TODAY, WORDS = "2026-04-27", words_in("en")
PEOPLE = {
    "h": {"name": "Margaret Holloway", "kind": "member", "political_group": "Liberal Democrat"},
    "o": {"name": "Daniel Okafor", "kind": "member", "political_group": "Labour"},
    "x": {"name": "Jo Ash", "kind": "member"},
}


def due(seat: str, person: str, category: str, state: str = "due", **update: Any) -> Due:
    return Due({"category": category}, {"id": seat, "person": person}, update or None, "2026-04-17", state)


DUES = (
    due("s1", "h", "Charity", "in", status="accepted", submitted_on="2026-04-10", meetings_held=8,
        meetings_attended=7, worthwhile_council="yes", worthwhile_body="partly"),
    due("s2", "o", "Charity", "in", status="submitted", submitted_on="2026-04-20", meetings_held=4,
        meetings_attended=2, worthwhile_council="no"),
    due("s3", "o", "Health", status="draft", meetings_held=9, meetings_attended=9),
    due("s4", "x", ""),
)  # fmt: skip


def made(**changes: Any) -> YearPictures:
    counts = changes.pop("counts", ("submitted", "accepted", "published"))
    given: dict[str, Any] = {
        "year": "2025-26", "due_on": "2026-04-17", "dues": DUES, "last_year": ("2025-04-02", "2025-04-30"),
        "people": PEOPLE, "reported": {"s3": Attendance(1, 2)}, **changes,
    }  # fmt: skip
    return year_pictures(YearRows(**given), TODAY, WORDS, counts)


def bars(pictures: YearPictures, key: str) -> ShareRows:
    return next(each for each in pictures.bars if each.key == key)


def said(chart: ShareRows) -> dict[str, str]:
    return {row.name: row.said for row in chart.rows}


def test_steps_end_today_and_last_year_is_moved_on() -> None:
    steps = made().returns
    assert steps is not None
    assert (steps.starts, steps.ends, steps.owed) == ("2026-04-01", "2026-04-27", 4)
    assert steps.this_year == (("2026-04-01", 0), ("2026-04-10", 1), ("2026-04-20", 2), ("2026-04-27", 2))
    assert steps.last_year == (("2026-04-01", 0), ("2026-04-02", 1), ("2026-04-27", 1))
    assert steps.title == "2 of 4 annual updates are in, 1 of them by 17 April"
    assert "Last year 1 were in by the same day" in steps.summary and "17 April 2026" in steps.summary


def test_before_its_day_the_axis_reaches_to_the_deadline() -> None:
    steps = year_pictures(YearRows("2025-26", "2026-05-30", DUES, (), {}, {}), TODAY, WORDS).returns
    assert steps is not None and (steps.ends, steps.title) == ("2026-05-30", "2 of 4 annual updates are in")
    assert steps.this_year[-1] == ("2026-04-27", 2) and steps.last_year == ()


def test_a_year_that_is_all_in_ends_with_its_last_return() -> None:
    steps = made(dues=DUES[:2], last_year=()).returns
    assert steps is not None and steps.ends == "2026-04-20"


def test_nothing_in_is_no_picture() -> None:
    nothing = made(dues=DUES[3:], last_year=(), reported={})
    assert nothing == YearPictures("2025-26", None, ())
    assert made(dues=DUES[3:], last_year=("2025-05-30",)).returns is None
    assert made(dues=(), last_year=(), reported={}) == YearPictures("2025-26", None, ())


def test_where_no_group_is_known_there_is_no_picture_of_groups() -> None:
    found = year_pictures(YearRows("2025-26", None, DUES, (), {}, {}), TODAY, WORDS)
    assert "groups" not in [each.key for each in found.bars]


def test_by_group_and_by_kind_of_body_those_without_one_last() -> None:
    groups = bars(made(), "groups")
    assert said(groups) == {"Labour": "1 of 2", "Liberal Democrat": "1 of 1", "Not known": "0 of 1"}
    assert list(said(groups))[-1] == "Not known"
    assert groups.finding == "Most is still to come from Not known: 0 of 1 in"
    assert said(bars(made(), "categories")) == {
        "Charity": "2 of 2",
        "Health": "0 of 1",
        "Not known": "0 of 1",
    }
    assert bars(made(dues=DUES[:2]), "groups").finding == "Every annual update is in"


def test_attendance_is_that_of_the_update_else_of_the_report_backs() -> None:
    chart = bars(made(), "attendance")
    assert said(chart) == {"Cllr Margaret Holloway": "7 of 8", "Cllr Daniel Okafor": "3 of 6"}
    assert chart.finding == "Members attended 10 of 14 meetings"


def test_a_paper_counts_only_what_was_agreed() -> None:
    public = made(counts=("accepted", "published"), reported={})
    assert said(bars(public, "attendance")) == {"Cllr Margaret Holloway": "7 of 8"}
    assert said(bars(public, "worthwhile"))["For the council"] == "yes 1, partly 0, no 0"


def test_worthwhile_counts_who_answered_and_says_who_did_not() -> None:
    chart = bars(made(), "worthwhile")
    assert said(chart) == {
        "For the council": "yes 1, partly 0, no 1",
        "For the body": "yes 0, partly 1, no 0",
    }
    assert [row.quiet for row in chart.rows] == ["", "1 did not say"]
    assert chart.legend and chart.finding == "For the council, 1 of 2 say it was worthwhile"
