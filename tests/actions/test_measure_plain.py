"""CH8 of Lancaster by the command line's values: each quarter against its own profile (field.md, rule 2)."""

from decimal import Decimal

import pytest

from pmdesk.actions.listing import plain_records
from pmdesk.actions.measure_plain import number, plain_kept, plain_measure
from pmdesk.domain.words import Words
from pmdesk.register.store import Register
from tests.actions.saving import save

TODAY = "2026-04-27"


@pytest.fixture
def sickness(register: Register) -> str:
    measure = save(
        register, "measure", title="Days lost to sickness", code="CH8", polarity="lower",
        aggregation="cumulative", frequency="quarter", tolerance="5", unit="days",
    )  # fmt: skip
    for part, profile, value in (
        ("Q1", "2.44", "2.456"), ("Q2", "4.875", "5.69"), ("Q3", "7.31", "9.05"), ("Q4", "9.5", "12.06"),
    ):  # fmt: skip
        save(register, "target", measure=measure, period=f"2009-10 {part}", value=profile)
        save(register, "reading", measure=measure, period=f"2009-10 {part}", value=value)
    return measure


def test_every_quarter_is_rated_against_its_own_profile(register: Register, sickness: str) -> None:
    made = plain_measure(register, sickness, TODAY, Words())
    readings = made["readings"]
    assert isinstance(readings, list)
    told = [(each["period"], each["rating"], each["worse_percent"], each["target"]) for each in readings]
    assert told == [
        ("2009-10 Q1", "amber", 0.66, 2.44),
        ("2009-10 Q2", "red", 16.72, 4.875),
        ("2009-10 Q3", "red", 23.8, 7.31),
        ("2009-10 Q4", "red", 26.95, 9.5),
    ]
    assert (readings[0]["variance"], readings[0]["rating_word"]) == (0.016, "Close")
    assert made["years"] == [{"period": "2009-10", "value": 12.06}]
    assert made["missing"] == ["baseline", "definition", "source", "data_supplier"]
    assert made["floor"] is None and made["no_past_rate_reaches"] is None


def test_against_nothing_but_the_years_target_the_quarters_are_not_green(register: Register) -> None:
    measure = save(
        register, "measure", title="Days lost", polarity="lower", aggregation="cumulative",
        frequency="quarter", tolerance="5",
    )  # fmt: skip
    save(register, "target", measure=measure, period="2009-10", value="9.5")
    for part, value in (("Q1", "2.456"), ("Q2", "5.69"), ("Q3", "9.05")):
        save(register, "reading", measure=measure, period=f"2009-10 {part}", value=value)
    readings = plain_measure(register, measure, TODAY, Words())["readings"]
    assert isinstance(readings, list)
    assert [each["rating"] for each in readings] == ["amber", "red", "red"]
    assert [each["target_from"] for each in readings] == ["profile"] * 3


def test_the_list_says_the_same_as_the_story(register: Register, sickness: str) -> None:
    [listed] = plain_records(register, "measure", register.all("measure"), TODAY, Words())
    told = plain_measure(register, sickness, TODAY, Words())
    for name in ("rating", "period", "value", "path", "direction", "missing"):
        assert listed[name] == told[name], name
    assert listed["red_without_note"] is True
    assert plain_kept(None) == {}


def test_bands_and_forecasts(register: Register) -> None:
    measure = save(register, "measure", title="Temperature", polarity="band", frequency="year")
    save(register, "target", measure=measure, period="2025-26", low="18", high="21", floor="16")
    save(register, "reading", measure=measure, period="2025-26", value="25.5")
    made = plain_measure(register, measure, TODAY, Words())
    assert made["path"] == {"low": 18, "high": 21} and made["rating"] == "red"
    forecast = made["forecast"]
    assert isinstance(forecast, dict) and forecast["reason"] == "not enough readings"
    [listed] = plain_records(register, "measure", register.all("measure"), TODAY, Words())
    assert listed["path"] == "18 to 21"


def test_numbers_as_json_has_them() -> None:
    assert [number(value) for value in ("46.90", 3, Decimal("0.655738"), None, "awaited")] == [
        46.9, 3, 0.655738, None, None,
    ]  # fmt: skip
