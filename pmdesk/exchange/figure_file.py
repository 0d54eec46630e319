"""A file of figures understood, before anybody has said whose area is ours: series, areas, what is wrong."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from pmdesk.domain.periods import period_bounds
from pmdesk.domain.words import N_, Say
from pmdesk.exchange.about_measures import Known, alike
from pmdesk.exchange.figure_areas import core
from pmdesk.exchange.figure_columns import FigureColumn, columns_of, remapped
from pmdesk.exchange.figure_layout import Layout, choose_layout
from pmdesk.exchange.figure_points import Area, Gathered, Point, Problem, gather
from pmdesk.exchange.figure_same_areas import join_same_areas
from pmdesk.exchange.figure_series import Series, build_series
from pmdesk.exchange.grids import Book
from pmdesk.exchange.names import fold


@dataclass(frozen=True, slots=True)
class FigureFile:
    """`twice` counts figures that stand in the file again, word for word; they are taken once."""

    source: str
    sha256: str
    sheet: str
    names: tuple[str, ...]
    shape: str  # 'long' or 'wide'
    areas: tuple[Area, ...]
    series: tuple[Series, ...]
    columns: tuple[FigureColumn, ...]  # those beside the figures
    problems: tuple[Problem, ...]  # what could not be read at all
    extras: dict[int, dict[str, str]]
    twice: int
    twice_rows: tuple[int, ...]
    totals: int
    undated: tuple[str, ...]
    unread: tuple[str, ...]
    year: str
    figures: int  # how many there are, those that contradict each other too
    times: int  # and at how many different periods
    contradicted: Mapping[str, frozenset[int]] = field(default_factory=dict)  # series key -> those areas
    notes: tuple[Say, ...] = ()  # what was worked out that a person should know
    apart: tuple[str, ...] = ()  # headings not read that differ wherever rows contradict each other

    @property
    def periods(self) -> tuple[str, str]:
        """The first and the last period there is; ('', '') where there is none."""
        found = {point.period for series in self.series for point in series.points}
        ordered = sorted(found, key=lambda period: (period_bounds(period)[1], period))
        return (ordered[0], ordered[-1]) if ordered else ("", "")


def understand(
    book: Book,
    about: Known,
    year: str = "",
    mapping: Mapping[str, str | None] | None = None,
    other_list: Callable[[Sequence[str]], bool] | None = None,
    council: str = "",
    year_kind: str = "",
) -> FigureFile | None:
    """What a file of figures holds; None where it is no such file.

    `mapping` are columns that a person put right: {heading: role, or None to leave it out}; `other_list` is
    asked whether the headings beside the figures are those of a list of something else. A column under the
    name of our `council` is an area's, and so are those beside it; `year_kind` ('calendar' or 'financial')
    says which year '2023 Q1' is a quarter of.
    """
    layout = choose_layout(remapped(book, mapping or {}))
    if layout is None:
        return None
    layout = _areas_across(layout, council)
    grid = next(grid for grid in book.grids if grid.name == layout.grid.name)
    columns = columns_of(layout, grid.rows)
    dated = [column.heading for column in layout.data if column.says.period]
    if other_list and other_list([*(column.heading for column in columns), *dated]):
        return None
    found = gather(layout, year, year_kind)
    join_same_areas(found)
    if not found.points and not found.undated and not _says_why(layout, found):
        return None
    series = _together(build_series(layout, found, about))
    twice, against = Counter[int](), dict[str, list[_Against]]()
    for each in series:
        each.points, against[each.key] = _once(each.points, twice)
        each.problems = [problem for two in against[each.key] for problem in two.problems]
    return FigureFile(
        source=book.source,
        sha256=book.sha256,
        sheet=layout.grid.name,
        names=book.names,
        shape=layout.shape,
        columns=columns,
        areas=tuple(found.areas),
        series=tuple(series),
        problems=tuple(found.problems),
        extras=found.extras,
        twice=sum(twice.values()),
        twice_rows=tuple(sorted(twice)),
        totals=found.totals,
        undated=found.undated,
        unread=layout.unread,
        year=year or layout.year,
        figures=len(found.points),
        times=len({point.period for point in found.points}),
        contradicted={
            key: frozenset(two.point.area for two in found) for key, found in against.items() if found
        },
        notes=tuple(found.notes),
        apart=_apart(layout, [two for found in against.values() for two in found]),
    )


def _areas_across(layout: Layout, council: str) -> Layout:
    """The columns of figures as areas, where one is under our council's own name."""
    labels = {column.says.label for column in layout.data if column.says.kind == "value"}
    ours = any(label and core(label) == core(council) for label in labels)
    if not council or "area" in layout.roles or len(labels) < 2 or not ours:
        return layout
    across = (column._replace(says=column.says._replace(label="", area=column.says.label))
              for column in layout.data)  # fmt: skip
    further = tuple(_areas_across(table, council) for table in layout.more)
    return replace(layout, data=tuple(across), more=further)


