"""Whose saves count on a laptop of the sweep with roles on: the rule written anew, from the acts alone.

Nobody takes over with the recovery key here, so one laptop decides: the founder, who made the first save.
What others write in the fields that grant, or switch roles, counts for nothing while roles are on, and
replaces nothing. A laptop may do what stands in its record by the founder's saves that came here, of several
grants unseen by each other what allows least. A stopped one counts up to the save that the stopping named; a
member's saves count nowhere, since nobody in the sweep has a seat, but where they say what that laptop is
called. A value that did not come with its save says nothing.
"""

import json
from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING, NamedTuple

from pmdesk.domain.laptop import laptop_id

if TYPE_CHECKING:
    from tests.faults.laptops_oracle import Name, Save, Written

_DECIDED = {
    *(("laptop", name) for name in ("role", "person", "counts_to", "deleted")),
    *(("settings", name) for name in ("roles_on", "recovery_key")),
}
_STRICTEST = ("stopped", "member", "officer")


class Counting(NamedTuple):
    """Which saves count, and of those which values: what decides counts of the founder alone."""

    save: Callable[["Save"], bool]
    value: Callable[["Save", "Written"], bool]
    decided_alone: bool


class _Grant(NamedTuple):
    role: str
    person: object
    upto: str


def counting(saves: Collection["Save"], founder: str, absent: Collection["Name"]) -> Counting:
    """What counts where these saves came, without the values named in `absent`."""
    ours = [save for save in saves if save.device == founder]
    gone = {name for save in ours for name in save.gone}
    decided = [
        (save, each) for save in ours for each in save.written if is_decided(each) and each.name not in gone
    ]
    if not any(each.spot[1] == "roles_on" and _said(each, absent) is True for _save, each in decided):
        return Counting(lambda save: True, lambda save, each: True, False)
    may = {
        device: _granted(device, decided, absent) for device in {save.device for save in saves} - {founder}
    }
    return Counting(
        lambda save: save.device == founder or _counts(save, may[save.device]),
        lambda save, each: save.device == founder or not is_decided(each),
        True,
    )


def is_decided(each: "Written") -> bool:
    """Whether only the founder writes it, with roles on."""
    return (each.kind, each.spot[1]) in _DECIDED


def _granted(
    device: str, decided: Iterable[tuple["Save", "Written"]], absent: Collection["Name"]
) -> _Grant | None:
    spot = record_of(device), "role"
    said = [(save, _said(each, absent)) for save, each in decided if each.spot == spot]
    if not said:
        return None
    save, role = min(said, key=lambda one: (_allows(one[1]), -one[0].at, one[0].hash))
    beside = {each.spot[1]: _said(each, absent) for each in save.written if each.spot[0] == spot[0]}
    return _Grant(str(role), beside.get("person"), str(beside.get("counts_to") or "")) if role else None


def _counts(save: "Save", grant: _Grant | None) -> bool:
    if grant is None:
        return False
    role = grant.role
    if role == "stopped":
        if not grant.upto:
            return False
        role, seq, _hash = grant.upto.split(" ")
        if save.seq > int(seq):
            return False
    return role == "officer" or (bool(grant.person) and not save.erased and _names_itself(save))


def _names_itself(save: "Save") -> bool:
    return all(each.spot[0] == record_of(save.device) and not is_decided(each) for each in save.written)


def record_of(device: str) -> str:
    """The record of a laptop, by the key with which it signs."""
    import base64

    return laptop_id(base64.urlsafe_b64decode(device + "="))


def _allows(role: object) -> int:
    return _STRICTEST.index(role) if isinstance(role, str) and role in _STRICTEST else -1


def _said(each: "Written", absent: Collection["Name"]) -> object:
    return None if each.text is None or each.name in absent else json.loads(each.text)
