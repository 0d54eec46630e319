"""What one row says of its record is given to that record: found or made once, its references with it.

It decides nothing about other rows; `plan.py` goes through them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from pmdesk.domain.check import Value
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.facts import Field, Type
from pmdesk.domain.series import NO_VALUE
from pmdesk.domain.words import N_, Say
from pmdesk.exchange.match import MADE_BY_NAME, SCOPES, Ambiguous, Link, Planned, PlanValue, Records
from pmdesk.exchange.names import fold, plain_words
from pmdesk.exchange.rows import Draft, Read, kept_line

# Whom a field names, where it names a person: their kind when they are new.
_OFFICERS = frozenset(("link_officer", "lead_officer", "drafted_by"))
_MEMBERS = frozenset(("portfolio_member", "signed_off_by"))


@dataclass(slots=True)
class Assembly:
    """The records being put together for one kind of row."""

    main: str
    records: Records
    columns: Mapping[str, Read]
    figured: dict[int, Draft] = field(default_factory=dict)  # the row that gave a reading or target its value

    def begin(self, draft: Draft) -> None:
        """Find or make the record a row is about; a row that does not say which is refused."""
        entity = ENTITIES[self.main]
        values = draft.values.get(self.main, {})
        missing = False
        for each in _required(self.main):
            if values.get(each.name) in (None, ""):
                draft.refuse(self.heading(each.name), _empty(each))
                missing = True
        if self.main == "reading" and not missing and all(values.get(name) in (None, "") for name in _SAYS):
            draft.refuse(self.heading("value"), Say(N_("there is no figure.")))
            missing = True
        if missing:
            return
        try:
            draft.main = self._find_main(draft, values)
        except Ambiguous as problem:
            draft.refuse(self.heading(entity.titled_by), problem.sentence)
        except LookupError:
            pass  # the reference that was not found has been said
        if draft.main is not None:
            draft.records.append(draft.main)

    def fill(self, draft: Draft, place: int) -> None:
        """Give the record the row's values."""
        entity = ENTITIES[self.main]
        for name, value in draft.values.get(self.main, {}).items():
            each = entity.named.get(name)
            if each is None:
                continue  # read beside the fields of the record, as of a list of grants
            given: PlanValue | None = value
            if each.type is Type.REF:
                given = self._link(draft, each, str(value), needed=False)
            if given is None or name == entity.titled_by:
                continue
            kept = self.records.fill(place, name, given)
            if name == "value" and self.main in ("reading", "target"):
                self._one_figure(draft, place, kept, given)
            elif kept is not None and each.type is Type.LONG:
                self.records.made[place].values[name] = f"{kept}\n{given}"
            elif kept is not None:
                draft.doubt(
                    self.heading(name),
                    Say(N_("an earlier row says ‘{kept}’; that is kept."), {"kept": self._shown(kept)}),
                )
        for line in draft.notes.get(self.main, ()):
            self.records.add_note(place, line)
        if self.main == "reading":
            _settle(self.records.made[place])

    def _one_figure(self, draft: Draft, place: int, kept: PlanValue, given: PlanValue) -> None:
        """Two rows with different figures for one measure and period are both refused."""
        earlier = self.figured.setdefault(place, draft)
        if kept is None:
            return
        for row, other, says in ((draft, earlier, kept), (earlier, draft, given)):
            why = N_("row {row} says {other} for the same measure and period.")
            row.refuse(self.heading("value"), Say(why, {"row": other.number, "other": self._shown(says)}))

    def scope(self, draft: Draft) -> int | None:
        """The place of the organisation a row belongs to."""
        if draft.council is not None:
            return draft.council
        name = SCOPES.get(self.main)
        text = draft.values.get(self.main, {}).get(name or "")
        if not name or text in (None, ""):
            return None
        link = self._link(draft, ENTITIES[self.main].field(name), str(text), needed=False)
        draft.council = link.key if link else None
        return draft.council

    def heading(self, name: str) -> str:
        column = self.columns.get(f"{self.main}.{name}")
        return column.heading if column else ""

    def _find_main(self, draft: Draft, values: Mapping[str, Value]) -> int:
        entity = ENTITIES[self.main]
        if not entity.titled_by:
            identity = tuple(
                [
                    (each.name, self._identifying(draft, each, values[each.name]))
                    for each in _required(self.main)
                ]
            )
            place = self.records.identified(self.main, identity, draft.number)
            for name, value in identity:
                self.records.fill(place, name, value)
            return place
        # Objectives of two plans may both be number 3; a measure's code is its own.
        code = str(values.get("code") or "") if self.main == "measure" else ""
        if code and (coded := self.records.coded(self.main, code, draft.number)) is not None:
            self._same_measure(draft, coded, code, str(values["title"]))
            return coded
        name, scope = str(values[entity.titled_by]), self.scope(draft)
        found = self.records.find(self.main, name, scope, draft.number)
        if found is not None:
            return found
        near = self.records.near(self.main, name, scope)
        if near:
            draft.doubt(
                self.heading(entity.titled_by),
                Say(N_("‘{near}’ is nearly ‘{name}’. The same?"), {"near": near, "name": name}),
                suggest=near,
            )
        return self.records.make(self.main, name, scope, draft.number)

    def _same_measure(self, draft: Draft, place: int, code: str, title: str) -> None:
        """A known code under another title may be another measure: the row is refused, nothing is guessed."""
        kept = self.records.title(place)
        if fold(kept) in (fold(title), fold(code)) or fold(title) == fold(code):
            return
        other = N_("‘{code}’ is ‘{title}’ in the register. Mend the code or the title.")
        draft.refuse(self.heading("code"), Say(other, {"code": code, "title": kept}))
        raise LookupError

    def _identifying(self, draft: Draft, each: Field, value: Value) -> PlanValue:
        if each.type is not Type.REF:
            return value
        link = self._link(draft, each, str(value), needed=True)
        if link is None:
            raise LookupError
        return link

    def _link(self, draft: Draft, each: Field, name: str, needed: bool) -> Link | None:
        """The record a reference names; when there is none, a doubt and the name kept in the note."""
        own = each.name == SCOPES.get(self.main)
        scope = None if own or each.refers not in SCOPES else self.scope(draft)
        problem: Say | None = None
        try:
            found = self.records.find(each.refers, name, scope, draft.number)
        except Ambiguous as several:
            found, problem = None, several.sentence
        else:
            if found is None and each.refers in MADE_BY_NAME:
                found = self._make(draft, each, name, scope)
        if found is not None:
            if found not in draft.records:
                draft.records.append(found)
            return Link(found)
        problem = problem or Say(
            N_("there is no {kind} called ‘{name}’. Bring it in first, or mend the name."),
            {"kind": Say(ENTITIES[each.refers].label), "name": name[:60]},
        )
        if needed:
            draft.refuse(self.heading(each.name), problem)
        elif not any(reason.column == self.heading(each.name) for reason in draft.reasons):
            draft.doubt(self.heading(each.name), problem)
            draft.notes.setdefault(self.main, []).append(kept_line(self.heading(each.name), name))
        return None

    def _make(self, draft: Draft, each: Field, name: str, scope: int | None) -> int:
        near = self.records.near(each.refers, name, scope)
        if near:
            draft.doubt(
                self.heading(each.name),
                Say(N_("‘{near}’ is nearly ‘{name}’. The same?"), {"near": near, "name": name}),
                suggest=near,
            )
        place = self.records.make(each.refers, name, scope, draft.number)
        words = plain_words(self.heading(each.name)).split()
        if each.refers == "organisation" and {"council", "authority"} & set(words):
            self.records.fill(place, "kind", "council")
        if each.refers == "person":
            if each.name in _OFFICERS | _MEMBERS:
                self.records.fill(place, "kind", "officer" if each.name in _OFFICERS else "member")
            if {"role", "post"} & set(words):
                self.records.fill(place, "post", name)
        return place

    def _shown(self, value: PlanValue) -> object:
        return self.records.title(value.key) if isinstance(value, Link) else value


@lru_cache
def _required(kind: str) -> tuple[Field, ...]:
    """The fields without which there is no record of a kind."""
    return tuple(each for each in ENTITIES[kind].fields if each.required)


# Any of these makes a row a reading.
_SAYS = ("value", "state", "numerator", "denominator", "commentary")


def _settle(reading: Planned) -> None:
    """A figure where there was none is actual; one that is suppressed now goes; not known takes none away."""
    before, values = reading.before, reading.values
    state = values.get("state")
    if values.get("value") is not None and before.get("state") in NO_VALUE:
        values.setdefault("state", "actual")
    elif state in ("unknown", "not_due") and values.get("value") is None and before.get("value") is not None:
        del values["state"]
    elif state in NO_VALUE and values.get("value") is None:
        values["value"] = None


def _empty(each: Field) -> Say:
    if each.name == "name":
        return Say(N_("the name is empty. Type it or leave the row out."))
    return Say(N_("‘{field}’ is empty. Type it or leave the row out."), {"field": Say(each.label)})
