"""A member's own file: a register with only their seats and updates, made here, taken back in here."""

import hashlib
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from pmdesk.actions.encrypting import check_new
from pmdesk.actions.laptops import fingerprint, my_key, unknown_laptops
from pmdesk.actions.reading import read_record
from pmdesk.actions.roles import rights_now
from pmdesk.actions.titles import title
from pmdesk.actions.updates import FIXED
from pmdesk.actions.writing import spare_the_register
from pmdesk.domain.annual_update import ANNUAL_UPDATE, STATUSES
from pmdesk.domain.check import Refused
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.laptop import MEMBER, OFFICER
from pmdesk.domain.member_scope import THEIRS, is_for_the_council
from pmdesk.domain.outside_body import OUTSIDE_BODY
from pmdesk.domain.words import N_, Say, Words
from pmdesk.register import store
from pmdesk.register.cipher import Key, make_key
from pmdesk.register.database import sniff
from pmdesk.register.entries import Body, Entry, read_body, read_value
from pmdesk.register.faults import Damaged, Unavailable, is_damage, storage
from pmdesk.register.store import Changes, Register

# Of others a member's file holds what is printed anyway, and how to reach the officer who helps.
_OFFICER = ("name", "kind", "post", "email")
_COUNCIL = ("name", "kind")
_BODY = tuple(field.name for field in OUTSIDE_BODY.fields if not field.private)
TAKEN = N_("Took in a member’s file")
_KEY_OF = "member_key:"  # before the salt of a member's file: under that a register keeps its key
MAKER = "maker"  # under which a member's file keeps the key of the laptop that made it


class Returned(NamedTuple):
    """One update or report-back as it comes back: what it is called, its status here before and in the file.

    `fields` are those that differ from what stands here, `seat` and `year` the ids of what it is about.
    """

    kind: str
    record: str
    title: str
    before: str
    after: str
    fields: tuple[str, ...]
    seat: str = ""
    year: str = ""


class MemberReturn(NamedTuple):
    """What a member's file brings: whose it is, what would change, and the saves that change it."""

    member: str  # the person's id
    name: str
    records: tuple[Returned, ...]
    entries: tuple[Entry, ...]
    digest: str


def member_of(register: Register) -> str | None:
    """The member whose file this register is; None for a council's own."""
    return register.local("member")


def make_member_file(register: Register, person: str, out: Path, today: str, passphrase: str = "") -> Path:
    """Write the file of one member to `out`: their seats, the bodies, their updates and report-backs.

    Refused for one who holds no seat; Unavailable when the disk does not take it. It replaces what is there.
    With a passphrase only who knows it opens the file; this register opens it without, when it comes back.
    """
    if member_of(register):
        raise Refused(Say(N_("This is a member’s own file. Only the council’s register makes one.")))
    member = read_record(register, "person", person)
    if not register.all("appointment", person=person):
        raise Refused(Say(N_("{name} sits on no outside body."), {"name": str(member["name"])}))
    spare_the_register(register, out)
    own = {"member": person, "me": person, "today": register.local("today"), MAKER: my_key(register).hex()}
    year = register.local("year")
    kept_here = {name: value for name, value in {**own, "year": year}.items() if value}
    key = None
    if passphrase:
        check_new(passphrase)
        key = make_key(passphrase)
        register.set_local(f"{_KEY_OF}{key.salt.hex()}", key.raw.hex())
    register.extract_to(out, wanted_by(register, person), kept_here, key)
    return out


def wanted_by(register: Register, person: str) -> dict[str, tuple[str, ...] | None]:
    """The records that a member needs, and which of their fields; None means all."""
    seats = register.all("appointment", person=person)
    ids = tuple(seat["id"] for seat in seats)
    bodies = register.all("outside_body", id=tuple({seat["outside_body"] for seat in seats}))
    wanted: dict[str, tuple[str, ...] | None] = {
        str(body["link_officer"]): _OFFICER for body in bodies if body["link_officer"]
    }
    wanted |= {str(body["id"]): _BODY for body in bodies}
    council = register.settings().get("council")
    wanted |= {str(each["id"]): None for each in register.all("municipal_year")}
    wanted |= {str(each): _COUNCIL for each in {council, *(body["council"] for body in bodies)} if each}
    wanted |= {str(seat["id"]): tuple(_but_note("appointment")) for seat in seats}
    for kind in THEIRS:
        wanted |= {str(row["id"]): tuple(_but_note(kind)) for row in register.all(kind, appointment=ids)}
    return {**wanted, register.id: ("council", "year", "returns_to"), person: None}


def _but_note(kind: str) -> Iterable[str]:
    """All fields but what officers note among themselves."""
    return (field.name for field in ENTITIES[kind].fields if field.name != "note")


def save_copy(register: Register, out: Path) -> Path:
    """Write a checked copy of a member's file, to be sent back; never over the file that is open."""
    spare_the_register(register, out)
    register.backup_to(out)
    return out


def look_at_member_file(register: Register, path: Path, passphrase: str = "") -> MemberReturn:
    """What a file that came back would change; nothing is written, and the file itself is not touched.

    Refused when it is no member's file of this register, or changes what is not that member's;
    NeedsPassphrase when it has one that is neither given nor the one it was made with. Our copy of the file
    stays as it came.
    """
    with tempfile.TemporaryDirectory(prefix="pmdesk-") as folder:
        copy = Path(folder) / path.name
        try:
            shutil.copyfile(path, copy)
        except OSError as error:
            raise Unavailable(Say(N_("{name} could not be read."), {"name": path.name})) from error
        try:
            with store.open_register(copy, key=passphrase or _known_key(register, copy)) as incoming:
                return _looked_at(register, incoming, hashlib.sha256(copy.read_bytes()).hexdigest())
        except Damaged as fault:
            if not is_damage(fault):
                raise
            # That sentence speaks of the council's register and of backups.
            raise Refused(Say(_SPOILT)) from fault


