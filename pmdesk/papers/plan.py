"""The performance report of a plan: the sum of it, exceptions first, what is missing, and small charts."""

from collections.abc import Sequence

from pmdesk.domain.words import Words
from pmdesk.figures.paper_plan import PlanFigures
from pmdesk.figures.paper_values import Column, Group
from pmdesk.papers import share_bar
from pmdesk.papers.chart_ink import draw
from pmdesk.papers.exchanges import exchanges
from pmdesk.papers.lettering import printable
from pmdesk.papers.multiples_drawing import LEAST, multiples
from pmdesk.papers.share_bar import Share
from pmdesk.papers.sheet import BODY, MARGIN, SMALL, SUB, Sheet, heading, write
from pmdesk.papers.tables import COMPACT, table


def plan(figures: PlanFigures, words: Words) -> bytes:
    """The paper as PDF bytes, the same bytes for the same figures."""
    title = words("Performance report: {plan}", plan=figures.plan)
    sheet = Sheet(title, figures.council, words("How a plan is doing"), figures.made_on, words)
    write(sheet, "P", figures.quiet, SUB, above=3)
    write(sheet, "P", figures.summary, BODY, above=10)
    write(sheet, "P", figures.unsettled, SMALL, above=4)
    if figures.counts:
        shares = [Share(f"{each.n} {each.word.lower()}", each.n, each.shape) for each in figures.counts]
        _bar(sheet, shares, figures.summary)
    write(sheet, "P", figures.reach, SMALL, above=4)
    if figures.groups:
        heading(sheet, words("Measures"), keep=90)
        table(sheet, figures.columns, figures.groups)
    exchanges(sheet, figures.exchanges, words, named=True)
    _balance(sheet, figures, words)
    _missing(sheet, figures, words)
    # Last: they fill whole pages, and a short table after them would have a page to itself.
    if figures.tiles:
        heading(sheet, words("The last five readings of each"), keep=LEAST)
        multiples(sheet, figures.tiles, words)
    for place, note in enumerate(figures.notes):
        write(sheet, "P", note, SMALL, above=4 if place else 14)
    return sheet.finish()


def _bar(sheet: Sheet, shares: Sequence[Share], said: str) -> None:
    sheet.y -= 8
    sheet.room(share_bar.TALL)
    foot = sheet.y - share_bar.TALL
    box = (MARGIN, foot, MARGIN + sheet.measure, sheet.y)
    with sheet.pdf.tagged(sheet.pdf.root.add("Figure", alt=printable(said), box=box)):
        draw(share_bar.drawing(shares, sheet.measure), sheet.pdf.canvas, MARGIN, foot)
    sheet.y = foot


def _balance(sheet: Sheet, figures: PlanFigures, words: Words) -> None:
    """Inputs, activity, outputs and outcomes as a bar, and the objectives that no outcome measure shows."""
    balance = figures.balance
    if not balance.total:
        return
    heading(sheet, balance.finding, keep=share_bar.TALL + 20)
    _bar(sheet, [Share(f"{each.word} {each.n}", each.n) for each in balance.parts], balance.summary)
    if balance.bare:
        said = words("No outcome measure shows: {names}.", names="; ".join(balance.bare))
        write(sheet, "P", said, BODY, above=4)


def _missing(sheet: Sheet, figures: PlanFigures, words: Words) -> None:
    """The gaps of the plan and the data that is not ready, each as a table; a sentence for none."""
    heading(sheet, words("What is missing"), keep=60)
    if figures.gaps:
        table(sheet, figures.gap_columns, (Group("", figures.gaps),), COMPACT)
    else:
        write(sheet, "P", words("Every objective is measured and served."), BODY)
    if figures.ready:
        heading(sheet, words("Data readiness"), keep=60)
        write(sheet, "P", figures.ready, BODY, below=4)
    if figures.unready:
        columns = (Column(words("Measure"), 180), Column(words("Not ready"), 302))
        table(sheet, columns, (Group("", figures.unready),), COMPACT)
