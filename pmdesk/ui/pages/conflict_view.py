"""One thing to settle, drawn: its question, each side on a panel, and the field for another value."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from pmdesk.domain.entities import ENTITIES
from pmdesk.figures.conflicts import SAME, Choice, Conflict
from pmdesk.ui.buttons import Button, flat, primary, secondary
from pmdesk.ui.context import Context
from pmdesk.ui.field import INDENT, Field
from pmdesk.ui.labels import label
from pmdesk.ui.page import beside
from pmdesk.ui.pages.editor_for import editor_for
from pmdesk.ui.pages.record_parts import Prose
from pmdesk.ui.section import SectionHead
from pmdesk.ui.theme import px
from pmdesk.ui.words import _, spoken

TURN, WIDEST = 520, 960  # sides stand below one another in less, and are no wider than that together


class ConflictView(QWidget):
    """`take` is given a side's number, `write` a value of one's own, `open_record` shows the record whole.

    `apart` says of two records called the same that they are two.
    """

    def __init__(
        self,
        context: Context,
        conflict: Conflict,
        take: Callable[[int], object],
        write: Callable[[object], object],
        open_record: Callable[[], object],
        apart: Callable[[], object],
    ) -> None:
        super().__init__()
        self.conflict, self._write = conflict, write
        self.takes: list[Button] = []
        self.field: Field | None = None
        self.write_button: Button | None = None
        self.save_button: Button | None = None
        self.apart_button: Button | None = None
        can = not context.read_only
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.head = head = SectionHead(conflict.title, "", (_("Open the record"), None, open_record))
        column.addWidget(head)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(label(conflict.heading(spoken()), "body_strong"))
        words.addWidget(Prose(conflict.question(spoken())))
        column.addLayout(words)
        column.addWidget(beside(*(self._side(each, take, can) for each in conflict.choices),
                                spacing=16, turn_at=TURN))  # fmt: skip
        if conflict.written and can:
            self._another(context, column)
        if conflict.sort == SAME and can:
            self.apart_button = flat(_("They are two"), apart, "close")
            column.addWidget(self.apart_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setMaximumWidth(px(WIDEST))

    def focus(self) -> None:
        """The keyboard goes to the first side's button."""
        if self.takes:
            self.takes[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_another(self) -> None:
        """Show the field for another value, and go there."""
        if self.field and self.write_button and self.save_button:
            self._own.show()
            self.write_button.hide()
            self.field.editor.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_another(self) -> bool:
        """Put the field for another value out of sight, its words kept; False when it is not there."""
        if self.write_button is None or self._own.isHidden():
            return False
        self.write_button.show()
        self.write_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._own.hide()
        return True

    def save_another(self) -> None:
        """As the button under the field does, when it is in sight."""
        if self.save_button is not None and not self._own.isHidden():
            self.save_button.click()

    def refused(self, sentence: str) -> None:
        """What is wrong with the value typed, beside it."""
        if self.field:
            self.field.set_error(sentence)

    def _side(self, choice: Choice, take: Callable[[int], object], can: bool) -> QFrame:
        panel = QFrame()
        panel.setProperty("role", "panel")
        where = ", ".join(part for part in (choice.laptop, choice.when) if part)
        panel.setAccessibleName(", ".join(part for part in (choice.who, where) if part))
        rows = QVBoxLayout(panel)
        rows.setContentsMargins(16, 12, 16, 12)
        rows.setSpacing(8)
        who = QVBoxLayout()
        who.setSpacing(0)
        who.addWidget(label(choice.who, "body_strong"))
        if where:
            who.addWidget(label(where[:1].upper() + where[1:], "quiet_list"))
        rows.addLayout(who)
        rows.addWidget(Prose(choice.said))
        if choice.seen:
            rows.addWidget(Prose(choice.seen, "quiet_list"))
        if can:
            button = secondary(choice.take, lambda: take(choice.n))
            button.setAccessibleName(f"{choice.take}: {choice.said}, {choice.who}")
            button.setAccessibleDescription(choice.seen)
            self.takes.append(button)
            rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return panel

    def _another(self, context: Context, column: QVBoxLayout) -> None:
        facts = ENTITIES[self.conflict.kind].field(self.conflict.field)
        self.write_button = flat(_("Write another"), self.ask_another, "edit")
        column.addWidget(self.write_button, 0, Qt.AlignmentFlag.AlignLeft)
        editor = editor_for(facts, context)
        self.field = Field(facts.name, _(facts.label), editor, _(facts.help))
        self.save_button = primary(_("Save this one"), lambda: self._write(editor.value()))
        line = editor.focus_target()
        if isinstance(line, QLineEdit):
            line.returnPressed.connect(self.save_another)
        self._own = QWidget()
        own = QVBoxLayout(self._own)
        own.setContentsMargins(-INDENT, 0, 0, 0)
        own.setSpacing(12)
        own.addWidget(self.field)
        row = QVBoxLayout()
        row.setContentsMargins(INDENT, 0, 0, 0)
        row.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignLeft)
        own.addLayout(row)
        self._own.setMaximumWidth(px(576))
        self._own.hide()
        column.addWidget(self._own)
