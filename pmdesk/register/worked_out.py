"""What ought to be kept beside measures: their records are read many at a time, the rules asked for each one.

The rules are the domain's own (`domain/standing.py`), never written again here; nothing depends on today.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from pmdesk.domain.decimals import exact, plain
from pmdesk.domain.periods import next_period, period_bounds
from pmdesk.domain.profile import PathValue
from pmdesk.domain.rating import RANKS
from pmdesk.domain.readiness import missing
from pmdesk.domain.series import Rule, Scale, Target, readings_of, scale_of, targets_of
from pmdesk.domain.standing import Standing, first_due, standings
from pmdesk.register.database import Connection, among

SPARKS = 12  # readings drawn small in a list
AT_ONCE = 512  # measures whose records are in memory together
_MEASURE = (
    "n", "id", "deleted", "stub", "partnership", "unit", "polarity", "aggregation", "frequency", "definition",
    "source", "data_supplier", "baseline", "baseline_on", "profile", "tolerance", "tolerance_is",
    "change_interval", "direction_against",
)  # fmt: skip
_EARLIER = ("measure", "id", "before", "tolerance", "tolerance_is")
_TARGET = ("measure", "id", "period", "value", "low", "high", "floor", "stretch")
_READING = (
    "measure",
    "n",
    "id",
    "period",
    "value",
    "numerator",
    "denominator",
    "state",
    "commentary",
    "cause",
)

Record = Mapping[str, Any]


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


def worked_out(db: Connection, measures: Sequence[str], rules: Sequence[Rule]) -> Iterator[list[Beside]]:
    """Of measures by their ids, some at a time; one that has no row at all is left out."""
    for first in range(0, len(measures), AT_ONCE):
        yield _some(db, measures[first : first + AT_ONCE], rules)


def _some(db: Connection, measures: Sequence[str], rules: Sequence[Rule]) -> list[Beside]:
    rows = among(db, f"SELECT {', '.join(_MEASURE)} FROM measure WHERE id IN ({{marks}})", measures)
    earlier = _hanging(db, "earlier_tolerance", _EARLIER, measures)
    targets, readings = _hanging(db, "target", _TARGET, measures), _hanging(db, "reading", _READING, measures)
    return [
        _one(
            dict(zip(_MEASURE, row, strict=True)),
            earlier.get(row[1], ()),
            targets.get(row[1], ()),
            readings.get(row[1], ()),
            rules,
        )
        for row in rows
    ]


def _hanging(
    db: Connection, kind: str, names: tuple[str, ...], measures: Sequence[str]
) -> dict[str, list[Record]]:
    sql = f"SELECT {', '.join(names)} FROM {kind} WHERE measure IN ({{marks}}) AND deleted = 0 AND stub = 0"
    found: dict[str, list[Record]] = {}
    for row in among(db, sql, measures):
        found.setdefault(row[0], []).append(dict(zip(names, row, strict=True)))
    return found


def _one(
    measure: Record,
    earlier: Iterable[Record],
    aimed: Iterable[Record],
    told: Iterable[Record],
    rules: Sequence[Rule],
) -> Beside:
    n, identity = measure["n"], measure["id"]
    if measure["deleted"] or measure["stub"]:
        return Beside(n, identity, None, [])
    scale, targets = scale_of(measure, earlier), targets_of(aimed)
    rows = {each["id"]: each for each in told}
    stood = standings(scale, targets, readings_of(rows.values(), scale.per_cent), rules)
    lines = [_line(n, rows[each.reading.id]["n"], each) for each in stood]
    return Beside(n, identity, _kept_of(measure, scale, targets, stood, rows), lines)


def _kept_of(
    measure: Record, scale: Scale, targets: list[Target], stood: list[Standing], rows: Mapping[str, Record]
) -> Kept:
    latest = _latest(stood)
    rating = latest.rating if latest else "no_reading"
    source = rows[latest.reading.id] if latest else {}
    after = next_period(stood[-1].period) if stood and scale.frequency else ""
    if not stood:
        after = first_due(scale, targets)
    target = next(
        (each for each in targets if latest and each.ends >= latest.ends), targets[-1] if targets else None
    )
    return Kept(
        measure["n"],
        measure["partnership"] or "",
        len(stood),
        latest.period if latest else "",
        latest.ends if latest else "",
        _text(latest.value) if latest else "",
        _path(latest.path) if latest else "",
        _goal(target),
        target.period if target else "",
        rating,
        RANKS[rating],
        latest.direction if latest else "",
        int(rating == "red" and not (source.get("commentary") and source.get("cause"))),
        ",".join(missing(measure)),
        after,
        period_bounds(after)[1] if after else "",
        " ".join(f"{_text(each.value)}:{each.rating}" for each in stood[-SPARKS:] if each.value is not None),
    )


def _latest(stood: list[Standing]) -> Standing | None:
    """The last reading that says something: 'not due' only where there is nothing else."""
    said = [each for each in stood if each.rating != "not_due"] or stood
    return said[-1] if said else None


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


def _text(number: Decimal | None) -> str:
    return "" if number is None else plain(exact(number))
