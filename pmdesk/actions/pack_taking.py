"""Packs taken in: looked at first, which writes nothing, then merged in one transaction or not at all."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from pmdesk.actions.laptops import fingerprint, unknown_laptops
from pmdesk.actions.lookalikes import more_alike
from pmdesk.actions.member_files import member_of, only_theirs
from pmdesk.actions.pack_laptops import keep_our_names, names_of_laptops, strangers
from pmdesk.actions.pack_seal import opened
from pmdesk.actions.pack_whom import member_at
from pmdesk.actions.packs import SIGNED
from pmdesk.actions.same import twins
from pmdesk.domain.check import Refused
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.telling import Progress, Told, telling
from pmdesk.domain.uncollected import uncollected
from pmdesk.domain.words import N_, Say
from pmdesk.exchange.pack_file import PackedSave
from pmdesk.exchange.pack_reading import Pack, pack_bytes, read_pack
from pmdesk.exchange.unreadable import Unreadable
from pmdesk.register.entries import Body, Entry, Malformed, Payload, check_entry, read_value
from pmdesk.register.faults import storage
from pmdesk.register.keys import is_signed
from pmdesk.register.merging import Checked, merge_checked
from pmdesk.register.open_file import TICKET
from pmdesk.register.packs import IN, PackLine, keep_have, note_pack, now
from pmdesk.register.sending import Gap, devices, gaps, news, shown
from pmdesk.register.stopping import stoppable
from pmdesk.register.store import Changes, Register

TAKEN = N_("Brought in a pack")
BROUGHT = "brought"  # the outcome of a pack that came in
# Rule 7: more than a fifth of what one sees would change. Of so few records a fifth is soon reached.
MUCH, FEW = 5, 20

NOT_KNOWN = N_(
    "A laptop that is not known here wrote in this pack. Its six words are: {words}. Ask whoever sent it to"
    " read you theirs; when they are the same, trust it first. Nothing was brought in."
)
_NOT_OURS = Say(N_("This pack holds a save that no pmdesk wrote so. Nothing was brought in."))
_NOT_FOR_YOU = Say(
    N_(
        "This is a member’s own file. It takes only packs that were made for that member."
        " Nothing was brought in."
    )
)


class Touched(NamedTuple):
    """A record that a pack writes in: what it is called here or there, whether it is new, which fields."""

    kind: str
    record: str
    title: str
    is_new: bool
    fields: tuple[str, ...]


class PackLook(NamedTuple):
    """What a pack would bring. `device` made it; `changing` of the `visible` records here would change.

    Before it can be taken in somebody must trust the `unknown` laptops; `called` is how they call themselves,
    `owners` whose they say they are (an id).
    """

    pack: Pack
    checked: Checked
    new: int
    known: int
    records: tuple[Touched, ...]
    changing: int
    visible: int
    gaps: tuple[Gap, ...]
    unknown: tuple[bytes, ...]
    called: Mapping[bytes, str]
    owners: Mapping[bytes, str] = MappingProxyType({})

    @property
    def device(self) -> bytes:
        return self.pack.manifest.about.device

    @property
    def is_much(self) -> bool:
        """Whether more than a fifth of what one sees here would change."""
        return self.visible >= FEW and MUCH * self.changing > self.visible


class Brought(NamedTuple):
    """What a pack brought: what changed, how many saves were new, how many things are left to settle.

    `alike` counts the names that stand twice since.
    """

    changes: Changes
    new: int
    to_settle: int
    alike: int = 0


@uncollected()
def look_at_pack(
    register: Register, path: Path, passphrase: str = "", progress: Progress = lambda _done, _of: True
) -> PackLook:
    """What the pack in this file would bring; nothing is written, and the file is not touched.

    Refused when it is no whole pack of this register, or may not change what it changes; NeedsPassphrase
    or WrongPassphrase when it is sealed.
    """
    pack = _read(register, path, passphrase)
    about = pack.manifest.about
    mine = member_of(register)
    if mine and about.member != mine:
        raise Refused(_NOT_FOR_YOU)
    with storage():
        found = news(register.db, [_entry(save) for save in pack.saves])
        checked = _checked(register, [*found.new, *found.late], telling(progress))
        member = about.member or member_at(register, about.device)
        if member and not mine:
            _only_the_members(register, member, about.device, checked)
        seen, here = shown(register.db, {event.record for _entry, body in checked for event in body.events})
        missing = [] if member else gaps(register.db, _numbers(checked))
    new, late = len(found.new), len(found.late)
    return PackLook(
        pack,
        checked,
        new + late,
        found.known,
        tuple(_records(checked, here)),
        len(here),
        seen,
        tuple(missing),
        strangers(register, about.device, checked),
        names_of_laptops(checked),
        names_of_laptops(checked, "person"),
    )


@uncollected()
def take_pack(register: Register, look: PackLook, progress: Progress = lambda _done, _of: True) -> Brought:
    """Take in what was looked at, whole: the saves, that the pack came, and what its sender says it holds.

    Refused while a laptop that wrote in it is not known here. `progress` is asked between the saves and in
    whatever takes long; when it says no, Stopped is raised and nothing is in.
    """
    about = look.pack.manifest.about
    for key in unknown_laptops(register, look.unknown):
        raise Refused(Say(NOT_KNOWN, {"words": fingerprint(key)}))
    before, called = set(register.unsettled()), twins(register)
    with register.writing(), stoppable(register.db, telling(progress)) as told:
        merged = merge_checked(register.db, look.checked, f"pack:{look.pack.id}", told)
        line = PackLine(look.pack.id, IN, about.device, now(), look.new, look.known, BROUGHT)
        note_pack(register.db, line)
        keep_have(register.db, about.device, about.made, about.have)
    register.wipe()
    keep_our_names(register, look.called)
    left = set(register.unsettled()) - before
    alike = more_alike(register, called)
    return Brought(Changes("", TAKEN, merged.touched), look.new, len(left), alike)


def _read(register: Register, path: Path, passphrase: str) -> Pack:
    try:
        return read_pack(opened(register, pack_bytes(path), passphrase), register.id, _signed)
    except Unreadable as fault:
        raise Refused(fault.sentence) from fault


def _signed(device: bytes, sig: bytes, said: bytes) -> bool:
    return is_signed(device, sig, TICKET + SIGNED + said)


def _entry(save: PackedSave) -> Entry:
    return Entry(save.body, save.sig, {place: Payload(salt, value) for place, salt, value in save.values})


def _checked(register: Register, entries: Sequence[Entry], told: Told) -> Checked:
    """Shape, signature and values of every save that would be written."""
    checked: Checked = []
    for n, entry in enumerate(entries):
        told(n, len(entries))
        try:
            checked.append((entry, check_entry(entry, register.id)))
        except Malformed as problem:
            raise Refused(_NOT_OURS) from problem
    return checked


def _only_the_members(register: Register, member: str, sender: bytes, checked: Checked) -> None:
    """A member's pack may change what is that member's; what officers of ours signed speaks for itself."""
    ours = devices(register.db) - {sender}
    only_theirs(register, member, [each for each in checked if each[1].device not in ours])


def _records(checked: Checked, here: Mapping[str, str]) -> list[Touched]:
    """The records written in, each with its fields, those that are new last."""
    fields, titles = dict[tuple[str, str], dict[str, None]](), dict[str, str]()
    for entry, body in checked:
        for place, event in enumerate(body.events):
            fields.setdefault((event.kind, event.record), {})[event.field] = None
            if place in entry.payloads and _titles(event.kind, event.field):
                titles[event.record] = str(read_value(entry.payloads[place].value) or "")
    found = [
        Touched(kind, record, here.get(record) or titles.get(record, ""), record not in here, tuple(names))
        for (kind, record), names in fields.items()
    ]
    return sorted(found, key=lambda each: each.is_new)


def _titles(kind: str, field: str) -> bool:
    """Whether a record is called by that field; of a kind that only a newer pmdesk knows none is."""
    return kind in ENTITIES and ENTITIES[kind].titled_by == field


def _numbers(checked: Sequence[tuple[Entry, Body]]) -> dict[bytes, set[int]]:
    found = dict[bytes, set[int]]()
    for _entry, body in checked:
        found.setdefault(body.device, set()).add(body.seq)
    return found
