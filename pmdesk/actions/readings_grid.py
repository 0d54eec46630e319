"""The rows on which readings are typed: one measure's periods, or one period of many measures."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from pmdesk.actions.reading import read_record
from pmdesk.domain.periods import (
    frequency_of,
    last_finished,
    next_period,
    period_bounds,
    period_of,
    previous_period,
)
from pmdesk.figures.readings_grid import Line, ReadingsGrid, Series, line_of, series_of
from pmdesk.register.lists import Row
from pmdesk.register.store import Register

# A grid that a person can work through; more are reached by partnership, owner or objective.
MOST_ROWS = 1000
# The rows of a measure without readings.
BLANK = 8
# The measures found while a name is typed.
SHOWN = 50
_PAGE = 256
# The frequencies, and how many periods of each a rating may look back to: two years.
_BACK = {"month": 25, "quarter": 9, "half": 5, "year": 3, "two_yearly": 2, "rolling": 3}
YEARLY = ("year", "two_yearly", "rolling")
# The frequencies by their length: no grid of a period asks for measures taken more often than that.
_LENGTHS = {"month": 1, "quarter": 2, "half": 3, "year": 4, "two_yearly": 4, "rolling": 4}


def measure_grid(register: Register, measure: str, today: str, also: Iterable[str] = ()) -> ReadingsGrid:
    """All periods of one measure (its id), oldest first, with an empty row for the one due next.

    `also` are periods to show besides: those typed in and not saved. Refused when the measure is gone.
    """
    row = read_record(register, "measure", measure)
    series = _series(register, [row], None)[measure]
    periods = _periods(series, str(row.get("frequency") or ""), today, also)
    lines = tuple(line_of(series, period, previous_period(period)) for period in periods)
    return ReadingsGrid(measure, "", _marked(register, lines), {measure: series}, tuple(register.rules()))


def period_grid(
    register: Register, period: str, narrowed: Mapping[str, object], due: bool, also: Sequence[str] = ()
) -> ReadingsGrid:
    """One row for each measure whose own period ends with this one and is as long or longer, by code.

    `narrowed` maps `partnership`, `owner`, `objective` or `noteless` to a value; with `due` only measures
    still without a reading for it. A quarter asks nothing of monthly measures: a quarter's figure would be
    kept as that of its last month. `also` are measures to show besides: those typed in and not saved.
    """
    wanted = _wanted(register, period, narrowed, due)
    found = {str(row["id"]): (row, own) for row, own in islice(wanted, MOST_ROWS)}
    more = next(wanted, None) is not None
    for row, own in _own_periods(register, register.all("measure", id=tuple(also)), period) if also else ():
        found.setdefault(str(row["id"]), (row, own))
    rows = sorted((row for row, _own in found.values()), key=_by_code)
    series = _series(register, rows, _near(period))
    lines = [_line(series[str(row["id"])], found[str(row["id"])][1]) for row in rows]
    return ReadingsGrid("", period, _marked(register, lines), series, tuple(register.rules()), more)


def _marked(register: Register, lines: Iterable[Line]) -> tuple[Line, ...]:
    """The rows, those marked that rest on a value nobody has settled."""
    unsettled = {record for each in register.unsettled() for record in each.records}
    return tuple(replace(line, unsettled=True) if line.reading in unsettled else line for line in lines)


def measures_like(register: Register, text: str) -> list[tuple[str, str]]:
    """(id, code and title) of measures that have the words typed, by code; the first ones for ''."""
    rows = register.page("measure", register.measures(text)[:SHOWN])
    return [(str(row["id"]), measure_name(row)) for row in rows]


def measure_name(row: Row) -> str:
    """'EN02 Household waste recycled'."""
    return " ".join(str(row[name]) for name in ("code", "title") if row.get(name))


def due_period(register: Register, today: str) -> str:
    """The period to begin with: the last quarter that is over; month or year where nothing is quarterly."""
    for asked, often in (("quarter", ("quarter", "half")), ("month", ("month",)), ("year", YEARLY)):
        if register.count("measure", frequency=often):
            return last_finished(today, asked)
    return last_finished(today, "quarter")


def periods_before(today: str) -> list[str]:
    """The periods a person can choose from, newest first: quarters, then years, then months."""
    found = []
    for frequency, count in (("quarter", 9), ("year", 4), ("month", 13)):
        period = period_of(today, frequency)
        for _ in range(count):
            found.append(period)
            period = previous_period(period)
    return found


def _series(register: Register, rows: Sequence[Row], periods: tuple[str, ...] | None) -> dict[str, Series]:
    """Each measure with its targets and its readings, of these periods or of all."""
    targets, readings, earlier = dict[str, list[Row]](), dict[str, list[Row]](), dict[str, list[Row]]()
    ids = [str(row["id"]) for row in rows]
    for at in range(0, len(ids), _PAGE):
        some = tuple(ids[at : at + _PAGE])
        narrowed = {"measure": some, **({"period": periods} if periods else {})}
        for kind, into, where in (
            ("earlier_tolerance", earlier, {"measure": some}),
            ("target", targets, {"measure": some}),
            ("reading", readings, narrowed),
        ):
            for row in register.all(kind, **where):
                into.setdefault(str(row["measure"]), []).append(row)
    return {
        id: series_of(row, targets.get(id, ()), readings.get(id, ()), earlier.get(id, ()))
        for id, row in zip(ids, rows, strict=True)
    }


def _wanted(
    register: Register, period: str, narrowed: Mapping[str, object], due: bool
) -> Iterator[tuple[Row, str]]:
    """The measures that belong on a period's grid with their own period, in order of their codes."""
    ends = period_bounds(period)[1]
    numbers: Sequence[int] = register.measures("", narrowed)
    allowed = _often_enough(register, period)
    if due:
        tomorrow = (date.fromisoformat(ends) + timedelta(days=1)).isoformat()
        late = set(register.measures("", {**narrowed, "overdue": tomorrow}))
        allowed &= late | set(register.measures("", {**narrowed, "rating": "no_reading"}))
    numbers = [n for n in numbers if n in allowed]
    for at in range(0, len(numbers), _PAGE):
        yield from _own_periods(register, register.page("measure", numbers[at : at + _PAGE]), period)


