"""Laptops that sync with a real hub while the line is cut at each statement in turn, or the server is killed.

In the end every laptop and the hub hold each save that anybody made, with every value but those erased. Other
laptops sync in the midst of a sync, so that saves are committed in another order than they began.
"""

import os
import random
import shutil
import socket
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg

from pmdesk.register import hub_link
from pmdesk.register.entries import read_body
from pmdesk.register.hub_faults import HubFault
from tests.faults import verbs
from tests.faults.sweep import Tally, clock, main
from tests.hub_laptops import Laptop, erasing, stored
from tests.hub_server import Hub, Server

STEPS = 24
Value = tuple[bytes, int]  # of a save, by its hash: the place of a value


class Line(psycopg.Connection[Any]):
    """A line of which each trip to the server is counted; `before` and `after` may break it there."""

    trips = 0
    before: Callable[[int, "Line"], None] = staticmethod(lambda _trip, _line: None)
    after: Callable[[int, "Line"], None] = staticmethod(lambda _trip, _line: None)
    naive = False

    def wait(self, gen: Any, *given: Any, **named: Any) -> Any:
        Line.trips += 1
        trip = Line.trips
        Line.before(trip, self)
        found = super().wait(gen, *given, **named)
        Line.after(trip, self)
        return found

    def execute(self, query: Any, *given: Any, **named: Any) -> Any:
        if Line.naive:
            query = query.replace("pg_snapshot_xmin", "pg_snapshot_xmax")
        return super().execute(query, *given, **named)

    def cut(self) -> None:
        with socket.socket(fileno=os.dup(self.pgconn.socket)) as line:
            line.shutdown(socket.SHUT_RDWR)


def sweep(folder: Path, many: int, until: float, planted: str) -> Tally:
    """Until `many` syncs were broken off, in scenarios of their own."""
    verbs.at_home(folder)
    (folder / "home").mkdir(parents=True, exist_ok=True)
    _plant(planted)
    server, tried, lost, noted, seed = Server(), 0, list[str](), Counter[str](), 0
    try:
        while tried < many and clock() < until and not (planted and lost):
            scenario = Scenario(folder / f"scenario{seed}", server, seed)
            lost += [f"scenario {seed}: {problem}" for problem in list(scenario.problems())[:5]]
            tried += scenario.counts["broken off"]
            noted += scenario.counts
            shutil.rmtree(folder / f"scenario{seed}")
            seed += 1
    finally:
        server.remove()
    return Tally(tried, lost, {"scenarios": seed, **noted})


def _plant(planted: str) -> None:
    psycopg.connect = Line.connect  # type: ignore[assignment]
    # Whoever waits for a sync that stands still inside another waits for ever: let it be told soon.
    hub_link._LIMITS["options"] = hub_link._LIMITS["options"].replace(
        "lock_timeout=20s", "lock_timeout=100ms"
    )
    Line.naive = planted == "a naive horizon"


BREAKS = ("cut before a statement", "cut after a statement", "server killed")


