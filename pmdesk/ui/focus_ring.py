"""The ring round whatever has the keyboard: 2 px accent, 2 px outside; painted above: nothing moves."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QPlainTextEdit, QWidget
from shiboken6 import isValid

from pmdesk.ui.theme import token

OUT, WIDTH = 4, 2


class _Ring(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(token("accent"), WIDTH))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)


class FocusRing(QObject):
    """Keeps one ring for the whole application; lists show their focus by the bar of the row instead."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring = _Ring()
        self._on: QWidget | None = None
        self._watched: list[QWidget] = []
        app.focusChanged.connect(self._moved)

    def shown_on(self) -> QWidget | None:
        """The widget the ring is round, or None."""
        return self._on if isValid(self._ring) and self._ring.isVisible() else None

    def _moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        for one in self._watched:
            if isValid(one):
                one.removeEventFilter(self)
        self._watched = []
        self._on = now if now and _wants_ring(now) else None
        self._rest()
        if self._on is not None:
            layer = _layer(self._on)
            self._ring.setParent(layer)
            self._watch(self._on, layer)
            self._place(layer)

    def _watch(self, widget: QWidget, layer: QWidget) -> None:
        one: QWidget | None = widget
        while one is not None and one is not layer:
            one.installEventFilter(self)
            self._watched.append(one)
            one = one.parentWidget()

    def _place(self, layer: QWidget) -> None:
        on = self._on
        if on is None or not isValid(on) or not on.isVisible():
            return
        corner = on.mapTo(layer, QPoint(0, 0))
        self._ring.setGeometry(QRect(corner, on.size()).adjusted(-OUT, -OUT, OUT, OUT))
        self._ring.raise_()
        self._ring.show()

    def _rest(self) -> None:
        """Take the ring off: a ring left on a page would die with it."""
        if isValid(self._ring):
            self._ring.hide()
            self._ring.setParent(None)
        else:
            self._ring = _Ring()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = QEvent.Type
        if event.type() in (kind.Move, kind.Resize, kind.Show) and isValid(self._ring):
            layer = self._ring.parentWidget()
            if layer is not None:
                self._place(layer)
        elif event.type() == kind.Hide and isValid(self._ring):
            self._ring.hide()
        return False


def _wants_ring(widget: QWidget) -> bool:
    if widget.isWindow() or isinstance(widget, QAbstractItemView):
        return False
    return not isinstance(widget, QAbstractScrollArea) or isinstance(widget, QPlainTextEdit)


def _layer(widget: QWidget) -> QWidget:
    """What the ring lies on: the page inside the nearest scroll area, to scroll along, or the window."""
    one = widget
    while (parent := one.parentWidget()) is not None and not one.isWindow():
        grand = parent.parentWidget()
        if isinstance(grand, QAbstractScrollArea) and grand.viewport() is parent:
            return one
        one = parent
    return one
