"""The slip chart on paper: report days across, forecast days up, so that a date that slips bends its line."""

from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from pmdesk.domain.dates import SHORT_MONTHS
from pmdesk.domain.words import Words
from pmdesk.figures.axis import spread
from pmdesk.figures.slip_chart import SlipFigures, SlipLine, SlipPoint
from pmdesk.papers.chart_marks import BLUE, SMALL_STRONG, VERMILLION, Plot, bent, canvas_of, line, mark, said
from pmdesk.papers.lettering import Colour, break_lines, printable
from pmdesk.papers.series_marks import series_mark
from pmdesk.papers.shapes import GRID, INK, LINE, QUIET, colour
from pmdesk.papers.sheet import SMALL

# Okabe-Ito blue, vermillion, green, purple, ink; the light ones darkened for thin lines on white.
SERIES: tuple[Colour, ...] = (BLUE, VERMILLION, colour("#007A5A"), colour("#A6467F"), INK)

_LEFT, _GUTTER, _HEAD, _FOOT = 34.0, 178.0, 8.0, 28.0
_LABEL, _LEAST, _MOST, _LEAD = 23.0, 160.0, 400.0, 18.0
_ALONG, _UP, _STEPS = 26.0, 13.0, (1, 2, 3, 6, 12, 24, 60, 120)


def height(figures: SlipFigures) -> float:
    """The points that the chart asks for: room to name each unfinished milestone."""
    names = _LABEL * sum(not each.done for each in figures.lines)
    return min(max(names, _LEAST), _MOST) + _HEAD + _FOOT


def drawing(figures: SlipFigures, across: float, words: Words) -> Any:
    """The chart in a drawing of `across` points."""
    tall = height(figures)
    made = canvas_of(across, tall)
    first, last = figures.across
    low, high = _whole_months(figures.up)
    plot = Plot(
        _LEFT, _FOOT, across - _LEFT - _GUTTER, tall - _HEAD - _FOOT,
        max((last - first).days, 1), float(low.toordinal()), float(high.toordinal()),
    )  # fmt: skip
    _forecasts(made, plot, (low, high), words)
    _reports(made, plot, figures, words)
    _kept(made, plot, figures, (low, high))
    for each in sorted(figures.lines, key=lambda each: each.series):
        _line(made, plot, figures, each)
    _names(made, plot, figures)
    return made


def _whole_months(up: tuple[date, date]) -> tuple[date, date]:
    last = up[1].replace(day=monthrange(up[1].year, up[1].month)[1])
    return up[0].replace(day=1), last + timedelta(1)


def _months(span: tuple[date, date], room: float, each: float) -> list[date]:
    """The first days of the months that have room for a name (`each` points), evenly chosen."""
    every, day = list[date](), span[0].replace(day=1)
    while day <= span[1]:
        every.append(day)
        day = (day + timedelta(31)).replace(day=1)
    wide = room / max(len(every), 1)
    step = next((step for step in _STEPS if step * wide >= each), _STEPS[-1])
    return [day for day in every if day >= span[0] and (day.year * 12 + day.month - 1) % step == 0]


def _named(day: date, words: Words) -> tuple[str, Any]:
    if day.month == 1:
        return str(day.year), SMALL_STRONG
    return words(SHORT_MONTHS[day.month - 1]).strip(), SMALL


def _place(plot: Plot, figures: SlipFigures, point: SlipPoint) -> tuple[float, float]:
    return _x(plot, figures, point.reported), plot.y(Decimal(point.forecast.toordinal()))


def _x(plot: Plot, figures: SlipFigures, day: date) -> float:
    return plot.x(min(max((day - figures.across[0]).days, 0), plot.along))


def _forecasts(made: Any, plot: Plot, up: tuple[date, date], words: Words) -> None:
    """The months forecast, a hairline each."""
    for day in _months(up, plot.tall, _UP):
        y = plot.y(Decimal(day.toordinal()))
        text, style = _named(day, words)
        made.add(line((plot.left, y), (plot.left + plot.across, y), LINE if day.month == 1 else GRID, 0.5))
        made.add(said(plot.left - 5, y - 3.1, text, style, "end"))


def _reports(made: Any, plot: Plot, figures: SlipFigures, words: Words) -> None:
    """The months in which was reported, and what they are."""
    made.add(line((plot.left, plot.foot), (plot.left + plot.across, plot.foot), LINE, 0.75))
    for day in _months(figures.across, plot.across, _ALONG):
        x = _x(plot, figures, day)
        text, style = _named(day, words)
        made.add(line((x, plot.foot), (x, plot.foot - 3), LINE, 0.5))
        made.add(said(x + 2, plot.foot - 12, text, style))
    made.add(said(plot.left, 2, words("Day of the report; up: the date then forecast"), SMALL))


def _kept(made: Any, plot: Plot, figures: SlipFigures, up: tuple[date, date]) -> None:
    """The days on which what is forecast is the day of the report: there a milestone is done."""
    first, last = max(figures.across[0], up[0]), min(figures.across[1], up[1])
    if first < last:
        ends = [_place(plot, figures, SlipPoint(day, day, 0)) for day in (first, last)]
        made.add(line(ends[0], ends[1], LINE, 0.75, (2.5, 2.5)))


def _line(made: Any, plot: Plot, figures: SlipFigures, each: SlipLine) -> None:
    of = SERIES[each.series] if each.series >= 0 else QUIET
    spots = [_place(plot, figures, point) for point in each.points]
    if len(spots) > 1:
        made.add(bent(spots, of, 1.4 if each.series >= 0 else 0.75))
    for point, (x, y) in zip(each.points, spots, strict=True):
        if point.done:
            mark(made, "done", x, y, 7)
        elif each.series >= 0 or point.by or point is each.points[-1]:
            series_mark(made, each.series, x, y, of)


def _names(made: Any, plot: Plot, figures: SlipFigures) -> None:
    """Beside the chart, each unfinished milestone's name and how far it slipped, with a line to its end."""
    lines = [each for each in figures.lines if not each.done]
    top = plot.foot + plot.tall + _HEAD
    tall = min(_LABEL, top / max(len(lines), 1))
    wishes = [(top - _place(plot, figures, each.points[-1])[1], tall) for each in lines]
    left, end = plot.left + plot.across + _LEAD, made.width
    for each, centre in zip(lines, spread(wishes, 0, top), strict=True):
        x, y = _place(plot, figures, each.points[-1])
        middle = top - centre
        made.add(bent([(x + 5, y), (left - 10, middle), (left - 3, middle)], LINE, 0.5))
        of = SERIES[each.series] if each.series >= 0 else QUIET
        series_mark(made, each.series, left + 3, middle, of)
        style = SMALL_STRONG if each.series >= 0 else SMALL
        first, *rest = break_lines(printable(each.title), style, end - left - 10) or [""]
        name = f"{first.rstrip()}…" if rest else first
        two = tall >= _LABEL and bool(each.slip)
        made.add(said(left + 10, middle + (1 if two else -3), name, style))
        if two:
            made.add(said(left + 10, middle - 9.5, each.slip, SMALL))
