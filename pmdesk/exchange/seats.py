"""People become appointments, empty seats vacancies: one for each seat not filled or not named.

Doubt about a seat never refuses its body (the register's settled rule): it is said and asked.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pmdesk.domain.appointment import held_between
from pmdesk.domain.check import Value
from pmdesk.domain.dates import first_day, last_day
from pmdesk.domain.words import N_, Say
from pmdesk.exchange.cells import SEAT_WORDS
from pmdesk.exchange.match import Ambiguous, Known, Link, Records
from pmdesk.exchange.people import Named
from pmdesk.exchange.rows import Draft, Read, kept_line

NOT_NAMED = N_("Holder not named in the file")


@dataclass(slots=True)
class Body:
    """What all rows of one body say of its seats."""

    rows: list[Draft] = field(default_factory=list)
    holders: dict[int, None] = field(default_factory=dict)  # places of the persons
    seats: int | None = None
    filled: int | None = None
    vacant: int = 0  # seats a row calls vacant
    taken: set[str] = field(default_factory=set)  # ids of the register's appointments the file speaks of


class Seating:
    """Seats of all bodies of one sheet."""

    def __init__(self, records: Records, columns: Sequence[Read], known: Known, today: str) -> None:
        self._records = records
        self._headings = {each.target.key: each for each in columns}
        self._counts_seats = "outside_body.seats" in self._headings
        self._today = today
        self._bodies: dict[int, Body] = {}
        self._known: dict[object, list[Mapping[str, object]]] = defaultdict(list)
        self._seen: dict[tuple[object, ...], int] = {}
        for each in known.get("appointment", ()):
            self._known[each.get("outside_body")].append(each)

    @property
    def wanted(self) -> bool:
        """Whether the sheet speaks of members at all; a plain list of bodies makes no seat."""
        return "appointment.person" in self._headings

    def heading(self, key: str) -> str:
        return self._headings[key].heading if key in self._headings else ""

    def seat(self, draft: Draft, body: int, council: int | None) -> None:
        """The appointments of the people this row names; its seats are counted for `vacancies`."""
        entry = self._bodies.setdefault(body, Body())
        entry.rows.append(draft)
        said = draft.values.get("appointment", {})
        entry.seats = _whole(self._records.made[body].values.get("seats"), entry.seats)
        entry.filled = _whole(said.pop("filled", None), entry.filled)
        for each in draft.people.named:
            if each.name:
                self._appoint(draft, body, council, each, entry)
            else:
                entry.vacant += 1
        if not draft.people.named and not self._counts_seats:
            entry.vacant += 1

    def vacancies(self) -> None:
        """The seats nobody is named for, when every row has been read."""
        for body, entry in self._bodies.items():
            self._say_doubts(body, entry)
            missing = self._missing(body, entry)
            unnamed = max(0, (entry.filled or 0) - len(entry.holders))
            for place in range(missing):
                self._vacancy(body, entry, place, named=place >= unnamed)

    def _appoint(self, draft: Draft, body: int, council: int | None, named: Named, entry: Body) -> None:
        made, said = self._records, draft.values.get("appointment", {})
        try:
            person = made.find("person", named.name, council, draft.number)
        except Ambiguous as problem:
            draft.doubt(self.heading("appointment.person"), problem.sentence)
            made.add_note(body, kept_line(self.heading("appointment.person"), named.name))
            return
        if person is None:
            person = self._new_person(draft, named, council)
        entry.holders[person] = None
        if (made.made[person].values.get("kind") or made.made[person].before.get("kind")) == "officer":
            draft.doubt(
                self.heading("appointment.person"),
                Say(N_("‘{name}’ is an officer, not a member. Who holds the seat?"), {"name": named.name}),
            )
        starts = said.get("starts")
        key = (body, person, starts)
        if key not in self._seen:
            self._seen[key] = self._find(body, person, starts, entry, draft.number)
        place = self._seen[key]
        draft.records += [person, place]
        if named.substitute:
            said = {**said, "capacity": "substitute"}
        self._fill(
            draft,
            place,
            {"outside_body": Link(body), "person": Link(person), **said},
            [*draft.notes.get("appointment", ()), *([named.remark] if named.remark else [])],
        )

    def _new_person(self, draft: Draft, named: Named, council: int | None) -> int:
        made = self._records
        scope = council if named.member else None
        near = made.near("person", named.name, scope)
        if near:
            draft.doubt(
                self.heading("appointment.person"),
                Say(N_("‘{near}’ is nearly ‘{name}’. The same person?"), {"near": near, "name": named.name}),
                suggest=near,
            )
        # A 'non-member' is no councillor of this council, but is found again by the row's council.
        person = made.make("person", named.name, council, draft.number)
        if named.member:
            made.fill(person, "kind", "member")
        else:
            made.made[person].values.pop("organisation", None)
        return person

    def _find(self, body: int, person: int, starts: Value, entry: Body, row: int) -> int:
        """The register's appointment of this person from this day, else a new one."""
        made = self._records
        own = [
            each
            for each in self._known.get(made.made[body].id, ())
            if each.get("person")
            and each.get("person") == made.made[person].id
            and each["id"] not in entry.taken
        ]
        best = [each for each in own if each.get("starts") == starts] or [
            each for each in own if not each.get("starts") or not starts
        ]
        if not best:
            return made.add("appointment", row, {})
        entry.taken.add(str(best[-1]["id"]))
        return made.take("appointment", best[-1], row)

    def _fill(
        self, draft: Draft, place: int, values: Mapping[str, Value | Link], notes: Sequence[str]
    ) -> None:
        for name, value in values.items():
            kept = self._records.fill(place, name, value)
            if kept is not None:
                draft.doubt(
                    self.heading(f"appointment.{name}"),
                    Say(N_("an earlier row of this seat says ‘{kept}’; that is kept."), {"kept": kept}),
                )
        for note in notes:
            self._records.add_note(place, note)

    def _say_doubts(self, body: int, entry: Body) -> None:
        draft, names = entry.rows[-1], len(entry.holders)
        allowed = None if entry.seats is None else entry.seats + self._substitutes(body)
        status = self._status(draft)
        if allowed is not None and names > allowed:
            draft.doubt(
                self.heading("appointment.person"),
                Say(
                    N_("{names} people are named for {seats} seats. Who holds a seat?"),
                    {"names": names, "seats": allowed},
                ),
            )
        elif entry.seats is not None and names > entry.seats:
            draft.doubt(
                self.heading("appointment.person"),
                Say(N_("which of the {names} people named is the substitute?"), {"names": names}),
            )
        if entry.filled is not None and names and entry.filled != names:
            draft.doubt(
                self.heading("appointment.filled"),
                Say(
                    N_("{filled} seats are said to be filled, and {names} people are named."),
                    {"filled": entry.filled, "names": names},
                ),
            )
        if entry.filled and not names:
            draft.doubt(
                self.heading("appointment.person"),
                Say(N_("the seat is filled, but its holder is not named. It is kept without a person.")),
            )
        if names and status in SEAT_WORDS:
            draft.doubt(
                self.heading("outside_body.status"),
                Say(N_("‘{status}’ is said of a seat whose holder is named."), {"status": status}),
            )
        if entry.seats is None and not names and not entry.vacant:
            self._say_no_seats(body, draft)

    def _say_no_seats(self, body: int, draft: Draft) -> None:
        """Nobody says how many seats: none is made up, and what was said of them is kept with the body."""
        draft.doubt(
            self.heading("outside_body.seats"),
            Say(N_("the file gives neither seats nor members. Type how many seats there are.")),
        )
        for key, column in self._headings.items():
            text = draft.cells[column.at].strip()
            if key.startswith("appointment.") and text:
                self._records.add_note(body, kept_line(column.heading, text))

    def _missing(self, body: int, entry: Body) -> int:
        """How many seats have nobody, less those the register knows to be held since."""
        if entry.seats is None:
            return entry.vacant
        missing = max(entry.seats + self._substitutes(body) - len(entry.holders), entry.vacant)
        held = [each for each in self._others(body, entry) if each.get("person")]
        return max(0, missing - len(held))

    def _substitutes(self, body: int) -> int:
        return _whole(self._records.made[body].values.get("substitutes"), None) or 0

    def _others(self, body: int, entry: Body) -> list[Mapping[str, object]]:
        """The register's appointments to this body that the file does not name, of the same time."""
        known = self._known.get(self._records.made[body].id)
        if not known:
            return []
        said = entry.rows[-1].values.get("appointment", {})
        first = first_day(said.get("starts")) or self._today
        last = last_day(said.get("ends")) or "9999-12-31"
        return [
            each
            for each in known
            if each["id"] not in entry.taken
            and not each.get("ended_because")
            and held_between(each, first, last)
        ]

    def _vacancy(self, body: int, entry: Body, place: int, named: bool) -> None:
        made, draft = self._records, _row_of_vacancy(entry.rows, place)
        empty = [each for each in self._others(body, entry) if not each.get("person")]
        at = (
            made.take("appointment", empty[0], draft.number)
            if empty
            else made.add("appointment", draft.number, {})
        )
        if empty:
            entry.taken.add(str(empty[0]["id"]))
        draft.records.append(at)
        notes = list(draft.notes.get("appointment", ()))
        if not named:
            notes.append(NOT_NAMED)
        elif (status := self._status(draft)) in SEAT_WORDS - {"vacancy", "vacant"}:
            notes.append(kept_line(self.heading("outside_body.status"), status))
        notes += [each.remark for each in draft.people.named if not each.name and each.remark]
        self._fill(draft, at, {"outside_body": Link(body), **draft.values.get("appointment", {})}, notes)

    def _status(self, draft: Draft) -> str:
        column = self._headings.get("outside_body.status")
        return draft.cells[column.at].strip().casefold() if column else ""


def _row_of_vacancy(rows: Sequence[Draft], place: int) -> Draft:
    empty = [each for each in rows if not any(person.name for person in each.people.named)] or list(rows)
    return empty[min(place, len(empty) - 1)]


def _whole(value: object, otherwise: int | None) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else otherwise
