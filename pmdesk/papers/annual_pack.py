"""The annual pack: contents, who has returned, the answers together, each update on its own page."""

from pmdesk.domain.telling import Told, quietly
from pmdesk.domain.words import Words
from pmdesk.figures.paper_pack import PackFigures, Table, update_title
from pmdesk.figures.paper_values import Group
from pmdesk.papers.annual_update import write_update
from pmdesk.papers.contents import fill, keep_room
from pmdesk.papers.outline import Place
from pmdesk.papers.sheet import BODY, PART, SMALL, Sheet, heading, write
from pmdesk.papers.tables import COMPACT, beginning, table
from pmdesk.papers.year_pictures import year_pictures


def annual_pack(figures: PackFigures, words: Words, told: Told = quietly) -> bytes:
    """The paper as PDF bytes; `told` hears how many updates are drawn, and may raise to stop."""
    occasion = words("Municipal year {year}", year=figures.year) if figures.year else ""
    sheet = Sheet(figures.title, figures.council, occasion, figures.made_on, words)
    write(sheet, "P", figures.intro, BODY, above=10)
    write(sheet, "P", figures.unsettled, SMALL, above=4)
    places: list[Place] = []
    contents = keep_room(
        sheet, words("Contents"), len(figures.tables) + bool(figures.pictures) + len(figures.updates)
    )
    sheet.turn()
    for each in figures.tables:
        _table(sheet, each, places)
    if figures.pictures:
        title = words("The year in pictures")
        sheet.turn()
        places.append(Place(title, sheet.pdf.page, sheet.top))
        write(sheet, "H2", title, PART)
        year_pictures(sheet, figures.pictures, words, level=3)
    for done, update in enumerate(figures.updates):
        told(done, len(figures.updates))
        sheet.turn()
        places.append(Place(update_title(update), sheet.pdf.page, sheet.top))
        write(sheet, "H2", update.body, PART)
        write_update(sheet, update, words, level=3)
    fill(sheet, contents, places)
    for place in places:
        sheet.pdf.bookmark(place)
    return sheet.finish()


def _table(sheet: Sheet, each: Table, places: list[Place]) -> None:
    """A table under its heading, which the contents lead to."""
    keep = beginning(each.columns, each.rows, COMPACT) + (BODY.leading if each.said else 0)
    heading(sheet, each.heading, keep=keep)
    places.append(Place(each.heading, sheet.pdf.page, min(sheet.y + 24, sheet.top)))
    write(sheet, "P", each.said, BODY, below=4)
    table(sheet, each.columns, (Group("", each.rows),), COMPACT)
