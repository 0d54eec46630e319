"""The golden thread as rows on one line."""

from typing import Any

from pmdesk.domain.thread import Measured, Thread
from pmdesk.figures import thread as module
from pmdesk.figures.record_page import Lead
from pmdesk.figures.thread import (
    MOST_MEASURES,
    ThreadFigures,
    measure_thread,
    objective_thread,
    places_below,
    read_by,
    spoken_node,
)
from tests.figures.plan_story import EN02, EN03, WORDS, measure, thread

NAMES = {"wwp": "Wendle Waste Partnership"}


def made(objective: str, of: Thread | None = None, **read: Any) -> ThreadFigures:
    of = of or thread()
    places = places_below(of, objective)
    said = {each.id: measure(each.id) for each in read_by(places)} | read
    return objective_thread(of, objective, places, said, NAMES, WORDS)


def lines(figures: ThreadFigures) -> list[str]:
    return [f"{node.part} {node.depth} {node.title}" for node in figures.nodes]


def test_from_a_priority_down_to_measures_and_partnerships() -> None:
    assert lines(made("greener")) == [
        "here 0 3 A greener district",
        "down 1 3.1 Less waste",
        "down 2 EN03 title",
        "down 2 W1 Recycle more",
        "down 3 EN02 title",
        "down 1 Wendle Waste Partnership",
    ]


def test_upwards_the_first_goes_straight_and_the_others_stand_beside() -> None:
    figures = made("recycle")
    assert [(node.title, node.depth, node.joins, node.above) for node in figures.up] == [
        ("3 A greener district", 0, False, False),
        ("3.1 Less waste", 0, False, True),
        ("Tŷ glân", 1, True, False),
    ]
    assert figures.here.above
    assert [node.top for node in figures.up] == [True, False, True]


def test_every_row_leads_to_its_record_and_the_one_in_hand_nowhere() -> None:
    figures = made("recycle")
    assert figures.here.lead is None
    assert figures.up[0].lead == Lead("plans", "greener")
    assert [node.lead for node in figures.down] == [Lead("measures", "EN02"), Lead("partnerships", "wwp")]


def test_the_plan_is_said_where_it_is_another() -> None:
    quiet = {node.title: node.quiet for node in made("recycle").nodes}
    assert quiet["3 A greener district"] == "Priority, Aldermoor Plan"
    assert quiet["W1 Recycle more"] == "Waste plan"
    assert {node.title: node.quiet for node in made("less").nodes}["3 A greener district"] == "Priority"


def test_a_measure_says_its_figures() -> None:
    figures = made(
        "recycle", EN02=measure("EN02", figure="46.9% against 48.0%", direction="better", way="Better")
    )
    node = figures.down[0]
    assert (node.figure, node.pill, node.way) == ("46.9% against 48.0%", ("close", "Close"), "Better")
    assert spoken_node(node, WORDS) == "Served by: EN02 title, 46.9% against 48.0%, Close, Better"
    assert spoken_node(figures.up[0], WORDS) == "Serves: 3 A greener district, Priority, Aldermoor Plan"


def test_from_a_measure_up() -> None:
    figures = measure_thread(thread(), measure("EN02"), ["recycle", "deleted"], WORDS)
    assert lines(figures) == [
        "up 0 3 A greener district", "up 0 3.1 Less waste", "up 1 Tŷ glân", "up 0 W1 Recycle more",
        "here 0 EN02 title",
    ]  # fmt: skip
    assert measure_thread(thread(), measure("HS04"), [], WORDS).up == ()


def test_of_many_measures_the_worst_are_shown_and_the_others_counted() -> None:
    many = [("less", Measured(f"m{n}", n, rating="green")) for n in range(9)]
    of = thread(shown=[*many, ("less", Measured("bad", 99, rating="red"))])
    figures = made("less", of)
    own = [node for node in figures.down if node.depth == 1 and node.kind in ("measure", "more")]
    assert own[0].id == "bad"
    assert len(own) == MOST_MEASURES + 1
    assert (own[-1].title, own[-1].lead) == ("and 5 more measures", Lead("plans", "less"))


def test_of_many_objectives_too(monkeypatch: Any) -> None:
    monkeypatch.setattr(module, "MOST_STEPS", 1)
    assert "down 1 and 1 more objective" in lines(made("greener"))


def test_what_went_meanwhile_is_left_out() -> None:
    of = thread()
    figures = objective_thread(of, "recycle", places_below(of, "recycle"), {}, {}, WORDS)
    assert figures.down == ()
    assert {EN02.id, EN03.id} == {each.id for each in read_by(places_below(of, "greener"))}


def test_objectives_that_serve_each_other_in_a_circle_come_to_an_end() -> None:
    pairs = [{"objective": "recycle", "serves": "less"}, {"objective": "less", "serves": "recycle"}]
    figures = made("recycle", thread(alignments=pairs))
    assert [node.title for node in figures.up] == ["3 A greener district", "3.1 Less waste"]
    assert "3.1 Less waste" in [node.title for node in figures.down]
