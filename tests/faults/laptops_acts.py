"""What people do at the laptops of the sweep: real actions on real registers, and what the oracle is told."""

import csv
from collections.abc import Callable
from pathlib import Path

from pmdesk.actions import records
from pmdesk.actions.conflicts import id_of
from pmdesk.actions.imports import bring_in, look
from pmdesk.actions.same import same
from pmdesk.actions.settling import settle
from pmdesk.domain.check import Refused
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.words import Words
from pmdesk.exchange.unreadable import Unreadable
from pmdesk.register.entries import Ref
from pmdesk.register.faults import Unavailable
from pmdesk.register.store import Register
from tests.faults.laptops_made import InHand, Laptop, World, at, in_view, lacking
from tests.faults.laptops_oracle import Save, Visible
from tests.faults.laptops_roles import decide

KINDS = ("organisation", "organisation", "person", "partnership", "measure", "reading")
EDITED = {
    "organisation": ("name", "contact", "note"),
    "person": ("name", "post", "note", "organisation"),
    "partnership": ("name", "purpose", "parent", "statutory"),
    "measure": ("title", "definition", "tolerance"),
    "reading": ("value", "commentary"),
    "later": ("name", "note"),
}
FOUNDER_DECIDES = 0.3  # of what is done where the register was begun, with roles
PERIODS = ("2024-25", "2025-26")
NAMES = ("Canal Trust", "Holm Library", "Aldermoor NHS", "Fire Service")
# What was to be written, to be seen afterwards: kind, record, field, value.
Wanted = list[tuple[str, str, str, object]]
Deed = Callable[[World, Laptop], Wanted]
GRANTING = ("roles", "trust")
SENTENCES = (Refused, Unreadable, Unavailable)


def act(world: World, laptop: Laptop, deed: str = "") -> None:
    """One thing that somebody does at a laptop, and what the oracle makes of it."""
    if not deed and world.roles and laptop.n == 0 and world.chance.random() < FOUNDER_DECIDES:
        deed = "roles"
    elif not deed:
        (deed,) = world.chance.choices(list(DEEDS), [weight for _, weight in DEEDS.values()])
    with at(laptop) as register:
        view, last = in_view(world, laptop), last_save(register)
        laptop.erasing = set()
        if deed == "save" and laptop.in_hand:
            view = _seen_then(world, laptop, view)
        try:
            wanted = DEEDS[deed][0](world, laptop)
        except SENTENCES:
            world.count("refused with a sentence")
            wanted = []
        told(world, laptop, deed, last, view)
        for kind, record, name, value in wanted:
            shown = (register.get(kind, record) or {}).get(name)
            if shown != value:
                world.oracle.problems.append(f"{deed}: {kind}.{name} was to be {value!r} and is {shown!r}")


def _seen_then(world: World, laptop: Laptop, view: Visible) -> Visible:
    """Of what is visible now, what was there when the form was opened, or was written here since."""
    assert laptop.in_hand
    # What it wrote before may have gone with a newer file, and come back since.
    since = list(world.oracle.saves.values())[laptop.in_hand.made :]
    seen = laptop.in_hand.known | {save.hash for save in since if save.laptop == laptop.n}
    return {spot: [each for each in some if each.name[0] in seen] for spot, some in view.items()}


def told(world: World, laptop: Laptop, deed: str, last: int, view: Visible) -> None:
    """Tell the oracle of the saves that came of a deed, as their bytes say."""
    erased = laptop.erasing if deed == "erase" else set()
    if deed in GRANTING:
        view = world.oracle.by_who_grants(view, laptop.known, lacking(laptop.register))
    sql = "SELECT n, body, hash FROM entry WHERE n > ? ORDER BY n"
    for n, body, digest in laptop.register.db.execute(sql, (last,)).fetchall():
        if digest in world.oracle.saves:  # of another laptop, and merged here
            continue
        values = dict(
            laptop.register.db.execute(
                "SELECT event % 65536, value FROM payload WHERE event / 65536 = ?", (n,)
            )
        )
        save = world.oracle.happened(deed, laptop.n, bytes(body), values, view, erased)
        laptop.known.add(save.hash)
        world.count("values authored", len(save.written))
        if deed in ("undo", "redo") and not world.roles:
            _leaves_others_alone(world, laptop, save)


