"""Appointing someone to an outside body, with what there is to think of first; advice never stops a save."""

from collections.abc import Mapping

from pmdesk.actions.records import save
from pmdesk.domain.appointing import Advice, appointing_advice, leaving_advice
from pmdesk.domain.appointment import APPOINTMENT, is_vacancy
from pmdesk.domain.check import read_value
from pmdesk.domain.dates import NotRead, say_date
from pmdesk.domain.facts import Type
from pmdesk.domain.seat_gaps import following, standing
from pmdesk.domain.terms import end_by_rule
from pmdesk.domain.words import Say, Words
from pmdesk.register.lists import Row
from pmdesk.register.store import Changes, Register

Typed = Mapping[str, object]


def appoint(register: Register, typed: Typed, today: str) -> tuple[str, Changes, list[Advice]]:
    """Appoint a person to a body: the id, what changed, and the advice there was.

    Without an end, the body's term rule gives it. Where a seat stands vacant, and no appointment is named
    that this one follows, the vacancy is filled. Raises Refused with every problem.
    """
    body = register.get("outside_body", str(typed.get("outside_body") or "")) or {}
    values = dict(typed)
    if "ends" not in values and (ends := term_end(body, values.get("starts"))):
        values["ends"] = ends
    advice = advice_on(register, values)
    vacancy = None if values.get("follows") else _vacancy(register, body, values, today)
    record, changes = save(register, "appointment", values, vacancy)
    return record, changes, advice


def term_end(body: Row | Typed, starts: object) -> str | None:
    """When a term that starts as typed ends by the body's rule; None where nobody can say."""
    return end_by_rule(body.get("term_rule"), _read("starts", starts))


def advice_on(register: Register, typed: Typed, record: str | None = None) -> list[Advice]:
    """What to think of before an appointment as typed so far; what cannot be read yet counts as not typed.

    `record` is the appointment being changed. Nothing is written.
    """
    appointment = {name: _read(name, value) for name, value in typed.items() if APPOINTMENT.has(name)}
    body = register.get("outside_body", str(appointment.get("outside_body") or ""))
    if not body:
        return []
    person = register.get("person", str(appointment["person"])) if appointment.get("person") else None
    others = [row for row in register.all("appointment", outside_body=body["id"]) if row["id"] != record]
    return appointing_advice(appointment, body, person, others)


def ending_advice(register: Register, record: str, today: str) -> Say | None:
    """What to know before a seat is ended: whether someone must follow, and nobody does yet."""
    seat = register.get("appointment", record)
    body = register.get("outside_body", str(seat["outside_body"])) if seat else None
    if not seat or not body or is_vacancy(seat):
        return None
    seats = register.all("appointment", outside_body=body["id"])
    return leaving_advice({**seat, "ends": today}, body, str(seat["id"]) in following(seats, today))


def seats_before(
    register: Register, body: str, record: str, text: str, words: Words
) -> list[tuple[str, str]]:
    """(id, who and when) of a body's appointments that another may follow, those that end last first.

    `record` is left out: the appointment itself. `text` is a part of a name.
    """
    seats = [row for row in register.all("appointment", outside_body=body) if row["id"] != record]
    seats.sort(key=lambda seat: (str(seat["ends"] or "9"), str(seat["starts"] or "")), reverse=True)
    found = [(str(seat["id"]), _who_and_when(seat, words)) for seat in seats]
    return [(id, said) for id, said in found if text.casefold().strip() in said.casefold()]


def _who_and_when(seat: Row, words: Words) -> str:
    """'Anne Lowe, 23 May 2023 to May 2027'."""
    name = str(seat["person_name"] or words("Vacant"))
    starts, ends = say_date(seat["starts"], words), say_date(seat["ends"], words)
    if starts and ends:
        return words("{name}, {first} to {last}", name=name, first=starts, last=ends)
    return ", ".join(part for part in (name, starts or ends) if part)


def _vacancy(register: Register, body: Row | Typed, typed: Typed, today: str) -> str | None:
    """The vacancy that stands longest among the seats meant: a substitute's, or a member's."""
    if not body:
        return None
    spare = _read("capacity", typed.get("capacity")) == "substitute"
    seats = [
        seat
        for seat in standing(register.all("appointment", outside_body=body["id"]), today)
        if is_vacancy(seat) and (seat.get("capacity") == "substitute") == spare
    ]
    seats.sort(key=lambda seat: str(seat.get("starts") or ""))
    return str(seats[0]["id"]) if seats else None


def _read(name: str, typed: object) -> object:
    """A value as it would be stored; None for what cannot be read, and for words that name nobody yet."""
    field = APPOINTMENT.field(name)
    if field.type is Type.REF and str(typed or "").startswith("?"):
        return None
    try:
        return read_value(field, typed)
    except NotRead:
        return None
