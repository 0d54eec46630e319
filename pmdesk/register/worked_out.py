"""What ought to be kept beside measures: their records are read many at a time, the rules asked for each one.

The rules are the domain's own (`domain/standing.py`), never written again here; nothing depends on today.
Where only readings of a measure changed, the lines of those that do not lean on them stay as they stand.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from pmdesk.domain.decimals import exact, plain
from pmdesk.domain.periods import is_period, next_period, period_bounds
from pmdesk.domain.profile import PathValue
from pmdesk.domain.rating import RANKS
from pmdesk.domain.readiness import missing
from pmdesk.domain.series import Reading, Rule, Scale, Target, place_of, reading_of, scale_of, targets_of
from pmdesk.domain.standing import Standing, first_due, standings
from pmdesk.register.database import Connection, among

SPARKS = 12  # readings drawn small in a list
_FEW = 4  # periods that changed, in any measure
AT_ONCE = 512  # measures whose records are in memory together
_MEASURE = (
    "n", "id", "deleted", "stub", "partnership", "unit", "polarity", "aggregation", "frequency", "definition",
    "source", "data_supplier", "baseline", "baseline_on", "profile", "tolerance", "tolerance_is",
    "change_interval", "direction_against",
)  # fmt: skip
_EARLIER = ("measure", "id", "before", "tolerance", "tolerance_is")
_TARGET = ("measure", "id", "period", "value", "low", "high", "floor", "stretch")


class _Told(NamedTuple):
    """A reading's row; plain, since a block pasted has tens of thousands of them read."""

    measure: str
    n: int
    id: str
    period: str | None
    value: str | None
    numerator: str | None
    denominator: str | None
    state: str | None
    commentary: str | None
    cause: str | None


Record = Mapping[str, Any]
# Measures of which only readings changed, with the periods of these; None where more did.
Changed = Mapping[str, Collection[str] | None]
NOTHING: Changed = {}


class Line(NamedTuple):
    """A row of `reading_kept`."""

    n: int
    measure: int
    ends: str
    rating: str
    path: str
    variance: str
    direction: str


class Kept(NamedTuple):
    """A row of `measure_kept`: the latest reading of a measure and what the lists say of it."""

    n: int
    partnership: str
    readings: int
    period: str
    ends: str
    value: str
    path: str
    target: str
    target_period: str
    rating: str
    rank: int
    direction: str
    noteless: int
    missing: str
    next_period: str
    next_ends: str
    spark: str


class Beside(NamedTuple):
    """What ought to stand beside one measure; `kept` is None where it is deleted or not here yet."""

    n: int
    id: str
    kept: Kept | None
    lines: list[Line]


class _Known(NamedTuple):
    """The periods whose readings changed, None for all, and the lines that stand, by the readings' `n`."""

    changed: Collection[str] | None
    lines: Mapping[int, Line]


_UNKNOWN = _Known(None, {})
Judged = tuple[Reading, Line]


class Stands(NamedTuple):
    """What stands beside some measures, by their `n`."""

    kept: dict[int, Kept]
    lines: dict[int, dict[int, Line]]  # by the readings' own `n`


def worked_out(
    db: Connection,
    measures: Sequence[str],
    rules: Sequence[Rule],
    changed: Changed = NOTHING,
) -> Iterator[tuple[list[Beside], Stands]]:
    """Of measures by their ids, some at a time, and what stands beside them; one without a row is left out.

    Of a measure in `changed` only readings of these periods are others than what stands beside it was worked
    out from; of all others everything is worked out anew.
    """
    for first in range(0, len(measures), AT_ONCE):
        yield _some(db, measures[first : first + AT_ONCE], rules, changed)


def _some(
    db: Connection,
    measures: Sequence[str],
    rules: Sequence[Rule],
    changed: Changed,
) -> tuple[list[Beside], Stands]:
    rows = among(db, f"SELECT {', '.join(_MEASURE)} FROM measure WHERE id IN ({{marks}})", measures)
    earlier = _hanging(db, "earlier_tolerance", _EARLIER, measures)
    targets, readings = _hanging(db, "target", _TARGET, measures), _readings(db, measures)
    stands = _standing(db, [row[0] for row in rows])
    found = []
    for row in rows:
        n, identity = row[:2]
        known = _Known(changed.get(identity), stands.lines.get(n, {})) if n in stands.kept else _UNKNOWN
        aimed, told = targets.get(identity, ()), readings.get(identity, ())
        measure = dict(zip(_MEASURE, row, strict=True))
        found.append(_one(measure, earlier.get(identity, ()), aimed, told, rules, known))
    return found, stands


def _standing(db: Connection, numbers: Sequence[int]) -> Stands:
    kept = {
        row[0]: Kept(*row) for row in among(db, "SELECT * FROM measure_kept WHERE n IN ({marks})", numbers)
    }
    lines: dict[int, dict[int, Line]] = {}
    for row in among(db, "SELECT * FROM reading_kept WHERE measure IN ({marks})", numbers):
        lines.setdefault(row[1], {})[row[0]] = Line._make(row)
    return Stands(kept, lines)


