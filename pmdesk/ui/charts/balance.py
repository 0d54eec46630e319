"""The balance bar: how many measures count inputs, activity, outputs and outcomes; each kind its pattern."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from pmdesk.figures.balance import BalanceFigures, Part
from pmdesk.ui.accessible import announce
from pmdesk.ui.drawing import draw_words, words_width
from pmdesk.ui.theme import px, tall, themes, token
from pmdesk.ui.words import _

BAR, LINE, SWATCH, GAP = 20, 20, 10, 20
# How each kind is filled: never told by colour alone. The further along the chain, the denser.
_FILLS: Mapping[str, tuple[str, Qt.BrushStyle]] = {
    "input": ("quiet", Qt.BrushStyle.Dense7Pattern),
    "activity": ("quiet", Qt.BrushStyle.BDiagPattern),
    "output": ("series_blue", Qt.BrushStyle.DiagCrossPattern),
    "outcome": ("series_blue", Qt.BrushStyle.SolidPattern),
    "": ("line", Qt.BrushStyle.NoBrush),
}


class BalanceBar(QWidget):
    """Left and right go from kind to kind; Enter or a click gives it (`chosen`), '' for what says none."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures: BalanceFigures | None = None
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Balance of measures"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        themes().changed.connect(self._measure)
        self._measure()

    def set_figures(self, figures: BalanceFigures) -> None:
        """Show these counts; the kind in hand stays."""
        self._figures = figures
        self._at = min(self._at, len(figures.parts) - 1)
        self.setAccessibleName(_("Balance of measures: {finding}", finding=figures.finding))
        self.setAccessibleDescription(figures.summary)
        self._measure()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(320), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), self.minimumHeight())

    def label_boxes(self) -> list[QRectF]:
        """Where the words of each kind stand: under its part, moved apart; in lines where they do not fit."""
        parts = self._figures.parts if self._figures else ()
        widths = [px(SWATCH) + 6 + words_width(_said(part), "small_strong") + 2 for part in parts]
        top, high = tall(BAR) + 4, tall(LINE)
        if sum(widths) + GAP * (len(widths) - 1) <= self.width():
            lefts = _in_order([bar.left() for bar in self.part_boxes()], widths, self.width())
            return [QRectF(left, top, wide, high) for left, wide in zip(lefts, widths, strict=True)]
        boxes, x, y = list[QRectF](), 0.0, float(top)
        for wide in widths:
            if x and x + wide > self.width():
                x, y = 0.0, y + high
            boxes.append(QRectF(x, y, wide, high))
            x += wide + GAP
        return boxes

    def part_boxes(self) -> list[QRectF]:
        """Where each kind lies on the bar; a kind without a measure has no width."""
        if self._figures is None:
            return []
        total, x, boxes = max(self._figures.total, 1), 0.0, list[QRectF]()
        for part in self._figures.parts:
            wide = self.width() * part.n / total
            boxes.append(QRectF(x, 0, wide, tall(BAR)))
            x += wide
        return boxes

    def keyPressEvent(self, event: QKeyEvent) -> None:
        parts = self._figures.parts if self._figures else ()
        moves = {
            Qt.Key.Key_Right: self._at + 1,
            Qt.Key.Key_Left: self._at - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(parts) - 1,
        }
        key = Qt.Key(event.key())
        if key in moves and parts:
            self._take(min(max(moves[key], 0), len(parts) - 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and parts:
            self.chosen.emit(parts[self._at].kind)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._figures is None:
            return
        at, reach = event.position(), QRectF(-2, -2, 4, 4)
        for place, boxes in enumerate(zip(self.part_boxes(), self.label_boxes(), strict=True)):
            if any(box.intersects(reach.translated(at)) and box.width() for box in boxes):
                self._take(place)
                self.chosen.emit(self._figures.parts[place].kind)
                return

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._figures is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for part, box in zip(self._figures.parts, self.part_boxes(), strict=True):
            if box.width():
                _fill(painter, part.kind, box.adjusted(0.5, 0.5, -1.5, -0.5))
        for at, (part, box) in enumerate(zip(self._figures.parts, self.label_boxes(), strict=True)):
            self._label(painter, part, box, at == self._at and self.hasFocus())

    def _label(self, painter: QPainter, part: Part, box: QRectF, in_hand: bool) -> None:
        if in_hand:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(token("selection"))
            painter.drawRoundedRect(box.adjusted(-3, 0, 3, 0), 4, 4)
        side = px(SWATCH)
        _fill(painter, part.kind, QRectF(box.left(), box.center().y() - side / 2, side, side))
        words = box.adjusted(side + 6, 0, 0, 0)
        draw_words(painter, words, _said(part), "small_strong" if part.n else "small",
                   "text" if part.n else "quiet")  # fmt: skip

    def _take(self, at: int) -> None:
        self._at = at
        self.update()
        if self._figures:
            part = self._figures.parts[at]
            announce(self, _("{kind}, {n} of {of}", kind=part.word, n=part.n, of=self._figures.total))

    def _measure(self) -> None:
        boxes = self.label_boxes()
        high = round(max((box.bottom() for box in boxes), default=tall(BAR) + 4 + tall(LINE)))
        if self.minimumHeight() != high or self.maximumHeight() != high:
            self.setFixedHeight(high)
        self.update()


def _in_order(wished: Sequence[float], widths: Sequence[float], room: float) -> list[float]:
    """Where labels begin, each under its part or after the one before: the chain is always read in order."""
    lefts, least = list[float](), 0.0
    for wish, wide in zip(wished, widths, strict=True):
        lefts.append(max(wish, least))
        least = lefts[-1] + wide + GAP
    for at in reversed(range(len(lefts))):
        lefts[at] = min(lefts[at], room - widths[at])
        room = lefts[at] - GAP
    return lefts


def _said(part: Part) -> str:
    return f"{part.word} {part.n}"


def _fill(painter: QPainter, kind: str, box: QRectF) -> None:
    """One kind's ground, pattern and edge."""
    colour, style = _FILLS[kind]
    painter.setPen(QPen(token(colour), 1))
    painter.setBrush(token("panel"))
    painter.drawRect(box)
    painter.setBrush(QBrush(QColor(token(colour)), style))
    painter.drawRect(box)
    painter.setBrush(Qt.BrushStyle.NoBrush)
