"""The fillable form of an annual update: typed into in any PDF reader or browser, or printed and written on.

Each question is read aloud, then its box; the boxes are named by question and help (`form_fields.py`).
"""

from collections.abc import Mapping

from pmdesk.domain.check import LONGEST
from pmdesk.domain.facts import Field, Type
from pmdesk.domain.return_form import PARTS, TICKET, YES, asked, states_of
from pmdesk.domain.words import N_, Words
from pmdesk.figures.return_form import ReturnFormFigures
from pmdesk.papers.form_fields import SIDE, Box, Form, State
from pmdesk.papers.lettering import break_lines, width
from pmdesk.papers.sheet import BODY, MARGIN, SMALL, STRONG, SUB, Sheet, baseline, heading, write
from pmdesk.papers.tables import facts

# Heights in points, room for a pen at 24 a line; an answer that is longer scrolls.
_HEIGHTS = {
    "main_business": 120,
    "contributed": 96,
    "objectives_served": 48,
    "support_given": 48,
    "issues": 96,
    "officer_support": 48,
    "actions": 72,
    "internal": 72,
}
_WHY, _LINE, _SHORT = 48.0, 24.0, 130.0
_GAP = 3.0  # between a question and its box
_BETWEEN = 24.0  # boxes beside each other


def return_form(figures: ReturnFormFigures, words: Words) -> bytes:
    """The form as PDF bytes, the same bytes for the same figures."""
    title = words("Annual update: {body}", body=figures.body)
    occasion = words("Outside bodies, municipal year {year}", year=figures.year)
    sheet = Sheet(title, figures.council, occasion, figures.made_on, words)
    form = Form(sheet.pdf)
    write(sheet, "P", _from(figures, words), SUB, above=3)
    facts(sheet, list(figures.facts))
    _how(sheet, figures, words)
    for part in PARTS:
        heading(sheet, words(part.heading), keep=110)
        if all(asked(name).type is Type.NUMBER for name in part.answers):
            _numbers(sheet, form, part.answers, figures.values, words)
            continue
        for name in part.answers:
            _question(sheet, form, name, figures.values.get(name, ""), words)
    form.kept(TICKET, figures.ticket)
    form.finish()
    return sheet.finish()


def _from(figures: ReturnFormFigures, words: Words) -> str:
    if not figures.capacity:
        return words("From {member}", member=figures.member)
    return words("From {member}, {capacity}", member=figures.member, capacity=figures.capacity)


def _how(sheet: Sheet, figures: ReturnFormFigures, words: Words) -> None:
    heading(sheet, words("How to fill this in"))
    typed = N_(
        "Type in the boxes; the Tab key goes to the next one. At the end of a page some programs want it"
        " pressed twice. Save the file as often as you like. A long answer scrolls inside its box. Or print"
        " it and write with a pen."
    )
    write(sheet, "P", words(typed), BODY)
    write(sheet, "P", _send(figures, words), BODY, above=4)


def _send(figures: ReturnFormFigures, words: Words) -> str:
    if figures.late and figures.send_to:
        return words(
            "It was due on {day}. Please send the saved file soon, as an attachment to {address}.",
            day=figures.due, address=figures.send_to,
        )  # fmt: skip
    if figures.late:
        return words(
            "It was due on {day}. Please send the saved file back soon, to whoever sent it to you.",
            day=figures.due,
        )
    if figures.send_to and figures.due:
        return words(
            "Then send the saved file by {day} as an attachment to {address}.",
            day=figures.due, address=figures.send_to,
        )  # fmt: skip
    if figures.send_to:
        return words("Then send the saved file as an attachment to {address}.", address=figures.send_to)
    if figures.due:
        return words("Then send the saved file back by {day}, to whoever sent it to you.", day=figures.due)
    return words("Then send the saved file back to whoever sent it to you.")


def _question(sheet: Sheet, form: Form, name: str, value: str, words: Words) -> None:
    field = asked(name)
    if field.name == "declared":
        _declaration(sheet, form, field, words)
    elif states := states_of(name):
        _choices(sheet, form, field, states, value, words)
    else:
        _typed(sheet, form, field, value, words)


