"""The grid on which readings are typed: a row is a measure and a period, judged as it would stand."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from pmdesk.domain.decimals import decimal_of, decimals_of, fitted, plain, say_measured, say_number
from pmdesk.domain.measure import READING
from pmdesk.domain.periods import frequency_of, is_period
from pmdesk.domain.profile import PathValue, path
from pmdesk.domain.rating import RATINGS, rule_in_force, word_of
from pmdesk.domain.series import Rule, Scale, Target, readings_of, scale_of, targets_of
from pmdesk.domain.standing import Standing, standings
from pmdesk.domain.units import is_pounds
from pmdesk.domain.words import N_, Say, Words
from pmdesk.figures.readings_entry import FIELDS, NUMBERS, Texts, Understood, differing, understand, wanting

Record = Mapping[str, object]
# A row's measure (its id) and period: what its typing is kept under.
Key = tuple[str, str]
STATES = {code: Say(label) for code, label in READING.field("state").choices}


@dataclass(frozen=True, slots=True)
class Series:
    """A measure as the grid needs it; `records` are the readings it has, one for each period."""

    id: str
    code: str
    title: str
    unit: str
    decimals: int | None
    scale: Scale
    targets: tuple[Target, ...]
    records: Mapping[str, Record]

    @property
    def name(self) -> str:
        return f"{self.code} {self.title}".strip()


@dataclass(frozen=True, slots=True)
class Line:
    """A row: `stored` is its reading's text by field, `reading` its id, both empty where there is none."""

    key: Key
    reading: str = ""
    stored: Texts = field(default_factory=dict)
    previous: str = ""  # the reading before, said with its period where that is not the one just before
    unsettled: bool = False  # whether two laptops left two values in it, or two readings


@dataclass(frozen=True, slots=True)
class ReadingsGrid:
    """One measure's periods (`measure` is its id), or one period across measures (`measure` is '')."""

    measure: str
    period: str
    lines: tuple[Line, ...]
    series: Mapping[str, Series]
    rules: tuple[Rule, ...]
    more: bool = False  # whether measures belong here that were too many to show


class Judged(NamedTuple):
    """A row as it would stand: its rating ('' where nothing is there to rate), with shape and word.

    `changed` is what differs from the register as it would be saved; `problems` are sentences by field of
    what was typed; `marked` are fields whose stored text was kept as typed because nobody could read it;
    `ask` is the question that a missed target without a note puts.
    """

    rating: str
    shape: str
    word: str
    path: str
    value: Decimal | None
    changed: Mapping[str, str]
    problems: Mapping[str, Say]
    marked: frozenset[str]
    ask: Say | None


def series_of(
    measure: Record, targets: Iterable[Record], readings: Iterable[Record], earlier: Iterable[Record] = ()
) -> Series:
    """A measure with the records that hang on it as they are kept; of two for one period the newer."""
    decimals = measure.get("decimals")
    rows = sorted(readings, key=lambda row: str(row.get("id")))
    return Series(
        str(measure["id"]),
        str(measure.get("code") or ""),
        str(measure.get("title") or ""),
        str(measure.get("unit") or ""),
        decimals if isinstance(decimals, int) else None,
        scale_of(measure, earlier),
        tuple(targets_of(targets)),
        {str(row["period"]): row for row in rows if is_period(row.get("period"))},
    )


def line_of(series: Series, period: str, before: str = "") -> Line:
    """The row of a measure for a period; `before` is the period just before it."""
    record = series.records.get(period)
    key = (series.id, period)
    previous = _previous(series, before)
    if record is None:
        return Line(key, previous=previous)
    stored = {name: str(record[name]) for name in FIELDS if record.get(name) not in (None, "")}
    return Line(key, str(record["id"]), stored, previous)


def has_parts(grid: ReadingsGrid) -> bool:
    """Whether the grid asks for numerator and denominator: some measure in it is a ratio or has them."""
    ratio = any(each.scale.aggregation == "ratio" for each in grid.series.values())
    return ratio or any(line.stored.get("numerator") for line in grid.lines)


def frequency(grid: ReadingsGrid) -> str:
    """How often the measure of a grid is taken, as it says or as its last row says; '' across measures."""
    if not grid.measure:
        return ""
    said = grid.series[grid.measure].scale.frequency
    return said or (frequency_of(grid.lines[-1].key[1]) if grid.lines else "")


