"""The laptops of the sweep: a home and a copy of the register each, a clock that is wrong, an old pmdesk."""

import os
import random
import shutil
import time as real_time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.facts import Entity, Field
from pmdesk.register import change, lists, matching, projection, schema
from pmdesk.register.store import Register, open_register
from tests.faults.laptops_oracle import Name, Oracle, Visible

DAY = 86_400
KNOWN = schema.migrations()
# What a pmdesk to come may know and this one does not: a kind of record, and a field.
LATER = """
CREATE TABLE later (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    stub INTEGER NOT NULL DEFAULT 0 CHECK (stub IN (0, 1)),
    name TEXT,
    note TEXT
) STRICT;
ALTER TABLE organisation ADD COLUMN later TEXT;
"""
_NOW: Mapping[str, Entity] = dict(ENTITIES)
_TO_COME: Mapping[str, Entity] = {
    **_NOW,
    "organisation": replace(
        _NOW["organisation"], fields=(*_NOW["organisation"].fields, Field("later", "Later"))
    ),
    "later": Entity(
        "later", "Later", "Laters", (Field("name", "Name", required=True), Field("note", "Note"))
    ),
}


class InHand(NamedTuple):
    """What is open and not yet saved: how it is saved, the saves that were here when it was opened, and how
    many there were in the world.
    """

    save: Callable[[], object]
    known: frozenset[bytes]
    made: int


@dataclass
class Laptop:
    """One laptop; `known` are the saves that came to its register, by the oracle's reckoning."""

    n: int
    home: Path
    path: Path
    drift: int  # seconds by which its clock is wrong
    newer: bool
    known: set[bytes] = field(default_factory=set)
    open: Register | None = None
    kept: list[tuple[Path, frozenset[bytes]]] = field(default_factory=list)  # its backups
    went_back: bool = False  # to an older file
    in_hand: InHand | None = None
    erasing: set[Name] = field(default_factory=set)  # what the deed in hand erases

    @property
    def register(self) -> Register:
        assert self.open
        return self.open


@dataclass
class World:
    """A scenario: its laptops, what is on its way between them, and what came of it so far."""

    folder: Path
    chance: random.Random
    laptops: list[Laptop] = field(default_factory=list)
    oracle: Oracle = field(default_factory=Oracle)
    counts: dict[str, int] = field(default_factory=dict)
    words: int = 0
    by_packs: bool = False
    roles: bool = False  # only trusted laptops count, once the first one says so

    def count(self, what: str, many: int = 1) -> None:
        self.counts[what] = self.counts.get(what, 0) + many

    def word(self) -> str:
        """Text that nobody wrote before, in this scenario or another place of it."""
        self.words += 1
        return f"word{self.words:04d}q{self.chance.randrange(1 << 20):05x}"


def in_view(world: World, laptop: Laptop) -> Visible:
    """What is to be on the screen of a laptop, as the oracle has it."""
    absent = lacking(laptop.register) if world.roles else set()
    return world.oracle.visible(laptop.known, absent)


def lacking(register: Register) -> set[Name]:
    """The values that are not here, and were not erased either."""
    rows = register.db.execute(
        "SELECT n.hash, e.id % 65536 FROM event e JOIN entry n ON n.n = e.id / 65536"
        " LEFT JOIN payload p ON p.event = e.id LEFT JOIN erased x ON x.hash = n.hash"
        " AND x.place = e.id % 65536 AND x.by <> zeroblob(32) WHERE p.event IS NULL AND x.hash IS NULL"
    )
    return set(rows)


@contextmanager
def at(laptop: Laptop, way_in: Callable[[Path], Register] = open_register) -> Iterator[Register]:
    """Sit down at a laptop: its home, its clock, its pmdesk."""
    os.environ["PMDESK_HOME"] = str(laptop.home)
    change.time = SimpleNamespace(time=lambda: real_time.time() + laptop.drift)  # type: ignore[attr-defined]
    as_of(laptop.newer)
    if laptop.open is None:
        laptop.open = way_in(laptop.path)
    yield laptop.open


def shut(laptop: Laptop) -> None:
    laptop.in_hand = None
    if laptop.open is not None:
        laptop.open.close()
        laptop.open = None


def settle_in(world: World, source: Path, known: set[bytes], *, newer: bool) -> Laptop:
    """A laptop more, with a copy of a register file."""
    n = len(world.laptops)
    folder = world.folder / f"laptop{n}"
    (folder / "home").mkdir(parents=True)
    drift = world.chance.choice((0, 0, world.chance.randrange(-400, 3_650))) * DAY
    laptop = Laptop(n, folder / "home", folder / "register.pmdesk", drift, newer, set(known))
    shutil.copyfile(source, laptop.path)
    world.laptops.append(laptop)
    return laptop


def as_of(newer: bool) -> None:
    """Be the pmdesk of today, or the one to come."""
    if newer is ("later" in ENTITIES):
        return
    assert isinstance(ENTITIES, dict)
    ENTITIES.clear()
    ENTITIES.update(_TO_COME if newer else _NOW)
    known = (*KNOWN, (KNOWN[-1][0] + 1, LATER)) if newer else KNOWN
    schema.migrations = lru_cache(lambda: known)
    cached = (projection._fields, projection._searched, projection._pointers, lists.select, lists._names)
    for made in (*cached, matching._pointing, matching._others):
        made.cache_clear()
