"""What bringing a file of figures in would do, without doing it: measures, our readings, other areas' series.

Pure: the register is known only through plain values, and nothing is written. `actions` carries the plan out.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from pmdesk.domain.check import LONGEST
from pmdesk.domain.comparators import Figure, is_whole, read_figures, write_figures
from pmdesk.domain.decimals import decimal_of, plain
from pmdesk.domain.facts import Type
from pmdesk.domain.words import N_, Say
from pmdesk.exchange.about_measures import alike
from pmdesk.exchange.figure_areas import find_area, own_area
from pmdesk.exchange.figure_file import FigureFile
from pmdesk.exchange.figure_points import Area, Point, Problem
from pmdesk.exchange.figure_series import MEASURE, PART, Series
from pmdesk.exchange.match import Link, PlanValue
from pmdesk.exchange.names import fold
from pmdesk.exchange.plan import Write

Record = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person chose; what is not chosen is as the file suggests."""

    area: str = ""  # the name or code of our area
    others: bool = True  # other areas come in as comparators
    taken: Mapping[str, bool] = field(default_factory=dict)  # series key -> whether it comes in
    roles: frozenset[str] = frozenset()  # 'real' and 'part' where these come in too
    fractions: bool = False  # per cents written as 0.1 are taken times 100
    typed: Mapping[tuple[str, str], str] = field(default_factory=dict)  # (series key, field) -> value


@dataclass(frozen=True, slots=True)
class KnownFigures:
    """What the register has: measures; by measure its readings and targets by period, others by area."""

    measures: Sequence[Record] = ()
    readings: Mapping[str, Mapping[str, Record]] = field(default_factory=dict)
    targets: Mapping[str, Mapping[str, Record]] = field(default_factory=dict)
    comparators: Mapping[str, Mapping[str, Record]] = field(default_factory=dict)


class PlannedSeries(NamedTuple):
    """One series as the page shows it; `why_out` says why it stays out unless it is ticked."""

    key: str
    code: str
    title: str
    unit: str
    polarity: str
    frequency: str
    role: str
    taken: bool
    why_out: Say | None
    readings: int
    targets: int
    suppressed: int
    missing: int
    others: int  # areas beside ours
    doubts: tuple[Say, ...]
    measure: str | None  # the measure of the register it belongs to
    times: str  # '100' where fractions become per cents, '1' where they might have to, else ''


@dataclass(frozen=True, slots=True)
class FigurePlan:
    """Everything that bringing the file in would do; `outcomes` counts figures by what becomes of them."""

    file: FigureFile
    choices: Choices
    own: int | None  # the place of our area; None where there are none or it must be chosen
    asks_area: bool
    series: tuple[PlannedSeries, ...]
    writes: tuple[Write, ...]
    outcomes: Counter[str]
    refused: tuple[Problem, ...]
    left_out: tuple[tuple[Say, int], ...]  # what stays out and how many figures that is

    def kinds(self) -> Counter[str]:
        """How many new records of each kind."""
        return Counter(write.kind for write in self.writes if write.id is None)


def matched(file: FigureFile, measures: Iterable[Record]) -> dict[str, Record]:
    """The measure of the register that each series belongs to: by its code, else by its exact title."""
    by_code: dict[str, Record] = {}
    by_title: dict[str, list[Record]] = {}
    for measure in measures:
        if measure.get("code"):
            by_code.setdefault(alike(str(measure["code"])), measure)
        by_title.setdefault(fold(str(measure.get("title") or "")), []).append(measure)
    found: dict[str, Record] = {}
    for series in file.series:
        record = by_code.get(alike(series.code)) if series.code else None
        if record is None:
            record = _titled(series, by_title)
        if record is not None:
            found[series.key] = record
    return found


def _titled(series: Series, by_title: Mapping[str, Sequence[Record]]) -> Record | None:
    """By the full title; by the plain one only where the unit is the same too; another code is another."""
    for title in (series.title, series.plain_title):
        for record in by_title.get(fold(title), ()):
            other_code = (
                series.code and record.get("code") and alike(str(record["code"])) != alike(series.code)
            )
            same_unit = title == series.title or (record.get("unit") or "") == series.unit
            if same_unit and not other_code:
                return record
    return None


def plan_figures(file: FigureFile, choices: Choices, known: KnownFigures, council: str = "") -> FigurePlan:
    """The plan for a file; which area is ours is chosen, else guessed from the council's name."""
    own = find_area(file.areas, choices.area) if choices.area else own_area(file.areas, council)
    asks = own is None and bool(file.areas)
    known_by_key = matched(file, known.measures)
    planned = [
        _planned(series, file, choices, own, asks, known_by_key.get(series.key)) for series in file.series
    ]
    work = _Work(file, known, choices, own)
    if not asks:
        for series, shown in zip(file.series, planned, strict=True):
            if shown.taken:
                work.take(series, shown, known_by_key.get(series.key))
    contradictions = (
        problem
        for series, shown in zip(file.series, planned, strict=True)
        if shown.taken
        for problem in series.problems
    )
    refused = tuple(sorted((*file.problems, *contradictions), key=lambda problem: problem.row))
    work.outcomes["refused"] = len(refused)
    return FigurePlan(
        file,
        choices,
        own,
        asks,
        tuple(planned),
        tuple(work.writes),
        work.outcomes,
        refused,
        _left_out(file, planned, own, choices),
    )


