"""Headings become fields, by each field's own words; a mapping is a plain value that a person can change.

It never reads cells. To teach it a heading, add it to `also` of the field in `domain`.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.facts import Field, Type
from pmdesk.domain.words import N_, Say
from pmdesk.exchange.grant_columns import FIELDS as GRANT_FIELDS
from pmdesk.exchange.grant_columns import HEADINGS as GRANT_HEADINGS
from pmdesk.exchange.grant_columns import grant_mapping, is_list_of_grants
from pmdesk.exchange.names import plain_words
from pmdesk.exchange.unreadable import Unreadable

# One sheet of outside bodies makes the bodies and their appointments; the first name is preferred in a tie.
FAMILIES: Mapping[str, tuple[str, ...]] = {
    "outside_body": ("outside_body", "appointment"),
    "appointment": ("appointment", "outside_body"),
}
# How many seats are filled is kept nowhere: it is read to tell a vacancy from a holder who is not named.
FILLED = Field(
    "filled", N_("Seats filled (only checked)"), Type.NUMBER, also=("seats filled", "places filled")
)

NEAR_ENOUGH = 88


class Target(NamedTuple):
    """What a column can be read as: a field of an entity."""

    entity: str
    field: Field

    @property
    def key(self) -> str:
        return f"{self.entity}.{self.field.name}"

    @property
    def label(self) -> Say:
        return Say(
            N_("{entity}: {field}"),
            {"entity": Say(ENTITIES[self.entity].label), "field": Say(self.field.label)},
        )


class Guess(NamedTuple):
    """A heading's most likely field; `near` asks a person to look."""

    target: str | None
    near: bool = False


@lru_cache
def targets(entity: str) -> Mapping[str, Target]:
    """Every field a column may be read as when rows come in as `entity`, by its key 'entity.field'."""
    found = {}
    for name in FAMILIES.get(entity, (entity,)):
        for field in ENTITIES[name].fields:
            if not (name == "appointment" and field.name == "outside_body"):
                found[f"{name}.{field.name}"] = Target(name, field)
        if name == "appointment":
            found["appointment.filled"] = Target(name, FILLED)
    return found | (_of_grants() if entity == "partnership" else {})


def _of_grants() -> dict[str, Target]:
    """What a list of grants says beside the fields of the grant itself."""
    made = [Target(entity, field) for entity, fields in GRANT_FIELDS.items() for field in fields]
    return {each.key: each for each in made}


def choices_of(entity: str) -> list[tuple[str, Say]]:
    """What a person can choose for a column: ('outside_body.name', 'Outside body: Name') and so on."""
    return [(key, target.label) for key, target in targets(entity).items()]


def main_entity(entity: str) -> str:
    """The entity a row is about: a row of appointments hangs on its outside body."""
    return "outside_body" if entity in FAMILIES else entity


@lru_cache
def known_headings(entity: str | None = None) -> frozenset[str]:
    """Headings that name a field, as `plain_words` writes them; of every entity when none is given."""
    names = (
        [entity]
        if entity
        else [name for name, each in ENTITIES.items() if name not in NOT_BROUGHT_IN and not each.sealed]
    )
    grants = GRANT_HEADINGS if "partnership" in names else ()
    return frozenset((*(words for name in names for words in _words(name)), *grants))


def guess_entity(headings: Iterable[str]) -> str | None:
    """The entity whose fields most of the headings name; None when two or half of them name none.

    A list of grants is one of partnerships, whose kind says what each is.
    """
    headings = list(headings)
    if is_list_of_grants(headings):
        return "partnership"
    words = {plain_words(heading) for heading in headings}
    scores = {name: (_score(name, words), -place) for place, name in enumerate(_GUESSED)}
    best = max(_GUESSED, key=lambda name: scores[name])
    return best if scores[best][0] >= min(len(words), 4) else None


def guess_mapping(entity: str, headings: Sequence[str]) -> dict[str, Guess]:
    """Each heading's field: by its exact words first, then by near ones, no field twice."""
    if entity == "partnership" and is_list_of_grants(headings):
        return {heading: Guess(key) for heading, key in grant_mapping(headings).items()}
    guesses = _guess(entity, headings, _in_order(entity))
    if entity in FAMILIES and not any(
        guess.target in ("appointment.person", "appointment.starts", "appointment.ends")
        for guess in guesses.values()
    ):
        # A plain list of bodies: 'Appointed by' then speaks of the body and no seat is made.
        bodies = {key: each for key, each in targets(entity).items() if each.entity == "outside_body"}
        guesses = _guess(entity, headings, bodies)
    return guesses


