"""From the register to one member's form: what is known of the seat, and what a draft has already."""

from collections.abc import Mapping
from typing import NamedTuple

from pmdesk.actions.return_ticket import Ticket, make_ticket
from pmdesk.actions.this_laptop import council_name
from pmdesk.domain.annual_update import ANNUAL_UPDATE
from pmdesk.domain.appointment import APPOINTMENT
from pmdesk.domain.check import say_value
from pmdesk.domain.dates import say_date
from pmdesk.domain.facts import Type
from pmdesk.domain.person import styled_name
from pmdesk.domain.return_form import ANSWERS, NO, NOT_FILLED_IN, YES, asked, mark
from pmdesk.domain.words import Words
from pmdesk.figures.due import Due
from pmdesk.figures.paper_values import Fact
from pmdesk.figures.return_form import ReturnFormFigures
from pmdesk.register.lists import Row
from pmdesk.register.store import Register


class Known(NamedTuple):
    """What all forms of a year are made from, read once: people by id, last year's updates by seat."""

    year: Row
    people: Mapping[object, Row]
    before: Mapping[object, Row]
    council: str
    send_to: str


def known_of(register: Register, year: Row) -> Known:
    """Everything besides the seats themselves that a year's forms need."""
    years = register.all("municipal_year")
    earlier = [row for row in years if str(row["name"]) < str(year["name"])]
    before = max(earlier, key=lambda row: str(row["name"]), default=None)
    updates = register.all("annual_update", municipal_year=before["id"]) if before else []
    return Known(
        year,
        {row["id"]: row for row in register.all("person")},
        {row["appointment"]: row for row in updates},
        council_name(register),
        str(register.settings().get("returns_to") or ""),
    )


def return_form_figures(
    register: Register, due: Due, known: Known, words: Words, today: str
) -> ReturnFormFigures:
    """The form of one seat that owes its update, with its signed ticket."""
    member = known.people.get(due.by["person"], {})
    values = given(due.update)
    prints = {name: mark(value) for name, value in values.items()}
    ticket = Ticket(str(due.by["id"]), str(due.by["person"]), str(known.year["id"]), prints)
    return ReturnFormFigures(
        council=known.council,
        year=str(known.year["name"]),
        body=str(due.of["name"]),
        member=styled_name(member),
        capacity=_lower(say_value(APPOINTMENT.field("capacity"), due.by.get("capacity"), words)),
        facts=_facts(due, known, words),
        due=say_date(due.due_on, words) if due.due_on else "",
        send_to=known.send_to,
        ticket=make_ticket(register, ticket),
        made_on=today,
        values=values,
        late=bool(due.due_on) and str(due.due_on) < today,
    )


def given(update: Mapping[str, object] | None) -> dict[str, str]:
    """The answers that an update has, as they stand in a form; the empty ones are left out."""
    found = {
        name: in_the_form(name, (update or {}).get(name)) for name in ANSWERS if name not in NOT_FILLED_IN
    }
    return {name: value for name, value in found.items() if value}


def in_the_form(name: str, value: object) -> str:
    """An answer of an update as a field of the form holds it; '' for none."""
    if asked(name).type is Type.YES_NO:
        return "" if value is None else YES if value else NO
    return "" if value is None else str(value)


def _facts(due: Due, known: Known, words: Words) -> tuple[Fact, ...]:
    officer = known.people.get(due.of.get("link_officer"), {})
    last = known.before.get(due.by["id"]) or known.before.get(due.by.get("follows")) or {}
    meetings = due.of.get("meetings_a_year")
    said = (
        (words("Term began"), say_date(due.by.get("starts"), words)),
        (words("Term ends"), say_date(due.by.get("ends"), words)),
        (words("Meetings a year"), "" if meetings is None else str(meetings)),
        (
            words("Last year you recommended"),
            say_value(ANNUAL_UPDATE.field("recommendation"), last.get("recommendation"), words),
        ),
        (
            words("Officer who helps"),
            "\n".join(str(officer[name]) for name in ("name", "email") if officer.get(name)),
        ),
    )
    return tuple((label, value) for label, value in said if value)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
