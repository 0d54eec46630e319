"""The milestone timeline as frozen values that window and paper both draw; nothing here is a place.

A milestone's first date never changes; each re-date is a forecast with its reason (field.md, rule 8, ¶96).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Any, NamedTuple

from pmdesk.domain.dates import is_partial, last_day, say_date
from pmdesk.domain.milestone import CAUSES, in_order, milestone_state, slip_days
from pmdesk.domain.slippage import Waits
from pmdesk.domain.words import N_, Words
from pmdesk.figures.grouped import grouped

# The word of each state, as the key under the chart and the table say it.
STATE_WORDS: Mapping[str, str] = {
    "done": N_("done"),
    "past": N_("past its first date"),
    "slipping": N_("slipping"),
    "on_date": N_("on its date"),
    "undated": N_("no first date"),
}

# Longer charts are told by their counts; their table has every date.
_TOLD_IN_FULL = 12
_CHAINS_TOLD = 3


class Step(NamedTuple):
    """A milestone on a critical chain, which may be another partnership's than the one shown."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One milestone: `now` its done, forecast or first date; `earlier` the forecasts given up before it."""

    id: str
    title: str
    owner: str
    first_due: date | None
    earlier: tuple[date, ...]
    now: date | None
    done: bool
    state: str  # a key of STATE_WORDS
    slip_days: int | None  # None when a date is missing
    times_redated: int
    reason: str
    cause: str  # said in the chosen language, '' when not given
    critical: bool = False  # on a critical chain: it decides when all is done
    pushes: tuple[str, ...] = ()  # the ids of those not done that wait for it, and so move with it


@dataclass(frozen=True, slots=True)
class TimelineFigures:
    """Milestones by present date, the sentence of what they show and a description for a listener."""

    rows: tuple[TimelineRow, ...]
    today: date
    finding: str
    summary: str
    span: tuple[date, date]  # the first and last date to show, today among them
    chain: str = ""  # the critical chains as a sentence each, '' where nothing waits
    left_out: int = 0  # how many there are besides, of all partnerships together

    def count(self, state: str) -> int:
        """How many milestones are in `state`."""
        return sum(row.state == state for row in self.rows)


def timeline(
    milestones: Iterable[Mapping[str, Any]],
    forecasts: Iterable[Mapping[str, Any]],
    today: str,
    words: Words,
    waits: Waits = (),
    critical: Sequence[Sequence[Step]] = (),
) -> TimelineFigures:
    """The timeline of these milestones as at `today` (ISO); forecasts of other milestones are passed over.

    Milestones need id, title and may have owner_organisation_name, owner_name, first_due, done_on; forecasts
    need milestone and date and may have made_on, reason, cause. `waits` are the links between milestones and
    `critical` the chains that decide when all is done (domain/slippage.py).
    """
    dated = [each for each in in_order(forecasts) if is_partial(each.get("date"))]
    by_milestone = grouped(dated, "milestone")
    made = (_row(each, by_milestone.get(each["id"], []), today, words) for each in milestones)
    rows = tuple(sorted(made, key=lambda row: (row.now is None, row.now or date.max, row.title)))
    rows = _linked(rows, waits, {step.id for chain in critical for step in chain})
    day = date.fromisoformat(today)
    finding, chain = _finding(rows, words), _chains(critical, words)
    summary = _summary(rows, day, finding, words)
    return TimelineFigures(rows, day, finding, f"{summary} {chain}".strip(), _span(rows, day), chain)


def say_slip(row: TimelineRow, words: Words) -> str:
    """'73 days, 3 times', '7 days early', 'on its date', 'not re-dated', or '' when a date is missing."""
    if row.slip_days is None:
        return ""
    if row.slip_days == 0:
        return words("not re-dated") if row.state == "past" else words(STATE_WORDS["on_date"])
    days = words.plural(abs(row.slip_days), "{n} day", "{n} days")
    if row.slip_days < 0:
        return words("{days} early", days=days)
    if row.times_redated < 2:
        return days
    if row.times_redated == 2:
        return words("{days}, twice", days=days)
    return words("{days}, {n} times", days=days, n=row.times_redated)


