"""Reporting lines as words: interval, last report, state, and how long beyond."""

from pmdesk.domain.reporting_line import LineState
from pmdesk.domain.words import words_in
from pmdesk.figures.line_states import LINE_STATES, line_pill, said_beyond, said_line, state_of_line

EN, TODAY = words_in("en"), "2026-04-27"
GROUP = {"id": "y", "name": "Youth", "kind": "sub_group", "reporting_interval": "quarter"}


def test_every_state_has_its_own_shape_and_word() -> None:
    assert line_pill(state_of_line(GROUP, "2025-11-12", TODAY, 14), EN) == ("missed", "Broken")
    assert line_pill(state_of_line(GROUP, "2026-03-04", TODAY, 14), EN) == ("met", "Kept")
    fresh = {**GROUP, "started": "2026-04-01"}
    assert line_pill(state_of_line(fresh, None, TODAY, 14), EN) == ("clock", "New")
    assert line_pill(LineState("none"), EN) == ("none", "No interval")
    assert len(set(LINE_STATES.values())) == len({shape for shape, _word in LINE_STATES.values()}) == 5


def test_what_has_ended_or_is_no_partnership_keeps_no_line() -> None:
    assert state_of_line({**GROUP, "status": "ended"}, None, TODAY, 14).state == "over"
    assert state_of_line({**GROUP, "status": "proposed"}, None, TODAY, 14).state == "none"
    assert state_of_line({**GROUP, "kind": "network"}, None, TODAY, 14).state == "none"


def test_what_was_agreed_and_when_it_was_last_kept() -> None:
    assert said_line(GROUP, "2025-11-12", EN) == "Every quarter, last reported 12 November 2025"
    assert said_line(GROUP, None, EN) == "Every quarter, never reported"
    assert said_line({}, None, EN) == "No interval agreed"
    assert said_line({}, "2025-11-12", EN) == "No interval agreed, last reported 12 November 2025"


def test_how_long_it_is_silent() -> None:
    assert said_beyond(state_of_line(GROUP, "2025-11-12", TODAY, 14), EN) == "silent 74 days too long"
    assert said_beyond(LineState("broken"), EN) == said_beyond(LineState("kept", TODAY, 3), EN) == ""
