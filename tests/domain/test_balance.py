"""The balance of a plan's measures, rule 10, and the objectives no outcome shows."""

from pmdesk.domain.balance import balance, without_outcome

OBJECTIVES = [
    {"id": "green", "name": "A greener district"},
    {"id": "waste", "name": "Less waste", "parent": "green"},
    {"id": "safe", "name": "Safer streets"},
    {"id": "fair", "name": "Fairer"},
]
OUTCOME = {"id": "m1", "kind": "outcome"}


def test_measures_are_counted_by_kind_and_those_that_do_not_say() -> None:
    measures = [
        {"kind": kind} for kind in ("input", "output", "output", "outcome", None, "", "of the future")
    ]
    assert balance(measures) == {"input": 1, "activity": 0, "output": 2, "outcome": 1, "": 3}
    assert sum(balance([]).values()) == 0


def test_an_objective_without_an_outcome_measure_is_named() -> None:
    measures = [{**OUTCOME, "objective": "safe"}, {"id": "m2", "kind": "output", "objective": "fair"}]
    assert without_outcome(OBJECTIVES, measures) == ["A greener district", "Less waste", "Fairer"]


def test_what_shows_one_below_shows_the_one_above() -> None:
    assert without_outcome(OBJECTIVES, [{**OUTCOME, "objective": "waste"}]) == ["Safer streets", "Fairer"]
    assert without_outcome(OBJECTIVES, [{**OUTCOME, "objective": "green"}]) == [
        "Less waste",
        "Safer streets",
        "Fairer",
    ]


def test_a_measure_shows_every_objective_it_serves() -> None:
    serves = [{"measure": "m1", "objective": "fair"}, {"measure": "m9", "objective": "safe"}]
    assert without_outcome(OBJECTIVES, [OUTCOME], serves) == [
        "A greener district",
        "Less waste",
        "Safer streets",
    ]


def test_an_objective_of_another_plan_that_contributes_counts() -> None:
    alignments = [{"objective": "theirs", "serves": "waste"}, {"objective": "", "serves": "fair"}]
    found = without_outcome(OBJECTIVES, [{**OUTCOME, "objective": "theirs"}], (), alignments)
    assert found == ["Safer streets", "Fairer"]


def test_objectives_that_serve_each_other_in_a_circle_end_it() -> None:
    alignments = [{"objective": "fair", "serves": "safe"}, {"objective": "safe", "serves": "fair"}]
    found = without_outcome(OBJECTIVES, [{**OUTCOME, "objective": "fair"}], (), alignments)
    assert found == ["A greener district", "Less waste"]
