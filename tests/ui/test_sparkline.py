"""The line the size of a word: its way, its shapes, and nothing for a measure without readings."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from pmdesk.ui.sparkline import draw_spark, spark_places
from pmdesk.ui.theme import token

BOX = QRectF(0, 0, 96, 34)


def test_the_highest_stands_at_the_top_and_time_goes_to_the_right() -> None:
    places = spark_places(BOX, [1.0, 3.0, 2.0])
    assert [place.x() for place in places] == sorted(place.x() for place in places)
    assert places[1].y() < places[2].y() < places[0].y()
    assert all(BOX.contains(place) for place in places)


def test_what_never_moves_and_what_is_alone() -> None:
    assert {place.y() for place in spark_places(BOX, [5.0, 5.0])} == {17.0}
    [alone] = spark_places(BOX, [5.0])
    assert alone.x() > 80


def test_a_miss_is_drawn_with_its_shape_and_its_colour(dressed: QApplication) -> None:
    assert token("missed").name() in drawn([(1.0, "met"), (0.5, "missed"), (2.0, "met")])
    assert token("missed").name() not in drawn([(1.0, "met"), (2.0, "met")])
    assert drawn([]) == {"#ffffff"}


def test_what_is_no_number_ends_the_line_with_its_own_mark_at_the_foot(dressed: QApplication) -> None:
    places = spark_places(BOX, [1.0, 2.0, None])
    assert places[2].y() >= places[0].y()
    colours = drawn([(1.0, "met"), (2.0, "met"), (None, "missed")])
    assert token("missed").name() in colours
    assert spark_places(BOX, [None])[0].x() > 80


def drawn(points: list[tuple[float | None, str]]) -> set[str]:
    """The colours of every pixel of a line."""
    image = QImage(96, 34, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw_spark(painter, BOX, points)
    painter.end()
    return {image.pixelColor(x, y).name() for x in range(96) for y in range(34)}
