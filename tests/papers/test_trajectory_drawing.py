"""The trajectory on paper: its shapes at their places, nothing outside, labels that do not touch."""

from itertools import pairwise
from typing import Any

import pytest
from reportlab.graphics.shapes import Circle, PolyLine, String

from pmdesk.domain.words import words_in
from pmdesk.figures.measure_story import MeasureStory
from pmdesk.figures.trajectory import trajectory
from pmdesk.papers.chart_marks import SMALL_STRONG
from pmdesk.papers.lettering import REGULAR, width
from pmdesk.papers.trajectory_drawing import drawing
from tests.figures.measure_example import CH8, EN02, ch8, en02, made
from tests.papers.example_figures import AREAS, odd

ENGLISH = words_in("en")
BAND = made(
    {**EN02, "polarity": "band"},
    [("2025-26 Q4", "44")],
    [{"period": "2025-26 Q4", "low": "40", "high": "48"}],
)
# No October: '2009-10' alone would be a year.
MONTHS = made(
    {**EN02, "frequency": "month"},
    [(f"{2006 + at // 12}-{at % 12 + 1:02}", str(at)) for at in range(230) if at % 12 != 9],
)
STORIES = {
    "drawn": en02(),
    "among others": en02(comparators=AREAS),
    "adds up": ch8(),
    "to come": ch8(2),
    "a gap": odd(),
    "a band": BAND,
    "nothing": made({"title": "Bare"}),
    "one reading": made(CH8, [("2009-10 Q1", "2")]),
    "many months": MONTHS,
    "large": made({**EN02, "unit": "£"}, [("2025-26", "123456789"), ("2026-27", "-5")]),
}


def drawn(story: MeasureStory) -> Any:
    return drawing(trajectory(story, ENGLISH), 482, 150, ENGLISH)


def thick(made_one: Any) -> list[Any]:
    """The lines that join readings."""
    return [shape for shape in made_one.contents if isinstance(shape, PolyLine) and shape.strokeWidth == 1.6]


def labels(made_one: Any) -> list[str]:
    return [shape.text for shape in made_one.contents if isinstance(shape, String)]


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES.keys())
def test_nothing_is_drawn_outside_and_every_letter_is_ours(story: MeasureStory) -> None:
    made_one = drawn(story)
    left, foot, right, top = made_one.getBounds()
    assert left >= -0.5
    assert foot >= -0.5
    assert right <= made_one.width + 0.5
    assert top <= made_one.height + 0.5
    assert {shape.fontName.split("-")[0] for shape in made_one.contents if isinstance(shape, String)} <= {
        REGULAR.split("-")[0]
    }


def test_the_drawings_labels() -> None:
    said = labels(drawn(en02()))
    for text in ("Target 50.0", "Forecast 48.2", "range 47.6 to 48.9", "Floor 43.0", "Today", "2024-25",
                 "Baseline 41.8, March 2023", "46.9", "44.4: Four weeks of loads rejected"):  # fmt: skip
        assert text in said
    assert "44.4" not in said


def test_a_met_reading_is_a_circle_and_the_goal_a_ring_with_a_point() -> None:
    circles = [shape for shape in drawn(en02()).contents if isinstance(shape, Circle)]
    met = sum(each.rating == "green" for each in en02().standings)
    assert len(circles) == met + 2


def test_a_gap_is_not_joined_through() -> None:
    whole = made(EN02, [("2025-26 Q1", "44"), ("2025-26 Q2", "45"), ("2025-26 Q4", "46")])
    assert len(thick(drawn(whole))) == len(thick(drawn(odd()))) + 1


def test_other_areas_have_their_words() -> None:
    said = labels(drawn(STORIES["among others"]))
    assert any(text.startswith("Middle half of 6") for text in said)


def test_names_of_periods_are_thinned_where_there_is_no_room() -> None:
    said = labels(drawn(MONTHS))
    assert not [text for text in said if text in ("Jan", "Apr", "Oct", "Mar")], "years only"
    assert len([text for text in said if len(text) == 7 and text[4] == "-"]) > 4


def test_no_name_under_the_axis_touches_another() -> None:
    for story in STORIES.values():
        made_one = drawn(story)
        rows: dict[float, list[tuple[float, float]]] = {}
        for each in made_one.contents:
            if isinstance(each, String) and each.textAnchor == "middle" and each.y < 29:
                half = width(each.text, SMALL_STRONG) / 2
                rows.setdefault(each.y, []).append((each.x - half, each.x + half))
        for row in rows.values():
            row.sort()
            assert all(before[1] < after[0] for before, after in pairwise(row))


def test_the_first_year_is_named_beside_its_quarters() -> None:
    assert {"2022-23", "2023-24", "2024-25", "2025-26", "2026-27"} <= set(labels(drawn(en02())))
