"""Sizes derived from one scale, colours from one scheme."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QLabel, QStyle, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pmdesk.ui.theme import apply_theme, font, mode, px, scale, stylesheet, tall, themes, token
from pmdesk.ui.tokens import CONTRAST


def test_a_mode_asked_for_holds(dressed: QApplication) -> None:
    seen: list[str] = []
    themes().changed.connect(lambda: seen.append(mode()))
    apply_theme(dressed, "dark")
    apply_theme(dressed, "contrast")
    assert seen == ["dark", "contrast"]
    assert token("background").name().upper() == CONTRAST["background"]


def test_the_shipped_font_is_used_in_three_weights(dressed: QApplication) -> None:
    for role, weight in (("list", 400), ("button", 500), ("strong", 600)):
        info = QFontInfo(font(role))
        assert (info.family(), info.weight()) == ("Noto Sans", weight)


def test_all_sizes_follow_the_scale(dressed: QApplication) -> None:
    before = font("body").pointSizeF(), px(208)
    apply_theme(dressed, "light", 2.0)
    assert font("body").pointSizeF() == pytest.approx(2 * before[0], abs=0.01)
    assert px(208) == 2 * before[1]
    apply_theme(dressed, "light", 9.0)
    assert scale() == 2.0


def test_the_style_sheet_reaches_a_label(dressed: QApplication) -> None:
    label = QLabel("Desk")
    label.setProperty("role", "title")
    label.ensurePolished()
    assert label.font().pointSizeF() == pytest.approx(18)
    assert "$" not in stylesheet()


def test_only_the_words_of_a_row_grow(dressed: QApplication) -> None:
    assert tall(32) == 32
    apply_theme(dressed, "light", 2.0)
    assert (tall(32), tall(50, 2)) == (50, 86)


def test_dressing_again_and_again_keeps_the_style_that_widgets_hold(qapp: QApplication) -> None:
    """A style made anew at each change of text size was deleted under those who held it."""
    apply_theme(qapp, "light", 1.0)
    held = qapp.style()
    for size in (1.1, 1.2, 1.0, 2.0, 1.0):
        apply_theme(qapp, "dark", size)
        assert qapp.style() is held
        held.pixelMetric(QStyle.PixelMetric.PM_ButtonMargin)
    apply_theme(qapp, "light", 1.0)


class _Dressings(QObject):
    """Counts how often a widget is dressed."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.StyleChange
        return False


def test_a_widget_deep_in_others_is_dressed_once_at_a_change(dressed: QApplication, qtbot: QtBot) -> None:
    """Qt dresses it once for each widget it lies in, which took ten seconds with all pages built."""
    outer = within = QWidget()
    qtbot.addWidget(outer)
    for _depth in range(9):
        QVBoxLayout(within).addWidget(part := QWidget())
        within = part
    QVBoxLayout(within).addWidget(title := QLabel("Desk"))
    title.setProperty("role", "title")
    outer.show()
    dressings = _Dressings(title)
    apply_theme(dressed, "dark", 2.0)
    assert dressings.count == 1
    assert title.font().pointSizeF() == pytest.approx(36)
    assert title.palette().windowText().color() == token("text")
