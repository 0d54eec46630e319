"""Which columns tell series of one name apart: the breakdowns we know, and those nobody has named before."""

import re
from collections.abc import Sequence

from pmdesk.exchange.column_contents import cells_of, holds_text, is_filled
from pmdesk.exchange.figure_headings import role_of, words_of

# Headings over what breaks a measure down, even where its values never stand beside each other.
_BREAKS_DOWN = re.compile(
    r"\b(?:quintile|decile|quartile group|deprivation|breakdown|characteristic|sub ?group|age|sex|gender"
    r"|ethnic\w*|disabilit\w+|tenure|cohort|demographic|dimension|offence|pupil group|household type"
    r"|key stage|sector)\b"
)
# What stands beside a figure and says something of it, but makes no other series.
_SAID_OF_IT = re.compile(
    r"\b(?:rag|status|rating|trend|direction|dot|change|variance|arrow|rank|compared|comparison|comment\w*|note"
    r"|narrative|sortable|sort|order|updated?|date|owner|officer|lead|contact|link|url|source|target|forecast"
    r"|parent|area type|geographic level|time identifier|range|significan\w+|quality|flag|previous"
    r"|explanation|remark|reason)\b"
)
_FEW = 60  # a breakdown with more values than this is a list of names
_SHORT = 80  # letters

Rows = Sequence[Sequence[str]]


def splits_of(
    headings: Sequence[str], rows: Rows, used: set[int], named: Sequence[int], period: int | None = None
) -> tuple[int, ...]:
    """The columns that tell series apart; `named` are those that name a figure (area, measure ...).

    One nobody knows is taken where rows of the same name would otherwise contradict each other, or where its
    heading says that it breaks a measure down and its values change within one measure of one area.
    """
    free = [place for place in range(len(headings)) if place not in used and is_filled(rows, place)]
    splits = [place for place in free if role_of(headings[place]) == "split"]
    unsure = [place for place in free if place not in splits and _may_split(headings[place], rows, place)]
    if not unsure:
        return tuple(splits)
    filled = [row for row in rows if sum(1 for cell in row if cell and not cell.isspace()) > 1]
    filled = list({tuple(row): row for row in filled}.values())  # a row that stands there twice is one
    whole = (*named, period) if period is not None else tuple(named)
    for place in unsure:
        varies = _breaks_down(headings[place]) and _varies(filled, (*named, *splits), place)
        least = 1 if role_of(headings[place]) == "group" else 2
        if varies or _tells_apart(filled, (*whole, *splits), place, least):
            splits.append(place)
    return tuple(sorted(splits))


def _may_split(heading: str, rows: Rows, place: int) -> bool:
    """Whether a column could hold a breakdown: short text of few values, or numbered groups by its name."""
    if role_of(heading) not in ("", "group") or not heading or _SAID_OF_IT.search(words_of(heading)):
        return False
    cells = dict.fromkeys(cells_of(rows, place))
    if len(cells) > _FEW or any(len(cell) > _SHORT for cell in cells):
        return False
    return _breaks_down(heading) or holds_text([[cell] for cell in cells], 0)


def _breaks_down(heading: str) -> bool:
    return bool(_BREAKS_DOWN.search(words_of(heading)))


def _varies(rows: Rows, within: Sequence[int], place: int) -> bool:
    """Whether a column has several values within what is one measure of one area."""
    first: dict[tuple[str, ...], str] = {}
    return any(
        first.setdefault(at(row, within), cell) != cell
        for row in rows
        if (cell := row[place].strip() if place < len(row) else "")
    )


def _tells_apart(rows: Rows, named: Sequence[int], place: int, least: int) -> bool:
    """Whether a column parts rows that are otherwise of one name: a part of `least` of them (2: half)."""
    alone = len({at(row, named) for row in rows})
    same = len(rows) - alone
    parted = len({at(row, (*named, place)) for row in rows}) - alone
    return parted > 0 and (least == 1 or parted * least >= same)


def at(row: Sequence[str], places: Sequence[int]) -> tuple[str, ...]:
    """A row's cells at these places, as text without spaces around it."""
    return tuple(row[place].strip() if place < len(row) else "" for place in places)
