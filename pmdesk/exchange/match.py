"""Finds which record a name speaks of, in file and register; the same name is used, a near one never.

It knows the register only as plain values that `actions` hands it, and writes nothing.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pmdesk.domain.check import Value
from pmdesk.domain.contribution import PARTNER_WORDS
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.facts import Type
from pmdesk.domain.titles import title_of
from pmdesk.domain.words import N_, Say
from pmdesk.exchange.names import Names, fold, fold_person

Known = Mapping[
    str, Sequence[Mapping[str, object]]
]  # kind -> the register's records, with "id" and "<reference>_name"

# Two records of one name are different when these differ: whose person, whose partnership, whose body.
SCOPES = {
    "person": "organisation",
    "partnership": "lead_organisation",
    "outside_body": "council",
    "milestone": "partnership",
}
# A name that is new makes one of these by itself; any other record must be brought in first.
MADE_BY_NAME = frozenset(("organisation", "person"))


class Link(NamedTuple):
    """A reference to another record of the same plan, by its place in `made`."""

    key: int


PlanValue = Value | Link
_NEW = object()  # the id of a record that has none yet: it equals nothing


@dataclass(slots=True)
class Planned:
    """One record a plan speaks of: new (no id), or in the register with the values that would change."""

    kind: str
    row: int  # the row that spoke of it first
    id: str | None = None
    before: Mapping[str, object] = field(default_factory=dict)
    values: dict[str, PlanValue] = field(default_factory=dict)


class Ambiguous(Exception):
    """Several records of the register have this name, and the file does not say which."""

    def __init__(self, name: str) -> None:
        self.sentence = Say(N_("several in the register are called ‘{name}’. Say which."), {"name": name})
        super().__init__(str(self.sentence))


class Records:
    """Every record of one plan, each found or made once."""

    def __init__(self, known: Known) -> None:
        self.made: list[Planned] = []
        self._by_id: dict[str, int] = {}
        self._in_file: dict[tuple[object, ...], int] = {}
        self._in_register: dict[tuple[str, str], list[Mapping[str, object]]] = defaultdict(list)
        self._known = known
        self._near: dict[tuple[str, str], Names] = {}
        self._by_values: dict[
            tuple[str, tuple[str, ...]], dict[tuple[object, ...], Mapping[str, object]]
        ] = {}
        for kind, records in known.items():
            for record in records:
                named = {_folded(kind, title_of(kind, record)), fold(str(record.get("code") or ""))}
                for name in named - {""}:
                    self._in_register[kind, name].append(record)
                self._by_id[str(record["id"])] = -1

    def find(self, kind: str, name: str, scope: int | None = None, row: int = 0) -> int | None:
        """The place of the record called `name` in the file or the register; None when there is none."""
        folded = _folded(kind, name)
        key = (kind, folded, scope)
        if (place := self._in_file.get(key)) is not None:
            return place
        record = self._choose(kind, folded, name, scope)
        if record is None:
            return None
        found = self._in_file[key] = self.take(kind, record, row)
        return found

    def coded(self, kind: str, code: str, row: int) -> int | None:
        """The place of the record of the register with this code; None when there is none."""
        found = [each for each in self._in_register.get((kind, fold(code)), ()) if each.get("code")]
        return self.take(kind, found[0], row) if len(found) == 1 else None

    def exactly(self, kind: str, name: str, row: int) -> int | None:
        """The register's record of just this name, else the only one that differs in case or accents."""
        found = self._in_register.get((kind, _folded(kind, name)), [])
        found = [each for each in found if title_of(kind, each) == name] or found
        if len(found) > 1:
            raise Ambiguous(name)
        return self.take(kind, found[0], row) if found else None

    def make(self, kind: str, name: str, scope: int | None, row: int) -> int:
        """A new record of this name, found again by `find`."""
        titled = ENTITIES[kind].titled_by
        values: dict[str, PlanValue] = {titled: name} if titled else {}
        if scope is not None and kind in SCOPES:
            values[SCOPES[kind]] = Link(scope)
        place = self._in_file[kind, _folded(kind, name), scope] = self.add(kind, row, values)
        return place

    def add(self, kind: str, row: int, values: dict[str, PlanValue]) -> int:
        self.made.append(Planned(kind, row, values=values))
        return len(self.made) - 1

    def take(self, kind: str, record: Mapping[str, object], row: int) -> int:
        """The place of a record of the register, entered once."""
        identity = str(record["id"])
        place = self._by_id.get(identity, -1)
        if place < 0:
            self.made.append(Planned(kind, row, identity, record))
            place = self._by_id[identity] = len(self.made) - 1
        return place

    def identified(self, kind: str, identity: tuple[tuple[str, PlanValue], ...], row: int) -> int:
        """The record with these identifying values (field, value), for kinds without a name."""
        key = (kind, identity)
        place = self._in_file.get(key)
        if place is None:
            match = self._with_values(kind, identity)
            place = self._in_file[key] = self.take(kind, match, row) if match else self.add(kind, row, {})
        return place

    def fill(self, place: int, name: str, value: PlanValue) -> PlanValue:
        """Give a record a value; what another row of the file gave it before is kept and returned."""
        planned = self.made[place]
        kept = planned.values.get(name)
        if kept is not None and kept != value:
            return kept
        planned.values[name] = value
        return None

    def add_note(self, place: int, text: str) -> None:
        """Add lines to a record's note, each once."""
        planned = self.made[place]
        noted = str(planned.values.get("note") or "")
        for line in text.split("\n"):
            if line and line not in noted.split("\n"):
                noted = f"{noted}\n{line}" if noted else line
        if noted:
            planned.values["note"] = noted

    def differs(self, planned: Planned) -> dict[str, PlanValue]:
        """What would be written: every value of a new record, the changed ones of a known one."""
        if planned.id is None:
            return planned.values
        if planned.kind == PARTNER_WORDS.name:
            return {}  # what a partner said is never changed; what it says now is another record
        changed: dict[str, PlanValue] = {}
        for name, value in planned.values.items():
            before = planned.before.get(name)
            gone = value is None and not (planned.kind == "reading" and name == "value")
            if gone or self._same(before, value):
                continue
            if name == "note" and before:
                there = str(before).split("\n")
                fresh = [line for line in str(value).split("\n") if line not in there]
                if not fresh:
                    continue
                value = "\n".join([*there, *fresh])
            changed[name] = value
        return changed

    def near(self, kind: str, name: str, scope: int | None) -> str | None:
        """A name of the register, or of an earlier row, that is nearly this one."""
        person = kind == "person"
        own = fold(self.title(scope)) if scope is not None else ""
        names = self._names(kind, own)
        best = names.near(name, person) if names else None
        if own and best is None and (free := self._names(kind, "")):
            best = free.near(name, person)
        names.add(name)
        return best

    def title(self, place: int) -> str:
        planned = self.made[place]
        name = planned.values.get(ENTITIES[planned.kind].titled_by)
        return str(name) if name else title_of(planned.kind, planned.before)

    def _names(self, kind: str, scope: str) -> Names:
        if (kind, scope) not in self._near:
            if (kind, "") not in self._near:
                self._near[kind, ""] = Names()
                for record in self._known.get(kind, ()):
                    owner = fold(str(record.get(f"{SCOPES.get(kind, '')}_name") or ""))
                    self._near.setdefault((kind, owner), Names()).add(title_of(kind, record))
            self._near.setdefault((kind, scope), Names())
        return self._near[kind, scope]

    def _choose(self, kind: str, folded: str, name: str, scope: int | None) -> Mapping[str, object] | None:
        found = self._in_register.get((kind, folded), [])
        if not found and name in self._by_id:
            return next((each for each in self._known.get(kind, ()) if each["id"] == name), None)
        scoped = SCOPES.get(kind)
        if found and scoped and scope is not None:
            owner = self.made[scope].id
            own = [each for each in found if owner and each.get(scoped) == owner]
            found = own or [each for each in found if not each.get(scoped)]
        if len(found) > 1:
            raise Ambiguous(name)
        return found[0] if found else None

    def _with_values(
        self, kind: str, identity: tuple[tuple[str, PlanValue], ...]
    ) -> Mapping[str, object] | None:
        """The first record of the register with these values; a register has a million readings."""
        names = tuple([name for name, _ in identity])
        if (kind, names) not in self._by_values:
            found = self._by_values[kind, names] = {}
            for record in self._known.get(kind, ()):
                found.setdefault(tuple(record.get(name) for name in names), record)
        known = self._by_values[kind, names]
        if not known:
            return None
        values = tuple(
            [(self.made[value.key].id or _NEW) if isinstance(value, Link) else value for _, value in identity]
        )
        return known.get(values)

    def _same(self, before: object, value: object) -> bool:
        if isinstance(value, Link):
            return self.made[value.key].id is not None and self.made[value.key].id == before
        return before == value


def _folded(kind: str, name: str) -> str:
    return fold_person(name) if kind == "person" else fold(name)


# What a row makes besides the record it is about: a body's seats, the place of who gets a grant.
_WITH = {"outside_body": ("appointment",), "partnership": ("partner",)}


def referred(kind: str) -> set[str]:
    """Every kind that bringing in `kind` may look up: itself, what it refers to, and what those hang on."""
    found = {kind}
    for name in (kind, *_WITH.get(kind, ())):
        found.add(name)
        found |= {each.refers for each in ENTITIES[name].fields if each.type is Type.REF}
    return found | {"organisation"}
