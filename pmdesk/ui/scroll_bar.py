"""A scroll bar that lies over the page at its right edge, so that no edge moves when a page grows."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar

WIDTH = 8


class OverlayBar(QScrollBar):
    """Stands in for the area's own vertical bar; seen under the mouse; wheel and keys always work."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(Qt.Orientation.Vertical, area)
        self._area, self._own = area, area.verticalScrollBar()
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._own.rangeChanged.connect(self._follow)
        self._own.valueChanged.connect(self.setValue)
        self.valueChanged.connect(self._own.setValue)
        area.installEventFilter(self)
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.Resize, QEvent.Type.Show):
            self.setGeometry(self._area.width() - WIDTH, 0, WIDTH, self._area.height())
            self._follow()
        elif kind in (QEvent.Type.Enter, QEvent.Type.Leave):
            self._follow()
        return False

    def _follow(self, *_: int) -> None:
        self.setRange(self._own.minimum(), self._own.maximum())
        self.setPageStep(self._own.pageStep())
        self.setSingleStep(self._own.singleStep())
        self.setValue(self._own.value())
        needed = self._own.maximum() > self._own.minimum()
        self.setVisible(needed and (self._area.underMouse() or self.isSliderDown()))
        if self.isVisible():
            self.raise_()
