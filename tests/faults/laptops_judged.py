"""How the laptops are judged: each screen against the oracle, and all against one another at the end."""

import json
from collections.abc import Iterator

from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.facts import Type
from pmdesk.register.projection import ERASED
from pmdesk.register.store import Register
from tests.faults.laptops_made import Laptop, World, at, in_view, lacking, shut
from tests.faults.laptops_oracle import Name, Visible, said_of, unsettled

# Of one laptop alone, or in the order in which things came to it.
_LOCAL = {"local", "draft", "received", "pack", "device", "entry", "event", "payload", "supersedes", "erased"}
_JOURNAL = (
    "SELECT hash, body, sig, stands FROM entry ORDER BY hash",
    "SELECT n.hash, e.id % 65536, e.record, e.kind, e.field, e.head FROM event e"
    " JOIN entry n ON n.n = e.id / 65536 ORDER BY 1, 2",
    "SELECT n.hash, p.event % 65536, p.salt, p.value FROM payload p"
    " JOIN entry n ON n.n = p.event / 65536 ORDER BY 1, 2",
    "SELECT s.hash, s.place, n.hash, s.child % 65536 FROM supersedes s"
    " JOIN entry n ON n.n = s.child / 65536 ORDER BY 1, 2, 3, 4",
    "SELECT hash, place FROM erased WHERE by <> zeroblob(32) ORDER BY 1, 2",
)


def on_screen(world: World, laptop: Laptop) -> Iterator[str]:
    """A value leaves the screen only when someone who had it in view replaced it; and then it does."""
    db = laptop.register.db
    stands = set(
        db.execute(
            "SELECT n.hash, e.id % 65536 FROM event e JOIN entry n ON n.n = e.id / 65536 WHERE e.head = 1"
        )
    )
    visible = in_view(world, laptop)
    wanted = {each.name for some in visible.values() for each in some}
    for name in wanted - stands:
        yield f"laptop {laptop.n}: a value is gone that nobody who saw it replaced ({_who(world, name)})"
    for name in stands - wanted:
        yield f"laptop {laptop.n}: a value stands that was replaced ({_who(world, name)})"
    came = {digest for (digest,) in db.execute("SELECT hash FROM entry")}
    if came != laptop.known:
        yield f"laptop {laptop.n}: {len(came)} saves and not the {len(laptop.known)} that came"


def _who(world: World, name: Name) -> str:
    save = world.oracle.saves.get(name[0])
    return save.deed if save else "of a save that nobody made"


def at_the_end(world: World) -> Iterator[str]:
    """Everything came to all: one set of saves, one set of tables, every value that nobody replaced."""
    yield from world.oracle.problems
    union = set().union(*(laptop.known for laptop in world.laptops))
    tables = []
    for laptop in world.laptops:
        with at(laptop) as register:
            yield from on_screen(world, laptop)
            tables.append(_dump(register))
            if tables[-1] != tables[0]:
                yield from _differences(tables[0], tables[-1], laptop.n)
    lost = _went_with_a_file(world)
    visible, erased = world.oracle.visible(union, lost), world.oracle.erased(union, lost)
    world.count("values that went with a file", len(lost))
    for laptop in world.chance.sample(world.laptops, min(2, len(world.laptops))):
        with at(laptop) as register:
            problems = [str(problem) for problem in register.check()]
            yield from (f"laptop {laptop.n}: check: {each}" for each in problems if not lost)
            yield from _shown(register, visible, erased | lost)
            yield from _to_settle(world, register, union, lost)
    if world.roles:  # what was erased without the right is kept
        return
    dead = [word.encode() for word in world.oracle.dead_texts(union)]
    for laptop in world.laptops:
        shut(laptop)
        data = laptop.path.read_bytes()
        yield from (f"laptop {laptop.n}: erased words are still there" for word in dead if word in data)
    world.count("words erased everywhere", len(dead))


