"""The spread of a health check on paper: the same rows as on the screen, in vectors."""

from typing import Any

from reportlab.graphics.shapes import Circle, Rect

from pmdesk.domain.health_results import Spread
from pmdesk.figures.health_spread import LEAST, MOST, SpreadFigure
from pmdesk.papers.chart_marks import BLUE, SMALL_STRONG, canvas_of, ink, line, said
from pmdesk.papers.lettering import break_lines, printable, width
from pmdesk.papers.shapes import GRID, LINE
from pmdesk.papers.sheet import SMALL

_ROW, _FOOT, _RIGHT, _WORDS = 21.0, 20.0, 26.0, 0.46
_BAR, _DOT, _GAP = 6.0, 4.2, 12.0


def height(figure: SpreadFigure) -> float:
    """The points that the chart asks for."""
    return len(figure.rows) * _ROW + _FOOT


def drawing(figure: SpreadFigure, across: float) -> Any:
    """The chart in a drawing of `across` points: bars of the middle half, a dot at the median."""
    made, tall = canvas_of(across, height(figure)), height(figure)
    left, right = across * _WORDS, across - _RIGHT
    for value in range(LEAST, MOST + 1):
        x = _place(value, left, right)
        made.add(line((x, _FOOT), (x, tall), GRID if value not in (LEAST, MOST) else LINE, 0.5))
    for at, row in enumerate(figure.rows):
        middle = tall - (at + 0.5) * _ROW
        first, *rest = break_lines(printable(row.label), SMALL_STRONG, left - _GAP) or [""]
        made.add(said(0, middle - 3, f"{first.rstrip()}…" if rest else first, SMALL_STRONG))
        if row.spread is None:
            made.add(said(left, middle - 3, row.said, SMALL))
            continue
        if row.spread.half:
            low, high = (_place(value, left, right) for value in row.spread.half)
            wide = max(high - low, 0.5)
            made.add(Rect(low, middle - _BAR / 2, wide, _BAR, fillColor=ink(_PALE), strokeColor=None))
        dot = _place(row.spread.middle, left, right)
        made.add(Circle(dot, middle, _DOT, fillColor=ink(BLUE), strokeColor=ink(_WHITE), strokeWidth=0.75))
        made.add(said(across, middle - 3, _middle(row.spread), SMALL_STRONG, "end"))
    _ends(made, figure, left, right)
    return made


_PALE, _WHITE = (0.62, 0.77, 0.89), (1.0, 1.0, 1.0)


def _middle(spread: Spread) -> str:
    return f"{spread.middle:g}"


def _place(value: float, left: float, right: float) -> float:
    return left + (value - LEAST) / (MOST - LEAST) * (right - left)


def _ends(made: Any, figure: SpreadFigure, left: float, right: float) -> None:
    """Numbers under the axis, with the words at both ends where they have room."""
    step = (right - left) / (MOST - LEAST)
    whole = {value: printable(f"{value} {figure.ends[value - 1]}") for value in (LEAST, MOST)}
    fits = all(width(each, SMALL) < step - 8 for each in whole.values())
    for value in range(LEAST, MOST + 1):
        words = whole[value] if fits and value in whole else str(value)
        anchor = {LEAST: "start", MOST: "end"}.get(value, "middle")
        made.add(said(_place(value, left, right), 6, words, SMALL, anchor))
