"""Small multiples: a tile for each measure of a plan, painted plainly, so that a hundred are quick."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from pmdesk.figures.multiples import MultiplesFigures, Tile
from pmdesk.figures.record_page import sentences
from pmdesk.ui.accessible import announce
from pmdesk.ui.charts.said_figures import spoken_tile
from pmdesk.ui.charts.trajectory_ink import draw_reading
from pmdesk.ui.drawing import draw_words, words_width
from pmdesk.ui.pill import draw_pill, pill_width
from pmdesk.ui.theme import px, tall, themes, token
from pmdesk.ui.words import _

WIDE, HIGH, GAP, PADDING, LINE = 232, 124, 16, 12, 20
_MARKED = 16  # readings: with more, only the last has its shape


class Multiples(QWidget):
    """Arrows go from tile to tile, Enter or a click opens the measure (`opened` gives its id)."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures: MultiplesFigures | None = None
        self._at, self._over = 0, -1
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(_("Measures as small charts"))
        themes().changed.connect(self._measure)

    def set_figures(self, figures: MultiplesFigures) -> None:
        """Show these tiles; the one in hand stays where its measure is still there."""
        before = self.tile_in_hand()
        self._figures = figures
        ids = [each.id for each in figures.tiles]
        self._at = ids.index(before.id) if before and before.id in ids else 0
        self.setAccessibleDescription(figures.finding)
        self._name()
        self._measure()

    def tile_in_hand(self) -> Tile | None:
        tiles = self._figures.tiles if self._figures else ()
        return tiles[self._at] if self._at < len(tiles) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = -(-self._count() // across(width))
        return max(rows * (tile_height() + GAP) - GAP, 0)

    def sizeHint(self) -> QSize:
        return QSize(3 * (px(WIDE) + GAP), self.heightForWidth(max(self.width(), px(WIDE))))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(WIDE), tile_height() if self._count() else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = across(self.width())
        moves = {
            Qt.Key.Key_Right: self._at + 1,
            Qt.Key.Key_Left: self._at - 1,
            Qt.Key.Key_Down: self._at + row,
            Qt.Key.Key_Up: self._at - row,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self._count() - 1,
        }
        key, tile = Qt.Key(event.key()), self.tile_in_hand()
        if key in moves and self._count():
            self._take(moves[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and tile:
            self.opened.emit(tile.id)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._tile_at(event.position())
        if self._figures and at >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._take(at)
            self.opened.emit(self._figures.tiles[at].id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._tile_at(event.position()))

    def leaveEvent(self, event: object) -> None:
        self._hover(-1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, tile in enumerate(self._figures.tiles if self._figures else ()):
            box = tile_box(at, self.width())
            # Of a hundred tiles only those on the screen are drawn.
            if box.intersects(QRectF(event.rect())):
                draw_tile(painter, tile, box, at == self._over)
                if at == self._at and self.hasFocus():
                    painter.setPen(QPen(token("accent"), 2))
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)

    def _count(self) -> int:
        return len(self._figures.tiles) if self._figures else 0

    def _tile_at(self, at: QPointF) -> int:
        return next((n for n in range(self._count()) if tile_box(n, self.width()).contains(at)), -1)

    def _hover(self, at: int) -> None:
        if at != self._over:
            self._over = at
            self.setCursor(Qt.CursorShape.PointingHandCursor if at >= 0 else Qt.CursorShape.ArrowCursor)
            self.update()

    def _take(self, at: int) -> None:
        if not 0 <= at < self._count():
            return
        self._at = at
        self._name()
        tile = self.tile_in_hand()
        if tile:
            announce(self, spoken_tile(tile))
            self._show(tile_box(at, self.width()))
        self.update()

    def _show(self, box: QRectF) -> None:
        """Scroll the page so that the tile in hand is seen."""
        from PySide6.QtWidgets import QScrollArea

        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        page = area.widget() if isinstance(area, QScrollArea) else None
        if isinstance(area, QScrollArea) and page is not None:
            at = self.mapTo(page, box.center().toPoint())
            area.ensureVisible(at.x(), at.y(), 0, round(box.height() / 2) + GAP)

    def _name(self) -> None:
        tile = self.tile_in_hand()
        said = _("Measures as small charts: {tile}", tile=spoken_tile(tile)) if tile else ""
        self.setAccessibleName(said or _("Measures as small charts"))

    def _measure(self) -> None:
        self.updateGeometry()
        self.update()


def across(width: float) -> int:
    """How many tiles stand side by side in a width of pixels."""
    return max(1, int((width + GAP) // (px(WIDE) + GAP)))


def tile_height() -> int:
    return tall(HIGH, 3)


def tile_box(at: int, width: float) -> QRectF:
    """Where tile number `at` stands in a grid of this width."""
    row = across(width)
    wide, high = (width - (row - 1) * GAP) / row, tile_height()
    return QRectF(at % row * (wide + GAP), at // row * (high + GAP), wide, high)


def draw_tile(painter: QPainter, tile: Tile, box: QRectF, hover: bool = False) -> None:
    """One measure: title, figure with its period, rating, line and what it says."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(token("hover" if hover else "panel"))
    painter.drawRoundedRect(box, 6, 6)
    inner, line = box.adjusted(PADDING, 8, -PADDING, -6), tall(LINE)
    draw_words(painter, QRectF(inner.left(), inner.top(), inner.width(), line), tile.title, "strong")
    row = QRectF(inner.left(), inner.top() + line + 2, inner.width(), line)
    pill = min(pill_width(tile.shape, tile.word), round(inner.width() / 2))
    draw_pill(painter, inner.right() - pill, row.center().y(), tile.shape, tile.word, pill)
    room = inner.width() - pill - 8
    used = draw_words(painter, QRectF(row.left(), row.top(), room, line), tile.value, "strong")
    left = row.left() + used + 6
    if words_width(tile.period, "small") <= row.left() + room - left:
        draw_words(
            painter, QRectF(left, row.top(), row.left() + room - left, line), tile.period, "small", "quiet"
        )
    foot = QRectF(inner.left(), inner.bottom() - line, inner.width(), line)
    said = sentences(tile.challenged, tile.finding) if tile.challenged else tile.finding
    draw_words(painter, foot, said, "small", "quiet")
    _draw_line(
        painter,
        tile,
        QRectF(inner.left() + 6, row.bottom() + 8, inner.width() - 12, foot.top() - row.bottom() - 14),
    )


def _draw_line(painter: QPainter, tile: Tile, box: QRectF) -> None:
    """The path dashed, the readings over it, a shape at each or at the last alone."""
    low, high = float(tile.low), float(tile.high)

    def place(x: float, value: object) -> QPointF:
        up = (float(value) - low) / (high - low)  # type: ignore[arg-type]
        return QPointF(box.left() + box.width() * x / max(tile.width, 1), box.bottom() - up * box.height())

    painter.setBrush(Qt.BrushStyle.NoBrush)
    for steps in tile.path:
        for part in ("value", "low", "high"):
            at = [place(each.x, getattr(each, part)) for each in steps if getattr(each, part) is not None]
            painter.setPen(QPen(token("quiet"), 1.2, Qt.PenStyle.DashLine))
            painter.drawPolyline(QPolygonF(at))
    for run in tile.runs:
        painter.setPen(QPen(token("series_blue"), 1.8))
        painter.drawPolyline(QPolygonF([place(each.x, each.value) for each in run]))
    points = [each for run in tile.runs for each in run]
    painter.setBrush(QBrush(Qt.BrushStyle.NoBrush))
    for each in points if len(points) <= _MARKED else points[-1:]:
        draw_reading(painter, place(each.x, each.value), each, 7.0 if each is not points[-1] else 9.0)
