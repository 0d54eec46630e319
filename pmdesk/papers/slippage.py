"""The account of slippage: causes summed up, then each partnership's slips as a chart, and what they push."""

from pmdesk.domain.words import Words
from pmdesk.figures.paper_slippage import SlipGroup, SlippageFigures
from pmdesk.figures.paper_values import Group
from pmdesk.figures.slip_chart import SlipFigures
from pmdesk.papers.chart_ink import draw
from pmdesk.papers.exchanges import exchanges
from pmdesk.papers.lettering import printable
from pmdesk.papers.milestones import milestones, tall
from pmdesk.papers.sheet import BODY, MARGIN, MEASURE, PART, SMALL, Sheet, heading, write
from pmdesk.papers.slip_drawing import drawing, height
from pmdesk.papers.tables import COMPACT, beginning, table


def slippage(figures: SlippageFigures, words: Words) -> bytes:
    """The paper as PDF bytes, the same bytes for the same figures."""
    sheet = Sheet(
        words("Milestones that slipped"), figures.council, words("Slippage"), figures.made_on, words
    )
    write(sheet, "P", figures.summary, BODY, above=10)
    write(sheet, "P", figures.unsettled, SMALL, above=4)
    if figures.causes:
        heading(sheet, words("Whose doing it was"), keep=70)
        table(sheet, figures.columns, (Group("", figures.causes),), COMPACT)
    write(sheet, "P", figures.note, SMALL, above=4)
    for each in figures.groups:
        _group(sheet, each, words)
    return sheet.finish()


def _group(sheet: Sheet, each: SlipGroup, words: Words) -> None:
    write(sheet, "H2", each.partnership, PART, above=20, keep=tall(each.timeline, words) + 40)
    milestones(sheet, each.timeline, words, level=3, why=False)
    if each.moved:
        _moved(sheet, each.moved, words)
    keep = beginning(each.columns, each.rows, COMPACT)
    heading(sheet, words("Why, and what it pushes"), keep=keep, level=3)
    table(sheet, each.columns, (Group("", each.rows),), COMPACT)
    exchanges(sheet, each.exchanges, words, level=3, named=True)


def _moved(sheet: Sheet, figures: SlipFigures, words: Words) -> None:
    """The slip chart under its finding; its words are what it shows, told in full."""
    tall = height(figures)
    heading(sheet, figures.finding, keep=tall, level=3)
    made, foot = drawing(figures, MEASURE, words), sheet.y - tall
    box = (MARGIN, foot, MARGIN + MEASURE, sheet.y)
    with sheet.pdf.tagged(sheet.pdf.root.add("Figure", alt=printable(figures.summary), box=box)):
        draw(made, sheet.pdf.canvas, MARGIN, foot)
    sheet.y = foot
