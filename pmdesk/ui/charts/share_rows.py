"""Bars of one length, each filled by its parts: returns by group, attendance, what was worthwhile."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from pmdesk.figures.share_rows import FULL, LIGHT, OPEN, STRIPED, ShareRow, ShareRows, beside
from pmdesk.ui.accessible import announce
from pmdesk.ui.drawing import draw_words, words_width
from pmdesk.ui.theme import px, tall, themes, token
from pmdesk.ui.words import _

ROW, BAR, GAP, SWATCH = 26, 14, 12, 10
LEAST, MOST, NAMES = 80, 360, 200  # of a bar; of a name
_FILLS: Mapping[str, tuple[str, Qt.BrushStyle]] = {
    FULL: ("series_blue", Qt.BrushStyle.SolidPattern),
    STRIPED: ("series_blue", Qt.BrushStyle.BDiagPattern),
    LIGHT: ("quiet", Qt.BrushStyle.Dense6Pattern),
    OPEN: ("panel", Qt.BrushStyle.SolidPattern),
}


class ShareRowsChart(QWidget):
    """Up and down go from bar to bar, and each is said; Home and End to the first and the last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures: ShareRows | None = None
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Bars"))
        themes().changed.connect(self._measure)

    def set_figures(self, figures: ShareRows) -> None:
        """Show these bars; the one in hand stays."""
        self._figures = figures
        self._at = min(self._at, max(len(figures.rows) - 1, 0))
        self.setAccessibleName(f"{figures.of}: {figures.finding}")
        self.setAccessibleDescription(figures.summary)
        self._measure()

    def sizeHint(self) -> QSize:
        return QSize(px(640), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(240), self.minimumHeight())

    def bar_boxes(self) -> list[QRectF]:
        """Where each whole bar lies."""
        left, wide, high = self._left(), self._wide(), tall(BAR)
        return [
            QRectF(left, row.top() + (row.height() - high) / 2, wide, high)
            for row in map(self.row_box, range(len(self._rows())))
        ]

    def row_box(self, at: int) -> QRectF:
        return QRectF(0, self._head() + at * tall(ROW), self.width(), tall(ROW))

    def spoken(self, at: int) -> str:
        """What a screen reader says of a bar."""
        row = self._rows()[at]
        return f"{row.name}: {beside(row)}"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._rows()) - 1
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
        at = int((event.position().y() - self._head()) // tall(ROW))
        if 0 <= at < len(self._rows()):
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
        """The legend, the bars and their words, from (0, 0) on; on the screen or on a picture."""
        if self._head():
            self._legend(painter)
        for at, (row, box) in enumerate(zip(self._rows(), self.bar_boxes(), strict=True)):
            around = self.row_box(at)
            if at == self._at and self.hasFocus():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(token("selection"))
                painter.drawRoundedRect(around.adjusted(0, 1, 0, -1), 4, 4)
            name = QRectF(4, around.top(), box.left() - GAP - 4, around.height())
            draw_words(painter, name, row.name, "list")
            self._bar(painter, row, box)
            left = box.right() + GAP
            room = QRectF(left, around.top(), around.right() - left, around.height())
            used = draw_words(painter, room, row.said, "small_strong")
            if row.quiet:
                draw_words(painter, room.adjusted(used + GAP, 0, 0, 0), row.quiet, "small", "quiet")

    def _legend(self, painter: QPainter) -> None:
        x, side = float(self._left()), px(SWATCH)
        for share in self._rows()[0].shares:
            _fill(painter, share.fill, QRectF(x, (tall(ROW) - side) / 2, side, side))
            wide = words_width(share.word, "small") + 2
            draw_words(painter, QRectF(x + side + 6, 0, wide, tall(ROW)), share.word, "small", "quiet")
            x += side + 6 + wide + 2 * GAP

    def _bar(self, painter: QPainter, row: ShareRow, box: QRectF) -> None:
        x = box.left()
        for share in row.shares:
            wide = box.width() * share.n / max(row.total, 1)
            if wide:
                _fill(painter, share.fill, QRectF(x, box.top(), wide, box.height()))
            x += wide

    def _rows(self) -> tuple[ShareRow, ...]:
        return self._figures.rows if self._figures else ()

    def _head(self) -> int:
        """The height of the line that names the fills, where they must be named."""
        return tall(ROW) if self._figures and self._figures.legend and self._figures.rows else 0

    def _left(self) -> float:
        names = max((words_width(row.name, "list") for row in self._rows()), default=0)
        return 4 + min(names + 2, max(px(NAMES), self.width() / 3)) + GAP

    def _wide(self) -> float:
        """What the words leave, so that they are never cut before the bars are at their shortest."""
        said = [
            words_width(row.said, "small_strong")
            + (GAP + words_width(row.quiet, "small") if row.quiet else 0)
            for row in self._rows()
        ]
        room = self.width() - self._left() - GAP - max(said, default=0) - 4
        return min(max(room, px(LEAST)), px(MOST))

    def _take(self, at: int) -> None:
        self._at = at
        self.update()
        announce(self, self.spoken(at))

    def _measure(self) -> None:
        self.setFixedHeight(self._head() + max(len(self._rows()), 1) * tall(ROW))
        self.update()


def _fill(painter: QPainter, fill: str, box: QRectF) -> None:
    colour, pattern = _FILLS[fill]
    painter.setPen(QPen(token("line" if fill == OPEN else colour), 1))
    painter.setBrush(QBrush(token(colour), pattern))
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
