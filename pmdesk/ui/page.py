"""The frame every page stands in: margins, head, scrolling, list beside record; pages set none themselves."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QSplitterHandle,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from pmdesk.ui.drawing import words_width
from pmdesk.ui.labels import label
from pmdesk.ui.pill import Pill
from pmdesk.ui.scroll_bar import OverlayBar
from pmdesk.ui.theme import px, tall, themes, token

MARGIN, TOP, TITLE, LIST_WIDTH = 24, 16, 32, 424
QWIDGETSIZE_MAX = 16777215
# At a large text size the list takes no more of the window than this.
WIDEST_LIST = 0.42


class PageHead(QWidget):
    """Title, quiet words or pill after it, what can be done at the right; a quiet line may follow below.

    Where the row is too narrow, quiet words and buttons go below and the title wraps.
    """

    def __init__(self, title: str = "", quiet: str = "") -> None:
        super().__init__()
        self._title, self._quiet = label(title, "title", wrap=False), label(quiet, "quiet", wrap=False)
        self._pill, self._line = Pill(), label("", "quiet")
        self._words, self._below, self._narrow = "", "", False
        self._actions = QWidget()
        self._action_row = QHBoxLayout(self._actions)
        self._action_row.setContentsMargins(0, 0, 0, 0)
        self._action_row.setSpacing(12)
        self._row = row = QHBoxLayout()
        row.setSpacing(12)
        for part in (self._title, self._pill, self._quiet):
            row.addWidget(part)
        row.addStretch(1)
        self._title.setMinimumWidth(1)
        self._quiet.setMinimumWidth(1)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(4)
        self._grid.setHorizontalSpacing(12)
        self._grid.setColumnStretch(0, 1)
        self._grid.addLayout(row, 0, 0)
        self._grid.addWidget(self._line, 1, 0, 1, 2)
        self._place_actions()
        themes().changed.connect(self._fit)
        self.set(title, quiet)

    def set(self, title: str, quiet: str = "", pill: tuple[str, str] | None = None, line: str = "") -> None:
        """`quiet` follows the title, `pill` is (state, word), `line` stands below."""
        self._title.setText(title)
        self._pill.set(*(pill or ("plain", "")))
        self._pill.setVisible(pill is not None)
        self._words, self._below = quiet, line
        self._fit()

    def set_quiet(self, quiet: str) -> None:
        self._words = quiet
        self._fit()

    def title(self) -> str:
        return self._title.text()

    def quiet_words(self) -> str:
        return self._words

    def add_action(self, button: QWidget) -> None:
        """Put a button at the right; the primary one last."""
        self._action_row.addWidget(button)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """An action that asks for other room, such as a list of other names, may send all below."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return handled

    def _fit(self) -> None:
        width, actions = self.width(), self._actions.sizeHint().width() + 12
        pill = 0 if self._pill.isHidden() else self._pill.sizeHint().width() + 12
        title = words_width(self._title.text(), "title") + 13 + pill
        quiet = words_width(self._words, "body") + 13 if self._words else 0
        narrow = self._action_row.count() > 0 and actions + title > width
        if narrow != self._narrow:
            self._narrow = narrow
            self._place_actions()
        self._wrap(title > width)
        beside = title + quiet + (0 if narrow else actions) <= width
        self._quiet.setText(self._words)
        self._quiet.setVisible(bool(self._words) and beside)
        below = (self._words if not beside else "", self._below)
        self._line.setText("\n".join(part for part in below if part))
        self._line.setVisible(bool(self._line.text()))

    def _wrap(self, wrap: bool) -> None:
        # Told again what it knows, Qt lays the row out anew, which asks here again: the window never rests.
        if (wrap, 1 - wrap) != (self._row.stretch(0), self._row.stretch(3)):
            self._title.setWordWrap(wrap)
            # Qt would give words that wrap the width it likes best and leave the rest of the row empty.
            self._row.setStretch(0, int(wrap))
            self._row.setStretch(3, int(not wrap))
        # The drawing's line is a pixel less than the font would take; a wrapped title takes what it needs.
        self._title.setMaximumHeight(QWIDGETSIZE_MAX if wrap else tall(TITLE, 2))

    def _place_actions(self) -> None:
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        if self._narrow:
            self._grid.addWidget(self._actions, 2, 0, 1, 2, left)
        else:
            self._grid.addWidget(self._actions, 0, 1, right)


