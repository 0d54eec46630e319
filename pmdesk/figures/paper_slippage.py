"""What the account of slippage prints: each milestone that slipped, why, and what it pushes (rule 8)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from pmdesk.domain.check import say_value
from pmdesk.domain.dates import days_between, last_day, say_date
from pmdesk.domain.milestone import FORECAST, in_order
from pmdesk.domain.slippage import Dated, Push, Waits, pushes
from pmdesk.domain.words import Words
from pmdesk.figures.exchanges import Exchange, say_challenged
from pmdesk.figures.paper_values import Cell, Column
from pmdesk.figures.record_page import Record, sentences, word
from pmdesk.figures.slip_chart import SlipFigures
from pmdesk.figures.timeline import TimelineFigures, TimelineRow

Cells = tuple[Cell, ...]


class Move(NamedTuple):
    """How many days one re-date moved a milestone, and the cause given for it ('' for none)."""

    days: int
    cause: str


class Slip(NamedTuple):
    """A milestone that slipped: its line on the chart, its moves in order, and the dates it pushes."""

    row: TimelineRow
    moves: tuple[Move, ...]
    pushed: tuple[Push, ...]


@dataclass(frozen=True, slots=True)
class SlipGroup:
    """A partnership's slips, the worst first: the chart of them, why each moved and what it pushes.

    `moved` shows how their dates moved from report to report; None where only a date has passed.
    """

    partnership: str
    timeline: TimelineFigures
    columns: tuple[Column, ...]
    rows: tuple[Cells, ...]
    moved: SlipFigures | None = None
    exchanges: tuple[Exchange, ...] = ()  # challenges of these milestones, with their replies


@dataclass(frozen=True, slots=True)
class SlippageFigures:
    """The whole paper; without causes and groups where nothing slipped."""

    council: str
    summary: str
    columns: tuple[Column, ...]
    causes: tuple[Cells, ...]
    note: str
    groups: tuple[SlipGroup, ...]
    made_on: str
    unsettled: str = ""  # which values it rests on that nobody has settled (figures/conflicts.py)


def moves(first: str | None, forecasts: Iterable[Record], done_on: str | None) -> tuple[Move, ...]:
    """Each move of a milestone from its first date on; the last is that it was done on another day.

    >>> told = [{"made_on": "2026-01-29", "date": "2026-04-30", "cause": "funding"}]
    >>> moves("2026-03-31", told, "2026-05-05")
    (Move(days=30, cause='funding'), Move(days=5, cause=''))
    """
    before, found = first, []
    for each in in_order(forecasts):
        day = last_day(each.get("date"))
        if before and day and day != before:
            found.append(Move(days_between(before, day), word(each, "cause")))
        before = day or before
    if before and done_on and done_on != before:
        found.append(Move(days_between(before, done_on), ""))
    return tuple(found)


def has_slipped(row: TimelineRow) -> bool:
    """Whether it is later than its first date said, done or not; also when only that date has passed."""
    return (row.slip_days or 0) > 0 or row.state == "past"


def pushed_by(milestones: Sequence[Record], waits: Waits, row: TimelineRow) -> tuple[Push, ...]:
    """What one slip pushes, counted from the dates first agreed: whom else's promise it moves."""
    dated = [
        Dated(word(each, "id"), last_day(each.get("first_due")) or "", bool(last_day(each.get("done_on"))))
        for each in milestones
    ]
    return tuple(pushes(dated, waits, row.id, row.now.isoformat())) if row.now else ()


def slip_group(
    partnership: str,
    timeline: TimelineFigures,
    of: int,
    slips: Sequence[Slip],
    known: Mapping[str, TimelineRow],
    moved: SlipFigures,
    words: Words,
    exchanges: tuple[Exchange, ...] = (),
) -> SlipGroup:
    """The slips of one partnership; `timeline` is of those, `of` how many it has, `known` every one by id."""
    worst_first = sorted(slips, key=_badness)
    rows = tuple(each.row for each in worst_first)
    finding = words.plural(
        len(rows),
        "{n} of {of} milestones has slipped",
        "{n} of {of} milestones have slipped",
        of=of,
    )
    columns = (
        Column(words("Milestone and whose it is"), 132),
        Column(words("Cause and reason"), 176),
        Column(words("What it pushes"), 174),
    )
    asked = {each.milestone for each in exchanges}
    told = tuple(_told(each, known, each.row.id in asked, words) for each in worst_first)
    shown = moved if any(each.moves for each in moved.lines) else None
    return SlipGroup(
        partnership, replace(timeline, rows=rows, finding=finding), columns, told, shown, exchanges
    )


