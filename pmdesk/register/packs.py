"""The packs sent and received, and what each laptop said it holds; outside the journal."""

import json
import time
from typing import NamedTuple

from pmdesk.domain.holding import Chain, Have, held_by_both
from pmdesk.register.database import Connection
from pmdesk.register.local import local, set_local

IN, OUT = "in", "out"


class PackLine(NamedTuple):
    """A pack that went out or came in; `outcome` is a word of ours, `new` counts what it brought or held."""

    id: str
    direction: str
    peer: bytes | None
    at: int
    new: int
    known: int
    outcome: str


def note_pack(db: Connection, line: PackLine) -> None:
    """Keep that a pack went or came, within the caller's transaction; one that came again keeps its first."""
    db.execute(
        "INSERT OR IGNORE INTO pack(id, direction, peer, at, new, known, outcome)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        line,
    )


def packs(db: Connection, most: int = 100) -> list[PackLine]:
    """The newest first."""
    rows = db.execute(
        "SELECT id, direction, peer, at, new, known, outcome FROM pack ORDER BY at DESC, id LIMIT ?", (most,)
    )
    return [PackLine(*row) for row in rows]


def keep_have(db: Connection, peer: bytes, made: int, have: Have) -> None:
    """Keep what a laptop said it holds in a pack it made at `made`.

    The newest pack counts alone: that laptop may have lost what it had, through a backup. One that is older
    than what we know, or has another clock, is believed only where both say so.
    """
    known = _known(db, peer)
    if known and made < known[0]:
        made, have = known[0], held_by_both(known[1], have)
    said = {
        "made": made,
        "chains": [[each.device.hex(), each.n, each.hash.hex()] for each in have.chains],
        "loose": [each.hex() for each in have.loose],
    }
    set_local(db, _name(peer), json.dumps(said, separators=(",", ":")))


def known_have(db: Connection, peer: bytes) -> Have:
    """What a laptop holds as far as it has told us."""
    known = _known(db, peer)
    return known[1] if known else Have()


def now() -> int:
    """The clock of a pack: UTC milliseconds."""
    return int(time.time() * 1000)


def _known(db: Connection, peer: bytes) -> tuple[int, Have] | None:
    text = local(db, _name(peer))
    if text is None:
        return None
    said = json.loads(text)
    chains = tuple(
        Chain(bytes.fromhex(device), n, bytes.fromhex(digest)) for device, n, digest in said["chains"]
    )
    return int(said["made"]), Have(chains, tuple(bytes.fromhex(each) for each in said["loose"]))


def _name(peer: bytes) -> str:
    return f"have:{peer.hex()}"
