from pmdesk.domain.rating import presets
from pmdesk.domain.words import Words
from pmdesk.figures.rating_rule_page import rating_rule_page, rating_rule_row


def test_a_rule_says_since_when_it_holds_and_what_its_words_mean() -> None:
    rule = {"id": "r", "name": "Ours", "method": "tolerance", "starts": "2026-04-01", "red_word": "Failing"}
    made = rating_rule_page(rule, Words())
    assert rating_rule_row(rule, Words()).quiet == "from 1 April 2026"
    assert [fact.value for fact in made.facts] == ["from 1 April 2026", "each measure’s own"]
    words = [(row.cells[0].text, row.cells[0].state) for row in made.sections[0].rows]
    assert words == [("Met", "met"), ("Close", "close"), ("Failing", "missed")]


def test_every_preset_has_its_page() -> None:
    for preset in presets():
        made = rating_rule_page({"id": "r", **preset}, Words())
        assert [row.cells[0].text for row in made.sections[0].rows] == [
            preset["green_word"], preset["amber_word"], preset["red_word"],
        ]  # fmt: skip
        assert made.facts[0].value == "from the start"
