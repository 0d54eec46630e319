"""The annual update: one member's year on one outside body, in about two pages fit to publish."""

from pmdesk.domain.annual_update import WORTHWHILE
from pmdesk.domain.words import Words
from pmdesk.figures.paper_values import AnnualUpdateFigures, Cell, Column, Fact, Group, Worth
from pmdesk.papers.sheet import SMALL, SUB, Sheet, heading, section, write
from pmdesk.papers.tables import facts, table

_STATES = {"yes": "met", "partly": "close", "no": "missed"}


def annual_update(figures: AnnualUpdateFigures, words: Words) -> bytes:
    """The paper as PDF bytes, the same bytes for the same figures."""
    title = words("Annual update: {body}", body=figures.body)
    occasion = words("Outside bodies, municipal year {year}", year=figures.year)
    sheet = Sheet(title, figures.council, occasion, figures.made_on, words)
    write(sheet, "P", figures.unsettled, SMALL, above=4)
    write_update(sheet, figures, words)
    return sheet.finish()


def write_update(sheet: Sheet, figures: AnnualUpdateFigures, words: Words, level: int = 2) -> None:
    """What stands under the title of one update; its headings are of `level`."""
    write(sheet, "P", _from(figures, words), SUB, above=3)
    write(sheet, "P", figures.standing, SMALL, above=4)
    facts(sheet, _facts(figures, words), strong_last=bool(figures.recommendation))
    for part in figures.sections:
        section(sheet, part, level=level)
    _worthwhile(sheet, figures.worthwhile, words, level)
    for part in figures.closing:
        section(sheet, part, level=level)
    write(sheet, "P", figures.recorded_by, SMALL, above=14)


def _from(figures: AnnualUpdateFigures, words: Words) -> str:
    if not figures.member:
        return ""
    if not figures.capacity:
        return words("From {member}", member=figures.member)
    return words("From {member}, {capacity}", member=figures.member, capacity=figures.capacity)


def _facts(figures: AnnualUpdateFigures, words: Words) -> list[Fact]:
    asked = [(words("Recommendation"), figures.recommendation)] if figures.recommendation else []
    return [*figures.facts, *asked]


def _worthwhile(sheet: Sheet, answers: tuple[Worth, ...], words: Words, level: int) -> None:
    if not answers:
        return
    heading(sheet, words("Was it worthwhile?"), keep=60, level=level)
    columns = (Column(words("For"), 87.6), Column(words("Answer"), 92), Column(words("Why"), 302))
    rows = tuple(
        (Cell(each.whom, strong=True), _answer(each.answer, words), Cell(each.why)) for each in answers
    )
    table(sheet, columns, (Group("", rows),))


def _answer(code: str, words: Words) -> Cell:
    said = words(dict(WORTHWHILE).get(code, code)) or words("Not answered")
    return Cell(said, strong=True, state=_STATES.get(code, "none"))
