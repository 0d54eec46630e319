"""The spread on paper: a row for each principle, a bar and a dot where three answered."""

from reportlab.graphics.shapes import Circle, Rect

from pmdesk.domain.words import words_in
from pmdesk.papers.spread_drawing import drawing, height
from tests.papers.example_health import health_example


def test_a_bar_and_a_dot_only_where_three_answered() -> None:
    figure = health_example(words_in("en")).chart
    made = drawing(figure, 480)
    assert made.height == height(figure)
    [bar] = [each for each in made.contents if isinstance(each, Rect)]
    [dot] = [each for each in made.contents if isinstance(each, Circle)]
    # From 2 to 4 of an axis from 1 to 4, the dot in the middle of it.
    assert bar.x < dot.cx < bar.x + bar.width
    assert abs(dot.cx - (bar.x + bar.width / 2)) < 0.01
