"""Registers damaged in every way, and rescued: nothing that is still there in its bytes is lost.

The oracle knows where each save and each value lies in the file: one that lies in one piece is intact while
these bytes are, one that goes on over pages while all these pages are.
"""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pmdesk.register import rescuing as ours
from pmdesk.register import salvage
from pmdesk.register.faults import Unavailable
from pmdesk.register.store import create, open_register
from tests.faults import verbs
from tests.faults.storage_calls import quick_place
from tests.faults.sweep import Tally, clock, main

PAGE = 4096
WAYS = ("bit", "bit", "run", "zero", "copied", "swapped", "cut", "noise", "header", "many", "journal")


class Place(NamedTuple):
    """Where something lies: in one piece from `start` to `end`, else on `pages`."""

    start: int
    end: int
    pages: tuple[int, ...]


def sweep(folder: Path, many: int, until: float, planted: str) -> Tally:
    """Spoil a register, rescue it, and compare with what is intact."""
    folder = quick_place(folder)
    folder.mkdir(exist_ok=True)
    verbs.at_home(folder)
    path = folder / "a.pmdesk"
    _write(path, random.Random(3))
    good = path.read_bytes()
    saves, values = _places(path, good)
    _plant(planted)
    chance, tried, lost = random.Random(20260427), 0, list[str]()
    whole = 0
    while tried < many and clock() < until and not (planted and lost):
        data, before, what = _spoil(good, chance)
        problems, saved = _rescued(folder, good, data, before, saves, values)
        lost += [f"{what}: {problem}" for problem in problems]
        whole += saved
        tried += 1
    shutil.rmtree(folder)
    return Tally(tried, lost, {"saves rescued": whole})


def _plant(planted: str) -> None:
    if planted == "the first page alone of what goes on":
        salvage._whole = lambda image, page, at, length: page[at : at + length]
    elif planted == "trusts the header":
        known = salvage._read
        salvage._read = lambda path: known(path) if known(path)[:15] == b"SQLite format 3" else b""


def _write(path: Path, chance: random.Random) -> None:
    """Small saves, and some that go on over many pages."""
    with create(path) as register:
        people = []
        for n in range(30):
            with register.change("Saved person") as change:
                people.append(
                    change.add("person", {"name": f"Person {n}", "kind": "member", "note": _text(chance, 40)})
                )
        with register.change("Brought in a file") as change:
            for n in range(40):
                change.add("organisation", {"name": f"Organisation {n}", "note": _text(chance, 300)})
        for person in people[::3]:
            with register.change("Saved person") as change:
                change.set("person", person, {"note": _text(chance, 6_000)})


def _text(chance: random.Random, length: int) -> str:
    return "".join(chance.choice("abcdefghijklmnopqrstuvwxyz ") for _ in range(length)).strip() or "x"


def _places(path: Path, good: bytes) -> tuple[dict[bytes, Place], dict[tuple[bytes, int], Place]]:
    saves, values = {}, {}
    with open_register(path, read_only=True) as register:
        for entry in register.entries():
            saves[entry.hash] = _place(good, entry.hash, [entry.body, entry.sig])
            for place, payload in entry.payloads.items():
                values[entry.hash, place] = _place(good, payload.salt, [payload.value.encode()])
    return saves, values


