"""Packs made: this register's saves for another laptop or for one member, in one file or in numbered ones."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import reduce
from pathlib import Path
from typing import NamedTuple

from pmdesk.actions.encrypting import check_new
from pmdesk.actions.laptops import my_key, name_this_laptop, short_key
from pmdesk.actions.member_files import member_of, wanted_by
from pmdesk.actions.pack_seal import sealed, tell_seal
from pmdesk.actions.pack_whom import Whom, whom
from pmdesk.actions.writing import spare_the_register, write_all, write_file
from pmdesk.domain.check import Refused
from pmdesk.domain.holding import SUFFIX, held_by_both
from pmdesk.domain.telling import Progress, telling
from pmdesk.domain.words import N_, Say, Words
from pmdesk.exchange.pack_file import About, PackedSave, Written, write_parts
from pmdesk.register.entries import Entry
from pmdesk.register.extract import entries_of, unsealed
from pmdesk.register.faults import storage
from pmdesk.register.packs import OUT, PackLine, known_have, note_pack, now
from pmdesk.register.sending import held_by, holding, how_many, outgoing
from pmdesk.register.store import Register

SIGNED = b"pack\n"  # before a manifest: no other thing that a laptop signs begins so
MADE, FOR_MEMBER = "made", "member:"  # outcomes of packs that went out


class Made(NamedTuple):
    """A pack that was made: its files, how many saves it holds, how many its reader has already, sealed?"""

    paths: tuple[Path, ...]
    saves: int
    left_out: int
    sealed: bool


def make_pack(
    register: Register,
    out: Path,
    words: Words,
    for_: Sequence[str] = (),
    passphrase: str = "",
    progress: Progress = lambda _done, _of: True,
) -> Made:
    """Write a pack to `out` (into it, under a name of its own, where that is a folder).

    `for_` names laptops, which then get only what they lack, or members, who get only what they need. It is
    sealed under a passphrase, or so that only the laptops named can open it, once they have told their seal.
    Refused when one is not known or the passphrase is easily guessed; Unavailable when the disk does not take
    it; Stopped by `progress`.
    """
    if passphrase:
        check_new(passphrase)
    path = out / pack_name(register) if out.is_dir() else out
    spare_the_register(register, path)
    meant = [whom(register, each) for each in for_]
    if not member_of(register):  # whose laptop a member's is, the council says
        name_this_laptop(register, words)
        tell_seal(register)
    with storage():
        sent = _sent(register, meant)
        device = my_key(register)
        about = About(register.id, device, now(), holding(register.db), _member(register, meant))
        parts = write_parts(about, _told(sent, progress), lambda said: register.sign(SIGNED + said)[1])
    laptops = [device for each in meant for device in each.devices]
    made = [sealed(register, part.data, passphrase, laptops) for part in parts]
    paths = _written([data for data, _ in made], path)
    if not register.read_only:
        _note(register, parts, meant, sent)
    return Made(tuple(paths), sent.many, sent.left_out, made[0][1])


def pack_name(register: Register) -> str:
    """<register>-<laptop>-<date>.pmpack, as a person finds it again among others."""
    stem = register.path.stem if register.path else "register"
    return f"{stem}-{short_key(my_key(register))}-{date.today().isoformat()}{SUFFIX}"


class _Sent(NamedTuple):
    """The saves that go along, how many, and how many do not since whoever it is for holds them."""

    saves: Iterable[Entry]
    many: int
    left_out: int


def _sent(register: Register, meant: Sequence[Whom]) -> _Sent:
    members = {each.member for each in meant if each.member}
    if members:
        if len(members) > 1 or not all(each.member for each in meant):
            raise Refused(Say(N_("A pack for a member is for that member alone. Make one for each.")))
        wanted = unsealed(register.db, wanted_by(register, members.pop()))
        saves = [entry for _via, entry in entries_of(register.db, wanted)]
        return _Sent(saves, len(saves), 0)
    haves = [known_have(register.db, device) for each in meant for device in each.devices]
    held = held_by(register.db, reduce(held_by_both, haves)) if haves else set[int]()
    return _Sent(outgoing(register.db, held), how_many(register.db) - len(held), len(held))


def _member(register: Register, meant: Sequence[Whom]) -> str | None:
    """Whose eyes it is for, or whose own register it comes from."""
    return next((each.member for each in meant if each.member), member_of(register))


def _told(sent: _Sent, progress: Progress) -> Iterator[PackedSave]:
    told = telling(progress)
    for n, entry in enumerate(sent.saves):
        told(n, sent.many)
        values = sorted(entry.payloads.items())
        yield PackedSave(entry.body, entry.sig, tuple((place, *payload) for place, payload in values))


def _written(parts: Sequence[bytes], path: Path) -> list[Path]:
    if len(parts) == 1:
        return [write_file(parts[0], path)]
    names = [f"{path.stem}-{n}-of-{len(parts)}{path.suffix or SUFFIX}" for n in range(1, len(parts) + 1)]
    return write_all(zip(names, parts, strict=True), path.parent)


def _note(register: Register, parts: Sequence[Written], meant: Sequence[Whom], sent: _Sent) -> None:
    devices = [device for each in meant for device in each.devices]
    peer = devices[0] if len(devices) == 1 else None
    member = next((each.member for each in meant if each.member), None)
    outcome = f"{FOR_MEMBER}{member}" if member else MADE
    with register.writing():
        for part in parts:
            line = PackLine(part.id, OUT, peer, now(), sent.many, sent.left_out, outcome)
            note_pack(register.db, line)
