"""A good practice said from rows: its page, its row, and where it is offered."""

from pmdesk.domain.words import words_in
from pmdesk.figures.measure_rows import MeasureRow
from pmdesk.figures.practice_page import (
    Helped,
    PracticeRows,
    offers_section,
    practice_page,
    practice_row,
    told_section,
)
from pmdesk.figures.record_page import Edit, Lead

EN = words_in("en")
PRACTICE = {"id": "p", "title": "Tags on bins", "problem": "Loads were rejected.", "measure_name": "Recycled",
            "author_name": "Aldermoor", "tags": "bins", "told_on": "2026-03-03"}  # fmt: skip
ADOPTIONS = [
    {"id": "a", "organisation_name": "Moorside", "adopted_on": "2025-09-01", "result": "Halved.",
     "result_on": "2026-02-10", "partnership_name": "Waste"},
    {"id": "b", "partnership_name": "Fair Chances", "adopted_on": "2026-02-02"},
]  # fmt: skip
TURNED = MeasureRow("m", "EN02 Recycled", spark=((41.0, "met"), (46.9, "met")), figure="46.9% against 48.0%",
                    period="2025-26 Q4", way="Better", pill=("close", "Close"))  # fmt: skip
HELPED = Helped("measure", "x", "EN05 Missed bins", "Waste", "tag",
                ("missed", "Missed"), {"partnership": "w"})  # fmt: skip


def test_the_page_has_its_lines_the_measure_and_what_came_back() -> None:
    page = practice_page(PracticeRows(PRACTICE, TURNED, [HELPED], ADOPTIONS), EN)
    assert [(fact.label, fact.value) for fact in page.facts] == [
        ("Told on", "3 March 2026"), ("Adopted by", "2"), ("Results that came back", "1"),
    ]  # fmt: skip
    by_title = {section.title: section for section in page.sections}
    assert by_title["What was the trouble?"].text == "Loads were rejected."
    write = by_title["What was done?"].action
    assert write and write.lead == Lead("edit", Edit("practice", "p", {}, "done"))
    assert page.spark == TURNED.spark
    assert page.spark_said == "46.9% against 48.0%, 2025-26 Q4, better"
    adopted = by_title["Who adopted it, and what came of it"]
    assert [[cell.text for cell in row.cells] for row in adopted.rows] == [
        ["Fair Chances", "2 February 2026", "Tell what came of it"],
        ["Moorside", "1 September 2025", "Halved."],
    ]
    [row] = by_title["Could help"].rows
    assert [cell.text for cell in row.cells] == [
        "EN05 Missed bins", "Waste", "its words fit", "Missed", "Adopt it",
    ]  # fmt: skip
    assert row.cells[4].lead == Lead("edit", Edit("adoption", None, {"practice": "p", "partnership": "w"}))


def test_nothing_known_is_said() -> None:
    bare = {"id": "p", "title": "Bare", "from_register": "Moorside"}
    page = practice_page(PracticeRows(bare, None, [], []), EN)
    assert page.quiet == "From Moorside."
    assert [fact.value for fact in page.facts] == ["Not known", "Nobody yet", "None yet"]
    assert (page.spark, page.spark_said) == ((), "")


def test_its_row_says_how_many_adopted_it() -> None:
    row = practice_row(PRACTICE, ADOPTIONS, EN)
    assert row[1:] == ("Tags on bins", "Recycled, Aldermoor", None, "2 adopted it")
    assert practice_row(PRACTICE, [], EN).note == ""


def test_it_is_offered_on_a_measure_and_told_where_it_was_told() -> None:
    assert offers_section([], {}, EN) is None
    offered = offers_section([(PRACTICE, "cause")], {"owner_organisation": "o", "partnership": None}, EN)
    assert offered
    assert [cell.text for cell in offered.rows[0].cells] == [
        "Tags on bins", "Aldermoor", "missed for the same cause", "Adopt it",
    ]  # fmt: skip
    adopt = Edit("adoption", None, {"practice": "p", "organisation": "o"})
    assert offered.rows[0].cells[3].lead == Lead("practice", adopt)
    assert told_section([], {}, EN) is None
    told = told_section([PRACTICE], {"p": ADOPTIONS}, EN)
    assert told and [cell.text for cell in told.rows[0].cells] == ["Tags on bins", "2", "Moorside: Halved."]
