"""Icons: only those used are shipped, each in the colour asked for, with the licence."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from pmdesk.domain.words import resources
from pmdesk.ui.icons import NAMES, SHAPES, draw_shape, icon
from pmdesk.ui.theme import apply_theme, token


def test_the_icons_shipped_are_the_icons_used() -> None:
    shipped = {path.stem for path in (resources() / "icons").glob("*.svg")}
    # Besides them only the mark of the program itself.
    assert shipped - {"pmdesk"} == set(NAMES.values())
    assert (resources() / "icons" / "LICENSE").read_text(encoding="utf-8").startswith("ISC License")


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_drawn_in_its_colour(dressed: QApplication, name: str) -> None:
    image = icon(name, "accent").pixmap(20, 20).toImage()
    assert _strongest(image).name() == token("accent").name()


def test_an_icon_changes_with_the_theme(dressed: QApplication) -> None:
    light = _strongest(icon("desk", "text").pixmap(20, 20).toImage()).name()
    apply_theme(dressed, "dark")
    assert _strongest(icon("desk", "text").pixmap(20, 20).toImage()).name() != light


def test_every_state_has_a_shape_of_its_own(dressed: QApplication) -> None:
    drawn = [_shape(state) for state in SHAPES if state != "plain"]
    assert all(one != other for at, one in enumerate(drawn) for other in drawn[:at])


def _shape(state: str) -> QImage:
    image = QImage(24, 24, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw_shape(painter, state, QRectF(0, 0, 24, 24), QColor("black"))
    painter.end()
    return image


def _strongest(image: QImage) -> QColor:
    colours = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return QColor(max(colours, key=QColor.alpha).rgb())
