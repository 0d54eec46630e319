"""The foot of a writing page: how long the text is, when it was kept, and what can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pmdesk.domain.annual_update import PAGES_ALLOWED
from pmdesk.ui.buttons import Button
from pmdesk.ui.drawing import words_width
from pmdesk.ui.field import COLUMN
from pmdesk.ui.labels import label
from pmdesk.ui.page import Footer
from pmdesk.ui.theme import px, themes, token
from pmdesk.ui.words import _

HEIGHT, BAR, METER, RIGHT = 80, 6, 147, 20


class PageMeter(QWidget):
    """'About 1.3 of 2 pages' over a bar, which takes the colour of 'close' when there is too much."""

    def __init__(self) -> None:
        super().__init__()
        self._words, self._pages = label("", "list", wrap=False), 0.0
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, BAR + 4)
        layout.addWidget(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_pages(0.0)

    def set_pages(self, pages: float) -> None:
        self._pages = pages
        said = _("About {pages} of {allowed} pages", pages=pages, allowed=PAGES_ALLOWED)
        if not pages:
            said = _("Up to {allowed} pages", allowed=PAGES_ALLOWED)
        self._words.setText(said)
        self.setAccessibleName(said)
        self.setToolTip(_("Two A4 pages are asked for. It may be longer.") if self.too_long() else "")
        self.update()

    def words(self) -> str:
        return self._words.text()

    def too_long(self) -> bool:
        return self._pages > PAGES_ALLOWED

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        full = min(self._pages / PAGES_ALLOWED, 1.0)
        for width, colour in ((1.0, "grid"), (full, "close" if self.too_long() else "accent")):
            if width:
                painter.setBrush(token(colour))
                bar = max(BAR, round(self.width() * width))
                painter.drawRoundedRect(0, self.height() - BAR, bar, BAR, 3, 3)


class UpdateFooter(Footer):
    """As wide as the column of answers; where that is narrow the words stand above the buttons."""

    def __init__(self, margin: int, metered: bool) -> None:
        super().__init__(margin)
        self.row.setContentsMargins(margin, 12, RIGHT, 12)
        self.meter, self._said = PageMeter(), label("", "quiet_list", wrap=False)
        self._metered, self._writing, self._buttons = metered, True, list[Button]()
        self._words, words = _row(24)
        words.addWidget(self.meter)
        words.addWidget(self._said)
        self.meter.setVisible(metered)
        self._verbs, self._verb_row = _row(12)
        self._within = QWidget()
        self._grid = QGridLayout(self._within)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._grid.setVerticalSpacing(12)
        self.row.addWidget(self._within)
        self.row.addStretch(1)
        self._narrow: bool | None = None
        themes().changed.connect(self._measure)
        self._measure()

    def say(self, sentence: str) -> None:
        """When what is typed was kept or saved."""
        self._said.setText(sentence)
        self._said.setAccessibleName(sentence)
        self._said.setVisible(bool(sentence))
        self._fit()

    def said(self) -> str:
        return self._said.text()

    def set_writing(self, on: bool) -> None:
        """An update that is only being read shows no meter."""
        self._writing = on
        self.meter.setVisible(self._metered and on)
        self._fit()

    def set_buttons(self, buttons: Sequence[Button]) -> None:
        """The primary one last."""
        for old in self._buttons:
            self._verb_row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = list(buttons)
        for button in buttons:
            self._verb_row.addWidget(button)
            button.show()
        self._fit()

    def show_verbs(self, on: bool) -> None:
        """The buttons rest while something else is asked."""
        self._verbs.setVisible(on)

    def buttons(self) -> list[Button]:
        return self._buttons

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _words_width(self) -> int:
        """Room is kept for when a draft was saved, so that the foot does not grow while somebody types."""
        if not self._writing:
            return self._said.sizeHint().width() if self.said() else 0
        kept = words_width(_("Draft saved at {time}", time="00:00"), "list")
        return round(kept) + 2 + (self.meter.width() + 24 if self._metered else 0)

    def _measure(self) -> None:
        self.setMinimumHeight(HEIGHT)
        self._within.setMaximumWidth(px(COLUMN))
        self.meter.setFixedWidth(max(px(METER), self.meter.sizeHint().width()))
        self._fit()

    def _fit(self) -> None:
        margins = self.row.contentsMargins()
        room = min(self.width() - margins.left() - margins.right(), px(COLUMN))
        narrow = self._words_width() + 24 + self._verbs.sizeHint().width() > room
        self._within.setMinimumWidth(max(1, min(room, px(COLUMN))))
        if narrow == self._narrow:
            return
        self._narrow = narrow
        side = Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignRight
        self._grid.addWidget(self._words, 0, 0, Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(self._verbs, 1 if narrow else 0, 0 if narrow else 1, side)


def _row(gap: int) -> tuple[QWidget, QHBoxLayout]:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    return holder, row
