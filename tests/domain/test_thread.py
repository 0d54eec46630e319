"""The golden thread: its trees, what is below and above an objective, and what a merge can do to it."""

import random
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from pmdesk.domain.thread import (
    ASTRAY,
    Measured,
    Thread,
    below,
    measures_below,
    measures_of_plan,
    order_key,
    partnerships_below,
    ratings_below,
    reached_from,
    steps_down,
    steps_up,
    thread_of,
)

PLANS = [
    {"id": "corporate", "kind": "corporate_plan"},
    {"id": "strategy", "kind": "community_strategy"},
    {"id": "waste", "kind": "partnership_plan", "partnership": "wwp"},
]
OBJECTIVES = [
    {"id": "greener", "plan": "corporate", "code": "3", "name": "A greener district"},
    {"id": "homes", "plan": "corporate", "code": "2", "name": "Homes"},
    {"id": "less", "plan": "corporate", "code": "3.1", "parent": "greener", "name": "Less waste"},
    {"id": "clean", "plan": "strategy", "name": "Clean and green"},
    {"id": "recycle", "plan": "waste", "name": "Recycle more"},
    {"id": "glass", "plan": "waste", "parent": "recycle", "name": "Glass"},
]
ALIGNMENTS = [
    {"objective": "recycle", "serves": "less"},
    {"objective": "recycle", "serves": "clean"},
    {"objective": "less", "serves": "clean"},
]
EN02 = Measured("EN02", 1, "wwp", "outcome", "amber")
EN05 = Measured("EN05", 2, "", "output", "green")


def made(**changes: object) -> Thread:
    given = {"objectives": OBJECTIVES, "alignments": ALIGNMENTS, **changes}
    shown = [("glass", EN02), ("less", EN05), ("glass", EN02)]
    return thread_of(PLANS, given["objectives"], given["alignments"], shown)  # type: ignore[arg-type]


def test_a_plan_is_an_outline_in_the_order_of_its_numbers() -> None:
    thread = made()
    assert thread.tops["corporate"] == ["homes", "greener"]
    assert thread.under["greener"] == ["less"]
    assert thread.plan_of("less")["kind"] == "corporate_plan"
    assert not thread.astray


def test_down_from_a_priority_to_measures_and_partnerships() -> None:
    thread = made()
    assert below(thread, "greener") == ["greener", "less", "recycle", "glass"]
    assert [step[:3] for step in steps_down(thread, "greener")] == [
        ("less", 1, "part"), ("recycle", 2, "aligned"), ("glass", 3, "part"),
    ]  # fmt: skip
    assert measures_below(thread, "greener") == {"EN05": EN05, "EN02": EN02}
    assert measures_below(thread, "homes") == {}
    assert partnerships_below(thread, "greener") == ["wwp"]
    assert partnerships_below(thread, "homes") == []


def test_up_from_the_objective_of_a_measure() -> None:
    found = [step[:3] for step in steps_up(made(), ["glass"])]
    assert found == [
        ("recycle", 1, "part"), ("less", 2, "aligned"), ("clean", 2, "aligned"), ("greener", 3, "part"),
    ]  # fmt: skip
    assert [step.via for step in steps_up(made(), ["glass"])] == ["glass", "recycle", "recycle", "less"]
    assert steps_up(made(), ["clean"]) == []


def test_a_measure_counts_once_however_many_ways_lead_to_it() -> None:
    thread = made()
    assert len(thread.shown_by["glass"]) == 1
    assert list(measures_below(thread, "clean")) == ["EN05", "EN02"]
    assert list(measures_of_plan(thread, "waste")) == ["EN02"]
    assert list(measures_of_plan(thread, "corporate")) == ["EN05", "EN02"]
    assert ratings_below(thread)["greener"] == {"amber": 1, "green": 1}
    assert ratings_below(thread)["homes"] == {}


def test_what_one_has_all_above_have() -> None:
    thread = made()
    assert reached_from(thread, ["less"]) == {"less", "greener", "clean"}
    assert reached_from(thread, ["gone"]) == set()


def test_a_circle_stands_at_the_top_and_says_so() -> None:
    rows = [
        {"id": "a", "plan": "corporate", "parent": "b", "name": "A"},
        {"id": "b", "plan": "corporate", "parent": "a", "name": "B"},
        {"id": "c", "plan": "corporate", "parent": "a", "name": "C"},
        {"id": "d", "plan": "corporate", "parent": "d", "name": "D"},
    ]
    thread = thread_of(PLANS, rows)
    assert thread.tops["corporate"] == ["a", "b", "d"]
    assert thread.under == {"a": ["c"]}
    assert thread.astray == {"a": "circle", "b": "circle", "d": "circle"}


