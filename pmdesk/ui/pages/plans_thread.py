"""Draws the golden thread: what is served above, the objective in hand, and an outline of what serves it."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from pmdesk.figures.thread import Node, ThreadFigures, spoken_node
from pmdesk.ui.drawing import draw_words, words_width
from pmdesk.ui.icons import draw_shape, pixmap
from pmdesk.ui.pages.plans_flow import Flow, FlowList
from pmdesk.ui.pill import draw_pill
from pmdesk.ui.theme import px, tall, token
from pmdesk.ui.words import _, spoken

ROW, EDGE, STEP, AFTER = 32, 10, 20, 18
WAY, PILL, FIGURE, NARROW = 92, 128, 152, 600
ARROWS = {"better": "better", "worse": "worse", "no_change": "same"}


class ThreadView(FlowList):
    """The thread as rows on one line; each leads to its record."""

    def __init__(self) -> None:
        super().__init__(_("Golden thread"), NARROW)
        self.nodes: tuple[Node, ...] = ()

    def set_figures(self, figures: ThreadFigures) -> None:
        """Show this thread from the top."""
        self.nodes = figures.nodes
        words = spoken()
        rows = [Flow(node, spoken_node(node, words), node.lead) for node in self.nodes]
        self.set_rows(rows, self._draw, self._height)

    def _height(self, at: int, narrow: bool) -> int:
        return tall(48, 2) if narrow and _second_line(self.nodes[at]) else tall(ROW)

    def _draw(self, painter: QPainter, rect: QRect, at: int, narrow: bool) -> None:
        node = self.nodes[at]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._lines(painter, rect, at)
        left = rect.left() + EDGE + node.depth * px(STEP)
        _dot(painter, node, QPointF(left, rect.center().y() + 0.5))
        painter.restore()
        box = QRectF(rect).adjusted(left - rect.left() + px(AFTER), 0, 0, 0)
        _words_below(painter, box, node) if narrow and _second_line(node) else _words_beside(
            painter, box, node
        )

    def _lines(self, painter: QPainter, rect: QRect, at: int) -> None:
        """The line that runs through, and for what is set in the bend that leads to it."""
        painter.setPen(QPen(token("line"), 1.5))
        node, middle = self.nodes[at], rect.center().y() + 0.5
        places = [rect.left() + EDGE + level * px(STEP) for level in range(node.depth + 1)]
        bent = node.joins or (node.part == "down" and node.depth > 0)
        if bent:
            painter.drawLine(QPointF(places[-2], middle), QPointF(places[-1], middle))
        for level, x in enumerate(places):
            from_above, further = self._runs(at, level)
            top = float(rect.top()) if from_above else middle
            bottom = rect.bottom() + 1.0 if further else middle
            if top < bottom:
                painter.drawLine(QPointF(x, top), QPointF(x, bottom))

    def _runs(self, at: int, level: int) -> tuple[bool, bool]:
        """Whether the line of a level comes into a row from above, and whether it goes on below it."""
        node = self.nodes[at]
        own = level == node.depth
        if node.part == "up":
            return (node.above, not node.joins) if own else (True, True)
        if own:
            return node.above, self._goes_on(at, level)
        return level == node.depth - 1 or self._goes_on(at, level), self._goes_on(at, level)

    def _goes_on(self, at: int, level: int) -> bool:
        """Whether a row further down still hangs on the line of a level."""
        for node in self.nodes[at + 1 :]:
            if node.depth <= level:
                return False
            if node.depth == level + 1:
                return True
        return False


def _second_line(node: Node) -> bool:
    return bool(node.figure or node.way or (node.quiet and node.kind == "objective"))


def _words_beside(painter: QPainter, box: QRectF, node: Node) -> None:
    """Title and quiet words; at the right figure, rating and direction in columns."""
    right = box.right()
    if node.kind == "measure":
        right -= px(WAY)
        _way(painter, QRectF(right, box.top(), px(WAY), box.height()), node)
        right -= px(PILL)
        if node.pill:
            draw_pill(painter, right, box.center().y(), *node.pill, px(PILL) - 8)
        right -= px(FIGURE)
        draw_words(painter, QRectF(right, box.top(), px(FIGURE) - 12, box.height()), node.figure, "list")
    room = QRectF(box.left(), box.top(), right - box.left() - 12, box.height())
    used = draw_words(painter, room, node.title, _role(node), _colour(node))
    if node.quiet and used + 48 < room.width():
        draw_words(painter, room.adjusted(used + 8, 0, 0, 0), node.quiet, "small", "quiet")


def _words_below(painter: QPainter, box: QRectF, node: Node) -> None:
    """In a narrow pane: the title above, what is said of it below."""
    half = box.height() / 2
    room = box.adjusted(0, 4, -4, -half)
    if node.pill:
        wide = min(words_width(node.pill[1], "small_strong") + px(34), room.width() / 2)
        draw_pill(painter, box.right() - wide, box.center().y(), *node.pill, round(wide))
        room.setRight(room.right() - wide - 8)
    draw_words(painter, room, node.title, _role(node), _colour(node))
    said = ", ".join(part for part in (node.quiet, node.figure, node.way) if part)
    draw_words(painter, room.translated(0, half - 4), said, "small", "quiet")


def _way(painter: QPainter, box: QRectF, node: Node) -> None:
    """The arrow means better or worse, and the word says which."""
    if node.direction not in ARROWS:
        return
    side = px(14)
    ratio = painter.device().devicePixelRatioF()
    top = round(box.center().y() - side / 2)
    painter.drawPixmap(round(box.left()), top, pixmap(ARROWS[node.direction], "text", side, ratio))
    draw_words(painter, box.adjusted(side + 6, 0, 0, 0), node.way, "list")


def _role(node: Node) -> str:
    return "body_strong" if node.part == "here" else "strong" if node.top else "list"


def _colour(node: Node) -> str:
    return "accent" if node.lead else "quiet" if node.kind == "more" else "text"


def _dot(painter: QPainter, node: Node, at: QPointF) -> None:
    """A ring for an objective, filled for a priority or theme, larger for the one in hand."""
    if node.kind == "measure" and node.pill:
        side = px(12)
        painter.fillRect(
            QRectF(at.x() - side / 2 - 2, at.y() - side / 2 - 2, side + 4, side + 4), token("background")
        )
        draw_shape(painter, node.pill[0], QRectF(at.x() - side / 2, at.y() - side / 2, side, side))
    elif node.kind == "partnership":
        side = px(16)
        painter.fillRect(
            QRectF(at.x() - side / 2 - 1, at.y() - side / 2 - 1, side + 2, side + 2), token("background")
        )
        where = QPointF(at.x() - side / 2, at.y() - side / 2).toPoint()
        painter.drawPixmap(where, pixmap("partnerships", "quiet", side, painter.device().devicePixelRatioF()))
    elif node.kind == "objective" or node.part == "here":
        radius = 6.5 if node.part == "here" else 5.0
        filled = node.top or node.part == "here"
        painter.setPen(QPen(token("accent"), 2))
        painter.setBrush(
            QBrush(token("accent") if filled else token("background"), Qt.BrushStyle.SolidPattern)
        )
        painter.drawEllipse(at, radius, radius)
