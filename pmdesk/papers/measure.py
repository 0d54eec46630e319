"""The one-page story of a measure: rating, trajectory with its numbers, what is known and still asked."""

from dataclasses import replace

from pmdesk.domain.words import Words
from pmdesk.figures.measure_facts import BigFact
from pmdesk.figures.measure_side import Flag
from pmdesk.figures.paper_measure import MeasureFigures, MeasurePaper, Printed
from pmdesk.figures.paper_values import Cell, Column, Group
from pmdesk.figures.record_page import sentences
from pmdesk.papers import trajectory_drawing
from pmdesk.papers.chart_ink import draw
from pmdesk.papers.exchanges import exchanges
from pmdesk.papers.lettering import SEMIBOLD, Style, break_lines, printable, width
from pmdesk.papers.shapes import HAIRLINE, INK, draw_shape
from pmdesk.papers.sheet import BOTTOM, MARGIN, SMALL, TITLE, Sheet, baseline, flow, heading, write
from pmdesk.papers.side_by_side import NOTE, Strand, StrandTable, side_by_side, tall_of
from pmdesk.papers.structure import Tag
from pmdesk.papers.tables import (
    COMPACT,
    DENSE,
    Line,
    Place,
    draw_lines,
    fitted,
    rule,
    set_cell,
    table,
    tall_of_rows,
)

_BIG = Style(SEMIBOLD, 14, 18, INK)
_CHART_TALL = 122.0
_GAP = 24.0
# Points: a heading with its air, the air under a table and over what stands side by side.
_HEADING, _UNDER, _ABOVE = 33.0, 4.0, 10.0


def measure(paper: MeasurePaper, words: Words) -> bytes:
    """The paper as PDF bytes, the same bytes for the same figures; each measure begins a page of its own."""
    stories, many = paper.stories, len(paper.stories) > 1
    said = words.plural(len(stories), "How {n} measure is doing", "How {n} measures are doing")
    title, occasion = (said, "") if many else (stories[0].title, words("How a measure is doing"))
    sheet = Sheet(title, paper.council, occasion, paper.made_on, words)
    write(sheet, "P", paper.unsettled, SMALL, above=4, below=6)
    for place, story in enumerate(stories):
        if place:
            sheet.turn()
        if many:
            write(sheet, "H2", story.title, TITLE, above=0 if place else 10)
        _story(sheet, story, 3 if many else 2, words)
    return sheet.finish()


def _story(sheet: Sheet, story: MeasureFigures, level: int, words: Words) -> None:
    _rating(sheet, story, words)
    write(sheet, "P", story.definition, NOTE, above=3)
    _facts(sheet, story.facts)
    for flag in story.flags:
        _flag(sheet, flag)
    _chart(sheet, story, level, words)
    under = _beside(sheet, story, level, words)
    _readings(sheet, story, _that_fit(sheet, story, max(map(tall_of, under))), level, words)
    sheet.pdf.root.kids += [each.tag for each in under]
    sheet.y -= _ABOVE
    side_by_side(sheet, under)
    exchanges(sheet, story.exchanges, words, level)


def _rating(sheet: Sheet, story: MeasureFigures, words: Words) -> None:
    """The rating in shape and word, of which period, and whether it may still change."""
    state, said = story.rating
    parts = [said, story.period, words("provisional") if story.is_provisional else ""]
    _shaped(sheet, state, sentences(", ".join(part for part in parts if part)), story.quiet)


def _flag(sheet: Sheet, flag: Flag) -> None:
    sheet.y -= 3
    _shaped(sheet, flag.state, sentences(flag.title), flag.text)


def _shaped(sheet: Sheet, state: str, title: str, text: str) -> None:
    """A shape, strong words and then more of them, over the whole width."""
    strong, indent = COMPACT.strong, 14.0
    title = printable(title) + " "
    beside = width(title, strong) + indent
    tag = sheet.pdf.root.add("P")
    sheet.room(2 * NOTE.leading)
    with sheet.pdf.tagged(tag):
        draw_shape(sheet.pdf, state, MARGIN + 4, sheet.y - NOTE.leading / 2)
        sheet.pdf.text(MARGIN + indent, baseline(strong, sheet.y), [title], strong)
    first, rest = _first_line(text, sheet.measure - beside)
    if first:
        with sheet.pdf.tagged(tag):
            sheet.pdf.text(MARGIN + beside, baseline(NOTE, sheet.y), [first], NOTE)
    sheet.y -= NOTE.leading
    flow(sheet, tag, break_lines(rest, NOTE, sheet.measure - indent), NOTE, MARGIN + indent)


def _first_line(text: str, room: float) -> tuple[str, str]:
    """As much of a text as stands in `room` points, and the rest."""
    lines = break_lines(text, NOTE, room) if room > 40 else []
    if not lines:
        return "", text
    return lines[0], "".join(lines[1:])


