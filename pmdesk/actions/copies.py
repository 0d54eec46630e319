"""Copies of a register that were worked on apart: found beside it, looked at, merged, and put away.

Every copy is a whole journal, so merging it loses nothing of either; what both changed is kept from both.
"""

import hashlib
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from pmdesk.actions.laptops import laptop_row, short_key, trust_laptop, unknown_laptops
from pmdesk.actions.member_files import member_of
from pmdesk.actions.places import free_name
from pmdesk.actions.writing import spare_the_register
from pmdesk.domain.check import Refused
from pmdesk.domain.dates import say_date
from pmdesk.domain.laptop import laptop_id
from pmdesk.domain.telling import Progress, telling
from pmdesk.domain.words import N_, Say, Words, words_in
from pmdesk.register import store
from pmdesk.register.backups import folder_of
from pmdesk.register.beside import Beside, beside, is_whole
from pmdesk.register.entries import Body, Entry, read_body
from pmdesk.register.faults import Damaged, Unavailable, is_damage, storage
from pmdesk.register.lock import Lock, take
from pmdesk.register.store import Changes, Register

_ENGLISH = words_in("en")
TAKEN = N_("Merged a copy of the register")
_SPOILT = N_(
    "This copy is damaged. Nothing was merged. Open it to save what can be read of it, then merge the new"
    " file."
)


class Writer(NamedTuple):
    """Who wrote how many of the saves that only the copy has, and the day of the last."""

    name: str
    saves: int
    day: str


class CopyLook(NamedTuple):
    """What a copy would bring: `new` saves, by whom; laptops nobody here knows, with what to call them."""

    path: Path
    new: int
    writers: tuple[Writer, ...]
    unknown: Mapping[bytes, str]
    entries: tuple[Entry, ...]
    digest: str


class Taken(NamedTuple):
    """What was merged: what changed, the saves that were new, how many things are left to settle."""

    changes: Changes
    new: int
    to_settle: int


def copies_beside(register: Register) -> list[Beside]:
    """Other files of this register in its folder that have saves it has not; the one with most first."""
    if register.path is None or member_of(register):
        return []
    with storage():
        found = beside(register.db, register.id, register.path)
    return sorted((each for each in found if each.new), key=lambda each: -each.new)


def is_copy(register: Register, path: Path) -> bool:
    """Whether a file is a whole register and no member's own; what cannot be read is none."""
    try:
        with storage():
            return is_whole(path, register.db.key)
    except Unavailable:
        return False


def look_at_copy(register: Register, path: Path, words: Words = _ENGLISH, passphrase: str = "") -> CopyLook:
    """What another file of this register would bring; nothing is written, the file itself is not touched.

    Refused when it is of another register, a member's own file, or damaged. A protected copy opens by the
    key of the register, or by a `passphrase` of its own.
    """
    spare_the_register(register, path)
    with tempfile.TemporaryDirectory(prefix="pmdesk-") as folder:
        copy = Path(folder) / "copy.pmdesk"
        try:
            shutil.copyfile(path, copy)
        except OSError as error:
            raise Unavailable(Say(N_("{name} could not be read."), {"name": path.name})) from error
        try:
            with store.open_register(copy, key=passphrase or register.db.key) as there:
                return _looked_at(register, there, path, words, hashlib.sha256(copy.read_bytes()).hexdigest())
        except Damaged as fault:
            if not is_damage(fault):
                raise
            raise Refused(Say(_SPOILT)) from fault


def take_copy(
    register: Register,
    look: CopyLook,
    trusting: bool = False,
    progress: Progress = lambda _done, _of: True,
) -> Taken:
    """Merge what was looked at, in one transaction.

    Refused while laptops wrote in it that nobody here knows, unless it is done `trusting` them; Stopped by
    `progress`, and then nothing of it is in.
    """
    strange = unknown_laptops(register, look.unknown)
    if strange and not trusting:
        names = ", ".join(look.unknown[key] for key in strange)
        raise Refused(
            Say(N_("Laptops that are not known here wrote in this copy: {names}."), {"names": names})
        )
    before = set(register.unsettled())
    merged = register.merge(list(look.entries), f"pack:{look.digest}", telling(progress))
    for key in strange:
        if laptop_row(register, key) is None:  # the copy itself may say more of it
            trust_laptop(register, key, look.unknown[key])
    left = set(register.unsettled()) - before
    return Taken(Changes("", TAKEN, merged.touched), look.new, len(left))


