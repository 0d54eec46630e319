"""The map of partnerships: boxes, and right of each those that report to it; a broken line is dashed."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from pmdesk.figures.partnership_map import Box, PartnershipMap
from pmdesk.ui.accessible import announce
from pmdesk.ui.drawing import draw_words
from pmdesk.ui.icons import draw_shape
from pmdesk.ui.theme import px, tall, themes, token
from pmdesk.ui.words import _

WIDE, HIGH, ACROSS, DOWN, STUB, MARGIN, SHAPE = 240, 68, 120, 12, 16, 4, 10
LEAST, MOST, STEP = 0.5, 2.0, 0.25


class PartnershipMapChart(QWidget):
    """Arrows read from box to box: left to whom it reports to, right to what reports to it; Enter opens it.

    `chosen` and `opened` give a partnership's id; `zoom` is 0.5 to 2.
    """

    chosen = Signal(str)
    opened = Signal(str)
    zoomed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.figures: PartnershipMap | None = None
        self.in_hand, self.zoom = "", 1.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setAccessibleName(_("Map of partnerships"))
        themes().changed.connect(self._measure)

    def set_figures(self, figures: PartnershipMap, in_hand: str = "") -> None:
        """Show these partnerships; the one in hand stays in hand where it is still there."""
        self.figures = figures
        self.in_hand = in_hand if figures.box(in_hand) else ""
        self.setAccessibleDescription(figures.summary)
        self.setAccessibleName(_("Map of partnerships: {finding}", finding=figures.finding))
        self._measure()

    def set_zoom(self, zoom: float) -> None:
        """Between LEAST and MOST times its plain size."""
        self.zoom = min(max(zoom, LEAST), MOST)
        self._measure()
        self.zoomed.emit()

    def rect_of(self, id: str) -> QRectF:
        """Where a box stands in this widget."""
        box = self.figures.box(id) if self.figures else None
        place = box_rect(box) if box else QRectF()
        return QRectF(place.topLeft() * self.zoom, place.size() * self.zoom)

    def choose(self, id: str) -> None:
        """Take a partnership in hand, and say it."""
        box = self.figures.box(id) if self.figures else None
        if box is None:
            return
        self.in_hand = id
        self.setAccessibleName(_("Map of partnerships: {box}", box=box.branch.spoken))
        announce(self, box.branch.spoken)
        self.update()
        self.chosen.emit(id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.in_hand:
            self.opened.emit(self.in_hand)
        elif event.text() in ("+", "-"):
            self.set_zoom(self.zoom + (STEP if event.text() == "+" else -STEP))
        elif (to := self._towards(key)) is not None:
            self.choose(to)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if found := self._at(event.position()):
            self.choose(found.branch.id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if found := self._at(event.position()):
            self.opened.emit(found.branch.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        self.setToolTip(found.branch.spoken if found else "")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl it is made larger and smaller; without, the page scrolls."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom + (STEP if event.angleDelta().y() > 0 else -STEP))
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.in_hand and self.figures and self.figures.boxes:
            self.choose(self.figures.boxes[0].branch.id)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.figures is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.zoom, self.zoom)
        shown = QRectF(event.rect())
        shown = QRectF(shown.topLeft() / self.zoom, shown.size() / self.zoom)
        draw_map(painter, self.figures, shown)
        box = self.figures.box(self.in_hand)
        if box:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(token("accent"), 3 if self.hasFocus() else 1.5))
            painter.drawRoundedRect(box_rect(box), 6, 6)

    def _at(self, place: QPointF) -> Box | None:
        there = place / self.zoom
        boxes = self.figures.boxes if self.figures else ()
        return next((box for box in boxes if box_rect(box).contains(there)), None)

    def _towards(self, key: Qt.Key) -> str | None:
        """The box an arrow leads to; None for a key that is none of ours or leads nowhere."""
        boxes = self.figures.boxes if self.figures else ()
        here = self.figures.box(self.in_hand) if self.figures else None
        if not boxes or here is None:
            return None
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return boxes[0 if key == Qt.Key.Key_Home else -1].branch.id
        if key == Qt.Key.Key_Left and here.branch.parent:
            return here.branch.parent
        sides = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        ways = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if key in sides:
            found = _beside(boxes, here, sides[key])
        elif key in ways:
            found = _above_or_below(boxes, here, ways[key])
        else:
            return None
        return found.branch.id if found else here.branch.id

    def _measure(self) -> None:
        if self.figures:
            size = map_size(self.figures)
            self.setFixedSize(QSize(round(size.width() * self.zoom), round(size.height() * self.zoom)))
        self.update()


def map_size(figures: PartnershipMap) -> QSize:
    """Pixels the whole map takes at its plain size."""
    across = figures.columns * px(WIDE) + max(figures.columns - 1, 0) * px(ACROSS)
    return QSize(across + 2 * MARGIN, round(figures.rows * _step()) + 2 * MARGIN)


def box_rect(box: Box) -> QRectF:
    """Where a box stands on the map at its plain size."""
    left = MARGIN + box.column * (px(WIDE) + px(ACROSS))
    return QRectF(left, MARGIN + box.row * _step(), px(WIDE), tall(HIGH, 3))


def draw_map(painter: QPainter, figures: PartnershipMap, shown: QRectF | None = None) -> None:
    """Draw the lines, then the boxes; only what touches `shown` where it is given."""
    places = {box.branch.id: box_rect(box) for box in figures.boxes}
    for box in figures.boxes:
        above = places.get(box.branch.parent)
        if above is not None and _touches(shown, above.united(places[box.branch.id])):
            _draw_line(painter, box, above, places[box.branch.id])
    for box in figures.boxes:
        if _touches(shown, places[box.branch.id]):
            _draw_box(painter, box, places[box.branch.id])
    if figures.lone_from:
        heading = QRectF(MARGIN, MARGIN + (figures.lone_from - 0.5) * _step(), px(2 * WIDE), _step() / 2 - 8)
        draw_words(painter, heading, _("Without sub-groups, reporting to nobody"), "small_strong", "quiet")


def _draw_box(painter: QPainter, box: Box, place: QRectF) -> None:
    painter.setPen(QPen(token("line"), 1))
    painter.setBrush(token("panel"))
    painter.drawRoundedRect(place, 6, 6)
    inner, branch = place.adjusted(12, 6, -12, -6), box.branch
    third = inner.height() / 3
    lines = ((branch.title, "strong", "text"), (branch.interval, "small", "quiet"),
             (branch.beyond or branch.last, "small", "missed" if branch.beyond else "quiet"))  # fmt: skip
    for at, (text, role, colour) in enumerate(lines):
        line = QRectF(inner.left(), inner.top() + at * third, inner.width(), third)
        draw_words(painter, line, text, role, colour)


def _draw_line(painter: QPainter, box: Box, above: QRectF, place: QRectF) -> None:
    """From whom it reports to, down their common stem, and across to it in the way of its state."""
    begin = QPointF(above.right(), above.center().y())
    stem, end = begin.x() + px(STUB), QPointF(place.left(), place.center().y())
    painter.setPen(QPen(token("line"), 1.5))
    painter.drawPolyline(QPolygonF([begin, QPointF(stem, begin.y()), QPointF(stem, end.y())]))
    if box.branch.line == "broken":
        painter.setPen(QPen(token("missed"), 2, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(stem, end.y()), end)
    if box.branch.pill:
        shape, word = box.branch.pill
        side, high = px(SHAPE), tall(18)
        left, top = stem + 8, end.y() - high - 2
        draw_shape(painter, shape, QRectF(left, top + (high - side) / 2, side, side))
        words = QRectF(left + side + 4, top, end.x() - left - side - 8, high)
        draw_words(painter, words, word, "small", "missed" if box.branch.line == "broken" else "quiet")


def _step() -> float:
    """From one row to the next."""
    return tall(HIGH, 3) + DOWN


def _touches(shown: QRectF | None, place: QRectF) -> bool:
    return shown is None or shown.intersects(place)


def _beside(boxes: tuple[Box, ...], here: Box, way: int) -> Box | None:
    """To the right the first that reports to it, else the nearest box of the next column that way."""
    under = [box for box in boxes if box.branch.parent == here.branch.id]
    if way > 0 and under:
        return under[0]
    next_to = [box for box in boxes if box.column == here.column + way]
    return min(next_to, key=lambda box: abs(box.row - here.row), default=None)


def _above_or_below(boxes: tuple[Box, ...], here: Box, way: int) -> Box | None:
    beyond = [box for box in boxes if box.column == here.column and (box.row - here.row) * way > 0]
    return min(beyond, key=lambda box: abs(box.row - here.row), default=None)
