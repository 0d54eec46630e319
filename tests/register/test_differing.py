"""Of rows that stand already only what differs is written, so that a save touches few pages of the file."""

from pmdesk.register.differing import write_differing
from pmdesk.register.store import Register
from tests.benchmarks.played import Listening
from tests.register.measures_made import add, put, reading, waste


def updates(register: Register, kind: str, record: str, **values: str) -> list[str]:
    """The UPDATE statements of a save that change a row, without those that are asked of none."""
    plain = register.db
    register.db = listening = Listening(plain)
    try:
        put(register, kind, record, **values)
    finally:
        register.db = plain
    return [sql for way, sql, given in listening.heard if sql.startswith("UPDATE") and given]


def test_only_the_columns_that_differ_are_set(register: Register) -> None:
    one, two = (add(register, "person", name=name, ward="Wendle") for name in ("Helen Marsh", "Tom Nair"))
    names = ("id", "ward", "post")
    stood = {n: row for n, *row in register.db.execute("SELECT n, id, ward, post FROM person")}
    first, second = stood
    listening = Listening(register.db)
    write_differing(
        listening, "person", names, stood, {first: (one, "Alder", None), second: (two, "Wendle", None)}
    )
    assert listening.heard == [("executemany", "UPDATE person SET ward = ? WHERE n = ?", [("Alder", first)])]
    assert [row["ward"] for row in register.all("person")] == ["Alder", "Wendle"]


def test_a_save_sets_what_was_typed_and_who_typed_it(register: Register) -> None:
    group = add(register, "partnership", name="Wendle Waste Partnership")
    update = add(register, "progress_update", partnership=group, period="2025-26 Q1", done="Met twice")
    asked = updates(register, "progress_update", update, done="Met thrice")
    assert 'UPDATE progress_update SET "done" = ? WHERE n = ?' in asked
    assert "UPDATE record SET changed_at = ? WHERE n = ?" in asked
    measure = waste(register)
    asked = updates(register, "reading", reading(register, measure, "2025-26 Q4"), value="46.2")
    assert 'UPDATE reading SET "value" = ? WHERE n = ?' in asked
    assert "UPDATE reading_kept SET variance = ? WHERE n = ?" in asked
    (kept,) = [sql for sql in asked if sql.startswith("UPDATE measure_kept")]
    assert "rank" not in kept and "next_ends" not in kept, "the indexes of what stays are left alone"
    assert register.check() == []
