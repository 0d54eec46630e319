"""Seats of outside bodies that are or will be empty (field.md, rule 16), and their political balance."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pmdesk.domain.appointment import is_vacancy
from pmdesk.domain.outside_body import is_current
from pmdesk.domain.political_balance import LEAST_SEATS, PoliticalBalance, composition, political_balance
from pmdesk.domain.seat_gaps import Gap, gaps_of, months_after, order, standing
from pmdesk.domain.words import Words
from pmdesk.figures.gap_lines import GapGroup, gap_groups
from pmdesk.figures.grouped import grouped
from pmdesk.register.lists import Row
from pmdesk.register.store import Register

Plain = dict[str, object]

# The kinds these figures are made of.
SHOWS = ("outside_body", "appointment", "person", "settings")


@dataclass(frozen=True, slots=True)
class SeatsRead:
    """The bodies the council appoints to, their appointments by body, and the people who sit, by id."""

    bodies: Sequence[Row]
    by_body: Mapping[object, Sequence[Row]]
    people: Mapping[str, Row]
    groups: Mapping[str, int]  # the council's members in office by political group
    today: str


@dataclass(frozen=True, slots=True)
class GapFigures:
    """The gaps of all bodies until a day (ISO), the balance over all seats, and bodies out of balance."""

    until: str
    groups: tuple[GapGroup, ...]
    seats: Counter[str]  # how many seats each kind of gap comes to
    bodies: int
    balance: PoliticalBalance
    unbalanced: tuple[tuple[str, str, PoliticalBalance], ...]  # (id, name, balance): three seats or more


def read_seats(register: Register, today: str) -> SeatsRead:
    """Everything the gaps and the balance are worked out from, one question for each kind."""
    people = register.all("person")
    return SeatsRead(
        [body for body in register.all("outside_body") if is_current(body)],
        grouped(register.all("appointment"), "outside_body"),
        {str(person["id"]): person for person in people},
        composition(people, today),
        today,
    )


def all_gaps(read: SeatsRead, months: int) -> list[Gap]:
    """The gaps of every body from today until so many months on, the most urgent first."""
    until = months_after(read.today, months)
    found = [
        gap
        for body in read.bodies
        for gap in gaps_of(body, read.by_body.get(body["id"], ()), read.today, until)
    ]
    return sorted(found, key=order)


def gap_figures(register: Register, today: str, months: int, words: Words) -> GapFigures:
    """What the page of gaps and `pmdesk gaps` show."""
    read = read_seats(register, today)
    found = all_gaps(read, months)
    counts = Counter[str]()
    for gap in found:
        counts[gap.kind] += gap.many
    seats = {str(seat["id"]): seat for each in read.by_body.values() for seat in each}
    bodies = {str(body["id"]): body for body in read.bodies}
    balances = ((body, balance_of(read, body)) for body in read.bodies)
    return GapFigures(
        months_after(today, months),
        gap_groups(found, bodies, seats, read.people, words),
        counts,
        len(read.bodies),
        political_balance(_holders(read, read.bodies), read.groups),
        tuple(
            (str(body["id"]), str(body["name"]), each)
            for body, each in balances
            if each.seats >= LEAST_SEATS and not each.kept
        ),
    )


def balance_of(read: SeatsRead, body: Row) -> PoliticalBalance:
    """The political balance of one body's seats, empty ones too."""
    said = body.get("seats")
    return political_balance(_holders(read, [body]), read.groups, said if isinstance(said, int) else None)


def plain_gap(gap: Gap) -> Plain:
    """A gap as `--json` prints it; days are the last on which the seats are filled, null for empty now."""
    return {
        "kind": gap.kind,
        "seats": gap.many,
        "statutory": gap.statutory,
        "ends": gap.day,
        "filled_on": gap.filled_on,
        "appointments": list(gap.seats),
    }


def plain_balance(found: PoliticalBalance) -> Plain:
    return {
        "seats": found.seats,
        "kept": found.kept,
        "groups": [share._asdict() | {"difference": share.difference} for share in found.shares],
        "no_group": found.no_group,
        "non_members": found.others,
        "equal_claim": list(found.tied),
    }


def _holders(read: SeatsRead, bodies: Sequence[Row]) -> list[Row]:
    return [
        read.people.get(str(seat["person"]), {})
        for body in bodies
        for seat in standing(read.by_body.get(body["id"], ()), read.today)
        if not is_vacancy(seat) and seat.get("capacity") != "substitute"
    ]
