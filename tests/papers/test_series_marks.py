"""Lines are told apart on paper without their colour."""

from reportlab.graphics.shapes import Circle, Line, Polygon

from pmdesk.papers.chart_marks import canvas_of
from pmdesk.papers.series_marks import series_mark
from pmdesk.papers.shapes import INK


def shapes(series: int) -> list[object]:
    made = canvas_of(20, 20)
    series_mark(made, series, 10, 10, INK)
    return list(made.contents)


def test_each_series_has_a_shape_of_its_own() -> None:
    kinds = []
    for series in (-1, 0, 1, 2, 3, 4):
        (first, *_rest) = shapes(series)
        assert isinstance(first, Circle | Line | Polygon)
        corners = len(first.points) // 2 if isinstance(first, Polygon) else 0
        # A square and a diamond have as many corners: they differ in whether one stands on its tip.
        tip = isinstance(first, Polygon) and first.points[0] == 10
        filled = first.fillColor.rgb() if isinstance(first, Circle) else None
        kinds.append((type(first).__name__, corners, tip, filled))
    assert len(set(kinds)) == 6


def test_it_stands_about_its_point() -> None:
    (square,) = shapes(1)
    assert isinstance(square, Polygon)
    across, up = square.points[::2], square.points[1::2]
    assert sum(across) / 4 == 10 and sum(up) / 4 == 10
