"""The thread as other programs get it, from the plans of the thread's own story."""

import pytest

from pmdesk.actions.plan_plain import plain_objective, plain_plan
from pmdesk.register.store import Register
from tests.actions.thread_story import plans


@pytest.fixture
def ids(register: Register) -> dict[str, str]:
    return plans(register).ids


def test_a_plan_says_its_ratings_balance_gaps_and_measures(register: Register, ids: dict[str, str]) -> None:
    told = plain_plan(register, ids["corporate"])
    measures, ratings, balance = told["measures"], told["ratings"], told["balance"]
    assert isinstance(measures, list) and isinstance(ratings, dict) and isinstance(balance, dict)
    assert measures and sum(ratings.values()) == sum(balance.values()) == len(measures)
    assert {"code", "title", "rating", "value", "path", "direction"} <= set(measures[0])


def test_an_objective_says_what_it_serves_and_what_serves_it(register: Register, ids: dict[str, str]) -> None:
    told = plain_objective(register, ids["streets"])
    serves = told["serves"]
    assert isinstance(serves, list)
    greener = plain_objective(register, ids["greener"])
    assert serves[0]["name"] in [row["name"] for row in register.all("objective")]
    assert any(each["name"] == "Clean streets" for each in greener["served_by"])  # type: ignore[attr-defined]
