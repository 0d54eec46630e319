"""The attainment bars: one bar a year, filled as far as targets were met, its figures beside it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from pmdesk.figures.attainment_bars import AttainmentBars, Bar
from pmdesk.ui.accessible import announce
from pmdesk.ui.drawing import draw_words, words_width
from pmdesk.ui.theme import px, tall, themes, token
from pmdesk.ui.words import _

ROW, BAR, GAP = 28, 14, 12
LEAST, MOST = 80, 320  # of a bar


class AttainmentChart(QWidget):
    """Up and down go from year to year, and each is said; a bar's whole length is all that was rated."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures: AttainmentBars | None = None
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Attainment over the years"))
        themes().changed.connect(self._measure)

    def set_figures(self, figures: AttainmentBars) -> None:
        """Show these bars; the year in hand stays."""
        self._figures = figures
        self._at = min(self._at, max(len(figures.bars) - 1, 0))
        self.setAccessibleName(_("Attainment over the years: {finding}", finding=figures.finding))
        self.setAccessibleDescription(figures.summary)
        self.setToolTip(figures.summary)  # in a narrow window the quiet words are cut
        self._measure()

    def sizeHint(self) -> QSize:
        return QSize(px(560), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(240), self.minimumHeight())

    def bar_boxes(self) -> list[QRectF]:
        """Where each year's whole bar lies; its filled part begins at its left."""
        left, wide = self._left(), self._wide()
        high = tall(BAR)
        return [
            QRectF(left, at * tall(ROW) + (tall(ROW) - high) / 2, wide, high)
            for at in range(len(self._bars()))
        ]

    def spoken(self, at: int) -> str:
        """What a screen reader says of a year."""
        bar = self._bars()[at]
        return f"{bar.year}: {', '.join(part for part in (bar.said, bar.quiet) if part)}"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._bars()) - 1
        moves = {
            Qt.Key.Key_Down: self._at + 1,
            Qt.Key.Key_Up: self._at - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        key = Qt.Key(event.key())
        if key in moves and last >= 0:
            self._take(min(max(moves[key], 0), last))
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = int(event.position().y() // tall(ROW))
        if 0 <= at < len(self._bars()):
            self._take(at)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter)

    def draw(self, painter: QPainter) -> None:
        """The bars and their words, from (0, 0) on; on the screen or on a picture."""
        for at, (bar, box) in enumerate(zip(self._bars(), self.bar_boxes(), strict=True)):
            row = QRectF(0, at * tall(ROW), self.width(), tall(ROW))
            if at == self._at and self.hasFocus():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(token("selection"))
                painter.drawRoundedRect(row.adjusted(0, 1, 0, -1), 4, 4)
            self._bar(painter, bar, box, row)

    def _bar(self, painter: QPainter, bar: Bar, box: QRectF, row: QRectF) -> None:
        draw_words(painter, QRectF(4, row.top(), box.left() - GAP, row.height()), bar.year, "small_strong")
        if bar.share is not None:
            painter.setBrush(token("panel"))
            painter.setPen(QPen(token("line"), 1))
            painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(token("series_blue"))
            painter.drawRect(QRectF(box.left(), box.top(), box.width() * bar.share, box.height()))
        left = box.right() + GAP
        beside = QRectF(left, row.top(), row.right() - left, row.height())
        used = draw_words(
            painter, beside, bar.said, "small_strong", "text" if bar.share is not None else "quiet"
        )
        if bar.quiet:
            after = beside.adjusted(used + GAP, 0, 0, 0)
            draw_words(painter, after, bar.quiet, "small", "quiet")

    def _bars(self) -> tuple[Bar, ...]:
        return self._figures.bars if self._figures else ()

    def _left(self) -> float:
        return 4 + max((words_width(bar.year, "small_strong") for bar in self._bars()), default=0) + GAP

    def _wide(self) -> float:
        """What the words leave, so that they are never cut before the bars are at their shortest."""
        said = [
            words_width(bar.said, "small_strong") + GAP + words_width(bar.quiet, "small")
            for bar in self._bars()
        ]
        room = self.width() - self._left() - GAP - max(said, default=0) - 4
        return min(max(room, px(LEAST)), px(MOST))

    def _take(self, at: int) -> None:
        self._at = at
        self.update()
        announce(self, self.spoken(at))

    def _measure(self) -> None:
        self.setFixedHeight(max(len(self._bars()), 1) * tall(ROW))
        self.update()
