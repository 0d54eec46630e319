"""The account of contributions: all in brief, then each partner with its own words, word for word."""

from pmdesk.domain.words import words_in
from pmdesk.papers.contributions import contributions
from tests.papers.example_partnerships import contribution_figures
from tests.papers.reading import all_text, of_kind

ENGLISH = words_in("en")


def test_the_order_of_an_account() -> None:
    made = contributions(contribution_figures(ENGLISH), ENGLISH)
    assert of_kind(made, "H2") == ["The organisations in brief", "Board 0", "Chamber of Trade"]
    assert of_kind(made, "H3")[:3] == ["What it undertook", "Its targets", "In its own words"]


def test_its_own_words_stand_word_for_word_under_their_day() -> None:
    said = of_kind(contributions(contribution_figures(ENGLISH), ENGLISH), "P")
    at = said.index("12 February 2026, Dr Achebe, The board")
    assert said[at + 1 : at + 3] == ["We were told on 9 February.", "- The figures <i>came</i> on time."]
    assert said[-1] == "None are recorded."


def test_how_each_stands_is_said_in_words() -> None:
    said = all_text(contributions(contribution_figures(ENGLISH), ENGLISH))
    for word in ("Not delivered", "In part", "Not due yet", "Delivered", "£4,500", "£9,000"):
        assert word in said
