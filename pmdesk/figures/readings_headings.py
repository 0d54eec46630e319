"""The headings of a block pasted on the grid of readings: which column is what, and which has no place."""

from collections.abc import Sequence
from typing import NamedTuple

from pmdesk.domain.dates import NotRead
from pmdesk.domain.decimals import decimal_of
from pmdesk.domain.measure import MEASURE, READING
from pmdesk.domain.periods import frequency_of, period_bounds, read_period
from pmdesk.domain.words import N_, Say, Words
from pmdesk.figures.readings_grid import ReadingsGrid

# What a column of the block is: a field of the reading, the name of the row, or nothing that is typed.
KEY, NOTHING = "key", ""
# Columns that are copied with our own grid and never typed.
_WORKED_OUT = (N_("Path"), N_("Target"), N_("Rating"), N_("Previous"), N_("Difference"), N_("Direction"))
# What else stands over a column of remarks: here no other field takes a note.
_REMARKS = ("comments", "note", "notes", "remarks", "narrative", "nodyn", "nodiadau", "sylwadau")
_PERIODS = ("period", "quarter", "month", "year", "date")


class Headings(NamedTuple):
    """What each column is (a field, KEY or NOTHING), and a sentence for each that was left out."""

    roles: tuple[str, ...]
    left: tuple[Say, ...]


def read_headings(
    grid: ReadingsGrid, columns: Sequence[str], cells: Sequence[str], words: Words
) -> Headings | None:
    """The first row of a block as headings; None when it is a row like the others.

    Across measures the grid's own period is a heading for the value. Of two columns that mean the same the
    first counts.
    """
    known, roles, left = _known(grid, words), list[str](), list[Say]()
    for cell in cells:
        role = known.get(plain(cell), "value" if _is_own_period(grid, cell) else None)
        if role is None and decimal_of(cell) is not None:
            return None
        fits = role == KEY or role in columns
        roles.append(role if role and fits and role not in roles else NOTHING)
        if cell.strip() and role is None:
            left.append(Say(N_("The column ‘{name}’ was left out."), {"name": cell.strip()[:60]}))
    return Headings(tuple(roles), tuple(left)) if any(roles) else None


def plain(text: str) -> str:
    """A heading, a code or a title for comparing: case, spaces and underscores say nothing.

    >>> plain(" PI_no ")
    'pi no'
    """
    return " ".join(text.replace("_", " ").casefold().split())


def _known(grid: ReadingsGrid, words: Words) -> dict[str, str]:
    """Every heading there is a meaning for, to that meaning."""
    found = {plain(said): NOTHING for word in _WORKED_OUT for said in (word, words(word))}
    for field in READING.fields:
        if field.name not in ("measure", "period", "note"):
            said = (field.name, field.label, words(field.label), *field.also)
            found |= {plain(each): field.name for each in said}
    found |= dict.fromkeys(_REMARKS, "commentary")
    return found | {plain(each): KEY for each in _row_names(grid, words)}


def _row_names(grid: ReadingsGrid, words: Words) -> list[str]:
    if grid.measure:
        return [*_PERIODS, words(READING.field("period").label)]
    fields = (MEASURE.field("code"), MEASURE.field("title"), READING.field("measure"))
    return [each for field in fields for each in (field.label, words(field.label), *field.also)]


def _is_own_period(grid: ReadingsGrid, cell: str) -> bool:
    """Whether a heading is the period of a grid across measures."""
    if grid.measure or not cell.strip():
        return False
    try:
        period = read_period(cell, frequency_of(grid.period))
    except NotRead:
        return False
    return period_bounds(period)[1] == period_bounds(grid.period)[1]
