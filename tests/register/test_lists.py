"""Lists sort and filter in SQL, whatever their length."""

from pmdesk.register.store import Register


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


def test_found_by_name_without_case_and_accents(filled: Register) -> None:
    assert [row["name"] for row in filled.find("outside_body", "TY  glan")] == ["Tŷ Glân"]
    assert filled.find("person", "ty glan") == []


def test_counting_and_reading_by_value(filled: Register) -> None:
    assert filled.count("outside_body", seats=2) == 2
    assert [row["name"] for row in filled.all("person", kind=("officer", "member"))] == [
        "Helen Marsh",
        "Wyn Ŵynne",
    ]
