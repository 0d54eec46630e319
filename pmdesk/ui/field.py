"""One question of a form: label above, help under it, error beside it; and the box that sums errors up."""

from collections.abc import Mapping
from html import escape
from typing import Any

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from pmdesk.ui.accessible import announce
from pmdesk.ui.icons import draw_shape
from pmdesk.ui.labels import label
from pmdesk.ui.theme import px, token
from pmdesk.ui.words import n_

# The bar of a bad field stands this far left of the column; a form's margin is the page's less this.
INDENT, BAR, BETWEEN, COLUMN = 16, 4, 24, 544


class Mark(QWidget):
    """A rating shape on a page, with its word for those who do not see it."""

    def __init__(self, state: str, word: str = "", side: int = 12) -> None:
        super().__init__()
        self._state, self._side = state, side
        self.setFixedSize(px(side), px(side))
        self.setAccessibleName(word)
        self.setToolTip(word)

    def set_state(self, state: str, word: str = "") -> None:
        self._state = state
        self.setAccessibleName(word)
        self.setToolTip(word)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_shape(QPainter(self), self._state, QRectF(self.rect()))


class Field(QWidget):
    """`name` is the field's name in the record; `editor` one of ui/editors.py; its value is the editor's."""

    def __init__(self, name: str, text: str, editor: Any, help: str = "") -> None:
        """`editor` is any widget with value(), set_value(), edited and focus_target(), a page's own too."""
        super().__init__()
        self.name, self.editor, self._error, self._indent = name, editor, "", INDENT
        self.label_text = text
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(INDENT, 0, 4, 0)
        layout.setSpacing(0)
        self._label = label(text, "label")
        self._label.setBuddy(self.editor.focus_target())
        layout.addWidget(self._label)
        if help:
            layout.addWidget(label(help, "help"))
        layout.addSpacing(8)
        self._error_row = _ErrorRow()
        layout.addWidget(self._error_row)
        layout.addWidget(editor)
        layout.setAlignment(editor, _alignment(editor))
        self._help = help
        self._advice: _AdviceRow | None = None
        self._say()

    def value(self) -> object:
        return self.editor.value()

    def error(self) -> str:
        return self._error

    def set_error(self, sentence: str) -> None:
        """Show `sentence` above the editor with the bar at the left; an empty one takes both away."""
        self._error = sentence
        self._error_row.set(sentence)
        self._stand_in()
        self.editor.setProperty("error", bool(sentence))
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)
        self._say()
        self.update()

    def advise(self, sentence: str, state: str = "close") -> None:
        """Say under the editor what there is to think of; it stops nobody. '' takes it away.

        `state` names the shape before it; one of '' is no warning, only told.
        """
        if self._advice is None:
            if not sentence:
                return
            self._advice = _AdviceRow()
            self._column.addWidget(self._advice)
        if self._advice.set(sentence, state):
            announce(self, sentence)
        self._say()

    def advice(self) -> str:
        """What is said under the editor at present."""
        return self._advice.text() if self._advice else ""

    def set_indent(self, indent: int) -> None:
        """How far the field stands from its left edge, where the bar of an error is drawn."""
        self._indent = indent
        self._stand_in()

    def _stand_in(self) -> None:
        """A bad field on the edge of its page makes room for the bar."""
        indent = max(self._indent, INDENT) if self._error else self._indent
        self._column.setContentsMargins(indent, 0, 4, 0)

    def focus(self) -> None:
        """Bring the field into sight and put the keyboard in it."""
        self.editor.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(self.editor, QLineEdit):
            self.editor.end(False)
        area = scroll_area(self)
        if area:
            area.ensureWidgetVisible(self, 0, BETWEEN)
            # Once more when the page has made room for the sentences of its errors.
            QTimer.singleShot(0, self, lambda: area.ensureWidgetVisible(self, 0, BETWEEN))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._error:
            QPainter(self).fillRect(0, 0, BAR, self.height(), token("missed"))

    def _say(self) -> None:
        """A screen reader hears the label as the name, then help and error as the description."""
        self.editor.setAccessibleName(self.label_text)
        self.editor.setAccessibleDescription(
            " ".join(part for part in (self._error, self._help, self.advice()) if part)
        )


