"""Risks, five by five: their score, their level, the squares they stand in, when they are looked at again."""

from collections import Counter

import pytest

from pmdesk.domain import risk
from pmdesk.domain.check import Refused, check


@pytest.mark.parametrize(
    ("likelihood", "impact", "score", "level"),
    [
        ("1", "1", 1, "low"),
        ("1", "5", 5, "low"),
        ("2", "3", 6, "medium"),
        ("2", "5", 10, "medium"),
        ("3", "4", 12, "medium"),
        ("3", "5", 15, "high"),
        ("4", "4", 16, "high"),
        ("5", "5", 25, "high"),
        ("5", None, None, "unknown"),
        (None, "5", None, "unknown"),
        ("7", "5", None, "unknown"),
        ("often", "5", None, "unknown"),
    ],
)
def test_score_and_level(likelihood: object, impact: object, score: int | None, level: str) -> None:
    each = {"likelihood": likelihood, "impact": impact}
    assert (risk.score(each), risk.level(each)) == (score, level)


def test_every_square_has_a_level_and_every_level_a_word_and_a_shape() -> None:
    words = {word for _, word, _ in risk.LEVELS}
    squares = [{"likelihood": str(across), "impact": str(up)} for across in range(1, 6) for up in range(1, 6)]
    assert {risk.level(each) for each in squares} == words
    assert words | {"unknown"} == set(risk.LEVEL_WORDS)
    assert len({shape for _, _, shape in risk.LEVELS}) == len(words)


def test_the_matrix_counts_open_risks_that_have_a_place() -> None:
    rows = [
        {"likelihood": "4", "impact": "5"},
        {"likelihood": "4", "impact": "5", "closed_on": ""},
        {"likelihood": "4", "impact": "5", "closed_on": "2026-01-12"},
        {"likelihood": "1", "impact": "2"},
        {"likelihood": "1"},
    ]
    assert risk.matrix(rows) == Counter({(4, 5): 2, (1, 2): 1})


@pytest.mark.parametrize(
    ("due", "closed", "wanted"),
    [
        ("2026-04-26", None, True),
        ("2026-04-27", None, False),
        ("2026-04-26", "2026-04-01", False),
        (None, None, False),
        ("in summer!", None, False),
    ],
)
def test_a_look_is_due_once_its_day_has_passed(due: str | None, closed: str | None, wanted: bool) -> None:
    assert risk.needs_look({"review_due": due, "closed_on": closed}, "2026-04-27") is wanted


def test_whether_a_partnership_has_a_high_risk_is_unknown_until_its_risks_are_scored() -> None:
    high, low = {"likelihood": "5", "impact": "5"}, {"likelihood": "1", "impact": "1"}
    assert risk.has_high([]) is None
    assert risk.has_high([low, {}]) is None
    assert risk.has_high([low]) is False
    assert risk.has_high([{}, high]) is True
    assert risk.has_high([{**high, "closed_on": "2026-01-12"}]) is False


def test_the_worst_stands_first_and_what_is_closed_last() -> None:
    rows = [
        {"title": "closed", "likelihood": "5", "impact": "5", "closed_on": "2026-01-12"},
        {"title": "no score"},
        {"title": "b", "likelihood": "2", "impact": "2"},
        {"title": "a", "likelihood": "2", "impact": "2"},
        {"title": "worst", "likelihood": "5", "impact": "4"},
    ]
    assert [each["title"] for each in risk.worst_first(rows)] == ["worst", "a", "b", "no score", "closed"]


def test_a_risk_is_of_a_partnership_and_has_a_title() -> None:
    with pytest.raises(Refused) as refused:
        check(risk.RISK, {"likelihood": "4"})
    assert set(refused.value.problems) == {"title", "partnership"}
