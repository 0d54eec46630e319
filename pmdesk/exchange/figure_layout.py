"""How a sheet of figures is laid out, a row for each figure or periods across; and which sheet it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pmdesk.domain.period_spellings import meanings
from pmdesk.exchange.figure_cells import read_figure
from pmdesk.exchange.figure_headings import DataHeading, role_of, spaced, words_of
from pmdesk.exchange.figure_heads import (
    DataColumn,
    caption_over,
    heading_row,
    joined_headings,
    period_columns,
    year_over,
)
from pmdesk.exchange.grids import Book, Grid

_SAMPLED = 200  # rows by which a column is judged
_COLUMNS_TRIED = 40  # columns by which a sheet is judged
_PERIODS_FIRST = ("period", "reporting period", "time period", "financial year", "year")
_PARTS = ("quarter", "qtr", "chwarter", "month")


@dataclass(frozen=True, slots=True)
class Layout:
    """A sheet understood: `roles` are the columns that say what a row is about, `data` those of figures."""

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

    @property
    def rows(self) -> Sequence[Sequence[str]]:
        return self.grid.rows[self.heading_at + 1 :]


def choose_layout(book: Book) -> Layout | None:
    """The sheet with the most figures, understood; None where no sheet holds figures over time."""
    found = [layout for grid in book.grids if (layout := read_layout(grid, book.source)) is not None]
    return max(found, key=_weight, default=None)


def read_layout(grid: Grid, source: str = "") -> Layout | None:
    """One sheet understood; None where it holds no figures over time. `source` may name the year."""
    at = heading_row(grid.rows)
    if at is None:
        return None
    headings = joined_headings(grid.rows, at)
    body = [row for row in grid.rows[at + 1 : at + 1 + _SAMPLED] if any(cell.strip() for cell in row)]
    periods = period_columns(headings)
    year = year_over(grid, at, headings, source)
    if _is_wide(headings, periods, body):
        made: Layout | None = _wide(grid, at, headings, periods, body, year)
    else:
        made = _long(grid, at, headings, body, year)
    return replace(made, caption=caption_over(grid, at, source)) if made else None


def _is_wide(headings: Sequence[str], periods: Sequence[DataColumn], body: Sequence[Sequence[str]]) -> bool:
    roles = {role_of(heading) for heading in headings}
    if "period" in roles and "value" in roles:
        return False
    tried = [each for each in periods if each.says.kind != "reckoned"][:_COLUMNS_TRIED]
    data = [each for each in tried if _is_figures(body, each.at)]
    numbers = any(read_figure(cell).value is not None for each in data for cell in _cells(body, each.at))
    return numbers and (len(data) >= 2 or (len(data) == 1 and bool(roles & {"title", "area"})))


def _wide(
    grid: Grid,
    at: int,
    headings: tuple[str, ...],
    periods: Sequence[DataColumn],
    body: Sequence[Sequence[str]],
    year: str,
) -> Layout:
    roles = _roles(headings, {each.at for each in periods}, body)
    if not roles.keys() & {"area", "title", "code", "how"}:
        # A first column of text under no heading of ours: the rows are measures.
        first = next((place for place in range(len(headings)) if _is_text(body, place)), None)
        if first is not None:
            roles = {**roles, "title": first}
    data = [each for each in periods if each.says.kind != "reckoned"]
    if "area" in roles and "title" not in roles and "code" in roles and any(each.says.label for each in data):
        # The measures run across: a code beside the area is the area's own.
        roles.setdefault("area_code", roles.pop("code"))
    for role in ("target", "value"):
        if role in roles:
            data.append(_undated(roles.pop(role), headings, role, year))
    used = {*roles.values(), *(each.at for each in data)}
    return _laid_out(grid, "wide", at, headings, roles, data, used, body, year)


def _undated(at: int, headings: Sequence[str], role: str, year: str) -> DataColumn:
    """A plain 'Target' column stands for the year named over the table, or for the one a person says."""
    return DataColumn(at, headings[at], DataHeading("", year, role, part=not year))


def _long(
    grid: Grid, at: int, headings: tuple[str, ...], body: Sequence[Sequence[str]], year: str
) -> Layout | None:
    roles = _roles(headings, set(), body)
    dated = [place for place, heading in enumerate(headings) if role_of(heading) == "period"]
    dated = [place for place in dated if _is_periods(body, place)]
    parts = [place for place, heading in enumerate(headings) if words_of(heading) in _PARTS]
    whole = sorted(
        (place for place in dated if place not in parts), key=lambda place: _preference(headings[place])
    )
    if not whole and not dated:
        return None
    period = whole[0] if whole else dated[0]
    part = next((place for place in parts if place != period and not _is_periods(body, place)), None)
    roles["period"] = period
    roles |= _nameless(headings, roles, dated, body)
    data = _value_columns(headings, roles, {period, part, *dated}, body)
    if not data:
        return None
    for each in data:
        roles = {role: place for role, place in roles.items() if place != each.at}
    used = {*roles.values(), *(each.at for each in data), *dated, *([part] if part is not None else [])}
    made = _laid_out(grid, "long", at, headings, roles, data, used, body, year)
    return made if part is None else replace(made, part=part)


def _laid_out(
    grid: Grid, shape: str, at: int, headings: tuple[str, ...], roles: Mapping[str, int],
    data: Sequence[DataColumn], used: set[int], body: Sequence[Sequence[str]], year: str,
) -> Layout:  # fmt: skip
    splits = _splits(headings, used, roles, body)
    return Layout(
        grid, shape, at, headings, roles, _with_areas(data, roles), splits,
        _unread(headings, used | set(splits), body), year,
    )  # fmt: skip


# A column for one of these beside others says that the areas run across.
_COUNTRIES = frozenset(
    ("england", "scotland", "wales", "uk", "united kingdom", "great britain", "england and wales", "gb")
)


def _with_areas(data: Sequence[DataColumn], roles: Mapping[str, int]) -> tuple[DataColumn, ...]:
    """The columns of figures with their labels read as areas, where one of them is a country."""
    labels = {column.says.label for column in data if column.says.kind == "value"}
    if "area" in roles or len(labels) < 2 or not any(label.casefold() in _COUNTRIES for label in labels):
        return tuple(data)
    return tuple(
        column._replace(says=column.says._replace(label="", area=column.says.label)) for column in data
    )


def _nameless(
    headings: Sequence[str], roles: Mapping[str, int], dated: Sequence[int], body: Sequence[Sequence[str]]
) -> dict[str, int]:
    """Beside a column of values and no name of a measure, the first other column of text is the name."""
    if "value" not in roles or roles.keys() & {"title", "code", "how"}:
        return {}
    taken = {*roles.values(), *dated}
    free = (place for place in range(len(headings)) if place not in taken and not role_of(headings[place]))
    found = next((place for place in free if _is_text(body, place)), None)
    return {} if found is None else {"title": found}


def _preference(heading: str) -> tuple[int, str]:
    words = words_of(heading)
    return (_PERIODS_FIRST.index(words) if words in _PERIODS_FIRST else len(_PERIODS_FIRST)), words


def _value_columns(
    headings: Sequence[str], roles: Mapping[str, int], taken: set[int | None], body: Sequence[Sequence[str]]
) -> list[DataColumn]:
    """The columns of figures of a long sheet: those called a value, else every column of figures."""
    values = [place for place, heading in enumerate(headings) if role_of(heading) == "value" and heading]
    values = [place for place in values if place not in taken and _is_figures(body, place)]
    targets = [DataColumn(roles["target"], headings[roles["target"]], DataHeading("", "", "target"))] if (
        "target" in roles and _is_figures(body, roles["target"])
    ) else []  # fmt: skip
    if values:
        several = len(values) > 1
        return [
            DataColumn(
                place, headings[place], DataHeading(_after_value(headings[place]) if several else "", "")
            )
            for place in values
        ] + targets
    others = set(roles.values()) | taken
    figures = [
        place
        for place, heading in enumerate(headings)
        if heading and place not in others and _is_figures(body, place)
    ]
    lone = bool(roles.keys() & {"title", "code", "how"}) and len(figures) == 1
    return [
        DataColumn(place, headings[place], DataHeading("" if lone else spaced(headings[place]), ""))
        for place in figures
    ] + targets


def _after_value(heading: str) -> str:
    """'value_all_vehicles' is 'all vehicles'."""
    text = spaced(heading)
    return text[6:].strip() if text.casefold().startswith("value ") else text


def _roles(headings: Sequence[str], taken: set[int], body: Sequence[Sequence[str]]) -> dict[str, int]:
    """The first filled column of each role; a lone 'measure' column is the title."""
    roles: dict[str, int] = {}
    titles: list[int] = []
    for place, heading in enumerate(headings):
        role = role_of(heading) if place not in taken and _is_filled(body, place) else ""
        if role == "title":
            titles.append(place)
        if role and role not in ("period", "split", "group"):
            roles.setdefault(role, place)
    if "how" in roles and "title" not in roles:
        roles["title"] = roles.pop("how")
    if len(titles) > 1:
        roles |= _two_titles(titles, roles, headings, body)
    return roles


def _two_titles(
    titles: Sequence[int], roles: Mapping[str, int], headings: Sequence[str], body: Sequence[Sequence[str]]
) -> dict[str, int]:
    """'KPI' beside 'Description': the one of short words without spaces is the code, the other the title."""
    first, second = titles[:2]
    if "code" not in roles and all(len(cell) <= 12 and " " not in cell for cell in _cells(body, first)):
        return {"code": first, "title": second}
    if "definition" not in roles and "description" in words_of(headings[second]):
        return {"definition": second}
    return {}


def _splits(
    headings: Sequence[str], used: set[int], roles: Mapping[str, int], body: Sequence[Sequence[str]]
) -> tuple[int, ...]:
    """The columns that tell series apart; a directorate only where two of them have a measure of one name."""
    free = [place for place in range(len(headings)) if place not in used and _is_filled(body, place)]
    splits = [place for place in free if role_of(headings[place]) == "split"]
    wanted = ("area", "area_code", "code", "title", "how", "unit", "period")
    named = [roles[role] for role in wanted if role in roles]
    groups = [place for place in free if role_of(headings[place]) == "group"]
    alone = {_at(row, (*named, *splits)) for row in body}
    if groups and len(alone) < len({_at(row, (*named, *splits, *groups)) for row in body}):
        splits += groups
    return tuple(splits)


def _at(row: Sequence[str], places: Sequence[int]) -> tuple[str, ...]:
    return tuple(row[place].strip() if place < len(row) else "" for place in places)


def _unread(headings: Sequence[str], used: set[int], body: Sequence[Sequence[str]]) -> tuple[str, ...]:
    return tuple(
        heading
        for place, heading in enumerate(headings)
        if heading and place not in used and _is_filled(body, place)
    )


def _cells(body: Sequence[Sequence[str]], place: int) -> list[str]:
    return [cell for row in body if place < len(row) and (cell := row[place].strip())]


def _is_filled(body: Sequence[Sequence[str]], place: int) -> bool:
    return any(place < len(row) and row[place].strip() for row in body)


def _is_figures(body: Sequence[Sequence[str]], place: int) -> bool:
    """Whether most of a column's cells are figures or say why there is none, and some are figures."""
    read = [read_figure(cell) for cell in _cells(body, place)]
    numbers = sum(1 for each in read if each.value is not None)
    unread = sum(1 for each in read if each.problem)
    return (numbers > 0 or bool(read)) and unread <= numbers + (len(read) - numbers - unread)


def _is_text(body: Sequence[Sequence[str]], place: int) -> bool:
    read = [read_figure(cell) for cell in _cells(body, place)]
    return bool(read) and sum(1 for each in read if each.problem) * 2 > len(read)


def _is_periods(body: Sequence[Sequence[str]], place: int) -> bool:
    cells = dict.fromkeys(_cells(body, place))
    read = sum(1 for cell in cells if meanings(cell).likely or meanings(cell).possible)
    return bool(cells) and read * 2 > len(cells)


def _weight(layout: Layout) -> int:
    """How many figures a sheet holds, by its columns and rows."""
    return len(layout.data) * len(layout.rows)
