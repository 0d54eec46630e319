"""What waits for what, read from the register: the links of one milestone, and the critical chains."""

from typing import NamedTuple

from pmdesk.actions.finding import SHOWN
from pmdesk.domain.dates import say_date
from pmdesk.domain.slippage import Waits, awaited, critical_chain, critical_chains, dated
from pmdesk.domain.words import Words
from pmdesk.figures.timeline import Step, TimelineRow, timeline
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


class WaitLine(NamedTuple):
    """A milestone at the other end of a link: its state, its date in words, its partnership if another's."""

    link: str
    milestone: str
    title: str
    state: str
    date: str
    partnership: str


class WaitLines(NamedTuple):
    """What a milestone waits for, and what waits for it."""

    waits_for: tuple[WaitLine, ...] = ()
    wait_for_it: tuple[WaitLine, ...] = ()


class Chains(NamedTuple):
    """Every 'waits for' (milestone, the one it waits for), and the critical chain of each partnership."""

    waits: tuple[tuple[str, str], ...]
    critical: tuple[tuple[Step, ...], ...]


def waiting(register: Register, milestone: str) -> Waiting:
    """What a milestone waits for and what waits for it, each by title."""
    after = register.all("waits_for", milestone=milestone)
    before = register.all("waits_for", waits_for=milestone)
    return Waiting(_links(after, "waits_for"), _links(before, "milestone"))


def wait_lines(register: Register, milestone: str, today: str, words: Words) -> WaitLines:
    """The milestones that one waits for and those that wait for it, as lines to read."""
    found = waiting(register, milestone)
    ids = tuple(dict.fromkeys(link.milestone for link in (*found.waits_for, *found.wait_for_it)))
    rows = register.all("milestone", id=ids) if ids else []
    forecasts = register.all("forecast", milestone=ids) if ids else []
    known = {row.id: row for row in timeline(rows, forecasts, today, words).rows}
    own = (register.get("milestone", milestone) or {}).get("partnership")
    others = {row["id"]: str(row["partnership_name"] or "") for row in rows if row["partnership"] != own}

    def lines(links: tuple[Link, ...]) -> tuple[WaitLine, ...]:
        there = [(link, known[link.milestone]) for link in links if link.milestone in known]
        return tuple(
            WaitLine(link.id, row.id, row.title, row.state, _told(row, words), others.get(row.id, ""))
            for link, row in there
        )

    return WaitLines(lines(found.waits_for), lines(found.wait_for_it))


def milestones_like(register: Register, milestone: str, text: str) -> list[tuple[str, str]]:
    """(id, title with its partnership) of the other milestones whose words begin as typed."""
    rows = register.page("milestone", register.listed("milestone", text)[: SHOWN + 1])
    return [(str(row["id"]), _named(row)) for row in rows if row["id"] != milestone][:SHOWN]


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
    if partnership is None:
        found = critical_chains(known, links, owners.values())
    else:
        one = critical_chain(known, links, owners.get(partnership, ()))
        found = [one] if one else []
    distinct = dict.fromkeys(map(tuple, found))
    return Chains(tuple(links), tuple(tuple(Step(id, titles[id]) for id in chain) for chain in distinct))


def _told(row: TimelineRow, words: Words) -> str:
    if row.now is None:
        return words("no date")
    day = say_date(row.now.isoformat(), words)
    return words("done {day}", day=day) if row.done else day


def _named(row: Row) -> str:
    owner = row.get("partnership_name")
    return f"{row['title']} ({owner})" if owner else str(row["title"])


def _links(rows: list[Row], other: str) -> tuple[Link, ...]:
    ends = sorted(rows, key=lambda row: str(row[f"{other}_name"] or "").casefold())
    return tuple(Link(str(row["id"]), str(row[other])) for row in ends if row[other])
