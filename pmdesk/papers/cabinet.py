"""The Cabinet's progress report: all partnerships on one page, the exceptions, then a page for each."""

from pmdesk.domain.words import Words
from pmdesk.figures.paper_cabinet import CabinetFigures, CabinetPart, Exceptions
from pmdesk.figures.paper_values import Group
from pmdesk.papers.exchanges import exchanges
from pmdesk.papers.milestones import milestones
from pmdesk.papers.sheet import BODY, BOTTOM, SMALL, SUB, Sheet, heading, part, section, write
from pmdesk.papers.tables import COMPACT, PLAIN, Look, beginning, facts, table, tall_of_rows

_HEADING = 36.0  # over a table, with the air above and below it, in points


def cabinet(figures: CabinetFigures, words: Words) -> bytes:
    """The paper as PDF bytes, the same bytes for the same figures."""
    sheet = Sheet(figures.title, figures.council, words("Cabinet"), figures.made_on, words)
    write(sheet, "P", figures.report_of, SUB, above=3)
    write(sheet, "P", figures.summary, BODY, above=10)
    write(sheet, "P", figures.unsettled, SMALL, above=4)
    heading(sheet, words("The partnerships in brief"), keep=90)
    write(sheet, "P", figures.note, SMALL, below=4)
    table(sheet, figures.columns, (Group("", figures.rows),), COMPACT)
    _exceptions(sheet, figures.exceptions, words)
    for each in figures.parts:
        _part(sheet, each, words)
    return sheet.finish()


def _exceptions(sheet: Sheet, found: tuple[Exceptions, ...], words: Words) -> None:
    """What Cabinet should look at first; a sentence where there is nothing."""
    if not found:
        heading(sheet, words("Exceptions"))
        write(sheet, "P", words("No measure is missed, no milestone late and no report missing."), BODY)
        return
    part(sheet, words("Exceptions"))
    look = _look(sheet, found)
    for each in found:
        keep = beginning(each.columns, each.rows, look)
        heading(sheet, f"{each.heading} ({len(each.rows)})", keep=keep, level=3)
        table(sheet, each.columns, (Group("", each.rows),), look)


def _look(sheet: Sheet, found: tuple[Exceptions, ...]) -> Look:
    """Smaller where that brings all exceptions on one page, rather than a row or two alone on a second."""

    def tall(look: Look) -> float:
        return sum(_HEADING + tall_of_rows(each.columns, each.rows, look) for each in found)

    room = sheet.y - BOTTOM
    return COMPACT if tall(PLAIN) > room >= tall(COMPACT) else PLAIN


def _part(sheet: Sheet, each: CabinetPart, words: Words) -> None:
    told = each.progress
    part(sheet, told.partnership)
    write(sheet, "P", f"{told.standing} {told.recorded_by}".strip(), SMALL, above=2)
    facts(sheet, told.facts)
    for written in told.sections:
        section(sheet, written, level=3)
    if each.measures:
        keep = beginning(each.columns, each.measures, COMPACT)
        heading(sheet, each.heading, keep=keep, level=3)
        table(sheet, each.columns, (Group("", each.measures),), COMPACT)
        write(sheet, "P", each.note, SMALL, above=4)
    exchanges(sheet, each.exchanges, words, level=3, named=True)
    if told.milestones:
        milestones(sheet, told.milestones, words, level=3, why=False)
