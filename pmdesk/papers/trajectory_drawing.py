"""A measure's trajectory on paper: vectors from the same figures as the window's; it works nothing out."""

from typing import Any

from pmdesk.domain.words import Words
from pmdesk.figures.axis import Named, named, spread
from pmdesk.figures.trajectory import EndLabel, TrajectoryFigures
from pmdesk.papers.chart_marks import (
    BLUE,
    FAN,
    SMALL_INK,
    SMALL_STRONG,
    VERMILLION,
    Plot,
    Spot,
    area,
    bent,
    canvas_of,
    diamond,
    line,
    mark,
    ring,
    said,
)
from pmdesk.papers.label_places import add_labels
from pmdesk.papers.lettering import Style, break_lines, printable, width
from pmdesk.papers.shapes import GRID, INK, LINE, QUIET
from pmdesk.papers.sheet import SMALL

_LEFT, _GUTTER, _HEAD = 34.0, 104.0, 14.0
_FOOT, _FOOT_WITHOUT_YEARS = 29.0, 15.0
_DASHES, _DOTS = (3.5, 2.5), (1.2, 2.2)
_BLUE_STRONG = Style(SMALL_STRONG.font, 9, 12, BLUE)


def drawing(figures: TrajectoryFigures, across: float, tall: float, words: Words) -> Any:
    """The chart in a drawing of `across` by `tall` points."""
    made = canvas_of(across, tall)
    up, foot = figures.upright, _FOOT if figures.years else _FOOT_WITHOUT_YEARS
    plot = Plot(
        _LEFT, foot, across - _LEFT - _GUTTER, tall - _HEAD - foot,
        figures.width, float(up.low), float(up.high),
    )  # fmt: skip
    _other_areas(made, plot, figures)
    _upright(made, plot, figures)
    _along(made, plot, figures)
    _levels(made, plot, figures)
    _path(made, plot, figures)
    _outlook(made, plot, figures)
    _today(made, plot, figures, words)
    _readings(made, plot, figures)
    add_labels(made, plot, figures)
    _ends(made, plot, figures)
    return made


def _other_areas(made: Any, plot: Plot, figures: TrajectoryFigures) -> None:
    """The middle half of the other areas, and their median as a quiet line."""
    for run in figures.bands:
        over = [(plot.x(each.x), plot.y(each.high)) for each in run]
        under = [(plot.x(each.x), plot.y(each.low)) for each in run]
        middle = [(plot.x(each.x), plot.y(each.middle)) for each in run]
        made.add(area([*_wide(over), *reversed(_wide(under))], GRID))
        made.add(bent(_wide(middle), LINE, 0.75))


def _wide(spots: list[Spot]) -> list[Spot]:
    """A line through spots; through one alone a short level one."""
    if len(spots) > 1:
        return spots
    x, y = spots[0]
    return [(x - 4, y), (x + 4, y)]


def _upright(made: Any, plot: Plot, figures: TrajectoryFigures) -> None:
    for tick in figures.upright.ticks:
        y = plot.y(tick.value)
        made.add(line((plot.left, y), (plot.left + plot.across, y), GRID, 0.5))
        made.add(said(plot.left - 5, y - 3.1, tick.label, SMALL, "end"))
    if figures.upright.note:
        made.add(said(0, plot.foot + plot.tall + 5, figures.upright.note, SMALL))


def _along(made: Any, plot: Plot, figures: TrajectoryFigures) -> None:
    """As many names of periods and years as have room, and ticks where those end that are named."""
    made.add(line((plot.left, plot.foot), (plot.left + plot.across, plot.foot), LINE, 0.75))
    month = plot.across / plot.along
    slot_wide = max((width(printable(each.label), SMALL) for each in figures.slots), default=0) + 5
    year_wide = max((width(each.label, SMALL_STRONG) for each in figures.years), default=0) + 6
    shown = named(figures.slots, figures.years, slot_wide / month, year_wide / month, plot.left / month)
    for slot in shown.slots:
        x = plot.x((slot.start + slot.end) / 2)
        made.add(said(x, plot.foot - 11, slot.label, SMALL, "middle"))
    if len(shown.slots) == len(figures.slots):
        for slot in figures.slots:
            made.add(line((plot.x(slot.end), plot.foot), (plot.x(slot.end), plot.foot - 3), LINE, 0.5))
    _years(made, plot, figures, shown)


def _years(made: Any, plot: Plot, figures: TrajectoryFigures, shown: Named) -> None:
    """The names of years under those of their parts, or in their place; a line parts years that are named."""
    long, short = (2.0, plot.foot - 3)
    for year in figures.years[1:]:
        x = plot.x(year.start)
        made.add(line((x, plot.foot), (x, long if shown.whole else short), LINE, 0.5))
    foot = 3 if shown.slots else plot.foot - 11
    for year, middle in shown.years:
        made.add(said(plot.x(middle), foot, year.label, SMALL_STRONG, "middle"))


