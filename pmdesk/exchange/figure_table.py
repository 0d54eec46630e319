"""How a table of figures is laid out: a row for each figure or periods across, and what each column is."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pmdesk.domain.words import N_, Say
from pmdesk.exchange.column_contents import (
    cells_of,
    holds_figures,
    holds_periods,
    holds_targets,
    holds_text,
    is_filled,
)
from pmdesk.exchange.figure_cells import read_figure
from pmdesk.exchange.figure_headings import DataHeading, role_of, spaced, words_of
from pmdesk.exchange.figure_heads import (
    DataColumn,
    caption_over,
    heading_row,
    joined_headings,
    period_columns,
    period_over,
    year_over,
)
from pmdesk.exchange.figure_roles import across_as_areas, kind_column, roles_of
from pmdesk.exchange.figure_splits import splits_of
from pmdesk.exchange.grids import Grid

_SAMPLED = 200  # rows by which a column is judged
_COLUMNS_TRIED = 40  # columns by which a sheet is judged
_PERIODS_FIRST = ("period", "reporting period", "time period", "financial year", "year")
_PARTS = ("quarter", "qtr", "chwarter", "month", "time identifier")
# Over figures of one time that stands elsewhere; 'Amount' or 'Latest' may be many a thing.
_SURELY_FIGURES = ("actual", "outturn", "result", "performance", "value", "actual value", "reading", "figure")
_TARGET = re.compile(r"^targets?\b(?: for)?|\btargets?$")
_NAMES = ("area", "area_code", "code", "title", "how", "unit")


@dataclass(frozen=True, slots=True)
class Layout:
    """A table understood: `roles` are the columns that say what a row is about, `data` those of figures."""

    grid: Grid
    shape: str  # 'long': a row for each figure; 'wide': periods across
    heading_at: int
    headings: tuple[str, ...]
    roles: Mapping[str, int]
    data: tuple[DataColumn, ...]
    splits: tuple[int, ...]  # columns that tell one series from another beside its title
    unread: tuple[str, ...]  # headings of columns with something in them that are not read
    year: str  # the year named over or in the headings, for 'Q1' alone; '' where there is none
    caption: str = (
        ""  # the title over the table, or the sheet's or file's name: the measure of a nameless one
    )
    part: int | None = None  # the column of quarters or months beside one of years
    kinds: int | None = None  # the column whose cells say 'Actual' or 'Target'
    states: Mapping[int, int] | None = None  # by column of figures, the one that says 'suppressed'
    end: int | None = None  # the row where the next table of the sheet begins
    more: tuple["Layout", ...] = ()  # further tables read with this one
    apart: frozenset[tuple[str, ...]] = frozenset()  # names that several sheets have for different things
    notes: tuple[Say, ...] = ()  # what was worked out that a person should know

    @property
    def rows(self) -> Sequence[Sequence[str]]:
        return self.grid.rows[self.heading_at + 1 : self.end]

    def names_of(self, row: Sequence[str]) -> tuple[str, ...]:
        """What a row says of itself besides its figures and its period."""
        places = [self.roles[role] for role in _NAMES if role in self.roles]
        return tuple(row[at].strip() if at < len(row) else "" for at in (*places, *self.splits))


def read_layout(grid: Grid, source: str = "") -> Layout | None:
    """The first table of a sheet; None where it holds no figures over time. `source` may name the year."""
    at = heading_row(grid.rows)
    return None if at is None else read_table(grid, at, source)


def read_table(
    grid: Grid, at: int, source: str = "", begin: int = 0, end: int | None = None
) -> Layout | None:
    """The table under the headings in row `at`; what stands over it begins in row `begin`."""
    headings = joined_headings(grid.rows[:end], at)
    table = _Table(grid, at, headings, grid.rows[at + 1 : end], begin, end, source)
    periods = period_columns(headings)
    year = year_over(grid, at, headings, source, begin)
    if _is_wide(headings, periods, table.body):
        made: Layout | None = _wide(table, periods, year)
    else:
        made = _long(table, year)
    return replace(made, caption=caption_over(grid, at, source, begin), end=end) if made else None


@dataclass(frozen=True, slots=True)
class _Table:
    grid: Grid
    at: int
    headings: tuple[str, ...]
    rows: Sequence[Sequence[str]]
    begin: int
    end: int | None
    source: str

    @property
    def body(self) -> list[Sequence[str]]:
        return [row for row in self.rows[:_SAMPLED] if any(cell.strip() for cell in row)]


def _is_wide(headings: Sequence[str], periods: Sequence[DataColumn], body: Sequence[Sequence[str]]) -> bool:
    roles = {role_of(heading) for heading in headings}
    if "period" in roles and "value" in roles:
        return False
    tried = [each for each in periods if each.says.kind not in ("reckoned", "state")][:_COLUMNS_TRIED]
    data = [each for each in tried if holds_figures(body, each.at)]
    numbers = any(read_figure(cell).value is not None for each in data for cell in cells_of(body, each.at))
    return numbers and (len(data) >= 2 or (len(data) == 1 and bool(roles & {"title", "area"})))


def _wide(table: _Table, periods: Sequence[DataColumn], year: str) -> Layout:
    headings, body = table.headings, table.body
    taken = {each.at for each in periods}
    kinds = kind_column(headings, body, taken)
    roles = roles_of(headings, {*taken, *([kinds] if kinds is not None else [])}, table.rows)
    if not roles.keys() & {"area", "title", "code", "how"}:
        # A first column of text under no heading of ours: the rows are measures.
        free = (place for place, heading in enumerate(headings) if role_of(heading) != "out")
        first = next((place for place in free if place != kinds and holds_text(body, place)), None)
        if first is not None:
            roles = {**roles, "title": first}
    data = [each for each in periods if each.says.kind not in ("reckoned", "state")]
    if "area" in roles and "title" not in roles and "code" in roles and any(each.says.label for each in data):
        # The measures run across: a code beside the area is the area's own.
        roles.setdefault("area_code", roles.pop("code"))
    for role in ("target", "stretch", "floor", "value"):
        if role in roles:
            data.append(_undated(roles.pop(role), headings, role, year))
    roles.pop("state", None)
    if any(each.says.part for each in data) and (place := _years_down(table, taken)) is not None:
        roles["period"] = place
    return _laid_out(table, "wide", roles, data, year, kinds=kinds, states=_states(periods))


def _years_down(table: _Table, taken: set[int]) -> int | None:
    """The column of years where quarters or months run across: each row is of another year."""
    free = (place for place in range(len(table.headings)) if place not in taken)
    dated = (place for place in free if role_of(table.headings[place]) == "period")
    return next((place for place in dated if holds_periods(table.body, place)), None)


def _undated(at: int, headings: Sequence[str], role: str, period: str) -> DataColumn:
    """A plain 'Target' column stands for the year named over the table, or for the one a person says."""
    return DataColumn(at, headings[at], DataHeading("", period, role, part=not period))


def _states(periods: Sequence[DataColumn]) -> dict[int, int]:
    """The column of notes that belongs to each column of figures: of the same label and period."""
    notes = {(each.says.label, each.says.period): each.at for each in periods if each.says.kind == "state"}
    values = [each for each in periods if each.says.kind == "value"]
    found = ((each.at, notes.get((each.says.label, each.says.period))) for each in values)
    return {at: note for at, note in found if note is not None}


def _long(table: _Table, year: str) -> Layout | None:
    headings, body = table.headings, table.body
    dated = [place for place, heading in enumerate(headings) if role_of(heading) == "period"]
    dated = [place for place in dated if holds_periods(body, place)] or _first_periods(headings, body)
    kinds = kind_column(headings, body, set(dated))
    roles = roles_of(headings, {*dated, *([kinds] if kinds is not None else [])}, table.rows)
    parts = [place for place, heading in enumerate(headings) if words_of(heading) in _PARTS]
    whole = sorted(
        (place for place in dated if place not in parts), key=lambda place: _preference(headings[place])
    )
    if not whole and not dated:
        return _timeless(table, roles, kinds, year)
    period = whole[0] if whole else dated[0]
    part = next((place for place in parts if place != period and not holds_periods(body, place)), None)
    roles["period"] = period
    roles |= _nameless(headings, roles, {*dated, kinds}, body)
    data = _value_columns(headings, roles, {period, part, kinds, *dated}, body)
    if not data:
        return None
    for each in data:
        roles = {role: place for role, place in roles.items() if place != each.at}
    state, values = roles.pop("state", None), [each for each in data if each.says.kind == "value"]
    states = {values[0].at: state} if state is not None and len(values) == 1 else {}
    return _laid_out(table, "long", roles, data, year, part=part, kinds=kinds, states=states, dated=dated)


def _first_periods(headings: Sequence[str], body: Sequence[Sequence[str]]) -> list[int]:
    """The first column where it holds periods under no heading of time: measures or areas run across."""
    first = next((place for place in range(len(headings)) if is_filled(body, place)), None)
    return [first] if first is not None and len(body) > 1 and holds_periods(body, first) else []


def _timeless(table: _Table, roles: dict[str, int], kinds: int | None, year: str) -> Layout | None:
    """'KPI, Actual, Target': all of one time, which stands over the table or in a name."""
    headings, body = table.headings, table.body
    value = roles.get("value")
    if value is None and "area" in roles:
        return _of_areas(table, roles, kinds)
    named = roles.keys() & {"title", "code"}
    if value is None or not named or words_of(headings[value]) not in _SURELY_FIGURES:
        return None
    others = set(range(len(headings))) - set(roles.values())
    if not holds_figures(body, value) or any(holds_periods(body, place) for place in others):
        return None  # there is a time in each row, only not one that can be read
    period = period_over(table.grid, table.begin, table.at, table.source)
    data = [
        _undated(roles.pop(role), headings, role, period)
        for role in ("value", "target", "stretch", "floor")
        if role in roles and (holds_figures if role == "value" else holds_targets)(body, roles[role])
    ]
    state = roles.pop("state", None)
    states = {data[0].at: state} if state is not None else {}
    made = _laid_out(table, "wide", roles, data, year, kinds=kinds, states=states)
    if not period:
        return made
    return replace(made, notes=(_of_one_time(data, period),))


def _of_areas(table: _Table, roles: dict[str, int], kinds: int | None) -> Layout | None:
    """Areas with measures across, all of the one time that a title, the sheet or the file names."""
    period = period_over(table.grid, table.begin, table.at, table.source)
    used = {*roles.values(), kinds}
    free = [at for at, heading in enumerate(table.headings) if heading and at not in used]
    measures = [at for at in free if not role_of(table.headings[at]) and is_filled(table.body, at)]
    if not all(holds_figures(table.body, at) for at in measures):
        return None  # a list of something else
    if not period or not measures or roles.keys() & {"title", "how"}:
        return None
    data = [DataColumn(at, table.headings[at], DataHeading(table.headings[at], period)) for at in measures]
    made = _laid_out(table, "wide", roles, data, "", kinds=kinds)
    return replace(made, notes=(_of_one_time(data, period),))


def _of_one_time(data: Sequence[DataColumn], period: str) -> Say:
    text = N_("‘{column}’ is of {period}: so it says over the table, or in the sheet’s or the file’s name.")
    return Say(text, {"column": data[0].heading, "period": period})


def _laid_out(
    table: _Table, shape: str, roles: Mapping[str, int], data: Sequence[DataColumn], year: str,
    part: int | None = None, kinds: int | None = None, states: Mapping[int, int] | None = None,
    dated: Sequence[int] = (),
) -> Layout:  # fmt: skip
    known = {*roles.values(), *(each.at for each in data), *(states or {}).values(), *dated}
    used = known | {at for at in (part, kinds) if at is not None}
    named = [roles[role] for role in _NAMES if role in roles] + ([kinds] if kinds is not None else [])
    splits = splits_of(table.headings, table.rows, used, named, roles.get("period"))
    return Layout(
        table.grid, shape, table.at, table.headings, roles, across_as_areas(data, roles), splits,
        _unread(table.headings, (used | set(splits)) - _beside(shape, roles, data), table.body), year,
        part=part, kinds=kinds, states=states,
    )  # fmt: skip


def _beside(shape: str, roles: Mapping[str, int], data: Sequence[DataColumn]) -> set[int]:
    """Columns of numerators and the like that belong to no one figure: several stand in their row."""
    values = sum(1 for each in data if each.says.kind == "value")
    if shape == "long" and values == 1:
        return set()
    return {at for role, at in roles.items() if role in ("numerator", "denominator")}


def _nameless(
    headings: Sequence[str], roles: Mapping[str, int], taken: set[int | None], body: Sequence[Sequence[str]]
) -> dict[str, int]:
    """Beside a column of values and no name of a measure, the first other column of text is the name."""
    if "value" not in roles or roles.keys() & {"title", "code", "how"}:
        return {}
    used = {*roles.values(), *taken}
    free = (place for place in range(len(headings)) if place not in used and not role_of(headings[place]))
    found = next((place for place in free if holds_text(body, place)), None)
    return {} if found is None else {"title": found}


def _preference(heading: str) -> tuple[int, str]:
    words = words_of(heading)
    return (_PERIODS_FIRST.index(words) if words in _PERIODS_FIRST else len(_PERIODS_FIRST)), words


def _value_columns(
    headings: Sequence[str], roles: Mapping[str, int], taken: set[int | None], body: Sequence[Sequence[str]]
) -> list[DataColumn]:
    """The columns of figures of a long sheet: those called a value, else every column of figures."""
    values = [place for place, heading in enumerate(headings) if role_of(heading) == "value" and heading]
    values = [place for place in values if place not in taken and holds_figures(body, place)]
    targets = [
        DataColumn(roles[role], headings[roles[role]], DataHeading("", "", role))
        for role in ("target", "stretch", "floor")
        if role in roles and holds_targets(body, roles[role])
    ]
    several = len(values) > 1
    if values:
        names = [_after_value(headings[place]) if several else "" for place in values]
        return [_column(headings, *each) for each in zip(values, names, strict=True)] + targets
    others = {*roles.values(), *taken}
    figures = [
        place
        for place, heading in enumerate(headings)
        if heading and place not in others and not role_of(heading) and holds_figures(body, place)
    ]
    lone = bool(roles.keys() & {"title", "code", "how"}) and len(figures) == 1
    found = [_column(headings, place, "" if lone else spaced(headings[place])) for place in figures]
    return _with_targets(found) + targets


def _with_targets(columns: Sequence[DataColumn]) -> list[DataColumn]:
    """'Visits target' beside 'Visits' holds its targets."""
    labels = {each.says.label.casefold(): each.says.label for each in columns}
    of = {each.at: labels.get(_TARGET.sub("", each.says.label.casefold()).strip()) for each in columns}
    return [
        each._replace(says=each.says._replace(label=name, kind="target"))
        if (name := of[each.at]) and name != each.says.label
        else each
        for each in columns
    ]


def _column(headings: Sequence[str], place: int, label: str) -> DataColumn:
    return DataColumn(place, headings[place], DataHeading(label, ""))


def _after_value(heading: str) -> str:
    """'value_all_vehicles' is 'all vehicles'."""
    text = spaced(heading)
    return text[6:].strip() if text.casefold().startswith("value ") else text


def _unread(headings: Sequence[str], used: set[int], body: Sequence[Sequence[str]]) -> tuple[str, ...]:
    return tuple(
        heading
        for place, heading in enumerate(headings)
        if heading and place not in used and role_of(heading) != "out" and is_filled(body, place)
    )
