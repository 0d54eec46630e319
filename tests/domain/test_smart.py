"""SMART as questions, rule 11: what is known, what is to be asked, and where to answer it."""

from decimal import Decimal

import pytest

from pmdesk.domain.measure import MEASURE, TARGET
from pmdesk.domain.milestone import MILESTONE
from pmdesk.domain.plan import ALIGNMENT
from pmdesk.domain.series import Reading, Scale, Target
from pmdesk.domain.smart import Letter, say_too_fast, smart_milestone, smart_target

MEASURE_KNOWN = {
    "title": "Household waste recycled", "owner": "Tom Brandreth", "definition": "Recycled over collected",
    "covers": "all households in Wendle", "unit": "%", "decimals": 1, "frequency": "quarter",
    "source": "WasteDataFlow", "baseline": "41.8", "baseline_on": "2023-03",
}  # fmt: skip
TARGET_KNOWN = {"period": "2026-27 Q4", "value": "50", "agreed_by": "Cabinet", "agreed_on": "2024-02-29"}
MILESTONE_KNOWN = {
    "title": "Second round begins", "owner_organisation": "Wendle Waste", "first_due": "2026-09-30",
    "partnership": "Waste Partnership", "note": "Every street has been served once.",
}  # fmt: skip
FIELDS = {
    (entity.name, field.name) for entity in (MEASURE, TARGET, MILESTONE, ALIGNMENT) for field in entity.fields
}


def known(letters: list[Letter]) -> list[str]:
    return [str(each.known) for each in letters]


def asked(letters: list[Letter]) -> list[tuple[str, str]]:
    return [(each.letter, str(ask.question)) for each in letters for ask in each.asks]


def test_what_is_known_is_said() -> None:
    found = smart_target(MEASURE_KNOWN, TARGET_KNOWN, ["Less waste"])
    assert all(each.answered for each in found)
    assert [each.word for each in found] == ["Specific", "Measurable", "Agreed", "Relevant", "Time-bound"]
    assert known(found) == [
        "Tom Brandreth answers for it; all households in Wendle",
        "WasteDataFlow, each quarter, baseline 41.8% at March 2023",
        "Cabinet, 29 February 2024",
        "serves ‘Less waste’",
        "2026-27 Q4",
    ]


def test_what_is_missing_is_a_question() -> None:
    found = smart_target({}, None, [])
    assert [each.answered for each in found] == [False] * 5
    assert known(found) == [""] * 5
    assert [letter for letter, _ in asked(found)] == list("SSSMMMMAART")
    assert len(set(asked(found))) == 11


@pytest.mark.parametrize(
    ("field", "letter"),
    [("owner", "S"), ("definition", "S"), ("covers", "S"), ("unit", "M"), ("frequency", "M"), ("source", "M"),
     ("baseline", "M")],
)  # fmt: skip
def test_each_field_of_the_measure_answers_its_letter(field: str, letter: str) -> None:
    found = smart_target({**MEASURE_KNOWN, field: None}, TARGET_KNOWN, ["Less waste"])
    assert [(each.letter, ask.entity, ask.field) for each in found for ask in each.asks] == [
        (letter, "measure", field)
    ]


def test_an_organisation_may_answer_for_it_and_a_baseline_need_no_date() -> None:
    measure = {**MEASURE_KNOWN, "owner": None, "owner_organisation": "Wendle Waste", "baseline_on": None}
    found = smart_target(measure, TARGET_KNOWN, ["Less waste"])
    assert found[0].answered
    assert str(found[1].known).endswith("baseline 41.8%")


def test_a_baseline_date_that_is_no_date_is_said_as_it_was_typed() -> None:
    found = smart_target({**MEASURE_KNOWN, "baseline_on": "when we began"}, TARGET_KNOWN, [])
    assert str(found[1].known).endswith("baseline 41.8% at when we began")


