"""The slip chart of the eight milestones of the Town Centre Board, as the drawing shows it."""

from datetime import date

import pytest

from pmdesk.domain.words import words_in
from pmdesk.figures.slip_chart import SlipFigures, slip_chart, slip_rows
from pmdesk.figures.timeline import Step, timeline
from tests.figures.test_timeline import BOARD, TODAY, read

WORDS = words_in("en")
WAITS = (("m6", "m3"), ("m6", "m5"), ("m7", "m6"))
CHAIN = [Step("m5", "Riverside path land agreed"), Step("m6", "Planning"), Step("m7", "Works")]


@pytest.fixture(scope="module")
def board() -> SlipFigures:
    milestones, forecasts = read(BOARD)
    figures = timeline(milestones, forecasts, TODAY, WORDS, WAITS, [CHAIN])
    return slip_chart(forecasts, figures, WORDS, WAITS)


def test_a_report_at_the_end_of_each_month_and_today(board: SlipFigures) -> None:
    assert [day.isoformat() for day in board.reports] == [
        "2025-08-31", "2025-09-30", "2025-10-31", "2025-11-30", "2025-12-31",
        "2026-01-31", "2026-02-28", "2026-03-31", "2026-04-27",
    ]  # fmt: skip
    assert board.across == (date(2025, 8, 31), date(2026, 4, 27))


def test_lines_stand_by_their_last_forecast(board: SlipFigures) -> None:
    assert [(line.title, line.done, line.slip) for line in board.lines] == [
        ("High Street works start", False, "90 days, twice"),
        ("Planning application in", False, "91 days, twice"),
        ("Riverside path land agreed", False, "85 days, twice"),
        ("Shopfront grants, first round", False, "on its date"),
        ("Bus station design agreed", False, "73 days, 3 times"),
        ("Market hall survey complete", True, "7 days"),
        ("Funding agreement signed", True, "on its date"),
        ("Masterplan adopted", True, "14 days"),
    ]
    assert sorted(line.series for line in board.lines) == [-1, -1, -1, 0, 1, 2, 3, 4]


def test_a_slipping_line_bends_at_the_report_after_the_move(board: SlipFigures) -> None:
    works = board.lines[0]
    assert [(point.forecast.isoformat(), point.by) for point in works.points] == [
        *[("2026-09-01", 0)] * 5,
        *[("2026-10-01", 30), ("2026-10-01", 0)],
        *[("2026-11-30", 60), ("2026-11-30", 0)],
    ]
    assert [point.reported.isoformat() for point in works.moves] == ["2026-01-31", "2026-03-31"]


def test_a_done_line_ends_where_forecast_is_the_day_of_the_report(board: SlipFigures) -> None:
    first, second, last = board.lines[-1].points
    assert (first.reported, first.forecast) == (date(2025, 8, 31), date(2025, 9, 30))
    assert (second.reported, second.forecast, second.done) == (date(2025, 9, 30), date(2025, 9, 30), False)
    assert (last.reported, last.forecast, last.done) == (date(2025, 10, 14), date(2025, 10, 14), True)


def test_the_finding_says_what_the_end_of_the_chain_moved_with(board: SlipFigures) -> None:
    milestones, forecasts = read(BOARD)
    assert board.finding == "The date of ‘High Street works start’ has moved twice since December 2025"
    moved = [
        {**each, "made_on": "2026-01-30"} if each["id"] == "2026-02-27>2026-06-30" else each
        for each in forecasts
    ]
    figures = timeline(milestones, moved, TODAY, WORDS, WAITS, [CHAIN])
    assert slip_chart(moved, figures, WORDS, WAITS).finding == (
        "The date of ‘High Street works start’ has moved twice since December 2025, "
        "each time with ‘Planning application in’"
    )
    plain = timeline(milestones, forecasts, TODAY, WORDS)
    assert "‘Planning application in’" in slip_chart(forecasts, plain, WORDS).finding


def test_the_summary_and_the_table_tell_every_move(board: SlipFigures) -> None:
    assert board.summary.startswith("Slip chart of the reports from 31 August 2025 to 27 April 2026.")
    assert (
        "High Street works start: 1 September 2026; at 31 January 2026 30 days later, to 1 October 2026; "
        "at 31 March 2026 60 days later, to 30 November 2026." in board.summary
    )
    assert "Shopfront grants, first round: 30 June 2026, not moved." in board.summary
    assert "Masterplan adopted: done 14 October 2025." in board.summary
    rows = slip_rows(board, WORDS)
    assert [row[1:] for row in rows[:3]] == [
        ("High Street works start", "31 August 2025", "1 September 2026", "first forecast shown"),
        ("High Street works start", "31 January 2026", "1 October 2026", "30 days later"),
        ("High Street works start", "31 March 2026", "30 November 2026", "60 days later"),
    ]
    assert rows[-1][2:] == ("14 October 2025", "14 October 2025", "done")


def test_a_date_that_came_forward_bends_down() -> None:
    milestone = {"id": "1", "title": "Lease", "first_due": "2026-09-30"}
    forecasts = [{"milestone": "1", "made_on": "2026-03", "date": "2026-08"}]
    figures = slip_chart(forecasts, timeline([milestone], forecasts, TODAY, WORDS), WORDS)
    assert [point.by for point in figures.lines[0].moves] == [-30]
    assert slip_rows(figures, WORDS)[1].move == "30 days earlier"


def test_what_was_done_before_the_chart_and_what_has_no_date_are_left_out() -> None:
    milestones = [
        {"id": "1", "title": "Old", "first_due": "2015-01-31", "done_on": "2015-02-01"},
        {"id": "2", "title": "Undated"},
        {"id": "3", "title": "Ahead", "first_due": "2026-12-31"},
    ]
    figures = slip_chart([], timeline(milestones, [], TODAY, WORDS), WORDS)
    assert [line.title for line in figures.lines] == ["Ahead"]
    assert figures.finding.startswith("No date still ahead has moved since ")
    # Three years back, by quarters.
    assert len(figures.reports) == 13
    assert figures.reports[0] == date(2023, 6, 30)


def test_nothing_to_follow() -> None:
    figures = slip_chart([], timeline([], [], TODAY, WORDS), WORDS)
    assert figures.lines == ()
    assert figures.finding == "No milestone has a date to follow"


def test_more_lines_than_can_be_named_leave_out_those_that_matter_least() -> None:
    milestones = [{"id": str(n), "title": f"M{n}", "first_due": "2026-12-31"} for n in range(40)]
    forecasts = [{"milestone": "39", "made_on": "2026-02-01", "date": "2027-01-31"}]
    figures = slip_chart(forecasts, timeline(milestones, forecasts, TODAY, WORDS), WORDS)
    assert (len(figures.lines), figures.left_out) == (24, 16)
    assert figures.lines[0].title == "M39"
    assert "16 more are not shown." in figures.summary
