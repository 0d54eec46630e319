"""Hostile bytes: registers spoilt, saves signed but malformed, sheets, forms and packs damaged."""

import json
import random
import shutil
import time
from collections.abc import Callable
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from pmdesk.actions.exports import export
from pmdesk.actions.imports import look
from pmdesk.domain.words import Words
from pmdesk.exchange.unreadable import Unreadable
from pmdesk.register import checking, entries, merging
from pmdesk.register.entries import Entry, Malformed, Payload
from pmdesk.register.store import Register, memory, open_register
from tests.faults import verbs
from tests.faults.bit_flips import contents, protected_one
from tests.faults.bit_flips import look as look_at
from tests.faults.hostile_forms import forms
from tests.faults.hostile_packs import packs
from tests.faults.reading import read_once
from tests.faults.storage_calls import quick_place
from tests.faults.sweep import Tally, clock, main

HANGS = 10.0  # seconds; two on an idle machine
Lost = list[str]
Part = Callable[[Path, int, float, random.Random], tuple[int, Lost, dict[str, int]]]


def sweep(folder: Path, many: int, until: float, planted: str) -> Tally:
    """A part each of what may be hostile; or, with something planted, what it should break."""
    folder = quick_place(folder)
    read_once()
    verbs.prepare(folder)
    verbs.at_home(folder)
    _plant(planted)
    parts, many = ({"saves": (saves, 1)}, min(many, 200)) if planted else (PARTS, many)
    now, tried, lost, noted = clock(), 0, Lost(), dict[str, int]()
    shares = sum(share for _work, share in parts.values())
    for at, (work, share) in enumerate(parts.values(), 1):
        some, found, said = work(
            folder, many * share // shares, now + (until - now) * at / len(parts), random.Random(20260427)
        )
        tried, lost, noted = tried + some, lost + found, {**noted, **said}
    shutil.rmtree(folder)
    return Tally(tried, lost, noted)


def _plant(planted: str) -> None:
    if planted == "no shape check":
        entries._ask = lambda right, what: None


# Registers: every harmful change is reported by the check, or the file is refused.


def registers(
    folder: Path, many: int, until: float, chance: random.Random
) -> tuple[int, Lost, dict[str, int]]:
    return _registers(folder / "a.pmdesk", many, until, chance)


def protected(
    folder: Path, many: int, until: float, chance: random.Random
) -> tuple[int, Lost, dict[str, int]]:
    """The same with a register that has a passphrase: every byte of it is signed."""
    tried, lost, noted = _registers(protected_one(folder), many, until, chance)
    return tried, lost, {f"protected {what}": n for what, n in noted.items()}


def _registers(
    path: Path, many: int, until: float, chance: random.Random
) -> tuple[int, Lost, dict[str, int]]:
    good, whole = path.read_bytes(), contents(path)
    tried, lost, harmless = 0, Lost(), 0
    while tried < many and clock() < until:
        spoilt, what = _spoil(good, chance, ("run", "page", "zero", "cut"))
        state, problems = look_at(path, spoilt, whole)
        harmless += state == "harmless"
        lost += [f"{what}: {problem}" for problem in problems]
        tried += 1
    path.write_bytes(good)
    return tried, lost, {"registers spoilt": tried, "of them harmlessly": harmless}


WAYS = ("bit", "bit", "bit", "run", "page", "zero", "cut")