def test_agreed_is_by_whom_and_when() -> None:
    both = smart_target(MEASURE_KNOWN, {"period": "2026-27 Q4", "value": "50"}, ["Less waste"])
    assert asked(both) == [("A", "Who agreed 50.0%, and when?")]
    when = smart_target(MEASURE_KNOWN, {**TARGET_KNOWN, "agreed_on": None}, ["Less waste"])
    assert asked(when) == [("A", "When was it agreed?")]
    whom = smart_target(MEASURE_KNOWN, {**TARGET_KNOWN, "agreed_by": ""}, ["Less waste"])
    assert asked(whom) == [("A", "Who agreed it?")]


def test_whom_it_is_for_goes_on_in_the_same_sentence() -> None:
    for typed, said in (("All households", "all households"), ("NHS patients", "NHS patients"), ("A", "a")):
        found = smart_target({**MEASURE_KNOWN, "covers": typed}, TARGET_KNOWN, ["x"])
        assert known(found)[0] == f"Tom Brandreth answers for it; {said}"
    alone = smart_target({**MEASURE_KNOWN, "owner": None, "covers": "All households"}, TARGET_KNOWN, ["x"])
    assert known(alone)[0] == "All households"


def test_a_band_is_asked_by_its_figures() -> None:
    band = {**TARGET_KNOWN, "value": None, "agreed_by": None, "agreed_on": None}
    for ends, said in (
        ({"low": "40", "high": "60"}, "40.0% to 60.0%"),
        ({"low": "40"}, "at least 40.0%"),
        ({"high": "60"}, "at most 60.0%"),
    ):
        found = smart_target(MEASURE_KNOWN, {**band, **ends}, ["x"])
        assert asked(found) == [("A", f"Who agreed {said}, and when?")]


def test_names_with_braces_are_names() -> None:
    found = smart_target({**MEASURE_KNOWN, "owner": "{n}", "covers": "{all}"}, TARGET_KNOWN, ["{x}"])
    assert known(found)[0] == "{n} answers for it; {all}"
    assert known(found)[3] == "serves ‘{x}’"


def test_the_month_of_a_target_is_said_as_everywhere() -> None:
    found = smart_target({}, {"period": "2025-03", "value": "10"}, [])
    assert str(found[-1].known) == "March 2025"


def test_a_milestone_is_asked_the_same() -> None:
    found = smart_milestone(MILESTONE_KNOWN, ["Less waste"])
    assert [each.letter for each in found if each.answered] == list("SMART")
    assert known(found) == [
        "Wendle Waste answers for it",
        "Every street has been served once.",
        "Waste Partnership, 30 September 2026",
        "serves ‘Less waste’",
        "30 September 2026",
    ]
    assert [letter for letter, _ in asked(smart_milestone({}, []))] == list("SMAART")


@pytest.mark.parametrize("letters", [smart_target({}, None, []), smart_milestone({}, [])])
def test_every_question_can_be_answered_in_a_field_there_is(letters: list[Letter]) -> None:
    assert {(ask.entity, ask.field) for each in letters for ask in each.asks} <= FIELDS


def test_no_past_rate_reaches_it_and_both_rates_are_said() -> None:
    values = ("42.1", "42.9", "43.6", "44.2", "44.8", "45.1", "45.0", "45.2", "45.1", "44.4", "45.9", "46.9")
    periods = [f"{year} Q{n}" for year in ("2023-24", "2024-25", "2025-26") for n in (1, 2, 3, 4)]
    told = [Reading(period, Decimal(value)) for period, value in zip(periods, values, strict=True)]
    scale = Scale("higher", "ratio", "quarter")
    said = say_too_fast(MEASURE_KNOWN, scale, [Target("2026-27 Q4", Decimal(50))], told)
    assert str(said) == (
        "No past rate reaches this: it needs 0.78 a quarter; the best year so far made 0.68 a quarter."
    )
    assert say_too_fast(MEASURE_KNOWN, scale, [Target("2026-27 Q4", Decimal(48))], told) is None
