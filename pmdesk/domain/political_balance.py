"""Political balance: the seats groups hold on outside bodies beside what their size entitles them to.

The council's own composition is that of its members in office. Seats are shared by the largest remainder.
The law asks for it where the council appoints to three seats or more of a body (Local Government and Housing
Act 1989, sections 15 to 17 and schedule 1); on others it is only told.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pmdesk.domain.appointment import held_between

Row = Mapping[str, object]

LEAST_SEATS = 3


class Share(NamedTuple):
    """A group's part: its members on the council, seats it is entitled to and seats it holds."""

    group: str
    members: int
    entitled: int
    held: int

    @property
    def difference(self) -> int:
        """Seats held beyond (or, negative, short of) what it is entitled to."""
        return self.held - self.entitled


class PoliticalBalance(NamedTuple):
    """The shares, the largest group first, and what stands beside them."""

    shares: tuple[Share, ...]
    seats: int  # shared out among the groups
    no_group: int  # held by members who belong to none
    others: int  # held by people who are no members of the council
    tied: tuple[str, ...]  # groups with an equal claim to the last seat: the council settles it
    kept: bool  # no group holds more than it may


def composition(people: Iterable[Row], today: str) -> dict[str, int]:
    """The council's members in office on a day by political group, the largest first, then by name.

    >>> composition([{"kind": "member", "political_group": "Green"}, {"kind": "officer"},
    ...     {"kind": "member", "political_group": "Labour", "ends": "2025-10-31"}], "2026-04-27")
    {'Green': 1}
    """
    found: dict[str, int] = {}
    for person in people:
        group = _group(person)
        if group and held_between(person, today, today):
            found[group] = found.get(group, 0) + 1
    return dict(sorted(found.items(), key=lambda each: (-each[1], each[0])))


def entitlement(seats: int, groups: Mapping[str, int]) -> dict[str, int]:
    """Seats shared out among groups by the largest remainder; level remainders go to the larger group.

    Worked: 3 seats among 5, 5, 4, 2 and 2 members (18) are 0.83, 0.83, 0.67, 0.33 and 0.33 of a seat.

    >>> entitlement(3, {"LD": 5, "Con": 5, "Lab": 4, "Green": 2, "Ind": 2})
    {'LD': 1, 'Con': 1, 'Lab': 1, 'Green': 0, 'Ind': 0}
    >>> entitlement(10, {"A": 11, "B": 7, "C": 2})
    {'A': 6, 'B': 3, 'C': 1}
    """
    if not sum(groups.values()):
        return dict.fromkeys(groups, 0)
    shared = {group: _whole(seats, groups, group) for group in groups}
    for group in _by_claim(seats, groups)[: seats - sum(shared.values())]:
        shared[group] += 1
    return shared


def tied(seats: int, groups: Mapping[str, int]) -> tuple[str, ...]:
    """The groups whose remainders are level where the last seat falls; none when nobody is left without.

    >>> tied(1, {"A": 5, "B": 5, "C": 2}), tied(2, {"A": 5, "B": 5, "C": 2})
    (('A', 'B'), ())
    """
    if not sum(groups.values()):
        return ()
    left = seats - sum(_whole(seats, groups, group) for group in groups)
    claims = _by_claim(seats, groups)
    if not 0 < left < len(claims):
        return ()
    cut = _remainder(seats, groups, claims[left - 1])
    if _remainder(seats, groups, claims[left]) != cut:
        return ()
    return tuple(group for group in groups if _remainder(seats, groups, group) == cut)


def political_balance(
    holders: Iterable[Row], groups: Mapping[str, int], seats: int | None = None
) -> PoliticalBalance:
    """The balance of seats whose holders (people, one for each seat) are given, by a council's composition.

    `seats` are those of a body, empty ones too; by default those that members of a group hold.

    >>> found = political_balance(
    ...     [{"kind": "member", "political_group": "A"}, {"kind": "member", "political_group": "A"},
    ...      {"kind": "contact"}], {"A": 3, "B": 3})
    >>> [(share.group, share.entitled, share.held) for share in found.shares], found.others, found.kept
    ([('A', 1, 2), ('B', 1, 0)], 1, False)
    """
    held: dict[str, int] = {}
    no_group = others = 0
    for person in holders:
        group = _group(person)
        if group in groups:
            held[group] = held.get(group, 0) + 1
        elif person.get("kind") == "member":
            no_group += 1
        else:
            others += 1
    shared = max(sum(held.values()), (seats or 0) - no_group - others)
    due, level = entitlement(shared, groups), tied(shared, groups)
    # Of groups level at the cut each may hold the seat, whichever of them came to hold it.
    most = {group: _whole(shared, groups, group) + 1 if group in level else due[group] for group in groups}
    return PoliticalBalance(
        tuple(Share(group, size, due[group], held.get(group, 0)) for group, size in groups.items()),
        shared,
        no_group,
        others,
        level,
        all(held.get(group, 0) <= most[group] for group in groups),
    )


def _group(person: Row) -> str:
    return str(person.get("political_group") or "").strip() if person.get("kind") == "member" else ""


def _whole(seats: int, groups: Mapping[str, int], group: str) -> int:
    return seats * groups[group] // sum(groups.values())


def _remainder(seats: int, groups: Mapping[str, int], group: str) -> int:
    return seats * groups[group] % sum(groups.values())


def _by_claim(seats: int, groups: Mapping[str, int]) -> list[str]:
    return sorted(groups, key=lambda group: (-_remainder(seats, groups, group), -groups[group], group))
