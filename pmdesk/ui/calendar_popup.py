"""The calendar under a date: a month in our colours, its arrows as large as the letters."""

from datetime import date

from PySide6.QtCore import QDate, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from pmdesk.ui.icons import icon
from pmdesk.ui.theme import px, token
from pmdesk.ui.words import _

ARROW = 16


class CalendarPopup(QFrame):
    """`picked` gives the day chosen by a click or Enter; Esc closes it."""

    picked = Signal(QDate)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "popup")
        self.days = QCalendarWidget(self)
        self.days.setAccessibleName(_("Calendar"))
        self.days.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.days.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.days.activated.connect(self._pick)
        self.days.clicked.connect(self._pick)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.days)

    def open_at(self, day: date | None, corner: QPoint) -> None:
        """Show the month of `day`, or this one, with its top left at `corner` as far as the screen goes."""
        self._dress()
        self.days.setSelectedDate(QDate(day.year, day.month, day.day) if day else QDate.currentDate())
        self.ensurePolished()
        self.adjustSize()
        whole = self.screen().availableGeometry()
        left = min(corner.x(), whole.right() - self.width())
        top = min(corner.y(), whole.bottom() - self.height())
        self.move(max(whole.left(), left), max(whole.top(), top))
        self.show()
        self.days.setFocus()

    def _dress(self) -> None:
        """Qt's own arrows are black in any theme and do not grow; its weekends are red, as what is missed."""
        for name, drawn, said in (
            ("qt_calendar_prevmonth", "left", _("Previous month")),
            ("qt_calendar_nextmonth", "right", _("Next month")),
        ):
            arrow = self.days.findChild(QToolButton, name)
            if arrow is not None:
                arrow.setIcon(icon(drawn, "text", px(ARROW)))
                arrow.setIconSize(QSize(px(ARROW), px(ARROW)))
                arrow.setAccessibleName(said)
                arrow.setToolTip(said)
        weekend = QTextCharFormat()
        weekend.setForeground(token("quiet"))
        for each in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.days.setWeekdayTextFormat(each, weekend)

    def _pick(self, day: QDate) -> None:
        if self.isVisible():
            self.hide()
            self.picked.emit(day)
