"""Small charts on paper, two beside one another, each over a real table of the numbers it is drawn from."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from pmdesk.domain.words import Words
from pmdesk.figures.paper_tiles import SHOWN, PaperTile, TilePoint
from pmdesk.papers.chart_ink import draw
from pmdesk.papers.chart_marks import BLUE, SMALL_INK, SMALL_STRONG, Plot, canvas_of, line, mark
from pmdesk.papers.lettering import Style, break_lines, printable, width
from pmdesk.papers.shapes import GRID, HAIRLINE, QUIET, draw_shape
from pmdesk.papers.sheet import MARGIN, SMALL, Sheet, baseline
from pmdesk.papers.structure import Tag

CHART_TALL = 38.0
_NAME_WIDE, _GAP, _BELOW = 40.0, 24.0, 16.0
_HEAD, _LINE = 27.0, 12.0
LEAST = _HEAD + CHART_TALL + 5 * _LINE + 4
_DASHES = (2.5, 2)

# A row of a small chart's table: its name, a text under each shape, how they are set, lines to the tallest.
_Row = tuple[str, list[list[str]], Style, int]


def multiples(sheet: Sheet, tiles: Sequence[PaperTile], words: Words) -> None:
    """The tiles in their order, two to a row; a row is never broken."""
    wide = (sheet.measure - _GAP) / 2
    for at in range(0, len(tiles), 2):
        pair = [(tile, _numbers(tile, wide, words)) for tile in tiles[at : at + 2]]
        tall = _HEAD + CHART_TALL + 2 + _LINE * max(sum(row[3] for row in rows) for _tile, rows in pair)
        sheet.room(tall)
        for place, (tile, rows) in enumerate(pair):
            _draw_tile(sheet, tile, rows, MARGIN + place * (wide + _GAP), wide)
        sheet.y -= tall + (_BELOW if at + 2 < len(tiles) else 0)


def chart(points: Sequence[TilePoint], across: float) -> Any:
    """The readings as a line of rating shapes and the path, dashed, each in the middle of its column."""
    made, known = canvas_of(across, CHART_TALL), _known(points)
    plot = Plot(0, 7, across, CHART_TALL - 14, SHOWN, min(known), max(known))
    made.add(line((0, 0.5), (across, 0.5), GRID, 0.5))
    first = SHOWN - len(points)
    places = [(plot.x(first + at + 0.5), each) for at, each in enumerate(points)]
    for (x, one), (to_x, other) in pairwise(places):
        if not other.joined:
            continue
        if one.path is not None and other.path is not None:
            made.add(line((x, plot.y(one.path)), (to_x, plot.y(other.path)), QUIET, 0.9, _DASHES))
        if one.value is not None and other.value is not None:
            made.add(line((x, plot.y(one.value)), (to_x, plot.y(other.value)), BLUE, 1.4))
    for x, each in places:
        mark(made, each.state, x, plot.y(each.value) if each.value is not None else 6, 6.5)
    return made


def _known(points: Sequence[TilePoint]) -> list[float]:
    """Every value drawn; a level line stands in the middle of its own range."""
    found = [float(each) for point in points for each in (point.value, point.path) if each is not None]
    return found if len(set(found)) > 1 else [found[0] - 1, found[0] + 1]


def _draw_tile(sheet: Sheet, tile: PaperTile, rows: Sequence[_Row], x: float, wide: float) -> None:
    top = sheet.y
    _line(sheet, sheet.pdf.root.add("H3"), x, top, tile.title, SMALL_STRONG, wide)
    tag, (state, said) = sheet.pdf.root.add("P"), tile.rating
    with sheet.pdf.tagged(tag):
        draw_shape(sheet.pdf, state, x + 4, top - _LINE - 6, 7)
    _line(sheet, tag, x + 12, top - _LINE, f"{said}. {tile.finding}", SMALL, wide - 12)
    foot, across = top - _HEAD - CHART_TALL, wide - _NAME_WIDE
    box = (x + _NAME_WIDE, foot, x + wide, foot + CHART_TALL)
    with sheet.pdf.tagged(sheet.pdf.root.add("Figure", alt=printable(tile.summary), box=box)):
        draw(chart(tile.points, across), sheet.pdf.canvas, x + _NAME_WIDE, foot)
    _table(sheet, rows, x, foot - 2, wide)


def _numbers(tile: PaperTile, wide: float, words: Words) -> list[_Row]:
    """Periods, figures, what they should be and how they are rated, as the rows of a table."""
    room = (wide - _NAME_WIDE) / SHOWN - 2
    given = (
        (words("Period"), [each.period for each in tile.points], SMALL),
        (words("Actual"), [each.said for each in tile.points], SMALL_STRONG),
        (words("Path"), [each.aim for each in tile.points], SMALL_INK),
        (words("Rating"), [each.word for each in tile.points], SMALL),
    )
    rows = []
    for name, texts, style in given:
        cells = [_cut(text, style, room, 2) for text in texts]
        rows.append((name, cells, style, max(map(len, cells))))
    return rows


def _table(sheet: Sheet, rows: Sequence[_Row], x: float, top: float, wide: float) -> None:
    """A table whose columns stand under the chart's shapes."""
    tag, each_wide = sheet.pdf.root.add("Table"), (wide - _NAME_WIDE) / SHOWN
    start = x + _NAME_WIDE + (SHOWN - len(rows[0][1])) * each_wide
    for at, (name, cells, style, tall) in enumerate(rows):
        row = tag.add("TR")
        with sheet.pdf.tagged(row.add("TH", scope="Row")):
            sheet.pdf.text(x, baseline(SMALL, top), _cut(name, SMALL, _NAME_WIDE - 2, 1), SMALL)
        for place, lines in enumerate(cells):
            cell = row.add("TH", scope="Column") if at == 0 else row.add("TD")
            with sheet.pdf.tagged(cell):
                _centred(sheet, start + (place + 0.5) * each_wide, top, lines, style)
        top -= tall * _LINE
        with sheet.pdf.artifact():
            sheet.pdf.rule(x, top, wide, 0.5, HAIRLINE)


def _centred(sheet: Sheet, middle: float, top: float, lines: Sequence[str], style: Style) -> None:
    for at, said in enumerate(lines):
        start = middle - width(said.rstrip(), style) / 2
        sheet.pdf.text(start, baseline(style, top - at * _LINE), [said], style)


def _line(sheet: Sheet, tag: Tag, x: float, top: float, text: str, style: Style, wide: float) -> None:
    with sheet.pdf.tagged(tag):
        sheet.pdf.text(x, baseline(style, top), _cut(text, style, wide, 1), style)


def _cut(text: str, style: Style, wide: float, most: int) -> list[str]:
    """A text in as many lines as it has here; what is longer is whole in the table of measures."""
    lines = break_lines(text, style, wide, ends=" ")
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], lines[most - 1].rstrip()[:-1] + "…"]