def worst_of(group: SlipGroup) -> tuple[int, str]:
    """What groups are ordered by: the longest slip first."""
    return -max((row.slip_days or 0) for row in group.timeline.rows), group.partnership


def cause_columns(words: Words) -> tuple[Column, ...]:
    return (
        Column(words("Whose doing"), 240),
        Column(words("Milestones"), 80, right=True),
        Column(words("Times re-dated"), 80, right=True),
        Column(words("Days in all"), 82, right=True),
    )


def cause_rows(slips: Iterable[Slip], words: Words) -> tuple[Cells, ...]:
    """The days of all slips by the cause given for each re-date, the most first; they add up to all slips."""
    days: dict[str, int] = {}
    times: dict[str, int] = {}
    whose: dict[str, set[str]] = {}
    for slip in slips:
        for move in slip.moves:
            days[move.cause] = days.get(move.cause, 0) + move.days
            times[move.cause] = times.get(move.cause, 0) + 1
            whose.setdefault(move.cause, set()).add(slip.row.id)
    ordered = sorted(days, key=lambda cause: (-days[cause], cause))
    return tuple(
        (
            Cell(say_cause(cause, words), strong=True),
            Cell(str(len(whose[cause]))),
            Cell(str(times[cause])),
            Cell(str(days[cause])),
        )
        for cause in ordered
    )


def say_slippage(slips: Sequence[Slip], milestones: int, words: Words) -> str:
    """How many slipped, by how many days in all, and how many dates of others they push."""
    if not slips:
        return words("No milestone has slipped.")
    total = sum(max(each.row.slip_days or 0, 0) for each in slips)
    pushed = {push.id for each in slips for push in each.pushed}
    parts = [
        words.plural(
            len(slips),
            "{n} of {of} milestones has slipped from its first date,",
            "{n} of {of} milestones have slipped from their first dates,",
            of=milestones,
        ),
        words.plural(total, "by {n} day in all.", "by {n} days in all."),
    ]
    if pushed:
        parts.append(
            words.plural(
                len(pushed),
                "They push {n} later milestone that waits for them.",
                "They push {n} later milestones that wait for them.",
            )
        )
    return " ".join(parts)


def say_times(count: int, words: Words) -> str:
    """How often a milestone was given a new date; '' when never.

    >>> say_times(2, Words()), say_times(3, Words())
    ('re-dated twice', 're-dated 3 times')
    """
    if count < 3:
        return ("", words("re-dated once"), words("re-dated twice"))[count]
    return words.plural(count, "re-dated {n} time", "re-dated {n} times")


def say_cause(cause: str, words: Words) -> str:
    return say_value(FORECAST.field("cause"), cause, words) if cause else words("No cause given")


def _badness(slip: Slip) -> tuple[int, str, str]:
    return -(slip.row.slip_days or 0), str(slip.row.first_due), slip.row.title


def _told(slip: Slip, known: Mapping[str, TimelineRow], challenged: bool, words: Words) -> Cells:
    row = slip.row
    causes = [say_cause(cause, words) for cause in dict.fromkeys(move.cause for move in slip.moves)]
    said = [causes[0], *(each.lower() for each in causes[1:])] if causes else [words("No new date was given")]
    reason = " ".join(row.reason.split())
    under = (row.owner, say_challenged(words) if challenged else "")
    lines = [_push_line(push, known[push.id], words) for push in slip.pushed if push.id in known]
    return (
        Cell(row.title, quiet="\n".join(part for part in under if part), strong=True),
        Cell(sentences("; ".join(said), reason)),
        Cell("\n".join(lines) or words("nothing")),
    )


def _push_line(push: Push, row: TimelineRow, words: Words) -> str:
    """'Planning application in (Aldermoor DC): from 29 May 2026 to 10 August 2026; now 28 August 2026'."""
    stands = row.now.isoformat() if row.now else ""
    values = {
        "title": row.title,
        "owner": row.owner or words("nobody named"),
        "before": say_date(push.before, words),
        "after": say_date(push.after, words),
        "now": say_date(stands, words),
    }
    if stands < push.after:
        return words(
            "{title} ({owner}): from {before} to {after}. It stands at {now}, earlier than that.",
            **values,
        )
    return words("{title} ({owner}): from {before} to {after}. It now stands at {now}.", **values)