def _in_order(entity: str) -> Mapping[str, Target]:
    """The targets, the body's own 'Appointed by' last: beside a member it speaks of the seat.

    What only a list of grants says is guessed of no other sheet.
    """
    of_grants = _of_grants() if entity == "partnership" else {}
    known = {key: each for key, each in targets(entity).items() if key not in of_grants}
    last = "outside_body.appointing_body"
    return (
        {**{key: each for key, each in known.items() if key != last}, last: known[last]}
        if last in known
        else known
    )


def find_target(entity: str, text: str) -> str:
    """The key of the field a person named by key, name, label or other heading; else Unreadable."""
    known = targets(entity)
    if text in known:
        return text
    word = plain_words(text.rpartition(".")[2] if text.split(".")[0] in ENTITIES else text)
    for rank in (1, 0, 2):
        for key, target in known.items():
            if word in _ranked(target.field)[rank]:
                return key
    raise Unreadable(
        Say(N_("{entity} has no field ‘{field}’."), {"entity": Say(ENTITIES[entity].label), "field": text})
    )


def read_mapping(
    entity: str, headings: Sequence[str], pairs: Mapping[str, str | None]
) -> dict[str, str | None]:
    """`pairs` of what a person typed (heading: field, or None to leave it out) as {heading: key}."""
    by_words = {plain_words(heading): heading for heading in headings}
    found: dict[str, str | None] = {}
    for typed, field in pairs.items():
        heading = typed if typed in headings else by_words.get(plain_words(typed))
        if heading is None:
            raise Unreadable(
                Say(
                    N_("There is no column ‘{heading}’. The columns are: {headings}."),
                    {"heading": typed, "headings": ", ".join(headings)},
                )
            )
        found[heading] = find_target(entity, field) if field else None
    return found


# Settings are set, and laptops are trusted one by one: neither comes from a spreadsheet.
NOT_BROUGHT_IN = ("settings", "laptop")
# Forecasts, partners and returns are brought in only when a person says so.
_GUESSED = (
    "outside_body",
    "partnership",
    "person",
    "organisation",
    "milestone",
    "municipal_year",
    "progress_update",
    "annual_update",
    "report_back",
    "partner",
    "contribution",
    "partner_words",
    "risk",
    "forecast",
    "waits_for",
    "serves",
    "earlier_tolerance",
    "measure",
    "reading",
    "target",
    "plan",
    "objective",
    "alignment",
    "comparator",
    "rating_rule",
    "challenge",
    "challenge_reply",
    "tension",
    "review",
    "recommendation",
    "health_check",
    "validation",
    "validation_head",
    "practice",
    "adoption",
    "personal_target",
)


def _score(entity: str, words: set[str]) -> int:
    exact = sum(1 for word in words if word in _words(entity))
    own = plain_words(ENTITIES[entity].label)
    named = own in words or plain_words(entity) in words or _links(entity, words)
    return exact * 2 + (3 if named else 0)


def _links(entity: str, words: set[str]) -> bool:
    """Whether every record that a link without a name of its own joins is named by its heading."""
    joined = [each for each in ENTITIES[entity].fields if each.required]
    return (
        not ENTITIES[entity].titled_by
        and all(each.type is Type.REF for each in joined)
        and all(plain_words(each.label) in words for each in joined)
    )


@lru_cache
def _words(entity: str) -> frozenset[str]:
    return frozenset(
        word for target in targets(entity).values() for rank in _ranked(target.field) for word in rank
    )


@lru_cache
def _ranked(field: Field) -> tuple[frozenset[str], ...]:
    """The words for a field: its label, its name, then what other files call it."""
    return (
        frozenset((plain_words(field.label),)),
        frozenset((plain_words(field.name),)),
        frozenset(plain_words(word) for word in field.also),
    )


def _guess(entity: str, headings: Sequence[str], known: Mapping[str, Target]) -> dict[str, Guess]:
    free = dict(known)
    found: dict[str, Guess] = {}
    for rank in range(3):
        for heading in headings:
            if heading not in found and (key := _exact(plain_words(heading), free, rank)):
                found[heading] = Guess(key)
                free.pop(key)
    for heading in headings:
        if heading not in found:
            near = _near(plain_words(heading), free)
            found[heading] = Guess(near, near is not None)
            free.pop(near or "", None)
    return {heading: found[heading] for heading in headings}


def _exact(words: str, free: Mapping[str, Target], rank: int) -> str | None:
    return next((key for key, target in free.items() if words in _ranked(target.field)[rank]), None)


def _near(words: str, free: Mapping[str, Target]) -> str | None:
    from rapidfuzz import fuzz, process

    choices = {
        (key, word): word
        for key, target in free.items()
        for rank in _ranked(target.field)
        for word in rank
        if len(word) > 4
    }
    found = process.extractOne(words, choices, scorer=fuzz.token_sort_ratio, score_cutoff=NEAR_ENOUGH)
    return found[2][0] if found else None
