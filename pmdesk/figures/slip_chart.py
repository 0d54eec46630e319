"""The slip chart (milestone trend analysis) as frozen values: what was forecast at each report.

A line that stays level is on time; one that bends upwards has slipped; a milestone is done where its line
meets the days on which the forecast is the day of the report (field.md, rule 8, ¶96). No places here.
"""

from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from pmdesk.domain.dates import is_partial, last_day, say_date
from pmdesk.domain.milestone import in_order
from pmdesk.domain.slippage import Waits
from pmdesk.domain.words import Words
from pmdesk.figures.grouped import grouped
from pmdesk.figures.timeline import TimelineFigures, TimelineRow, say_slip

# Reports at the ends of so many months; further back at the ends of quarters.
_MOST_REPORTS, _LEAST_MONTHS, _MOST_MONTHS = 18, 3, 36
# So many lines can be told apart by colour and mark, and so many can be named beside the chart.
SERIES, _MOST_LINES = 5, 24
_TOLD_IN_FULL = 12


@dataclass(frozen=True, slots=True)
class SlipPoint:
    """What was forecast at a report, and by how many days that is later than at the report before."""

    reported: date
    forecast: date
    by: int
    done: bool = False


@dataclass(frozen=True, slots=True)
class SlipLine:
    """One milestone; `series` is its colour and mark, counted from 0, or -1 for a quiet one."""

    id: str
    title: str
    points: tuple[SlipPoint, ...]
    done: bool
    slip_days: int | None
    slip: str  # in words
    series: int

    @property
    def moves(self) -> tuple[SlipPoint, ...]:
        """The reports at which its date was another one than before."""
        return tuple(point for point in self.points if point.by and not point.done)


@dataclass(frozen=True, slots=True)
class SlipFigures:
    """Lines, the latest forecast first; the days reported; what the chart shows and how it is told."""

    lines: tuple[SlipLine, ...]
    reports: tuple[date, ...]
    across: tuple[date, date]  # the days of reports to show
    up: tuple[date, date]  # the days of forecasts to show
    finding: str
    summary: str
    left_out: int  # milestones that did not move and have no room


def slip_chart(
    forecasts: Iterable[Mapping[str, Any]], figures: TimelineFigures, words: Words, waits: Waits = ()
) -> SlipFigures:
    """The slip chart of the milestones of a timeline, from their re-dates; those done before it are left out.

    Forecasts need milestone and date and may have made_on; the links say with which other date one moved.
    """
    dated = [each for each in in_order(forecasts) if is_partial(each.get("date"))]
    of = grouped(dated, "milestone")
    reports = _reports(figures, [str(each.get("made_on") or "") for each in dated])
    shown, left_out = _chosen([row for row in figures.rows if _is_shown(row, reports[0])])
    series = {row.id: at for at, row in enumerate(row for row in shown[:SERIES] if not row.done)}
    lines = [_line(row, of.get(row.id, []), reports, series.get(row.id, -1), words) for row in shown]
    ordered = sorted((line for line in lines if line.points), key=lambda line: line.points[-1].forecast)
    ordered.reverse()
    finding = _finding(ordered, figures, reports[0], waits, words)
    summary = _summary(ordered, reports, finding, left_out, words)
    across, up = _spans(ordered, reports)
    return SlipFigures(tuple(ordered), reports, across, up, finding, summary, left_out)


class SlipRow(NamedTuple):
    """A line of the table: what was forecast at a report, and whether that was a move."""

    milestone: str  # its id
    title: str
    reported: str
    forecast: str
    move: str


def slip_rows(figures: SlipFigures, words: Words) -> list[SlipRow]:
    """The chart as a table: each milestone's first forecast, and every report at which it was another one."""
    return [
        SlipRow(
            line.id,
            line.title,
            say_date(point.reported.isoformat(), words),
            say_date(point.forecast.isoformat(), words),
            say_move(point, words) or words("first forecast shown"),
        )
        for line in figures.lines
        for at, point in enumerate(line.points)
        if at == 0 or point.by or point.done
    ]


def say_move(point: SlipPoint, words: Words) -> str:
    """'30 days later', '7 days earlier', 'done', or '' where the date stayed."""
    if point.done:
        return words("done")
    if not point.by:
        return ""
    days = words.plural(abs(point.by), "{n} day", "{n} days")
    return words("{days} later", days=days) if point.by > 0 else words("{days} earlier", days=days)


def _reports(figures: TimelineFigures, made_on: Sequence[str]) -> tuple[date, ...]:
    """The ends of months from before the first thing that happened, then the day it is."""
    today = figures.today
    days = [day for made in made_on if (day := last_day(made))]
    days += [row.first_due.isoformat() for row in figures.rows if row.first_due]
    first = min([date.fromisoformat(day) for day in days], default=today)
    months = today.year * 12 + today.month - (first.year * 12 + first.month) + 1
    months = min(max(months, _LEAST_MONTHS), _MOST_MONTHS)
    ends = [_month_end(today, back) for back in range(months, 0, -1)]
    if len(ends) > _MOST_REPORTS:
        ends = [end for end in ends if end.month % 3 == 0]
    return (*(end for end in ends if end < today), today)


def _month_end(today: date, back: int) -> date:
    year, month = divmod(today.year * 12 + today.month - 1 - back, 12)
    return date(year, month + 1, monthrange(year, month + 1)[1])


