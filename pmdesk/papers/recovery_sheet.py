"""The recovery sheet: twelve words to be kept in the safe, what they are for, and lines to sign on."""

from pmdesk.domain.words import Words
from pmdesk.figures.laptops import RecoverySheet
from pmdesk.figures.paper_values import Cell, Column, Group
from pmdesk.papers.sheet import BODY, Sheet, heading, write
from pmdesk.papers.tables import table


def recovery_sheet(figures: RecoverySheet, words: Words) -> bytes:
    """The paper as PDF bytes, the same bytes for the same figures."""
    secret = words("Secret: for the safe")
    sheet = Sheet(words("Recovery sheet"), figures.council, secret, figures.made_on, words)
    sheet.mark = secret
    if figures.file:
        write(sheet, "P", words("The register is the file {name}.", name=figures.file), BODY, above=8)
    write(sheet, "P", figures.why, BODY, above=8)
    heading(sheet, words("The twelve words"), keep=80)
    columns = (Column(words("Number"), 0.4), Column(words("Word"), 3))
    rows = tuple((Cell(f"{n}."), Cell(word, strong=True)) for n, word in enumerate(figures.words, 1))
    table(sheet, columns, (Group("", rows),))
    heading(sheet, words("How they are used"), keep=60)
    for each in figures.how:
        write(sheet, "P", each, BODY, below=4)
    return sheet.finish()
