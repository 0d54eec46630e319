"""Labels inside a chart stand where there is room: off the line, off one another, inside the plot."""

from decimal import Decimal

from reportlab.graphics.shapes import Line, String

from pmdesk.domain.words import words_in
from pmdesk.figures.trajectory import trajectory
from pmdesk.papers.chart_marks import SMALL_INK, Plot, canvas_of
from pmdesk.papers.label_places import add_labels, course_of, place
from pmdesk.papers.lettering import width
from tests.figures.measure_example import EN02, en02, made

PLOT = Plot(0, 0, 300, 100, 300, 0, 100)


def test_under_the_point_where_all_is_free() -> None:
    box = place((150, 50), 40, PLOT, [], [])
    assert box == (130, 33, 170, 43)


def test_over_the_point_where_the_line_runs_under_it() -> None:
    under = [(x, 40.0) for x in range(100, 200, 4)]
    box = place((150, 50), 40, PLOT, [], under)
    assert box is not None
    assert box[1] > 50


def test_not_over_another_label() -> None:
    taken = [(130.0, 33.0, 170.0, 43.0)]
    box = place((150, 50), 40, PLOT, taken, [])
    assert box is not None
    assert box[1] >= 43 or box[3] <= 33 or box[0] >= 170 or box[2] <= 130


def test_inside_the_plot_and_nowhere_where_it_is_too_low() -> None:
    box = place((299, 5), 80, PLOT, [], [])
    assert box is not None
    assert box[2] <= 300
    assert box[1] >= 0
    assert place((5, 5), 40, Plot(0, 0, 300, 4, 300, 0, 1), [], []) is None


def test_a_label_that_must_stand_away_has_a_thin_line_to_its_point() -> None:
    figures = trajectory(en02(), words_in("en"))
    plot = Plot(34, 29, 344, 83, figures.width, float(figures.upright.low), float(figures.upright.high))
    made = canvas_of(482, 126)
    add_labels(made, plot, figures)
    note = next(each for each in made.contents if isinstance(each, String) and each.text.startswith("44.4"))
    point = next(each for run in figures.runs for each in run if each.value == Decimal("44.4"))
    x, y = plot.x(point.x), plot.y(point.value)
    assert note.x - 3 <= x <= note.x + 150, "over or under its point, never far at its side"
    leads = [each for each in made.contents if isinstance(each, Line) and abs(each.x1 - x) < 6]
    away = min(abs(note.y - y), abs(note.y + 9 - y))
    assert bool(leads) == (away > 10)
    assert away < 30


def test_a_note_that_would_hide_readings_gives_way_to_its_number() -> None:
    crowd = [
        {"period": f"{2006 + at // 12}-{at % 12 + 1:02}", "value": str(40 + at * 7 % 11)} for at in range(190)
    ]
    crowd[95] |= {"value": "30", "commentary": "A bad month in which nearly nothing was done"}
    story = made({**EN02, "frequency": "month"}, crowd, [("2006-07", "45"), *_yearly(45)])
    figures = trajectory(story, words_in("en"))
    plot = Plot(34, 29, 344, 83, figures.width, 30.0, 52.0)
    drawing = canvas_of(482, 126)
    add_labels(drawing, plot, figures)
    marks = [(plot.x(each.x), plot.y(each.value)) for run in figures.runs for each in run]
    for each in drawing.contents:
        if isinstance(each, String) and ":" in each.text:
            wide = width(each.text, SMALL_INK)
            assert not [x for x, y in marks if each.x < x < each.x + wide and each.y < y < each.y + 7]


def _yearly(value: int) -> list[tuple[str, str]]:
    return [(f"{year}-{(year + 1) % 100:02}", str(value)) for year in range(2007, 2022)]


def test_the_course_follows_the_line_between_readings() -> None:
    figures = trajectory(en02(), words_in("en"))
    plot = Plot(34, 29, 344, 107, figures.width, float(figures.upright.low), float(figures.upright.high))
    course = course_of(plot, figures)
    assert len(course) > 12 * 3
    assert all(34 <= x <= 34 + 344.1 for x, _y in course)
