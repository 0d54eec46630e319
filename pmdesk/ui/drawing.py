"""How every delegate draws rows: hairlines, tint and bar of the row in hand, words cut with an ellipsis."""

from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QStaticText

from pmdesk.ui.theme import font, token

BAR = 3
MOST_KEPT = 5000


def draw_words(
    painter: QPainter, box: QRectF, text: str, role: str, colour: str = "text",
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> float:  # fmt: skip
    """Draw `text` on one line in the middle of `box`, cut if need be; give the width it took."""
    made = font(role)
    metrics = QFontMetricsF(made)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.setFont(made)
    painter.setPen(token(colour))
    painter.drawText(box, _on_one_line(align), shown)
    return metrics.horizontalAdvance(shown)


@lru_cache
def _on_one_line(align: Qt.AlignmentFlag) -> int:
    """Qt's flags for one line in the middle; to put two together takes as long as to measure a word."""
    return align.value | Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextSingleLine.value


class KeptWords:
    """Draws words that come again with every frame: each is measured and cut once for its room."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str, int], tuple[QStaticText, QFont, float, float]] = {}

    def draw(
        self, painter: QPainter, box: QRectF, text: str, role: str, colour: str = "text",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> float:  # fmt: skip
        """The same as `draw_words`."""
        if not text:
            return 0.0
        key = (text, role, round(box.width()))
        known = self._kept.get(key)
        if known is None:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            known = self._kept[key] = _kept(text, role, box.width())
        made, shape, wide, high = known
        painter.setFont(shape)
        painter.setPen(token(colour))
        # Asked for by most words: to combine two of Qt's flags takes longer than to compare them.
        at_left = align == Qt.AlignmentFlag.AlignLeft or not align & Qt.AlignmentFlag.AlignRight
        left = box.left() if at_left else box.right() - wide
        painter.drawStaticText(QPointF(left, box.top() + (box.height() - high) / 2), made)
        return wide


def _kept(text: str, role: str, width: float) -> tuple[QStaticText, QFont, float, float]:
    """The words as they are drawn, their font, width and height."""
    shape = font(role)
    metrics = QFontMetricsF(shape)
    wide = metrics.horizontalAdvance(text)
    if wide > width:
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        wide = metrics.horizontalAdvance(text)
    made = QStaticText(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made, shape, wide, metrics.height()


def words_width(text: str, role: str) -> float:
    return QFontMetricsF(font(role)).horizontalAdvance(text)


def widest(texts: Iterable[str], role: str) -> float:
    """The width of the widest of some texts; 0 of none."""
    metrics = QFontMetricsF(font(role))
    return max(map(metrics.horizontalAdvance, dict.fromkeys(texts)), default=0.0)


def draw_hairline(painter: QPainter, left: int, right: int, y: int) -> None:
    painter.fillRect(QRect(left, y, right - left, 1), token("hairline"))


def draw_in_hand(painter: QPainter, rect: QRect, focus: bool) -> None:
    """The tint of the row in hand, and the bar at its left while its list has the keyboard."""
    painter.fillRect(rect, token("selection"))
    if focus:
        painter.fillRect(QRect(rect.left(), rect.top(), BAR, rect.height()), token("accent"))
