"""The tables are what the heads say: rows, titles, search words; made anew they are the same."""

from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.erasure import ERASED
from pmdesk.register.entries import Ref
from pmdesk.register.journal import Head
from pmdesk.register.projection import fold, rebuild, row_of, search_words
from pmdesk.register.store import Register

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
