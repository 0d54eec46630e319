"""A partnership's progress in one period: what was done and changed, its milestones as chart and table."""

from pmdesk.domain.words import Words
from pmdesk.figures.paper_values import ProgressFigures
from pmdesk.papers.exchanges import exchanges
from pmdesk.papers.milestones import milestones
from pmdesk.papers.sheet import SMALL, SUB, Sheet, section, write
from pmdesk.papers.tables import facts


def progress(figures: ProgressFigures, words: Words) -> bytes:
    """The paper as PDF bytes, the same bytes for the same figures."""
    title = words("Progress report: {partnership}", partnership=figures.partnership)
    occasion = words("Partnerships, {period}", period=figures.period)
    sheet = Sheet(title, figures.council, occasion, figures.made_on, words)
    write(sheet, "P", figures.report_of, SUB, above=3)
    write(sheet, "P", figures.standing, SMALL, above=4)
    write(sheet, "P", figures.unsettled, SMALL, above=4)
    facts(sheet, figures.facts)
    for part in figures.sections:
        section(sheet, part)
    if figures.milestones and figures.milestones.rows:
        milestones(sheet, figures.milestones, words)
    exchanges(sheet, figures.exchanges, words, named=True)
    write(sheet, "P", figures.recorded_by, SMALL, above=14)
    return sheet.finish()