def _leaves_others_alone(world: World, laptop: Laptop, save: Save) -> None:
    """Undo and redo replace what was written here, or brought back: what somebody changed since is left."""
    ours = [each for each in world.oracle.saves.values() if each.laptop == laptop.n]
    here = {(each.spot, each.text) for one in ours for each in one.written}
    for digest, place in save.gone:
        each = world.oracle.saves[digest].written[place]
        if (each.spot, each.text) not in here:
            world.oracle.problems.append(f"{save.deed} replaced what another laptop wrote")


def last_save(register: Register) -> int:
    """The number of the newest save here."""
    return int(register.db.execute("SELECT coalesce(max(n), 0) FROM entry").fetchone()[0])


def _one(world: World, register: Register, kind: str, *, deleted: int = 0) -> str | None:
    rows = register.db.execute(
        f"SELECT id FROM {kind} WHERE deleted = ? AND stub = 0 ORDER BY id", (deleted,)
    ).fetchall()
    return str(world.chance.choice(rows)[0]) if rows else None


def _any(world: World, register: Register, *, deleted: int = 0) -> tuple[str, str] | None:
    kinds = [kind for kind in EDITED if kind in ENTITIES]
    for kind in world.chance.sample(kinds, len(kinds)):
        if record := _one(world, register, kind, deleted=deleted):
            return kind, record
    return None


def add(world: World, laptop: Laptop) -> Wanted:
    kinds = (*KINDS, "later") if laptop.newer else KINDS
    kind = world.chance.choice(kinds)
    typed = _typed(world, laptop.register, kind)
    if kind == "later":
        with laptop.register.change("Saved later") as change:
            record = change.add(kind, {"name": str(typed["name"])})
    else:
        record = records.save(laptop.register, kind, typed)[0]
    return [(kind, record, name, value) for name, value in typed.items()]


def _typed(world: World, register: Register, kind: str) -> dict[str, object]:
    if kind == "organisation":
        return {"name": world.chance.choice((*NAMES, world.word())), "note": world.word()}
    if kind == "reading":
        measure = _one(world, register, "measure")
        value = f"{world.chance.randrange(1_000)}.{world.chance.randrange(1, 10)}"
        return {"measure": measure or "", "period": world.chance.choice(PERIODS), "value": value}
    if kind == "measure":
        return {"title": world.word(), "frequency": "year"}
    return {"name": world.word()}


def edit(world: World, laptop: Laptop) -> Wanted:
    """One field or two of a record, as a form saves them."""
    found = _any(world, laptop.register)
    if found is None:
        return add(world, laptop)
    kind, record = found
    names = world.chance.sample(EDITED[kind], world.chance.choice((1, 1, 2)))
    typed = {name: _value(world, laptop.register, kind, name) for name in names}
    if laptop.newer and kind == "organisation" and world.chance.random() < 0.3:
        typed = {"later": world.word()}
    if kind == "later":
        with laptop.register.change("Saved later") as change:
            change.set(kind, record, {name: str(value) for name, value in typed.items()})
    else:
        records.save(laptop.register, kind, typed, record)
    return [(kind, record, name, value) for name, value in typed.items()]


def _value(world: World, register: Register, kind: str, name: str) -> object:
    if name in ("organisation", "parent"):
        return _one(world, register, "organisation" if name == "organisation" else "partnership")
    if name == "statutory":
        return world.chance.random() < 0.5
    if name in ("tolerance", "value"):
        return f"{world.chance.randrange(1_000)}.{world.chance.randrange(1, 10)}"
    return world.word()


def delete(world: World, laptop: Laptop) -> Wanted:
    found = _any(world, laptop.register)
    if found is None:
        return []
    kind, record = found
    if kind == "later" or world.chance.random() < 0.5:
        with laptop.register.change("Deleted") as change:
            change.delete(kind, record)
    else:
        records.delete(laptop.register, kind, record)
    return [(kind, record, "deleted", 1)]


def restore(world: World, laptop: Laptop) -> Wanted:
    found = _any(world, laptop.register, deleted=1)
    if found is None:
        return []
    with laptop.register.change("Brought back") as change:
        change.restore(*found)
    return [(*found, "deleted", 0)]


