"""The tables are what the heads say: rows, titles, search words; made anew they are the same."""

from typing import Any

from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.erasure import ERASED
from pmdesk.register.entries import Ref
from pmdesk.register.ids import new_id
from pmdesk.register.journal import Head
from pmdesk.register.projection import fold, rebuild, row_of, search_words
from pmdesk.register.store import Register
from tests.register.measures_made import add, put

REF = Ref(b"\0" * 32, 0)


def test_text_is_compared_without_case_accents_and_doubled_spaces() -> None:
    assert fold("  Tŷ   GLÂN ") == fold("ty glan") == "ty glan"


def test_a_row_takes_one_value_a_field_and_keeps_what_it_can_of_strange_ones() -> None:
    said = {
        "name": '"Trust"',
        "seats": '"1 + 1 deputy"',
        "council": '"no id"',
        "constitution_required": "true",
        "aims": "7",
        "strange": '"x"',
    }
    deleted = [Head("deleted", "true", REF, 1), Head("deleted", "false", REF, 2)]
    row = row_of("outside_body", [*deleted, *(Head(name, value, REF, 1) for name, value in said.items())])
    assert row.deleted == 0
    assert (row.values["name"], row.values["seats"], row.values["council"]) == ("Trust", "1 + 1 deputy", None)
    assert (row.values["constitution_required"], row.values["aims"]) == (1, "7")
    assert set(row.values) == {field.name for field in ENTITIES["outside_body"].fields}


def test_an_erased_name_says_so() -> None:
    assert row_of("person", [Head("name", None, REF, 1)]).values["name"] == ERASED


def test_the_search_has_all_text_but_the_title() -> None:
    words = search_words(
        ENTITIES["outside_body"], {"name": "Trust", "aims": "Advice", "seats": 2, "note": "Old"}
    )
    assert words.split("\n") == ["Advice", "Old"]


def test_made_anew_the_tables_are_the_same(filled: Register) -> None:
    def shown() -> list[object]:
        tables = [*ENTITIES, "record"]
        return [filled.db.execute(f"SELECT * FROM {name} ORDER BY id").fetchall() for name in tables]

    before = [[row[1:] for row in table] for table in shown()]  # type: ignore[attr-defined]
    with filled.writing():
        rebuild(filled.db)
    assert [[row[1:] for row in table] for table in shown()] == before  # type: ignore[attr-defined]
    assert filled.check() == []


class Listening:
    """A connection that notes the statements it passes on."""

    def __init__(self, db: Any) -> None:
        self._db, self.said = db, list[str]()

    def execute(self, sql: str, *values: Any) -> Any:
        self.said.append(sql)
        return self._db.execute(sql, *values)

    def executemany(self, sql: str, rows: list[Any]) -> Any:
        assert rows, sql
        self.said.append(sql)
        return self._db.executemany(sql, rows)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._db, name)


def test_a_save_asks_no_more_than_it_must(register: Register) -> None:
    """Neither the search of a text that stays, nor for what a record points to still."""
    measure = add(register, "measure", title="Household waste recycled")
    reading = add(register, "reading", measure=measure, period="2025-26 Q4", value="46")
    listening = Listening(register.db)
    register.db = listening
    put(register, "reading", reading, value="47")
    assert not [sql for sql in listening.said if "search" in sql or "SELECT id FROM measure" in sql]
    put(register, "reading", reading, commentary="A lorry broke down.")
    assert [sql for sql in listening.said if "INTO search" in sql]
    register.db = listening._db
    assert register.search("lorry") and register.check() == []


def test_what_was_waited_for_is_found_when_it_comes_and_when_it_points_elsewhere(register: Register) -> None:
    first, other, waited = new_id(), new_id(), new_id()
    put(register, "reading", waited, measure=first, period="2025-26 Q4")
    put(register, "reading", waited, measure=other)
    with register.change("Saved record") as change:
        change.add("measure", {"title": "Household waste recycled"}, record=first)
    assert register.search("household") and register.check() == []
    put(register, "measure", first, title="Garden waste", definition="Weighed at the gate")
    assert not register.search("household") and register.search("garden") and register.search("weighed")
    put(register, "measure", first, definition=None)
    assert not register.search("weighed") and register.check() == []
    stubs = register.db.execute("SELECT id FROM measure WHERE stub = 1").fetchall()
    assert stubs == [(other,)]