def _hanging(
    db: Connection, kind: str, names: tuple[str, ...], measures: Sequence[str]
) -> dict[str, list[Record]]:
    sql = f"SELECT {', '.join(names)} FROM {kind} WHERE measure IN ({{marks}}) AND deleted = 0 AND stub = 0"
    found: dict[str, list[Record]] = {}
    for row in among(db, sql, measures):
        found.setdefault(row[0], []).append(dict(zip(names, row, strict=True)))
    return found


def _readings(db: Connection, measures: Sequence[str]) -> dict[str, list[_Told]]:
    sql = f"SELECT {', '.join(_Told._fields)} FROM reading WHERE measure IN ({{marks}})"
    found: dict[str, list[_Told]] = {}
    for row in map(_Told._make, among(db, f"{sql} AND deleted = 0 AND stub = 0", measures)):
        found.setdefault(row.measure, []).append(row)
    return found


def _one(
    measure: Record,
    earlier: Iterable[Record],
    aimed: Iterable[Record],
    told: Iterable[_Told],
    rules: Sequence[Rule],
    known: _Known,
) -> Beside:
    n, identity = measure["n"], measure["id"]
    if measure["deleted"] or measure["stub"]:
        return Beside(n, identity, None, [])
    scale, targets = scale_of(measure, earlier), targets_of(aimed)
    rows = {each.id: each for each in told if is_period(each.period)}
    readings = sorted(
        [reading_of(str(row.period), *row[4:8], id, scale.per_cent) for id, row in rows.items()], key=place_of
    )
    judged = _judged(n, scale, targets, readings, rows, rules, known)
    return Beside(n, identity, _kept_of(measure, scale, targets, judged, rows), [line for _, line in judged])


def _judged(
    measure: int,
    scale: Scale,
    targets: list[Target],
    readings: list[Reading],
    rows: Mapping[str, _Told],
    rules: Sequence[Rule],
    known: _Known,
) -> list[Judged]:
    """Each reading with its line: as it stands already where it leans on nothing that changed."""
    if known.changed and len(known.changed) > max(_FEW, len(readings) // 4):
        known = _UNKNOWN  # as many as that lean on each other: all is quicker
    anew = {
        each.id: _line(measure, rows[each.id].n, each)
        for each in standings(scale, targets, readings, rules, known.changed)
    }
    stood = {each.id: known.lines.get(rows[each.id].n) for each in readings if each.id not in anew}
    if None in stood.values():  # nothing stands beside a reading that did not change: all is worked out
        return _judged(measure, scale, targets, readings, rows, rules, _UNKNOWN)
    return [(each, line) for each in readings if (line := anew.get(each.id) or stood[each.id])]


def _kept_of(
    measure: Record, scale: Scale, targets: list[Target], judged: list[Judged], rows: Mapping[str, _Told]
) -> Kept:
    reading, line = _latest(judged)
    rating = line.rating if line else "no_reading"
    source = rows[reading.id] if reading else None
    after = next_period(judged[-1][0].period) if judged and scale.frequency else ""
    if not judged:
        after = first_due(scale, targets)
    target = next(
        (each for each in targets if line and each.ends >= line.ends), targets[-1] if targets else None
    )
    return Kept(
        measure["n"],
        measure["partnership"] or "",
        len(judged),
        reading.period if reading else "",
        line.ends if line else "",
        _text(reading.value) if reading else "",
        line.path if line else "",
        _goal(target),
        target.period if target else "",
        rating,
        RANKS[rating],
        line.direction if line else "",
        int(rating == "red" and not (source and source.commentary and source.cause)),
        ",".join(missing(measure)),
        after,
        period_bounds(after)[1] if after else "",
        " ".join(
            f"{_text(each.value)}:{its.rating}" for each, its in judged[-SPARKS:] if each.value is not None
        ),
    )


def _latest(judged: list[Judged]) -> Judged | tuple[None, None]:
    """The last reading that says something: 'not due' only where there is nothing else."""
    said = next((each for each in reversed(judged) if each[1].rating != "not_due"), None)
    return said or (judged[-1] if judged else (None, None))


def _line(measure: int, n: int, each: Standing) -> Line:
    return Line(n, measure, each.ends, each.rating, _path(each.path), _text(each.variance), each.direction)


def _path(path: PathValue | None) -> str:
    return _span(path.value, path.low, path.high) if path else ""


def _goal(target: Target | None) -> str:
    return _span(target.value, target.low, target.high) if target else ""


def _span(value: Decimal | None, low: Decimal | None, high: Decimal | None) -> str:
    """A value as text, or a band as 'low to high'; an open side is left empty."""
    return (
        _text(value)
        if value is not None or (low is None and high is None)
        else f"{_text(low)} to {_text(high)}"
    )


@lru_cache(maxsize=16_384)
def _text(number: Decimal | None) -> str:
    return "" if number is None else plain(exact(number))
