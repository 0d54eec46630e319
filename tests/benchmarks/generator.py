"""Registers of four sizes from a seed, made through the register's own saves: nothing in them is odd.

Every save is signed and every figure kept as in real work, so that `check` can be measured on them too.
A big one takes minutes (L four, XL a quarter of an hour): what was made is kept in a folder and found again.
"""

import hashlib
import os
import random
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from pmdesk.register.ids import new_id
from pmdesk.register.schema import migrations
from pmdesk.register.store import Register, create
from tests.benchmarks.readings import rule, told

_WORDS = [
    "grant", "agreed", "school", "cycle", "lane", "trustees", "debt", "advice", "waiting", "flood",
    "board", "county", "health", "centre", "library", "transport", "plan", "members", "review",
    "funding", "delayed", "staff", "meeting", "report", "village", "hall", "market", "youth", "housing",
]  # fmt: skip
Values = dict[str, str | int | bool | None]
Made = tuple[str, str, Values]  # kind, id, values


class Size(NamedTuple):
    """How many records of each kind a generated register has; each measure has 20 readings and 2 targets."""

    bodies: int
    partnerships: int
    milestones: int
    updates: int
    measures: int


# S is a small council; L and XL are far beyond any council, and show what grows with what.
SIZES = {
    "tiny": Size(6, 2, 12, 20, 6),
    "S": Size(60, 12, 150, 400, 80),
    "M": Size(600, 120, 4_000, 10_000, 2_500),
    "L": Size(5_000, 1_000, 100_000, 200_000, 50_000),
    "XL": Size(20_000, 4_000, 400_000, 800_000, 200_000),
}
_A_SAVE = 20_000  # records in one save: a whole import


def found(folder: Path, size: str, seed: int = 2026, say: Callable[[str], None] = print) -> Path:
    """A register of a named size in `folder`, made there when it is not; nobody writes to it afterwards."""
    path = folder / f"{size}-{seed}-{_edition()}.pmdesk"
    if not path.exists():
        say(f"Making a register of size {size} in {folder} ...")
        aside = path.with_name(f"{path.stem}.{os.getpid()}.made")
        aside.unlink(missing_ok=True)
        generate(aside, size, seed)
        os.replace(aside, path)
    return path


def generate(path: Path, size: str, seed: int = 2026) -> None:
    """Make a register of a named size at `path`; the same seed makes the same figures and words."""
    chance, many = random.Random(seed), SIZES[size]
    with create(path, "Generator") as register:
        people = _add(register, (_made("person", _person(n, chance)) for n in range(many.bodies * 2)))
        groups = _add(register, (_made("partnership", _partnership(n)) for n in range(many.partnerships)))
        bodies = _add(register, (_made("outside_body", _body(n, chance)) for n in range(many.bodies)))
        _add(register, (_made("appointment", _seat(bodies, people, chance)) for _ in range(many.bodies * 2)))
        _add(register, (_made("milestone", _milestone(n, groups, chance)) for n in range(many.milestones)))
        _add(register, (_made("progress_update", _update(groups, chance)) for _ in range(many.updates)))
        plan = _add(register, [_made("plan", {"name": "Corporate Plan", "kind": "corporate_plan"})])[0]
        aims = _add(register, (_made("objective", _aim(n, plan)) for n in range(many.partnerships * 2)))
        _add(register, [_made("rating_rule", rule())])
        _add(register, _measures(many.measures, people, groups, aims, chance))


def _edition() -> str:
    """Another generator, another schema: another file."""
    sources = [Path(__file__), Path(__file__).with_name("readings.py")]
    told = (
        b"".join(source.read_bytes() for source in sources) + "".join(sql for _, sql in migrations()).encode()
    )
    return hashlib.sha256(told).hexdigest()[:10]


def _made(kind: str, values: Values) -> Made:
    return kind, new_id(), values


def _add(register: Register, records: Iterable[Made]) -> list[str]:
    """Bring records in, an import's worth in each save; their ids."""
    made: list[str] = []
    waiting = iter(records)
    while some := list(islice(waiting, _A_SAVE)):
        with register.change("Brought in a file", via="import:generated") as change:
            made += [change.add(kind, values, record=record) for kind, record, values in some]
    return made


def _measures(
    many: int, people: list[str], groups: list[str], aims: list[str], chance: random.Random
) -> Iterator[Made]:
    """Measures one after another, each followed by its targets and readings."""
    for n in range(many):
        measure, targets, readings = told(n, chance)
        measure |= {
            "title": f"{_text(chance, 3).capitalize()} {n}",
            "partnership": chance.choice([*groups, None]),
            "objective": chance.choice([*aims, None]),
            "owner": chance.choice(people),
        }
        identity = new_id()
        yield "measure", identity, measure
        for kind, hanging in (("target", targets), ("reading", readings)):
            for each in hanging:
                yield _made(kind, {"measure": identity, **each})


def _text(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(_WORDS, k=words))


def _person(n: int, chance: random.Random) -> Values:
    first = chance.choice(("Ann", "Priya", "Rhys", "Tom", "Zoë", "Daniel", "Siân", "Ruth"))
    last = chance.choice(("Ashby", "Evans", "Okafor", "Nair", "Marsh", "Holloway", "Jones", "Ŵyn"))
    return {"name": f"{first} {last} {n}", "kind": "member", "ward": _text(chance, 1)}


def _partnership(n: int) -> Values:
    return {"name": f"Partnership {n}", "purpose": "Work together", "status": "active"}


def _body(n: int, chance: random.Random) -> Values:
    return {"name": f"{_text(chance, 2).title()} Trust {n}", "aims": _text(chance, 12), "seats": 2}


def _seat(bodies: list[str], people: list[str], chance: random.Random) -> Values:
    return {
        "outside_body": chance.choice(bodies),
        "person": chance.choice(people),
        "starts": f"20{chance.randrange(10, 26)}-05-20",
    }


def _milestone(n: int, groups: list[str], chance: random.Random) -> Values:
    due = f"2026-{chance.randrange(1, 13):02d}-{chance.randrange(1, 29):02d}"
    return {"title": f"{_text(chance, 3)} {n}", "partnership": chance.choice(groups), "first_due": due}


def _update(groups: list[str], chance: random.Random) -> Values:
    year = chance.randrange(20, 26)
    return {
        "partnership": chance.choice(groups),
        "period": f"20{year}-{year + 1} Q{chance.randrange(1, 5)}",
        "done": _text(chance, 20),
        "next_steps": _text(chance, 8),
        "status": "submitted",
    }


def _aim(n: int, plan: str) -> Values:
    return {"name": f"Objective {n}", "plan": plan, "kind": "objective", "code": str(n)}