def _place(good: bytes, head: bytes, parts: list[bytes]) -> Place:
    """Where a record lies whose first long column is `head`."""
    body, start = parts[0], good.index(head)
    at = good.find(body, start)
    if at > 0 and (start // PAGE == at // PAGE):
        end = at + len(body) + (64 + 8 if len(parts) > 1 else 0)
        return Place(start - 24, end, ())
    # The same text stands in the tables too, and the end of it may be alone on its page: all of them count.
    pieces, pages = [body[n : n + 24] for n in range(0, len(body) - 24, 24)] + parts[1:], {start // PAGE}
    for piece in (*pieces, body[-12:], body[-6:]):
        pages |= {at // PAGE for at in _everywhere(piece, good)}
    return Place(0, 0, tuple(sorted(pages)))


def _everywhere(piece: bytes, good: bytes) -> Iterator[int]:
    at = good.find(piece)
    while at >= 0:
        yield at
        at = good.find(piece, at + 1)


def _is_there(place: Place, good: bytes, data: bytes) -> bool:
    if not place.pages:
        return data[place.start : place.end] == good[place.start : place.end]
    return all(data[n * PAGE : n * PAGE + PAGE] == good[n * PAGE : n * PAGE + PAGE] for n in place.pages)


def _spoil(good: bytes, chance: random.Random) -> tuple[bytes, bytes | None, str]:
    """The file spoilt, a journal that lies beside it, and how."""
    way, journal = chance.choice(WAYS), None
    data, pages = bytearray(good), len(good) // PAGE
    for _ in range(chance.choice((2, 8, 40)) if way == "many" else 1):
        at = chance.randrange(len(data))
        page = at - at % PAGE
        one = chance.choice(WAYS[:6]) if way == "many" else way
        if one == "bit":
            data[at] ^= 1 << chance.randrange(8)
        elif one == "run":
            data[at : at + 16] = chance.randbytes(min(16, len(data) - at))
        elif one == "noise":
            data[page : page + PAGE] = chance.randbytes(PAGE)
        elif one == "zero":
            data[page : page + PAGE] = bytes(PAGE)
        elif one in ("copied", "swapped"):
            other = chance.randrange(pages) * PAGE
            here = bytes(data[page : page + PAGE])
            data[page : page + PAGE] = data[other : other + PAGE]
            if one == "swapped":
                data[other : other + PAGE] = here
        elif one == "header":
            data[: chance.choice((16, 100, PAGE))] = chance.randbytes(chance.choice((16, 100, PAGE)))
            data = data[: len(good)].ljust(len(good), b"\0")
        elif one == "cut":
            del data[at:]
        elif one == "journal":
            journal = _torn_journal(good, data, chance)
    return bytes(data), journal, way


def _torn_journal(good: bytes, data: bytearray, chance: random.Random) -> bytes:
    """A save that was cut off: some pages written over, as they were before in the journal, itself torn."""
    numbers = chance.sample(range(len(good) // PAGE), 3)
    head = bytes.fromhex("d9d505f920a163d7") + (3).to_bytes(4, "big") + bytes(4)
    head += (len(good) // PAGE).to_bytes(4, "big") + (512).to_bytes(4, "big") + PAGE.to_bytes(4, "big")
    journal = head.ljust(512, b"\0")
    for number in numbers:
        journal += (number + 1).to_bytes(4, "big") + good[number * PAGE : number * PAGE + PAGE] + bytes(4)
        data[number * PAGE : number * PAGE + PAGE] = chance.randbytes(PAGE)
    return journal[: chance.choice((len(journal), chance.randrange(len(journal))))]


def _rescued(
    folder: Path,
    good: bytes,
    data: bytes,
    journal: bytes | None,
    saves: dict[bytes, Place],
    values: dict[tuple[bytes, int], Place],
) -> tuple[list[str], int]:
    path, new = folder / "b.pmdesk", folder / "new.pmdesk"
    beside = path.with_name(path.name + "-journal")
    path.write_bytes(data)
    beside.unlink(missing_ok=True)
    if journal is not None:
        beside.write_bytes(journal)
    new.unlink(missing_ok=True)
    intact = {digest for digest, place in saves.items() if _is_there(place, good, data)}
    try:
        ours.rescue(path, new, [])
    except Unavailable as fault:
        return ([f"{len(intact)} saves are there: {fault}"] if intact else []), 0
    except Exception as error:
        return [f"{type(error).__name__}: {error}"], 0
    problems = []
    if path.read_bytes() != data or (journal is not None and beside.read_bytes() != journal):
        problems.append("the damaged file was changed")
    with open_register(new, read_only=True) as register:
        found = {entry.hash: entry for entry in register.entries()}
        problems += [str(each) for each in register.check()]
    problems += [f"save {digest.hex()[:8]} lost" for digest in intact - found.keys()]
    if found.keys() - saves.keys():
        problems.append("saves that nobody made")
    problems += (
        [
            f"value {place} of save {digest.hex()[:8]} lost"
            for (digest, place), where in values.items()
            if digest in intact and place not in found[digest].payloads and _is_there(where, good, data)
        ]
        if not problems
        else []
    )
    return problems, len(found)


if __name__ == "__main__":
    main(sweep)
