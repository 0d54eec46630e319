"""A review's row and page, said from rows."""

from pmdesk.domain.words import words_in
from pmdesk.figures.record_page import Edit, Lead
from pmdesk.figures.review_page import (
    ReviewRows,
    recommendations_section,
    review_page,
    review_row,
    reviews_section,
)

EN, TODAY = words_in("en"), "2026-04-27"
REVIEW = {
    "id": "r", "title": "How the Forum works", "partnership": "p", "partnership_name": "Forum",
    "committee": "Scrutiny", "reported_on": "2026-02-10", "two_months": True, "background": "It meets.",
}  # fmt: skip
TOLD = [
    {"id": "1", "text": "Write it down", "review": "r"},
    {"id": "2", "text": "Report more", "review": "r", "response": "accepted", "due": "2026-06-01",
     "cabinet_member_name": "M Holloway", "first_report_on": "2026-03-01", "first_report": "Begun."},
    {"id": "3", "text": "Stop it", "review": "r", "response": "rejected", "response_why": "No.",
     "responded_on": "2026-03-24"},
]  # fmt: skip


def test_the_row_says_the_most_pressing_state() -> None:
    row = review_row(REVIEW, TOLD, TODAY, EN)
    assert (row.title, row.quiet, row.pill) == (
        "How the Forum works", "Forum, Scrutiny", ("missed", "Response late"),
    )  # fmt: skip


def test_the_page_says_the_clock_and_each_recommendation() -> None:
    page = review_page(ReviewRows(REVIEW, TOLD), TODAY, EN)
    assert [fact.value for fact in page.facts] == ["Not known", "10 February 2026", "10 April 2026", "2 open"]
    first = page.sections[0]
    assert [[cell.text for cell in row.cells] for row in first.rows] == [
        ["Write it down", "Nobody yet", "10 April 2026", "Response late", "Record the response"],
        ["Report more", "M Holloway", "1 June 2026", "In hand", "Record a report back"],
        ["Stop it", "Nobody yet", "24 March 2026", "Rejected", ""],
    ]
    steps = [row.cells[-1] for row in first.rows]
    edits = [cell.lead.argument if cell.lead else None for cell in steps]
    assert [edit.field if isinstance(edit, Edit) else "" for edit in edits] == [
        "response",
        "second_report",
        "",
    ]
    stories = {section.title: section.pairs for section in page.sections if section.under}
    assert [pair.text for pair in stories["Stop it"]] == ["Rejected, 24 March 2026: No."]
    assert [pair.text for pair in stories["Report more"]][1:] == ["1 March 2026: Begun."]
    assert page.primary and page.primary.lead == Lead("edit", Edit("recommendation", None, {"review": "r"}))


def test_a_section_without_words_leads_to_where_they_are_written() -> None:
    page = review_page(ReviewRows(REVIEW, []), TODAY, EN)
    [performance] = [each for each in page.sections if each.title == "Performance"]
    written = Lead("edit", Edit("review", "r", {}, "performance"))
    assert performance.action and performance.action.lead == written
    [background] = [each for each in page.sections if each.title == "Background"]
    assert (background.text, background.action) == ("It meets.", None)


def test_without_its_clock_no_day_is_said() -> None:
    page = review_page(ReviewRows({**REVIEW, "two_months": None, "reported_on": None}, []), TODAY, EN)
    assert page.facts[2].value == "No date"
    assert page.pill == ("clock", "Under way")


def test_a_partnership_says_its_reviews_newest_first() -> None:
    old = {"id": "o", "title": "Years ago", "reported_on": "2019-05-01"}
    section = reviews_section("p", [old, REVIEW], {"r": TOLD}, TODAY, EN)
    assert [[cell.text for cell in row.cells] for row in section.rows] == [
        ["How the Forum works", "10 February 2026", "2 of 3 open", "Response late"],
        ["Years ago", "1 May 2019", "", "Closed"],
    ]
    begin = Lead("scrutiny", Edit("review", None, {"partnership": "p"}))
    assert section.action and section.action.lead == begin


def test_when_all_three_have_reported_it_is_closed_and_then_asks_for_nothing_more() -> None:
    whole = {"id": "x", "text": "Do it", "response": "accepted", "first_report": "a", "second_report": "b",
             "third_report": "c"}  # fmt: skip
    for more, wanted in (({}, "Close it"), ({"closed_on": TODAY}, "")):
        section = recommendations_section(ReviewRows(REVIEW, [{**whole, **more}]), TODAY, EN)
        assert section.rows[0].cells[-1].text == wanted


def test_a_long_one_without_a_response_stands_whole_below_the_table() -> None:
    long = "Agree in writing what each partner of the Forum owes, and when"
    page = review_page(
        ReviewRows(REVIEW, [{"id": "x", "text": long}, {"id": "y", "text": "Short"}]), TODAY, EN
    )
    assert [(each.title, each.text) for each in page.sections if each.under] == [(long, "No response yet.")]