def test_a_parent_elsewhere_or_gone_and_a_plan_gone_break_nothing() -> None:
    rows = [
        {"id": "a", "plan": "corporate", "name": "A"},
        {"id": "b", "plan": "waste", "parent": "a", "name": "B"},
        {"id": "c", "plan": "waste", "parent": "deleted", "name": "C"},
        {"id": "d", "plan": "deleted", "name": "D"},
    ]
    thread = thread_of(
        PLANS, rows, [{"objective": "a", "serves": "deleted"}, {"objective": "a", "serves": "a"}]
    )
    assert thread.tops == {"corporate": ["a"], "waste": ["b", "c"], "": ["d"]}
    assert thread.astray == {"b": "other_plan", "c": "gone", "d": "no_plan"}
    assert thread.serves == {}
    assert set(thread.astray.values()) <= set(ASTRAY)


def test_alignments_in_a_circle_come_to_an_end() -> None:
    thread = made(alignments=[*ALIGNMENTS, {"objective": "clean", "serves": "recycle"}])
    assert set(below(thread, "clean")) == {"clean", "less", "recycle", "glass"}
    assert {step.objective for step in steps_up(thread, ["recycle"])} == {"clean", "less", "greener"}
    assert {step.objective for step in steps_down(thread, "recycle")} == {"glass", "clean", "less"}


def test_numbers_are_sorted_as_people_number() -> None:
    codes = ["10", "C2", "3.1", "3", "c10", "3.10", "", "3.2"]
    found = sorted(({"code": code, "name": code or "x"} for code in codes), key=order_key)
    assert [row["code"] for row in found] == ["3", "3.1", "3.2", "3.10", "10", "C2", "c10", ""]


NAMES = st.sampled_from("abcdefgh")


@settings(max_examples=200, deadline=None)
@given(
    parents=st.dictionaries(NAMES, st.one_of(st.none(), NAMES)),
    homes=st.dictionaries(NAMES, st.sampled_from(["corporate", "waste", "gone"])),
    pairs=st.lists(st.tuples(NAMES, NAMES), max_size=12),
    shown=st.lists(st.tuples(NAMES, st.sampled_from([EN02, EN05])), max_size=6),
)
def test_any_records_make_a_thread(
    parents: dict[str, str | None],
    homes: dict[str, str],
    pairs: list[tuple[str, str]],
    shown: list[tuple[str, Measured]],
) -> None:
    """Every objective stands in the outline exactly once, and every way up is a way down again."""
    rows = [
        {"id": each, "name": each, "parent": parents.get(each), "plan": homes.get(each, "corporate")}
        for each in {*parents, *homes}
    ]
    thread = thread_of(PLANS, rows, [{"objective": a, "serves": b} for a, b in pairs], shown)
    outlined = [each for tops in thread.tops.values() for each in tops]
    for each in outlined:
        outlined += thread.under.get(each, ())
    assert sorted(outlined) == sorted(str(row["id"]) for row in rows)
    for row in rows:
        here = str(row["id"])
        ups = {step.objective for step in steps_up(thread, [here])}
        assert ups == {each for each in thread.objectives if each != here and here in below(thread, each)}
        assert [step.objective for step in steps_down(thread, here)] != [here]
        assert {step.objective for step in steps_down(thread, here)} == set(below(thread, here)) - {here}


def test_two_thousand_objectives_and_fifty_thousand_measures_in_well_under_a_second() -> None:
    dice = random.Random(5)
    rows = [
        {"id": f"o{n}", "plan": f"p{n % 40}", "name": f"Objective {n}", "code": str(n),
         "parent": f"o{n - 40}" if n >= 40 and n % 3 else None}
        for n in range(2_000)
    ]  # fmt: skip
    links = [
        {"objective": f"o{dice.randrange(400, 2000)}", "serves": f"o{dice.randrange(400)}"}
        for _ in range(2_000)
    ]
    shown = [(f"o{dice.randrange(2_000)}", Measured(f"m{n}", n)) for n in range(50_000)]
    began = time.perf_counter()
    thread = thread_of([{"id": f"p{n}"} for n in range(40)], rows, links, shown)
    covered = reached_from(thread, thread.shown_by)
    took = time.perf_counter() - began
    assert len(covered) == 2_000
    assert took < 1
