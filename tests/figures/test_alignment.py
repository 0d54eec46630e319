"""One measure, entered once, under a theme and under a corporate objective with the same figures."""

from dataclasses import replace

from pmdesk.domain.thread import Measured, Thread, thread_of
from pmdesk.domain.words import words_in
from pmdesk.figures.alignment import (
    AlignedMeasure,
    AlignmentFigures,
    aligned_measure,
    alignment_figures,
    objective_title,
    of_neither,
    places_of,
    worst_first,
)
from pmdesk.figures.measure_rows import MeasureRow

WORDS = words_in("en")
PLANS = [
    {"id": "corporate", "kind": "corporate_plan", "name": "Aldermoor Plan"},
    {"id": "strategy", "kind": "community_strategy", "name": "Wendleshire Together"},
    {"id": "waste", "kind": "partnership_plan", "partnership": "wwp", "name": "Waste plan"},
]
OBJECTIVES = [
    {"id": "greener", "plan": "corporate", "code": "3", "name": "A greener district"},
    {"id": "less", "plan": "corporate", "parent": "greener", "code": "3.1", "name": "Less waste"},
    {"id": "homes", "plan": "corporate", "code": "4", "name": "Homes"},
    {"id": "clean", "plan": "strategy", "name": "Clean and green"},
    {"id": "recycle", "plan": "waste", "code": "W1", "name": "Recycle more"},
    {"id": "own", "plan": "waste", "code": "W9", "name": "Run ourselves well"},
]
PAIRS = [{"objective": "recycle", "serves": "less"}, {"objective": "recycle", "serves": "clean"}]
EN02 = Measured("EN02", 1, "wwp", "outcome", "amber")
EN03 = Measured("EN03", 2, "wwp", "output", "red")
EN05 = Measured("EN05", 3, "", "output", "green")
OWN = Measured("OWN", 4, "wwp", "activity", "no_reading")
SHOWN = [("recycle", EN02), ("recycle", EN03), ("greener", EN05), ("own", OWN)]


def thread() -> Thread:
    return thread_of(PLANS, OBJECTIVES, PAIRS, SHOWN)


def measure(each: Measured) -> AlignedMeasure:
    row = MeasureRow(
        each.id, f"{each.id} title", latest="46.9%", target="50.0%", direction="better", way="Better"
    )
    record = {"partnership": each.partnership, "partnership_name": "Wendle Waste Partnership"}
    return aligned_measure(row, record, each.rating)


def figures(read: tuple[Measured, ...] = (EN02, EN03, EN05, OWN), loose: int = 0) -> AlignmentFigures:
    made = thread()
    return alignment_figures(
        made, places_of(made), {each.id: measure(each) for each in read}, loose, {"homes"},
        {"wwp": "Wendle Waste Partnership"}, [], WORDS,
    )  # fmt: skip


def test_a_measure_under_both_says_so_and_says_the_same_on_both_sides() -> None:
    made = figures()
    (clean,) = made.themes
    less = made.objectives[1]
    assert [each.id for each in clean.measures] == [each.id for each in less.measures] == ["EN03", "EN02"]
    for theme, objective in zip(clean.measures, less.measures, strict=True):
        assert replace(theme, also=()) == replace(objective, also=())
    assert clean.measures[1].also == ("3.1 Less waste",)
    assert less.measures[1].also == ("Clean and green",)
    assert less.measures[1].through == ("W1 Recycle more",)
    assert (less.measures[1].latest, less.measures[1].partnership) == ("46.9%", "Wendle Waste Partnership")


def test_headings_are_an_outline_and_count_each_measure_once() -> None:
    made = figures()
    assert [(each.title, each.depth, each.count) for each in made.objectives] == [
        ("3 A greener district", 0, 3), ("3.1 Less waste", 1, 2), ("4 Homes", 0, 0),
    ]  # fmt: skip
    greener = made.objectives[0]
    assert [each.id for each in greener.measures] == ["EN05"], "the others are listed at the heading below"
    assert [(each.word, each.n) for each in greener.counts] == [("Met", 1), ("Close", 1), ("Missed", 1)]
    assert greener.partnerships == ("Wendle Waste Partnership",)
    assert (greener.plan, greener.plan_id) == ("Aldermoor Plan", "corporate")


def test_totals_count_each_once_and_what_stands_on_neither_side_is_listed() -> None:
    made = figures(loose=2)
    assert (made.both, made.only_themes, made.only_objectives, made.neither_count) == (2, 0, 1, 3)
    assert made.total == 6
    assert [each.id for each in made.neither] == ["OWN"]
    assert made.neither[0].through == ("W9 Run ourselves well",)
    assert sum(each.n for each in made.counts) == 3
    assert made.finding == (
        "2 of 6 measures report to a community-strategy theme and to a corporate objective alike."
    )


def test_gaps_are_said_at_their_heading() -> None:
    made = figures()
    assert made.objectives[2].gaps == ("No measure shows this yet.", "No partnership serves this.")
    assert made.objectives[0].gaps == ()
    outputs = thread_of(PLANS, OBJECTIVES, PAIRS, [("recycle", EN03)])
    (clean,) = alignment_figures(outputs, places_of(outputs), {}, 0, (), {}, [], WORDS).themes
    assert clean.gaps == ("No outcome measure shows this.",)


def test_what_a_screen_did_not_ask_for_is_counted() -> None:
    made = figures(read=(EN03,))
    (clean,) = made.themes
    assert ([each.id for each in clean.measures], clean.left_out, clean.count) == (["EN03"], 1, 2)


def test_nothing_at_all_is_said_in_a_sentence() -> None:
    empty = thread_of((), ())
    made = alignment_figures(empty, places_of(empty), {}, 0, (), {}, [], WORDS)
    assert (made.themes, made.objectives, made.neither, made.total) == ((), (), (), 0)
    assert made.finding == "No measures have been entered yet."


def test_exceptions_first_and_the_titles_of_objectives() -> None:
    assert worst_first([EN05, OWN, EN02, EN03]) == [EN03, EN02, EN05, OWN]
    assert of_neither(places_of(thread()), [EN02, OWN, OWN]) == [OWN]
    assert objective_title({"code": None, "name": "Clean"}) == "Clean"


def test_a_long_chain_of_parts_is_no_trouble() -> None:
    rows = [{"id": str(n), "plan": "corporate", "parent": str(n - 1) if n else None} for n in range(1_200)]
    assert [place.depth for place in places_of(thread_of(PLANS, rows))] == list(range(1_200))
