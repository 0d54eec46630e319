"""Hostile packs: damaged on the way, and made by somebody who signs them rightly; refused, or sound."""

import hashlib
import json
import random
import time
import zlib
from pathlib import Path
from typing import Any

from pmdesk.actions.pack_taking import look_at_pack, take_pack
from pmdesk.actions.packs import SIGNED, make_pack
from pmdesk.actions.records import save
from pmdesk.domain.check import Refused
from pmdesk.domain.words import Words
from pmdesk.exchange.pack_file import MAGIC, text
from pmdesk.register.store import Register, open_register
from tests.faults.sweep import clock

HANGS = 10.0
_START = len(MAGIC) + 2
STRANGE: tuple[Any, ...] = (
    *(None, True, -1, 2**70, 1.5, "", "x", "\x00", "a" * 300, [], [[]], {}, {"a": 1}, [None], "A" * 43),
    *("A" * 86, 1 << 53, "٣", [[0, "A" * 22, '"x"']], [[0, "A" * 22, '"x"', 1]], [[70_000, "A" * 22, "1"]]),
)


def packs(
    folder: Path, many: int, until: float, chance: random.Random
) -> tuple[int, list[str], dict[str, int]]:
    """Each looked at and, where nothing is wrong with it, taken in; then the register is sound."""
    with open_register(folder / "a.pmdesk") as register:
        save(register, "person", {"name": "Hostile Sender"})
        path = folder / "spoilt.pmpack"
        good = make_pack(register, path, Words()).paths[0].read_bytes()
        tried, lost, refused = 0, list[str](), 0
        while tried < many and clock() < until:
            data, what = _spoilt(register, good, chance)
            path.write_bytes(data)
            began, rows = time.monotonic(), register.db.execute("SELECT count(*) FROM entry").fetchone()
            try:
                take_pack(register, look_at_pack(register, path))
            except Refused:
                refused += 1
                if register.db.execute("SELECT count(*) FROM entry").fetchone() != rows:
                    lost.append(f"pack {what}: refused, and some of it written")
            except Exception as error:
                lost.append(f"pack {what}: {type(error).__name__}: {error}")
            if time.monotonic() - began > HANGS:
                lost.append(f"pack {what}: a hang")
            if path.read_bytes() != data:
                lost.append(f"pack {what}: the file was changed")
            tried += 1
        lost += [f"packs left the register unsound: {problem}" for problem in register.check()]
    return tried, lost, {"packs spoilt": tried, "of them refused": refused}


def _spoilt(register: Register, good: bytes, chance: random.Random) -> tuple[bytes, str]:
    kind = chance.choice(("bits", "bits", "cut", "more", "manifest", "line", "line", "bomb"))
    data = bytearray(good)
    if kind == "bits":
        for _ in range(chance.choice((1, 3, 30))):
            data[chance.randrange(len(data))] = chance.randrange(256)
    elif kind == "cut":
        del data[chance.randrange(len(data)) :]
    elif kind == "more":
        at = chance.randrange(len(data))
        data[at:at] = chance.randbytes(chance.choice((1, 50, 5_000)))
    else:
        return _signed(register, good, chance, kind), kind
    return bytes(data), kind


def _signed(register: Register, good: bytes, chance: random.Random, kind: str) -> bytes:
    """A pack that says and signs rightly whatever stands in it."""
    head, _sig, *lines = zlib.decompress(good[_START:], wbits=-15).split(b"\n")[:-1]
    said = json.loads(head)
    if kind == "bomb":
        lines = [b"[" * chance.choice((1_000, 100_000)), b"x" * 9_000_000, b" " * 3_000_000]
    elif kind == "line":
        at = chance.randrange(len(lines))
        lines[at] = _changed(json.loads(lines[at]), chance)
    joined = b"".join(line + b"\n" for line in lines)
    said |= {"count": len(lines), "sha256": text(hashlib.sha256(joined).digest())}
    head = _changed(said, chance) if kind == "manifest" else json.dumps(said).encode()
    sig = text(register.sign(SIGNED + head)[1]).encode()
    deflate = zlib.compressobj(6, wbits=-15)
    return MAGIC + b"1\n" + deflate.compress(head + b"\n" + sig + b"\n" + joined) + deflate.flush()


def _changed(said: Any, chance: random.Random) -> bytes:
    """One thing in it, at a random depth, is another."""
    inner = said
    while True:
        key = chance.choice(list(inner) if isinstance(inner, dict) else range(len(inner)))
        if not isinstance(inner[key], dict | list) or not inner[key] or chance.random() < 0.25:
            break
        inner = inner[key]
    inner[key] = chance.choice(STRANGE)
    return json.dumps(said, ensure_ascii=False).encode(errors="surrogatepass")
