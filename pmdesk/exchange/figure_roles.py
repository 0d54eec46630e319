"""What each column beside the figures is: by its heading, and by its cells where the heading is no help."""

from collections.abc import Mapping, Sequence

from pmdesk.exchange.column_contents import cells_of, holds_figures, holds_places, is_filled
from pmdesk.exchange.figure_headings import is_reckoned, role_of, words_of
from pmdesk.exchange.figure_heads import DataColumn
from pmdesk.exchange.names import fold
from pmdesk.exchange.places import is_place

Rows = Sequence[Sequence[str]]

_SAMPLED = 200
# What rows say of themselves where actuals and targets stand under each other.
KINDS = {
    **dict.fromkeys(("actual", "actuals", "outturn", "result", "performance", "value", "gwir"), "value"),
    **dict.fromkeys(("target", "targets", "profile", "profiled target", "targed"), "target"),
    **dict.fromkeys(("stretch", "stretch target"), "stretch"),
    **dict.fromkeys(("floor", "floor target", "minimum target"), "floor"),
    **dict.fromkeys(
        ("variance", "rag", "status", "ytd", "year to date", "forecast", "trend", "direction of travel"), ""
    ),
}
# Words that say how a number was made, never what it counts.
_HOW = frozenset(("value", "percent", "percentage", "per cent", "number", "rate", "count", "%", "ratio"))
_NO_ROLE = ("period", "split", "group", "id", "bound", "out")


def roles_of(headings: Sequence[str], taken: set[int], rows: Rows) -> dict[str, int]:
    """The first filled column of each role; a lone 'measure' column is the title."""
    body = [row for row in rows[:_SAMPLED] if any(cell.strip() for cell in row)]
    found: dict[str, list[int]] = {}
    for place, heading in enumerate(headings):
        role = role_of(heading) if place not in taken and is_filled(body, place) else ""
        if role and role not in _NO_ROLE:
            found.setdefault(role, []).append(place)
    roles = {role: places[0] for role, places in found.items()}
    if "how" in roles and "title" not in roles:
        roles["title"] = roles.pop("how")
    elif len(found.get("title", ())) > 1:
        roles |= _two_titles(found["title"], roles, headings, body)
    _made_how(roles, body)
    if "code" in roles and "title" not in roles and (named := _beside_code(roles, headings, taken, body)):
        roles["title"] = named
    _areas(roles, found, headings, taken, rows, body)
    return roles


def _made_how(roles: dict[str, int], body: Rows) -> None:
    """A title whose cells are 'Value' and 'Percent' says how the figures are made."""
    words = {fold(cell) for cell in cells_of(body, roles["title"])} if "title" in roles else set()
    if "value" in words and words <= _HOW:
        roles["how"] = roles.pop("title")


def _beside_code(
    roles: Mapping[str, int], headings: Sequence[str], taken: set[int], body: Rows
) -> int | None:
    """The column right of the codes, under a heading not ours, with a text of several words for each."""
    for place in range(roles["code"] + 1, len(headings)):
        if place in taken or role_of(headings[place]) or is_reckoned(headings[place]):
            continue
        pairs = {(_at(row, roles["code"]), _at(row, place)) for row in body}
        pairs = {(code, text) for code, text in pairs if code and text}
        spoken = sum(1 for _code, text in pairs if " " in text)
        if spoken * 2 > len(pairs) and len(pairs) == len(dict(pairs)):
            return place if len({text for _, text in pairs}) == len(pairs) else None
    return None


def _two_titles(
    titles: Sequence[int], roles: dict[str, int], headings: Sequence[str], body: Rows
) -> dict[str, int]:
    """'KPI' beside 'Description': the one of short words without spaces is the code, the other the title."""
    first, second = titles[:2]
    if "code" not in roles and all(len(cell) <= 12 and " " not in cell for cell in cells_of(body, first)):
        return {"code": first, "title": second}
    if "definition" not in roles and "description" in words_of(headings[second]):
        return {"definition": second}
    return {}


