"""How a reporting line is said: its interval, its last report, its state as shape and word (rule 14)."""

from collections.abc import Mapping

from pmdesk.domain.check import say_value
from pmdesk.domain.dates import say_date
from pmdesk.domain.partnership import PARTNERSHIP, is_partnership, is_running
from pmdesk.domain.reporting_line import LineState, line_state
from pmdesk.domain.words import N_, Words
from pmdesk.figures.record_page import Pill, Record

LINE_STATES: Mapping[str, tuple[str, str]] = {
    "broken": ("missed", N_("Broken")),
    "new": ("clock", N_("New")),
    "kept": ("met", N_("Kept")),
    "none": ("none", N_("No interval")),
    "over": ("plain", N_("Ended")),
}


def state_of_line(partnership: Record, reported: str | None, today: str, allowed: int) -> LineState:
    """The line of one partnership; what has ended, has not begun or is none has no line to keep ('over')."""
    if not is_running(partnership) or not is_partnership(partnership):
        return LineState("over" if partnership.get("status") == "ended" else "none")
    return line_state(
        partnership.get("reporting_interval"), reported, partnership.get("started"), today, allowed
    )


def line_pill(state: LineState, words: Words) -> Pill:
    shape, said = LINE_STATES[state.state]
    return shape, words(said)


def said_interval(partnership: Record, words: Words) -> str:
    """'Every quarter', or that nothing was agreed."""
    field = PARTNERSHIP.field("reporting_interval")
    return say_value(field, partnership.get("reporting_interval"), words) or words("No interval agreed")


def said_last(partnership: Record, reported: str | None, words: Words) -> str:
    """'last reported 12 November 2025'; '' where nothing was agreed and nothing came."""
    if reported:
        return words("last reported {day}", day=say_date(reported, words))
    return words("never reported") if partnership.get("reporting_interval") else ""


def said_line(partnership: Record, reported: str | None, words: Words) -> str:
    """'Every quarter, last reported 12 November 2025', or what of it is known."""
    parts = said_interval(partnership, words), said_last(partnership, reported, words)
    return ", ".join(part for part in parts if part)


def said_beyond(state: LineState, words: Words) -> str:
    """'silent 74 days too long', for a broken line whose day is known."""
    if state.state != "broken" or not state.beyond:
        return ""
    return words.plural(state.beyond, "silent {n} day too long", "silent {n} days too long")