def _typed(sheet: Sheet, form: Form, field: Field, value: str, words: Words) -> None:
    many = field.type is Type.LONG
    height = _HEIGHTS.get(field.name, _WHY) if many else _LINE
    help = _help(field)
    _label(sheet, words(field.label), words(help), height)
    right = MARGIN + (sheet.measure if many else _SHORT)
    box: Box = (MARGIN, sheet.y - height, right, sheet.y)
    said = _aloud(field, help, words)
    most = LONGEST[Type.LONG if many else Type.TEXT]
    form.text(sheet.pdf.root.add("Form"), field.name, said, value, box, most, many)
    sheet.y -= height


def _numbers(
    sheet: Sheet, form: Form, names: tuple[str, ...], values: Mapping[str, str], words: Words
) -> None:
    """Short boxes beside each other, their feet level; each is read whole before the next."""
    across = (sheet.measure - _BETWEEN * (len(names) - 1)) / len(names)
    told = [
        (break_lines(words(field.label), STRONG, across), break_lines(words(field.help), SMALL, across))
        for field in map(asked, names)
    ]
    high = max(len(label) * STRONG.leading + len(help) * SMALL.leading for label, help in told)
    sheet.y -= 9
    sheet.room(high + _GAP + _LINE)
    foot = sheet.y - high - _GAP - _LINE
    for place, (name, (label, help)) in enumerate(zip(names, told, strict=True)):
        x, y = MARGIN + place * (across + _BETWEEN), sheet.y
        for lines, style in ((label, STRONG), (help, SMALL)):
            if lines:
                with sheet.pdf.tagged(sheet.pdf.root.add("P")):
                    sheet.pdf.text(x, baseline(style, y), lines, style)
                y -= len(lines) * style.leading
        field = asked(name)
        box: Box = (x, foot, x + _SHORT, foot + _LINE)
        said = _aloud(field, field.help, words)
        form.text(
            sheet.pdf.root.add("Form"), name, said, values.get(name, ""), box, LONGEST[Type.TEXT], many=False
        )
    sheet.y = foot


def _choices(
    sheet: Sheet, form: Form, field: Field, states: tuple[tuple[str, str], ...], value: str, words: Words
) -> None:
    # A choice and its why stand on one page.
    _label(sheet, words(field.label), words(field.help), SIDE + 90)
    x, y = MARGIN, sheet.y - SIDE - 1
    tags, made = [], []
    for code, label in states:
        line = sheet.pdf.root.add("P")
        tags.append(line.add("Form"))
        said = words(label)
        made.append(State(code, f"{words(field.label)} {said}", x, y))
        with sheet.pdf.tagged(line):
            sheet.pdf.text(x + SIDE + 6, y + 3, [said + " "], BODY)
        x += SIDE + 6 + width(said, BODY) + 26
    form.choice(tags, field.name, _aloud(field, field.help, words), made, value)
    sheet.y -= SIDE + 2


def _declaration(sheet: Sheet, form: Form, field: Field, words: Words) -> None:
    """A box to tick with its words beside it."""
    lines = break_lines(words(field.label), STRONG, sheet.measure - SIDE - 8)
    sheet.y -= 6
    sheet.room(len(lines) * STRONG.leading + 60)
    line = sheet.pdf.root.add("P")
    form.tick(line.add("Form"), field.name, words(field.label), YES, MARGIN, sheet.y - SIDE - 1)
    with sheet.pdf.tagged(line):
        sheet.pdf.text(MARGIN + SIDE + 8, baseline(STRONG, sheet.y), lines, STRONG)
    sheet.y -= max(SIDE, len(lines) * STRONG.leading)


def _label(sheet: Sheet, label: str, help: str, height: float) -> None:
    """A question and its help, kept on one page with its box."""
    lines = len(break_lines(help, SMALL, sheet.measure)) * SMALL.leading if help else 0
    write(sheet, "P", label, STRONG, above=9, keep=lines + height + _GAP)
    write(sheet, "P", help, SMALL)
    sheet.y -= _GAP


def _help(field: Field) -> str:
    return N_("Day, month and year, as in 3/5/2026.") if field.type is Type.DATE else field.help


def _aloud(field: Field, help: str, words: Words) -> str:
    """What a screen reader says of a box: its question, then its help."""
    return " ".join(each for each in (words(field.label), words(help)) if each)