class _ErrorRow(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._text = label("", "error")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(8)
        layout.addWidget(Mark("missed"))
        layout.addWidget(self._text, 1)
        self.hide()

    def set(self, sentence: str) -> None:
        self._text.setText(sentence)
        self.setVisible(bool(sentence))


class _AdviceRow(QWidget):
    """A sentence under an editor, with a shape before it where it warns."""

    def __init__(self) -> None:
        super().__init__()
        self._mark, self._text = Mark("close"), label("", "small")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._text, 1)
        self.hide()

    def text(self) -> str:
        return self._text.text()

    def set(self, sentence: str, state: str) -> bool:
        """Whether there is something new to be heard."""
        new = bool(sentence) and sentence != self.text()
        self._text.setText(sentence)
        self._mark.setVisible(bool(state))
        if state:
            self._mark.set_state(state)
        self.setVisible(bool(sentence))
        return new


def inset(widget: QWidget) -> QWidget:
    """`widget` on the left edge of a form's questions: right of where the bar of a bad field stands."""
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(INDENT, 0, 4, 0)
    layout.addWidget(widget)
    return holder


class ErrorSummary(QWidget):
    """What needs another look, at the top of a form; each line leads to its field. Hidden if all is well.

    `named` puts the field's label before its sentence: three times 'is no date' says nothing by itself.
    """

    def __init__(self, named: bool = False) -> None:
        super().__init__()
        self._named = named
        frame = QFrame()
        frame.setProperty("role", "errors")
        self._fields: Mapping[str, Field] = {}
        self._title = label("", "section")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._title)
        words.addLayout(self._lines)
        layout = QHBoxLayout(frame)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        mark = QWidget()
        holder = QVBoxLayout(mark)
        holder.setContentsMargins(0, 4, 0, 0)
        holder.addWidget(Mark("missed"))
        layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(INDENT, 0, 4, 0)
        outer.addWidget(frame)
        self.hide()

    def show_errors(self, errors: Mapping[str, str], fields: Mapping[str, Field]) -> None:
        """Put each of `errors` (field name: sentence) beside its field and here; focus goes to the first."""
        self._fields = fields
        self._clear()
        for name, field in fields.items():
            field.set_error(errors.get(name, ""))
        ordered = [name for name in fields if name in errors] + [n for n in errors if n not in fields]
        for name in ordered:
            self._lines.addWidget(self._line(name, self._said(name, errors[name])))
        self._title.setText(n_(len(errors), "One answer needs another look", "{n} answers need another look"))
        self.setVisible(bool(errors))
        if errors:
            said = [self._said(name, errors[name]) for name in ordered]
            announce(self, ". ".join([self._title.text(), *said]))
            self._go(ordered[0])

    def _said(self, name: str, sentence: str) -> str:
        field = self._fields.get(name)
        if not self._named or field is None or sentence.startswith(field.label_text):
            return sentence
        return f"{field.label_text}: {sentence}"

    def _line(self, name: str, sentence: str) -> QLabel:
        line = label("", "body")
        line.setAccessibleName(sentence)
        if name not in self._fields:
            line.setText(sentence)
            return line
        line.setTextFormat(Qt.TextFormat.RichText)
        colour = token("missed").name()
        line.setText(f'<a href="{escape(name)}" style="color:{colour}">{escape(sentence)}</a>')
        line.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByKeyboard | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )
        line.linkActivated.connect(self._go)
        return line

    def _go(self, name: str) -> None:
        if name in self._fields:
            self._fields[name].focus()

    def _clear(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget:
                widget.hide()
                widget.deleteLater()


def column() -> tuple[QWidget, QVBoxLayout]:
    """A form's column: at most 544 wide at 100%, 24 between questions; place it INDENT left of the edge."""
    holder = QWidget()
    holder.setMaximumWidth(px(COLUMN) + INDENT + 4)
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(BETWEEN)
    return holder, layout


def beside_nothing(widget: QWidget) -> QHBoxLayout:
    """A widget of limited width in a row of its own: only there Qt asks its height at the width it gets."""
    row = QHBoxLayout()
    row.addWidget(widget, 1)
    row.addStretch(0)
    return row


def _alignment(editor: QWidget) -> Qt.AlignmentFlag:
    """An editor as wide as its answer stands at the left; any other fills the column."""
    narrow = (QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)
    at_left = editor.sizePolicy().horizontalPolicy() in narrow
    return Qt.AlignmentFlag.AlignLeft if at_left else Qt.AlignmentFlag(0)


def scroll_area(widget: QWidget) -> QScrollArea | None:
    """What a widget scrolls in, None where nothing does."""
    one = widget.parentWidget()
    while one is not None and not isinstance(one, QScrollArea):
        one = one.parentWidget()
    return one
