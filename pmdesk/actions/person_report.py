"""Everything the register holds about a person (UK GDPR, article 15): their record and what names them."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from pmdesk.actions.erasing import Place, look_at_texts, person_called
from pmdesk.actions.finding import title_of
from pmdesk.actions.history import history_of
from pmdesk.actions.this_laptop import council_name
from pmdesk.domain.check import Refused, say_value
from pmdesk.domain.dates import say_date
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.facts import Entity, Type
from pmdesk.domain.person import PERSON, styled_name
from pmdesk.domain.words import N_, Say, Words
from pmdesk.figures.erasure import HOWS, field_name, kind_name
from pmdesk.figures.person_report import Held, HeldPart, PersonReport
from pmdesk.register.erasing import saves_by
from pmdesk.register.lists import Row
from pmdesk.register.store import Register

# Records of these are the person's own: every answer is told. Of others, only how they name the person.
_WHOLE = ("appointment", "personal_target")
_BY_SEAT = ("annual_update", "report_back")


def person_report(register: Register, of: Sequence[str], words: Words, today: str) -> PersonReport:
    """The report of one person, by name or id; Refused when there is none, or none is named."""
    if len(of) != 1 or not of[0].strip():
        raise Refused(Say(N_("Say which person the report is of.")))
    person = person_called(register, of[0])
    row = register.get("person", person) or {}
    parts = [
        HeldPart(words("The record"), tuple(_fields(register, PERSON, row, words))),
        *_hanging(register, person, words),
        HeldPart(words("Named in texts"), tuple(_named(look_at_texts(register, person), words))),
        HeldPart(words("What the record said before"), tuple(_before(register, person, words))),
        HeldPart(words("Saved under their name"), tuple(_saved(register, person, words))),
    ]
    return PersonReport(
        council_name(register), person, styled_name(row), tuple(part for part in parts if part.rows), today
    )


def plain_report(report: PersonReport) -> dict[str, object]:
    """The same for programs."""
    return {
        "person": report.person,
        "name": report.name,
        "parts": [
            {
                "heading": part.heading,
                "rows": [
                    {"what": row.what, "where": row.where, "text": row.text, "private": row.private}
                    for row in part.rows
                ],
            }
            for part in report.parts
        ],
    }


def _fields(register: Register, entity: Entity, row: Row, words: Words, where: str = "") -> Iterator[Held]:
    """Every field of a record that is filled in."""
    for field in entity.fields:
        value = row.get(field.name)
        if value in (None, ""):
            continue
        said = say_value(field, value, words)
        if field.type is Type.REF:
            said = title_of(register, field.refers, str(value))
        yield Held(words(field.label), where, said, field.private or entity.private)


def _hanging(register: Register, person: str, words: Words) -> Iterator[HeldPart]:
    """By kind: their seats and what was answered for them whole, of everything else how it names them."""
    seats = [str(row["id"]) for row in register.all("appointment", person=person)]
    for entity in ENTITIES.values():
        if entity.sealed or entity.name == "person":
            continue
        rows = list[Held]()
        if entity.name in _BY_SEAT:
            found = register.all(entity.name, appointment=tuple(seats)) if seats else []
            rows += _whole(register, entity, found, words)
        for field in entity.references:
            if field.refers != "person":
                continue
            found = register.all(entity.name, **{field.name: person})
            if entity.name in _WHOLE:
                rows += _whole(register, entity, found, words)
            else:
                rows += [Held(words(field.label), "", _title(register, entity, each)) for each in found]
        yield HeldPart(words(entity.plural), tuple(rows))


def _whole(register: Register, entity: Entity, found: Iterable[Row], words: Words) -> list[Held]:
    return [
        held for row in found for held in _fields(register, entity, row, words, _title(register, entity, row))
    ]


def _title(register: Register, entity: Entity, row: Row) -> str:
    return title_of(register, entity.name, str(row["id"])) or entity.name


def _named(places: Iterable[Place], words: Words) -> Iterator[Held]:
    for place in places:
        what = f"{kind_name(place.kind, words)}: {field_name(place.kind, place.field, words)}"
        where = f"{place.title}, {words(HOWS[place.how])}" if place.title else words(HOWS[place.how])
        text = place.sentence if place.text else f"{place.sentence} ({words('an earlier text')})"
        yield Held(what, where, text)


def _before(register: Register, person: str, words: Words) -> Iterator[Held]:
    """Values of their record that something replaced."""
    for line in history_of(register, person, words):
        if line.old:
            changed = words("until {when}, changed by {who}", when=line.when, who=line.who)
            yield Held(line.field, changed, line.old)


def _saved(register: Register, person: str, words: Words) -> Iterator[Held]:
    count, *days = saves_by(register, person)
    if count:
        first, last = (datetime.fromtimestamp(at / 1000).date().isoformat() for at in days)
        between = words("from {day} to {other}", day=say_date(first, words), other=say_date(last, words))
        yield Held(words("Saves"), between, str(count))
