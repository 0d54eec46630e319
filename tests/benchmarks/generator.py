"""Registers of four sizes from a seed, made through the register's own saves: nothing in them is odd."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pmdesk.register.change import Change
from pmdesk.register.store import Register, create

_WORDS = [
    "grant", "agreed", "school", "cycle", "lane", "trustees", "debt", "advice", "waiting", "flood",
    "board", "county", "health", "centre", "library", "transport", "plan", "members", "review",
    "funding", "delayed", "staff", "meeting", "report", "village", "hall", "market", "youth", "housing",
]  # fmt: skip


class Size(NamedTuple):
    """How many records of each kind a generated register has."""

    bodies: int
    partnerships: int
    milestones: int
    updates: int


# S is a small council; L and XL are far beyond any council, and show what grows with what.
SIZES = {
    "tiny": Size(6, 2, 12, 20),
    "S": Size(60, 12, 150, 400),
    "M": Size(600, 120, 4_000, 10_000),
    "L": Size(5_000, 1_000, 100_000, 200_000),
    "XL": Size(20_000, 4_000, 400_000, 800_000),
}
_A_SAVE = 20_000  # records in one save: a whole import


def generate(path: Path, size: str, seed: int = 2026) -> None:
    """Make a register of a named size at `path`; the same seed makes the same records."""
    chance, many = random.Random(seed), SIZES[size]
    with create(path, "Generator") as register:
        people = _add(register, "person", (_person(n, chance) for n in range(many.bodies * 2)))
        groups = _add(register, "partnership", (_partnership(n) for n in range(many.partnerships)))
        bodies = _add(register, "outside_body", (_body(n, chance) for n in range(many.bodies)))
        _add(register, "appointment", (_seat(bodies, people, chance) for _ in range(many.bodies * 2)))
        _add(register, "milestone", (_milestone(n, groups, chance) for n in range(many.milestones)))
        _add(register, "progress_update", (_update(groups, chance) for _ in range(many.updates)))


def _add(register: Register, kind: str, records: Iterator[dict[str, str | int]]) -> list[str]:
    made: list[str] = []
    waiting = list(records)
    for first in range(0, len(waiting), _A_SAVE):
        with register.change("Brought in a file", via="import:generated") as change:
            made += _some(change, kind, waiting[first : first + _A_SAVE])
    return made


def _some(change: Change, kind: str, records: list[dict[str, str | int]]) -> list[str]:
    return [change.add(kind, record) for record in records]


def _text(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(_WORDS, k=words))


def _person(n: int, chance: random.Random) -> dict[str, str | int]:
    first = chance.choice(("Ann", "Priya", "Rhys", "Tom", "Zoë", "Daniel", "Siân", "Ruth"))
    last = chance.choice(("Ashby", "Evans", "Okafor", "Nair", "Marsh", "Holloway", "Jones", "Ŵyn"))
    return {"name": f"{first} {last} {n}", "kind": "member", "ward": _text(chance, 1)}


def _partnership(n: int) -> dict[str, str | int]:
    return {"name": f"Partnership {n}", "purpose": "Work together", "status": "active"}


def _body(n: int, chance: random.Random) -> dict[str, str | int]:
    return {"name": f"{_text(chance, 2).title()} Trust {n}", "aims": _text(chance, 12), "seats": 2}


def _seat(bodies: list[str], people: list[str], chance: random.Random) -> dict[str, str | int]:
    return {
        "outside_body": chance.choice(bodies),
        "person": chance.choice(people),
        "starts": f"20{chance.randrange(10, 26)}-05-20",
    }


def _milestone(n: int, groups: list[str], chance: random.Random) -> dict[str, str | int]:
    due = f"2026-{chance.randrange(1, 13):02d}-{chance.randrange(1, 29):02d}"
    return {"title": f"{_text(chance, 3)} {n}", "partnership": chance.choice(groups), "first_due": due}


def _update(groups: list[str], chance: random.Random) -> dict[str, str | int]:
    return {
        "partnership": chance.choice(groups),
        "period": f"20{chance.randrange(20, 26)}-{chance.randrange(21, 27)} Q{chance.randrange(1, 5)}",
        "done": _text(chance, 20),
        "next_steps": _text(chance, 8),
        "status": "submitted",
    }
