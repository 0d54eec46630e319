"""How a writing page is laid out: sections at the left, a column of questions, a fixed foot; no verbs."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from pmdesk.actions.conflicts import unsettled_in
from pmdesk.ui.buttons import Button, menu_button
from pmdesk.ui.context import Context
from pmdesk.ui.empty import Empty
from pmdesk.ui.field import COLUMN, INDENT, ErrorSummary, Field, beside_nothing, inset
from pmdesk.ui.page import PageHead, page_column
from pmdesk.ui.pages.received_files import ReceivedFiles
from pmdesk.ui.pages.section_column import SectionColumn
from pmdesk.ui.pages.unsettled_mark import UnsettledMark
from pmdesk.ui.pages.update_answers import Answers
from pmdesk.ui.pages.update_footer import UpdateFooter
from pmdesk.ui.pages.update_notice import Notice, ReasonPanel
from pmdesk.ui.theme import px, themes
from pmdesk.ui.words import _

MARGIN, TITLE_TOP, TOP, NARROW = 48, 20, 24, 380


class UpdateFrame(QWidget):
    """`back` leaves the page, `send` returns the update with a reason."""

    def __init__(
        self,
        words: list[str],
        back_word: str,
        metered: bool,
        back: Callable[[], object],
        send: Callable[[str], object],
    ) -> None:
        super().__init__()
        self.sections = SectionColumn(words, back_word, back)
        self.sections.asked.connect(self.lead_to)
        self.head, self.summary = PageHead(), ErrorSummary()
        self.standing, self.locked, self.offer = Notice(), Notice(), Notice()
        self.received = ReceivedFiles()
        self._visit: Callable[[str, object], object] = lambda _page, _argument: None
        self.mark = UnsettledMark(lambda lead: self._visit(lead.page, lead.argument))
        self.reason = ReasonPanel(send, lambda: self.ask_reason(False))
        entries = [(word, partial(self.lead_to, at)) for at, word in enumerate(words)]
        self.menu: Button = menu_button(_("Sections"), [*entries, None, (back_word, back)])
        self.menu.hide()
        self.answers: Answers | None = None
        self.area, column = page_column(MARGIN - INDENT, 16, TOP, TITLE_TOP)
        self._top = QWidget()
        top = QVBoxLayout(self._top)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(16)
        # Rows, not widgets: a row whose notice is hidden takes no room.
        for notice in (self.mark, self.standing, self.received, self.reason, self.locked, self.offer):
            row = QHBoxLayout()
            row.setContentsMargins(INDENT, 0, 4, 0)
            row.addWidget(notice)
            top.addLayout(row)
        top.addWidget(self.summary)
        above = QVBoxLayout()
        above.setSpacing(16)
        above.addWidget(inset(self.head))
        above.addLayout(beside_nothing(self._top))
        column.addLayout(above)
        self._place = QVBoxLayout()
        column.addLayout(self._place)
        self.head.add_action(self.menu)
        self.footer = UpdateFooter(MARGIN, metered)
        self._lay_out()
        themes().changed.connect(self._measure)
        self._measure()

    def show_of(self, context: Context, kind: str, record: str | None) -> None:
        """The files that led to an update, and its mark where two laptops left something to settle."""
        self.received.show_of(context, record)
        self._visit = context.visit
        can_settle = record and context.has("conflicts")
        self.mark.show_unsettled(unsettled_in(context.register, kind, str(record)) if can_settle else ())

    def put_answers(self, answers: Answers) -> None:
        """Put these questions in the place of those before."""
        if self.answers is not None:
            self._place.removeWidget(self.answers)
            self.answers.hide()
            self.answers.deleteLater()
        self.answers = answers
        self._place.addWidget(answers)

    def ask_reason(self, on: bool) -> None:
        """Ask why an update is returned, in place of the buttons at the foot, or ask no more."""
        self.footer.show_verbs(not on)
        if on:
            self.reason.open()
            self.scroll_to_top()
        else:
            self.reason.hide()

    def lead_to(self, at: int) -> None:
        """Lead to a section: its first question at the top, with the keyboard in it."""
        if self.answers is None:
            return
        first = self.answers.first_of(at)
        first.editor.focus_target().setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.scroll_to(first)
        self.sections.show_current(at)

    def follow(self, now: QWidget) -> None:
        """The section in which the keyboard is now is the one shown at the left."""
        at = self.answers.part_of(now) if self.answers else -1
        if at >= 0:
            self.sections.show_current(at)

    def scroll_to(self, widget: QWidget) -> None:
        """Bring a field to the top of the page."""
        _settle()
        shown = self.area.viewport()
        bar = self.area.verticalScrollBar()
        bar.setValue(bar.value() + widget.mapTo(shown, widget.rect().topLeft()).y() - TOP)

    def focus_on(self, field: Field) -> None:
        """Put the keyboard in a field, wholly in sight once errors have moved everything."""
        _settle()
        field.focus()

    def scroll_to_top(self) -> None:
        self.area.verticalScrollBar().setValue(0)

    def show_empty(self, sentence: str) -> None:
        """Say why there is nothing to write; '' shows the form."""
        self._hint.set_sentence(sentence)
        self._hint.setVisible(bool(sentence))
        self._form.setVisible(not sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() - self.sections.width() < px(NARROW)
        self.sections.setVisible(not narrow)
        self.menu.setVisible(narrow)

    def _measure(self) -> None:
        """What stands above the questions is as wide as they are."""
        self._top.setMaximumWidth(px(COLUMN) + INDENT + 4)
        if self.answers is not None:
            self.answers.measure()

    def _lay_out(self) -> None:
        self._form, self._hint = QWidget(), Empty("")
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.area, 1)
        right.addWidget(self.footer)
        form = QHBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(0)
        form.addWidget(self.sections)
        form.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._form)
        layout.addWidget(self._hint)


def _settle() -> None:
    """Lay out what has just been shown or hidden, so that every field knows where it stands."""
    for _round in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
