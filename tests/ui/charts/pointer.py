"""The mouse over a chart: told to it, since the one pointer of all windows may be over another test's."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget


def move_over(widget: QWidget, at: QPoint) -> None:
    none, where = Qt.MouseButton.NoButton, QPointF(at)
    modifiers = Qt.KeyboardModifier.NoModifier
    moved = QMouseEvent(QEvent.Type.MouseMove, where, widget.mapToGlobal(where), none, none, modifiers)
    QApplication.sendEvent(widget, moved)
