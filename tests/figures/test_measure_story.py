"""The story of EN02 as the drawing tells it: latest, target, what it serves, five questions."""

from pmdesk.domain.series import Rule
from pmdesk.domain.words import Words
from pmdesk.figures.measure_facts import facts_of
from pmdesk.figures.measure_rows import measure_row
from pmdesk.figures.measure_story import measure_story, shown
from pmdesk.figures.measure_tables import readings_section
from pmdesk.figures.trajectory import trajectory
from tests.figures.measure_example import made
from tests.figures.test_measure_rows import Kept

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


def test_a_figure_is_the_same_wherever_it_stands_when_nobody_chose_its_decimals() -> None:
    told = [("2024-25 Q4", "10"), ("2025-26 Q1", "14"), ("2025-26 Q2", "15"), ("2025-26 Q3", "17")]
    rising = {"title": "Visits", "polarity": "higher", "aggregation": "snapshot", "frequency": "quarter",
              "baseline": "10", "baseline_on": "2025-03", "unit": "%"}  # fmt: skip
    story = made(rising, told, [("2025-26", "20")])
    words = Words()
    latest, _target, _way, ahead = facts_of(story, words)
    assert latest.note == "0.5 points short of its path, 17.5"
    assert ahead.value == "19.2%"  # 17 and the median slope, (2 + 7/3) / 2
    chart = trajectory(story, words)
    assert [end.text for end in chart.ends] == ["Target 20", "Forecast 19.2"]
    row = next(each for each in readings_section(story, words).rows if each.cells[0].text == "2025-26 Q3")
    assert [cell.text for cell in row.cells[1:4]] == ["17", "17.5", "−0.5"]
    kept = Kept(value="17", path="17.5", target="20", spark="10:green 14:green 15:green 17:red")
    assert measure_row({**rising, "id": "m"}, kept, [], "", words).path == "17.5%"


def test_what_was_entered_is_never_rounded_and_pence_are_two_digits() -> None:
    story = made({"title": "Cost", "unit": "£"}, [("2024-25", "1.125"), ("2025-26", "4.5")])
    assert [story.said(each.value) for each in story.readings] == ["£1.125", "£4.50"]
    assert (story.said("2.0625"), story.number("3.9999")) == ("£2.06", "4")


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
