"""The recovery sheet: twelve words to be kept in the safe, what they are for, and lines to sign on."""

from pmdesk.domain.words import Words
from pmdesk.figures.laptops import RecoverySheet
from pmdesk.papers.sheet import BODY, Sheet, heading, write
from pmdesk.papers.tables import facts


def recovery_sheet(figures: RecoverySheet, words: Words) -> bytes:
    """The paper as PDF bytes, the same bytes for the same figures."""
    secret = words("Secret: for the safe")
    sheet = Sheet(words("Recovery sheet"), figures.council, secret, figures.made_on, words)
    sheet.mark = secret
    if figures.file:
        write(sheet, "P", words("The register is the file {name}.", name=figures.file), BODY, above=8)
    write(sheet, "P", figures.why, BODY, above=8)
    heading(sheet, words("The twelve words"), keep=80)
    facts(sheet, [(f"{n}.", word) for n, word in enumerate(figures.words, 1)])
    heading(sheet, words("How they are used"), keep=60)
    for each in figures.how:
        write(sheet, "P", each, BODY, below=4)
    return sheet.finish()
