"""Reading what two laptops left to settle: every side with its author, and what that author had seen."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from pmdesk.actions.finding import title_of
from pmdesk.actions.laptops import name_of_laptop
from pmdesk.actions.listing import Plain, moment, plain_value
from pmdesk.domain.apart import APART, IS_NOT
from pmdesk.domain.check import say_value
from pmdesk.domain.dates import say_short
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.facts import Field, Type
from pmdesk.domain.words import N_, Words
from pmdesk.figures.conflicts import CIRCLE, DELETED, SAME, TWICE, VALUES, Choice, Conflict
from pmdesk.register.faults import storage
from pmdesk.register.rivals import Written
from pmdesk.register.store import Register
from pmdesk.register.unsettled import Unsettled, hanging

# What moves an update on is a step of its own (actions/updates.py): one side is taken, nothing else is typed.
STEPS: Mapping[str, tuple[str, ...]] = {
    "annual_update": (
        *("status", "returned_because", "submitted_on", "accepted_on", "published_on", "declared_on"),
        *("appointment", "municipal_year"),
    ),
    "progress_update": (
        *("status", "returned_because", "submitted_on", "signed_off_on", "signed_off_by", "corrects"),
        *("partnership", "period"),
    ),
    "challenge_reply": ("challenge", "said_on", "said_by", "text", "view"),
    "partner_words": tuple(field.name for field in ENTITIES["partner_words"].fields),
}


def conflicts(register: Register, words: Words, record: str = "", most: int | None = None) -> list[Conflict]:
    """Everything to settle, or what a record (its id) has to settle, by title; the first `most` only."""
    found = [each for each in register.unsettled() if not record or record in each.records]
    made = [_conflict(register, each, words) for each in found[:most]]
    return sorted(made, key=lambda each: (each.title, each.label, each.id))


def conflict_called(register: Register, id: str, words: Words) -> Conflict | None:
    """The one of this id as it stands now; None when it is settled."""
    found = next((each for each in register.unsettled() if id_of(each) == id), None)
    return _conflict(register, found, words) if found else None


def pair_of(register: Register, kind: str, records: tuple[str, str], words: Words) -> Conflict:
    """Two records that are called the same, each by what it says otherwise than the other."""
    made = _conflict(register, Unsettled(SAME, kind, records[0], "", records[1:]), words)
    return replace(made, id=":".join(records))


def how_many(register: Register) -> int:
    return len(register.unsettled())


def unsettled_in(register: Register, kind: str, record: str) -> tuple[str, ...]:
    """The ids of what is to be settled of a record and of what hangs on it (a milestone’s forecasts)."""
    found = register.unsettled()
    with storage():
        parts = hanging(register.db, {each.kind for each in found}, kind, record)
    return tuple(id_of(each) for each in found if not {record, *parts}.isdisjoint(each.records))


def id_of(each: Unsettled) -> str:
    """How a thing to settle is named, by window and command: the record's id, and its field or sort."""
    return f"{each.record}:{each.field or each.sort}"


def plain_conflicts(register: Register, words: Words) -> list[Plain]:
    """The same for other programs."""
    return [
        {
            "id": each.id,
            "sort": each.sort,
            "kind": each.kind,
            "record_id": each.record,
            "title": each.title,
            "field": each.field or None,
            "choices": [
                {
                    "take": choice.n,
                    "value": choice.plain,
                    "said": choice.said,
                    "by": choice.who or None,
                    "by_id": choice.by or None,
                    "laptop": choice.laptop or None,
                    "at": choice.at or None,
                    "had_seen": choice.seen or None,
                }
                for choice in each.choices
            ],
        }
        for each in conflicts(register, words)
    ]


def _conflict(register: Register, each: Unsettled, words: Words) -> Conflict:
    entity = ENTITIES[each.kind]
    choices = _CHOICES[each.sort](register, each, words)
    label = words(entity.field(each.field).label) if entity.has(each.field) else words(entity.label)
    heads = tuple(register.heads_of(each.record, each.field)) if each.sort in (VALUES, DELETED) else ()
    return Conflict(
        id=id_of(each),
        sort=each.sort,
        kind=each.kind,
        record=each.record,
        title=title_of(register, each.kind, each.record) or words(entity.label),
        field=each.field,
        label=label,
        choices=tuple(choices),
        written=each.sort == VALUES and each.field not in STEPS.get(each.kind, ()),
        seen=heads,
    )


def _values(register: Register, each: Unsettled, words: Words) -> list[Choice]:
    field = ENTITIES[each.kind].field(each.field)
    return [
        _choice(
            register,
            n,
            written,
            words,
            _said(register, field, written, words),
            _seen(register, field, written, words),
            words("Take this"),
            _plain(register, field, written.value),
        )
        for n, written in enumerate(register.rival_values(each.record, each.field), 1)
    ]


