"""Other files of the same register beside it, as OneDrive, a mail program or a person leaves them.

They are told by the id inside, never by their name: 'aldermoor (1)', 'aldermoor-Ann's MacBook', 'aldermoor
(Ann's conflicted copy 2026-03-02)'. Each is only read, and never by a second handle of the open register.
"""

from pathlib import Path
from typing import NamedTuple

import sqlcipher3.dbapi2 as sqlite

from pmdesk.register.checking import is_extract
from pmdesk.register.cipher import Key
from pmdesk.register.database import Connection, connect, sniff
from pmdesk.register.faults import Unavailable
from pmdesk.register.schema import refuse_strange

MOST = 60  # files looked at in one folder


class Beside(NamedTuple):
    """A file of the same register: how many of its saves are not in the one that is open."""

    path: Path
    new: int


def beside(db: Connection, register_id: str, path: Path) -> list[Beside]:
    """The other files of a register in its folder, by name; members' own files are none of them."""
    found = []
    for other in sorted(path.parent.glob("*.pmdesk"))[:MOST]:
        try:
            if other.samefile(path):
                continue
            new = _new_in(db, register_id, other)
        except (Unavailable, sqlite.Error, OSError):
            continue  # no register, or one that cannot be read: not ours to speak of here
        if new is not None:
            found.append(Beside(other, new))
    return found


def is_whole(path: Path, key: Key | None) -> bool:
    """Whether a file is a whole register, not an extract; a protected one is opened by that key."""
    db = connect(path, read_only=True, key=key if sniff(path) else None)
    try:
        refuse_strange(db)
        return not is_extract(db)
    finally:
        db.close()


def _new_in(db: Connection, register_id: str, other: Path) -> int | None:
    """How many saves of a file are not in `db`; None when it is no whole file of that register."""
    salt, key = sniff(other), db.key
    if salt and (key is None or key.salt != salt):
        return None  # under a passphrase of its own
    there = connect(other, read_only=True, key=key if salt else None)
    try:
        refuse_strange(there)
        if there.execute("SELECT id FROM register").fetchall() != [(register_id,)] or is_extract(there):
            return None
        theirs = {bytes(each) for (each,) in there.execute("SELECT hash FROM entry")}
    finally:
        there.close()
    return len(theirs - {bytes(each) for (each,) in db.execute("SELECT hash FROM entry")})
