"""Words are cut with an ellipsis, never in silence."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from pmdesk.ui.drawing import BAR, KeptWords, draw_hairline, draw_in_hand, draw_words, words_width
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


def test_kept_words_look_as_words_drawn_anew(dressed: QApplication) -> None:
    kept, right = KeptWords(), Qt.AlignmentFlag.AlignRight
    for text, box, align in (
        ("Wendle", QRectF(10, 0, 150, 40), Qt.AlignmentFlag.AlignLeft),
        ("Wendle Valley Town Centre Board", QRectF(10, 0, 90, 40), right),
    ):
        anew, once, again = canvas(), canvas(), canvas()
        painter = QPainter(anew)
        wide = draw_words(painter, box, text, "strong", "text", align)
        painter.end()
        for image in (once, again):
            painter = QPainter(image)
            assert kept.draw(painter, box, text, "strong", "text", align) == wide
            painter.end()
        assert once == again
        dark = [
            [image.pixelColor(x, y).lightness() < 200 for x in range(200) for y in range(40)]
            for image in (anew, once)
        ]
        differing = sum(one != other for one, other in zip(*dark, strict=True))
        assert differing <= 0.35 * sum(dark[0])
    painter = QPainter(once)
    assert kept.draw(painter, QRectF(0, 0, 10, 10), "", "list") == 0
    painter.end()
