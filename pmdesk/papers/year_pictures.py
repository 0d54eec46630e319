"""The year in pictures on paper: steps of returns and bars of counts, each with its numbers beside it."""

from datetime import date, timedelta
from typing import Any

from reportlab.graphics.shapes import Rect

from pmdesk.domain.dates import say_short
from pmdesk.domain.words import Words
from pmdesk.figures.paper_values import Cell, Column, Group
from pmdesk.figures.returns import Point
from pmdesk.figures.share_rows import FULL, LIGHT, OPEN, ShareRow, ShareRows, beside
from pmdesk.figures.year_pictures import HEADINGS, ReturnsYear, YearPictures
from pmdesk.papers.chart_ink import draw
from pmdesk.papers.chart_marks import BLUE, SMALL_INK, SMALL_STRONG, Plot, bent, canvas_of, ink, line, said
from pmdesk.papers.lettering import break_lines, printable, width
from pmdesk.papers.shapes import GRID, INK, LINE, QUIET
from pmdesk.papers.sheet import BODY, BOTTOM, MARGIN, SMALL, Sheet, heading, write
from pmdesk.papers.tables import COMPACT, beginning, table

STEPS_TALL, ROW = 150.0, 16.0
_BAR, _GAP, _STRIPE = 9.0, 8.0, 3.0
_HEAD, _FOOT, _ALONG = 16.0, 16.0, 44.0


def year_paper(figures: YearPictures, council: str, made_on: str, words: Words) -> bytes:
    """The pictures as a paper of their own: PDF bytes, the same for the same figures."""
    occasion = words("Municipal year {year}", year=figures.year) if figures.year else ""
    sheet = Sheet(words("The year in pictures"), council, occasion, made_on, words)
    if figures.returns or figures.bars:
        said_first = words("Answers and meetings are those of updates that were accepted or published.")
    else:
        said_first = words("Nothing has come in for this year yet. The first update begins it.")
    write(sheet, "P", said_first, BODY, above=10)
    year_pictures(sheet, figures, words)
    for chart in figures.bars:
        if chart.legend and chart.rows:
            _numbers(sheet, chart, words)
    return sheet.finish()


def _numbers(sheet: Sheet, chart: ShareRows, words: Words) -> None:
    """The counts of a chart of several parts as a table, for who would rather read than look."""
    columns = (
        Column(chart.of, 40),
        *(Column(word[:1].upper() + word[1:], 20, True) for word in chart.words()),
    )
    rows = tuple((Cell(row.name), *(Cell(str(share.n)) for share in row.shares)) for row in chart.rows)
    heading(sheet, words("The numbers"), keep=beginning(columns, rows, COMPACT), level=3)
    table(sheet, columns, (Group("", rows),), COMPACT)


def year_pictures(sheet: Sheet, figures: YearPictures, words: Words, level: int = 2) -> None:
    """Every picture under its heading of `level` and its finding; long ones go on over the page."""
    if figures.returns:
        _above(sheet, words(HEADINGS["returns"]), figures.returns.title, STEPS_TALL, level)
        _figure(sheet, steps(figures.returns, sheet.measure, words), figures.returns.summary)
    for chart in figures.bars:
        fits = int((sheet.top - BOTTOM - 60) / ROW)
        rows = chart.rows
        tall = ROW * (min(len(rows), fits) + chart.legend)
        _above(sheet, words(HEADINGS[chart.key]), chart.finding, tall, level)
        for first in range(0, len(rows), fits):
            part = ShareRows(chart.key, chart.finding, chart.of, rows[first : first + fits], chart.legend)
            _figure(sheet, bars(part, chart, sheet.measure), part.summary)


def _above(sheet: Sheet, title: str, finding: str, tall: float, level: int) -> None:
    keep = tall + 4 + BODY.leading * len(break_lines(finding, BODY, sheet.measure))
    heading(sheet, title, keep=keep, level=level)
    write(sheet, "P", finding, BODY, below=4, keep=tall)


def _figure(sheet: Sheet, made: Any, summary: str) -> None:
    sheet.room(made.height)
    foot = sheet.y - made.height
    box = (MARGIN, foot, MARGIN + sheet.measure, sheet.y)
    with sheet.pdf.tagged(sheet.pdf.root.add("Figure", alt=printable(summary), box=box)):
        draw(made, sheet.pdf.canvas, MARGIN, foot)
    sheet.y = foot - 4


def bars(part: ShareRows, whole: ShareRows, across: float) -> Any:
    """Some rows of a chart; names and bars stand where those of the `whole` chart do."""
    tall = ROW * (len(part.rows) + part.legend)
    made = canvas_of(across, tall)
    left = min(max((_wide(row.name) for row in whole.rows), default=0), across * 0.36) + _GAP
    reach = max((_wide(beside(row), strong=True) for row in whole.rows), default=0)
    wide = max(min(across - left - _GAP - reach, 260.0), 60.0)
    if part.legend and part.rows:
        _legend(made, part.rows[0], left, tall - ROW)
    for at, row in enumerate(part.rows, part.legend):
        foot = tall - (at + 1) * ROW + (ROW - _BAR) / 2
        made.add(said(0, foot + 1.5, _cut(row.name, left - _GAP)))
        x = left
        for share in row.shares:
            piece = wide * share.n / max(row.total, 1)
            if piece:
                _fill(made, share.fill, x, foot, piece)
            x += piece
        made.add(said(left + wide + _GAP, foot + 1.5, beside(row), SMALL_STRONG))
    return made