def _levels(made: Any, plot: Plot, figures: TrajectoryFigures) -> None:
    for value, of, dashes in ((figures.floor, VERMILLION, ()), (figures.stretch, QUIET, _DOTS)):
        if value is not None:
            y = plot.y(value)
            made.add(line((plot.left, y), (plot.left + plot.across, y), of, 1.2, dashes))


def _path(made: Any, plot: Plot, figures: TrajectoryFigures) -> None:
    """The path, dashed; of a band both its bounds."""
    for run in figures.path:
        for part in ("value", "low", "high"):
            spots = [(plot.x(each.x), plot.y(at)) for each in run if (at := getattr(each, part)) is not None]
            if spots:
                made.add(bent(_wide(spots), QUIET, 1, _DASHES))


def _outlook(made: Any, plot: Plot, figures: TrajectoryFigures) -> None:
    ahead = figures.outlook
    if ahead is None:
        return
    start, x = (plot.x(ahead.x), plot.y(ahead.value)), plot.x(ahead.to_x)
    if ahead.low is not None and ahead.high is not None:
        made.add(area([start, (x, plot.y(ahead.high)), (x, plot.y(ahead.low))], FAN))
    made.add(line(start, (x, plot.y(ahead.to_value)), BLUE, 1.4, _DOTS))


def _today(made: Any, plot: Plot, figures: TrajectoryFigures, words: Words) -> None:
    if figures.today is None:
        return
    x, text = plot.x(figures.today), words("Today")
    made.add(line((x, plot.foot), (x, plot.foot + plot.tall + 3), INK, 0.75))
    half = width(printable(text), SMALL_STRONG) / 2
    middle = min(max(x, half), plot.left + plot.across + 20 - half)
    made.add(said(middle, plot.foot + plot.tall + 5, text, SMALL_STRONG, "middle"))


def _readings(made: Any, plot: Plot, figures: TrajectoryFigures) -> None:
    """The readings, joined run by run; where there is no number a quiet mark at the foot."""
    for at, run in enumerate(figures.runs):
        spots = [(plot.x(each.x), plot.y(each.value)) for each in run]
        if at == 0 and figures.joined and figures.baseline:
            spots.insert(0, (plot.x(figures.baseline.x), plot.y(figures.baseline.value)))
        if len(spots) > 1:
            made.add(bent(spots, BLUE, 1.6))
    if figures.baseline:
        made.add(diamond(plot.x(figures.baseline.x), plot.y(figures.baseline.value)))
    for aim in figures.aims:
        for value in (aim.value, aim.low, aim.high):
            if value is not None:
                for part in ring(plot.x(aim.x), plot.y(value), aim.goal):
                    made.add(part)
    # Shapes that would touch are drawn smaller; only the rated ones are told apart by them.
    count = sum(map(len, figures.runs))
    size = min(7.5, max(3.0, plot.across / max(count, 1) * 0.8))
    for run in figures.runs:
        for each in run:
            mark(made, each.shape, plot.x(each.x), plot.y(each.value), size)
    for each in figures.gaps:
        mark(made, each.shape, plot.x(each.x), plot.foot + 6, 6)


def _ends(made: Any, plot: Plot, figures: TrajectoryFigures) -> None:
    """The words beside the chart at the height of what they name, none over another."""
    ends = [*figures.ends, *_band_end(figures)]
    heights = [24.0 if each.second else 12.0 for each in ends]
    top = plot.foot + plot.tall + _HEAD
    wishes = [(top - plot.y(each.value), tall) for each, tall in zip(ends, heights, strict=True)]
    x = plot.left + plot.across + 6
    for each, tall, centre in zip(ends, heights, spread(wishes, 0, top), strict=True):
        y = top - centre + tall / 2 - 9
        made.add(said(x, y, each.text, _STYLES.get(each.kind, SMALL_INK)))
        if each.second:
            made.add(said(x, y - 12, each.second, SMALL))


_STYLES = {"target": SMALL_STRONG, "forecast": _BLUE_STRONG, "band": SMALL}


def _band_end(figures: TrajectoryFigures) -> list[EndLabel]:
    """What the grey area is, at the height where it ends."""
    if not figures.bands or not figures.band_label:
        return []
    first, *rest = break_lines(figures.band_label, SMALL, _GUTTER - 6)
    return [EndLabel("band", figures.bands[-1][-1].middle, first, "".join(rest))]
