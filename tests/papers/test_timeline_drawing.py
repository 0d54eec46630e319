"""The chart's geometry: days to points, names of months that fit, one mark for each state."""

from datetime import date
from typing import Any

import pytest

from pmdesk.domain.words import words_in
from pmdesk.figures.timeline import timeline
from pmdesk.papers.timeline_drawing import MARKS, drawing, scale

ENGLISH = words_in("en")


def drawn(span: tuple[str, str], done: bool = False) -> Any:
    milestones = [
        {"id": "1", "title": "First", "first_due": span[0], "done_on": span[0] if done else None},
        {"id": "2", "title": "Last", "first_due": span[1]},
    ]
    figures = timeline(milestones, [], "2026-04-27", ENGLISH)
    return drawing(figures, [(row, 30) for row in figures.rows], 142, ENGLISH)


def labels(made: Any) -> list[str]:
    return [shape.text for shape in made.contents if hasattr(shape, "text")]


def test_whole_months_stand_round_the_dates() -> None:
    made = scale((date(2026, 1, 20), date(2026, 3, 2)), 90)
    assert (made.start, made.days) == (date(2026, 1, 1), 90)
    assert made.x(date(2026, 1, 11)) == pytest.approx(10)


@pytest.mark.parametrize(
    ("span", "said"),
    [
        (("2026-04-27", "2026-04-27"), ["Apr"]),
        (("2026-03-01", "2026-06-30"), ["Mar", "Apr", "May", "Jun"]),
        (("2025-09-30", "2026-11-30"), ["Oct", "2026", "Apr", "Jul", "Oct"]),
        (("2020-01-01", "2028-12-31"), ["2020", "2022", "2024", "2026"]),
        (("1900-01-01", "2100-01-01"), ["1900", "1950", "2000", "2050"]),
    ],
)
def test_months_are_named_as_room_allows(span: tuple[str, str], said: list[str]) -> None:
    assert labels(drawn(span)) == [*said, "Today, 27 Apr"]


@pytest.mark.parametrize(
    "span", [("2020-01-01", "2028-12-31"), ("2026-04-27", "2026-04-27"), ("1900-01-01", "2100-01-01")]
)
def test_nothing_is_drawn_outside(span: tuple[str, str]) -> None:
    made = drawn(span)
    left, foot, right, top = made.getBounds()
    assert left >= 0
    assert foot >= 0
    assert right <= made.width
    assert top <= made.height


def test_every_state_has_its_mark() -> None:
    assert set(MARKS) == {"done", "past", "slipping", "on_date", "undated"}
    assert len(set(MARKS.values())) == 5
