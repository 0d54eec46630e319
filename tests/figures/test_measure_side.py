"""Beside a measure: the five questions with the forms that answer them, flags, and where it counts."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from pmdesk.domain.words import words_in
from pmdesk.figures.measure_facts import facts_of
from pmdesk.figures.measure_side import Flag, Place, flags_of, places_of, say_years, smart_questions
from pmdesk.figures.measure_story import MeasureStory
from pmdesk.figures.record_page import Edit, Lead
from tests.figures.measure_example import EN02, QUARTERS, VALUES, en02, made

WORDS = words_in("en")
GREENER = {"id": "o1", "name": "A greener district", "code": "3", "plan": "c", "plan_name": "Corporate plan"}
LESS = {"id": "o2", "name": "Less waste", "plan": "w", "plan_name": "Climate plan"}
PLANS = {"c": {"name": "Corporate plan"}, "w": {"name": "Climate plan"}}


def asked(story: MeasureStory) -> dict[str, list[Lead]]:
    return {each.word: [lead for _, lead in each.asks] for each in smart_questions(story, WORDS)}


def test_an_open_question_leads_to_the_field_that_answers_it() -> None:
    leads = asked(en02())
    assert leads["Agreed"] == [Lead("edit", Edit("target", "t000", {}, "agreed_by"))]
    assert Lead("edit", Edit("measure", "en02", {}, "owner")) in leads["Specific"]
    assert leads["Relevant"] == [Lead("edit", Edit("measure", "en02", {}, "objective"))]
    assert leads["Time-bound"] == []


def test_what_is_known_is_said_beside_the_question() -> None:
    questions = {each.word: each for each in smart_questions(en02(), WORDS)}
    assert questions["Time-bound"].known == "2026-27 Q4"
    assert questions["Time-bound"].answered
    assert questions["Agreed"].asks[0][0] == "Who agreed 50.0%, and when?"
    assert not questions["Agreed"].answered


def test_without_a_target_the_form_is_that_of_a_new_one() -> None:
    new = Edit("target", None, {"measure": "en02"}, "period")
    assert asked(made(EN02))["Time-bound"] == [Lead("edit", new)]


def test_what_serves_no_other_plan_is_aligned_from_its_own_objective() -> None:
    story = replace(en02(), objectives=(GREENER,))
    assert asked(story)["Relevant"] == [Lead("edit", Edit("alignment", None, {"objective": "o1"}, "serves"))]
    assert asked(replace(story, aligned=(LESS,)))["Relevant"] == []


def test_the_warning_and_the_gaps_are_flags() -> None:
    reach, ready = flags_of(en02(), WORDS)
    said = "It needs 0.78 a quarter; the best year so far made 0.68 a quarter."
    assert reach == Flag("close", "No past rate reaches this", said)
    assert (ready.title, ready.text) == ("Not ready", "No definition, no source, no data supplier")
    assert ready.lead == Lead("edit", Edit("measure", "en02", {}, "definition"))


def test_a_later_target_than_the_next_is_named_by_who_speaks_of_it() -> None:
    aims = [("2025-26 Q4", "48"), ("2026-27 Q4", "60")]
    told = [(each, value) for each, value in zip(QUARTERS, VALUES, strict=True)]
    story = made({**EN02, "definition": "What is recycled"}, told, aims)
    assert flags_of(story, WORDS)[0].title == "No past rate reaches 60.0% by 2026-27 Q4"
    assert "to reach 60.0% in 2026-27 Q4, best ever" in facts_of(story, WORDS)[3].note


def test_where_lower_is_better_a_measure_is_over_its_floor() -> None:
    floor = {"period": "2025-26", "floor": "12"}
    flags = flags_of(made({"title": "Wait", "polarity": "lower"}, [("2025-26", "14.5")], [floor]), WORDS)
    assert "2.5 over the floor" in [each.title for each in flags]


def test_years_have_a_tenth_whatever_the_measures_decimals() -> None:
    said = [say_years(Decimal(each), WORDS) for each in ("13.65", "4.00", "1.04")]
    assert said == ["13.7 years", "4 years", "1 year"]


def test_the_distance_to_the_floor_with_the_rate_that_closes_it() -> None:
    years = [(f"{year}-{year % 100 + 1}", str(year - 1980)) for year in range(2019, 2024)]
    floor: dict[str, Any] = {"period": "2026-27", "value": "60", "floor": "49"}
    yearly = {**EN02, "frequency": "year", "baseline": None}
    [flag] = [each for each in flags_of(made(yearly, years, [floor]), WORDS) if each.state == "missed"]
    assert flag.title == "6.0 points short of the floor"
    assert flag.text == (
        "To reach 49.0% by 2026-27 it must close 2.00 a year. At the present rate it takes 6 years."
    )
    falling = [(period, str(80 - int(value))) for period, value in years]
    [away] = [each for each in flags_of(made(yearly, falling, [floor]), WORDS) if each.state == "missed"]
    assert away.text.endswith("How long it takes cannot be said: moving the wrong way.")
    assert [each for each in flags_of(en02(), WORDS) if each.state == "missed"] == []


def test_where_it_counts_with_the_way_to_each() -> None:
    measure = {**EN02, "partnership": "p", "partnership_name": "Wendle Waste Partnership", "objective": "o1",
               "owner_organisation": "org", "owner_organisation_name": "County", "measured_by": "Defra",
               "measured_code": "NI 192", "effort_hours": 40}  # fmt: skip
    story = replace(en02(), measure=measure, objectives=(GREENER, LESS), aligned=(LESS, {**LESS, "id": "o3"}))
    assert places_of(story, PLANS, {"o2": "s1"}, WORDS) == (
        Place("Partnership", "Wendle Waste Partnership", lead=Lead("partnerships", "p")),
        Place("Objective", "3 A greener district", "Corporate plan", Lead("plans", "o1")),
        Place("", "Less waste", "Climate plan", Lead("plans", "o2"), Lead("delete", Edit("serves", "s1"))),
        Place("Contributes to", "Less waste", "Climate plan", Lead("plans", "o3")),
        Place("Answered for by", "County", lead=Lead("partners", "org")),
        Place("Measured centrally by", "Defra, NI 192"),
        Place("Effort", "40 hours a year"),
    )


def test_nobody_outside_is_said_in_words() -> None:
    assert places_of(en02(), {}, {}, WORDS) == (Place("Measured centrally by", "nobody outside the council"),)
