"""Progress and annual updates: drafted, submitted, then signed off, accepted or returned with a reason."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pmdesk.actions.across import across
from pmdesk.actions.reading import read_record
from pmdesk.actions.records import Typed
from pmdesk.domain import annual_update, progress_update
from pmdesk.domain.check import Refused, check
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.words import N_, Say
from pmdesk.register.lists import Row
from pmdesk.register.store import Changes, Register

READY = {"annual_update": annual_update.ready_to_submit, "progress_update": progress_update.ready_to_submit}
NEXT = {"annual_update": annual_update.NEXT_STATUSES, "progress_update": progress_update.NEXT_STATUSES}
_LABELS = {
    ("annual_update", "submitted"): N_("Submitted annual update"),
    ("annual_update", "accepted"): N_("Accepted annual update"),
    ("annual_update", "returned"): N_("Returned annual update"),
    ("annual_update", "published"): N_("Published annual update"),
    ("progress_update", "submitted"): N_("Submitted progress update"),
    ("progress_update", "signed_off"): N_("Signed off progress update"),
    ("progress_update", "returned"): N_("Returned progress update"),
}
_MANY = {
    "accepted": N_("Accepted annual updates"),
    "returned": N_("Returned annual updates"),
    "published": N_("Published annual updates"),
}
_DATED = {
    "submitted": "submitted_on",
    "accepted": "accepted_on",
    "published": "published_on",
    "signed_off": "signed_off_on",
}
FIXED = ("signed_off", "replaced", "accepted", "published")
_FIXED = {
    "annual_update": N_("This update has been agreed and is fixed. Return it first if it must change."),
    "progress_update": N_("This update has been signed off and is fixed. Correct it by a new version of it."),
}

_WHY_RETURNED = N_("Say why it is returned, so that it can be put right.")


def save_update(
    register: Register, kind: str, typed: Typed, record: str | None, today: str, *, submit: bool = False
) -> tuple[str, Changes]:
    """Save a progress or annual update as typed; with `submit` it goes on to whoever must agree to it.

    Raises Refused with every problem. An update signed off or accepted is fixed and refuses changes.
    """
    entity = ENTITIES[kind]
    before = read_record(register, kind, record) if record else None
    if before and before.get("status") in FIXED:
        raise Refused(Say(_FIXED[kind]))
    values = check(entity, typed, before)
    whole: dict[str, object] = {**(before or {}), **values}
    problems = across(register, entity, whole, before) | _twice(register, kind, whole, record)
    if submit:
        problems |= READY[kind](whole)
    if problems:
        raise Refused(problems)
    if submit:
        values |= {"status": "submitted", "submitted_on": today}
    elif before is None and not values.get("status"):
        values["status"] = "draft"
    label = _LABELS[kind, "submitted"] if submit else entity.saved
    with register.change(label) as change:
        if record is None:
            record = change.add(kind, _drafted_by(register, kind, values))
        else:
            change.set(kind, record, values)
    return record, change.changes


class Moved(NamedTuple):
    """What became of many: the one save, the ids that went on, and for each of the others (id, why not)."""

    changes: Changes
    done: tuple[str, ...]
    left: tuple[tuple[str, Say], ...]


def move_on(
    register: Register, kind: str, record: str, status: str, today: str, because: str = ""
) -> Changes:
    """Submit, sign off, accept, return (with a reason) or publish; Refused when it is not its turn."""
    row, values = _step(register, kind, record, status, today, because)
    with register.change(_LABELS[kind, status]) as change:
        change.set(kind, record, values)
        if status == "signed_off" and row.get("corrects"):
            change.set(kind, str(row["corrects"]), {"status": "replaced"})
    return change.changes


def move_all(register: Register, updates: Sequence[str], status: str, today: str, because: str = "") -> Moved:
    """Accept, return or publish many annual updates as one save with one Undo.

    Those whose turn it is not stay as they are and are told with the reason; where it is the turn of none,
    nothing is written. Refused for a return without a reason.
    """
    if status == "returned" and not because.strip():
        raise Refused({"returned_because": Say(_WHY_RETURNED)})
    fit: dict[str, dict[str, str | bool | int | None]] = {}
    left: list[tuple[str, Say]] = []
    for update in dict.fromkeys(updates):
        try:
            fit[update] = _step(register, "annual_update", update, status, today, because)[1]
        except Refused as refused:
            left.append((update, next(iter(refused.problems.values()))))
    label = _LABELS["annual_update", status] if len(fit) < 2 else _MANY[status]
    with register.change(label) as change:
        for update, values in fit.items():
            change.set("annual_update", update, values)
    return Moved(change.changes, tuple(fit), tuple(left))


def _step(
    register: Register, kind: str, record: str, status: str, today: str, because: str
) -> tuple[Row, dict[str, str | bool | int | None]]:
    """An update as it stands and what a step makes of it; Refused when it is not its turn."""
    row = read_record(register, kind, record)
    now = str(row.get("status") or "draft")
    if status != "submitted" and register.local("member"):
        raise Refused(Say(N_("This is a member’s own file. What becomes of an update is for the council.")))
    if status not in NEXT[kind].get(now, ()):
        labels = dict(ENTITIES[kind].field("status").choices)
        if now == status:
            raise Refused(Say(N_("This update is ‘{now}’ already."), {"now": Say(labels[now])}))
        raise Refused(
            Say(
                N_("An update that is ‘{now}’ cannot become ‘{then}’."),
                {"now": Say(labels.get(now, now)), "then": Say(labels.get(status, status))},
            )
        )
    values: dict[str, str | bool | int | None] = {"status": status}
    if status == "submitted" and (problems := READY[kind](row)):
        raise Refused(problems)
    if status == "returned":
        if not because.strip():
            raise Refused({"returned_because": Say(_WHY_RETURNED)})
        values["returned_because"] = because.strip()
    if status in _DATED:
        values[_DATED[status]] = today
    if status == "signed_off":
        values["signed_off_by"] = register.me()
    return row, values


def correct(register: Register, record: str) -> tuple[str, Changes | None]:
    """A new version of a progress update that was signed off, to be drafted and signed off like any other.

    (its id, what changed); the one begun already, with None, where there is one. What was signed off stays as
    it is, and counts until the correction is signed off. Refused for one that is still being written.
    """
    row = read_record(register, "progress_update", record)
    if row.get("status") != "signed_off":
        raise Refused(
            Say(N_("Only an update that was signed off is corrected. This one can still be changed."))
        )
    begun = register.all("progress_update", corrects=record)
    if begun:
        return str(begun[0]["id"]), None
    copied = ("partnership", "period", *progress_update.ANSWERS, "self_rating")
    values = {name: row[name] for name in copied} | {"corrects": record, "status": "draft"}
    with register.change(N_("Began a correction")) as change:
        made = change.add("progress_update", _drafted_by(register, "progress_update", _plain(values)))
    return made, change.changes


def _twice(register: Register, kind: str, whole: Mapping[str, object], record: str | None) -> dict[str, Say]:
    """One update for each seat and year, or partnership and period."""
    first, second = (
        ("appointment", "municipal_year") if kind == "annual_update" else ("partnership", "period")
    )
    if not whole.get(first) or not whole.get(second):
        return {}
    others = [
        row
        for row in register.all(kind, **{first: whole[first], second: whole[second]})
        if row["id"] != record and not _is_version(row, whole, record)
    ]
    return {second: Say(N_("There is already one for this period. Open it instead."))} if others else {}


def _is_version(row: Mapping[str, object], whole: Mapping[str, object], record: str | None) -> bool:
    """Whether two updates of one period are one and its correction."""
    return (
        row.get("status") == "replaced"
        or row["id"] == whole.get("corrects")
        or (record is not None and row.get("corrects") == record)
    )


def _plain(values: Mapping[str, object]) -> dict[str, str | int | bool | None]:
    return {
        name: value for name, value in values.items() if value is None or isinstance(value, str | int | bool)
    }


def _drafted_by(
    register: Register, kind: str, values: dict[str, str | int | bool | None]
) -> dict[str, str | int | bool | None]:
    me = register.me()
    if kind == "progress_update" and me and not values.get("drafted_by"):
        return {**values, "drafted_by": me}
    return values
