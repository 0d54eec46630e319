"""The figures of a file one by one: of which series, area and period; and what could not be read."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from pmdesk.domain.dates import NotRead
from pmdesk.domain.decimals import plain
from pmdesk.domain.periods import period_bounds
from pmdesk.domain.words import N_, Say
from pmdesk.exchange.figure_cells import FigureCell
from pmdesk.exchange.figure_layout import Layout, heading_in, several_sheets
from pmdesk.exchange.figure_names import Area, Known, Names, SeriesKey
from pmdesk.exchange.figure_rows import Row, cell_of, kind_of, rows_of, text_of
from pmdesk.exchange.figure_times import YEAR_KINDS, Times

__all__ = ["Area", "Gathered", "Point", "Problem", "SeriesKey", "gather"]


class Point(NamedTuple):
    """One figure; `area` is -1 where the file names no areas; `kind` is 'value' or 'target'.

    `beside` is what else stands in its row for this figure alone: ('stretch', '99'), ('commentary', 'Snow').
    """

    row: int
    column: str
    series: int
    area: int
    period: str
    kind: str
    cell: FigureCell
    beside: tuple[tuple[str, str], ...] = ()


class Problem(NamedTuple):
    """A row (as the spreadsheet numbers it) and a column that could not be read, and why."""

    row: int
    column: str
    say: Say


@dataclass(slots=True)
class Gathered:
    """Everything in the sheet; `facts` are texts about a series by role ('polarity', 'source' ...)."""

    keys: list[SeriesKey] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    facts: dict[int, dict[str, str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    missing: dict[int, Counter[int]] = field(default_factory=dict)  # empty cells by series and area
    rows: int = 0
    totals: int = 0  # rows that sum up other rows
    texts: int = 0  # rows that hold one text and no figure: titles, notes
    extras: dict[int, dict[str, str]] = field(default_factory=dict)  # by row: numerator, commentary ...
    undated: tuple[str, ...] = ()  # headings such as 'Q1' whose year is not known
    notes: list[Say] = field(default_factory=list)  # what was worked out that a person should know


_COUNTS = ("numerator", "denominator")
_BESIDE = ("stretch", "floor")  # kinds of figures that belong to the target of their row
_CARRIED = N_("Rows without a name are read with the name above them: {n}.")


def gather(layout: Layout, year: str = "", year_kind: str = "") -> Gathered:
    """Read every figure of a file's tables.

    `year` ('2024/25') is given where the sheet does not say which; `year_kind` ('calendar' or 'financial',
    which `year` may say too) where quarters are named by one year: 'Q1 2024'.
    """
    if year in YEAR_KINDS:
        year, year_kind = "", year
    known = Known()
    found = Gathered(known.keys, known.areas, facts=known.facts, notes=list(layout.notes))
    tables, carried = (layout, *layout.more), 0
    for table in tables:
        names, kept = Names(table, known), rows_of(table)
        own = year or table.year if len(tables) == 1 else table.year or year
        times = Times(table, kept.rows, names, own, year_kind)
        reading = _Reading(found, layout, table, names, times)
        for row in kept.rows:
            reading.read(row)
        found.undated = tuple(dict.fromkeys((*found.undated, *times.undated)))
        found.rows, found.totals = found.rows + kept.all, found.totals + kept.totals
        found.texts, carried = found.texts + kept.texts, carried + kept.carried
    if carried:
        found.notes.append(Say(_CARRIED, {"n": carried}))
    return found


class _Figure(NamedTuple):
    """One cell with everything that says whose it is."""

    heading: str
    kind: str | None
    series: int | None
    area: int | None
    period: str | NotRead | None
    cell: FigureCell
    text: str  # as it stands in the file


class _Reading:
    """Reads one table's rows into what is gathered; of several sheets each is named before its column."""

    def __init__(self, found: Gathered, layout: Layout, table: Layout, names: Names, times: Times) -> None:
        self._found, self._table, self._names, self._times = found, table, names, times
        self._layout, self._sheets = layout, several_sheets(layout)

    def read(self, row: Row) -> None:
        """Every figure of one row, and what stands beside them."""
        kind = kind_of(self._table, row)
        if kind == "":
            return
        first, beside = len(self._found.points), list[_Figure]()
        for figure in self._figures(row, kind):
            if figure.kind in _BESIDE:
                beside.append(figure)
            else:
                self._take(row, figure)
        for figure in beside:
            self._give_target(row, figure, first)
        self._keep_extras(row, first)

    def _figures(self, row: Row, kind: str | None) -> list[_Figure]:
        area = self._names.area(row)
        found = []
        for column in self._table.data:
            series = self._names.series(row, column)
            found.append(
                _Figure(
                    heading_in(self._layout, self._table, column),
                    kind if column.says.kind == "value" else column.says.kind,
                    series,
                    self._names.across(column) if column.says.area else area,
                    self._times.of(column, row, series),
                    cell_of(self._table, row, column),
                    text_of(row, column.at),
                )
            )
        return found

    def _take(self, row: Row, figure: _Figure) -> None:
        cell, series, area, period = figure.cell, figure.series, figure.area, figure.period
        if not cell.state and cell.problem is None:
            if series is not None:
                self._found.missing.setdefault(series, Counter())[-1 if area is None else area] += 1
        elif figure.kind == "baseline" and series is not None and isinstance(period, str):
            self._found.facts[series] |= {"baseline": figure.text, "baseline_on": period}
        elif (why := _why_not(figure)) is not None:
            self._found.problems.append(Problem(row.number, figure.heading, why))
        elif series is not None and area is not None and isinstance(period, str):
            kind = "target" if figure.kind == "target" else "value"
            beside = tuple(zip(_COUNTS, cell.parts, strict=False)) if kind == "value" else ()
            self._found.points.append(
                Point(row.number, figure.heading, series, area, period, kind, cell, beside)
            )

    def _give_target(self, row: Row, figure: _Figure, first: int) -> None:
        """A stretch or a floor belongs to the target of its series, area and period."""
        if figure.cell.value is None and figure.cell.problem is None:
            return
        wanted = (figure.series, figure.area, figure.period, "target")
        points = self._found.points
        of = next((at for at in range(first, len(points)) if points[at][2:6] == wanted), None)
        why = _why_not(figure) or Say(N_("there is no target that this one belongs to."))
        if of is None or figure.cell.value is None:
            self._found.problems.append(Problem(row.number, figure.heading, why))
            return
        said = (str(figure.kind), plain(figure.cell.value))
        points[of] = points[of]._replace(beside=(*points[of].beside, said))

    def _keep_extras(self, row: Row, first: int) -> None:
        """Numerator and comment stay with the row's reading; the comment on several with the latest."""
        extras = self._names.extras(row)
        if extras and not self._sheets:
            self._found.extras[row.number] = extras
            return
        if not extras and self._table.shape == "wide" and (said := self._names.cell(row, "commentary")):
            extras = {"commentary": said}
        if extras:
            _give_latest(self._found.points, first, extras)


def _why_not(figure: _Figure) -> Say | None:
    """Why a figure cannot be taken; None where it can, once its year is known."""
    if figure.series is None:
        return Say(N_("the row does not say which measure it is."))
    if figure.area is None:
        return Say(N_("the row does not say which area it is."))
    if figure.kind is None:
        return Say(N_("the row does not say whether it is an actual figure or a target."))
    if isinstance(figure.period, NotRead):
        return figure.period.sentence
    return figure.cell.problem


def _give_latest(points: list[Point], first: int, extras: Mapping[str, str]) -> None:
    """What stands beside a row of figures goes to its latest reading."""
    readings = [at for at in range(first, len(points)) if points[at].kind == "value"]
    if readings:
        latest = max(readings, key=lambda at: period_bounds(points[at].period)[1])
        points[latest] = points[latest]._replace(beside=(*points[latest].beside, *extras.items()))
