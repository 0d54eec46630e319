"""The pack for scrutiny: headings, tables and what they say."""

from pmdesk.domain.words import words_in
from pmdesk.papers.scrutiny import scrutiny
from tests.papers.example_scrutiny import scrutiny_example
from tests.papers.reading import all_text, of_kind

EN = words_in("en")


def test_every_question_has_its_heading_and_its_table() -> None:
    made = scrutiny(scrutiny_example(EN), EN)
    assert of_kind(made, "H1") == ["Partnerships, for scrutiny"]
    assert of_kind(made, "H2") == [
        "Partnerships, and when scrutiny last looked", "Recommendations that are open",
        "Weak plans, by SMART letter", "Milestones past their date", "Targets that pull against each other",
    ]  # fmt: skip
    said = all_text(made)
    assert "1 of 1 partnership is due a look by scrutiny." in said
    assert "Write down what each owes & when" in said
    assert "Buy no rooms" not in said
    assert "27 days late" in said
    assert "1 of 3" in said and "Whole plan" not in said
    assert "£40,000" in said


def test_many_rows_go_over_pages() -> None:
    said = all_text(scrutiny(scrutiny_example(EN, 40), EN))
    assert "Forum 39" in said
