"""From the register to the annual update's frozen figures; nothing private or withheld comes along."""

import re
from collections.abc import Mapping

from pmdesk.actions import public
from pmdesk.actions.this_laptop import council_name
from pmdesk.domain.annual_update import ANNUAL_UPDATE
from pmdesk.domain.appointment import APPOINTMENT
from pmdesk.domain.check import say_value
from pmdesk.domain.dates import say_date
from pmdesk.domain.money import say_money
from pmdesk.domain.words import N_, Words
from pmdesk.figures.paper_values import AnnualUpdateFigures, Fact, Section, Worth
from pmdesk.register.lists import Row
from pmdesk.register.store import Register

# An answer this short stands among the facts, as in the drawing; a longer one has a heading of its own.
_SHORT = 90

STANDING: Mapping[str, str] = {
    "draft": N_("Draft: not yet submitted."),
    "submitted": N_("Submitted, not yet accepted."),
    "returned": N_("Returned to be put right: not accepted."),
}


def annual_update_figures(register: Register, update: str, words: Words, today: str) -> AnnualUpdateFigures:
    """What the public paper of one annual update says; `update` is its id."""
    row = public.public_one(register, "annual_update", update)
    seat = public.public_one(register, "appointment", row.get("appointment"))
    body = public.public_one(register, "outside_body", seat.get("outside_body"))
    return AnnualUpdateFigures(
        council=council_name(register),
        year=str(row.get("municipal_year_name") or ""),
        body=str(body.get("name") or ""),
        member=public.person_name(register, seat.get("person")),
        capacity=_lower(say_value(APPOINTMENT.field("capacity"), seat.get("capacity"), words)),
        facts=_facts(register, row, seat, body, words),
        recommendation=_said(row, "recommendation", words),
        sections=_sections(row, words),
        worthwhile=_worthwhile(row, words),
        closing=_closing(register, row, seat, words),
        made_on=today,
        recorded_by=public.recorded_by(register, "annual_update", update, seat.get("person"), words),
        standing=words(STANDING.get(str(row.get("status") or "draft"), "")),
    )


def _said(row: Mapping[str, object], name: str, words: Words) -> str:
    return say_value(ANNUAL_UPDATE.field(name), row.get(name), words)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _facts(register: Register, row: Row, seat: Row, body: Row, words: Words) -> tuple[Fact, ...]:
    """Pairs for the two columns, those without a value left out."""
    officer = public.person_name(register, body.get("link_officer"))
    said = (
        (words("Legal form"), str(body.get("legal_form") or "")),
        (words("Meetings held"), _said(row, "meetings_held", words)),
        (words("Term"), _term(seat, words)),
        (words("Meetings attended"), _attended(row, words)),
        (words("Council support"), _support(row, body)),
        (words("Link officer"), officer),
        (
            words("Objectives served"),
            _text(row, "objectives_served") if _is_short(row, "objectives_served") else "",
        ),
    )
    return tuple((label, value) for label, value in said if value)


def _term(seat: Row, words: Words) -> str:
    first, last = (say_date(seat.get(name), words) for name in ("starts", "ends"))
    if first and last:
        return words("{first} to {last}", first=first, last=last)
    if first:
        return words("from {first}", first=first)
    return words("to {last}", last=last) if last else ""


def _attended(row: Row, words: Words) -> str:
    held, attended = row.get("meetings_held"), row.get("meetings_attended")
    if held is None or attended is None:
        return _said(row, "meetings_attended", words)
    return words("{n} of {m}", n=attended, m=held)


def _support(row: Row, body: Row) -> str:
    """The member's own words where they are short; else the amount the register has."""
    if _is_short(row, "support_given"):
        return _text(row, "support_given")
    return say_money(body.get("support"))


def _sections(row: Row, words: Words) -> tuple[Section, ...]:
    longer = [
        (words(heading), _text(row, name))
        for name, heading in (
            ("objectives_served", N_("Council objectives it served")),
            ("support_given", N_("Money or support from the council")),
        )
        if _text(row, name) and not _is_short(row, name)
    ]
    said = [
        (words("Main business of the year"), _text(row, "main_business")),
        (words("What I contributed"), _text(row, "contributed")),
        *longer,
        (words("Issues and risks"), _text(row, "issues")),
    ]
    return tuple(Section(heading, text) for heading, text in said if text)


def _worthwhile(row: Row, words: Words) -> tuple[Worth, ...]:
    whom = (
        ("council", words("The council")), ("body", words("The body")), ("member", words("The member")),
    )  # fmt: skip
    answers = [
        Worth(name, str(row.get(f"worthwhile_{code}") or ""), _text(row, f"worthwhile_{code}_why"))
        for code, name in whom
    ]
    return tuple(answers) if any(each.answer or each.why for each in answers) else ()


def _closing(register: Register, row: Row, seat: Row, words: Words) -> tuple[Section, ...]:
    said = [
        (words("Actions requested of the council"), _numbered(_text(row, "actions"))),
        (words("Support from officers"), _text(row, "officer_support")),
        (words("Declaration"), _declared(register, row, seat, words)),
    ]
    # Only that there are such matters; what they are has no place in these figures.
    if row.get("withheld") is True:
        said.insert(
            2,
            (
                words("Matters not reported"),
                words("There are matters that the member may not report in public."),
            ),
        )
    return tuple(Section(heading, text) for heading, text in said if text)


def _declared(register: Register, row: Row, seat: Row, words: Words) -> str:
    if row.get("declared") is not True:
        return ""
    member, day = public.person_name(register, seat.get("person")), say_date(row.get("declared_on"), words)
    if member and day:
        return words("{member} declared on {day} that this is a true account.", member=member, day=day)
    return words("The member declares that this is a true account.")


def _numbered(text: str) -> str:
    """One action a line; several get a number each unless the writer gave them."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) < 2 or any(re.match(r"(\d{1,3}[.)]|[-\u2022\u2013*])\s", line) for line in lines):
        return text
    return "\n".join(f"{n}. {line}" for n, line in enumerate(lines, 1))


def _text(row: Row, name: str) -> str:
    return str(row.get(name) or "").strip()


def _is_short(row: Row, name: str) -> bool:
    return 0 < len(_text(row, name)) <= _SHORT
