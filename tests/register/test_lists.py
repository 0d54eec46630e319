"""Lists sort and filter in SQL, whatever their length, and search finds by beginnings without accents."""

import pytest

from pmdesk.register.search import match
from pmdesk.register.store import Register


@pytest.fixture
def filled(register: Register) -> Register:
    with register.change("Brought in a file") as change:
        council = change.add("organisation", {"name": "Aldermoor District Council"})
        helen = change.add("person", {"name": "Helen Marsh", "kind": "officer"})
        wyn = change.add("person", {"name": "Wyn Ŵynne", "kind": "member"})
        for name, seats, status in (
            ("Émile Trust", 3, "current"),
            ("aldermoor Arts", 1, "ended"),
            ("Zeta Board", 2, None),
            ("Tŷ Glân", 2, None),
        ):
            body = change.add(
                "outside_body",
                {
                    "name": name,
                    "seats": seats,
                    "status": status,
                    "council": council,
                    "aims": f"Aims of {name}",
                    "link_officer": helen if seats == 2 else None,
                },
            )
        change.add("appointment", {"outside_body": body, "person": wyn})
    return register


def names(register: Register, **asked: object) -> list[object]:
    return [row["name"] for row in register.page("outside_body", register.listed("outside_body", **asked))]  # type: ignore[arg-type]


def test_names_sort_without_case_and_accents(filled: Register) -> None:
    assert names(filled) == ["aldermoor Arts", "Émile Trust", "Tŷ Glân", "Zeta Board"]
    assert names(filled, descending=True) == ["Zeta Board", "Tŷ Glân", "Émile Trust", "aldermoor Arts"]
    assert names(filled, order="seats") == ["aldermoor Arts", "Zeta Board", "Tŷ Glân", "Émile Trust"]
    assert names(filled, order="link_officer", descending=True)[:2] == ["Zeta Board", "Tŷ Glân"]


def test_a_list_is_filtered_by_value_and_by_typing(filled: Register) -> None:
    assert names(filled, where={"status": None}) == ["Tŷ Glân", "Zeta Board"]
    assert names(filled, where={"status": ("current", "ended")}) == ["aldermoor Arts", "Émile Trust"]
    assert names(filled, typed="emi") == ["Émile Trust"]
    assert names(filled, typed="helen") == ["Tŷ Glân", "Zeta Board"]
    assert names(filled, typed="wynne") == ["Tŷ Glân"], "a body is found by who sits on it"
    assert names(filled, typed="nothing like it") == []


def test_search_puts_titles_first_and_ignores_accents(filled: Register) -> None:
    found = filled.search("ty gla")
    assert found[0].title == "Tŷ Glân"
    assert [each.title for each in filled.search("aims")] == [
        "Tŷ Glân",
        "Zeta Board",
        "aldermoor Arts",
        "Émile Trust",
    ]
    assert "Aims" in filled.search("aims")[0].words
    assert len(filled.search("a", limit=2)) == 2


@pytest.mark.parametrize(
    "typed", ['"', "*", "NEAR(", "a AND", "title:x", "-", "(", "^x", "'; DROP TABLE", ""]
)
def test_whatever_is_typed_is_words_and_never_a_query_language(filled: Register, typed: str) -> None:
    filled.search(typed)
    assert match(typed).count('"') % 2 == 0


def test_found_by_name_without_case_and_accents(filled: Register) -> None:
    assert [row["name"] for row in filled.find("outside_body", "TY  glan")] == ["Tŷ Glân"]
    assert filled.find("person", "ty glan") == []


def test_counting_and_reading_by_value(filled: Register) -> None:
    assert filled.count("outside_body", seats=2) == 2
    assert [row["name"] for row in filled.all("person", kind=("officer", "member"))] == [
        "Helen Marsh",
        "Wyn Ŵynne",
    ]
