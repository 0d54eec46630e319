"""An organisation's page: the partnerships it is in or leads, and its people; from rows already read."""

from collections.abc import Sequence
from dataclasses import dataclass

from pmdesk.domain.check import say_value
from pmdesk.domain.organisation import ORGANISATION
from pmdesk.domain.words import Words
from pmdesk.figures.partner_rows import has_left, partner_columns, partner_row
from pmdesk.figures.record_page import (
    Cell,
    Column,
    Fact,
    Lead,
    Pair,
    Record,
    RecordPage,
    Row,
    Section,
    adding,
    count_of,
    word,
)


@dataclass(frozen=True, slots=True)
class OrganisationRows:
    organisation: Record
    partners: Sequence[Record]
    led: Sequence[Record]
    people: Sequence[Record]


def organisation_page(rows: OrganisationRows, today: str, words: Words) -> RecordPage:
    """The page of one organisation as it stands on day `today` (ISO)."""
    record = rows.organisation
    kind = say_value(ORGANISATION.field("kind"), record.get("kind"), words)
    here = [each for each in rows.partners if not has_left(each, today)]
    return RecordPage(
        kind="organisation",
        id=word(record, "id"),
        title=word(record, "name"),
        pill=("plain", kind) if kind else None,
        quiet="",
        facts=(
            Fact(words("Partnerships it is in"), str(len(here))),
            Fact(words("Partnerships it leads"), str(len(rows.led))),
            Fact(words("People known"), str(len(rows.people))),
        ),
        sections=(_partnerships(rows, words), *_people(rows, words), _about(record, words)),
    )


def _partnerships(rows: OrganisationRows, words: Words) -> Section:
    made = [_led_row(each, words) for each in rows.led] + [
        _partner_row(each, words) for each in rows.partners
    ]
    return Section(
        words("Partnerships"),
        count_of(made),
        partner_columns(words("Name"), words),
        tuple(made),
        words("It is a partner in no partnership yet."),
        action=adding(
            words("Add to a partnership"), "partner", {"organisation": word(rows.organisation, "id")}
        ),
    )


def _led_row(each: Record, words: Words) -> Row:
    lead = Lead("partnerships", word(each, "id"))
    return Row(
        (Cell(word(each, "name"), lead=lead), Cell(words("Leads it"), lead=lead), Cell(), Cell()),
        "partnership",
        word(each, "id"),
    )


def _partner_row(each: Record, words: Words) -> Row:
    lead = Lead("partnerships", word(each, "partnership"))
    return partner_row(each, Cell(word(each, "partnership_name"), lead=lead), words)


def _people(rows: OrganisationRows, words: Words) -> tuple[Section, ...]:
    """A council's own people have a list of their own."""
    if rows.organisation.get("kind") == "council":
        return ()
    made = tuple(
        Row(
            (Cell(word(each, "name"), lead=Lead("members", word(each, "id"))), Cell(word(each, "post"))),
            "person",
            word(each, "id"),
        )
        for each in rows.people
    )
    known = {"organisation": word(rows.organisation, "id"), "kind": "contact"}
    return (
        Section(
            words("People"),
            count_of(made),
            (Column(words("Name"), 40, strong=True), Column(words("Post"), 60)),
            made,
            words("Nobody there is known by name yet."),
            action=adding(words("Add person"), "person", known),
        ),
    )


def _about(record: Record, words: Words) -> Section:
    pairs = tuple(
        Pair(words(ORGANISATION.field(name).label), word(record, name))
        for name in ("contact", "note")
        if record.get(name)
    )
    return Section(
        words("Contact"), text="" if pairs else words("Nothing is kept about whom to ask there."), pairs=pairs
    )
