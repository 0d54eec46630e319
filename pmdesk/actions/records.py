"""The plain verbs on any record: save what was typed, delete, end. Everything typed is checked first."""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from pmdesk.actions.across import RATED_BY_IT, across, has_rated
from pmdesk.actions.reading import read_record
from pmdesk.actions.tolerances import setting
from pmdesk.domain.appointing import drop_problem
from pmdesk.domain.check import Refused, Value, check
from pmdesk.domain.dates import NotRead
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.facts import Entity, Field, Type
from pmdesk.domain.periods import read_period
from pmdesk.domain.words import N_, Say
from pmdesk.register.seen import newest
from pmdesk.register.store import Changes, Register

Typed = Mapping[str, object]


def save(
    register: Register, kind: str, typed: Typed, record: str | None = None, *, seen: int | None = None
) -> tuple[str, Changes]:
    """Add a record, or change the one named; its id and what changed. Raises Refused with every problem.

    `seen` is what `seen_now` said when the person had the record before them: a value that came from
    elsewhere since is not replaced, but stands beside what was typed.
    """
    entity, values = unsealed(kind), checked(register, kind, typed, record)
    with in_view(register, seen), register.change(entity.saved) as change:
        if record is None:
            record = change.add(kind, values)
        else:
            setting(register, change)(kind, record, values)
    return record, change.changes


def seen_now(register: Register) -> int:
    """How far a person who opens a form now sees the register."""
    return newest(register.db)


@contextmanager
def in_view(register: Register, seen: int | None) -> Iterator[None]:
    """Within it every save replaces only what its author had in view when `seen_now` said `seen`.

    What came from elsewhere since stands beside what is saved, for a person to settle, and a field that was
    left as it was keeps what came. None: as it is outside, where everything here counts as seen.
    """
    before = register.seen
    register.seen = before if seen is None else seen
    try:
        yield
    finally:
        register.seen = before


def checked(register: Register, kind: str, typed: Typed, record: str | None = None) -> dict[str, Value]:
    """The values that a save of what was typed would write; raises Refused with every problem."""
    entity = unsealed(kind)
    if record is not None and kind in FIXED:
        raise Refused(Say(FIXED[kind]))
    before = _before(register, kind, record)
    known = _period_read(register, kind, typed, before)
    rest = {name: value for name, value in typed.items() if name not in known}
    values = {**check(entity, rest, {**(before or {}), **known}), **known}
    problems = across(register, entity, {**(before or {}), **values}, before)
    if problems:
        raise Refused(problems)
    return values


def delete(register: Register, kind: str, record: str) -> Changes:
    """Mark a record deleted, and what is nothing without it; Undo brings all back.

    Refused while other records stand on it, for a rule by which readings were rated, and for what is FIXED.
    """
    row = register.get(unsealed(kind).name, record) or {}
    if kind in FIXED:
        raise Refused(Say(FIXED[kind]))
    if kind == "laptop":
        raise Refused(
            Say(N_("A laptop stays in the list, so that all can see who saved what. Stop it instead."))
        )
    if kind == "rating_rule" and has_rated(register, row):
        raise Refused(Say(RATED_BY_IT))
    if kind == "outside_body" and (required := drop_problem(row)):
        raise Refused(required)
    hangers = hanging_on(register, kind, record)
    if hangers:
        said = ", ".join(f"{n} × {label}" for label, n in hangers)
        raise Refused(
            Say(
                N_("Other records hang on this one ({what}). End it instead, or delete those first."),
                {"what": said},
            )
        )
    with register.change(ENTITIES[kind].removed) as change:
        for part in _PARTS.get(kind, ()):
            for id in _parts(register, part, kind, record):
                change.delete(part, id)
        change.delete(kind, record)
    return change.changes


def unsealed(kind: str) -> Entity:
    """The facts of a kind; Refused for one whose records were given alone and are for nobody to read."""
    if ENTITIES[kind].sealed:
        raise Refused(Say(SEALED))
    return ENTITIES[kind]


