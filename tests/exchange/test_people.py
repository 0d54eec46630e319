"""Who is named in one cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmdesk.exchange.people import Named, People, read_people


def names(text: str) -> list[str]:
    return [each.name for each in read_people(text).named]


def test_four_people_and_a_remark() -> None:
    people = read_people("FM02;FM03;FM04;FM05 (one unaligned)")
    assert people.named == (Named("FM02"), Named("FM03"), Named("FM04"), Named("FM05", "one unaligned"))
    assert [str(doubt) for doubt in people.doubts] == ["‘one unaligned’ is kept as a note on FM05."]


def test_a_remark_says_who_is_no_member() -> None:
    (named,) = read_people("FX01 (former councillor, non-member)").named
    assert (named.name, named.member) == ("FX01", False)
    assert read_people("TX01 (re-appointed)").named[0].member


@pytest.mark.parametrize(
    ("text", "expected", "doubts"),
    [
        ("Pickersgill, J; Lowe, A", ["Pickersgill, J", "Lowe, A"], 0),
        ("Pickersgill, J", ["Pickersgill, J"], 0),
        ("A Shaw\nB Nair", ["A Shaw", "B Nair"], 0),
        ("Cllr A Shaw, Cllr B Nair", ["Cllr A Shaw", "Cllr B Nair"], 1),
        ("FM02, FM03", ["FM02", "FM03"], 1),
        ("A Shaw and B Nair", ["A Shaw", "B Nair"], 1),
        ("A Shaw / B Nair", ["A Shaw", "B Nair"], 1),
        ("Alexander Sandford", ["Alexander Sandford"], 0),
        ("A Shaw (chair; retiring)", ["A Shaw"], 1),
        ("n/a", [], 0),
    ],
)
def test_one_name_or_several(text: str, expected: list[str], doubts: int) -> None:
    assert names(text) == expected
    assert len(read_people(text).doubts) == doubts


@pytest.mark.parametrize("text", ["Vacant", "VACANCY", "TBC", "vacant seat"])
def test_a_seat_said_to_be_vacant(text: str) -> None:
    assert read_people(text) == People((Named(""),))


def test_a_remark_that_names_nobody_is_kept() -> None:
    people = read_people("(misprinted in register)")
    assert (people.named, people.keep, len(people.doubts)) == ((), "misprinted in register", 1)


def test_a_substitute_is_one_only_when_the_cell_says_so() -> None:
    assert read_people("A Shaw (substitute)").named[0].substitute
    assert not read_people("A Shaw (nominated)").named[0].substitute


@given(st.lists(st.from_regex(r"[A-Z][a-z]{2,8} [A-Z][a-z]{3,9}", fullmatch=True), min_size=1, max_size=6))
def test_names_between_semicolons_are_all_found(wanted: list[str]) -> None:
    found = names("; ".join(wanted))
    assert found == [name for name in wanted if name.casefold() not in ("vacant seat", "vacant post")]


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    assert all(str(doubt) for doubt in read_people(text).doubts)
