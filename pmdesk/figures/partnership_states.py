"""How a partnership's updates and milestones stand: what it owes, since when, in which shape and word."""

from collections.abc import Mapping, Sequence

from pmdesk.domain.partnership import is_partnership, is_running
from pmdesk.domain.periods import due_day, last_finished
from pmdesk.domain.progress_update import counting
from pmdesk.domain.words import N_, Words
from pmdesk.figures.record_page import (
    Record,
    word,
)
from pmdesk.figures.update_states import pill, update_code

# What a milestone's state looks like (look/NOTES.md: a square once its first date has passed undone).
MILESTONES: Mapping[str, tuple[str, str]] = {
    "past": ("missed", N_("Past its date")),
    "slipping": ("close", N_("Slipping")),
    "on_date": ("met", N_("On date")),
    "undated": ("unknown", N_("No date")),
    "done": ("complete", N_("Done")),
}
INTERVALS = ("month", "quarter", "half", "year")
RATINGS = {"on_track": "met", "at_risk": "close", "off_track": "missed"}


def owed(
    partnership: Record, updates: Sequence[Record], days: int, today: str
) -> tuple[Record | None, str | None]:
    """The update for the last finished period and the day it is due; (a draft, None) where none is owed."""
    interval = word(partnership, "reporting_interval")
    if interval not in INTERVALS or not is_partnership(partnership) or not is_running(partnership):
        return next(
            (each for each in updates if each.get("status") in (None, "draft", "returned")), None
        ), None
    period = last_finished(today, interval)
    return counting(updates).get(period), due_day(period, days)


def partnership_pill(
    partnership: Record, updates: Sequence[Record], days: int, today: str, words: Words
) -> tuple[str, str] | None:
    """The state of what it owes now; None where nothing is owed and nothing was written."""
    update, due_on = owed(partnership, updates, days, today)
    if partnership.get("status") == "ended":
        return pill("ended", words)
    if due_on is None:
        newest = newest_first([each for each in updates if each.get("status") != "replaced"])
        return pill(update_code(newest[0], None, today), words) if newest else None
    return pill(update_code(update, due_on, today), words)


def newest_first(updates: Sequence[Record]) -> list[Record]:
    return sorted(updates, key=lambda each: word(each, "period"), reverse=True)