def _own_periods(register: Register, rows: Sequence[Row], period: str) -> Iterator[tuple[Row, str]]:
    """Those of the measures that have a period of their own for this grid, each with it."""
    kept = register.kept([int(str(row["n"])) for row in rows])
    for row in rows:
        latest = kept.get(int(str(row["n"])))
        if own := _own_period(row, period, latest.period if latest else ""):
            yield row, own


def _often_enough(register: Register, period: str) -> set[int]:
    """The row numbers of measures taken so often that a period of theirs may end with this one."""
    fitting = tuple(each for each in _BACK if _fits(each, period))
    return {n for where in (fitting, None) for n in register.listed("measure", where={"frequency": where})}


def _fits(frequency: str, period: str) -> bool:
    """Whether a frequency has a period that ends with this one and is asked for on its grid."""
    ends = period_bounds(period)[1]
    long_enough = _LENGTHS[frequency] >= _LENGTHS.get(frequency_of(period), 0)
    return long_enough and period_bounds(period_of(ends, frequency))[1] == ends


def _own_period(row: Row, period: str, latest: str) -> str:
    """The measure's own period that ends with the grid's; '' where none does.

    Where nobody said how often a measure is taken, its latest reading says so, else the grid.
    """
    frequency = str(row.get("frequency") or "") or (frequency_of(latest) if latest else "")
    if not frequency:
        return period
    return period_of(period_bounds(period)[1], frequency) if _fits(frequency, period) else ""


def _line(series: Series, period: str) -> Line:
    return line_of(series, period, previous_period(period))


def _near(period: str) -> tuple[str, ...]:
    """Every period in the two years up to one, of any length: what a rating and a row may look back to."""
    ends, found = period_bounds(period)[1], []
    for frequency, count in _BACK.items():
        each = period_of(ends, frequency)
        for _ in range(count):
            found.append(each)
            each = previous_period(each)
    return tuple(dict.fromkeys([period, *found]))


def _periods(series: Series, frequency: str, today: str, also: Iterable[str]) -> list[str]:
    """The periods of a measure's rows, oldest first, without a gap where readings are missing.

    They go up to the last period that is over, or one beyond the last reading where that is later, and as far
    back as those of a measure without readings: what came before its first reading can still be entered.
    """
    taken = sorted({*series.records, *also}, key=_in_order)
    often = frequency or (frequency_of(taken[-1]) if taken else "") or "quarter"
    last = last_finished(today, often)
    same = [each for each in taken if frequency_of(each) == often]
    if not same:
        return sorted({*taken, *_run(_back(last, BLANK - 1), last)}, key=_in_order)
    beyond = next_period(same[-1])
    upto = beyond if _in_order(beyond) > _in_order(last) else last
    first = min(same[0], _back(last, BLANK - 1), key=_in_order)
    return sorted({*taken, *_run(first, upto)}, key=_in_order)


def _in_order(period: str) -> tuple[str, str]:
    return period_bounds(period)[1], period


def _back(period: str, steps: int) -> str:
    for _ in range(steps):
        period = previous_period(period)
    return period


def _run(first: str, last: str) -> list[str]:
    """Every period from one to another."""
    found = [first]
    while period_bounds(found[-1])[1] < period_bounds(last)[1] and len(found) < MOST_ROWS:
        found.append(next_period(found[-1]))
    return found


def _by_code(row: Row) -> tuple[bool, str, str]:
    return not row.get("code"), str(row.get("code") or ""), str(row.get("title") or "").casefold()