def _areas(
    roles: dict[str, int], found: dict[str, list[int]], headings: Sequence[str], taken: set[int], rows: Rows,
    body: Rows,
) -> None:  # fmt: skip
    """The columns of areas: names before numbers, codes by their look, wider areas where no others are."""
    if "area" in roles:
        named = [place for place in found["area"] if not holds_figures(body, place)]
        roles["area"] = named[0] if named else roles["area"]
        if all(_is_code(cell) for cell in cells_of(body, roles["area"])):
            roles.setdefault("area_code", roles.pop("area"))
    elif (place := _unnamed_areas(roles, headings, taken, body)) is not None:
        for role in [role for role, at in roles.items() if at == place]:
            del roles[role]
        roles["area"] = place
        if all(_is_code(cell) for cell in cells_of(body, place)):
            beside = _unnamed_areas(roles, headings, taken, body)
            roles |= {"area_code": place, "area": beside} if beside is not None else {}
    for wider in ("region", "country"):
        _wider(roles, wider, rows)


def _unnamed_areas(roles: dict[str, int], headings: Sequence[str], taken: set[int], body: Rows) -> int | None:
    """The column of areas under a heading that says nothing, or 'Name'."""
    known = {place for role, place in roles.items() if role != "title"}
    free = [place for place in range(len(headings)) if place not in known | taken]
    return next(
        (place for place in free if role_of(headings[place]) in ("", "title") and holds_places(body, place)),
        None,
    )


def _wider(roles: dict[str, int], wider: str, rows: Rows) -> None:
    """A column of regions is one of areas where there is no other; else it serves rows without an area."""
    code = f"{wider}_code"
    if wider not in roles and code not in roles:
        return
    places = [roles[role] for role in (wider, code) if role in roles]
    if not roles.keys() & {"area", "area_code"}:
        pairs = (("area", wider), ("area_code", code))
        roles.update({new: roles[old] for new, old in pairs if old in roles})
        for role in (wider, code):
            roles.pop(role, None)
        return
    own = [roles[role] for role in ("area", "area_code") if role in roles]
    empty = (row for row in rows if not any(_at(row, place) for place in own))
    if not any(_at(row, place) for row in empty for place in places):
        for role in (wider, code):
            roles.pop(role, None)


def _at(row: Sequence[str], place: int) -> str:
    return row[place].strip() if place < len(row) else ""


def _is_code(cell: str) -> bool:
    return len(cell) == 9 and cell[:1].isalpha() and cell[1:].isdecimal()


def kind_column(headings: Sequence[str], body: Rows, taken: set[int]) -> int | None:
    """The column whose cells say which figure each row holds: 'Actual' and 'Target' under each other."""
    for place, heading in enumerate(headings):
        if place in taken or role_of(heading) in ("period", "commentary"):
            continue
        words = {fold(cell) for cell in cells_of(body, place)}
        kinds = {KINDS[word] for word in words} if words <= KINDS.keys() else set()
        if "value" in kinds and len(words) > 1:
            return place
    return None


# A column for one of these beside others says that the areas run across.
_COUNTRIES = frozenset(
    ("england", "scotland", "wales", "uk", "united kingdom", "great britain", "england and wales", "gb")
)


def across_as_areas(data: Sequence[DataColumn], roles: Mapping[str, int]) -> tuple[DataColumn, ...]:
    """The columns of figures with their labels read as areas, where one is a country or most are areas."""
    labels = {column.says.label for column in data if column.says.kind == "value"}
    country = any(label.casefold() in _COUNTRIES for label in labels)
    places = sum(is_place(label) for label in labels)
    if roles.keys() & {"area", "area_code"} or len(labels) < 2 or not (country or places * 2 > len(labels)):
        return tuple(data)
    return tuple(
        column._replace(says=column.says._replace(label="", area=column.says.label)) for column in data
    )
