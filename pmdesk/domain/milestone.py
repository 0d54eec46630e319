"""A milestone keeps its first date for ever; each re-date is a forecast with its reason and cause."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from pmdesk.domain.facts import NOTE, Entity, Field, Type
from pmdesk.domain.words import N_

# Whose doing a slip is (field.md, rule 8).
CAUSES = (
    ("this_partner", N_("This partner")),
    ("another_partner", N_("Another partner")),
    ("funding", N_("Funding")),
    ("outside_control", N_("Outside anyone's control")),
    ("national_contradiction", N_("National contradiction")),
    ("scope_changed", N_("Scope changed")),
)

MILESTONE = Entity(
    "milestone",
    N_("Milestone"),
    N_("Milestones"),
    (
        Field("title", N_("Title"), required=True, also=("milestone", "name")),
        Field("partnership", N_("Partnership"), Type.REF, refers="partnership"),
        Field("objective", N_("Objective"), Type.REF, N_("The objective it serves."), refers="objective"),
        Field(
            "owner_organisation",
            N_("Owner"),
            Type.REF,
            N_("The organisation that answers for it."),
            refers="organisation",
            also=("organisation",),
        ),
        Field("owner", N_("Owner's name"), Type.REF, refers="person", also=("person",)),
        Field(
            "first_due",
            N_("First date"),
            Type.DATE,
            N_("The date first agreed. It never changes."),
            also=("due", "due date", "date"),
        ),
        Field("done_on", N_("Done on"), Type.DATE, also=("done", "completed")),
        NOTE,
    ),
    saved=N_("Saved milestone"),
    removed=N_("Deleted milestone"),
    titled_by="title",
)

FORECAST = Entity(
    "forecast",
    N_("Re-date"),
    N_("Re-dates"),
    (
        Field("milestone", N_("Milestone"), Type.REF, required=True, refers="milestone"),
        Field("made_on", N_("Reported on"), Type.DATE),
        Field("date", N_("New date"), Type.DATE, required=True),
        Field("reason", N_("Reason"), Type.LONG),
        Field("cause", N_("Cause"), Type.CHOICE, choices=CAUSES),
        NOTE,
    ),
    saved=N_("Re-dated milestone"),
    removed=N_("Deleted re-date"),
    titled_by="",
)


class MilestoneCounts(NamedTuple):
    """How many milestones are in each state of `milestone_state`; those without a first date are left out."""

    done: int = 0
    past: int = 0
    slipping: int = 0
    on_date: int = 0


def in_order(forecasts: Iterable[Mapping[str, object]]) -> list[Mapping[str, object]]:
    """A milestone's re-dates, oldest first: by the day they were reported, then as they were made."""
    return sorted(forecasts, key=lambda each: (str(each.get("made_on") or ""), str(each.get("id") or "")))


def current_date(milestone: Mapping[str, object], forecasts: Iterable[Mapping[str, object]]) -> str | None:
    """The date that counts now: done, else the latest re-date, else the first date."""
    dates = [str(each["date"]) for each in in_order(forecasts) if each.get("date")]
    chosen = milestone.get("done_on") or (dates[-1] if dates else milestone.get("first_due"))
    return str(chosen) if chosen else None


def slip_days(first_due: str | None, now: str | None) -> int | None:
    """Slippage in days (rule 8): forecast or done date minus first due date; None when one is missing.

    >>> slip_days("2026-03-31", "2026-06-12")
    73
    """
    if not first_due or not now:
        return None
    return (date.fromisoformat(now) - date.fromisoformat(first_due)).days


def milestone_state(first_due: str | None, now: str | None, done_on: str | None, today: str) -> str:
    """'done', 'past' (first date gone by undone), 'slipping' (only its forecast moved), 'on_date', 'undated'.

    >>> milestone_state("2026-03-31", "2026-06-12", None, "2026-04-27")
    'past'
    """
    if done_on:
        return "done"
    if not first_due:
        return "undated"
    if first_due < today:
        return "past"
    return "slipping" if now and now > first_due else "on_date"
