"""The figures of a sheet one by one: of which series, area and period; and what could not be read."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pmdesk.domain.dates import NotRead
from pmdesk.domain.periods import read_periods, year_before
from pmdesk.domain.words import N_, Say
from pmdesk.exchange.figure_cells import FigureCell, read_figure
from pmdesk.exchange.figure_headings import words_of
from pmdesk.exchange.figure_heads import DataColumn
from pmdesk.exchange.figure_layout import Layout
from pmdesk.exchange.headings import is_total
from pmdesk.exchange.names import fold


class SeriesKey(NamedTuple):
    """What tells one series of a file from another, as it is written there."""

    code: str
    title: str
    label: str  # what the heading over the figures says besides the period
    how: str
    unit: str
    split: str


class Area(NamedTuple):
    """An area as the file names it."""

    name: str
    code: str
    family: str = ""


class Point(NamedTuple):
    """One figure; `area` is -1 where the file names no areas; `kind` is 'value' or 'target'."""

    row: int
    column: str
    series: int
    area: int
    period: str
    kind: str
    cell: FigureCell


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


_KEYS = ("code", "title", "how", "unit")
_AREAS = ("area", "area_code", "family")
_EXTRAS = ("numerator", "denominator", "commentary")
_FACTS = ("polarity", "frequency", "aggregation", "definition", "source", "baseline")


class _Row(NamedTuple):
    number: int
    cells: Sequence[str]


def gather(layout: Layout, year: str = "") -> Gathered:
    """Read every figure of a sheet; `year` ('2024/25') is given where the sheet does not say which."""
    found = Gathered()
    names = _Names(layout, found)
    rows = list(_rows(layout, found))
    periods = _wide_periods(layout, year or layout.year, found) if layout.shape == "wide" else {}
    long = _long_periods(layout, rows, names, year or layout.year) if layout.shape == "long" else {}
    for row in rows:
        area = names.area(row)
        if extras := names.extras(row):
            found.extras[row.number] = extras
        for column in layout.data:
            text = row.cells[column.at].strip() if column.at < len(row.cells) else ""
            series = names.series(row, column)
            area = names.across(column) if column.says.area else area
            read = periods.get(column.at) if layout.shape == "wide" else long.get((series, row.number))
            _take(found, row, column, text, series, area, read)
    return found


def _rows(layout: Layout, found: Gathered) -> Iterator[_Row]:
    """The rows with figures or with a name; blank rows, notes and sums of other rows are left out."""
    data = [column.at for column in layout.data]
    for number, cells in enumerate(layout.rows, layout.heading_at + 2):
        filled = sum(1 for cell in cells if cell and not cell.isspace())
        if not filled:
            continue
        if filled == 1 and len(layout.headings) > 2 and not any(at < len(cells) and cells[at] for at in data):
            found.texts += 1
            continue
        found.rows += 1
        if "area" not in layout.roles and (is_total(cells) or _sums_up(layout, cells)):
            found.totals += 1
            continue
        yield _Row(number, cells)


def _sums_up(layout: Layout, cells: Sequence[str]) -> bool:
    """Whether the code or the title of a row says that it is a sum: 'Subtotal'."""
    places = (layout.roles.get(role, len(cells)) for role in ("code", "title"))
    return any(is_total((cells[at],)) for at in places if at < len(cells))


def _take(
    found: Gathered, row: _Row, column: DataColumn, text: str, series: int | None, area: int | None,
    period: str | NotRead | None,
) -> None:  # fmt: skip
    cell = read_figure(text)
    if not cell.state and cell.problem is None:
        if series is not None:
            found.missing.setdefault(series, Counter())[-1 if area is None else area] += 1
        return
    if series is None:
        _refuse(found, row, column, Say(N_("the row does not say which measure it is.")))
    elif area is None:
        _refuse(found, row, column, Say(N_("the row does not say which area it is.")))
    elif isinstance(period, NotRead):
        _refuse(found, row, column, period.sentence)
    elif column.says.kind == "baseline" and period is not None:
        found.facts[series] |= {"baseline": text, "baseline_on": period}
    elif cell.problem is not None:
        _refuse(found, row, column, cell.problem)
    elif period is not None:
        kind = "target" if column.says.kind == "target" else "value"
        found.points.append(Point(row.number, column.heading, series, area, period, kind, cell))


def _refuse(found: Gathered, row: _Row, column: DataColumn, why: Say) -> None:
    found.problems.append(Problem(row.number, column.heading, why))


class _Names:
    """The series and areas met so far, each once."""

    def __init__(self, layout: Layout, found: Gathered) -> None:
        self._layout, self._found = layout, found
        self._series: dict[SeriesKey, int] = {}
        self._areas: dict[str, int] = {}
        # A hundred thousand rows name a hundred series: the cells as they stand are looked up first.
        self._written: dict[tuple[str, ...], int | None] = {}
        self._named: dict[tuple[str, ...], int | None] = {}
        roles = [layout.roles[role] for role in (*_KEYS, *_FACTS) if role in layout.roles]
        self._places = (*roles, *layout.splits)
        self._area_places = tuple(layout.roles[role] for role in _AREAS if role in layout.roles)

    def area(self, row: _Row) -> int | None:
        """The place of a row's area: -1 where the sheet has none, None where this row's is empty."""
        roles = self._layout.roles
        if "area" not in roles and "area_code" not in roles:
            return -1
        written = _written(row, self._area_places)
        if written not in self._named:
            self._named[written] = self._area(row)
        return self._named[written]

    def _area(self, row: _Row) -> int | None:
        name, code = self._cell(row, "area"), self._cell(row, "area_code")
        return self._place(Area(name or code, code, self._cell(row, "family"))) if name or code else None

    def across(self, column: DataColumn) -> int:
        """The place of the area that a column is for."""
        return self._place(Area(column.says.area, ""))

    def _place(self, area: Area) -> int:
        same = area.code or fold(area.name)
        if same not in self._areas:
            self._areas[same] = len(self._found.areas)
            self._found.areas.append(area)
        return self._areas[same]

    def series(self, row: _Row, column: DataColumn) -> int | None:
        """The place of the series a figure belongs to; None where its row names none."""
        written = (column.says.label, *_written(row, self._places))
        if written not in self._written:
            self._written[written] = self._new(row, column)
        return self._written[written]

    def _new(self, row: _Row, column: DataColumn) -> int | None:
        texts = (_text(row, at) for at in self._layout.splits)
        split = ", ".join(text for text in texts if text and text.casefold() not in _EVERYBODY)
        key = SeriesKey(
            self._cell(row, "code"), self._cell(row, "title"), column.says.label, self._cell(row, "how"),
            self._cell(row, "unit"), split,
        )  # fmt: skip
        if not (key.code or key.title or key.label):
            if self._layout.roles.keys() & {"code", "title"}:
                return None
            key = key._replace(title=self._layout.caption)
        if key not in self._series:
            self._series[key] = len(self._found.keys)
            self._found.keys.append(key)
        place = self._series[key]
        self._note(place, row)
        return place

    def extras(self, row: _Row) -> dict[str, str]:
        """What stands beside a row's only figure: numerator, denominator, commentary."""
        if self._layout.shape != "long" or len(self._layout.data) > 1:
            return {}
        return {role: text for role in _EXTRAS if (text := self._cell(row, role))}

    def _note(self, place: int, row: _Row) -> None:
        facts = self._found.facts.setdefault(place, {})
        for role in _FACTS:
            if role in self._layout.roles and role not in facts and (text := self._cell(row, role)):
                facts[role] = text

    def _cell(self, row: _Row, role: str) -> str:
        at = self._layout.roles.get(role)
        return "" if at is None else _text(row, at)