def _went_with_a_file(world: World) -> set[Name]:
    """Values whose saves came without them, and were with them only on a laptop put back to an older file.

    Or, with roles, only where somebody erased them, without the right to.
    """
    old = {laptop.n for laptop in world.laptops if laptop.went_back}
    saves = world.oracle.saves
    wiped = {name for save in saves.values() for name in save.erased if world.roles}
    with at(world.laptops[0]) as register:
        return {name for name in lacking(register) if saves[name[0]].laptop in old or name in wiped}


def _shown(register: Register, visible: Visible, erased: set[Name]) -> Iterator[str]:
    """The table shows one of the values, and the conflict page all of them."""
    for (record, name), some in visible.items():
        kind, said = some[0].kind, said_of(some, erased)
        entity = ENTITIES[kind]
        if name != "deleted" and not entity.has(name):
            yield f"{kind}.{name} is not known"
            continue
        row = register.get(kind, record) or {}
        if name != "deleted" and row.get(name) not in [_as_shown(kind, name, text) for text in said]:
            yield f"{kind}.{name} shows {row.get(name)!r}, which is none of {said}"
        if len(some) > 1:
            rivals = register.rival_values(record, name)
            if sorted((None if each.erased else json.dumps(each.value) for each in rivals), key=str) != said:
                yield f"{kind}.{name}: not all of {said} stand beside each other"


def _as_shown(kind: str, name: str, text: str | None) -> object:
    field = ENTITIES[kind].field(name)
    if text is None:
        return ERASED if field.required and field.type is not Type.REF else None
    return json.loads(text)


def _to_settle(world: World, register: Register, union: set[bytes], lost: set[Name]) -> Iterator[str]:
    """What the oracle says is to be settled is on the page, and nothing else of its sort."""
    several, unseen, not_judged = unsettled(world.oracle, union, lost, lost)
    found = register.unsettled()
    values = {(each.record, each.field) for each in found if each.sort == "values"}
    deleted = {each.record for each in found if each.sort == "deleted"}
    values = {each for each in values if each[0] not in not_judged}
    several = {each for each in several if each[0] not in not_judged}
    if values != several:
        yield f"to settle: {len(several)} fields with several values, and the page has {len(values)}"
    if deleted - not_judged != unseen - not_judged:
        yield f"to settle: {len(unseen)} deletions that saw not all, and the page has {len(deleted)}"
    world.count("left to settle", len(found))


def _dump(register: Register) -> dict[str, list[object]]:
    """All that all laptops must have alike, without the numbers that rows have here."""
    db = register.db
    found: dict[str, list[object]] = {sql: db.execute(sql).fetchall() for sql in _JOURNAL}
    tables = [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    for table in tables:
        if table in _LOCAL or table.startswith(("search", "sqlite")):
            continue
        columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
        names = [name for name in columns if name != "n"]
        if "n" in columns and "id" not in columns:  # kept beside a record that has this number
            joined = ", ".join(f't."{name}"' for name in names if name not in ("measure", "reading"))
            sql = f"SELECT r.id, {joined} FROM {table} t LEFT JOIN record r ON r.n = t.n ORDER BY 1"
        else:
            listed = ", ".join(f'"{name}"' for name in names)
            # A row that waits stays where its record was pointed to, or counted, for a while.
            there = (
                " WHERE made_at IS NOT NULL" if table == "record" else " WHERE stub = 0" * ("stub" in names)
            )
            sql = f"SELECT {listed} FROM {table}{there} ORDER BY {listed}"
        found[table] = db.execute(sql).fetchall()
    # Where a record never had a word to find, no line says so; where it had one, an empty line stays.
    found["search"] = db.execute(
        "SELECT r.id, s.title, s.words FROM search s JOIN record r ON r.n = s.rowid"
        " WHERE s.title || s.words <> '' ORDER BY r.id"
    ).fetchall()
    found["unsettled"] = list(register.unsettled())
    return found


def _differences(one: dict[str, list[object]], other: dict[str, list[object]], n: int) -> Iterator[str]:
    for table in one:
        if one[table] != other.get(table):
            yield f"laptops 0 and {n} end differently: {table.split(' ORDER')[0][-60:]}"
