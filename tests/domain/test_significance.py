"""Significance by the three rule sets of rule 13, and the care it asks for."""

from typing import Any

import pytest

from pmdesk.domain import significance as rules
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.significance import Rules, Significance, lacking, significance

TODAY = "2026-04-27"


def level(rule: Rules, high_risk: bool | None = None, **known: Any) -> Significance:
    return significance(known, high_risk, rule, TODAY)


def test_gravesham_any_one_of_three_and_fifty_thousand_pounds() -> None:
    rule = Rules()
    assert level(rule, funding_cash=5_000_000).level == "significant"
    assert level(rule, funding_cash=4_999_999).level == "other"
    assert level(rule, funding_cash=0, fundamental=True).met == ("fundamental",)
    assert level(rule, statutory=True).level == "significant"
    # What Gravesham does not ask counts for nothing.
    assert level(rule, True, reliance=True, started="1998", funding_cash=0).level == "other"


def test_what_nobody_answered_counts_as_not_met_and_is_named() -> None:
    made = level(Rules())
    assert made == Significance("other", (), ("money", "fundamental", "statutory"))
    assert level(Rules(), funding_cash="about ten", fundamental=False, statutory=False).unknown == ("money",)
    assert level(Rules("most"), None, funding_cash=0, fundamental=True, reliance=False).unknown == (
        "high_risk",
        "long",
    )


def test_chorley_three_of_five() -> None:
    rule = Rules("most", threshold=10_000_000, least=3)
    three: dict[str, Any] = {"funding_cash": 10_000_000, "fundamental": True, "reliance": True}
    assert level(rule, False, **three).level == "significant"
    assert level(rule, False, **{**three, "funding_cash": 9_999_999}).level == "other"
    assert level(rule, True, **{**three, "funding_cash": 9_999_999}).met == (
        "fundamental", "high_risk", "reliance",
    )  # fmt: skip
    # Required by law is not one of the five.
    assert level(rule, False, fundamental=True, reliance=True, statutory=True).level == "other"


def test_points_from_limited_to_major() -> None:
    rule = Rules("points")
    known: dict[str, Any] = {"funding_cash": 6_000_000, "fundamental": True}
    assert level(rule, False, **known).level == "limited"
    assert level(rule, False, **known, statutory=True).level == "moderate"
    assert level(rule, True, **known, statutory=True).level == "moderate"
    assert level(rule, True, **known, statutory=True, reliance=True).level == "major"


@pytest.mark.parametrize(
    ("started", "ends", "long"),
    [
        ("2021-04-27", None, True),
        ("2021-04-28", None, False),
        ("2019", None, True),
        ("2024-11-18", "2029-03-31", False),
        ("2024-11-18", "2029-11-18", True),
        ("2025", "2030", True),
        ("2015-01-01", "2018-01-01", False),
        ("2020-01", "when the money ends", True),
    ],
)
def test_five_years_are_counted_to_its_end_or_to_today(started: str, ends: str | None, long: bool) -> None:
    met = level(Rules("most"), started=started, ends=ends).met
    assert ("long" in met) is long


def test_a_day_nobody_knows_or_can_read_is_no_answer() -> None:
    assert "long" in level(Rules("most"), started="long ago").unknown


def test_the_settings_give_the_rule_set_and_what_was_not_chosen_is_ours() -> None:
    assert rules.rules_from({}) == Rules("any", 5_000_000, 3, 5, 3)
    chosen = {"significance_rule": "most", "significance_amount": 10_000_000, "significance_least": 2}
    assert rules.rules_from(chosen) == Rules("most", 10_000_000, 2, 5, 3)
    assert rules.rules_from({"significance_rule": "by feeling", "significance_amount": "a lot"}) == Rules()


@pytest.mark.parametrize("name", rules.PRESETS)
def test_every_preset_is_a_rule_set_without_problems(name: str) -> None:
    values = rules.PRESETS[name][1]
    assert all(ENTITIES["settings"].has(each) for each in values)
    assert rules.rule_problems(values) == {}
    assert rules.rules_from(values).kind == values["significance_rule"]


@pytest.mark.parametrize(
    ("rule", "field", "value"),
    [
        ("any", "significance_amount", 0),
        ("most", "significance_least", 0),
        ("most", "significance_least", 6),
        ("points", "significance_moderate", 7),
        ("points", "significance_major", 3),
        ("points", "significance_major", 7),
    ],
)
def test_numbers_that_make_no_sense_are_refused_where_the_rule_asks_them(
    rule: str, field: str, value: int
) -> None:
    assert list(rules.rule_problems({"significance_rule": rule, field: value})) == [field]
    if rule != "any":
        assert rules.rule_problems({field: value}) == {}


def test_what_care_asks_for_and_is_not_there() -> None:
    known = {"purpose": "x", "lead_officer": "h", "terms_of_reference": "", "review_due": "2026-10"}
    assert lacking(known, 0, "limited") == lacking(known, 0, "other") == []
    assert lacking(known, 0, "moderate") == ["terms_of_reference", "risks"]
    assert lacking(known, 2, "significant") == [
        "terms_of_reference", "agreement", "exit_terms", "reporting_interval",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("by_hand", "by_rule", "differs"),
    [
        ("major", "major", False),
        ("major", "moderate", True),
        ("major", "significant", False),
        ("moderate", "significant", True),
        ("limited", "other", False),
        ("major", "other", True),
        (None, "major", False),
        ("rather", "major", False),
    ],
)
def test_set_by_hand_and_by_the_rule(by_hand: str | None, by_rule: str, differs: bool) -> None:
    assert rules.by_hand_differs({"significance": by_hand}, by_rule) is differs


def test_every_level_has_a_word_and_its_care_and_every_rule_set_its_tests() -> None:
    assert set(rules.LEVELS) == set(rules.CARE)
    assert set(dict(rules.RULE_SETS)) == set(rules.ASKED)
    assert {test for asked in rules.ASKED.values() for test in asked} == set(rules.TESTS)
    wanted = {name for names in rules.WANTED.values() for name in names} - {"risks"}
    assert all(ENTITIES["partnership"].has(name) for name in wanted)
