"""The plain verbs on any record: save what was typed, delete, end. Everything typed is checked first."""

from collections.abc import Mapping

from pmdesk.actions.reading import read_record
from pmdesk.domain.annual_update import meeting_problem
from pmdesk.domain.check import Refused, Value, check
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.facts import Entity, Field, Type
from pmdesk.domain.words import N_, Say
from pmdesk.register.store import Changes, Register

Typed = Mapping[str, object]


def save(register: Register, kind: str, typed: Typed, record: str | None = None) -> tuple[str, Changes]:
    """Add a record, or change the one named; its id and what changed. Raises Refused with every problem."""
    entity = ENTITIES[kind]
    before = _before(register, kind, record)
    values = check(entity, typed, before)
    problems = across(register, entity, {**(before or {}), **values}, before)
    if problems:
        raise Refused(problems)
    with register.change(entity.saved) as change:
        if record is None:
            record = change.add(kind, values)
        else:
            change.set(kind, record, values)
    return record, change.changes


def delete(register: Register, kind: str, record: str) -> Changes:
    """Mark a record deleted; Undo brings it back. Refused while other records stand on it."""
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
        change.delete(kind, record)
    return change.changes


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
    found = []
    for entity in ENTITIES.values():
        for field in entity.references:
            if field.refers == kind and field.required:
                count = register.count(entity.name, **{field.name: record})
                if count:
                    found.append((entity.plural, count))
    return found


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


def across(
    register: Register, entity: Entity, whole: Mapping[str, Value | object], before: Typed | None
) -> dict[str, Say]:
    """Problems that need more than one field: circles, dates the wrong way round, a first date changed."""
    problems: dict[str, Say] = {}
    for field in entity.references:
        target = whole.get(field.name)
        if target and not register.get(field.refers, str(target)):
            problems[field.name] = Say(N_("There is no such record."))
    starts, ends = whole.get("starts"), whole.get("ends")
    if entity.has("starts") and starts and ends and str(ends) < str(starts)[: len(str(ends))]:
        problems["ends"] = Say(N_("The end is before the beginning."))
    held, attended = whole.get("meetings_held"), whole.get("meetings_attended")
    if entity.name == "annual_update" and (found := meeting_problem(held, attended)):
        problems["meetings_attended"] = found
    if (
        entity.name == "milestone"
        and before
        and before.get("first_due") not in (None, whole.get("first_due"))
    ):
        problems["first_due"] = Say(N_("The first date never changes. Re-date the milestone instead."))
    if entity.name == "partnership" and _circle(register, whole, before):
        problems["parent"] = Say(N_("A partnership cannot report to itself, nor to one that reports to it."))
    return problems


def _circle(register: Register, whole: Mapping[str, object], before: Typed | None) -> bool:
    here, seen = str((before or {}).get("id") or ""), set[str]()
    parent = whole.get("parent")
    while parent and parent not in seen:
        if parent == here:
            return True
        seen.add(str(parent))
        parent = (register.get("partnership", str(parent)) or {}).get("parent")
    return False


def _before(register: Register, kind: str, record: str | None) -> Typed | None:
    return read_record(register, kind, record) if record is not None else None


def _plain(text: str) -> str:
    return " ".join(text.replace("_", " ").casefold().split()).rstrip("?")
