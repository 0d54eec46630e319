"""The milestone chart on paper: vectors amid a table of its dates; what they mean comes from figures."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from reportlab.graphics.shapes import Circle, Drawing, Line, Polygon, PolyLine, String
from reportlab.lib.colors import Color, white

from pmdesk.domain.dates import SHORT_MONTHS, say_short
from pmdesk.domain.words import Words
from pmdesk.figures.timeline import TimelineFigures, TimelineRow
from pmdesk.papers.lettering import SEMIBOLD, Colour, Style, printable, width
from pmdesk.papers.shapes import GRID, INK, LINE, SHAPES, points
from pmdesk.papers.sheet import SMALL

# The shape and colour of each milestone state (look/NOTES.md, 'One pairing everywhere').
MARKS = {"done": "done", "past": "missed", "slipping": "close", "on_date": "met", "undated": "none"}

HEAD, FOOT = 18.0, 18.0
_LABEL_ROOM = 25.0
_STRONG = Style(SEMIBOLD, 9, 12, INK)
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)


@dataclass(frozen=True, slots=True)
class Scale:
    """Days laid out on paper: from `start` over `days` days on `across` points."""

    start: date
    days: int
    across: float

    def x(self, day: date) -> float:
        """How far along a day stands."""
        return (day - self.start).days * self.across / self.days


def scale(span: tuple[date, date], across: float) -> Scale:
    """Whole months round a span."""
    first = span[0].replace(day=1)
    last = span[1].replace(day=monthrange(span[1].year, span[1].month)[1])
    return Scale(first, max((last - first).days + 1, 1), across)


def drawing(
    figures: TimelineFigures, rows: Sequence[tuple[TimelineRow, float]], across: float, words: Words
) -> Any:
    """The chart of some rows, each with its height in points, between a head of months and today's label."""
    tall = HEAD + sum(height for _row, height in rows) + FOOT
    made, along = Drawing(across, tall), scale(figures.span, across - 16)
    _grid(made, along, tall, words)
    top = tall - HEAD
    for row, height in rows:
        _mark_row(made, along, row, top - height / 2)
        top -= height
    _today(made, along, figures.today, tall, words)
    return made


@lru_cache
def _ink(colour: Colour) -> Any:
    return Color(*colour)


def _at(along: Scale, day: date) -> float:
    return 8 + along.x(day)


def _months(along: Scale) -> list[date]:
    months, day = [], along.start
    while (day - along.start).days <= along.days:
        months.append(day)
        day = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return months


def _grid(made: Any, along: Scale, tall: float, words: Words) -> None:
    """Hairlines at months and their names; a January is its year."""
    months = _months(along)
    month_wide = along.across / max(len(months) - 1, 1)
    step = next((step for step in _STEPS if step * month_wide >= _LABEL_ROOM), _STEPS[-1])
    for day in months:
        number = day.year * 12 + day.month - 1
        if month_wide < 4 and number % step:
            continue
        x = _at(along, day)
        january = day.month == 1
        colour = LINE if january else GRID
        made.add(Line(x, FOOT, x, tall - HEAD, strokeColor=_ink(colour), strokeWidth=0.5))
        said = str(day.year) if january else printable(words(SHORT_MONTHS[day.month - 1]).strip())
        style = _STRONG if january else SMALL
        if number % step == 0 and x + 2 + width(said, style) <= made.width:
            made.add(_label(x + 2, tall - HEAD + 6.5, said, style))


def _label(x: float, y: float, said: str, style: Style, anchor: str = "start") -> Any:
    ink = _ink(style.colour)
    return String(x, y, said, fontName=style.font, fontSize=style.size, fillColor=ink, textAnchor=anchor)


def _today(made: Any, along: Scale, today: date, tall: float, words: Words) -> None:
    x = _at(along, today)
    made.add(Line(x, FOOT - 3, x, tall - HEAD + 3, strokeColor=_ink(INK), strokeWidth=1))
    said = printable(words("Today, {day}", day=say_short(today.isoformat(), words)))
    half = width(said, _STRONG) / 2
    made.add(_label(min(max(x, half), made.width - half), FOOT - 13, said, _STRONG, "middle"))


def _mark_row(made: Any, along: Scale, row: TimelineRow, y: float) -> None:
    """A milestone: its first date as an open diamond, a line to its date now, ticks at forecasts between."""
    state = MARKS[row.state]
    kind, colour = SHAPES[state]
    if row.now is None:
        return
    end = _at(along, row.now)
    if row.first_due and row.first_due != row.now:
        start = _at(along, row.first_due)
        made.add(Line(start, y, end, y, strokeColor=_ink(colour), strokeWidth=1.5))
        for day in row.earlier:
            x = _at(along, day)
            made.add(Line(x, y - 3.5, x, y + 3.5, strokeColor=_ink(colour), strokeWidth=1.2))
        made.add(_diamond(start, y))
    made.add(_shape(kind, colour, end, y))


def _diamond(x: float, y: float, half: float = 4.2) -> Any:
    corners = [x, y + half, x + half, y, x, y - half, x - half, y]
    return Polygon(corners, fillColor=white, strokeColor=_ink(INK), strokeWidth=0.9)


def _shape(kind: str, colour: Colour, x: float, y: float) -> Any:
    ink = _ink(colour)
    if kind == "circle":
        return Circle(x, y, 3.8, fillColor=ink, strokeColor=white, strokeWidth=0.8)
    if kind == "open":
        return Circle(x, y, 3.4, fillColor=white, strokeColor=ink, strokeWidth=1.2)
    flat = [side for corner in points(kind, x, y, 8) for side in corner]
    if kind == "tick":
        return PolyLine(flat, strokeColor=ink, strokeWidth=1.6)
    return Polygon(flat, fillColor=ink, strokeColor=white, strokeWidth=0.8)
