"""A health check's page while it is new, open and closed."""

from pmdesk.domain.health_results import results_of
from pmdesk.domain.words import words_in
from pmdesk.figures.health import Health
from pmdesk.figures.health_page import ANSWER, CLOSE, OPEN, HealthPage, HealthRows, health_page
from pmdesk.figures.health_spread import VEILED
from pmdesk.figures.record_page import Lead
from tests.figures.health_made import CHECK, closed, new, opened

EN, TODAY = words_in("en"), "2026-04-27"


def page(health: Health, earlier: tuple[Health, ...] = (), stakes: tuple[int, ...] = ()) -> HealthPage:
    return health_page(HealthRows(CHECK, health, [(CHECK, each) for each in earlier], stakes), TODAY, EN)


def titles(made: HealthPage) -> list[str]:
    return [each.title for each in made.sections]


def test_a_new_check_says_how_it_works_and_is_opened() -> None:
    made = page(new())
    assert made.primary is not None
    assert made.primary.lead == Lead(OPEN, "c")
    assert titles(made) == ["How it works", "Trust", "Money"]
    assert [fact.value for fact in made.facts] == ["4", "3", "Our own"]


def test_an_open_check_says_who_has_answered_and_never_what() -> None:
    made = page(opened("a", "d"))
    assert [fact.value for fact in made.facts] == ["2 of 4 have answered", "1 May 2026", "3", "Our own"]
    assert made.facts[0].note == "1 more is needed"
    who = made.sections[0]
    assert [[cell.text for cell in row.cells] for row in who.rows] == [
        ["Council", "Answered", "Answer again"],
        ["Health", "Waiting", "Answer"],
        ["Police", "Answered", "Answer again"],
        ["Voices", "Waiting", "Answer"],
    ]
    assert who.rows[1].cells[2].lead == Lead(ANSWER, ("c", "b"))
    assert [pair.link for pair in made.sections[1].pairs] == ["Make forms…", "Receive forms…"]
    closing = made.sections[2]
    assert closing.action is not None
    assert closing.action.lead == Lead(CLOSE, "c")
    assert page(opened(here=False)).sections[2].action is None


def test_a_closed_check_shows_the_spread_and_nobody() -> None:
    made = page(closed(said=("One.", "Two.", "Three.")), (closed(), closed("2025-03-31")), (0, 3, 1))
    assert made.spread is not None
    assert titles(made) == [
        "What the partners think", "Where they disagree", "Over the years", "Stake in the targets",
        "In the partners’ words", "Every statement",
    ]  # fmt: skip
    assert [cell.text for cell in made.sections[0].rows[0].cells] == [
        "Trust",
        "3",
        "1 to 3.5",
        "They disagree",
    ]
    assert made.sections[0].text == ""
    # The widest apart first.
    assert [row.cells[0].text for row in made.sections[1].rows] == [
        "We keep our word.",
        "We say hard things.",
    ]
    years = made.sections[2]
    assert [column.title for column in years.columns] == ["Principle", "April 2026", "March 2025"]
    assert [cell.text for cell in years.rows[1].cells] == ["Money", "–", "–"]
    assert made.sections[3].text.startswith(
        "2 of 3 partners answer for a measure of this partnership. A partner answers for 0 to 3 of them."
    )
    assert "Police" not in repr(made)
    assert made.primary is not None
    assert made.primary.lead == Lead("papers", ("health-check", "c"))


def test_of_few_the_middle_half_is_missing_and_both_pages_say_why() -> None:
    four = closed()._replace(results=results_of([[4, 3, 2], [1, 3, 2], [3, 4, None], [4, 1, None]], [2, 1]))
    made = page(four)
    assert [cell.text for cell in made.sections[0].rows[0].cells] == ["Trust", "3.25", "–", "They disagree"]
    assert made.sections[0].text == VEILED
    for health in (new(), opened("a")):
        said = [section.text for section in page(health).sections]
        assert any(text.endswith("may guess what these said.") for text in said)
        many = health._replace(invited=(*health.invited, ("f", "Housing")))
        assert not any("may guess" in section.text for section in page(many).sections)
