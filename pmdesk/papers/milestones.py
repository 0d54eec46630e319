"""Milestones on paper: a chart amid the table of its dates, its key, and why dates moved."""

from collections.abc import Sequence
from datetime import date

from pmdesk.domain.dates import say_date, say_short
from pmdesk.domain.words import Words
from pmdesk.figures.paper_slippage import say_times
from pmdesk.figures.paper_values import Cell, Column, Group
from pmdesk.figures.timeline import STATE_WORDS, TimelineFigures, TimelineRow, say_slip
from pmdesk.papers import timeline_drawing as chart
from pmdesk.papers.chart_ink import draw
from pmdesk.papers.lettering import printable, width
from pmdesk.papers.shapes import HAIRLINE, INK, draw_shape
from pmdesk.papers.sheet import BOTTOM, MARGIN, MEASURE, SMALL, Sheet, baseline, heading
from pmdesk.papers.structure import Tag
from pmdesk.papers.tables import (
    STRONG_TEXT,
    TEXT,
    Line,
    Place,
    draw_lines,
    height_of,
    rule,
    set_cell,
    table,
)

# Name, first date, now and slip; the chart stands between the name and the dates.
_PLACES = (
    Place(MARGIN, 139),
    Place(MARGIN + 280, 44, True),
    Place(MARGIN + 330, 74, True),
    Place(MARGIN + 411, MEASURE - 411, True),
)
_CHART_X, _CHART_WIDE = MARGIN + 138, 142.0
_ROW_PADDING = 2.2

_Row = tuple[TimelineRow, list[list[Line]]]


def milestones(
    sheet: Sheet, figures: TimelineFigures, words: Words, level: int = 2, why: bool = True
) -> None:
    """The finding as a heading of `level`, the chart with its table, and with `why` the reasons for moves."""
    # A chart that fits one page is not begun at the foot of another.
    rows = [(row, _cells(row, figures, words)) for row in figures.rows]
    heading(sheet, figures.finding, keep=_asked(rows), level=level)
    _key(sheet, figures, words)
    tag: Tag | None = None
    while rows:
        count = _fitting(sheet, [cells for _row, cells in rows])
        if not count:
            sheet.turn()
            continue
        part = rows[:count]
        _draw_chart(sheet, figures, part, words, first=tag is None)
        tag = tag or sheet.pdf.root.add("Table")
        _draw_table(sheet, tag, part, words, first=len(rows) == len(figures.rows))
        rows = rows[count:]
        if rows:
            sheet.turn()
    if why:
        _why(sheet, figures, words, level)


def tall(figures: TimelineFigures, words: Words) -> float:
    """The points that a chart asks for below its heading: all of it where that is not much of a page."""
    return _asked([(row, _cells(row, figures, words)) for row in figures.rows])


def _asked(rows: Sequence[_Row]) -> float:
    return min(sum(_row_height(cells) for _row, cells in rows) + 60, 420)


def _fitting(sheet: Sheet, rows: Sequence[list[list[Line]]]) -> int:
    room, count = sheet.y - BOTTOM - chart.HEAD - chart.FOOT, 0
    for cells in rows:
        room -= _row_height(cells)
        if room < 0:
            break
        count += 1
    return count


def _cells(row: TimelineRow, figures: TimelineFigures, words: Words) -> list[list[Line]]:
    """The four cells of a milestone; a title of over four lines is cut here and whole in the description."""
    name = [*_cut(set_cell(row.title, TEXT, _PLACES[0]), 4), *_cut(set_cell(row.owner, SMALL, _PLACES[0]), 2)]
    if row.critical:
        name += set_cell(words("critical: decides when all is done"), SMALL, _PLACES[0])
    state = set_cell(words(STATE_WORDS[row.state]), SMALL, _PLACES[2])
    now = [*set_cell(" ".join(_day(row.now, figures, words)).strip(), STRONG_TEXT, _PLACES[2]), *state]
    first, year = _day(row.first_due, figures, words)
    begun = [*set_cell(first, TEXT, _PLACES[1]), *set_cell(year, SMALL, _PLACES[1])]
    return [name, begun, now, _slip(row, words)]


def _cut(lines: list[Line], most: int) -> list[Line]:
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], lines[most - 1]._replace(text=lines[most - 1].text.rstrip()[:-1] + "…")]


