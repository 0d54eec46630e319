"""Ruled tables that split over pages: a head drawn again as decoration, rows that break if they must."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import NamedTuple

from pmdesk.figures.paper_values import Cell, Column, Fact, Group
from pmdesk.papers.lettering import REGULAR, SEMIBOLD, Colour, Style, break_lines, printable, width
from pmdesk.papers.shapes import HAIRLINE, INK, LINE, QUIET, draw_shape
from pmdesk.papers.sheet import BOTTOM, MARGIN, MEASURE, SMALL, TOP, Sheet, baseline
from pmdesk.papers.structure import Tag

TEXT = Style(REGULAR, 10, 13.5, INK)
STRONG_TEXT = Style(SEMIBOLD, 10, 13.5, INK)
LABEL = Style(REGULAR, 10, 13.5, QUIET)
PADDING = 4.0
GUTTER = 12.0
_SHAPE_ROOM = 14.0


class Look(NamedTuple):
    """How a table is set: its text, its strong text, the points above and below each row."""

    text: Style
    strong: Style
    padding: float


PLAIN = Look(TEXT, STRONG_TEXT, PADDING)
COMPACT = Look(Style(REGULAR, 9, 12, INK), Style(SEMIBOLD, 9, 12, INK), 2)
DENSE = Look(Style(REGULAR, 9, 11, INK), Style(SEMIBOLD, 9, 11, INK), 1.25)


class Line(NamedTuple):
    """One line of a cell."""

    text: str
    style: Style
    state: str = ""
    indent: float = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a column stands: its left edge and inner width in points; `right`: its text ends there."""

    x: float
    inner: float
    right: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """A table's columns and the lines of its head, drawn again wherever a page turns inside it."""

    places: list[Place]
    head: list[list[str]]
    look: Look = PLAIN


def table(sheet: Sheet, columns: Sequence[Column], groups: Sequence[Group], look: Look = PLAIN) -> None:
    """Draw a table: its head tagged once and repeated on each page as decoration; first cells name rows."""
    places = places_of(columns)
    tag = sheet.pdf.root.add("Table")
    head = _head(columns, places)
    frame = Frame(places, [said or [""] for said in head], look)
    rows = (row_lines(row, places, look) for group in groups for row in group.rows)
    first = next(rows, None)
    sheet.room(_beginning(head, first, look))
    _draw_head(sheet, frame, tag.add("TR"))
    waiting = chain([first], rows)
    for group in groups:
        if group.heading:
            _group_row(sheet, tag, frame, group.heading)
        for lines in islice(waiting, len(group.rows)):
            _row(sheet, tag, frame, places, lines or [])


def row_lines(row: Sequence[Cell], places: Sequence[Place], look: Look = PLAIN) -> list[list[Line]]:
    """A row's cells as lines; where cells list equally many things, those stand level."""
    cells = [_things(cell, place, look) for cell, place in zip(row, places, strict=True)]
    for count in {len(things) for things in cells} - {0, 1}:
        fellows = [things for things in cells if len(things) == count]
        for level in zip(*fellows, strict=True):
            tall = max(map(len, level))
            for thing in level:
                thing += [Line("", look.text)] * (tall - len(thing))
    quiet = (set_cell(cell.quiet, SMALL, place) for cell, place in zip(row, places, strict=True))
    return [[*chain(*things), *under] for things, under in zip(cells, quiet, strict=True)]


def _things(cell: Cell, place: Place, look: Look) -> list[list[Line]]:
    """The lines of each thing a cell lists, one to a typed line, the shape before the first."""
    style, indent = look.strong if cell.strong else look.text, _SHAPE_ROOM if cell.state else 0
    things = [set_cell(part, style, place, indent) for part in cell.text.split("\n")]
    if cell.state and things[0]:
        things[0][0] = things[0][0]._replace(state=cell.state)
    return things


