"""The pane beside a measure: is its target SMART, what to look at, where it counts; it decides nothing."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pmdesk.figures.measure_page import MeasurePage
from pmdesk.figures.measure_side import Flag, Place, Question
from pmdesk.figures.record_page import Edit, Lead
from pmdesk.ui.buttons import Button, flat
from pmdesk.ui.drawing import draw_hairline
from pmdesk.ui.icons import draw_shape
from pmdesk.ui.labels import label
from pmdesk.ui.theme import px, token
from pmdesk.ui.words import _

Go = Callable[[Lead], object]
SHAPE, BESIDE = 12, 12


class Mark(QWidget):
    """The shape of a state beside words that say the same."""

    def __init__(self, state: str, colour: str = "") -> None:
        super().__init__()
        self._state, self._colour = state, colour
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(SHAPE), px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        side = px(SHAPE)
        box = QRectF(0, (self.height() - side) / 2, side, side)
        draw_shape(QPainter(self), self._state, box, token(self._colour) if self._colour else None)


class MeasureSide(QWidget):
    """`show_page` draws it anew; `go` is told where a link leads."""

    def __init__(self, go: Go) -> None:
        super().__init__()
        self._go, self._read_only = go, False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._inner: QWidget | None = None

    def show_page(self, page: MeasurePage, read_only: bool) -> None:
        self._read_only = read_only
        old = self._inner
        self._inner = QWidget()
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label(_("Is the target SMART?"), "section"))
        answered = _("{n} of {of} answered", n=page.answered, of=len(page.smart))
        column.addWidget(label(answered, "quiet_list"))
        blocks = [self._question(each) for each in page.smart] + [self._flag(each) for each in page.flags]
        for at, block in enumerate(blocks):
            column.addWidget(_Ruled(block) if at else block)
        column.addSpacing(24)
        column.addWidget(label(_("Where it counts"), "section"))
        for place in page.places:
            self._place(column, place)
        if not read_only:
            another = Lead("edit", Edit("serves", None, {"measure": page.id}))
            column.addSpacing(8)
            button = flat(_("Another objective"), lambda: self._go(another), "plus")
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._column.addWidget(self._inner)
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()

    def _question(self, question: Question) -> QWidget:
        state = "complete" if question.answered else "unknown"
        holder, words = _block(state, question.word)
        if question.known:
            words.addWidget(label(question.known, "quiet_list"))
        for text, _lead in question.asks:
            words.addWidget(label(text, "list"))
        if question.asks:
            # All that one letter asks is answered in one form: it opens at the first.
            text, lead = question.asks[0]
            self._link(words, _("Answer"), lead, _("Answer: {question}", question=text))
        said = _("answered") if question.answered else _("not answered")
        holder.setAccessibleName(f"{question.word}: {said}")
        return holder

    def _flag(self, flag: Flag) -> QWidget:
        holder, words = _block(flag.state, flag.title)
        if flag.text:
            words.addWidget(label(flag.text, "list"))
        if flag.lead:
            self._link(words, flag.link, flag.lead, f"{flag.link}: {flag.title}")
        return holder

    def _link(self, words: QVBoxLayout, word: str, lead: Lead, name: str) -> None:
        if self._read_only:
            return
        button = flat(word, lambda: self._go(lead))
        button.setAccessibleName(name)
        words.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _place(self, column: QVBoxLayout, place: Place) -> None:
        if place.label:
            column.addSpacing(8)
            column.addWidget(label(place.label, "small"))
        if place.lead is None:
            column.addWidget(label(place.text, "list"))
            return
        lead = place.lead
        column.addWidget(_Link(place.text, lambda: self._go(lead)))
        if place.note:
            column.addWidget(label(place.note, "small"))
        if place.removal and not self._read_only:
            removal = place.removal
            button = flat(_("Take off this objective"), lambda: self._go(removal))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)


def _block(state: str, title: str) -> tuple[QWidget, QVBoxLayout]:
    """A mark, and at its right a strong line with a place for more under it."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 12, 0, 12)
    row.setSpacing(BESIDE)
    # A question asks for a look: it is not the quiet mark of what is not known.
    row.addWidget(Mark(state, "close" if state == "unknown" else ""), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(1)
    words.addWidget(label(title, "strong"))
    row.addLayout(words, 1)
    return holder, words


class _Ruled(QWidget):
    """A hairline over what it holds."""

    def __init__(self, part: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, 0)
        column.addWidget(part)

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_hairline(QPainter(self), 0, self.width(), 0)


class _Link(QWidget):
    """A name that leads somewhere; one too long for the pane ends in dots and is whole in its tooltip."""

    def __init__(self, text: str, go: Callable[[], object]) -> None:
        super().__init__()
        self._text = text
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._button: Button = flat(text, go)
        self._button.setToolTip(text)
        row.addWidget(self._button)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        metrics = self._button.fontMetrics()
        shown = metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, event.size().width() - 4)
        self._button.set_word(shown)
        self._button.setAccessibleName(self._text)
