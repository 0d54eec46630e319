"""Suggestions in words: the pair, the reason, the form that records it."""

from pmdesk.domain.pull import Pull
from pmdesk.domain.words import Words
from pmdesk.figures.suggestions import Suggested, say_reason, suggestions_page, suggestions_section

WORDS, TODAY = Words(), "2026-04-27"
ONE, OTHER = {"id": "a", "title": "Waits", "code": "W1"}, {"id": "b", "title": "Beds"}


def pair(against: int, objective: str = "") -> Suggested:
    return Suggested(Pull("a", "b", against, 6, "o" if objective else ""), ONE, OTHER, objective)


def test_the_reason_is_said() -> None:
    apart = "In 5 of 6 periods in which both moved, one got better while the other got worse."
    asked = "One is to rise and the other to fall; both serve ‘Calm’."
    assert say_reason(pair(5), WORDS) == apart
    assert say_reason(pair(5, "Calm"), WORDS) == f"{apart} {asked}"
    assert say_reason(pair(1, "Calm"), WORDS) == asked


def test_a_row_leads_to_both_measures_and_to_the_form() -> None:
    section = suggestions_section([pair(5)], TODAY, WORDS, known={"partnership": "p"})
    [row] = section.rows
    assert [cell.text for cell in row.cells] == [
        "W1 Waits",
        "Beds",
        "5 of 6 periods apart",
        "Record as a tension",
    ]
    assert row.cells[0].lead == ("measures", "a")
    lead = row.cells[3].lead
    assert lead and lead.argument.values == {  # type: ignore[attr-defined]
        "partnership": "p",
        "title": "Waits against Beds",
        "measure": "a",
        "other_measure": "b",
        "seen_on": "27 April 2026",
        "note": say_reason(pair(5), WORDS),
    }


def test_each_organisation_has_its_section_or_nothing_is_found() -> None:
    made = suggestions_page([({"name": "Trust"}, [pair(5), pair(1, "Calm")])], TODAY, WORDS)
    [section] = made.sections
    assert (section.title, section.count) == ("Trust", "2")
    assert section.rows[1].cells[2].text == say_reason(pair(1, "Calm"), WORDS)
    assert suggestions_page([], TODAY, WORDS).sections[0].title == "Nothing found"
