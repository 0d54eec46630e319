"""How annual updates came in, day by day, this year and last: the curve on the desk and its finding."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pmdesk.domain.words import Words

Point = tuple[str, int]  # a day (ISO) and how many were in by its end


@dataclass(frozen=True, slots=True)
class ReturnsCurve:
    """Two rising lines on one calendar: last year's days are moved on by a year."""

    title: str  # the finding: 'Returns are 7 behind this day last year'
    starts: str
    due_on: str | None
    today: str
    this_year: tuple[Point, ...]
    last_year: tuple[Point, ...]  # empty when nothing is known of last year


def returns_curve(
    this_year: Iterable[str], last_year: Iterable[str], due_on: str | None, today: str, words: Words
) -> ReturnsCurve | None:
    """The curve from the days (ISO) on which updates were submitted; None when none ever was."""
    now = sorted(day for day in this_year if day <= today)
    before = sorted(moved for day in last_year if (moved := year_later(day)) <= today)
    if not now and not before:
        return None
    starts = _day_before(min([*now, *before]))
    return ReturnsCurve(
        title=_finding(len(now), len(before), words),
        starts=starts,
        due_on=due_on,
        today=today,
        this_year=_points(now, starts, today),
        last_year=_points(before, starts, today) if before else (),
    )


def year_later(day: str) -> str:
    """The same day a year on; 29 February becomes the 28th.

    >>> year_later("2025-04-17"), year_later("2024-02-29")
    ('2026-04-17', '2025-02-28')
    """
    year, rest = int(day[:4]) + 1, day[5:]
    return f"{year:04d}-{'02-28' if rest == '02-29' else rest}"


def points_of(days: Sequence[str], others: Sequence[str], ends: str) -> tuple[str, tuple[Point, ...]]:
    """(the day before the first of all, the points of `days` from there to `ends`); days in order."""
    starts = _day_before(min([*days[:1], *others[:1]]))
    return starts, _points(list(days), starts, ends)


def _day_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def _points(days: list[str], starts: str, today: str) -> tuple[Point, ...]:
    """One point for each day on which something came in, and the two ends."""
    counts = {starts: 0}
    for count, day in enumerate(days, 1):
        counts[day] = count
    counts.setdefault(today, len(days))
    return tuple(counts.items())


def _finding(now: int, before: int, words: Words) -> str:
    if not before:
        return words.plural(now, "{n} return is in", "{n} returns are in")
    if now < before:
        return words("Returns are {n} behind this day last year", n=before - now)
    if now > before:
        return words("Returns are {n} ahead of this day last year", n=now - before)
    return words("Returns are level with this day last year")