def _row(
    milestone: Mapping[str, Any], forecasts: list[Mapping[str, Any]], today: str, words: Words
) -> TimelineRow:
    first, done_on = last_day(milestone.get("first_due")), last_day(milestone.get("done_on"))
    dates = [day for each in forecasts if (day := last_day(each["date"]))]
    now = done_on or (dates[-1] if dates else first)
    latest = forecasts[-1] if forecasts else {}
    cause = str(latest.get("cause") or "")
    return TimelineRow(
        id=str(milestone["id"]),
        title=str(milestone.get("title") or ""),
        owner=str(milestone.get("owner_organisation_name") or milestone.get("owner_name") or ""),
        first_due=_day(first),
        earlier=tuple(date.fromisoformat(day) for day in dict.fromkeys(dates) if day not in (first, now)),
        now=_day(now),
        done=bool(done_on),
        state=milestone_state(first, now, done_on, today),
        slip_days=slip_days(first, now),
        times_redated=_moves([first, *dates]),
        reason=str(latest.get("reason") or ""),
        cause=words(dict(CAUSES).get(cause, cause)),
    )


def _linked(rows: tuple[TimelineRow, ...], waits: Waits, critical: set[str]) -> tuple[TimelineRow, ...]:
    """Rows that know what they push, and whether they stand on a critical chain."""
    later: dict[str, list[str]] = {}
    there = {row.id for row in rows if not row.done and row.now}
    for milestone, awaited in waits:
        if milestone in there and awaited in there and milestone != awaited:
            later.setdefault(awaited, []).append(milestone)
    return tuple(
        replace(row, critical=row.id in critical, pushes=tuple(dict.fromkeys(later.get(row.id, ()))))
        if row.id in critical or row.id in later
        else row
        for row in rows
    )


def _chains(critical: Sequence[Sequence[Step]], words: Words) -> str:
    """'Critical chain, which decides when all is done: A, then B, then C.', a sentence for each of a few."""
    if len(critical) > _CHAINS_TOLD:
        return words("{n} critical chains; each milestone on one says so.", n=len(critical))
    then = words(", then ")
    return " ".join(
        words(
            "Critical chain, which decides when all is done: {chain}.",
            chain=then.join(step.title for step in chain),
        )
        for chain in critical
    )


def _moves(dates: list[str | None]) -> int:
    """How many dates differ from the one before; a first date given late is no move."""
    return sum(before != after for before, after in pairwise(dates) if before)


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def _span(rows: tuple[TimelineRow, ...], today: date) -> tuple[date, date]:
    days = [day for row in rows for day in (row.first_due, *row.earlier, row.now) if day]
    return min([today, *days]), max([today, *days])


def _late(rows: Iterable[TimelineRow]) -> list[TimelineRow]:
    return [row for row in rows if row.state in ("past", "slipping")]


def _finding(rows: tuple[TimelineRow, ...], words: Words) -> str:
    if not rows:
        return words("No milestones yet")
    if all(row.done for row in rows):
        return words("Every milestone is done")
    late = _late(rows)
    if not late:
        return words("No milestone is late")
    worst = max(late, key=lambda row: row.slip_days or 0)
    said = words.plural(
        len(late), "{n} of {of} milestones is late", "{n} of {of} milestones are late", of=len(rows)
    )
    if not worst.slip_days or worst.slip_days < 0:
        return said
    days = words.plural(worst.slip_days, "{n} day", "{n} days")
    return words("{said}; ‘{title}’ has slipped most, by {days}", said=said, title=worst.title, days=days)


def _summary(rows: tuple[TimelineRow, ...], today: date, finding: str, words: Words) -> str:
    """What the chart shows, for someone who hears it: the finding, the counts, each milestone."""
    states = [row.state for row in rows]
    counts = [
        f"{states.count(state)} {words(said)}" for state, said in STATE_WORDS.items() if state in states
    ]
    opening = words("Milestone chart as at {today}.", today=say_date(today.isoformat(), words))
    parts = [opening, f"{finding}."]
    if counts:
        parts.append(words("Of {n}: {counts}.", n=len(rows), counts=", ".join(counts)))
    if len(rows) > _TOLD_IN_FULL:
        parts.append(words("Every date is in the table that follows."))
    else:
        parts += [_told(row, words) for row in rows]
    return " ".join(parts)


def _told(row: TimelineRow, words: Words) -> str:
    values = {
        "title": row.title,
        "state": words(STATE_WORDS[row.state]),
        "slip": say_slip(row, words),
        "first": say_date(row.first_due and row.first_due.isoformat(), words),
        "now": say_date(row.now and row.now.isoformat(), words),
    }
    if row.first_due is None or row.now is None:
        return words("{title}: {state}.", **values)
    if row.done:
        return words("{title}: first date {first}, done {now}, {slip}.", **values)
    if row.state == "on_date" and row.slip_days == 0:
        return words("{title}: {state}, {first}.", **values)
    return words("{title}: first date {first}, now {now}, {slip}, {state}.", **values)