def page_column(
    left: int = MARGIN, right: int = MARGIN, spacing: int = 12, top: int = TOP
) -> tuple[QScrollArea, QVBoxLayout]:
    """A page that scrolls and the column its parts go into, top to bottom."""
    inner = Inner()
    outer = QVBoxLayout(inner)
    outer.setContentsMargins(left, top, right, MARGIN)
    outer.setSpacing(0)
    layout = QVBoxLayout()
    layout.setSpacing(spacing)
    outer.addLayout(layout)
    outer.addStretch(1)
    return scrolled(inner), layout


class Inner(QWidget):
    """What a page scrolls: as high as its words are at the width they have."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")

    def minimumSizeHint(self) -> QSize:
        # Qt adds up what words would take at their narrowest, and would let the page scroll into nothing.
        hint = super().minimumSizeHint()
        return QSize(hint.width(), 0) if self.hasHeightForWidth() else hint


def scrolled(inner: QWidget) -> QScrollArea:
    """`inner` in a frameless area that scrolls when the text grows or the window shrinks."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    OverlayBar(area)
    return area


def beside(*parts: QWidget, stretch: tuple[int, ...] = (), spacing: int = 32, turn_at: int = 0) -> "Beside":
    """Parts side by side, all at the top; below each other where less than `turn_at` (at 100%) is left."""
    return Beside(parts, stretch, spacing, turn_at)


class Beside(QWidget):
    """Parts in a row that becomes a column in a narrow window or at a large text size."""

    def __init__(
        self, parts: Sequence[QWidget], stretch: tuple[int, ...], spacing: int, turn_at: int
    ) -> None:
        super().__init__()
        self._turn_at = turn_at
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(spacing)
        for at, part in enumerate(parts):
            self._box.addWidget(part, stretch[at] if stretch else 1, Qt.AlignmentFlag.AlignTop)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), px(240)), hint.height()) if self._turn_at else hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        below = event.size().width() < px(self._turn_at)
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.TopToBottom if below else directions.LeftToRight)
        for at in range(self._box.count()):
            item = self._box.itemAt(at)
            if item:
                # In a column each part takes the whole width.
                item.setAlignment(Qt.AlignmentFlag(0) if below else Qt.AlignmentFlag.AlignTop)


class Footer(QWidget):
    """The fixed foot of a page that saves: words at the left, buttons at the right."""

    def __init__(self, margin: int = MARGIN) -> None:
        super().__init__()
        self.setObjectName("footer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.row: QBoxLayout = QHBoxLayout(self)
        self.row.setContentsMargins(margin, 12, margin, 12)
        self.row.setSpacing(12)


class ListAndRecord(QSplitter):
    """The list at the left, the record beside it; the width of the list is the person's."""

    def __init__(self, left: QWidget, right: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        left.setMinimumWidth(280)
        right.setMinimumWidth(360)
        self.addWidget(left)
        self.addWidget(right)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        self._asked = 0

    def createHandle(self) -> QSplitterHandle:
        return _Handle(self.orientation(), self)

    def list_width(self) -> int:
        return self.sizes()[0]

    def set_list_width(self, width: int) -> None:
        """The width a person left the list with; the record keeps its least."""
        self._asked = width
        if self.width() > self._least():
            self.setSizes([width, max(360, self.width() - width - 1)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        if not self._settled and event.size().width() > self._least():
            self._settled = True
            width = self._asked or min(px(LIST_WIDTH) - 1, int(event.size().width() * WIDEST_LIST))
            self.setSizes([width, event.size().width() - width - 1])
        super().resizeEvent(event)

    _settled = False

    def _least(self) -> int:
        return 640


class _Handle(QSplitterHandle):
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), token("hairline"))
