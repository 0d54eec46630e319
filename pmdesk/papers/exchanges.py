"""Challenges and replies on paper: the question at the left, the partner's own words beside it."""

from collections.abc import Sequence

from pmdesk.domain.words import Words
from pmdesk.figures.exchanges import Exchange
from pmdesk.figures.record_page import Side
from pmdesk.papers.lettering import break_lines
from pmdesk.papers.sheet import MARGIN, SMALL, Sheet, heading, write
from pmdesk.papers.side_by_side import NOTE, Strand, side_by_side

_GAP = 20.0
_TOGETHER = 220.0
_ABOUT = 18.0  # what one is about, over it
_LINES = 12  # of what was said that stay together: a longer text goes on over pages


def exchanges(
    sheet: Sheet, found: Sequence[Exchange], words: Words, level: int = 2, named: bool = False
) -> None:
    """All of them under one heading; nothing for none. `named`: over each stands what it is about."""
    if not found:
        return
    keep = _tall(sheet, found[0]) + (_ABOUT if named else 0)
    heading(sheet, words("Challenges and replies"), keep=keep, level=level)
    for place, each in enumerate(found):
        said = words("About {what}", what=each.about) if named and each.about else ""
        write(sheet, "P", said, SMALL, above=12 if place else 2, below=2, keep=_tall(sheet, each))
        _exchange(sheet, each, level + 1, 0 if said else 12 if place else 0)


def _tall(sheet: Sheet, each: Exchange) -> float:
    """About how tall one is, as far as it is to stay on one page."""
    wide = (sheet.measure - _GAP) / 2
    sides = [sum(len(break_lines(line, NOTE, wide)) for line in side.text.split("\n"))
             for side in (each.asked, *each.answered)]  # fmt: skip
    return min(70 + NOTE.leading * max(sides[0], sum(sides[1:])), _TOGETHER)


def _exchange(sheet: Sheet, each: Exchange, level: int, above: float) -> None:
    sheet.y -= above
    wide = (sheet.measure - _GAP) / 2
    left = Strand(sheet, sheet.pdf.root.add("Sect"), MARGIN, wide)
    right = Strand(sheet, sheet.pdf.root.add("Sect"), MARGIN + wide + _GAP, wide)
    _say(left, each.asked, level, wide)
    for place, side in enumerate(each.answered):
        _say(right, side, level, wide, 6 if place else 0)
    side_by_side(sheet, (left, right))
    write(sheet, "P", each.agreed, NOTE, below=4)


def _say(strand: Strand, side: Side, level: int, wide: float, above: float = 0) -> None:
    strand.heading(side.who, above, level)
    strand.paragraph(side.quiet, SMALL, 2)
    for line in side.text.split("\n"):  # word for word: no list is made of it
        lines = break_lines(line, NOTE, wide)
        for first in range(0, len(lines), _LINES):
            strand.paragraph("".join(lines[first : first + _LINES]), NOTE, 2)
    strand.paragraph(side.foot, SMALL, 4)
