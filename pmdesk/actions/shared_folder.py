"""A shared folder as a letter box: each laptop puts packs only into its own folder there, each file once.

Which folder, what was seen of it, and whether packs come in by themselves is this laptop's own choice.
"""

import json
import os
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from pmdesk.actions.laptops import my_key
from pmdesk.actions.pack_list import laptops_to_send_to
from pmdesk.actions.pack_taking import Brought, PackLook, look_at_pack, take_pack
from pmdesk.actions.packs import Made, make_pack
from pmdesk.domain.check import Refused
from pmdesk.domain.holding import SUFFIX
from pmdesk.domain.words import N_, Say, Words
from pmdesk.register.faults import NeedsPassphrase, Unavailable, sentence_of, storage
from pmdesk.register.journal import erased_for_good
from pmdesk.register.packs import known_have, now
from pmdesk.register.store import Register

_FOLDER, _SEEN, _BY_ITSELF = "shared-folder", "shared-folder-seen", "shared-folder-by-itself"
_CLEAN = "shared-folder-erased"  # how many erased values this laptop's packs there are known to be free of
_MOST = 2_000  # files looked over at a time


class Came(NamedTuple):
    """A pack that lies in the folder: what it would bring, or what it brought where that is switched on."""

    path: Path
    look: PackLook | None  # None for one that is sealed with a passphrase or cannot be read
    brought: Brought | None = None


def shared_folder(register: Register) -> Path | None:
    """The folder this laptop exchanges packs through; None where none was chosen."""
    chosen = register.local(_FOLDER)
    return Path(chosen) if chosen else None


def choose_shared_folder(register: Register, folder: Path | None) -> None:
    """Exchange packs through a folder from now on, or through none; Refused when it is not there."""
    if folder is not None and not folder.is_dir():
        raise Refused(Say(N_("There is no folder ‘{folder}’. Choose another."), {"folder": str(folder)}))
    register.set_local(_SEEN, None)
    register.set_local(_FOLDER, str(folder.absolute()) if folder else None)


def comes_by_itself(register: Register) -> bool:
    """Whether packs of laptops that are known here are taken in without asking."""
    return register.local(_BY_ITSELF) == "yes"


def let_come_by_itself(register: Register, on: bool) -> None:
    register.set_local(_BY_ITSELF, "yes" if on else None)


def put_in_folder(register: Register, words: Words) -> Made:
    """Make a pack in this laptop's own folder there, with what any of the known laptops may lack."""
    folder = shared_folder(register)
    if folder is None or not folder.is_dir():
        raise Unavailable(Say(N_("The shared folder cannot be reached. Try again when it is there.")))
    own = folder / _own_name(register)
    with storage():
        own.mkdir(exist_ok=True)
    # Laptops that have told what they hold get what they lack; one that has not gets everything.
    others = [id for id, _name in laptops_to_send_to(register)]
    told = others if others and all(_has_told(register, id) for id in others) else []
    return make_pack(register, own / f"{now()}{SUFFIX}", words, told)


def take_erased_out(register: Register) -> int:
    """After an erasure: one new pack in place of those this laptop put there before it; how many went.

    The new one has whatever any of the others may still lack, so nobody misses those. Where the folder cannot
    be reached it is done when it is next looked at.
    """
    folder = shared_folder(register)
    with storage():
        erased = str(erased_for_good(register.db))
    if folder is None or register.read_only or erased == (register.local(_CLEAN) or "0"):
        return 0
    try:
        with storage():
            names = set(os.listdir(folder))
            own = folder / _own_name(register)
            before = sorted(own.glob(f"*{SUFFIX}")) if own.name in names else []
            if before:
                put_in_folder(register, Words())
            for path in before:
                path.unlink()
            register.set_local(_CLEAN, erased)
    except Unavailable:
        return 0
    return len(before)


def look_in_folder(register: Register) -> list[Came]:
    """What other laptops have put there and was not seen yet, looked at; what brings nothing is seen now.

    Where that is switched on, packs of known laptops are taken in, unless much would change. Unavailable when
    the folder cannot be reached. This laptop's own packs are freed of what was erased since.
    """
    take_erased_out(register)
    came, seen, by_itself = list[Came](), set(_seen(register)), comes_by_itself(register)
    for path, mark in _files(register):
        if mark in seen:
            continue
        try:
            look = look_at_pack(register, path)
        except (Refused, Unavailable) as fault:
            if isinstance(fault, NeedsPassphrase):
                came.append(Came(path, None))
            continue  # it may still be on its way: it is looked at again
        if not look.new:
            see(register, [path])
        elif by_itself and not look.unknown and not look.is_much:
            came.append(Came(path, look, take_pack(register, look)))
            see(register, [path])
        else:
            came.append(Came(path, look))
    return came


def see(register: Register, paths: Sequence[Path]) -> None:
    """Do not offer these files again, until they change."""
    folder, wanted = shared_folder(register), set(paths)
    if folder is None or register.read_only or not any(path.is_relative_to(folder) for path in wanted):
        return
    before = set(_seen(register))
    known = [mark for path, mark in _files(register) if path in wanted or mark in before]
    register.set_local(_SEEN, json.dumps(known))


def _seen(register: Register) -> list[str]:
    return [str(each) for each in json.loads(register.local(_SEEN) or "[]")]


def _files(register: Register) -> list[tuple[Path, str]]:
    """The packs in other laptops' folders, the oldest first, each with a mark of its name, size and time."""
    folder = shared_folder(register)
    if folder is None:
        return []
    own = _own_name(register)
    try:
        found = [
            (path, path.stat())
            for path in islice(folder.glob(f"*/*{SUFFIX}"), _MOST)
            if path.parent.name != own and not path.name.startswith(".")
        ]
        if not folder.is_dir():
            raise FileNotFoundError(2, "gone", str(folder))
    except OSError as error:
        raise Unavailable(sentence_of(error)) from error
    found.sort(key=lambda each: each[1].st_mtime_ns)
    return [
        (path, f"{path.relative_to(folder).as_posix()} {facts.st_size} {facts.st_mtime_ns}")
        for path, facts in found
    ]


def _own_name(register: Register) -> str:
    return f"laptop-{my_key(register).hex()[:16]}"


def _has_told(register: Register, laptop: str) -> bool:
    row = register.get("laptop", laptop) or {}
    with storage():
        return bool(known_have(register.db, bytes.fromhex(str(row.get("key") or ""))).chains)
