"""The paper of all that is held about one person: part by part, marked private at the foot of every page."""

from pmdesk.domain.words import Words
from pmdesk.figures.person_report import PersonReport, report_columns, report_intro
from pmdesk.papers.sheet import Sheet, heading, prose
from pmdesk.papers.tables import COMPACT, beginning, table

GROUP = 30  # points that the name of a record takes over its rows


def person_report_paper(report: PersonReport, words: Words) -> bytes:
    """The paper as PDF bytes, the same bytes for the same report."""
    private = words("Private: not for publication")
    title = words("What we hold about {name}", name=report.name)
    sheet = Sheet(title, report.council, private, report.made_on, words)
    sheet.mark = private
    sheet.y -= 8
    prose(sheet, report_intro(words))
    columns = report_columns(words)
    for part in report.parts:
        groups = part.groups(words)
        room = beginning(columns, groups[0].rows, COMPACT) + (GROUP if groups[0].heading else 0)
        heading(sheet, part.heading, keep=room)
        table(sheet, columns, groups, COMPACT)
    return sheet.finish()
