"""The recovery sheet: twelve words to be kept in the safe, what they are for, and lines to sign on."""

from pmdesk.domain.words import Words
from pmdesk.figures.laptops import RecoverySheet
from pmdesk.papers.sheet import BODY, PART, Sheet, heading, write


def recovery_sheet(figures: RecoverySheet, words: Words) -> bytes:
    """The paper as PDF bytes, the same bytes for the same figures."""
    secret = words("Secret: for the safe")
    sheet = Sheet(words("Recovery sheet"), figures.council, secret, figures.made_on, words)
    sheet.mark = secret
    write(sheet, "P", figures.why, BODY, above=10)
    heading(sheet, words("The twelve words"), keep=80)
    for first in range(0, len(figures.words), 4):
        some = figures.words[first : first + 4]
        line = "   ".join(f"{first + n}. {word}" for n, word in enumerate(some, 1))
        write(sheet, "P", line, PART, above=4)
    heading(sheet, words("How they are used"), keep=60)
    for each in figures.how:
        write(sheet, "P", each, BODY, below=4)
    return sheet.finish()
