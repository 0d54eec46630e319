"""What a screen reader is told: names checked, sentences announced; no widget speaks for itself elsewhere."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def announce(widget: QWidget, sentence: str) -> None:
    """Have a screen reader say `sentence` when it next pauses."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


def unnamed(widget: QWidget) -> list[str]:
    """The focusable widgets in `widget`, itself among them, that a screen reader would have no name for."""
    everything = [widget, *widget.findChildren(QWidget)]
    shown = [one for one in everything if one is widget or one.isVisibleTo(widget)]
    return [_where(one) for one in shown if _reachable(one) and not _name(one)]


def _reachable(widget: QWidget) -> bool:
    if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.focusProxy() is not None:
        return False
    parent = widget.parentWidget()
    inside = isinstance(parent, QAbstractScrollArea) and widget is parent.viewport()
    return not inside and not widget.objectName().startswith("qt_")


def _name(widget: QWidget) -> str:
    # Qt gives a combo box and a line its own value as a name: only a name that was set helps.
    if widget.accessibleName():
        return widget.accessibleName()
    if widget.inherits("QComboBox") or widget.inherits("QLineEdit") or widget.inherits("QPlainTextEdit"):
        return ""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def _where(widget: QWidget) -> str:
    """The way to a widget, outermost first, so that a failing test says which one."""
    way: list[str] = []
    one: QWidget | None = widget
    while one is not None and len(way) < 5:
        way.insert(0, f"{type(one).__name__}#{one.objectName()}" if one.objectName() else type(one).__name__)
        one = one.parentWidget()
    return " > ".join(way)
