"""A bar of shares on paper, each part named and counted under it: never told apart by its shade alone."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from reportlab.graphics.shapes import Rect

from pmdesk.figures.axis import spread
from pmdesk.papers.chart_marks import SMALL_INK, canvas_of, ink, line, mark, said
from pmdesk.papers.lettering import Colour, printable, width
from pmdesk.papers.shapes import HAIRLINE, INK, LINE, QUIET, SHAPES

TALL = 40.0
# From the first part to the last: dark to light, each beside one it differs from in black and white too.
SHADES: Sequence[Colour] = (INK, LINE, QUIET, HAIRLINE, LINE)
_BAR, _GAP, _MARK = 12.0, 1.5, 11.0


class Share(NamedTuple):
    """A part: its words ('4 missed'), how many; `state` gives it a rating's colour and shape, '' a shade."""

    text: str
    n: int
    state: str = ""


def drawing(shares: Sequence[Share], across: float) -> Any:
    """The bar over its words, in a drawing of `across` by TALL points; parts of nothing are left out."""
    made, parts = canvas_of(across, TALL), [each for each in shares if each.n]
    whole, x = sum(each.n for each in parts) or 1, 0.0
    middles = []
    for at, each in enumerate(parts):
        wide = across * each.n / whole
        shown = max(wide - (_GAP if at < len(parts) - 1 else 0), 0.5)
        made.add(Rect(x, TALL - _BAR, shown, _BAR, fillColor=ink(_colour(each, at)), strokeColor=None))
        middles.append(x + shown / 2)
        x += wide
    _words(made, parts, middles, across)
    return made


def _words(made: Any, parts: Sequence[Share], middles: Sequence[float], across: float) -> None:
    """The words under the bar, each as near its part as there is room, with a line to it."""
    wides = [width(printable(each.text), SMALL_INK) + (_MARK if each.state else 0) + 10 for each in parts]
    places = spread(list(zip(middles, wides, strict=True)), 0, across)
    for each, middle, wide, place in zip(parts, middles, wides, places, strict=True):
        left = place - wide / 2 + 5
        made.add(line((middle, TALL - _BAR), (middle, TALL - _BAR - 5), LINE, 0.5))
        made.add(line((middle, TALL - _BAR - 5), (place, TALL - _BAR - 11), LINE, 0.5))
        if each.state:
            mark(made, each.state, left + 4, 7, 7.5)
            left += _MARK
        made.add(said(left, 4, each.text))


def _colour(each: Share, at: int) -> Colour:
    return SHAPES.get(each.state, SHAPES["none"])[1] if each.state else SHADES[at % len(SHADES)]
