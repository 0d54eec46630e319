"""Umbrella partnerships with their sub-groups under them, as an outline: interval, last report, state."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter

from pmdesk.figures.plan_outline import OutlineRow
from pmdesk.ui.drawing import draw_words
from pmdesk.ui.icons import draw_shape
from pmdesk.ui.pages.plans_tree import RIGHT, OutlineView
from pmdesk.ui.pill import draw_pill, pill_width
from pmdesk.ui.theme import px, tall

HEIGHT, NAME, SHAPE = 50, 150, 12


class PartnershipsOutline(OutlineView):
    """An outline with two lines to a row, and at the right the state of its reporting line."""

    def row_size(self) -> QSize:
        return QSize(100, tall(HEIGHT, 2))

    def _words(self, painter: QPainter, box: QRectF, row: OutlineRow) -> None:
        middle = box.height() / 2
        draw_words(painter, QRectF(box.left(), box.top() + 6, box.width(), middle - 5), row.title, "strong")
        lower = QRectF(box.left(), box.top() + middle + 1, box.width(), middle - 7)
        draw_words(painter, lower, row.quiet, "small", "quiet")

    def _counts(self, painter: QPainter, row: OutlineRow, rect: QRect) -> float:
        """The pill, or its shape alone where the name would have no room; its word is the tooltip's too."""
        right = float(rect.right() + 1 - RIGHT)
        if row.pill is None:
            return right
        wide = pill_width(*row.pill)
        if right - wide - row.depth * 20 < px(NAME):
            left = right - px(SHAPE)
            draw_shape(painter, row.pill[0], QRectF(left, rect.top(), px(SHAPE), rect.height()))
            return left
        draw_pill(painter, right - wide, rect.center().y(), *row.pill)
        return right - wide
