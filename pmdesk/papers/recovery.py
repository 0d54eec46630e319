"""The recovery sheet: the passphrase of a register on paper, for the safe; one page, marked private."""

from pmdesk.domain.words import Words
from pmdesk.figures.paper_recovery import RecoveryFigures
from pmdesk.papers.lettering import REGULAR, Style
from pmdesk.papers.shapes import INK, LINE
from pmdesk.papers.sheet import BODY, MARGIN, STRONG, Sheet, heading, prose, write

_LARGE = Style(REGULAR, 18, 28, INK)
_LINES, _BETWEEN = 3, 34  # to write on: how many, and the points between them


def recovery_sheet(figures: RecoveryFigures, words: Words) -> bytes:
    """The paper as PDF bytes, the same bytes for the same figures."""
    private = words("Secret: for the safe")
    sheet = Sheet(words("Passphrase of the register"), figures.council, private, figures.made_on, words)
    sheet.mark = private
    write(sheet, "P", words("The register is the file {name}.", name=figures.file), BODY, above=8)
    write(
        sheet,
        "P",
        words(
            "Without this passphrase it cannot be opened again, nor can its backups. Nobody can recover it:"
            " not the council’s IT, and not whoever made pmdesk."
        ),
        STRONG,
        above=8,
    )
    heading(sheet, words("The passphrase"))
    if figures.passphrase:
        write(sheet, "P", figures.passphrase, _LARGE, above=4, below=4)
        write(
            sheet,
            "P",
            words("Capitals, spaces and accents count. No space stands before it or after it."),
            BODY,
        )
    else:
        _to_write_on(sheet, words)
    heading(sheet, words("What to do with this sheet"))
    prose(sheet, _steps(bool(figures.passphrase), words))
    return sheet.finish()


def _to_write_on(sheet: Sheet, words: Words) -> None:
    write(
        sheet,
        "P",
        words("Write it here in clear letters. Capitals, spaces and accents count."),
        BODY,
        above=4,
    )
    with sheet.pdf.artifact():
        for _line in range(_LINES):
            sheet.y -= _BETWEEN
            sheet.pdf.rule(MARGIN, sheet.y, sheet.measure, 0.75, LINE)
    sheet.y -= 12


def _steps(printed: bool, words: Words) -> str:
    steps = [
        words("Put it in a sealed envelope, and that in the safe: with Democratic Services, for one."),
        words(
            "Tell two people where it is. Keep no copy beside the laptop, in e-mail or in a shared folder."
        ),
        words("When the passphrase is changed, make a new sheet and shred this one."),
    ]
    if printed:
        steps.insert(0, words("Print it, then delete the file it was printed from: the passphrase is in it."))
    return "\n".join(f"{place}. {step}" for place, step in enumerate(steps, start=1))
