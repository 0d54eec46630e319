"""`check` finds what is wrong: flipped bytes, rows changed behind the journal, broken chains."""

import random
from pathlib import Path

import pytest

from pmdesk.register.faults import Unavailable, storage
from pmdesk.register.store import Register, create, open_register


def filled(register: Register) -> None:
    for number in range(20):
        with register.change("Saved organisation") as change:
            organisation = change.add(
                "organisation", {"name": f"Organisation {number}", "note": "A note. " * 20}
            )
            change.add("person", {"name": f"Person {number}", "organisation": organisation})


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("UPDATE organisation SET name = 'Other' WHERE n = 1", "does not agree with the journal"),
        ("UPDATE record SET title = 'Other' WHERE n = 1", "does not agree with the journal"),
        ("UPDATE search SET words = 'other' WHERE rowid = 1", "does not agree with the journal"),
        ("UPDATE payload SET value = '\"Other\"' WHERE event = 65536", "is damaged"),
        ("DELETE FROM payload WHERE event = 65536", "gone without having been erased"),
        ("UPDATE event SET head = 0 WHERE id = 65536", "marked wrongly"),
        ("UPDATE event SET field = 'note' WHERE id = 65536", "do not agree with what was signed"),
        ("UPDATE entry SET label = 'Other' WHERE n = 1", "does not agree with its own index"),
        ("UPDATE entry SET sig = zeroblob(64) WHERE n = 1", "is damaged"),
        ("INSERT INTO supersedes VALUES (zeroblob(32), 0, 65536)", "replaced does not agree"),
        (
            "INSERT INTO record(id, kind, title, sort) VALUES ('x', 'person', '', '');"
            "INSERT INTO person(n, id) VALUES (last_insert_rowid(), 'x')",
            "is not in the journal",
        ),
    ],
)
def test_each_kind_of_damage_is_said(register: Register, damage: str, said: str) -> None:
    filled(register)
    assert register.check() == []
    for statement in damage.split(";"):
        register.db.execute(statement)
    assert any(said in str(problem) for problem in register.check()), list(map(str, register.check()))


def test_a_lost_entry_breaks_the_chain(register: Register) -> None:
    filled(register)
    register.db.execute("PRAGMA foreign_keys=OFF")
    for table, column in (("payload", "event"), ("supersedes", "child"), ("event", "id")):
        register.db.execute(f"DELETE FROM {table} WHERE {column} >> 16 = 5")
    register.db.execute("DELETE FROM entry WHERE n = 5")
    assert any("chain of saves is broken" in str(problem) for problem in register.check())


def contents(path: Path) -> object:
    """All that a register holds, or the sentence that refuses it."""
    try:
        with open_register(path, read_only=True) as register, storage():
            tables = [
                name
                for (name,) in register.db.execute(
                    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%'"
                )
            ]
            found = {
                name: register.db.execute(f"SELECT * FROM {name} ORDER BY 1").fetchall() for name in tables
            }
            # How a save came here is not signed: of it only the form is checked.
            return found | {"entry": [row[:-1] for row in found["entry"]]}
    except Unavailable as refused:
        return str(refused)


def test_one_byte_flipped_in_each_page_in_turn(path: Path) -> None:
    with create(path) as register:
        filled(register)
    whole, before = path.read_bytes(), contents(path)
    chance = random.Random(7)
    harmful = 0
    for page in range(0, len(whole), 4096):
        flipped = bytearray(whole)
        used = [place for place in range(page, page + 4096) if flipped[place]]
        flipped[chance.choice(used)] ^= 1 << chance.randrange(8)
        path.write_bytes(flipped)
        try:
            with open_register(path, read_only=True) as register:
                said = bool(register.check())
        except Unavailable:
            said = True
        # Local drafts and row numbers are nobody's saved work; everything else that changed must be said.
        if contents(path) != before:
            harmful += 1
            assert said, f"a harmful flip in page {page // 4096} was not reported"
        assert path.read_bytes() == flipped
    assert harmful > 20


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xd8\xff\xe0JFIF" + bytes(200), b"SQLite format 3\0", b"SQLite format 3\0" + bytes(5000)],
    ids=["empty", "a picture", "cut off", "somebody else's"],
)
def test_what_is_not_ours_is_refused_unchanged(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(Unavailable, match="not a pmdesk register"):
        open_register(path)
    assert path.read_bytes() == content
    assert [each.name for each in path.parent.iterdir() if each.name != "home"] == [path.name]


def test_a_folder_and_a_missing_file_are_said(path: Path) -> None:
    with pytest.raises(Unavailable, match="folder"):
        open_register(path.parent)
    with pytest.raises(Unavailable, match="no file aldermoor"):
        open_register(path)


def test_a_register_cut_in_half_is_refused_or_reported(path: Path) -> None:
    with create(path) as register:
        filled(register)
    half = path.read_bytes()[: path.stat().st_size // 2]
    path.write_bytes(half)
    try:
        with open_register(path, read_only=True) as register:
            assert register.check()
    except Unavailable as fault:
        assert "damaged" in str(fault)
    assert path.read_bytes() == half


def test_what_could_not_be_checked_is_not_called_damaged(monkeypatch: pytest.MonkeyPatch) -> None:
    """No memory, or a disk that does not answer: nothing is known of the file then."""
    from pmdesk.register import checking
    from pmdesk.register.faults import MEMORY
    from pmdesk.register.store import memory

    def starved(*_given: object) -> list[object]:
        raise MemoryError

    monkeypatch.setattr(checking, "check", starved)
    with memory() as register, pytest.raises(Unavailable) as told:
        register.check()
    assert str(told.value.sentence) == MEMORY


def test_what_a_worker_wrote_since_is_not_called_damage(on_disk: Register) -> None:
    """SQLite goes through the search index by the shape it last knew on this connection."""
    filled(on_disk)
    assert on_disk.check() == []
    twin = on_disk.twin()
    filled(twin)
    twin.close()
    assert on_disk.check() == []
