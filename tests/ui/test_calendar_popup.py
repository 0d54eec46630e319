"""The calendar of a date: in our colours in any theme, whole on the screen, a day picked once."""

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtWidgets import QApplication, QTableView, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from pmdesk.ui.calendar_popup import CalendarPopup
from pmdesk.ui.theme import apply_theme, token
from tests.ui.conftest import Place

MAY = date(2026, 5, 20)


def popup(on: Place) -> CalendarPopup:
    holder = QWidget()
    on(holder)
    return CalendarPopup(holder)


def test_its_arrows_are_seen_in_the_dark_and_grow(on: Place, qapp: QApplication, qtbot: QtBot) -> None:
    apply_theme(qapp, "dark", 2.0)
    try:
        made = popup(on)
        made.open_at(MAY, QPoint(20, 20))
        for name, month in (("qt_calendar_nextmonth", 6), ("qt_calendar_prevmonth", 5)):
            arrow = made.findChild(QToolButton, name)
            assert arrow.iconSize().width() == 32 and arrow.accessibleName()
            drawn = arrow.icon().pixmap(32, 32).toImage()
            inks = {drawn.pixelColor(x, y).name() for x in range(32) for y in range(32)
                    if drawn.pixelColor(x, y).alpha() == 255}  # fmt: skip
            assert inks == {token("text").name()}
            qtbot.mouseClick(arrow, Qt.MouseButton.LeftButton)
            assert made.days.monthShown() == month
        saturday = made.days.weekdayTextFormat(Qt.DayOfWeek.Saturday)
        assert saturday.foreground().color() == token("quiet")
    finally:
        apply_theme(qapp, "light", 1.0)


def test_it_stands_whole_on_the_screen_and_gives_the_day_once(on: Place, qtbot: QtBot) -> None:
    made, picked = popup(on), list[QDate]()
    made.picked.connect(picked.append)
    screen = made.screen().availableGeometry()
    made.open_at(MAY, screen.bottomRight())
    qtbot.keyClick(made.days.findChild(QTableView), Qt.Key.Key_Return)
    assert picked == [QDate(2026, 5, 20)] and not made.isVisible()
