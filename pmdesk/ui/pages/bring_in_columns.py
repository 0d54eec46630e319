"""The columns of a spreadsheet and what each was read as; a person sets any of them once."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pmdesk.actions.imports import Column
from pmdesk.domain.words import Say
from pmdesk.ui.choice_editors import ListChoice
from pmdesk.ui.drawing import draw_hairline, draw_words
from pmdesk.ui.icons import pixmap
from pmdesk.ui.labels import label
from pmdesk.ui.theme import px, tall, themes, token
from pmdesk.ui.words import _

Changed = Callable[[str, str | None], object]


class ColumnRow(QWidget):
    """One column: heading and sample at the left, the field it is read as and what was understood right."""

    def __init__(self, column: Column, choices: Sequence[tuple[str, str]], changed: Changed) -> None:
        super().__init__()
        self.heading = column.heading
        self.choice = ListChoice([("", _("Leave out")), *choices], blank=False)
        self.choice.setProperty("role", "flat")
        self.choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.choice.setMinimumWidth(px(150))
        self.choice.setAccessibleName(_("Column {name} is read as", name=column.heading))
        self.choice.set_value(column.target or "")
        self.choice.edited.connect(lambda: changed(column.heading, self.choice.value() or None))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 5)
        row.setSpacing(8)
        row.addWidget(_Two(column.heading, column.sample), 9)
        row.addWidget(_Arrow())
        read = QVBoxLayout()
        read.setSpacing(0)
        read.addWidget(self.choice)
        said = label(_(column.understood), "small")
        said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        said.setToolTip(said.text())
        self._said, self._look = said, column.look
        themes().changed.connect(self._redress)
        self._redress()
        read.addWidget(said)
        row.addLayout(read, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_hairline(QPainter(self), 0, self.width(), self.height() - 1)
        if self.y() == 0:
            draw_hairline(QPainter(self), 0, self.width(), 0)

    def _redress(self) -> None:
        """What a person should look at stands in the colour of doubt, in every theme."""
        self._said.setStyleSheet(f"color: {token('close').name()}" if self._look else "")


class ColumnList(QWidget):
    """Every column of the sheet under each other; `changed(heading, target or None)` is told."""

    def __init__(self, changed: Changed) -> None:
        super().__init__()
        self._changed = changed
        self.rows: list[ColumnRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addStretch(1)

    def show_columns(self, columns: Sequence[Column], choices: Sequence[tuple[str, Say]]) -> None:
        focused = next((row.heading for row in self.rows if row.choice.hasFocus()), None)
        for row in self.rows:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        words = [(code, _(said)) for code, said in choices]
        self.rows = [ColumnRow(column, words, self._changed) for column in columns]
        for at, row in enumerate(self.rows):
            self._layout.insertWidget(at, row)
            if row.heading == focused:
                row.choice.setFocus(Qt.FocusReason.OtherFocusReason)


class _Two(QWidget):
    """A strong line and a quiet line, cut off with dots where they do not fit."""

    def __init__(self, strong: str, quiet: str) -> None:
        super().__init__()
        self._strong, self._quiet = strong, quiet
        self.setToolTip(f"{strong}\n{quiet}".strip())
        self.setAccessibleName(f"{strong}: {quiet}")

    def sizeHint(self) -> QSize:
        return QSize(px(110), tall(40, 2))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(110), tall(40, 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, line = QPainter(self), tall(40, 2) / 2
        draw_words(painter, QRectF(0, 0, self.width(), line), self._strong, "strong")
        draw_words(painter, QRectF(0, line, self.width(), line), self._quiet, "small", "quiet")


class _Arrow(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(px(20), px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, side = QPainter(self), px(16)
        painter.drawPixmap(
            0, (self.height() - side) // 2, pixmap("forward", "quiet", side, self.devicePixelRatioF())
        )
