"""Two records are one: what names the one that goes names the other, which takes what it lacks; one save.

Two laptops that bring in the same sheet make each record twice. Nothing is lost by making them one: the one
that goes is marked deleted, its own history stays, and Undo parts them again.
"""

from collections.abc import Mapping
from typing import NamedTuple

from pmdesk.actions.across import across
from pmdesk.actions.records import FIXED, unsealed
from pmdesk.actions.titles import title
from pmdesk.actions.tolerances import setting
from pmdesk.domain.check import Refused
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.facts import Entity
from pmdesk.domain.words import N_, Say
from pmdesk.register.change import Change
from pmdesk.register.entries import Scalar
from pmdesk.register.faults import storage
from pmdesk.register.store import Changes, Register
from pmdesk.register.unsettled import ONCE

MADE_ONE = N_("Made two records one")
# What is a record only once in a register, or is what it is by a key.
_NEVER = ("settings", "laptop")
# What only ties records together; and of what two with the same name are likely the same.
LINKS = ("partner", "serves", "alignment", "waits_for", "comparator")
LISTED = ("organisation", "person", "municipal_year", "partnership", "outside_body", "plan", "measure")

Row = Mapping[str, object]


class Twins(NamedTuple):
    """Records of a kind that are called the same, the oldest first."""

    kind: str
    title: str
    records: tuple[str, ...]


def same(register: Register, kind: str, stays: str, goes: str) -> Changes:
    """Make two records of a kind one: `stays` keeps its values and takes those it lacks; `goes` is deleted.

    Refused where one is not there, where both have a reading or the like for the same period that differ, and
    where the one that stays would break a rule.
    """
    entity = unsealed(kind)
    if not may_be_one(kind):
        raise Refused(Say(N_("Records of this kind are never made one.")))
    kept, gone = _row(register, kind, stays), _row(register, kind, goes)
    if stays == goes:
        raise Refused(Say(N_("These are the same record already.")))
    filled = _filled(entity, kept, gone)
    whole = {**kept, **filled}
    stands = across(register, entity, kept, kept)
    problems = {
        name: said for name, said in across(register, entity, whole, kept).items() if name not in stands
    }
    if problems:
        raise Refused(problems)
    with register.change(MADE_ONE) as change:
        for other in ENTITIES.values():
            for name in _named_in(other, kind):
                for row in register.all(other.name, **{name: goes}):
                    if str(row["id"]) not in (stays, goes):
                        _follow(register, change, other, row, name, stays)
        if filled:
            setting(register, change)(kind, stays, filled)
        change.delete(kind, goes)
    if register.me() == goes:
        register.set_me(stays)
    return change.changes


def may_be_one(kind: str) -> bool:
    """Whether two records of a kind can be said to be one."""
    return kind not in _NEVER and kind not in FIXED and not ENTITIES[kind].sealed


def twins(register: Register, kind: str = "", record: str = "") -> list[Twins]:
    """Records that are called exactly the same (but for case and accents): all, or those of one record."""
    kinds = (kind,) if kind else LISTED
    marks = ", ".join("?" * len(kinds))
    with storage():
        # Which stand twice an index says; only those are read.
        rows = register.db.execute(
            "SELECT r.kind, r.sort, min(r.title), group_concat(r.id) FROM (SELECT kind, sort FROM record"
            f" WHERE deleted = 0 AND sort <> '' AND kind IN ({marks}) GROUP BY kind, sort"
            " HAVING count(*) > 1) d JOIN record r ON r.kind = d.kind AND r.deleted = 0 AND r.sort = d.sort"
            " WHERE r.made_at IS NOT NULL GROUP BY r.kind, r.sort HAVING count(*) > 1"
            " ORDER BY r.kind, r.sort",
            kinds,
        ).fetchall()
    found = [Twins(kind, title, tuple(sorted(ids.split(",")))) for kind, _sort, title, ids in rows]
    return [each for each in found if not record or record in each.records]


def _row(register: Register, kind: str, record: str) -> dict[str, object]:
    row = register.get(kind, record)
    if row is None or row["deleted"]:
        raise Refused(Say(N_("There is no such record.")))
    return dict(row)


def _named_in(entity: Entity, kind: str) -> list[str]:
    return [field.name for field in entity.references if field.refers == kind]


def _filled(entity: Entity, kept: Row, gone: Row) -> dict[str, Scalar]:
    """What the one that stays takes of the other; a reference to the other itself is emptied or passed on."""
    filled: dict[str, Scalar] = {}
    own = {kept["id"], gone["id"]}
    for field in entity.fields:
        here, there = kept.get(field.name), gone.get(field.name)
        if field.refers == entity.name and here == gone["id"]:
            filled[field.name] = None if there in own else _scalar(there)
        elif here in (None, "") and there not in (None, "") and there not in own:
            filled[field.name] = _scalar(there)
    return filled


def _scalar(value: object) -> Scalar:
    return value if value is None or isinstance(value, str | int | bool) else str(value)


def _alike(entity: Entity, one: Row, other: Row) -> bool:
    """Whether one of two is needless: they say the same or, for a mere link, nothing that differs."""
    loose = entity.name in LINKS or entity.name in ONCE
    references = {field.name for field in entity.references}
    for field in entity.fields:
        here, there = one.get(field.name), other.get(field.name)
        is_open = here in (None, "") or there in (None, "")
        if here != there and not (loose and is_open and field.name not in references):
            return False
    return True


def _follow(register: Register, change: Change, entity: Entity, row: Row, name: str, stays: str) -> None:
    """Let a record name the one that stays; one that says the same already makes it needless."""
    after = {field.name: row.get(field.name) for field in entity.fields} | {name: stays}
    keys = ONCE.get(entity.name) or tuple(field.name for field in entity.references if row.get(field.name))
    wanted = {key: _scalar(after[key]) for key in keys}
    others = register.all(entity.name, **wanted) if len(keys) > 1 else []
    for other in others:
        if other["id"] == row["id"]:
            continue
        if _alike(entity, other, after):
            # Alike as far as both say something: it takes what the other has more.
            more = {
                field: _scalar(value)
                for field, value in after.items()
                if value not in (None, "") and other.get(field) in (None, "")
            }
            change.set(entity.name, str(other["id"]), more)
            for further in ENTITIES.values():
                for reference in _named_in(further, entity.name):
                    for hanging in register.all(further.name, **{reference: str(row["id"])}):
                        change.set(further.name, str(hanging["id"]), {reference: str(other["id"])})
            change.delete(entity.name, str(row["id"]))
            return
        if entity.name in ONCE:
            raise Refused(
                Say(
                    N_("Both have this, and the values differ: {kind} {title}. Correct or delete one first."),
                    {"kind": Say(entity.label), "title": title(entity.name, other)},
                )
            )
    change.set(entity.name, str(row["id"]), {name: stays})
