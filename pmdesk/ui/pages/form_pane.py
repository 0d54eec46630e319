"""The frame of a form beside a list: head, error summary, one column of questions, Save and Cancel."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pmdesk.actions.records import seen_now
from pmdesk.ui.buttons import primary, secondary
from pmdesk.ui.context import Context
from pmdesk.ui.doing import do
from pmdesk.ui.field import INDENT, ErrorSummary, Field, beside_nothing, column
from pmdesk.ui.labels import label
from pmdesk.ui.page import Footer, PageHead, page_column
from pmdesk.ui.tab_order import tab_as_laid_out
from pmdesk.ui.words import _

LEFT, RIGHT = 32, 24
Result = TypeVar("Result")


class FormPane(QWidget):
    """`save` and `cancel` are what the buttons do; a form puts its fields in with `add`.

    `seen` is how far the register was in view when the form was opened; what `do` saves replaces no more.
    """

    def __init__(
        self,
        context: Context,
        title: str,
        quiet: str,
        save_word: str,
        save: Callable[[], object],
        cancel: Callable[[], object],
    ) -> None:
        super().__init__()
        self._context, self.seen = context, seen_now(context.register)
        self.fields: dict[str, Field] = {}
        self.head, self.summary = PageHead(), ErrorSummary(named=True)
        self.head.set(title, line=quiet)
        self.note = label("", "small", wrap=False)
        holder, self.column = column()
        area, page = page_column(LEFT - INDENT, RIGHT, 16)
        page.addLayout(indented(self.head))
        self.above = QVBoxLayout()
        self.column.addLayout(self.above)
        self.column.addWidget(self.summary)
        page.addLayout(beside_nothing(holder))
        self.save_button = primary(save_word, save)
        self.cancel_button = secondary(_("Cancel"), cancel)
        self.foot = Footer(LEFT)
        self.foot.row.addWidget(self.save_button)
        self.foot.row.addWidget(self.cancel_button)
        self.foot.row.addWidget(self.note)
        self.foot.row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(area, 1)
        layout.addWidget(self.foot)

    def do(
        self, verb: Callable[[], Result], on_refused: Callable[[Mapping[str, str]], object] | None = None
    ) -> Result | None:
        """Do what the form is for; what is refused is shown beside the fields if not said otherwise."""
        return do(self._context, verb, on_refused or self.show_problems, seen=self.seen)

    def seen_before(self, seen: int | None) -> None:
        """What is brought back into the form was typed when the register was in view up to `seen`."""
        self.seen = min(self.seen, self.seen if seen is None else seen)

    def showEvent(self, event: QShowEvent) -> None:
        """Tab goes from the last question to Save."""
        super().showEvent(event)
        tab_as_laid_out(self)

    def add_heading(self, text: str) -> None:
        self.column.addSpacing(8)
        self.column.addLayout(indented(label(text, "section")))

    def add(self, field: Field) -> Field:
        self.fields[field.name] = field
        self.column.addWidget(field)
        return field

    def add_above(self, widget: QWidget) -> None:
        """Put a notice between the head and the questions."""
        self.above.addLayout(indented(widget))

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """All at once, each beside its field; focus goes to the first."""
        self.summary.show_errors(problems, self.fields)

    def focus_field(self, name: str = "") -> None:
        """Put the keyboard in a field, the first one for ''; when the form has been laid out."""
        wanted = self.fields.get(name) or next(iter(self.fields.values()), None)
        if wanted is None:
            return
        wanted.editor.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)
        if name:
            QTimer.singleShot(0, self, wanted.focus)


def indented(widget: QWidget) -> QHBoxLayout:
    """Everything but the fields stands in by the room a field keeps for its error bar."""
    row = QHBoxLayout()
    row.setContentsMargins(INDENT, 0, 0, 0)
    row.addWidget(widget)
    return row
