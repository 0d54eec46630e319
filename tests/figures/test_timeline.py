"""The eight milestones of the Town Centre Board, as the drawing of the timeline shows them."""

from datetime import date
from typing import Any

import pytest

from pmdesk.domain.words import words_in
from pmdesk.figures.timeline import Step, TimelineFigures, say_slip, timeline

WORDS = words_in("en")
TODAY = "2026-04-27"

# title, owner, first date, done on, then each re-date as reported on > new date
BOARD = """
Masterplan adopted             | Aldermoor District Council | 2025-09-30 | 2025-10-14 |
Funding agreement signed       | Aldermoor District Council | 2025-11-28 | 2025-11-28 |
Market hall survey complete    | Wendle Heritage Trust      | 2026-02-27 | 2026-03-06 |
Bus station design agreed      | Wendleshire County Council | 2026-03-31 |  | 2025-12-19>2026-04-30 2026-02-27>2026-05-29 2026-04-24>2026-06-12
Shopfront grants, first round  | Chamber of Trade           | 2026-06-30 |  |
Riverside path land agreed     | Canal & River Trust        | 2026-04-30 |  | 2025-12-19>2026-05-29 2026-03-31>2026-07-24
Planning application in        | Aldermoor District Council | 2026-05-29 |  | 2026-02-27>2026-06-30 2026-03-31>2026-08-28
High Street works start        | Wendleshire County Council | 2026-09-01 |  | 2026-01-30>2026-10-01 2026-03-31>2026-11-30
"""  # noqa: E501 - one milestone a line reads as the drawing does


def read(text: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    milestones, forecasts = [], []
    for number, line in enumerate(text.strip().splitlines()):
        title, owner, first, done, moved = (part.strip() for part in line.split("|"))
        made = {"id": f"m{number}", "title": title, "owner_organisation_name": owner}
        milestones.append({**made, "first_due": first or None, "done_on": done or None})
        for report in moved.split():
            on, to = report.split(">")
            forecasts.append({"id": report, "milestone": f"m{number}", "made_on": on, "date": to})
    return milestones, forecasts


@pytest.fixture(scope="module")
def board() -> TimelineFigures:
    milestones, forecasts = read(BOARD)
    # The order they come in does not matter.
    return timeline(reversed(milestones), reversed(forecasts), TODAY, WORDS)


def test_the_board_as_drawn(board: TimelineFigures) -> None:
    told = [
        (row.title, row.state, row.slip_days, row.times_redated, say_slip(row, WORDS)) for row in board.rows
    ]
    assert told == [
        ("Masterplan adopted", "done", 14, 0, "14 days"),
        ("Funding agreement signed", "done", 0, 0, "on its date"),
        ("Market hall survey complete", "done", 7, 0, "7 days"),
        ("Bus station design agreed", "past", 73, 3, "73 days, 3 times"),
        ("Shopfront grants, first round", "on_date", 0, 0, "on its date"),
        ("Riverside path land agreed", "slipping", 85, 2, "85 days, twice"),
        ("Planning application in", "slipping", 91, 2, "91 days, twice"),
        ("High Street works start", "slipping", 90, 2, "90 days, twice"),
    ]


def test_earlier_forecasts_are_those_given_up(board: TimelineFigures) -> None:
    bus = board.rows[3]
    assert bus.first_due == date(2026, 3, 31)
    assert bus.earlier == (date(2026, 4, 30), date(2026, 5, 29))
    assert bus.now == date(2026, 6, 12)
    assert bus.owner == "Wendleshire County Council"


def test_the_finding_and_the_span(board: TimelineFigures) -> None:
    assert (
        board.finding == "4 of 8 milestones are late; ‘Planning application in’ has slipped most, by 91 days"
    )
    assert board.span == (date(2025, 9, 30), date(2026, 11, 30))
    assert board.count("done") == 3


def test_the_summary_tells_every_date(board: TimelineFigures) -> None:
    assert "Of 8: 3 done, 1 past its first date, 3 slipping, 1 on its date." in board.summary
    assert "Bus station design agreed: first date 31 March 2026, now 12 June 2026, 73 days" in board.summary
    assert "Shopfront grants, first round: on its date, 30 June 2026." in board.summary


def test_a_milestone_without_a_date_is_neither_late_nor_on_its_date() -> None:
    figures = timeline([{"id": "1", "title": "Lease"}], [], TODAY, WORDS)
    (row,) = figures.rows
    assert (row.state, row.now, row.slip_days, say_slip(row, WORDS)) == ("undated", None, None, "")
    assert figures.finding == "No milestone is late"
    assert "Lease: no first date." in figures.summary


def test_past_and_never_redated_is_not_called_on_its_date() -> None:
    figures = timeline([{"id": "1", "title": "Lease", "first_due": "2026-01-31"}], [], TODAY, WORDS)
    assert say_slip(figures.rows[0], WORDS) == "not re-dated"
    assert figures.finding == "1 of 1 milestones is late"


def test_done_early_and_the_reason_of_the_last_forecast() -> None:
    milestone = {"id": "1", "title": "Lease", "first_due": "2026-03-31", "done_on": "2026-03-24"}
    forecasts = [
        {
            "milestone": "1",
            "made_on": "2026-01-01",
            "date": "2026-05-01",
            "reason": "Solicitor ill",
            "cause": "funding",
        },
        {"milestone": "2", "made_on": "2026-02-01", "date": "2027-01-01", "reason": "Another milestone's"},
        {"milestone": "1", "made_on": "2026-02-01", "date": "when ready"},
    ]
    (row,) = timeline([milestone], forecasts, TODAY, WORDS).rows
    assert say_slip(row, WORDS) == "7 days early"
    assert (row.reason, row.cause, row.times_redated) == ("Solicitor ill", "Funding", 1)
    assert row.earlier == (date(2026, 5, 1),)


def test_nothing_and_everything_done() -> None:
    assert timeline([], [], TODAY, WORDS).finding == "No milestones yet"
    assert timeline([], [], TODAY, WORDS).span == (date(2026, 4, 27), date(2026, 4, 27))
    done = {"id": "1", "title": "Lease", "first_due": "2026-03-31", "done_on": "2026-03-31"}
    assert timeline([done], [], TODAY, WORDS).finding == "Every milestone is done"


def test_what_waits_and_the_chain_that_decides_when_all_is_done() -> None:
    milestones, forecasts = read(BOARD)
    waits = [("m7", "m6"), ("m6", "m5"), ("m6", "m3"), ("m1", "m0"), ("m6", "m6"), ("x", "m6")]
    chain = [Step("elsewhere", "County design"), Step("m6", "Planning application in"), Step("m7", "Works")]
    figures = timeline(milestones, forecasts, TODAY, WORDS, waits, [chain])
    rows = {row.id: row for row in figures.rows}
    assert {id: row.pushes for id, row in rows.items() if row.pushes} == {
        "m3": ("m6",), "m5": ("m6",), "m6": ("m7",),
    }  # fmt: skip
    assert [id for id, row in rows.items() if row.critical] == ["m6", "m7"]
    said = "County design, then Planning application in, then Works."
    assert figures.chain == f"Critical chain, which decides when all is done: {said}"
    assert figures.summary.endswith(figures.chain)
    many = timeline(milestones, forecasts, TODAY, WORDS, waits, [chain] * 4)
    assert many.chain == "4 critical chains; each milestone on one says so."
