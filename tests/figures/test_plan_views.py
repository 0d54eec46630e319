"""The two pages of the Plans section that are no record."""

from pmdesk.figures.alignment import aligned_measure, alignment_figures, places_of
from pmdesk.figures.plan_views import by_theme_page, thread_page
from pmdesk.figures.record_page import Edit, Lead, RecordPage
from pmdesk.figures.thread import measure_thread
from tests.figures.plan_story import EN02, EN03, WORDS, facts, measure, texts, thread


def page(*loose: str) -> RecordPage:
    of = thread(shown=[("recycle", EN02), ("less", EN03)])
    read = {each: aligned_measure(measure(each), {}, "amber") for each in ("EN02", "EN03", *loose)}
    return by_theme_page(alignment_figures(of, places_of(of), read, 2 * len(loose), (), {}, [], WORDS), WORDS)


def test_how_many_report_to_both_sides() -> None:
    assert facts(page()) == [
        ("On both sides", "1", "entered once, reported twice"),
        ("Under a theme only", "0", ""),
        ("Under an objective only", "1", ""),
        ("Under neither", "0", ""),
    ]
    assert [section.title for section in page().sections] == ["The same figures on both sides"]


def test_what_stands_on_neither_side_is_listed_with_the_link_that_mends_it() -> None:
    made = page("HS04")
    assert texts(made, "Under neither") == [["HS04 title", "", "Close", "Say which objective"]]
    assert made.sections[-1].rows[0].cells[3].lead == Lead("edit", Edit("measure", "HS04", {}, "objective"))
    assert made.sections[-1].text == "1 more is not listed."


def test_a_measure_with_an_objective_that_leads_nowhere_shows_its_thread() -> None:
    of = thread(alignments=[], shown=[("recycle", EN02)])
    read = {"EN02": aligned_measure(measure("EN02"), {}, "amber")}
    made = by_theme_page(alignment_figures(of, places_of(of), read, 0, (), {}, [], WORDS), WORDS)
    assert made.sections[-1].rows[0].cells[3].lead == Lead("plans", "EN02")


def test_a_measures_thread_says_how_much_it_serves() -> None:
    made = thread_page(measure_thread(thread(), measure("EN02", figure="46.9%"), ["recycle"], WORDS), WORDS)
    assert (made.title, made.quiet) == ("EN02 title", "It serves 4 objectives, priorities and themes.")
    assert facts(made)[0] == ("Latest", "46.9%", "")
    assert made.primary is not None
    assert made.primary.lead == Lead("measures", "EN02")
    alone = thread_page(measure_thread(thread(), measure("EN02"), [], WORDS), WORDS)
    assert alone.quiet == "It serves no objective yet."