SEALED = N_("These answers were given alone: nobody lists, shows, changes or takes them out.")
# What nobody changes or deletes once it is saved (one's own save of just now can still be undone): why.
FIXED: Mapping[str, str] = {
    "partner_words": N_(
        "These are the partner’s own words: the council does not change them. Add what it says now."
    ),
    "challenge_reply": N_(
        "These are the partner’s own words: nobody else changes them. Add what it says now."
    ),
}
# What a record takes with it when it is deleted: nobody looks for a reading without its measure.
_PARTS: Mapping[str, tuple[str, ...]] = {
    "measure": ("earlier_tolerance", "target", "reading", "comparator", "serves"),
    "milestone": ("forecast", "waits_for"),
    "validation": ("validation_head",),
    "health_check": ("health_answer", "health_box"),
}
# References that may be empty, and yet hang on what they name.
_HANGING = {
    ("objective", "parent"),
    ("measure", "objective"),
    ("report_back", "appointment"),
    ("report_back", "partner"),
}


def _parts(register: Register, part: str, kind: str, record: str) -> list[str]:
    """The ids of the parts that name a record, in whichever of their fields."""
    names = [field.name for field in ENTITIES[part].references if field.refers == kind]
    return list(
        dict.fromkeys(str(row["id"]) for name in names for row in register.all(part, **{name: record}))
    )


def end(register: Register, kind: str, record: str, on: str, because: str = "") -> Changes:
    """End an appointment, partnership or outside body on a typed day; it stays in the register, quiet."""
    entity = ENTITIES[kind]
    typed: dict[str, object] = {"ends": on} if entity.has("ends") else {}
    if entity.has("status"):
        typed["status"] = "ended"
    if because and entity.has("ended_because"):
        typed["ended_because"] = because
    return save(register, kind, typed, record)[1]


def hanging_on(register: Register, kind: str, record: str) -> list[tuple[str, int]]:
    """What cannot stand without this record: (label of the kind, how many)."""
    found: Counter[str] = Counter()
    for entity in ENTITIES.values():
        for field in entity.references:
            hangs = field.required or (entity.name, field.name) in _HANGING
            if field.refers == kind and hangs and entity.name not in _PARTS.get(kind, ()):
                found[entity.plural] += register.count(entity.name, **{field.name: record})
    return [(label, count) for label, count in found.items() if count]


def named(register: Register, kind: str, text: str) -> str:
    """The id of the one record of a kind called `text` (id or name); Refused when none or several are."""
    found = register.find(kind, text)
    if not found and not ENTITIES[kind].titled_by:
        row = register.get(kind, text)
        found = [row] if row and not row["deleted"] else []
    label = Say(ENTITIES[kind].label)
    if not found:
        raise Refused(Say(N_("There is no {kind} called ‘{name}’."), {"kind": label, "name": text[:80]}))
    if len(found) > 1:
        raise Refused(
            Say(
                N_("{n} records of the kind {kind} are called ‘{name}’. Give the id instead."),
                {"n": len(found), "kind": label, "name": text[:80]},
            )
        )
    return str(found[0]["id"])


def field_called(entity: Entity, text: str) -> Field:
    """The field meant by a name, a label or another heading of it, in any case; Refused when none is."""
    wanted = _plain(text)
    # A field's own name wins over another's label, and a label over what other registers call it.
    for called in (lambda f: (f.name,), lambda f: (f.label,), lambda f: f.also):
        for field in entity.fields:
            if wanted in {_plain(each) for each in called(field)}:
                return field
    raise Refused(
        Say(N_("{kind} has no field called ‘{name}’."), {"kind": Say(entity.label), "name": text[:80]})
    )


def by_name(register: Register, entity: Entity, typed: Mapping[str, str]) -> dict[str, object]:
    """What was typed with labels for fields and names for references, as `save` takes it."""
    values: dict[str, object] = {}
    for name, text in typed.items():
        field = field_called(entity, name)
        values[field.name] = (
            named(register, field.refers, text) if field.type is Type.REF and text.strip() else text
        )
    return values


def _period_read(register: Register, kind: str, typed: Typed, before: Typed | None) -> dict[str, Value]:
    """'2009-10' is a year or a month: how often the measure is taken says which (rule 1)."""
    text = typed.get("period")
    if kind not in ("reading", "target") or not isinstance(text, str) or not text.strip():
        return {}
    measure = register.get("measure", str(typed.get("measure") or (before or {}).get("measure") or ""))
    try:
        return {"period": read_period(text, str((measure or {}).get("frequency") or ""))}
    except NotRead as problem:
        raise Refused({"period": problem.sentence}) from problem


def _before(register: Register, kind: str, record: str | None) -> Typed | None:
    return read_record(register, kind, record) if record is not None else None


def _plain(text: str) -> str:
    return " ".join(text.replace("_", " ").casefold().split()).rstrip("?")