def _day(day: date | None, figures: TimelineFigures, words: Words) -> tuple[str, str]:
    """A day, and its year where that is not this year."""
    if day is None:
        return "–", ""
    return say_short(day.isoformat(), words), "" if day.year == figures.today.year else str(day.year)


def _slip(row: TimelineRow, words: Words) -> list[Line]:
    place = _PLACES[3]
    if row.slip_days is None:
        return set_cell("–", TEXT, place)
    if row.slip_days == 0:
        return set_cell(words("none") if row.state != "past" else say_slip(row, words), TEXT, place)
    days = words.plural(abs(row.slip_days), "{n} day", "{n} days")
    said = days if row.slip_days > 0 else words("{days} early", days=days)
    return [*set_cell(said, TEXT, place), *set_cell(say_times(row.times_redated, words), SMALL, place)]


def _row_height(cells: list[list[Line]]) -> float:
    return max(map(height_of, cells)) + 2 * _ROW_PADDING


def _draw_chart(
    sheet: Sheet,
    figures: TimelineFigures,
    rows: Sequence[_Row],
    words: Words,
    first: bool,
) -> None:
    made = chart.drawing(figures, [(row, _row_height(cells)) for row, cells in rows], _CHART_WIDE, words)
    foot = sheet.y - made.height
    said = figures.summary if first else words("The milestone chart, continued: the table has its dates.")
    box = (_CHART_X, foot, _CHART_X + _CHART_WIDE, sheet.y)
    with sheet.pdf.tagged(sheet.pdf.root.add("Figure", alt=printable(said), box=box)):
        draw(made, sheet.pdf.canvas, _CHART_X, foot)


def _draw_table(sheet: Sheet, tag: Tag, rows: Sequence[_Row], words: Words, first: bool) -> None:
    heads = (words("Milestone"), words("First date"), words("Now"), words("Slip"))
    row_tag = tag.add("TR") if first else None
    for place, said in zip(_PLACES, heads, strict=True):
        lines = set_cell(said, SMALL, place)[:1]
        with sheet.pdf.tagged(row_tag.add("TH", scope="Column")) if row_tag else sheet.pdf.artifact():
            draw_lines(sheet, place, lines, sheet.y - 2)
    sheet.y -= chart.HEAD
    rule(sheet, 1, INK)
    for _row, cells in rows:
        made = tag.add("TR")
        for place, lines, kind in zip(_PLACES, cells, ("TH", "TD", "TD", "TD"), strict=True):
            cell = made.add(kind, scope="Row" if kind == "TH" else "")
            if lines:
                with sheet.pdf.tagged(cell):
                    draw_lines(sheet, place, lines, sheet.y - _ROW_PADDING)
        sheet.y -= _row_height(cells)
        rule(sheet, 0.5, HAIRLINE)
    sheet.y -= chart.FOOT


def _key(sheet: Sheet, figures: TimelineFigures, words: Words) -> None:
    """What each shape on the chart means, in one line; only those that are on it."""
    used = [(chart.MARKS[state], words(said)) for state, said in STATE_WORDS.items() if figures.count(state)]
    if any(row.slip_days for row in figures.rows):
        used.insert(0, ("first", words("first date")))
    if any(row.earlier for row in figures.rows):
        used.insert(1, ("earlier", words("an earlier forecast")))
    x, tag = MARGIN, sheet.pdf.root.add("P")
    line = baseline(SMALL, sheet.y)
    with sheet.pdf.tagged(tag):
        for state, told in used:
            said = printable(told) + " "
            draw_shape(sheet.pdf, state, x + 4, line + 3.1, 7)
            sheet.pdf.text(x + 12, line, [said], SMALL)
            x += 12 + width(said, SMALL) + 12
    sheet.y -= SMALL.leading + 4


def _why(sheet: Sheet, figures: TimelineFigures, words: Words, level: int) -> None:
    """Why dates moved: each re-dated milestone with the cause and the reason that were given."""
    moved = [row for row in figures.rows if row.reason or row.cause]
    if not moved:
        return
    heading(sheet, words("Why dates moved"), keep=70, level=level)
    columns = (Column(words("Milestone"), 150), Column(words("Cause"), 110), Column(words("Reason"), 222))
    rows = tuple((_named(row, words), Cell(row.cause), Cell(row.reason)) for row in moved)
    table(sheet, columns, (Group("", rows),))


def _named(row: TimelineRow, words: Words) -> Cell:
    return Cell(row.title, strong=True, quiet=say_date(row.now and row.now.isoformat(), words))
