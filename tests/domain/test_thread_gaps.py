"""Each gap of the thread is named, and no longer named when it has been mended."""

from pmdesk.domain.balance import without_outcome
from pmdesk.domain.thread import Measured, Thread, thread_of
from pmdesk.domain.thread_gaps import GAPS, Gap, gaps_of, is_of_partnership, lacking_outcome, of_plan

PLANS = [
    {"id": "corporate", "kind": "corporate_plan"},
    {"id": "strategy", "kind": "community_strategy"},
    {"id": "waste", "kind": "partnership_plan", "partnership": "wwp"},
    {"id": "streets", "kind": "service_plan"},
]
OBJECTIVES = [
    {"id": "greener", "plan": "corporate", "name": "Greener"},
    {"id": "less", "plan": "corporate", "parent": "greener", "name": "Less waste"},
    {"id": "clean", "plan": "strategy", "name": "Clean"},
    {"id": "recycle", "plan": "waste", "name": "Recycle"},
    {"id": "glass", "plan": "waste", "parent": "recycle", "name": "Glass"},
    {"id": "sweep", "plan": "streets", "name": "Sweep"},
]


def made(pairs: str = "", shown: tuple[tuple[str, Measured], ...] = ()) -> Thread:
    links = [dict(zip(("objective", "serves"), pair.split(">"), strict=True)) for pair in pairs.split()]
    return thread_of(PLANS, OBJECTIVES, links, shown)


def named(thread: Thread, what: str, partnerships: tuple[str, ...] = ("wwp",)) -> list[str]:
    return [gap.record for gap in gaps_of(thread, partnerships, ["HS04"]) if gap.what == what]


def test_an_objective_with_no_measure_is_named_and_those_below_speak_for_it() -> None:
    assert named(made(), "no_measure") == ["less", "clean", "sweep", "glass"]
    mended = made(shown=(("less", Measured("a")), ("sweep", Measured("b"))))
    assert named(mended, "no_measure") == ["clean", "glass"]
    through_another_plan = made("glass>clean", (("glass", Measured("a")),))
    assert named(through_another_plan, "no_measure") == ["less", "sweep"]


def test_a_partnership_objective_aligned_to_nothing_is_named() -> None:
    assert named(made(), "not_aligned") == ["glass"]
    assert named(made("glass>less"), "not_aligned") == []
    assert named(made("recycle>less"), "not_aligned") == [], "what its parent serves it serves too"
    assert not is_of_partnership(made(), "sweep")


def test_a_priority_no_partnership_serves_is_named() -> None:
    assert named(made(), "not_served") == ["greener", "clean"]
    assert named(made("glass>less"), "not_served") == ["clean"]
    assert named(made("sweep>clean"), "not_served") == ["greener", "clean"], "a service is no partnership"
    by_a_measure = made(shown=(("clean", Measured("a", partnership="wwp")),))
    assert named(by_a_measure, "not_served") == ["greener"]


def test_what_has_ended_and_what_is_a_grant_serve_nothing() -> None:
    thread = made("glass>less", (("clean", Measured("a", partnership="arts")),))
    assert named(thread, "not_served", ()) == ["greener", "clean"]
    assert named(thread, "not_served", ("wwp", "arts")) == []


def test_every_objective_without_an_outcome_measure_is_named() -> None:
    shown = (("glass", Measured("a", kind="outcome")), ("sweep", Measured("b", kind="output")))
    assert named(made("glass>less", shown), "no_outcome") == ["clean", "sweep"]


def test_the_rule_of_the_balance_says_the_same() -> None:
    alignments = [{"objective": "glass", "serves": "less"}]
    measures = [
        {"id": "a", "kind": "outcome", "objective": "glass"},
        {"id": "b", "kind": "output", "objective": "sweep"},
    ]
    thread = made(
        "glass>less", (("glass", Measured("a", kind="outcome")), ("sweep", Measured("b", kind="output")))
    )
    names = [str(thread.objectives[each]["name"]) for each in lacking_outcome(thread)]
    assert sorted(names) == sorted(without_outcome(OBJECTIVES, measures, (), alignments))


def test_measures_with_no_objective_and_objectives_out_of_place_are_named() -> None:
    assert named(made(), "no_objective") == ["HS04"]
    rows = [*OBJECTIVES, {"id": "lost", "plan": "deleted", "name": "Lost"}]
    found = gaps_of(thread_of(PLANS, rows), (), ())
    assert Gap("astray", "objective", "lost") in found


def test_gaps_come_in_the_order_in_which_they_are_mended_and_by_plan() -> None:
    found = gaps_of(made(), (), ["HS04"])
    order = [gap.what for gap in found]
    assert order == sorted(order, key=list(GAPS).index)
    assert {gap.record for gap in of_plan(made(), found, "waste")} == {"recycle", "glass"}
