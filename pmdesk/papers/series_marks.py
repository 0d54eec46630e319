"""The marks that tell lines apart on paper without their colour: each series has a shape of its own."""

from typing import Any

from reportlab.graphics.shapes import Circle, Polygon
from reportlab.lib.colors import white

from pmdesk.papers.chart_marks import ink, line
from pmdesk.papers.lettering import Colour

# The cornered ones as points about their middle, in halves of their size.
_CORNERS = {
    1: ((-0.9, -0.9), (-0.9, 0.9), (0.9, 0.9), (0.9, -0.9)),
    2: ((0, 1), (1, -0.85), (-1, -0.85)),
    3: ((0, 1.1), (1.1, 0), (0, -1.1), (-1.1, 0)),
}


def series_mark(made: Any, series: int, x: float, y: float, of: Colour, size: float = 6) -> None:
    """A series' mark at (x, y): disc, square, triangle, diamond, cross; a small ring for a quiet one."""
    half = size / 2
    if series in _CORNERS:
        flat = [side for dx, dy in _CORNERS[series] for side in (x + dx * half, y + dy * half)]
        made.add(Polygon(flat, fillColor=ink(of), strokeColor=white, strokeWidth=0.6))
    elif series == 4:
        for up in (-half, half):
            made.add(line((x - half, y - up), (x + half, y + up), of, 1.4))
    elif series == 0:
        made.add(Circle(x, y, half, fillColor=ink(of), strokeColor=white, strokeWidth=0.6))
    else:
        made.add(Circle(x, y, half * 0.7, fillColor=white, strokeColor=ink(of), strokeWidth=0.8))
