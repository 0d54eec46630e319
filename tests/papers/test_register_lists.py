"""The registers fit to publish: a list with its counts, its vacancies and where to ask."""

from dataclasses import replace

import pytest

from pmdesk.domain.words import words_in
from pmdesk.figures.paper_values import Cell, Group
from pmdesk.papers.register_lists import register_list
from tests.papers.example_papers import register_figures
from tests.papers.reading import all_text, of_kind, tags

ENGLISH = words_in("en")


def test_rows_stand_under_their_group_and_name_themselves() -> None:
    made = register_list(register_figures(), ENGLISH)
    assert of_kind(made, "TH") == [
        *("Body", "Member", "Link officer"),
        *("Advice", "Citizens Advice Charity", "Citizens Advice Charity"),
    ]
    assert of_kind(made, "TD") == ["Vacancy", "Ruth Adeyemi"] * 2


def test_the_contact_is_a_link_that_says_where_it_goes() -> None:
    (link,) = [tag for tag in tags(register_list(register_figures(), ENGLISH)) if tag.kind == "Link"]
    assert link.text == "democratic.services@aldermoor.example"
    noted = link.element["/K"][1].get_object()["/Obj"]
    assert noted["/A"]["/URI"] == "mailto:democratic.services@aldermoor.example"
    assert noted["/Contents"] == "Write to democratic.services@aldermoor.example"


@pytest.mark.parametrize(
    "typed", ["ring us", "a@b.uk?subject=x", "javascript:alert(1)@x.uk", "x" * 300 + "@b.uk"]
)
def test_what_is_no_plain_address_is_said_and_not_linked(typed: str) -> None:
    made = register_list(replace(register_figures(), contact=typed), ENGLISH)
    assert not of_kind(made, "Link")
    assert typed in all_text(made).replace("\n", "")


def test_an_empty_register_says_so() -> None:
    made = register_list(replace(register_figures(), groups=()), ENGLISH)
    assert "There are no entries yet." in of_kind(made, "P")
    assert not of_kind(made, "Table")


def test_a_cell_taller_than_a_page_breaks_and_loses_nothing() -> None:
    rows = ((Cell("word " * 5_000), Cell("b"), Cell("c")),)
    made = register_list(replace(register_figures(), groups=(Group("g " * 3_000, rows),)), ENGLISH)
    body = next(said for said in of_kind(made, "TH") if said.startswith("word"))
    assert body.split() == ["word"] * 5_000
