"""A health check in a list and on its partnership's page."""

from pmdesk.domain.words import words_in
from pmdesk.figures.health import health_row, health_section, say_answered
from tests.figures.health_made import CHECK, closed, new, opened

EN = words_in("en")


def test_how_many_have_answered() -> None:
    assert say_answered(new(), EN) == ""
    assert say_answered(opened("a", "b"), EN) == "2 of 4 have answered"
    assert say_answered(closed(), EN) == "5 answered"


def test_a_row_of_the_list() -> None:
    row = health_row(CHECK, closed(), EN)
    assert row.quiet == "Safer Aldermoor, 5 answered, closed 20 April 2026"
    assert row.pill == ("complete", "Closed")
    assert health_row(CHECK, opened("a"), EN).pill == ("clock", "Open")


def test_the_section_of_a_partnership_names_nobody() -> None:
    section = health_section("p", [(CHECK, opened("a")), (CHECK, closed())], EN)
    assert [cell.text for cell in section.rows[0].cells] == [
        "How we work together", "1 of 4 have answered", "1 April 2026", "Open",
    ]  # fmt: skip
    assert "Police" not in repr(section)
    assert health_section("p", [], EN).empty