def _known_key(register: Register, copy: Path) -> Key | None:
    """The key that this register gave a file when it made it, or has itself."""
    with storage():
        salt = sniff(copy)
    raw = register.local(f"{_KEY_OF}{salt.hex()}") if salt else None
    if salt and raw:
        return Key(bytes.fromhex(raw), salt)
    own: Key | None = register.db.key
    return own if own is not None and own.salt == salt else None


def _looked_at(register: Register, incoming: Register, digest: str) -> MemberReturn:
    if incoming.id != register.id:
        raise Refused(Say(N_("This file was made from another register.")))
    member = member_of(incoming)
    if member is None:
        raise Refused(Say(N_("This is a whole register, not a member’s file.")))
    if incoming.check():
        raise Refused(Say(_SPOILT))
    entries = register.unknown(incoming.entries())
    bodies = [read_body(entry.body) for entry in entries]
    touched = only_theirs(register, member, list(zip(entries, bodies, strict=True)))
    name = str((register.get("person", member) or {}).get("name") or "")
    _ask_for_trust(register, member, name, dict.fromkeys(body.device for body in bodies))
    records = [_returned(register, incoming, kind, record) for record, kind in touched.items()]
    return MemberReturn(member, name, tuple(records), tuple(entries), digest)


def _ask_for_trust(register: Register, member: str, name: str, laptops: Iterable[bytes]) -> None:
    """Refused with roles on while one of the laptops it was written on is not trusted as that member's."""
    laptops = list(laptops)
    now = rights_now(register, laptops)
    for key in laptops if now.on else ():
        grant = now.of(key)
        if grant.role != OFFICER and (grant.role != MEMBER or grant.person != member):
            unknown_laptops(register, [key])  # so that it stands among the laptops to be trusted
            raise Refused(Say(_UNTRUSTED, {"name": name, "words": fingerprint(key)}))


def only_theirs(register: Register, member: str, told: list[tuple[Entry, Body]]) -> dict[str, str]:
    """The kind of each record that the saves speak of; Refused unless all are this member's to write."""
    seats = {str(row["id"]) for row in register.all("appointment", person=member)}
    touched, given = dict[str, str](), dict[str, set[object]]()
    for entry, body in told:
        if body.erases:
            raise Refused(Say(_NOT_THEIRS))
        for place, event in enumerate(body.events):
            touched[event.record] = event.kind
            payload = entry.payloads.get(place)
            value = read_value(payload.value) if payload else None
            if event.field == "appointment":
                given.setdefault(event.record, set()).add(value)
            if event.kind in THEIRS and is_for_the_council(event.kind, event.field, value):
                raise Refused(Say(_NOT_THEIRS))
    for record, kind in touched.items():
        here = register.get(kind, record) if kind in THEIRS else None
        seated = given.get(record, set()) | ({here["appointment"]} if here else set())
        if kind not in THEIRS:
            called = title(kind, register.get(kind, record) or {})
            raise Refused(Say(_NOT_THEIRS_NAMED, {"kind": Say(ENTITIES[kind].label), "title": called}))
        if not seated or not seated <= seats:
            raise Refused(Say(_NOT_THEIRS))
        if here and here.get("status") in FIXED:
            raise Refused(Say(_AGREED, {"title": _called(register, kind, here)}))
    return touched


_UNTRUSTED = N_(
    "This file was written on a laptop that is not trusted as that of {name}: {words}. Compare these words by"
    " telephone, trust it under Exchange, Laptops, then bring the file in again. Nothing was taken in."
)
_NOT_THEIRS = N_("This file changes something that is not that member’s. Nothing was taken in.")
_NOT_THEIRS_NAMED = N_(
    "This file changes something that is not that member’s: {kind} {title}. Nothing was taken in."
)
_SPOILT = N_(
    "This file was damaged on its way, or changed by some other program. Ask for it once more."
    " Nothing was taken in."
)
_AGREED = N_(
    "This file changes {title}, which was agreed meanwhile. Return it first if it must change."
    " Nothing was taken in."
)


def _called(register: Register, kind: str, row: Mapping[str, object]) -> str:
    seat = str(row.get("appointment") or "")
    return title(kind, row, {seat: title("appointment", register.get("appointment", seat) or {})})


def _returned(register: Register, incoming: Register, kind: str, record: str) -> Returned:
    here, there = register.get(kind, record) or {}, incoming.get(kind, record) or {}
    fields = [name for name in there if name in _ANSWERS and there[name] != here.get(name)]
    status = (str(here.get("status") or ""), str(there.get("status") or ""))
    about = (str(there.get("appointment") or ""), str(there.get("municipal_year") or ""))
    return Returned(kind, record, _called(register, kind, there), *status, tuple(fields), *about)


_ANSWERS = {field.name for field in ANNUAL_UPDATE.fields} | {"decided", "action", "attendance", "meeting_on"}


def say_returned(found: MemberReturn, words: Words) -> list[str]:
    """What a member's file brings, a line for each update or report-back; one line when that is nothing."""
    if not found.records:
        return [words("Nothing new from {name}.", name=found.name)]
    lines = []
    for each in found.records:
        kind = words(ENTITIES[each.kind].label)
        status = words(dict(STATUSES).get(each.after, each.after))
        lines.append(f"{kind}: {each.title}, {status}" if status else f"{kind}: {each.title}")
    return lines


def take_member_file(register: Register, found: MemberReturn) -> Changes:
    """Take in what a member's file brings, as one step; what was known already changes nothing."""
    merged = register.merge(list(found.entries), f"pack:{found.digest}")
    return Changes("", TAKEN, merged.touched)