def _planned(
    series: Series, file: FigureFile, choices: Choices, own: int | None, asks: bool, measure: Record | None
) -> PlannedSeries:
    ours = [point for point in series.points if _is_own(point, own)]
    values = [point for point in ours if point.kind == "value"]
    why = _why_out(series, file, choices, own, asks, bool(ours))
    return PlannedSeries(
        series.key,
        _chosen(series, choices, "code", series.code),
        _chosen(series, choices, "title", series.title),
        _chosen(series, choices, "unit", series.unit),
        _chosen(series, choices, "polarity", str((measure or {}).get("polarity") or "") or series.polarity),
        _chosen(series, choices, "frequency", series.frequency),
        series.role,
        choices.taken.get(series.key, why is None),
        why,
        sum(1 for point in values if point.cell.value is not None),
        len(ours) - len(values),
        sum(1 for point in values if point.cell.state == "suppressed"),
        sum(point.cell.state in _NOT_KNOWN for point in values) + series.missing[-1 if own is None else own],
        len({point.area for point in series.points if point.area != own and point.area >= 0}),
        _doubts(series, choices),
        str(measure["id"]) if measure else None,
        _times(series, choices),
    )  # fmt: skip


def _doubts(series: Series, choices: Choices) -> tuple[Say, ...]:
    """What is still to be looked at; a person who has answered for the series has looked."""
    answered = any(key == series.key for key, _field in choices.typed)
    answered = answered or (series.fractions and choices.fractions and len(series.doubts) == 1)
    return () if answered else tuple(series.doubts)


def _times(series: Series, choices: Choices) -> str:
    """By how much the figures of a series are taken, as text."""
    if not series.fractions:
        return ""
    return choices.typed.get((series.key, "times")) or ("100" if choices.fractions else "1")


_NOT_KNOWN = ("unknown", "not_due", "not_applicable")


def _why_out(
    series: Series, file: FigureFile, choices: Choices, own: int | None, asks: bool, has_own: bool
) -> Say | None:
    if series.role not in (MEASURE, *choices.roles):
        return Say(_OUT[series.role])
    if not asks and file.areas and own is not None and not has_own:
        return Say(N_("no figure for {area}"), {"area": file.areas[own].name})
    return None


_OUT = {
    "real": N_("adjusted for inflation: the same figures in other money"),
    PART: N_("part of another measure: what it is reckoned from"),
}


def _chosen(series: Series, choices: Choices, name: str, otherwise: str) -> str:
    return choices.typed.get((series.key, name), otherwise)


def _is_own(point: Point, own: int | None) -> bool:
    return point.area == -1 or point.area == own


