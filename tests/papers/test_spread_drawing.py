"""The spread on paper: a row for each principle, a bar and a dot where three answered."""

from dataclasses import replace

from reportlab.graphics.shapes import Circle, Rect

from pmdesk.domain.health_results import Spread
from pmdesk.domain.words import words_in
from pmdesk.papers.spread_drawing import drawing, height
from tests.papers.example_health import health_example


def test_a_bar_and_a_dot_only_where_three_answered() -> None:
    figure = health_example(words_in("en")).chart
    made = drawing(figure, 480)
    assert made.height == height(figure)
    [bar] = [each for each in made.contents if isinstance(each, Rect)]
    [dot] = [each for each in made.contents if isinstance(each, Circle)]
    # From 1 to 3.5 of an axis from 1 to 4, the dot at 3.
    assert abs(dot.cx - (bar.x + bar.width * 2 / 2.5)) < 0.01


def test_no_bar_where_the_middle_half_is_not_shown() -> None:
    figure = health_example(words_in("en")).chart
    few = tuple(row._replace(spread=Spread(3, None, 3, None)) if row.spread else row for row in figure.rows)
    made = drawing(replace(figure, rows=few), 480)
    assert not [each for each in made.contents if isinstance(each, Rect)]
    assert len([each for each in made.contents if isinstance(each, Circle)]) == 1
