"""The story of EN02 as the drawing tells it: latest, target, what it serves, five questions."""

from pmdesk.domain.series import Rule
from pmdesk.figures.measure_story import measure_story, shown

PERIODS = [f"{year} Q{part}" for year in ("2023-24", "2024-25", "2025-26") for part in (1, 2, 3, 4)]
VALUES = ["42.1", "42.9", "43.6", "44.2", "44.8", "45.1", "45.0", "45.2", "45.1", "44.4", "45.9", "46.9"]
MEASURE = {
    "id": "m", "n": 1, "code": "EN02", "title": "Household waste recycled", "unit": "%", "decimals": 1,
    "polarity": "higher", "aggregation": "ratio", "frequency": "quarter", "baseline": "41.8",
    "baseline_on": "2023-03", "tolerance": "5", "change_interval": "0.3", "source": "WasteDataFlow",
    "owner": "p", "owner_name": "Tom Brandreth", "definition": "Waste recycled.", "covers": "All households",
}  # fmt: skip
READINGS = [
    {"id": f"r{at}", "n": at, "period": period, "value": value}
    for at, (period, value) in enumerate(zip(PERIODS, VALUES, strict=True))
]
TARGETS = [{"id": "t", "period": "2026-27 Q4", "value": "50", "floor": "43"}]
GREENER = {"id": "o1", "name": "A greener district", "plan": "c", "plan_name": "Corporate Plan"}
WASTE = {"id": "o2", "name": "Less waste", "plan": "w", "plan_name": "Wendleshire Climate Plan"}

EN02 = measure_story(MEASURE, TARGETS, READINGS, [Rule()], "2026-04-27", [GREENER, WASTE])


def test_the_latest_is_rated_against_its_path_and_aims_at_the_next_target() -> None:
    assert EN02.title == "EN02 Household waste recycled"
    assert EN02.latest and (EN02.latest.period, EN02.latest.rating) == ("2025-26 Q4", "amber")
    assert EN02.target and EN02.goal and EN02.target.period == EN02.goal.period == "2026-27 Q4"
    assert EN02.said(EN02.latest.value) == "46.9%"
    assert EN02.said(EN02.latest.variance, signed=True) == "−1.1%"
    assert [each.rating for each in EN02.standings if each.period == "2025-26 Q2"] == ["red"]
    assert EN02.said(EN02.forecast.value) == "48.2%"


def test_four_of_the_five_questions_are_answered() -> None:
    assert [each.letter for each in EN02.smart if not each.answered] == ["A"]
    assert EN02.serves == ("Less waste",)
    assert EN02.too_fast is not None


def test_the_words_are_the_councils() -> None:
    failing = measure_story(MEASURE, TARGETS, READINGS[:10], [Rule(words={"red": "Failing"})], "2026-04-27")
    assert failing.word_of(failing.latest) == "Failing"
    assert failing.word_of(None) == "No reading yet"


def test_not_due_is_the_latest_only_where_there_is_nothing_else() -> None:
    to_come = {"id": "x", "period": "2026-27 Q1", "state": "not_due"}
    assert (one := measure_story(MEASURE, [], [*READINGS, to_come], [], "")).latest
    assert one.latest.period == "2025-26 Q4"
    alone = measure_story(MEASURE, [], [to_come], [], "").latest
    assert alone and alone.rating == "not_due"


def test_names_stand_in_for_ids_where_a_record_is_shown() -> None:
    assert shown({"owner": "p", "owner_name": "Tom", "x_name": "y"}) == {
        "owner": "Tom", "owner_name": "Tom", "x_name": "y",
    }  # fmt: skip


def test_it_is_compared_with_its_family_group_where_three_areas_of_it_are_known() -> None:
    areas = [{"id": name, "area": name, "family": "1" if name != "D" else "2"} for name in "ABCD"]

    def told(**values: object) -> list[str]:
        one = measure_story({**MEASURE, **values}, [], [], [], "2026-04-27", comparators=areas)
        return [str(area["area"]) for area in one.peers]

    assert told(family="1") == ["A", "B", "C"]
    assert told(family="2") == told() == ["A", "B", "C", "D"]