def _says_why(layout: Layout, found: Gathered) -> bool:
    """Whether a sheet without a figure that can be read is one of figures all the same, and says why."""
    return bool(found.problems) and layout.shape == "long" and {"title", "period"} <= layout.roles.keys()


def is_surely_figures(file: FigureFile) -> bool:
    """Whether a file nobody called figures is one all the same: periods or areas, hardly a cell unread.

    Measures by their names with several periods across are no other list, though half of it cannot be read.
    """
    several = (file.times > 1 and file.figures >= 4) or bool(file.areas)
    across = file.shape == "wide" and any(each.role in ("title", "code") for each in file.columns)
    allowed = file.figures if across and file.times > 1 else file.figures / 5
    return several and file.figures > 0 and len(file.problems) <= allowed


def _together(series: Sequence[Series]) -> list[Series]:
    """Series whose titles differ only in case and spaces as one: 'Missed Bins' is 'missed bins'."""
    first: dict[tuple[str, ...], Series] = {}
    for each in series:
        said = (alike(each.code), fold(each.title), each.role)
        kept = first.setdefault(said, each)
        if kept.unit and each.unit and kept.unit != each.unit:
            kept = first.setdefault((*said, each.unit), each)
        if kept is not each:
            kept.unit = kept.unit or each.unit
            kept.points = [*kept.points, *each.points]
            kept.missing = kept.missing + each.missing
            kept.doubts += [doubt for doubt in each.doubts if doubt not in kept.doubts]
    return list(first.values())


class _Against(NamedTuple):
    """A figure, the earlier one that it contradicts, and what is said of both."""

    point: Point
    before: Point
    problems: tuple[Problem, ...]


def _once(points: Sequence[Point], twice: Counter[int]) -> tuple[list[Point], list[_Against]]:
    """Each figure once; where the file contradicts itself none of them is taken."""
    first: dict[tuple[int, str, str], Point] = {}
    bad: set[tuple[int, str, str]] = set()
    against = []
    for point in points:
        place = (point.area, point.period, point.kind)
        before = first.setdefault(place, point)
        if before is point:
            continue
        if (before.cell.value, before.cell.state) == (point.cell.value, point.cell.state):
            twice[point.row] += 1
            continue
        said = [_contradiction(point, before)]
        if place not in bad:
            said.insert(0, _contradiction(before, point))
        against.append(_Against(point, before, tuple(said)))
        bad.add(place)
    return [point for place, point in first.items() if place not in bad], against


def _apart(layout: Layout, against: Sequence[_Against]) -> tuple[str, ...]:
    """The columns not read whose cells differ wherever two rows contradict each other."""
    pairs = {(two.before.row, two.point.row) for two in against if two.before.row != two.point.row}
    one_sheet = all(table.grid is layout.grid for table in layout.more)
    return tuple(
        heading
        for at, heading in enumerate(layout.headings)
        if pairs and one_sheet and heading in layout.unread
        if all(_cell(layout, one, at) != _cell(layout, other, at) for one, other in pairs)
    )


def _cell(layout: Layout, row: int, at: int) -> str:
    cells = layout.grid.rows[row - 1]
    return cells[at].strip() if at < len(cells) else ""


def _contradiction(point: Point, other: Point) -> Problem:
    return Problem(
        point.row,
        point.column,
        Say(
            N_(
                "row {row} says {other} for the same measure, area and period ({period}); here it is {value}."
            ),
            {
                "row": other.row,
                "other": _shown(other),
                "period": point.period,
                "value": _shown(point),
            },
        ),
    )


def _shown(point: Point) -> str:
    return str(point.cell.value) if point.cell.value is not None else point.cell.state
