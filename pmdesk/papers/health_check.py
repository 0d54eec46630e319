"""The paper of a health check: the spread of the principles, where partners disagree, the years."""

from pmdesk.domain.words import Words
from pmdesk.figures.paper_health import HealthFigures
from pmdesk.figures.paper_values import Column, Group
from pmdesk.papers.chart_ink import draw
from pmdesk.papers.lettering import printable
from pmdesk.papers.sheet import BODY, HEADING, MARGIN, MEASURE, SMALL, Sheet, heading, write
from pmdesk.papers.spread_drawing import drawing, height
from pmdesk.papers.tables import COMPACT, beginning, table, tall_of_rows

WHOLE = 240.0  # a table no taller stays on one page, in points


def health_check(figures: HealthFigures, words: Words) -> bytes:
    """The paper as PDF bytes, the same bytes for the same figures."""
    sheet = Sheet(figures.title, figures.council, words("Health check"), figures.made_on, words)
    write(sheet, "P", figures.partnership, HEADING, above=4)
    write(sheet, "P", figures.summary, BODY, above=6)
    _chart(sheet, figures)
    named = (Column(words("Principle"), figures.columns[0].share), *figures.columns[1:])
    table(sheet, named, (Group("", figures.principles),), COMPACT)
    write(sheet, "P", figures.note, SMALL, above=6)
    if figures.apart:
        heading(sheet, words("Where they disagree"), keep=beginning(figures.columns, figures.apart, COMPACT))
        table(sheet, figures.columns, (Group("", figures.apart),), COMPACT)
    if figures.years:
        whole = tall_of_rows(figures.year_columns, figures.years, COMPACT) + SMALL.leading + 4
        heading(sheet, words("Over the years"), keep=min(whole, WHOLE))
        table(sheet, figures.year_columns, (Group("", figures.years),), COMPACT)
        note = words("Medians, of 4. Each check asked the same statements; who answered may differ.")
        write(sheet, "P", note, SMALL, above=4)
    heading(sheet, words("Every statement"), keep=60)
    groups = tuple(Group(title, rows) for title, rows in figures.statements)
    table(sheet, figures.columns, groups, COMPACT)
    return sheet.finish()


def _chart(sheet: Sheet, figures: HealthFigures) -> None:
    """The chart under its finding; what it shows is told in full for who cannot see it."""
    tall = height(figures.chart)
    heading(sheet, figures.chart.finding, keep=tall)
    foot = sheet.y - tall
    box = (MARGIN, foot, MARGIN + MEASURE, sheet.y)
    with sheet.pdf.tagged(sheet.pdf.root.add("Figure", alt=printable(figures.chart.summary), box=box)):
        draw(drawing(figures.chart, MEASURE), sheet.pdf.canvas, MARGIN, foot)
    sheet.y = foot - 8
