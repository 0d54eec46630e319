"""Mending one row of a spreadsheet: the cell at fault, what is wrong with it, and what may be done."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from pmdesk.actions.imports import Look
from pmdesk.ui.buttons import primary, quiet, secondary
from pmdesk.ui.editors import LineText
from pmdesk.ui.field import INDENT, Field, inset
from pmdesk.ui.labels import label
from pmdesk.ui.pages.bring_in_rows import shown_columns
from pmdesk.ui.theme import px
from pmdesk.ui.words import _


class Answers:
    """What a person may do with a row; the page gives the functions."""

    def __init__(
        self,
        mend: Callable[[dict[tuple[int, str], str]], object],
        leave_out: Callable[[int], object],
        accept: Callable[[int], object],
        take_back: Callable[[int], object],
    ) -> None:
        self.mend, self.leave_out, self.accept, self.take_back = mend, leave_out, accept, take_back


class AnswerDialog(QDialog):
    """One row: each column with a reason can be typed anew; a doubtful row can be taken as it was read."""

    def __init__(self, parent: QWidget, look: Look, number: int, answers: Answers) -> None:
        super().__init__(parent)
        row = next(row for row in look.plan.rows if row.number == number)
        self._number, self._answers = number, answers
        self.setWindowTitle(_("Row {n}", n=number))
        self.setMinimumWidth(px(620))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24 - INDENT, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(inset(label(_("Row {n}", n=number), "section")))
        self.fields: dict[str, Field] = {}
        for reason in row.reasons:
            if reason.column in look.sheet.headings and reason.column not in self.fields:
                self._add(layout, look, row.cells, reason.column, _(reason.say), reason.suggest)
            elif reason.column not in self.fields:
                layout.addWidget(inset(label(_(reason.say), "body")))
        if row.state == "ready":
            for at in shown_columns(look):
                self._add(layout, look, row.cells, look.sheet.headings[at], "", "")
        layout.addLayout(self._buttons(row.state))
        for field in list(self.fields.values())[:1]:
            field.focus()

    def _add(
        self, layout: QVBoxLayout, look: Look, cells: Sequence[str], column: str, why: str, suggest: str
    ) -> None:
        at = look.sheet.headings.index(column)
        text = look.answers.get((self._number, column), cells[at])
        field = Field(column, column, LineText(), why)
        field.editor.set_value(suggest or text)
        self.fields[column] = field
        layout.addWidget(field)

    def _buttons(self, state: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(INDENT, 0, 4, 0)
        row.addWidget(quiet(_("Cancel"), self.reject))
        row.addStretch(1)
        if state == "left_out":
            row.addWidget(primary(_("Take the row back in"), lambda: self._do(self._answers.take_back)))
            return row
        row.addWidget(secondary(_("Leave the row out"), lambda: self._do(self._answers.leave_out)))
        if state in ("doubtful", "waiting"):
            row.addWidget(secondary(_("It is right as read"), lambda: self._do(self._answers.accept)))
        if self.fields:
            row.addWidget(primary(_("Use what I typed"), self.mend))
        return row

    def mend(self) -> None:
        """Put what was typed in place of the cells."""
        typed = {(self._number, name): str(field.value() or "") for name, field in self.fields.items()}
        self.accept()
        self._answers.mend(typed)

    def _do(self, verb: Callable[[int], object]) -> None:
        self.accept()
        verb(self._number)
