"""The columns of a file of figures that say what a row is about, and how a person puts one right.

A column is mended by giving it the heading it should have had: everything after reads it as if it had.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.words import N_
from pmdesk.exchange.figure_headings import role_of
from pmdesk.exchange.figure_heads import LEVELS, LOOKED_AT
from pmdesk.exchange.figure_layout import Layout
from pmdesk.exchange.grids import Book, Grid
from pmdesk.exchange.names import plain_words

# What a column can be read as: its role, what it is called, and a heading that says so.
CHOICES: Sequence[tuple[str, str, str]] = (
    ("title", N_("Measure: Title"), "Indicator"),
    ("code", N_("Measure: Code"), "Indicator code"),
    ("area", N_("Area"), "Area name"),
    ("area_code", N_("Area code"), "Area code"),
    ("period", N_("Period"), "Period"),
    ("value", N_("Reading: Value"), "Value"),
    ("target", N_("Target: Target"), "Target"),
    ("unit", N_("Measure: Unit"), "Unit"),
    ("how", N_("How the figure is made"), "Measure type"),
    ("split", N_("Tells series apart"), "Breakdown"),
    ("polarity", N_("Measure: Which way is better"), "Polarity"),
    ("frequency", N_("Measure: How often"), "Frequency"),
    ("aggregation", N_("Measure: How periods add up"), "Aggregation"),
    ("definition", N_("Measure: Definition"), "Measure definition"),
    ("source", N_("Measure: Source"), "Data source"),
    ("baseline", N_("Measure: Baseline"), "Baseline"),
    ("family", N_("Family group"), "Family group"),
    ("commentary", N_("Reading: Commentary"), "Commentary"),
    ("state", N_("Reading: State"), "State"),
    ("numerator", N_("Reading: Numerator"), "Numerator"),
    ("denominator", N_("Reading: Denominator"), "Denominator"),
)
# The areas of rows that name no area of their own are read as areas too.
_WIDER = {"region": "area", "country": "area", "region_code": "area_code", "country_code": "area_code"}
_HEADING_OF = {role: heading for role, _label, heading in CHOICES}
_LEFT_OUT = "Left out"
_MOST = 60


class FigureColumn(NamedTuple):
    """A column beside those of figures: its heading, a sample cell, what it is read as ('' left out)."""

    heading: str
    sample: str
    role: str


def role_named(text: str) -> str | None:
    """The role a person named: 'area', 'reading.value', 'measure.title', 'measure'; None when there is none.

    >>> role_named("reading.value"), role_named("Area name"), role_named("measure"), role_named("seats")
    ('value', 'area', 'title', None)
    """
    word = text.rpartition(".")[2] if text.partition(".")[0] in ENTITIES else text
    word = word.strip().casefold().replace(" ", "_")
    if word == "measure":
        return "title"
    return word if word in _HEADING_OF else role_of(text) or None


def remapped(book: Book, mapping: Mapping[str, str | None]) -> Book:
    """The file with the headings a person put right; {heading: role, or None to leave the column out}."""
    if not mapping:
        return book
    wanted = {plain_words(heading): role for heading, role in mapping.items()}
    return Book(book.source, book.sha256, book.names, tuple(_remapped(grid, wanted) for grid in book.grids))


def _remapped(grid: Grid, wanted: Mapping[str, str | None]) -> Grid:
    rows = [
        [_cell(cell, wanted) for cell in row] if at < LOOKED_AT else row for at, row in enumerate(grid.rows)
    ]
    return Grid(grid.name, rows)


def _cell(cell: str, wanted: Mapping[str, str | None]) -> str:
    words = plain_words(cell)
    if words not in wanted or not words:
        return cell
    role = wanted[words]
    return _HEADING_OF[role] if role else _LEFT_OUT


def columns_of(layout: Layout, rows: Sequence[Sequence[str]]) -> tuple[FigureColumn, ...]:
    """The columns that a person may put right; `rows` are those of its sheet as the file has them."""
    written = _written(rows, layout)
    data = {column.at for column in layout.data if column.says.period}
    roles = {at: role for role, at in layout.roles.items()}
    roles |= dict.fromkeys(layout.splits, "split")
    roles |= dict.fromkeys((layout.states or {}).values(), "state")
    roles |= {at: role for at, role in ((layout.part, "period"), (layout.kinds, "how")) if at is not None}
    roles = {at: _WIDER.get(role, role) for at, role in roles.items()}
    roles |= {column.at: column.says.kind for column in layout.data if not column.says.period}
    found = list[FigureColumn]()
    for at, heading in enumerate(written):
        sample = next((row[at].strip() for row in layout.rows[:20] if at < len(row) and row[at].strip()), "")
        if heading and sample and at not in data and heading not in {each.heading for each in found}:
            found.append(FigureColumn(heading, sample[:80], roles.get(at, "")))
            if len(found) == _MOST:
                break
    return tuple(found)


def _written(rows: Sequence[Sequence[str]], layout: Layout) -> list[str]:
    """Each column's heading as it stands: in the lowest row of headings, else in the nearest over it."""
    at = layout.heading_at
    above = [rows[up] for up in range(at, max(at - LEVELS, 0) - 1, -1)]
    cells = ([row[place] for row in above if place < len(row)] for place in range(len(layout.headings)))
    nearest = [next((cell for cell in column if cell.strip()), "") for column in cells]
    return [cell if heading else "" for cell, heading in zip(nearest, layout.headings, strict=True)]