def _is_shown(row: TimelineRow, start: date) -> bool:
    """Unfinished with a date, or done within the chart."""
    return row.now is not None and (not row.done or row.now > start)


def _chosen(rows: list[TimelineRow]) -> tuple[list[TimelineRow], int]:
    """The rows to show, those that matter most first, and how many were left out."""
    ranked = sorted(rows, key=lambda row: (row.done, not row.critical, -(row.slip_days or 0), row.title))
    return ranked[:_MOST_LINES], max(len(ranked) - _MOST_LINES, 0)


def _line(
    row: TimelineRow,
    forecasts: Sequence[Mapping[str, Any]],
    reports: Sequence[date],
    series: int,
    words: Words,
) -> SlipLine:
    points: list[SlipPoint] = []
    for day in reports:
        known = _known_at(row, forecasts, day)
        if known and not (row.done and row.now and day >= row.now):
            before = points[-1].forecast if points else known
            points.append(SlipPoint(day, known, (known - before).days))
    if row.done and row.now:
        before = points[-1].forecast if points else row.now
        points.append(SlipPoint(row.now, row.now, (row.now - before).days, True))
    return SlipLine(row.id, row.title, tuple(points), row.done, row.slip_days, say_slip(row, words), series)


def _known_at(row: TimelineRow, forecasts: Sequence[Mapping[str, Any]], day: date) -> date | None:
    """The date that counted on a day: the newest re-date reported by then, else the first date."""
    told = [each for each in forecasts if (last_day(each.get("made_on")) or "") <= day.isoformat()]
    found = last_day(told[-1]["date"]) if told else None
    return date.fromisoformat(found) if found else row.first_due


def _spans(lines: Sequence[SlipLine], reports: Sequence[date]) -> tuple[tuple[date, date], tuple[date, date]]:
    """From the first to the last day across and up."""
    forecasts = [point.forecast for line in lines for point in line.points] or [reports[-1]]
    return (reports[0], reports[-1]), (min(forecasts), max(forecasts))


def _finding(
    lines: Sequence[SlipLine], figures: TimelineFigures, start: date, waits: Waits, words: Words
) -> str:
    if not lines:
        return words("No milestone has a date to follow")
    moved = [line for line in lines if line.moves and not line.done]
    since = say_date(start.isoformat()[:7], words)
    if not moved:
        return words("No date still ahead has moved since {month}", month=since)
    critical = {row.id for row in figures.rows if row.critical}
    # Lines come with the latest forecast first: the end of the chain is what the others push.
    worst = next((line for line in moved if line.id in critical), None) or max(moved, key=_slipped)
    times = words.plural(len(worst.moves), "once", "{n} times") if len(worst.moves) != 2 else words("twice")
    first = say_date(_before(worst).isoformat()[:7], words)
    said = words(
        "The date of ‘{title}’ has moved {times} since {month}", title=worst.title, times=times, month=first
    )
    with_it = _moved_with(worst, moved, waits)
    return words("{said}, each time with ‘{other}’", said=said, other=with_it.title) if with_it else said


def _slipped(line: SlipLine) -> int:
    return sum(point.by for point in line.moves)


def _before(line: SlipLine) -> date:
    """The report before its first move: since then it has moved."""
    at = line.points.index(line.moves[0])
    return line.points[max(at - 1, 0)].reported


def _moved_with(worst: SlipLine, moved: Sequence[SlipLine], waits: Waits) -> SlipLine | None:
    """What it waits for, where that moved at every report at which it did itself."""
    awaited = {other for milestone, other in waits if milestone == worst.id}
    when = {point.reported for point in worst.moves}
    return next(
        (line for line in moved if line.id in awaited and when <= {point.reported for point in line.moves}),
        None,
    )


def _summary(
    lines: Sequence[SlipLine], reports: Sequence[date], finding: str, left_out: int, words: Words
) -> str:
    """What the chart shows, for someone who hears it: the finding, then each line that bent."""
    ends = [say_date(day.isoformat(), words) for day in (reports[0], reports[-1])]
    parts = [
        words("Slip chart of the reports from {first} to {last}.", first=ends[0], last=ends[1]),
        f"{finding}.",
    ]
    if len(lines) > _TOLD_IN_FULL:
        parts.append(words("Every move is in the table that follows."))
    else:
        parts += [_told(line, words) for line in lines]
    if left_out:
        parts.append(words.plural(left_out, "{n} more is not shown.", "{n} more are not shown."))
    return " ".join(parts)


def _told(line: SlipLine, words: Words) -> str:
    first, last = line.points[0], line.points[-1]
    moves = "; ".join(
        words(
            "at {reported} {move}, to {day}",
            reported=say_date(point.reported.isoformat(), words),
            move=say_move(point, words),
            day=say_date(point.forecast.isoformat(), words),
        )
        for point in line.moves
    )
    values = {"title": line.title, "day": say_date(first.forecast.isoformat(), words), "moves": moves}
    if line.done:
        values["done"] = say_date(last.forecast.isoformat(), words)
        return words("{title}: done {done}.", **values)
    return (
        words("{title}: {day}; {moves}.", **values)
        if moves
        else words("{title}: {day}, not moved.", **values)
    )
