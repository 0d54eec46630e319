"""The appraisal sheets: each person's targets on pages of their own, marked private."""

from pmdesk.domain.words import Words
from pmdesk.figures.paper_appraisal import AppraisalFigures, PersonSheet, TargetPart
from pmdesk.figures.paper_values import Group
from pmdesk.papers.exchanges import exchanges
from pmdesk.papers.sheet import BODY, PART, SMALL, Sheet, heading, part, prose, section, write
from pmdesk.papers.tables import COMPACT, beginning, facts, table


def appraisal(figures: AppraisalFigures, words: Words) -> bytes:
    """The paper as PDF bytes, the same bytes for the same figures."""
    title = words("Partnership work in {year}: personal targets", year=figures.year)
    private = words("Private: not for publication")
    sheet = Sheet(title, figures.council, private, figures.made_on, words)
    sheet.mark = private
    for at, person in enumerate(figures.sheets):
        if at:
            part(sheet, person.name)
        else:
            write(sheet, "H2", person.name, PART, above=14)
        _person(sheet, figures, person, words)
    return sheet.finish()


def _person(sheet: Sheet, figures: AppraisalFigures, person: PersonSheet, words: Words) -> None:
    write(sheet, "P", person.quiet, BODY)
    private = words("Private: for this person and whoever appraises them.")
    write(sheet, "P", f"{private} {person.summary}.", SMALL, above=2)
    for each in person.parts:
        _target(sheet, figures, each)
    exchanges(sheet, person.exchanges, words, level=3, named=True)


def _target(sheet: Sheet, figures: AppraisalFigures, each: TargetPart) -> None:
    heading(sheet, each.title, keep=60, level=3)
    if each.facts:
        facts(sheet, each.facts)
        sheet.y -= 4
    if each.text:
        prose(sheet, each.text)
        sheet.y -= 4
    if each.rows:
        sheet.room(beginning(figures.columns, each.rows, COMPACT))
        table(sheet, figures.columns, (Group("", each.rows),), COMPACT)
    section(sheet, each.review, level=4)
