"""What the paper of a health check says, and that it has no place for a name or a word."""

from pmdesk.domain.words import words_in
from pmdesk.figures.paper_health import health_figures
from tests.figures.health_made import CHECK, closed

EN = words_in("en")


def test_tables_beside_the_chart() -> None:
    said = closed(said=("Zephyrquill.",) * 3)
    made = health_figures({**CHECK, "note": "Zephyrquill"}, said, [said], "The council", EN, "2026-04-27")
    assert [[cell.text for cell in row] for row in made.principles] == [
        ["Trust", "3", "1 to 3.5", "They disagree"],
        ["Money", "–", "–", "Too few"],
    ]
    assert [title for title, _rows in made.statements] == ["Trust", "Money"]
    assert made.summary.endswith("They disagree on 2 statements.")
    assert made.years == ()
    assert "Zephyrquill" not in repr(made)
