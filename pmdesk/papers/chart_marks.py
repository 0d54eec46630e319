"""What charts of readings share on paper: rating shapes, dashed paths, labels, the scale of a plot."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reportlab.graphics.shapes import (
    Circle,
    Drawing,
    Line,
    Polygon,
    PolyLine,
    Rect,
    String,
)
from reportlab.lib.colors import Color, white

from pmdesk.papers.lettering import REGULAR, SEMIBOLD, Colour, Style, printable, width
from pmdesk.papers.shapes import INK, QUIET, SHAPES, STROKED, colour, points

# Okabe-Ito blue and vermillion, the second darkened for a thin line on white (look/NOTES.md).
BLUE, VERMILLION, FAN = colour("#0072B2"), colour("#B34700"), colour("#D9E8F3")
SMALL_INK = Style(REGULAR, 9, 12, INK)
SMALL_STRONG = Style(SEMIBOLD, 9, 12, INK)

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Plot:
    """Where values stand in a drawing: its box, how long it is along and its range up, in document units."""

    left: float
    foot: float
    across: float
    tall: float
    along: float
    low: float
    high: float

    def x(self, at: float) -> float:
        """How far along something stands, in points."""
        return self.left + at * self.across / self.along

    def y(self, value: object) -> float:
        """How high a value (Decimal) stands, in points."""
        return self.foot + (float(str(value)) - self.low) * self.tall / (self.high - self.low or 1)


@lru_cache
def ink(of: Colour) -> Any:
    """A colour as drawings take it."""
    return Color(*of)


def line(start: Spot, end: Spot, of: Colour, weight: float, dashes: Sequence[float] = ()) -> Any:
    """A straight line, dashed where `dashes` are given."""
    return Line(*start, *end, strokeColor=ink(of), strokeWidth=weight, strokeDashArray=list(dashes) or None)


def bent(spots: Sequence[Spot], of: Colour, weight: float, dashes: Sequence[float] = ()) -> Any:
    """A line through several places."""
    flat = [side for spot in spots for side in spot]
    return PolyLine(flat, strokeColor=ink(of), strokeWidth=weight, strokeDashArray=list(dashes) or None)


def area(spots: Sequence[Spot], of: Colour) -> Any:
    """A filled area without an edge."""
    return Polygon([side for spot in spots for side in spot], fillColor=ink(of), strokeColor=None)


def said(x: float, y: float, text: str, style: Style = SMALL_INK, anchor: str = "start") -> Any:
    """A label whose letters stand at (x, y)."""
    return String(
        x, y, printable(text), fontName=style.font, fontSize=style.size, fillColor=ink(style.colour),
        textAnchor=anchor,
    )  # fmt: skip


def behind(x: float, y: float, text: str, style: Style = SMALL_INK, anchor: str = "start") -> Any:
    """White behind a label, so that no line runs through its letters."""
    wide = width(printable(text), style)
    left = x - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
    return Rect(left - 1, y - 2, wide + 2, style.size + 1.5, fillColor=white, strokeColor=None)


def mark(made: Any, state: str, x: float, y: float, size: float = 7.5) -> None:
    """The shape of a rating in a white halo; those that are lines or open have white inside."""
    kind, of = SHAPES.get(state, SHAPES["none"])
    if kind in ("circle", "open", "clock"):
        round_one = Circle(x, y, size / 2, fillColor=ink(of), strokeColor=white, strokeWidth=1)
        open_one = Circle(x, y, size * 0.44, fillColor=white, strokeColor=ink(of), strokeWidth=1)
        made.add(round_one if kind == "circle" else open_one)
        if kind != "clock":
            return
    spots = points(kind, x, y, size)
    if kind in STROKED:
        made.add(bent(spots, of, 1.2))
        return
    flat = [side for spot in spots for side in spot]
    made.add(Polygon(flat, fillColor=ink(of), strokeColor=white, strokeWidth=0.8))


def diamond(x: float, y: float) -> Any:
    """The open diamond of a baseline."""
    flat = [side for spot in points("diamond", x, y, 8.4)[:4] for side in spot]
    return Polygon(flat, fillColor=white, strokeColor=ink(INK), strokeWidth=0.9)


def ring(x: float, y: float, strong: bool) -> Sequence[Any]:
    """The ring of a target; that of the goal has a point in it."""
    of = INK if strong else QUIET
    made = [Circle(x, y, 3.6, fillColor=white, strokeColor=ink(of), strokeWidth=1.1)]
    if strong:
        made.append(Circle(x, y, 1.2, fillColor=ink(of), strokeColor=None))
    return made


def canvas_of(across: float, tall: float) -> Any:
    """An empty drawing of so many points."""
    return Drawing(across, tall)