def _written(row: _Row, places: Sequence[int]) -> tuple[str, ...]:
    cells = row.cells
    return tuple(cells[at] if at < len(cells) else "" for at in places)


def _text(row: _Row, at: int) -> str:
    return " ".join(row.cells[at].split()) if at < len(row.cells) else ""


def _wide_periods(layout: Layout, year: str, found: Gathered) -> dict[int, str | NotRead | None]:
    """The period of each column, read beside the others of its label; None where its year is not known."""
    texts = {column.at: _dated(column, year) for column in layout.data}
    found.undated = tuple(column.heading for column in layout.data if not texts[column.at])
    together = read_periods(text for text in texts.values() if text)
    by_label: dict[str, list[str]] = defaultdict(list)
    for column in layout.data:
        if texts[column.at]:
            by_label[column.says.label].append(texts[column.at])
    beside = {label: read_periods(group) for label, group in by_label.items()}
    periods: dict[int, str | NotRead | None] = {}
    for column in layout.data:
        text = texts[column.at]
        read = beside[column.says.label][text] if text else None
        read = together[text] if isinstance(read, NotRead) else read
        if column.says.kind == "last_year" and isinstance(read, str):
            read = year_before(read)
        periods[column.at] = read
    return periods


def _dated(column: DataColumn, year: str) -> str:
    """A column's period with its year; '' where no year is known."""
    if not column.says.part:
        return column.says.period
    return f"{column.says.period} {year}".strip() if year else ""


def _long_periods(
    layout: Layout, rows: Sequence[_Row], names: _Names, year: str
) -> dict[tuple[int | None, int], str | NotRead]:
    """The period of each row, read beside the others of its series: {(series, row): period}."""
    texts: dict[int, str] = {row.number: _row_period(layout, row, year) for row in rows}
    together = read_periods(texts.values())
    groups: dict[int | None, list[int]] = defaultdict(list)
    for row in rows:
        for column in layout.data:
            groups[names.series(row, column)].append(row.number)
    read: dict[tuple[int | None, int], str | NotRead] = {}
    for series, numbers in groups.items():
        beside = read_periods(texts[number] for number in numbers)
        for number in numbers:
            period = beside[texts[number]]
            read[series, number] = together[texts[number]] if isinstance(period, NotRead) else period
    return read


def _row_period(layout: Layout, row: _Row, year: str) -> str:
    text = _text(row, layout.roles["period"])
    if layout.part is not None and (part := _text(row, layout.part)):
        if not part.isdecimal():
            return f"{part} {text}"
        monthly = words_of(layout.headings[layout.part]) == "month"
        return f"{part.zfill(2)}/{text}" if monthly else f"Q{part} {text}"
    return f"{text} {year}" if year and text.casefold() in _QUARTERS else text


_EVERYBODY = ("all", "all ages", "persons", "all persons", "total", "both", "not applicable", "n/a")
_QUARTERS = ("q1", "q2", "q3", "q4", "quarter 1", "quarter 2", "quarter 3", "quarter 4")