def _spoil(good: bytes, chance: random.Random, ways: tuple[str, ...] = WAYS) -> tuple[bytes, str]:
    data, at = bytearray(good), chance.randrange(len(good))
    kind = chance.choice(ways)
    page = at - at % 4096
    if kind == "bit":
        data[at] ^= 1 << chance.randrange(8)
    elif kind == "run":
        data[at : at + 16] = chance.randbytes(min(16, len(data) - at))
    elif kind == "page":
        other = chance.randrange(max(1, len(data) // 4096)) * 4096
        data[page : page + 4096] = data[other : other + 4096]
    elif kind == "zero":
        data[page : page + 4096] = bytes(4096)
    else:
        del data[at:]
    return bytes(data), f"{kind} at {at}"


# Saves: validly signed, and malformed; refused whole, or taken in and sound.

_STRANGE: tuple[object, ...] = (
    None, True, -1, 0, 2**70, 1.5, "", "x", "\x00", "\ud800", "a" * 300, "__class__", "deleted", "id", "n",
    [], [[]], {}, {"a": 1}, "name; DROP TABLE person", "A" * 43, f"{'A' * 43}.0", f"{'A' * 43}.00",
    "partnership",
    "00000000-0000-7000-8000-000000000000", 1 << 53, "١", [None], float("nan"), float("inf"),
)  # fmt: skip


def saves(folder: Path, many: int, until: float, chance: random.Random) -> tuple[int, Lost, dict[str, int]]:
    private = Ed25519PrivateKey.generate()
    public = private.public_key().public_bytes_raw()
    with memory() as register:
        record = verbs.save_one(register, "There before")
        tried, lost, taken = 0, Lost(), 0
        while tried < many and clock() < until:
            entry = _malformed(_fair(register, public, record), private, chance)
            tried += 1
            problem, accepted = _take_in(register, entry)
            taken += accepted
            if problem:
                lost.append(f"save {entry.body[:200]!r}: {problem}")
    return tried, lost, {"saves malformed": tried, "of them sound enough to take in": taken}


def _fair(register: Register, public: bytes, record: str) -> dict[str, object]:
    """A body that nothing is wrong with, as JSON, from another laptop."""
    theirs = json.loads(next(iter(register.entries())).body)
    theirs["device"] = entries.hash_text(public)
    theirs["events"] = [
        [
            record,
            "person",
            [["name", "A" * 43, [f"{entries.hash_text(b'x' * 32)}.0"]], ["ward", "A" * 43, []]],
        ],
        ["01900000-0000-7000-8000-000000000001", "appointment", [["person", "A" * 43, []]]],
    ]
    return dict(theirs)


def _malformed(said: dict[str, object], private: Ed25519PrivateKey, chance: random.Random) -> Entry:
    payloads: dict[int, Payload] = {}
    values = [
        '"Someone"',
        "1e999",
        "[1]",
        "NaN",
        "{}",
        '"\\ud800"',
        "1" * 30,
        "null",
        "true",
        '"' + "y" * 200 + '"',
    ]
    groups = said["events"]
    assert isinstance(groups, list)
    place = 0
    for _record, _kind, fields in groups:
        for field in fields:
            payload = Payload(chance.randbytes(16), chance.choice(values))
            payloads[place], place = payload, place + 1
            field[1] = entries.hash_text(payload.hash)
    for _ in range(chance.choice((0, 1, 1, 1, 2))):
        _change_something(said, chance)
    try:
        body = json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=chance.random() < 0.5)
        data = body.encode(errors="surrogatepass")
    except (TypeError, ValueError):
        data = b"{}"
    if chance.random() < 0.05:
        data = chance.choice(
            (b"[" * 100_000, data[: len(data) // 2], b"\xff" + data, data.replace(b":", b"::"))
        )
    if chance.random() < 0.1:
        payloads = {chance.choice((-1, 0, 7, 1 << 40)): payload for payload in payloads.values()}
    return Entry(data, private.sign(data), payloads)


def _change_something(said: object, chance: random.Random) -> None:
    """Replace, drop or double one thing at a random depth."""
    while isinstance(said, dict | list) and said:
        key = chance.choice(list(said) if isinstance(said, dict) else range(len(said)))
        if not isinstance(said[key], dict | list) or not said[key] or chance.random() < 0.25:
            break
        said = said[key]
    if not isinstance(said, dict | list) or not said:
        return
    way = chance.choice(("replace", "replace", "drop", "more"))
    if way == "replace":
        said[key] = chance.choice(_STRANGE)
    elif way == "drop":
        del said[key]
    elif isinstance(said, list):
        said.append(said[key])
    else:
        said["more"] = said[key]


def _take_in(register: Register, entry: Entry) -> tuple[str, bool]:
    """What went wrong, and whether it was taken in; the register is put back as it was."""
    db = register.db
    db.execute("BEGIN")
    try:
        before = db.execute("SELECT count(*) FROM entry").fetchone()
        try:
            merging.merge(db, register.id, [entry], "pack:x")
        except Malformed:
            same = db.execute("SELECT count(*) FROM entry").fetchone() == before
            return ("" if same else "refused, and half of it written"), False
        problems = checking.check(db, register.id)
        return (f"taken in, then: {problems[0]}" if problems else ""), True
    except Exception as error:
        return f"{type(error).__name__}: {error}", False
    finally:
        if db.in_transaction:
            db.execute("ROLLBACK")


# Sheets: understood, or refused with a sentence.


def sheets(folder: Path, many: int, until: float, chance: random.Random) -> tuple[int, Lost, dict[str, int]]:
    with open_register(folder / "a.pmdesk") as register:
        originals = _originals(folder, register)
        tried, lost, refused = 0, Lost(), 0
        while tried < many and clock() < until:
            name, good = chance.choice(originals)
            data, what = _spoil(good, chance)
            path = folder / f"spoilt{Path(name).suffix}"
            path.write_bytes(data)
            began = time.monotonic()
            try:
                look(path, register, "person")
            except Unreadable:
                refused += 1
            except Exception as error:
                lost.append(f"{name} {what}: {type(error).__name__}: {error}")
            if time.monotonic() - began > HANGS:
                lost.append(f"{name} {what}: a hang")
            tried += 1
    return tried, lost, {"sheets spoilt": tried, "of them refused": refused}


def _originals(folder: Path, register: Register) -> list[tuple[str, bytes]]:
    for name in ("out.csv", "out.xlsx"):
        export(register, "person", folder / name, Words())
    return [(name, (folder / name).read_bytes()) for name in ("in.csv", "out.csv", "out.xlsx", "out.xlsx")]


# Each part, and its share: a form takes forty times as long as a save.
PARTS: dict[str, tuple[Part, int]] = {
    "registers": (registers, 1),
    "protected": (protected, 1),
    "saves": (saves, 20),
    "sheets": (sheets, 12),
    "forms": (forms, 1),
    "packs": (packs, 5),
}


if __name__ == "__main__":
    main(sweep)
