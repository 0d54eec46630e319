"""A rating is a shape, a word and a colour."""

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from pmdesk.ui.icons import SHAPES
from pmdesk.ui.pill import Pill, draw_pill, pill_width
from pmdesk.ui.theme import token
from tests.ui.conftest import Place


@pytest.mark.parametrize("state", SHAPES)
def test_a_pill_says_its_word(on: Place, state: str) -> None:
    made = Pill(state, "Overdue")
    on(made)
    assert made.accessibleName() == "Overdue"
    assert made.sizeHint().width() == pill_width(state, "Overdue")
    middle = made.grab().toImage().pixelColor(5, 3)
    assert middle == token(f"{SHAPES[state]}_tint")


def test_an_empty_word_hides_the_pill(on: Place) -> None:
    made = Pill("met", "Met")
    on(made)
    made.set("plain", "")
    assert made.isHidden()
    made.set("close", "Close")
    assert not made.isHidden()


def test_a_long_word_is_kept_within_its_room(dressed: QApplication) -> None:
    image = QImage(300, 30, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    assert draw_pill(painter, 0, 15, "met", "A very long word for a rating", 80) == 80
    assert draw_pill(painter, 100, 15, "met", "Met") == pill_width("met", "Met")
    painter.end()