def facts(sheet: Sheet, pairs: Sequence[Fact], strong_last: bool = False) -> None:
    """Labels and values in two columns, row by row, under an ink rule; nothing when there are no pairs."""
    if not pairs:
        return
    sheet.y -= 14
    sheet.room(30)
    rule(sheet, 0.75, INK)
    places = [
        Place(MARGIN, 96),
        Place(MARGIN + 101.8, 164),
        Place(MARGIN + 277.6, 96),
        Place(MARGIN + 379.4, MEASURE - 379.4),
    ]
    tag = sheet.pdf.root.add("Table")
    for first in range(0, len(pairs), 2):
        cells: list[list[Line]] = []
        for place, (label, value) in enumerate(pairs[first : first + 2]):
            last = strong_last and first + place == len(pairs) - 1
            cells.append(set_cell(label, LABEL, places[2 * place]))
            cells.append(set_cell(value, STRONG_TEXT if last else TEXT, places[2 * place + 1]))
        # An odd last pair: its row still has four cells.
        kinds = ("TH", "TD", "TH", "TD") if len(cells) == 4 else ("TH", "TD", "TD", "TD")
        _row(sheet, tag, None, places, cells + [[]] * (4 - len(cells)), kinds)


def set_cell(text: str, style: Style, place: Place, indent: float = 0) -> list[Line]:
    """Text as the lines of a cell; each typed line begins anew, and is a new word to a reader."""
    return [
        Line(said, style, indent=indent)
        for part in text.split("\n")
        for said in break_lines(part, style, place.inner - indent, ends=" ")
    ]


def places_of(columns: Sequence[Column], x: float = MARGIN, across: float = MEASURE) -> list[Place]:
    """Where columns stand that share `across` points from `x` on."""
    whole, places = sum(column.share for column in columns), []
    for number, column in enumerate(columns):
        wide = across * column.share / whole
        last = number == len(columns) - 1
        places.append(Place(x, wide - (0 if last else GUTTER), column.right))
        x += wide
    return places


def tall_of_rows(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], look: Look) -> float:
    """How tall a table of these rows is in points, with its head, on a page that does not break it."""
    places = places_of(columns)
    tall = [_row_height(row_lines(row, places, look), look) for row in rows]
    return _head_height(_head(columns, places)) + sum(tall)


def beginning(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], look: Look = PLAIN) -> float:
    """The points a table asks for where it begins: its head is never alone at the foot of a page."""
    places = places_of(columns)
    return _beginning(_head(columns, places), row_lines(rows[0], places, look) if rows else None, look)


def _beginning(head: list[list[str]], first: list[list[Line]] | None, look: Look) -> float:
    tall = _head_height(head)
    return max(tall + 40, min(tall + (_row_height(first, look) if first else 0), 300))


def _row_height(cells: list[list[Line]], look: Look) -> float:
    return max(map(height_of, cells)) + 2 * look.padding


def _head(columns: Sequence[Column], places: Sequence[Place]) -> list[list[str]]:
    pairs = zip(columns, places, strict=True)
    return [break_lines(column.heading, SMALL, place.inner) for column, place in pairs]


def fitted(
    columns: Sequence[Column], rows: Sequence[Sequence[Cell]], look: Look, across: float = MEASURE
) -> Sequence[Column]:
    """Columns as wide as their words ask for, the last with what is left; as given where that is little."""
    asked = [
        max([_asked(column.heading, SMALL), *(_cell_asks(row[at], look) for row in rows)]) + GUTTER
        for at, column in enumerate(columns[:-1])
    ]
    left = across - sum(asked)
    if left < across / 4:
        return columns
    shares = zip(columns, [*asked, left], strict=True)
    return [Column(each.heading, share, each.right) for each, share in shares]


def _cell_asks(cell: Cell, look: Look) -> float:
    style, indent = look.strong if cell.strong else look.text, _SHAPE_ROOM if cell.state else 0
    return max(_asked(cell.text, style) + indent, _asked(cell.quiet, SMALL))


def _asked(text: str, style: Style) -> float:
    """The points the longest of some lines takes, and a little air."""
    return max(width(printable(each), style) for each in text.split("\n")) + 1


def height_of(lines: Sequence[Line]) -> float:
    """The height of a cell's lines in points."""
    return sum([line.style.leading for line in lines])


