"""Annual Council in one sitting: every seat of the year that closes, what speaks for it, what was decided."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from pmdesk.domain.appointment import held_between, is_vacancy
from pmdesk.domain.outside_body import is_current
from pmdesk.domain.political_balance import PoliticalBalance, composition, political_balance
from pmdesk.domain.renewal import Sitting, begins_with, decision, latest_of
from pmdesk.domain.words import N_, Words
from pmdesk.figures.annual_council_seat import Evidence, SeatLine, SittingRows, evidence_of, seat_line
from pmdesk.figures.grouped import grouped
from pmdesk.figures.update_states import is_substitute

Row = Mapping[str, object]

# What the list can be narrowed to, in the order of its menu.
FILTERS: tuple[tuple[str, str], ...] = (
    ("to_decide", N_("For this Council")),
    ("all", N_("All seats")),
    ("undecided", N_("Undecided")),
    ("decided", N_("Decided")),
    ("vacant", N_("Vacant")),
    ("not_returned", N_("Update not returned")),
    ("not_continue", N_("Change or end recommended")),
    ("runs_on", N_("Term runs on")),
)
# By what its rows stand together.
GROUPINGS: tuple[tuple[str, str], ...] = (
    ("appointed_by", N_("By who appoints")),
    ("category", N_("By category")),
    ("body", N_("By body")),
)
DECIDED = ("renewed", "changed", "ended")


@dataclass(frozen=True, slots=True)
class SittingFigures:
    """The sitting: `lines` in order of body, what is said of each by its key in `evidence`."""

    sitting: Sitting
    lines: tuple[SeatLine, ...]
    evidence: Mapping[str, Evidence]
    balance: PoliticalBalance  # of the seats as they will be held in the year that opens

    @property
    def due(self) -> int:
        """Seats whose term ends at or before the next Annual Council, decided or not."""
        return self.decided + sum(line.state == "undecided" for line in self.lines)

    @property
    def decided(self) -> int:
        return sum(line.state in DECIDED for line in self.lines)

    @property
    def vacant(self) -> int:
        """Seats that nobody holds in the new year, substitutes' among them."""
        return sum(line.is_empty for line in self.lines)

    @property
    def to_continue(self) -> tuple[SeatLine, ...]:
        """Undecided seats whose members recommend to continue; who asks for something is read first."""
        return tuple(
            line
            for line in self.lines
            if line.state == "undecided" and line.asks == "continue" and not self.evidence[line.key].actions
        )

    def line(self, key: str) -> SeatLine | None:
        return next((line for line in self.lines if line.key == key), None)

    def narrowed(self, filter: str, typed: str = "") -> tuple[SeatLine, ...]:
        """The lines a filter (FILTERS) leaves, and of those the ones in whose words `typed` stands."""
        wanted = typed.casefold().split()
        return tuple(
            line
            for line in self.lines
            if passes(line, filter) and all(word in line.spoken.casefold() for word in wanted)
        )


Seats = list[tuple[SeatLine, Evidence]]


class SittingMemory:
    """What was said of each body last time: after a decision only the bodies it touched are said anew."""

    def __init__(self) -> None:
        self._about: object = None
        self._bodies: dict[object, tuple[Row, Sequence[Row], Seats]] = {}

    def begin(self, rows: SittingRows, words: Words) -> None:
        """Forget everything where what all bodies share is other now."""
        about = (words.language, rows.sitting, rows.closing, rows.people, rows.updates, rows.attended)
        if about != self._about:
            self._about, self._bodies = about, {}

    def said(self, body: Row, seats: Sequence[Row], say: Callable[[], Seats]) -> Seats:
        """What is said of a body with these seats; `say` says it where it is not known."""
        known = self._bodies.get(body["id"])
        if known is None or known[0] != body or known[1] != seats:
            known = self._bodies[body["id"]] = (body, seats, say())
        return known[2]


def passes(line: SeatLine, filter: str) -> bool:
    """Whether a filter of FILTERS leaves a line."""
    return {
        "all": True,
        "to_decide": line.state != "runs_on",
        "decided": line.state in (*DECIDED, "filled", "new"),
        "vacant": line.is_empty,
        "not_returned": line.is_owed,
        "not_continue": line.asks in ("change", "end"),
    }.get(filter, line.state == filter)


