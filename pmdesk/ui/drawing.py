"""How every delegate draws rows: hairlines, tint and bar of the row in hand, words cut with an ellipsis."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from pmdesk.ui.theme import font, token

BAR = 3


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
    painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
    return metrics.horizontalAdvance(shown)


def words_width(text: str, role: str) -> float:
    return QFontMetricsF(QFont(font(role))).horizontalAdvance(text)


def draw_hairline(painter: QPainter, left: int, right: int, y: int) -> None:
    painter.fillRect(QRect(left, y, right - left, 1), token("hairline"))


def draw_in_hand(painter: QPainter, rect: QRect, focus: bool) -> None:
    """The tint of the row in hand, and the bar at its left while its list has the keyboard."""
    painter.fillRect(rect, token("selection"))
    if focus:
        painter.fillRect(QRect(rect.left(), rect.top(), BAR, rect.height()), token("accent"))