def _head_height(head: list[list[str]]) -> float:
    return max(map(len, head)) * SMALL.leading + 6


def _draw_head(sheet: Sheet, frame: Frame, row: Tag | None) -> None:
    """The column heads over a 1 point rule; without `row` they are a repeat, and decoration."""
    top, tall = sheet.y - 2, max(map(len, frame.head))
    for place, said in zip(frame.places, frame.head, strict=True):
        lines = [Line(text, SMALL) for text in said]
        with sheet.pdf.tagged(row.add("TH", scope="Column")) if row else sheet.pdf.artifact():
            draw_lines(sheet, place, lines, top - (tall - len(said)) * SMALL.leading)
    sheet.y -= _head_height(frame.head)
    rule(sheet, 1, INK)


def _group_row(sheet: Sheet, tag: Tag, frame: Frame, said: str) -> None:
    whole = Place(MARGIN, MEASURE)
    lines = set_cell(said, STRONG_TEXT, whole)
    if sheet.y - min(height_of(lines), 60) - 60 < BOTTOM:  # never alone at the foot
        _continue(sheet, frame)
    sheet.y -= 6
    _row(sheet, tag, frame, [whole], [lines], ("TH",), columns=len(frame.places), under=(0.75, LINE))


def _row(
    sheet: Sheet,
    tag: Tag,
    frame: Frame | None,
    places: list[Place],
    cells: list[list[Line]],
    kinds: Sequence[str] = ("TH",),
    columns: int = 1,
    under: tuple[float, Colour] = (0.5, HAIRLINE),
) -> None:
    """One row. It moves whole to the next page when it fits there, and breaks when it is taller.

    `kinds` are the cells' tags, ordinary cells where it is the shorter.
    """
    row = tag.add("TR")
    kinds = [*kinds, *["TD"] * (len(cells) - len(kinds))]
    tags = [row.add(kind, scope="Row" if kind == "TH" else "", columns=columns) for kind in kinds]
    padding = frame.look.padding if frame else PADDING
    height = max(map(height_of, cells)) + 2 * padding
    if sheet.y - height < BOTTOM and height < (TOP - BOTTOM) * 0.8:
        _continue(sheet, frame)
    while any(cells):
        room = sheet.y - BOTTOM - 2 * padding
        if room < 30:
            _continue(sheet, frame)
            continue
        now = [_take(lines, room) for lines in cells]
        for place, cell, lines in zip(places, tags, now, strict=True):
            if lines:
                with sheet.pdf.tagged(cell):
                    draw_lines(sheet, place, lines, sheet.y - padding)
        sheet.y -= max(map(height_of, now)) + 2 * padding
        cells = [lines[len(part) :] for lines, part in zip(cells, now, strict=True)]
    rule(sheet, *under)


def _take(lines: list[Line], room: float) -> list[Line]:
    taken: list[Line] = []
    for line in lines:
        room -= line.style.leading
        if room < 0:
            break
        taken.append(line)
    return taken


def _continue(sheet: Sheet, frame: Frame | None) -> None:
    sheet.turn()
    if frame:
        _draw_head(sheet, frame, None)


def draw_lines(sheet: Sheet, place: Place, lines: Sequence[Line], top: float) -> None:
    """A cell's lines inside its tag; lines of one style go down in one stroke."""
    start = 0
    while start < len(lines):
        line, end = lines[start], start + 1
        while end < len(lines) and lines[end].style is line.style and not place.right:
            end += 1
        if line.state:
            draw_shape(sheet.pdf, line.state, place.x + 4, top - line.style.leading / 2 - 0.4)
        x = place.x + line.indent
        if place.right:
            x = place.x + place.inner - width(line.text.rstrip(), line.style)
        said = [part.text for part in lines[start:end]]
        sheet.pdf.text(x, baseline(line.style, top), said, line.style)
        top -= sum(part.style.leading for part in lines[start:end])
        start = end


def rule(sheet: Sheet, weight: float, colour: Colour) -> None:
    """A level line over the whole width where the cursor is."""
    with sheet.pdf.artifact():
        sheet.pdf.rule(MARGIN, sheet.y, MEASURE, weight, colour)