def judge(
    series: Series, rules: Sequence[Rule], lines: Iterable[tuple[Line, Texts]], words: Words
) -> dict[str, Judged]:
    """Rows of one measure with what is typed in each, judged together, by period.

    The rating is the domain's own, of the readings as they would stand: one row may change another's (last
    year's reading, last year's shape).
    """
    rows = [(line, typed, understand({**line.stored, **typed}, words)) for line, typed in lines]
    records: dict[str, Record] = dict(series.records)
    for line, _typed, row in rows:
        records.pop(line.key[1], None)
        if any(row.values.values()):
            records[line.key[1]] = {**row.values, "id": line.reading, "period": line.key[1]}
    readings = readings_of(records.values(), series.scale.per_cent)
    stood = {each.period: each for each in standings(series.scale, series.targets, readings, rules)}
    paths = path(series.scale, series.targets, readings, [line.key[1] for line, _typed, _row in rows])
    return {
        line.key[1]: _judged(series, rules, stood.get(line.key[1]), aimed, _Row(line, typed, row))
        for (line, typed, row), aimed in zip(rows, paths, strict=True)
    }


def shown(series: Series, name: str, text: str, words: Words) -> str:
    """A cell's text as it is read: numbers with the measure's sign and decimals, choices by their words.

    No digit that was typed is rounded away.
    """
    if name in NUMBERS:
        number = decimal_of(text)
        if number is None:
            return text
        if name == "value":
            return say_measured(number, series.unit, _typed_places(series, number))
        return say_number(number, _places(number, None))
    if choices := READING.field(name).choices:
        return words(dict(choices).get(text, text)) if text else ""
    return text


class _Row(NamedTuple):
    line: Line
    typed: Texts
    read: Understood


def _judged(
    series: Series, rules: Sequence[Rule], stood: Standing | None, aimed: PathValue | None, row: _Row
) -> Judged:
    said, values = _say_path(series, aimed), row.read.values
    readable = {name: values[name] for name in FIELDS if name not in row.read.problems}
    changed = differing(readable, row.line.stored)
    unread = {name: why for name, why in row.read.problems.items() if name in row.typed}
    touched = bool(changed.keys() & {*NUMBERS, "state"}) or not row.line.reading
    problems = unread or wanting(row.read, touched, STATES)
    marked = frozenset(row.read.problems.keys() - unread.keys())
    if stood is None or problems:
        return Judged("", "plain", "", said, None, changed, problems, marked, None)
    word = word_of(stood.rating, rule_in_force(rules, stood.ends))
    noteless = stood.rating == "red" and not (values["commentary"] and values["cause"])
    ask = _ask(series, stood, word, said) if noteless else None
    shape = RATINGS[stood.rating][0]
    return Judged(stood.rating, shape, word, said, stood.value, changed, problems, marked, ask)


def _ask(series: Series, stood: Standing, word: str, aimed: str) -> Say:
    """What is asked when a target is missed (field.md: a note nobody was made to write)."""
    number = stood.value or Decimal(0)
    value = say_measured(number, series.unit, _typed_places(series, number))
    return Say(
        N_("{rating}: {value} against {target}. What lies behind it, and whose doing is it?"),
        {"rating": Say(word), "value": value, "target": aimed},
    )


def _say_path(series: Series, aimed: PathValue | None) -> str:
    if aimed is None:
        return ""
    if aimed.value is not None:
        # A target is said as it was agreed, a path worked out to the measure's own decimals.
        if aimed.found == "target":
            return say_measured(aimed.value, series.unit, _typed_places(series, aimed.value))
        return _worked_out(series, aimed.value)
    low, high = (_worked_out(series, each) for each in (aimed.low, aimed.high))
    return f"{low}\u2013{high}" if low and high else f"\u2265 {low}" if low else f"\u2264 {high}"


def _worked_out(series: Series, number: Decimal | None) -> str:
    """To the measure's decimals; where nobody chose them, to one more than stand in its figures."""
    if number is None or series.decimals is not None:
        return say_measured(number, series.unit, series.decimals)
    known = [decimal_of(each.get("value")) for each in series.records.values()]
    aims = (end for each in series.targets for end in (each.value, each.low, each.high))
    return say_measured(fitted(number, decimals_of([*known, *aims])), series.unit)


def _previous(series: Series, before: str) -> str:
    record = series.records.get(before)
    if record is None:
        return ""
    read = readings_of([record], series.scale.per_cent)
    if read and read[0].value is not None:
        return say_measured(read[0].value, series.unit, series.decimals)
    return ""


def _typed_places(series: Series, number: Decimal) -> int:
    """No digit is rounded away; pence are two digits, unless the measure itself shows one."""
    places = _places(number, series.decimals)
    return 2 if places == 1 and series.decimals is None and is_pounds(series.unit) else places


def _places(number: Decimal, decimals: int | None) -> int:
    """As many decimals as the measure shows, or as were typed where those are more."""
    _whole, _point, part = plain(number).partition(".")
    return max(len(part), decimals or 0)
