"""The registers fit to publish: outside bodies, or partnerships, in groups under one table's head."""

import re

from pmdesk.domain.words import Words
from pmdesk.figures.paper_values import RegisterFigures
from pmdesk.papers.lettering import printable, width
from pmdesk.papers.sheet import BODY, MARGIN, MEASURE, Sheet, baseline, prose, write
from pmdesk.papers.tables import table

_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", re.ASCII)


def register_list(figures: RegisterFigures, words: Words) -> bytes:
    """The paper as PDF bytes, the same bytes for the same figures."""
    sheet = Sheet(figures.title, figures.council, figures.occasion, figures.made_on, words)
    sheet.y -= 8
    prose(sheet, figures.intro)
    sheet.y -= 10
    rows = sum(len(group.rows) for group in figures.groups)
    if rows:
        table(sheet, figures.columns, figures.groups)
    else:
        write(sheet, "P", words("There are no entries yet."), BODY)
    if figures.contact:
        _contact(sheet, figures.contact, words)
    return sheet.finish()


def _contact(sheet: Sheet, address: str, words: Words) -> None:
    """Where questions go, as a link; an address that does not fit one line is only said."""
    said, address = printable(words("Questions about this register:")) + " ", printable(address).strip()
    sheet.y -= 14
    if not _ADDRESS.fullmatch(address) or width(said + address, BODY) > MEASURE:
        write(sheet, "P", said + address, BODY)
        return
    sheet.room(BODY.leading)
    tag, line = sheet.pdf.root.add("P"), baseline(BODY, sheet.y)
    with sheet.pdf.tagged(tag):
        sheet.pdf.text(MARGIN, line, [said], BODY)
    start, link = MARGIN + width(said, BODY), tag.add("Link")
    with sheet.pdf.tagged(link):
        sheet.pdf.text(start, line, [address], BODY)
        sheet.pdf.rule(start, line - 1.5, width(address, BODY), 0.5, BODY.colour)
    box = (start, sheet.y - BODY.leading, start + width(address, BODY), sheet.y)
    sheet.pdf.link(link, f"mailto:{address}", words("Write to {address}", address=address), box)
    sheet.y -= BODY.leading
