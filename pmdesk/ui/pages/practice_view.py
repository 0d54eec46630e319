"""Draws a good practice's page: its record as every other, with the line of the measure that turned."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pmdesk.figures.practice_page import TURNED, PracticePage
from pmdesk.figures.record_page import Section
from pmdesk.ui.pages.record_view import RecordView
from pmdesk.ui.section import Section as SectionPart
from pmdesk.ui.sparkline import draw_spark
from pmdesk.ui.theme import px
from pmdesk.ui.words import _

WIDE, HIGH, LEAST = 320, 48, 120


class Spark(QWidget):
    """The last readings as a line; a screen reader is told the latest in words."""

    def __init__(self, page: PracticePage) -> None:
        super().__init__()
        self._points = page.spark
        self.setAccessibleName(_("Last readings: {said}", said=page.spark_said))
        self.setToolTip(page.spark_said)
        self.setMaximumWidth(px(WIDE))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(WIDE), px(HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST, px(HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_spark(QPainter(self), QRectF(self.rect()), self._points)


class PracticeView(RecordView):
    """`spark` is the line that is drawn, None where no measure turned."""

    def __init__(self) -> None:
        super().__init__()
        self.spark: Spark | None = None

    def _draw(self) -> None:
        self.spark = None
        super()._draw()

    def _section(self, section: Section) -> SectionPart:
        part = super()._section(section)
        page = self.page
        if section.title == _(TURNED) and isinstance(page, PracticePage) and page.spark:
            self.spark = Spark(page)
            part.add(self.spark)
        return part