def undo(world: World, laptop: Laptop) -> Wanted:
    laptop.register.undo()
    return []


def redo(world: World, laptop: Laptop) -> Wanted:
    laptop.register.redo()
    return []


def take_sheet(world: World, laptop: Laptop) -> Wanted:
    """The same small sheets come to every laptop."""
    path = world.chance.choice(sheets(world))
    bring_in(laptop.register, look(path, laptop.register, "organisation"), Words())
    world.count("sheets brought in")
    return []


def open_one(world: World, laptop: Laptop) -> Wanted:
    """A form or a sheet is looked at now and saved another time; meanwhile letters may come."""
    register, known, made = laptop.register, frozenset(laptop.known), len(world.oracle.saves)
    found = _any(world, register)
    if found is None or found[0] == "later" or world.chance.random() < 0.4:
        looked = look(world.chance.choice(sheets(world)), register, "organisation")
        laptop.in_hand = InHand(lambda: bring_in(register, looked, Words()), known, made)
        return []
    (kind, record), seen = found, records.seen_now(register)
    name = world.chance.choice(EDITED[kind])
    typed = {name: _value(world, register, kind, name)}
    laptop.in_hand = InHand(lambda: records.save(register, kind, typed, record, seen=seen), known, made)
    return []


def save_in_hand(world: World, laptop: Laptop) -> Wanted:
    if laptop.in_hand is None:
        return open_one(world, laptop)
    laptop.in_hand.save()
    laptop.in_hand = None
    world.count("saved after a while")
    return []


def make_one(world: World, laptop: Laptop) -> Wanted:
    """Two records are one: links of the other follow, and it is deleted."""
    kind = world.chance.choice(("organisation", "person", "partnership", "measure"))
    sql = f"SELECT id FROM {kind} WHERE deleted = 0 AND stub = 0 ORDER BY id"
    ids = [str(id) for (id,) in laptop.register.db.execute(sql)]
    if len(ids) < 2:
        return []
    stays, goes = world.chance.sample(ids, 2)
    same(laptop.register, kind, stays, goes)
    world.count("made one of two")
    return [(kind, goes, "deleted", 1)]


def roles(world: World, laptop: Laptop) -> Wanted:
    if not world.roles:
        return edit(world, laptop)
    decide(world, laptop.register)
    return []


def sheets(world: World) -> list[Path]:
    paths = [world.folder / f"sheet{n}.csv" for n in (1, 2)]
    for path in paths:
        if not path.exists():
            with path.open("w", newline="", encoding="utf-8") as file:
                rows = [(name, world.word()) for name in world.chance.sample(NAMES, 3)]
                csv.writer(file).writerows([("Name", "Contact"), *rows])
    return paths


def settle_one(world: World, laptop: Laptop) -> Wanted:
    found = laptop.register.unsettled()
    if not found:
        return edit(world, laptop)
    one = world.chance.choice(found)
    if one.sort == "values" and world.chance.random() < 0.3:
        settle(laptop.register, id_of(one), value=world.word())
    else:
        settle(laptop.register, id_of(one), take=world.chance.choice((1, 2)))
    world.count("settled")
    return []


def erase(world: World, laptop: Laptop) -> Wanted:
    """All that was written of one record, as far as it came here, by one signed save."""
    found = _any(world, laptop.register)
    if found is None:
        return []
    register = laptop.register
    names = world.oracle.of_record(found[1], laptop.known)
    with register.change("Erased", via="final") as change:
        change.erase([Ref(*name) for name in sorted(names)])
    laptop.erasing = names
    world.count("erasures")
    return []


DEEDS: dict[str, tuple[Deed, int]] = {
    "add": (add, 4),
    "edit": (edit, 9),
    "delete": (delete, 2),
    "restore": (restore, 1),
    "settle": (settle_one, 4),
    "undo": (undo, 2),
    "redo": (redo, 1),
    "sheet": (take_sheet, 1),
    "open": (open_one, 2),
    "save": (save_in_hand, 3),
    "erase": (erase, 1),
    "same": (make_one, 2),
    "roles": (roles, 3),
}
