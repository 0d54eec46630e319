"""Settling what two laptops left: one save that names both sides; Undo brings the question back."""

from collections.abc import Mapping

from pmdesk.actions.across import across
from pmdesk.actions.conflicts import STEPS, conflict_called
from pmdesk.actions.records import FIXED, checked
from pmdesk.actions.tolerances import setting
from pmdesk.actions.updates import FIXED as FIXED_STATUSES
from pmdesk.domain.check import Refused
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.words import N_, Say, Words
from pmdesk.figures.conflicts import CIRCLE, DELETED, TWICE, VALUES, Conflict
from pmdesk.register.change import Change
from pmdesk.register.entries import Scalar
from pmdesk.register.store import Changes, Register

SETTLED: Mapping[str, str] = {
    VALUES: N_("Settled two values"),
    DELETED: N_("Settled a deletion"),
    TWICE: N_("Settled what was there twice"),
    CIRCLE: N_("Settled a circle"),
}
GONE = N_("This is settled already. Nothing was changed.")


def settle(
    register: Register,
    id: str,
    *,
    take: int | None = None,
    value: object = None,
    seen: Conflict | None = None,
) -> Changes:
    """Settle what `conflicts` calls `id`: take a side by its number, or write another value.

    `seen` is what the person had before them. Refused in words when it is settled meanwhile, or another value
    came, when there is no such side, or when the record would break a rule of its form.
    """
    now = conflict_called(register, id, Words())
    if now is None:
        raise Refused(Say(GONE))
    if seen is not None and (seen.seen, len(seen.choices)) != (now.seen, len(now.choices)):
        raise Refused(Say(N_("Somebody wrote here meanwhile. Look at it again. Nothing was changed.")))
    if take is None:
        values = _written(register, now, value)
    elif not 1 <= take <= len(now.choices):
        raise Refused(
            Say(N_("There is no side {n} here: take 1 to {most}."), {"n": take, "most": len(now.choices)})
        )
    else:
        values = _taken(register, now, take) if now.sort == VALUES else {}
    with register.change(SETTLED[now.sort]) as change:
        change.seen = None  # all sides are named, whenever they came: that they were in view is asked above
        if now.sort == VALUES:
            setting(register, change)(now.kind, now.record, values)
        else:
            _DONE[now.sort](register, change, now, int(take or 0))
    return change.changes


def _written(register: Register, now: Conflict, value: object) -> dict[str, Scalar]:
    """What was typed instead, checked like the form."""
    if now.sort != VALUES:
        raise Refused(Say(N_("Here one side is taken: no other value can be written.")))
    row = register.get(now.kind, now.record) or {}
    is_fixed = now.kind in STEPS and row.get("status") in FIXED_STATUSES
    if now.kind in FIXED:
        raise Refused(Say(FIXED[now.kind]))
    if not now.written or is_fixed:
        raise Refused(Say(N_("Only one of the sides can stand here. Take one of them.")))
    return dict(checked(register, now.kind, {now.field: value}, now.record))


def _taken(register: Register, now: Conflict, take: int) -> dict[str, Scalar]:
    """A side as it was written; refused where the record would then break a rule it keeps now."""
    said = register.rival_values(now.record, now.field)[take - 1]
    row = register.get(now.kind, now.record) or {}
    whole, entity = {**row, now.field: said.value}, ENTITIES[now.kind]
    stands = across(register, entity, row, row)
    problems = {
        name: said for name, said in across(register, entity, whole, whole).items() if name not in stands
    }
    if problems:
        raise Refused(problems)
    return {now.field: said.value}


def _deletion(register: Register, change: Change, now: Conflict, take: int) -> None:
    (change.delete if take == 1 else change.restore)(now.kind, now.record)


def _double(register: Register, change: Change, now: Conflict, take: int) -> None:
    """All but the one that stays are deleted; Undo brings them back."""
    for choice in now.choices:
        if choice.n != take:
            change.delete(now.kind, str(choice.plain))


def _link(register: Register, change: Change, now: Conflict, take: int) -> None:
    """The link is taken out: a record of its own is deleted, a reference is emptied."""
    record = str(now.choices[take - 1].plain)
    if now.kind == "waits_for":
        change.delete(now.kind, record)
    else:
        change.set(now.kind, record, {now.field: None})


_DONE = {DELETED: _deletion, TWICE: _double, CIRCLE: _link}