def _deleted(register: Register, each: Unsettled, words: Words) -> list[Choice]:
    """Whoever deleted it, and whoever wrote in it meanwhile or brought it back."""
    said = register.rival_values(each.record, "deleted")
    gone = [written for written in said if written.value is True]
    kept = [written for written in said if written.value is not True] or register.unseen_edits(each.record)
    names = dict.fromkeys(words(_field_label(each.kind, written.field)) for written in kept)
    wrote = words("Kept, with what was written: {fields}", fields=", ".join(names))
    brought = words("Kept")
    return [
        _choice(register, 1, gone[0], words, words("Deleted"), "", words("Delete it"), "deleted"),
        _choice(
            register,
            2,
            kept[-1],
            words,
            brought if kept[-1].field == "deleted" else wrote,
            "",
            words("Keep it"),
            "kept",
        ),
    ]


def _field_label(kind: str, name: str) -> str:
    if name == APART:
        return IS_NOT
    return ENTITIES[kind].field(name).label if ENTITIES[kind].has(name) else name


def _twice(register: Register, each: Unsettled, words: Words) -> list[Choice]:
    """Each record by what it says otherwise than the others."""
    rows = [register.get(each.kind, id) or {} for id in each.records]
    fields = [
        field for field in ENTITIES[each.kind].fields if len({str(row.get(field.name)) for row in rows}) > 1
    ]
    made = []
    for n, row in enumerate(rows, 1):
        told = [(field, _say(register, field, row.get(field.name), words)) for field in fields]
        lines = [f"{words(field.label)}: {said or words('Nothing')}" for field, said in told]
        at = row.get("made_at")
        made.append(
            Choice(
                n,
                "\n".join(lines) or words("It says the same."),
                register.title(str(row.get("made_by") or "")) or words("Not known"),
                "",
                _when(at, words) if isinstance(at, int) else "",
                "",
                words("Keep this one"),
                row.get("id"),
                str(row.get("made_by") or ""),
                moment(at) or "",
            )
        )
    return made


def _circle(register: Register, each: Unsettled, words: Words) -> list[Choice]:
    """Each link of the circle; a person takes one out."""
    made = []
    for n, id in enumerate(each.records, 1):
        row = register.get(each.kind, id) or {}
        lower = str(row.get("milestone_name") or title_of(register, each.kind, id))
        upper = str(row.get(f"{each.field}_name") or "")
        changed = row.get("changed_at")
        made.append(
            Choice(
                n,
                words(_LINKS[each.kind], lower=lower, upper=upper),
                register.title(str(row.get("changed_by") or "")) or words("Not known"),
                "",
                _when(changed, words) if isinstance(changed, int) else "",
                "",
                words("Take it out"),
                id,
                str(row.get("changed_by") or ""),
                moment(changed) or "",
            )
        )
    return made


_LINKS = {
    "partnership": N_("{lower} reports to {upper}"),
    "objective": N_("{lower} is part of {upper}"),
    "waits_for": N_("{lower} waits for {upper}"),
}
_CHOICES = {VALUES: _values, DELETED: _deleted, TWICE: _twice, CIRCLE: _circle, SAME: _twice}


def _choice(
    register: Register,
    n: int,
    written: Written,
    words: Words,
    said: str,
    seen: str,
    take: str,
    plain: object,
) -> Choice:
    return Choice(
        n,
        said,
        written.by_name or words("Not known"),
        name_of_laptop(register, written.device, words),
        _when(written.at, words),
        seen,
        take,
        plain,
        written.by,
        moment(written.at) or "",
    )


def _said(register: Register, field: Field, written: Written, words: Words) -> str:
    if written.erased:
        return words("Erased")
    return _say(register, field, written.value, words) or words("Nothing")


def _seen(register: Register, field: Field, written: Written, words: Words) -> str:
    """What its author replaced, as it stood then."""
    before = [_say(register, field, value, words) for value in written.before]
    told: Sequence[str] = [f"‘{each}’" for each in before if each]
    return words("It replaced {what}", what=", ".join(told)) if told else words("The field was empty before.")


def _say(register: Register, field: Field, value: object, words: Words) -> str:
    if field.type is Type.REF:
        return (
            (title_of(register, field.refers, str(value)) or words(ENTITIES[field.refers].label))
            if value
            else ""
        )
    return say_value(field, value, words)


def _plain(register: Register, field: Field, value: object) -> object:
    if field.type is Type.REF:
        return title_of(register, field.refers, str(value)) if value else None
    return plain_value(field, value)


def _when(at: int, words: Words) -> str:
    day = datetime.fromtimestamp(at / 1000)
    return f"{say_short(day.date().isoformat(), words)} {day:%Y, %H:%M}"