class Scenario:
    """Three laptops and a hub; `made` and `erased` are the oracle's: saves with their values' places."""

    def __init__(self, folder: Path, server: Server, seed: int) -> None:
        self.chance, self.counts, self.server = random.Random(seed), Counter[str](), server
        first = Laptop(folder / "laptop0")
        with first.open() as register:
            self.hub = Hub(server, "hubs", register.id, ("helen", "amir"))
        self.laptops = [first, *(Laptop(folder / f"laptop{n}", first.file) for n in (1, 2))]
        self.records: list[str] = []
        self.made: dict[bytes, set[int]] = {}
        self.erased: set[Value] = set()
        self.wrong: list[str] = []
        self.turn, self.longest = seed * 3, 12

    def problems(self) -> Iterator[str]:
        for _ in range(STEPS):
            self._step(self.chance.choice(self.laptops))
        # Twice: what the last one brings must come to the first, too.
        for each in (*self.laptops, *self.laptops):
            if fault := self._sync(each):
                yield f"the last syncs: {fault}"
        yield from self.wrong
        wanted = {
            name: {place for place in places if (name, place) not in self.erased}
            for name, places in self.made.items()
        }
        tables = self.laptops[0].tables()
        for n, laptop in enumerate(self.laptops):
            yield from self._compare(f"laptop {n}", laptop.journal(), wanted)
            yield from (f"laptop {n}: check: {problem}" for problem in laptop.check())
            if laptop.tables() != tables:
                yield f"laptop {n} shows other values than laptop 0"
        yield from self._compare("the hub", stored(self.hub), wanted)

    def _compare(self, who: str, found: dict[bytes, Any], wanted: dict[bytes, set[int]]) -> Iterator[str]:
        has = {name: set(values) for name, values in found.items()}
        if lacking := wanted.keys() - has.keys():
            yield f"{who} lacks {len(lacking)} saves"
        if has.keys() - wanted.keys():
            yield f"{who} has saves that nobody made"
        for name in wanted.keys() & has.keys():
            if has[name] != wanted[name]:
                yield f"{who}: a save has values {sorted(has[name])} and should have {sorted(wanted[name])}"

    def _step(self, laptop: Laptop) -> None:
        (what,) = self.chance.choices(
            ("write", "change", "undo", "erase", "sync", *BREAKS, "sync within"),
            (4, 4, 2, 1, 4, 4, 4, 0.4, 4),
        )
        self.counts[what] += 1
        if what in ("write", "change", "undo", "erase"):
            with laptop.open() as register:
                self._write(register, what)
                self._note(register)
        elif what == "sync":
            if fault := self._sync(laptop):
                self.wrong.append(f"a sync on a whole line: {fault}")
        elif what == "sync within":
            self._within(laptop)
        else:
            self._broken(laptop, what)

    def _write(self, register: Any, what: str) -> None:
        here = [record for record in self.records if register.get("person", record)]
        if what == "write" or not here:
            with register.change("Saved person") as change:
                self.records.append(change.add("person", {"name": f"Ashdown {len(self.records)}"}))
        elif what == "erase":
            record = self.chance.choice(here)
            self.erased |= {
                (entry.hash, place)
                for entry in register.entries()
                for place, event in enumerate(read_body(entry.body).events)
                if event.record == record and place in entry.payloads
            }
            erasing(register, record)
        else:
            with register.change("Saved person") as change:
                change.set("person", self.chance.choice(here), {"email": f"{self.chance.random()}@x.example"})
            if what == "undo":
                register.undo()

    def _note(self, register: Any) -> None:
        for entry in register.entries():
            self.made.setdefault(entry.hash, set()).update(entry.payloads)

    def _sync(self, laptop: Laptop) -> Any:
        """A whole sync; how many trips it took says where the next may be cut."""
        Line.trips = 0
        fault = laptop.sync(self.hub, self.chance.choice(("helen", "amir"))).fault
        if fault is None:
            self.longest = max(Line.trips, 12)
        return fault

    def _broken(self, laptop: Laptop, what: str) -> None:
        """A sync whose line is cut at one statement, each in its turn, or whose server dies there."""
        self.turn += 1
        at, hit = 1 + self.turn % self.longest, False

        def cut(trip: int, line: Line) -> None:
            nonlocal hit
            if trip == at and not hit:
                hit = True
                if what == "server killed":
                    self.server.kill()
                else:
                    line.cut()

        def cut_after(trip: int, line: Line) -> None:
            cut(trip, line)
            if trip == at:
                raise psycopg.OperationalError("the line was cut before the answer came")

        with hooked(cut if what != "cut after a statement" else None, cut_after if "after" in what else None):
            try:
                fault = self._sync(laptop)
            except HubFault as met:  # before there was a line
                fault = met
        if what == "server killed" and hit:
            self.server.start()
        if fault is not None and not (isinstance(fault, HubFault) and fault.away and hit):
            self.wrong.append(f"{what} at {at}: {type(fault).__name__}: {fault}")
        self.counts["broken off"] += hit
        with laptop.open() as register:
            if problems := register.check():
                self.wrong.append(f"{what} at {at}: check: {problems[0]}")

    def _within(self, laptop: Laptop) -> None:
        """The two others sync, whole, at one statement of this laptop's sync."""
        others = [each for each in self.laptops if each is not laptop]
        with laptop.open() as register:
            self._write(register, "write")
            self._note(register)
        at, done = self.chance.randrange(8, self.longest), False

        def meanwhile(trip: int, _line: Line) -> None:
            nonlocal done
            if trip >= at and not done:
                done = True
                for each in others:
                    if fault := each.sync(self.hub).fault:
                        self.counts[f"waited too long: {type(fault).__name__}"] += 1

        with others[0].open() as register:
            self._write(register, "write")
            self._note(register)
        with hooked(meanwhile, None):
            if fault := self._sync(laptop):
                self.wrong.append(f"a sync round another: {fault}")


class hooked:  # noqa: N801
    """What happens before and after each trip, while it lasts."""

    def __init__(self, before: Any, after: Any) -> None:
        self._hooks = before, after

    def __enter__(self) -> None:
        nothing = staticmethod(lambda _trip, _line: None)
        Line.before = staticmethod(self._hooks[0]) if self._hooks[0] else nothing
        Line.after = staticmethod(self._hooks[1]) if self._hooks[1] else nothing

    def __exit__(self, *_given: object) -> None:
        Line.before = Line.after = staticmethod(lambda _trip, _line: None)


if __name__ == "__main__":
    main(sweep)
