"""A file of figures understood, before anybody has said whose area is ours: series, areas, what is wrong."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from pmdesk.domain.periods import period_bounds
from pmdesk.domain.words import N_, Say
from pmdesk.exchange.about_measures import Known
from pmdesk.exchange.figure_columns import FigureColumn, columns_of, remapped
from pmdesk.exchange.figure_layout import choose_layout
from pmdesk.exchange.figure_points import Area, Point, Problem, gather
from pmdesk.exchange.figure_series import Series, build_series
from pmdesk.exchange.grids import Book


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
) -> FigureFile | None:
    """What a file of figures holds; None where it is no such file.

    `mapping` are columns that a person put right: {heading: role, or None to leave it out}; `other_list` is
    asked whether the headings beside the figures are those of a list of something else.
    """
    layout = choose_layout(remapped(book, mapping or {}))
    if layout is None:
        return None
    grid = next(grid for grid in book.grids if grid.name == layout.grid.name)
    columns = columns_of(layout, grid.rows[layout.heading_at])
    if other_list and other_list([column.heading for column in columns]):
        return None
    found = gather(layout, year)
    if not found.points and not found.undated:
        return None
    series = build_series(layout, found, about)
    twice = Counter[int]()
    for each in series:
        each.points = _once(each, twice)
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
    )


def is_surely_figures(file: FigureFile) -> bool:
    """Whether a file nobody called figures is one all the same: several periods, hardly a cell unread."""
    return file.times > 1 and file.figures >= 4 and len(file.problems) * 5 <= file.figures


def _once(series: Series, twice: Counter[int]) -> list[Point]:
    """The series with each figure once; where the file contradicts itself none of them is taken."""
    first: dict[tuple[int, str, str], Point] = {}
    bad: set[tuple[int, str, str]] = set()
    for point in series.points:
        place = (point.area, point.period, point.kind)
        before = first.setdefault(place, point)
        if before is point:
            continue
        if (before.cell.value, before.cell.state) == (point.cell.value, point.cell.state):
            twice[point.row] += 1
            continue
        if place not in bad:
            series.problems.append(_contradiction(before, point))
        series.problems.append(_contradiction(point, before))
        bad.add(place)
    return [point for place, point in first.items() if place not in bad]


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
