"""The page of an objective."""

from pmdesk.figures.objective_page import objective_page
from pmdesk.figures.record_page import Edit, Lead, RecordPage
from tests.figures.plan_story import ALIGNMENTS, WORDS, facts, measure, rows, texts


def page(objective: str) -> RecordPage:
    measures = [measure("EN02", latest="46.9%", period="2025-26 Q4", target="50.0%", way="Better")]
    return objective_page(rows(), objective, measures, ALIGNMENTS, WORDS)


def test_what_it_is_and_the_facts_that_matter() -> None:
    made = page("less")
    assert (made.title, made.quiet) == ("3.1 Less waste", "Objective. Aldermoor Plan. Owner Tom Brandreth.")
    assert facts(made) == [
        ("Measures", "2", "1 of them its own"),
        ("Rating", "1 of 2 met", "1 close"),
        ("Partnerships", "1", "Wendle Waste Partnership"),
        ("Contributes to", "Nothing yet", ""),
    ]
    assert facts(page("greener"))[0] == ("Measures", "2", "all by what serves it")
    assert facts(page("recycle"))[3] == ("Contributes to", "2 objectives", "")


def test_its_measures_and_a_new_one_that_shows_it() -> None:
    made = page("recycle")
    assert texts(made, "Measures") == [["EN02 title", "46.9% 2025-26 Q4", "50.0%", "Close", "Better"]]
    (section,) = [each for each in made.sections if each.title == "Measures"]
    assert section.action is not None
    assert section.action.lead == Lead("edit", Edit("measure", None, {"objective": "recycle"}))


def test_its_alignments_both_ways() -> None:
    assert texts(page("recycle"), "Contributes to") == [
        ["3.1 Less waste", "Aldermoor Plan", "By weight"], ["Tŷ glân", "Wendleshire Together", ""],
    ]  # fmt: skip
    made = page("less")
    assert texts(made, "What contributes to it") == [["W1 Recycle more", "Waste plan", "By weight"]]
    (section,) = [each for each in made.sections if each.title == "What contributes to it"]
    assert (section.rows[0].kind, section.rows[0].record) == ("alignment", "a1")
    assert section.action is not None
    assert section.action.lead == Lead("edit", Edit("alignment", None, {"serves": "less"}, "objective"))


def test_its_parts_and_what_it_is_part_of() -> None:
    assert texts(page("greener"), "Its parts") == [["3.1 Less waste", "", "2", "1 met, 1 close"]]
    about = page("less").sections[-1]
    assert about.text == "Less in the bin."
    assert [(pair.label, pair.link, pair.lead) for pair in about.pairs] == [
        ("Plan", "Aldermoor Plan", Lead("plans", "corporate")),
        ("Part of", "A greener district", Lead("plans", "greener")),
        ("Owner", "Tom Brandreth", Lead("members", "tb")),
    ]


def test_only_its_own_gaps_are_said() -> None:
    assert [row[0] for row in texts(page("homes"), "What is missing")] == [
        "No partnership serves it", "No measure", "No outcome measure",
    ]  # fmt: skip
    assert "What is missing" not in [each.title for each in page("less").sections]
