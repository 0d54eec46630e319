"""Words are cut with an ellipsis, never in silence."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from pmdesk.ui.drawing import BAR, draw_hairline, draw_in_hand, draw_words, words_width
from pmdesk.ui.theme import token


def canvas() -> QImage:
    image = QImage(200, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    return image


def test_words_take_what_they_need_and_no_more_than_there_is(dressed: QApplication) -> None:
    image = canvas()
    painter = QPainter(image)
    whole = draw_words(painter, QRectF(0, 0, 200, 40), "Wendle", "strong")
    cut = draw_words(painter, QRectF(0, 0, 30, 40), "Wendle Valley Town Centre Board", "strong")
    painter.end()
    assert whole == words_width("Wendle", "strong")
    assert 0 < cut <= 30


def test_the_bar_shows_only_with_the_keyboard(dressed: QApplication) -> None:
    for focus, colour in ((True, "accent"), (False, "selection")):
        image = canvas()
        painter = QPainter(image)
        draw_in_hand(painter, QRect(0, 0, 200, 40), focus)
        draw_hairline(painter, 100, 200, 39)
        painter.end()
        assert image.pixelColor(BAR - 1, 20) == token(colour)
        assert image.pixelColor(50, 20) == token("selection")
        assert image.pixelColor(150, 39) == token("hairline")
