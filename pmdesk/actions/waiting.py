"""What waits for what, read from the register: the links of one milestone, and the critical chains."""

from typing import NamedTuple

from pmdesk.domain.slippage import Waits, awaited, critical_chain, dated
from pmdesk.figures.timeline import Step
from pmdesk.register.lists import Row
from pmdesk.register.store import Register


class Link(NamedTuple):
    """One 'waits for' from a milestone's side: the link's own id, and the milestone at its other end."""

    id: str
    milestone: str


class Waiting(NamedTuple):
    """The links of one milestone: what it waits for, and what waits for it."""

    waits_for: tuple[Link, ...]
    wait_for_it: tuple[Link, ...]


class Chains(NamedTuple):
    """Every 'waits for' (milestone, the one it waits for), and the critical chain of each partnership."""

    waits: tuple[tuple[str, str], ...]
    critical: tuple[tuple[Step, ...], ...]


def waiting(register: Register, milestone: str) -> Waiting:
    """What a milestone waits for and what waits for it, each by title."""
    after = register.all("waits_for", milestone=milestone)
    before = register.all("waits_for", waits_for=milestone)
    return Waiting(_links(after, "waits_for"), _links(before, "milestone"))


def chains(register: Register, partnership: str | None = None) -> Chains:
    """The links, and the critical chains of one partnership (its id) or of every one that has one.

    A chain ends at the partnership's last milestone; what that waits for may be another partnership's.
    """
    links: Waits = awaited(register.all("waits_for"))
    if not links:
        return Chains((), ())
    milestones = register.all("milestone")
    known = dated(milestones, register.all("forecast"))
    titles = {str(row["id"]): str(row["title"] or "") for row in milestones}
    owners: dict[object, set[str]] = {}
    for row in milestones:
        if partnership is None or row["partnership"] == partnership:
            owners.setdefault(row["partnership"], set()).add(str(row["id"]))
    found = (tuple(critical_chain(known, links, own)) for own in owners.values())
    distinct = dict.fromkeys(chain for chain in found if chain)
    return Chains(tuple(links), tuple(tuple(Step(id, titles[id]) for id in chain) for chain in distinct))


def _links(rows: list[Row], other: str) -> tuple[Link, ...]:
    ends = sorted(rows, key=lambda row: str(row[f"{other}_name"] or "").casefold())
    return tuple(Link(str(row["id"]), str(row[other])) for row in ends if row[other])