def in_groups(
    lines: Iterable[SeatLine], grouping: str, words: Words
) -> list[tuple[str, tuple[SeatLine, ...]]]:
    """(heading, lines) by GROUPINGS, by name; those without one last."""
    groups: dict[str, list[SeatLine]] = {}
    for line in lines:
        said = {"body": line.body_name, "category": line.category}.get(grouping, line.appointed_by)
        groups.setdefault(said, []).append(line)
    ordered = sorted(groups, key=lambda each: (not each, each.casefold()))
    return [(said or words("Not said"), tuple(groups[said])) for said in ordered]


def sitting_figures(rows: SittingRows, words: Words, memory: SittingMemory | None = None) -> SittingFigures:
    """Every seat of the year that closes, every one new in the year that opens, and those never filled."""
    by_body = grouped(rows.seats, "outside_body")
    lines: list[SeatLine] = []
    evidence: dict[str, Evidence] = {}
    memory = memory or SittingMemory()
    memory.begin(rows, words)
    for body in sorted(rows.bodies, key=lambda each: str(each.get("name") or "").casefold()):
        seats = by_body.get(body["id"], [])
        say = partial(_of_body, rows, body, seats, words)
        for line, said in memory.said(body, seats, say):
            lines.append(line)
            evidence[line.key] = said
    return SittingFigures(rows.sitting, tuple(lines), evidence, _balance(rows, lines))


def _balance(rows: SittingRows, lines: Sequence[SeatLine]) -> PoliticalBalance:
    """Who holds the seats of the year that opens; what is undecided counts as it is. Substitutes do not."""
    holders = [
        rows.people.get(line.holder, {})
        for line in lines
        if line.holder and line.capacity_code != "substitute"
    ]
    return political_balance(holders, composition(rows.people.values(), rows.sitting.opening))


def _of_body(rows: SittingRows, body: Row, all_seats: Sequence[Row], words: Words) -> Seats:
    """A body's seats, then those for which there is no appointment at all."""
    sitting, rule = rows.sitting, body.get("term_rule")
    followers = {str(seat["follows"]): seat for seat in all_seats if seat.get("follows")}
    standing = [seat for seat in all_seats if held_between(seat, sitting.before, sitting.before)]
    found = []
    for seat in _in_order(standing):
        latest = latest_of(seat, followers, sitting)
        state = decision(seat, latest, rule, sitting)
        found.append((seat, latest, state))
    if not is_current(body) and not any(state == "ended" for _seat, _latest, state in found):
        return []
    known = {str(seat["id"]) for seat in standing}
    known |= {str(latest["id"]) for _seat, latest, _state in found if latest is not None}
    fresh = [seat for seat in all_seats if _begins(seat, sitting) and not _stands_for(seat, known)]
    found += [(seat, None, "vacant" if is_vacancy(seat) else "new") for seat in _in_order(fresh)]
    made = [
        (
            seat_line(rows, body, seat, latest, state, words),
            evidence_of(rows, body, seat, all_seats, words),
        )
        for seat, latest, state in found
    ]
    return made + _never_filled(rows, body, [seat for seat, _latest, _state in found], words)


def _never_filled(rows: SittingRows, body: Row, seats: Sequence[Row], words: Words) -> Seats:
    """Seats the body has for the council and for which there is no appointment (field.md, rule 16)."""
    allowed = body.get("seats")
    if not is_current(body) or not isinstance(allowed, int):
        return []
    missing = allowed - sum(not is_substitute(seat) for seat in seats)
    made = []
    for number in range(1, missing + 1):
        seat = {"id": f"{body['id']}:{number}", "outside_body": body["id"], "person": None}
        made.append(
            (seat_line(rows, body, seat, None, "vacant", words), evidence_of(rows, body, seat, (), words))
        )
    return made


def _begins(seat: Row, sitting: Sitting) -> bool:
    """Whether a seat first stands in the year that opens."""
    return begins_with(seat, sitting) and held_between(seat, sitting.opening, sitting.closing)


def _stands_for(seat: Row, known: set[str]) -> bool:
    """Whether a seat is on another line already: it follows one that is there, or is what follows it."""
    return str(seat["id"]) in known or str(seat.get("follows") or "") in known


def _in_order(seats: Sequence[Row]) -> list[Row]:
    """Members before substitutes, those held before vacancies, by name."""
    return sorted(
        seats,
        key=lambda seat: (
            is_substitute(seat),
            is_vacancy(seat),
            str(seat.get("person_name") or "").casefold(),
            str(seat["id"]),
        ),
    )
