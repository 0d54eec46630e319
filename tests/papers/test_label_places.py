"""Labels inside a chart stand where there is room: off the line, off one another, inside the plot."""

from pmdesk.domain.words import words_in
from pmdesk.figures.trajectory import trajectory
from pmdesk.papers.chart_marks import Plot
from pmdesk.papers.label_places import course_of, place
from tests.figures.measure_example import en02

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


def test_the_course_follows_the_line_between_readings() -> None:
    figures = trajectory(en02(), words_in("en"))
    plot = Plot(34, 29, 344, 107, figures.width, float(figures.upright.low), float(figures.upright.high))
    course = course_of(plot, figures)
    assert len(course) > 12 * 3
    assert all(34 <= x <= 34 + 344.1 for x, _y in course)
