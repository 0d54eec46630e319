"""A date that slips bends its line upwards; each line ends at its name and has a mark of its own."""

from typing import Any

from reportlab.graphics.shapes import PolyLine

from pmdesk.domain.words import words_in
from pmdesk.figures.slip_chart import SlipFigures, slip_chart
from pmdesk.figures.timeline import timeline
from pmdesk.papers.slip_drawing import SERIES, drawing, height
from tests.papers.example_partnerships import REDATES, STEPS, TODAY, WAITS

ENGLISH = words_in("en")


def figures(steps: list[dict[str, Any]] | None = None) -> SlipFigures:
    of = STEPS if steps is None else steps
    shown = timeline(of, REDATES, TODAY, ENGLISH)
    return slip_chart(REDATES, shown, ENGLISH, WAITS)


def test_a_line_that_slipped_ends_higher_than_it_began() -> None:
    told = figures()
    made = drawing(told, 482, ENGLISH)
    inks = {(round(of[0], 3), round(of[1], 3), round(of[2], 3)): n for n, of in enumerate(SERIES)}
    bent = {}
    for shape in made.contents:
        if isinstance(shape, PolyLine) and shape.strokeWidth == 1.4:
            colour = shape.strokeColor
            bent[inks[round(colour.red, 3), round(colour.green, 3), round(colour.blue, 3)]] = shape.points
    moved = [line for line in told.lines if line.moves and line.series >= 0]
    assert moved
    for line in moved:
        points = bent[line.series]
        assert points[-1] > points[1], line.title
        assert points[::2] == sorted(points[::2])


def test_each_unfinished_milestone_is_named_and_nothing_stands_outside() -> None:
    told = figures()
    made = drawing(told, 482, ENGLISH)
    said = [shape for shape in made.contents if hasattr(shape, "text")]
    for line in told.lines:
        assert (line.title in [each.text for each in said]) == (not line.done)
    assert all(0 <= each.x <= 482 and 0 <= each.y <= made.height for each in said)


def test_many_names_make_it_taller_up_to_most_of_a_page() -> None:
    many = [{**STEPS[0], "id": f"m{n}", "title": f"Milestone {n}", "done_on": None} for n in range(30)]
    assert height(figures()) < height(figures(many)) <= 440
    drawing(figures(many), 482, ENGLISH)


def test_one_milestone_with_one_report_is_drawn() -> None:
    one = [{"id": "1", "title": "A very long name that no room beside a chart would ever hold whole",
            "first_due": "2026-06-30"}]  # fmt: skip
    made = drawing(slip_chart([], timeline(one, [], TODAY, ENGLISH), ENGLISH), 482, ENGLISH)
    assert any(getattr(shape, "text", "").endswith("…") for shape in made.contents)