def _facts(sheet: Sheet, facts: tuple[BigFact, ...]) -> None:
    """Latest, target, direction and forecast in large figures, as a table of one row."""
    wide = sheet.measure / len(facts)
    places = [Place(MARGIN + wide * at, wide - 10) for at in range(len(facts))]
    sheet.y -= 9
    cells = [
        [*set_cell(each.value, _BIG, place), *set_cell(each.note, SMALL, place)]
        for each, place in zip(facts, places, strict=True)
    ]
    heads = [set_cell(each.label, SMALL, place) for each, place in zip(facts, places, strict=True)]
    tag = sheet.pdf.root.add("Table")
    rule(sheet, 0.75, INK)
    sheet.y -= 4
    for kind, row in (("TH", heads), ("TD", cells)):
        _fact_row(sheet, tag.add("TR"), kind, places, row)
    sheet.y -= 3
    rule(sheet, 0.5, HAIRLINE)
    sheet.y -= 2


def _fact_row(sheet: Sheet, row: Tag, kind: str, places: list[Place], cells: list[list[Line]]) -> None:
    for place, lines in zip(places, cells, strict=True):
        tag = row.add(kind, scope="Column" if kind == "TH" else "")
        if lines:
            with sheet.pdf.tagged(tag):
                draw_lines(sheet, place, lines, sheet.y)
    sheet.y -= max(sum(line.style.leading for line in lines) for lines in cells)


def _chart(sheet: Sheet, story: MeasureFigures, level: int, words: Words) -> None:
    sheet.y += 4
    heading(sheet, story.chart.finding, keep=_CHART_TALL + 20, level=level)
    made = trajectory_drawing.drawing(story.chart, sheet.measure, _CHART_TALL, words)
    foot = sheet.y - _CHART_TALL
    box = (MARGIN, foot, MARGIN + sheet.measure, sheet.y)
    with sheet.pdf.tagged(sheet.pdf.root.add("Figure", alt=printable(story.chart.summary), box=box)):
        draw(made, sheet.pdf.canvas, MARGIN, foot)
    sheet.y = foot


def _that_fit(sheet: Sheet, story: MeasureFigures, under: float) -> Printed:
    """The newest readings; fewer of them where the story then stays on its page, with `under` below them."""
    for printed in story.readings:
        rows = (*story.ahead, *printed.rows)
        tall = _HEADING + tall_of_rows(fitted(printed.columns, rows, DENSE), rows, DENSE)
        note = len(break_lines(printed.note, SMALL, sheet.measure)) * SMALL.leading + _UNDER
        if sheet.y - tall - note - _ABOVE - under >= BOTTOM:
            return printed
    return story.readings[0]


def _readings(sheet: Sheet, story: MeasureFigures, printed: Printed, level: int, words: Words) -> None:
    heading(sheet, words("Readings"), keep=60, level=level)
    rows = (*story.ahead, *printed.rows)
    if rows:
        table(sheet, fitted(printed.columns, rows, DENSE), (Group("", rows),), DENSE)
    write(sheet, "P", printed.note, SMALL, above=_UNDER)


def _beside(sheet: Sheet, story: MeasureFigures, level: int, words: Words) -> tuple[Strand, Strand]:
    """SMART at the left, where it counts at the right, targets and other areas under the shorter of them.

    Their tags are in no tree yet: what stands above them has still to be drawn.
    """
    wide = (sheet.measure - _GAP) / 2
    left = Strand(sheet, Tag("Sect"), MARGIN, wide)
    right = Strand(sheet, Tag("Sect"), MARGIN + wide + _GAP, wide)
    left.heading(words("Is the target SMART? {n} of 5 answered", n=story.answered), level=level)
    _printed(left, story.smart)
    right.heading(words("Where it counts"), level=level)
    rows = tuple((Cell(label), Cell(text)) for label, text in story.places)
    _printed(right, Printed((Column("", 96), Column("", 160)), rows))
    # One target alone is said whole in the facts above and in the answer to 'Agreed'.
    if len(story.targets.rows) != 1:
        under = min(left, right, key=tall_of)
        under.heading(words("Targets and who agreed them"), above=10, level=level)
        columns = fitted(story.targets.columns, story.targets.rows, DENSE, wide)
        _printed(under, replace(story.targets, columns=tuple(columns)))
    if story.others:
        under = min(left, right, key=tall_of)
        under.heading(story.others[0], above=10, level=level)
        under.paragraph(story.others[1], DENSE.text)
    return left, right


def _printed(strand: Strand, printed: Printed) -> None:
    if printed.rows:
        made = StrandTable(strand, printed.columns, DENSE)
        for row in printed.rows:
            made.row(row)
    strand.paragraph(printed.note)
