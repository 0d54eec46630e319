"""The gaps as a page, each with the link that mends it."""

from pmdesk.domain.thread import thread_of
from pmdesk.domain.thread_gaps import GAPS, Gap, gaps_of
from pmdesk.figures.plan_gaps import MENDS, gap_section, gaps_page, mended_by
from pmdesk.figures.record_page import Edit, Lead
from tests.figures.plan_story import PLANS, WORDS, facts, texts, thread


def test_each_kind_under_its_heading_with_its_plan() -> None:
    of = thread()
    made = gaps_page(of, gaps_of(of, {"wwp"}, ["HS04"]), 2, {"HS04": "HS04 Households"}, WORDS)
    assert [(section.title, section.count) for section in made.sections] == [
        ("Priorities no partnership serves", "1"),
        ("Objectives with no measure", "1"),
        ("Measures with no objective", "3"),
        ("Objectives with no outcome measure", "1"),
    ]
    assert texts(made, "Measures with no objective") == [["HS04 Households", "", "Say which objective"]]
    assert made.sections[2].text == "2 more are not listed."
    assert texts(made, "Objectives with no measure") == [
        ["2 Homes", "Aldermoor Plan", "Add or link a measure"]
    ]
    counts = [fact[1] for fact in facts(made)]
    assert counts == ["1", "0", "1", "3", "1"]
    assert sum(map(int, counts)) == 6, "the sentence and the facts speak of the same gaps"
    assert made.quiet == "6 places where the thread from priorities to measures is broken."


def test_every_gap_is_mended_somewhere() -> None:
    assert set(MENDS) == set(GAPS)
    leads = {what: mended_by(Gap(what, "objective", "x")) for what in GAPS}
    assert leads["no_objective"] == Lead("edit", Edit("measure", "x", {}, "objective"))
    assert leads["not_aligned"] == Lead("edit", Edit("alignment", None, {"objective": "x"}, "serves"))
    assert leads["no_measure"] == Lead("plans", "x")


def test_why_an_objective_is_out_of_its_place() -> None:
    of = thread_of(PLANS, [{"id": "a", "plan": "corporate", "parent": "a", "name": "A"}])
    section = gap_section(of, "astray", [Gap("astray", "objective", "a")], 0, {}, WORDS)
    assert [cell.text for cell in section.rows[0].cells] == [
        "A", "It is part of itself, by way of others", "Put it in its place",
    ]  # fmt: skip
    assert section.columns[1].title == "Why"
    page = gaps_page(of, [Gap("astray", "objective", "a")], 0, {}, WORDS)
    assert [fact[:2] for fact in facts(page)][-1] == ("Objectives out of place", "1")


def test_no_gap_is_said_too() -> None:
    made = gaps_page(thread(), [], 0, {}, WORDS)
    assert made.quiet == "Nothing is missing: every objective is measured, aligned and served."
    assert made.sections == ()