def put_away(register: Register, path: Path) -> Path:
    """Move a copy that has been merged to the backups of this register; its new path.

    Refused when it still has something that is not here; Unavailable while somebody has it open.
    """
    if look_at_copy(register, path).new:
        raise Refused(Say(N_("{name} has saves that are not here yet. Merge it first."), {"name": path.name}))
    with storage():
        taken = take(path, "")
        if not isinstance(taken, Lock):
            raise Unavailable(
                Say(N_("{name} is open in another window. Close it first."), {"name": path.name})
            )
        try:
            new = free_name(folder_of(register.id) / path.name)
            shutil.move(path, new)
        finally:
            taken.let_go()
    return new


def say_copy(look: CopyLook, words: Words) -> list[str]:
    """How much a copy brings and who wrote it, a line each."""
    if not look.new:
        return [words("Everything in {name} is here already.", name=look.path.name)]
    said = [
        words.plural(look.new, "{n} save in {name} is not here yet:", "{n} saves in {name} are not here yet:",
                     name=look.path.name)
    ]  # fmt: skip
    for writer in look.writers:
        said.append(
            words.plural(
                writer.saves,
                "{n} by {who}, on {day}",
                "{n} by {who}, the last on {day}",
                who=writer.name or words("somebody"),
                day=say_date(writer.day, words),
            )
        )
    return said


def say_taken(taken: Taken, words: Words) -> str:
    """'12 saves were merged. 2 things are to be settled.'"""
    if not taken.new:
        return words("Nothing new was in it.")
    said = words.plural(taken.new, "{n} save was merged.", "{n} saves were merged.")
    if taken.to_settle:
        left = words.plural(taken.to_settle, "{n} thing is to be settled.", "{n} things are to be settled.")
        return f"{said} {left}"
    return said


def _looked_at(register: Register, there: Register, path: Path, words: Words, digest: str) -> CopyLook:
    if there.id != register.id:
        raise Refused(Say(N_("This file was made from another register.")))
    if member_of(there):
        raise Refused(Say(N_("This is a member’s own file, not a copy of the register.")))
    if there.check():
        raise Refused(Say(_SPOILT))
    entries = list(there.entries())
    new = register.unknown(entries)
    bodies = [read_body(entry.body) for entry in new]
    unknown = unknown_laptops(register, [body.device for body in bodies])
    # Values that were lost here may come back with saves that are known.
    incomplete = _incomplete(register)
    late = [entry for entry in entries if incomplete and entry.hash in incomplete]
    return CopyLook(
        path,
        len(new),
        _writers(there, bodies),
        {key: _called(there, key, bodies, words) for key in unknown},
        (*new, *late),
        digest,
    )


def _incomplete(register: Register) -> set[bytes]:
    with storage():
        return {
            bytes(each) for (each,) in register.db.execute("SELECT hash FROM erased WHERE by = zeroblob(32)")
        }


def _writers(there: Register, bodies: Iterable[Body]) -> tuple[Writer, ...]:
    told: dict[str, tuple[int, int]] = {}
    for body in bodies:
        saves, at = told.get(body.by, (0, 0))
        told[body.by] = (saves + 1, max(at, body.at))
    return tuple(
        Writer(there.title(by), saves, datetime.fromtimestamp(at / 1000, UTC).date().isoformat())
        for by, (saves, at) in sorted(told.items(), key=lambda each: -each[1][0])
    )


def _called(there: Register, key: bytes, bodies: Iterable[Body], words: Words) -> str:
    """How a laptop calls itself in the copy, else after who saved there."""
    row = there.get("laptop", laptop_id(key))
    if row and row["name"]:
        return str(row["name"])
    wrote = Counter(body.by for body in bodies if body.device == key)
    [(by, _saves)] = wrote.most_common(1)
    who = there.title(by)
    return words("the laptop of {name}", name=who) if who else words("laptop {name}", name=short_key(key))