def _wide(text: str, strong: bool = False) -> float:
    return width(printable(text), SMALL_STRONG if strong else SMALL_INK)


def _cut(text: str, room: float) -> str:
    lines = break_lines(text, SMALL_INK, room, ends=" ")
    return text if len(lines) < 2 else lines[0].rstrip() + "…"


def _legend(made: Any, row: ShareRow, left: float, foot: float) -> None:
    x = left
    for share in row.shares:
        _fill(made, share.fill, x, foot + 4, _BAR)
        made.add(said(x + _BAR + 4, foot + 5.5, share.word, SMALL))
        x += _BAR + 4 + _wide(share.word) + 16


def _fill(made: Any, fill: str, x: float, foot: float, wide: float) -> None:
    """Full, striped, light or open: told apart in black and white too."""
    edge = LINE if fill == OPEN else BLUE
    inside = {FULL: BLUE, LIGHT: GRID}.get(fill)
    made.add(
        Rect(x, foot, wide, _BAR, fillColor=ink(inside) if inside else None, strokeColor=ink(edge),
             strokeWidth=0.6)
    )  # fmt: skip
    if fill not in (FULL, LIGHT, OPEN):
        at = _STRIPE
        while at < wide + _BAR:
            low, high = max(at - wide, 0), min(at, _BAR)
            made.add(line((x + at - low, foot + low), (x + at - high, foot + high), BLUE, 0.6))
            at += _STRIPE


def steps(figures: ReturnsYear, across: float, words: Words) -> Any:
    """The steps of this year and, faint, of the last, with the day they were due."""
    made = canvas_of(across, STEPS_TALL)
    labels = _labels(figures, words)
    first, last = date.fromisoformat(figures.starts), date.fromisoformat(figures.ends)
    left = _wide(str(figures.owed)) + 6
    right = max(_wide(text, strong=True) for text, _points in labels) + 8
    most = max([figures.owed, 1, *(n for _day, n in figures.last_year)])
    plot = Plot(
        left, _FOOT, across - left - right, STEPS_TALL - _HEAD - _FOOT, max((last - first).days, 1), 0.0,
        float(most),
    )  # fmt: skip
    _axes(made, plot, figures, words)
    for (_text, points), of, weight in zip(labels, (INK, LINE), (1.6, 0.9), strict=False):
        made.add(bent(_places(plot, first, points), of, weight))
    _ends(made, plot, labels)
    return made


def _axes(made: Any, plot: Plot, figures: ReturnsYear, words: Words) -> None:
    first, last = date.fromisoformat(figures.starts), date.fromisoformat(figures.ends)
    for n in (0, figures.owed):
        y = plot.y(n)
        made.add(line((plot.left, y), (plot.left + plot.across, y), GRID if n else LINE, 0.6))
        made.add(said(plot.left - 4, y - 3, str(n), SMALL, "end"))
    used = -_ALONG
    for at in range(0, (last - first).days + 1, 7):
        x = plot.x(at)
        if x - used >= _ALONG and x <= plot.left + plot.across:
            day = say_short((first + timedelta(at)).isoformat(), words)
            made.add(said(x, 3, day, SMALL, "middle" if at else "start"))
            used = x
    if figures.due_on and figures.starts < figures.due_on <= figures.ends:
        x = plot.x((date.fromisoformat(figures.due_on) - first).days)
        made.add(line((x, plot.foot), (x, plot.foot + plot.tall), QUIET, 0.8, (2.5, 2)))
        text = words("due {day}", day=say_short(figures.due_on, words))
        half = _wide(text) / 2
        made.add(said(min(max(x, half), made.width - half), STEPS_TALL - 10, text, SMALL_INK, "middle"))


def _places(plot: Plot, first: date, points: tuple[Point, ...]) -> list[tuple[float, float]]:
    """A count stands until the day on which the next comes in."""
    made: list[tuple[float, float]] = []
    for day, n in points:
        x, y = plot.x((date.fromisoformat(day) - first).days), plot.y(n)
        if made:
            made.append((x, made[-1][1]))
        made.append((x, y))
    return made


def _labels(figures: ReturnsYear, words: Words) -> list[tuple[str, tuple[Point, ...]]]:
    made = [(words("This year {n}", n=figures.this_year[-1][1]), figures.this_year)]
    if figures.last_year:
        made.append((words("Last year {n}", n=figures.last_year[-1][1]), figures.last_year))
    return made


def _ends(made: Any, plot: Plot, labels: list[tuple[str, tuple[Point, ...]]]) -> None:
    """Each line ends in its own words, moved apart where they would touch."""
    places = [plot.y(points[-1][1]) for _text, points in labels]
    if len(places) == 2 and abs(places[0] - places[1]) < 11:
        middle, up = sum(places) / 2, 1 if places[0] >= places[1] else -1
        places = [middle + up * 5.5, middle - up * 5.5]
    for (text, _points), y, style in zip(labels, places, (SMALL_STRONG, SMALL), strict=False):
        made.add(said(plot.left + plot.across + 6, y - 3, text, style))
