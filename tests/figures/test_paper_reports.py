"""Who has not reported, as a paper says it."""

from pmdesk.domain.reporting_line import LineState
from pmdesk.domain.words import words_in
from pmdesk.figures.paper_reports import LineTold, Owed, broken_exceptions, owed_exceptions
from tests.papers.example_partnerships import BOARD, FORUM, TODAY

EN = words_in("en")


def test_only_broken_lines_the_longest_silence_first() -> None:
    lines = [
        LineTold(FORUM, None, LineState("broken")),
        LineTold(BOARD, "2025-11-12", LineState("broken", "2026-02-12", 74)),
        LineTold(FORUM, "2026-04-12", LineState("kept", "2026-07-12", 0)),
    ]
    found = broken_exceptions(lines, EN)
    assert found is not None
    board, forum = found.rows
    assert [cell.text for cell in board] == [
        *(
            "Wendle Valley Town Centre Board",
            "Community Safety Partnership",
            "12 November 2025",
            "74 days late",
        ),
    ]
    assert (board[3].state, board[3].quiet) == ("missed", "due every quarter")
    assert [cell.text for cell in forum[2:]] == ["never", "never reported"]
    assert broken_exceptions(lines[2:], EN) is None


def test_updates_not_signed_off_those_least_begun_first() -> None:
    owed = [
        Owed(BOARD, "2025-26 Q4", "submitted", "2026-04-17", "Ruth"),
        Owed(FORUM, "2025-26 Q4", "", "2026-04-17", "Tom"),
        Owed(FORUM, "2025-26 Q4", "signed_off", "2026-04-17", "Tom"),
    ]
    found = owed_exceptions(owed, TODAY, EN)
    assert found is not None
    assert [(row[1].text, row[1].state) for row in found.rows] == [
        *(("Not started", "missed"), ("Waits for sign-off", "clock")),
    ]
    assert [cell.text for cell in found.rows[0][2:]] == ["2025-26 Q4", "17 April 2026", "Tom"]
    assert owed_exceptions(owed[2:], TODAY, EN) is None
