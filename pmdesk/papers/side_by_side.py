"""Columns of blocks side by side, each going on over the pages at its own pace; read one after the other.

A block is never broken: what a person typed at length is cut in it, and stands whole in the register.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pmdesk.figures.paper_values import Cell, Column
from pmdesk.papers.lettering import REGULAR, Style, break_lines
from pmdesk.papers.shapes import HAIRLINE, INK
from pmdesk.papers.sheet import BOTTOM, HEADING, SMALL, Sheet, baseline
from pmdesk.papers.structure import Tag
from pmdesk.papers.tables import COMPACT, Line, Look, Place, draw_lines, height_of, places_of, row_lines

NOTE = Style(REGULAR, 9, 12, INK)
_MOST_LINES = 8


class Block(NamedTuple):
    """`draw(top)` puts it on the page; `held` to the block after it, as a heading is. Heights in points.

    `again` is drawn over it where a new page begins with it: the head of its table.
    """

    height: float
    draw: Callable[[float], None]
    held: bool = False
    again: "Block | None" = None


@dataclass(slots=True)
class Strand:
    """One column: `x` and width in points, its tag and its blocks from the top down."""

    sheet: Sheet
    tag: Tag
    x: float
    across: float
    blocks: list[Block] = field(default_factory=list)

    def heading(self, text: str, above: float = 0, level: int = 2) -> None:
        """A heading, kept with what follows."""
        lines = break_lines(text, HEADING, self.across)
        self._text(self.tag.add(f"H{level}"), lines, HEADING, above, 3, held=True)

    def paragraph(self, text: str, style: Style = NOTE, below: float = 4) -> None:
        """A paragraph; nothing for no text."""
        if text:
            self._text(self.tag.add("P"), break_lines(text, style, self.across), style, 0, below)

    def _text(
        self, tag: Tag, lines: list[str], style: Style, above: float, below: float, held: bool = False
    ) -> None:
        def draw(top: float) -> None:
            with self.sheet.pdf.tagged(tag):
                self.sheet.pdf.text(self.x, baseline(style, top - above), lines, style)

        self.blocks.append(Block(above + len(lines) * style.leading + below, draw, held))


class StrandTable:
    """A table in a strand: its head once for readers, again as decoration on each further page.

    Without headings it has no head; its first column then names the rows.
    """

    def __init__(self, strand: Strand, columns: Sequence[Column], look: Look = COMPACT) -> None:
        self._strand, self._sheet, self._look = strand, strand.sheet, look
        self._places = places_of(columns, strand.x, strand.across)
        self._tag = strand.tag.add("Table")
        pairs = zip(columns, self._places, strict=True)
        self._head = [break_lines(column.heading, SMALL, place.inner) for column, place in pairs]
        self._again: Block | None = None
        if any(self._head):
            row = self._tag.add("TR")
            tags = [row.add("TH", scope="Column") for _column in columns]
            strand.blocks.append(self._head_block(tags, held=True))
            self._again = self._head_block(None, held=False)

    def group(self, title: str, quiet: str = "", depth: int = 0) -> None:
        """A heading over the rows that follow, `quiet` under it; deeper ones stand further in."""
        indent = 8.0 * min(depth, 4)
        place = Place(self._strand.x + indent, self._strand.across - indent)
        lines = [Line(each, COMPACT.strong) for each in break_lines(title, COMPACT.strong, place.inner, " ")]
        lines += [Line(each, SMALL) for each in break_lines(quiet, SMALL, place.inner)]
        self._whole(place, _cut(lines), "TH", 6, held=True)

    def note(self, text: str) -> None:
        """A sentence over all the columns."""
        place = Place(self._strand.x, self._strand.across)
        self._whole(place, [Line(each, NOTE) for each in break_lines(text, NOTE, place.inner)], "TD")

    def row(self, cells: Sequence[Cell]) -> None:
        """One row; its first cell names it."""
        lines = [_cut(each) for each in row_lines(cells, self._places, self._look)]
        row = self._tag.add("TR")
        kinds = ["TH", *["TD"] * (len(cells) - 1)]
        tags = [row.add(kind, scope="Row" if kind == "TH" else "") for kind in kinds]
        self._add(list(zip(self._places, tags, lines, strict=True)))

    def _whole(
        self, place: Place, lines: list[Line], kind: str, above: float = 0, held: bool = False
    ) -> None:
        scope = "Row" if kind == "TH" else ""
        cell = self._tag.add("TR").add(kind, scope=scope, columns=len(self._places))
        self._add([(place, cell, lines)], above, held)

    def _add(self, cells: list[tuple[Place, Tag, list[Line]]], above: float = 0, held: bool = False) -> None:
        tall = max(height_of(lines) for _place, _tag, lines in cells) + 2 * self._look.padding + above

        def draw(top: float) -> None:
            for place, tag, lines in cells:
                if lines:
                    with self._sheet.pdf.tagged(tag):
                        draw_lines(self._sheet, place, lines, top - above - self._look.padding)
            with self._sheet.pdf.artifact():
                self._sheet.pdf.rule(self._strand.x, top - tall, self._strand.across, 0.5, HAIRLINE)

        self._strand.blocks.append(Block(tall, draw, held, self._again))

    def _head_block(self, tags: list[Tag] | None, held: bool) -> Block:
        most = max(map(len, self._head))
        tall = most * SMALL.leading + 5

        def draw(top: float) -> None:
            for at, (place, said) in enumerate(zip(self._places, self._head, strict=True)):
                lines = [Line(text, SMALL) for text in said]
                with self._sheet.pdf.tagged(tags[at]) if tags else self._sheet.pdf.artifact():
                    draw_lines(self._sheet, place, lines, top - (most - len(said)) * SMALL.leading)
            with self._sheet.pdf.artifact():
                self._sheet.pdf.rule(self._strand.x, top - tall, self._strand.across, 1, INK)

        return Block(tall, draw, held)


def tall_of(strand: Strand) -> float:
    """How tall a strand is that no page breaks."""
    return sum(block.height for block in strand.blocks)


def side_by_side(sheet: Sheet, strands: Sequence[Strand]) -> None:
    """Draw strands beside one another from the cursor down, over as many pages as the longest needs."""
    left, foot, turned = [list(each.blocks) for each in strands], sheet.y, False
    while True:
        top = sheet.y
        foot = min(_fill(blocks, top, top < sheet.top, turned) for blocks in left)
        if not any(left):
            break
        sheet.turn()
        turned = True
    sheet.y = foot


def _fill(blocks: list[Block], top: float, may_turn: bool, turned: bool) -> float:
    """Draw what fits of a strand's blocks and take it off; where the last one ends."""
    y = top
    if turned and blocks and (again := blocks[0].again):
        again.draw(y)
        y -= again.height
    begun = may_turn
    while blocks:
        # The first block of a fresh page stands there whatever its height, or it would never be drawn.
        if y - _together(blocks) < BOTTOM and begun:
            break
        block = blocks.pop(0)
        block.draw(y)
        y, begun = y - block.height, True
    return y


def _together(blocks: Sequence[Block]) -> float:
    """The height of the first block with those it is held to."""
    tall = 0.0
    for block in blocks:
        tall += block.height
        if not block.held:
            break
    return tall


def _cut(lines: list[Line]) -> list[Line]:
    if len(lines) <= _MOST_LINES:
        return lines
    last = lines[_MOST_LINES - 1]
    return [*lines[: _MOST_LINES - 1], last._replace(text=last.text.rstrip()[:-1] + "…")]
