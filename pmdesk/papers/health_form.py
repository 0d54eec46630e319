"""The fillable form of a health check: one organisation's answers, by boxes, in any PDF reader or browser."""

from pmdesk.domain.health_check import LETTERS
from pmdesk.domain.health_form import SAID, HealthForm, answer_name
from pmdesk.domain.health_templates import ANSWERS
from pmdesk.domain.return_form import TICKET
from pmdesk.domain.words import Words
from pmdesk.papers.form_fields import SIDE, Form, State
from pmdesk.papers.lettering import width
from pmdesk.papers.sheet import BODY, MARGIN, SMALL, STRONG, SUB, Sheet, heading, write

_TALL = 110.0


def health_form(form: HealthForm, words: Words) -> bytes:
    """The form as PDF bytes."""
    sheet = Sheet(form.title, form.council, words("Health check"), form.made_on, words)
    fields = Form(sheet.pdf)
    write(
        sheet, "P", words("{partnership}: answers of {who}", partnership=form.partnership, who=form.who), SUB
    )
    how = words(
        "Answer for your organisation alone: choose one box for each statement, or leave it blank."
        " Save the file and send it back to whoever sent it to you."
    )
    write(sheet, "P", how, BODY, above=6)
    open_ = words(
        "Until it is received, whoever opens this file can read it. Once it is received the answers are"
        " sealed: nobody sees them again, only the median and the spread of three or more."
    )
    write(sheet, "P", open_, BODY, above=4)
    at = 0
    for principle in form.principles:
        if principle.title:
            heading(sheet, words(principle.title), keep=60)
        for said in principle.statements:
            _statement(sheet, fields, answer_name(at), words(said), words)
            at += 1
    heading(sheet, words("Words for everybody"), keep=_TALL + 60)
    help = words("Shown without a name, if three or more wrote something. At most {n} letters.", n=LETTERS)
    write(sheet, "P", help, SMALL, below=3)
    box = (MARGIN, sheet.y - _TALL, MARGIN + sheet.measure, sheet.y)
    label = f"{words('What should the others know?')} {help}"
    fields.text(sheet.pdf.root.add("Form"), SAID, label, "", box, LETTERS)
    sheet.y -= _TALL
    fields.kept(TICKET, form.ticket)
    fields.finish()
    return sheet.finish()


def _statement(sheet: Sheet, form: Form, name: str, said: str, words: Words) -> None:
    """A statement and its four boxes beside each other, kept on one page."""
    write(sheet, "P", said, STRONG, above=8, keep=SIDE + 8)
    sheet.y -= 3
    x, y = MARGIN, sheet.y - SIDE - 1
    tags, states = [], []
    for code, label in ANSWERS:
        line, shown = sheet.pdf.root.add("P"), words(label)
        tags.append(line.add("Form"))
        states.append(State(str(code), f"{said} {code} {shown}", x, y))
        with sheet.pdf.tagged(line):
            sheet.pdf.text(x + SIDE + 6, y + 3, [f"{code} {shown} "], BODY)
        x += SIDE + 6 + width(f"{code} {shown}", BODY) + 18
    form.choice(tags, name, said, states, "")
    sheet.y -= SIDE + 2
