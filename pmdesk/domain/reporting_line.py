"""A reporting line: what reports to whom, how often, and when it falls silent (field.md, rule 14)."""

import calendar
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from pmdesk.domain.dates import days_between, last_day

MONTHS: Mapping[str, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12}


class LineState(NamedTuple):
    """`state` is 'kept', 'broken', 'new' (it never reported, and need not have yet) or 'none' (no interval).

    `due_on` is the day by which it had to report; `beyond` how many days it is silent beyond that.
    """

    state: str
    due_on: str | None = None
    beyond: int | None = None


def line_state(
    interval: object, reported: str | None, started: object, today: str, allowed: int
) -> LineState:
    """How a line stands: broken when silent beyond its interval and the days allowed, until it reports.

    One that has never reported is broken too, unless it began so lately that its first report is still ahead.

    >>> line_state("quarter", "2025-11-12", None, "2026-04-27", 14)
    LineState(state='broken', due_on='2026-02-12', beyond=74)
    >>> line_state("quarter", None, "2026-04-01", "2026-04-27", 14).state
    'new'
    """
    months = MONTHS.get(str(interval or ""))
    if months is None:
        return LineState("none")
    since = reported or last_day(started)
    if since is None:
        return LineState("broken")
    due = months_later(since, months)
    beyond = days_between(due, today)
    if beyond > allowed:
        return LineState("broken", due, beyond)
    return LineState("kept" if reported else "new", due, max(beyond, 0))


def last_reports(updates: Iterable[Mapping[str, object]]) -> dict[str, str]:
    """The day (ISO) on which each partnership last reported, by its id; those that never did are left out.

    >>> last_reports([{"partnership": "a", "status": "submitted", "submitted_on": "2026-03-04"},
    ...               {"partnership": "a", "status": "draft", "submitted_on": "2026-04-01"}])
    {'a': '2026-03-04'}
    """
    last: dict[str, str] = {}
    for update in updates:
        if day := reported_on(update):
            key = str(update["partnership"])
            last[key] = max(day, last.get(key, ""))
    return last


def reported_on(update: Mapping[str, object]) -> str | None:
    """The day on which an update was a report: submitted, else signed off; None while it is a draft."""
    if update.get("status") not in ("submitted", "signed_off", "replaced"):
        return None
    return last_day(update.get("submitted_on")) or last_day(update.get("signed_off_on"))


def months_later(day: str, months: int) -> str:
    """The same day of a later month, or its last.

    >>> months_later("2025-11-12", 3), months_later("2025-11-30", 3)
    ('2026-02-12', '2026-02-28')
    """
    place = int(day[:4]) * 12 + int(day[5:7]) - 1 + months
    year, month = divmod(place, 12)
    return date(year, month + 1, min(int(day[8:10]), calendar.monthrange(year, month + 1)[1])).isoformat()