class _Work:
    """The records being put together, and what becomes of each figure."""

    def __init__(self, file: FigureFile, known: KnownFigures, choices: Choices, own: int | None) -> None:
        self.writes: list[Write] = []
        self.outcomes: Counter[str] = Counter()
        self._file, self._known, self._choices, self._own = file, known, choices, own

    def take(self, series: Series, shown: PlannedSeries, measure: Record | None) -> None:
        """One series: its measure, our readings and targets, the other areas."""
        first = series.points[0].row if series.points else 0
        values = _measure_values(series, shown)
        if measure is None:
            link: PlanValue = self._add("measure", None, values, first)
        else:
            link = str(measure["id"])
            self._add("measure", link, _filled_in(values, measure, self._choices, series.key), first)
        by_area: dict[int, list[Point]] = {}
        for written in series.points:
            point = _hundredfold(written) if shown.times == "100" else written
            if _is_own(point, self._own):
                self._figure(point, link)
            elif point.kind == "value":
                by_area.setdefault(point.area, []).append(point)
        if self._choices.others:
            for area, points in by_area.items():
                self._area(self._file.areas[area], points, link)

    def _add(self, kind: str, record: str | None, values: Mapping[str, PlanValue], row: int) -> Link:
        if record is None or values:
            self.writes.append(Write(kind, record, values, row))
        return Link(len(self.writes) - 1)

    def _figure(self, point: Point, link: PlanValue) -> None:
        """One figure of ours: a reading or a target, new, changed or the same."""
        kind = "reading" if point.kind == "value" else "target"
        values = self._reading(point) if kind == "reading" else {"value": _plain(point.cell.value)}
        before = self._before(kind, link, point.period)
        if before is None:
            self._add(kind, None, {"measure": link, "period": point.period, **values}, point.row)
            self.outcomes["added"] += 1
            return
        changed = {name: value for name, value in values.items() if not _same(name, before.get(name), value)}
        self._add(kind, str(before["id"]), changed, point.row)
        self.outcomes["changed" if changed else "same"] += 1

    def _reading(self, point: Point) -> dict[str, PlanValue]:
        values: dict[str, PlanValue] = {"value": _plain(point.cell.value), "state": point.cell.state}
        for name, text in self._file.extras.get(point.row, {}).items():
            number = decimal_of(text)
            values[name] = text if name == "commentary" or number is None else plain(number)
        return values

    def _before(self, kind: str, link: PlanValue, period: str) -> Record | None:
        known = self._known.readings if kind == "reading" else self._known.targets
        return None if isinstance(link, Link) else known.get(str(link), {}).get(period)

    def _area(self, area: Area, points: Sequence[Point], link: PlanValue) -> None:
        """One other area: its figures added to those it has."""
        fresh = {point.period: _figure_of(point) for point in points}
        before = (
            None
            if isinstance(link, Link)
            else self._known.comparators.get(str(link), {}).get(fold(area.name))
        )
        kept = read_figures(before.get("figures")) if before else {}
        for period, figure in fresh.items():
            self.outcomes[
                "same" if kept.get(period) == figure else "changed" if period in kept else "added"
            ] += 1
        if before is None:
            values = {"area_code": area.code or None, "family": area.family or None}
            figures: Mapping[str, PlanValue] = {
                "measure": link,
                "area": area.name,
                "figures": write_figures(fresh),
            }
            self._add("comparator", None, {**figures, **values}, points[0].row)
        elif any(kept.get(period) != figure for period, figure in fresh.items()):
            self._add(
                "comparator", str(before["id"]), {"figures": write_figures({**kept, **fresh})}, points[0].row
            )


def _hundredfold(point: Point) -> Point:
    """0.101 as 10.1."""
    if point.cell.value is None:
        return point
    return point._replace(cell=point.cell._replace(value=point.cell.value * 100))


def _figure_of(point: Point) -> Figure:
    return point.cell.value if point.cell.value is not None else point.cell.state


def _plain(value: Decimal | None) -> str | None:
    return None if value is None else plain(value)


def _same(name: str, before: object, value: PlanValue) -> bool:
    if name == "state":
        return (before or "actual") == value
    number = decimal_of(before)
    return before == value or (name != "commentary" and number is not None and number == decimal_of(value))


def _measure_values(series: Series, shown: PlannedSeries) -> dict[str, PlanValue]:
    values: dict[str, PlanValue] = {
        "title": shown.title[: LONGEST[Type.TEXT]],
        "code": shown.code,
        "unit": shown.unit,
        "polarity": shown.polarity,
        "frequency": shown.frequency,
        "aggregation": series.aggregation,
        "definition": series.definition,
        "source": series.source[: LONGEST[Type.TEXT]],
        "baseline": series.baseline[: LONGEST[Type.TEXT]],
        "baseline_on": series.baseline_on,
        "note": series.note,
        "visibility": "internal" if series.role == PART else "",
    }
    return {name: value for name, value in values.items() if value}


def _filled_in(
    values: Mapping[str, PlanValue], measure: Record, choices: Choices, key: str
) -> dict[str, PlanValue]:
    """What a measure of the register has not said yet, and what the person chose; nothing is lost."""
    chosen = {name for (series, name) in choices.typed if series == key}
    coded = measure.get("code") and measure.get("title") == measure.get("code")
    return {
        name: value
        for name, value in values.items()
        if measure.get(name) != value
        and (measure.get(name) in (None, "") or name in chosen or (name == "title" and coded))
    }


def _left_out(
    file: FigureFile, planned: Sequence[PlannedSeries], own: int | None, choices: Choices
) -> tuple[tuple[Say, int], ...]:
    """What stays out, each reason once, with its number of figures."""
    counts: dict[str, tuple[Say, int]] = {}
    for series, shown in zip(file.series, planned, strict=True):
        if not shown.taken:
            say = shown.why_out or Say(N_("left out by you"))
            counts[str(say)] = (say, counts.get(str(say), (say, 0))[1] + len(series.points))
    if not choices.others:
        others = sum(
            1
            for series, shown in zip(file.series, planned, strict=True)
            if shown.taken
            for point in series.points
            if not _is_own(point, own)
        )
        counts["others"] = (Say(N_("other areas")), others)
    if file.twice:
        counts["twice"] = (Say(N_("the same figure again")), file.twice)
    return tuple(counts.values())


def whole_areas(file: FigureFile) -> tuple[Area, ...]:
    """The totals and averages among the areas: kept to compare with, never counted as an area."""
    return tuple(area for area in file.areas if is_whole(area.name, area.code))
