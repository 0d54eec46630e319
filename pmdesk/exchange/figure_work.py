"""The records that a file of figures makes or changes: measures, our readings and targets, other areas."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from pmdesk.domain.check import LONGEST
from pmdesk.domain.comparators import Figure, read_figures, write_figures
from pmdesk.domain.decimals import decimal_of, plain
from pmdesk.domain.facts import Type
from pmdesk.domain.words import N_, Say
from pmdesk.exchange.figure_areas import known_area
from pmdesk.exchange.figure_choices import Choices, KnownFigures, PlannedSeries
from pmdesk.exchange.figure_file import FigureFile
from pmdesk.exchange.figure_points import Area, Point
from pmdesk.exchange.figure_series import PART, Series
from pmdesk.exchange.match import Link, PlanValue
from pmdesk.exchange.plan import Write

Record = Mapping[str, object]
_KEPT = Say(N_("not known in the file: the figure of the register is kept"))
# What the file does not know takes nothing away; what was suppressed since is suppressed.
_NOT_SAID = ("unknown", "not_due")


class Work:
    """The records being put together; `outcomes` counts figures, `kept` those a file has no word on."""

    def __init__(self, file: FigureFile, known: KnownFigures, choices: Choices, own: int | None) -> None:
        self.writes: list[Write] = []
        self.outcomes: Counter[str] = Counter()
        self.kept = 0
        self._file, self._known, self._choices, self._own = file, known, choices, own

    def take(self, series: Series, shown: PlannedSeries, measure: Record | None) -> None:
        """One series: its measure, our readings and targets, the other areas."""
        first = series.points[0].row if series.points else 0
        values = _measure_values(series, shown)
        if self._own is not None and (family := self._file.areas[self._own].family):
            values["family"] = family
        if measure is None:
            link: PlanValue = self._add("measure", None, values, first)
        else:
            link = str(measure["id"])
            self._add("measure", link, _filled_in(values, measure, self._choices, series.key), first)
        by_area: dict[int, list[Point]] = defaultdict(list)
        for written in series.points:
            point = _hundredfold(written) if shown.times == "100" else written
            if is_own(point, self._own):
                self._figure(point, link)
            elif point.kind == "value":
                by_area[point.area].append(point)
        if self._choices.others:
            for area, points in by_area.items():
                self._area(self._file.areas[area], points, link)

    def left_out(self) -> list[tuple[Say, int]]:
        """What stays out although its series comes in, and how many figures that is."""
        return [(_KEPT, self.kept)] if self.kept else []

    def _add(self, kind: str, record: str | None, values: Mapping[str, PlanValue], row: int) -> Link:
        if record is None or values:
            self.writes.append(Write(kind, record, values, row))
        return Link(len(self.writes) - 1)

    def _figure(self, point: Point, link: PlanValue) -> None:
        """One figure of ours: a reading or a target, new, changed or the same."""
        kind = "reading" if point.kind == "value" else "target"
        values = self._reading(point) if kind == "reading" else self._target(point)
        before = self._before(kind, link, point.period)
        if before is None:
            self._add(kind, None, {"measure": link, "period": point.period, **values}, point.row)
            self.outcomes["added"] += 1
            return
        if point.cell.value is None and point.cell.state in _NOT_SAID and before.get("value") is not None:
            self.kept += 1
            return
        changed = {name: value for name, value in values.items() if not _same(name, before.get(name), value)}
        self._add(kind, str(before["id"]), changed, point.row)
        self.outcomes["changed" if changed else "same"] += 1

    def _reading(self, point: Point) -> dict[str, PlanValue]:
        beside = {**self._file.extras.get(point.row, {}), **dict(point.beside)}
        values: dict[str, PlanValue] = {"value": _plain(point.cell.value), "state": point.cell.state}
        return values | {name: _as_kept(name, text) for name, text in beside.items()}

    def _target(self, point: Point) -> dict[str, PlanValue]:
        values: dict[str, PlanValue] = {"value": _plain(point.cell.value)}
        return values | {name: _as_kept(name, text) for name, text in point.beside}

    def _before(self, kind: str, link: PlanValue, period: str) -> Record | None:
        known = self._known.readings if kind == "reading" else self._known.targets
        return None if isinstance(link, Link) else known.get(str(link), {}).get(period)

    def _area(self, area: Area, points: Sequence[Point], link: PlanValue) -> None:
        """One other area: its figures added to those it has."""
        known = [] if isinstance(link, Link) else self._known.comparators.get(str(link), [])
        place = known_area(area, known, self._file.areas)
        before = None if place is None else known[place]
        kept = read_figures(before.get("figures")) if before else {}
        fresh = self._fresh({point.period: _figure_of(point) for point in points}, kept)
        if before is None:
            values: dict[str, PlanValue] = {"measure": link, "area": area.name}
            values |= {"figures": write_figures(fresh), "area_code": area.code or None}
            self._add("comparator", None, {**values, "family": area.family or None}, points[0].row)
            return
        changed: dict[str, PlanValue] = {}
        if any(kept.get(period) != figure for period, figure in fresh.items()):
            changed["figures"] = write_figures({**kept, **fresh})
        if area.code and not before.get("area_code"):
            changed["area_code"] = area.code
            if before.get("area") == area.code:
                changed["area"] = area.name
        self._add("comparator", str(before["id"]), changed, points[0].row)

    def _fresh(self, figures: Mapping[str, Figure], kept: Mapping[str, Figure]) -> dict[str, Figure]:
        """The figures of an area that are taken, each counted as added, changed or the same."""
        taken: dict[str, Figure] = {}
        for period, figure in figures.items():
            before = kept.get(period)
            if figure in _NOT_SAID and isinstance(before, Decimal):
                self.kept += 1
                continue
            taken[period] = figure
            self.outcomes["added" if before is None else "same" if before == figure else "changed"] += 1
        return taken


def is_own(point: Point, own: int | None) -> bool:
    """Whether a figure is the council's own: of its area, or of a file that names none."""
    return point.area == -1 or point.area == own


def _hundredfold(point: Point) -> Point:
    """0.101 as 10.1."""
    if point.cell.value is None:
        return point
    return point._replace(cell=point.cell._replace(value=point.cell.value * 100))


def _as_kept(name: str, text: str) -> str:
    """What stands beside a figure: a number as plain text, a commentary as it is written."""
    number = decimal_of(text)
    return text if name == "commentary" or number is None else plain(number)


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
