"""What of a record may stand in a public paper: every private field is taken out before a paper sees it."""

from collections.abc import Iterable, Mapping

from pmdesk.domain.annual_update import PRINTED_ANSWERS
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.person import styled_name
from pmdesk.domain.words import Words
from pmdesk.register.history import HistoryLine
from pmdesk.register.lists import Row
from pmdesk.register.store import Register

INTERNAL = "internal"  # a measure that is for the council only
# Updates nobody has agreed to yet are between their writer and the council: no public list has them.
AGREED = {"annual_update": ("accepted", "published"), "progress_update": ("signed_off", "replaced")}
# The answers a person wrote; who accepts an update writes none of them.
_WRITTEN = {
    "annual_update": {
        *PRINTED_ANSWERS,
        "meetings_held",
        "meetings_attended",
        "worthwhile_council",
        "worthwhile_body",
        "worthwhile_member",
        "recommendation",
        "declared",
    },
    "progress_update": {"done", "difference", "issues", "next_steps", "self_rating"},
}

# What lets a record out, any of these fields filled in; until then it is the council's own.
ANNOUNCED_BY = {
    "review": ("reported_on",),
    "validation": ("held_on",),
    "practice": ("told_on",),
    "tension": ("borne_by", "cost", "cost_words", "way_out"),
}


def public(kind: str, row: Mapping[str, object]) -> Row:
    """A record without its private fields; empty when the whole kind is for the council only.

    Nothing that gathers a paper reads a record in any other way.
    """
    entity = ENTITIES[kind]
    if entity.private:
        return {"id": row.get("id")}
    hidden = {field.name for field in entity.fields if field.private}
    return {name: value for name, value in row.items() if name not in hidden}


def agreed(kind: str, row: Mapping[str, object]) -> bool:
    """Whether a record may stand in a public list; an update only once it is agreed."""
    return kind not in AGREED or row.get("status") in AGREED[kind]


def announced(kind: str, row: Mapping[str, object]) -> bool:
    """Whether a record of scrutiny and accountability has what it needs before anybody outside reads it.

    A new one has not: a review has not reported, a validation has not been held, good practice is not told
    yet, and nobody has said yet who bears a tension's cost nor found a way out of it.

    >>> announced("tension", {"seen_on": "2026-04-01"}), announced("tension", {"way_out": "lived_with"})
    (False, True)
    """
    return kind not in ANNOUNCED_BY or any(row.get(name) for name in ANNOUNCED_BY[kind])


def public_all(register: Register, kind: str, **equals: object) -> list[Row]:
    """Every record of a kind, by title, each without its private fields."""
    return [public(kind, row) for row in register.all(kind, **equals)]


def public_one(register: Register, kind: str, record: object) -> Row:
    """One record without its private fields; empty when it is not there or was deleted."""
    row = register.get(kind, str(record)) if record else None
    return public(kind, row) if row and not row["deleted"] else {}


def internal_measures(register: Register) -> set[str]:
    """The ids of the measures that no paper prints and no public list has."""
    return {str(row["id"]) for row in register.all("measure", visibility=INTERNAL)}


def person_name(register: Register, person: object) -> str:
    """How a paper names a person; '' for nobody."""
    return styled_name(public_one(register, "person", person))


def recorded_by(register: Register, kind: str, update: str, whose: object, words: Words) -> str:
    """'Recorded by X for Y' where Y did not write the answers on their own laptop; else ''."""
    wrote = _writer(register.history(update), _WRITTEN[kind])
    if not wrote or not whose or wrote == whose:
        return ""
    by, of = person_name(register, wrote), person_name(register, whose)
    return words("Recorded by {writer} for {person}.", writer=by, person=of) if by and of else ""


def _writer(lines: Iterable[HistoryLine], fields: set[str]) -> str | None:
    """Who wrote an answer last; `lines` are the record's history, the newest first."""
    return next((line.by or None for line in lines if line.field in fields), None)
