"""The page of a plan."""

from pmdesk.domain.thread import Measured
from pmdesk.figures.plan_page import missing_section, plan_page, said_ratings
from pmdesk.figures.rating_counts import rating_counts
from pmdesk.figures.record_page import Edit, Lead, RecordPage
from tests.figures.plan_story import WORDS, facts, rows, texts, thread


def page(plan: str = "corporate") -> RecordPage:
    return plan_page(rows(), plan, WORDS)


def test_what_it_is_and_the_facts_that_matter() -> None:
    made = page()
    assert (made.title, made.quiet) == ("Aldermoor Plan", "Corporate plan. 2024 to 2028.")
    assert facts(made) == [
        ("Objectives", "3", "2 at the top"),
        ("Measures", "2", ""),
        ("Rating", "1 of 2 met", "1 close"),
        ("Gaps", "3", "of 3 kinds"),
    ]
    assert page("waste").quiet == "Partnership plan. Wendle Waste Partnership."


def test_its_objectives_with_what_their_measures_say() -> None:
    assert texts(page(), "Objectives") == [
        ["2 Homes", "Priority", "0", ""],
        ["3 A greener district", "Priority", "2", "1 met, 1 close"],
    ]


def test_what_is_missing_leads_to_where_it_is_mended() -> None:
    made = page()
    assert texts(made, "What is missing") == [
        ["No partnership serves it", "2 Homes", "Align an objective to it"],
        ["No measure", "2 Homes", "Add or link a measure"],
        ["No outcome measure", "2 Homes", "Add outcome measure"],
    ]
    (section,) = [each for each in made.sections if each.title == "What is missing"]
    assert section.rows[0].cells[2].lead == Lead(
        "edit", Edit("alignment", None, {"serves": "homes"}, "objective")
    )
    assert missing_section(thread(), [], WORDS) == ()


def test_new_objectives_know_their_plan() -> None:
    made = page()
    assert made.primary is not None
    assert made.primary.lead == Lead("edit", Edit("objective", None, {"plan": "corporate"}))


def test_ratings_in_words() -> None:
    def said(*ratings: str) -> tuple[str, str]:
        return said_ratings(rating_counts(ratings, [], WORDS), WORDS)

    assert said() == said("not_due") == ("None rated yet", "")
    assert said("red", "amber") == ("None of 2 met", "1 close, 1 missed")
    assert said("green", "green", "no_reading") == ("2 of 2 met", "")


def test_a_plan_without_anything_says_so() -> None:
    made = plan_page(rows(thread(objectives=[], shown=[])), "strategy", WORDS)
    assert facts(made)[3] == ("Gaps", "0", "nothing is missing")
    assert [each.text for each in made.sections if each.text] == [
        "Nothing is measured yet.", "Nothing more is known about it yet.",
    ]  # fmt: skip


def test_measures_by_way_of_other_plans_count_once() -> None:
    shown = [("recycle", Measured("EN02")), ("less", Measured("EN02"))]
    assert facts(plan_page(rows(thread(shown=shown)), "corporate", WORDS))[1] == ("Measures", "1", "")
