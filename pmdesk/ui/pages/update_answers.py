"""The questions of an update in one column, with the answers as typed; it saves and judges nothing."""

from collections.abc import Callable, Mapping
from typing import NamedTuple, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from pmdesk.domain.entities import ENTITIES
from pmdesk.ui.accessible import announce
from pmdesk.ui.editors import Editor
from pmdesk.ui.field import COLUMN, INDENT, Field, Mark, beside_nothing, column
from pmdesk.ui.labels import label
from pmdesk.ui.pill import Pill
from pmdesk.ui.theme import px
from pmdesk.ui.words import _

PAIR = 12


class Question(NamedTuple):
    """One field and the function that makes its editor; `word` and `help` stand in for the field's own."""

    name: str
    editor: Callable[[], object]
    word: str = ""
    help: str | None = None
    optional: bool = False  # left blank, its section is still all answered
    private: bool = False  # stands in a box of its own: no public paper prints it


class Part(NamedTuple):
    """A section of the form; questions in one inner tuple stand close together."""

    word: str
    questions: tuple[tuple[Question, ...], ...]


class Answer(Field):
    """A field with room under its editor for a word of guidance."""

    def __init__(self, name: str, text: str, editor: Editor, help: str) -> None:
        super().__init__(name, text, editor, help)
        self._guidance, self._row = label("", "quiet_list"), QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(8)
        row.addWidget(Mark("close"))
        row.addWidget(self._guidance, 1)
        self._row.hide()
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self._row)

    def guidance(self) -> str:
        return self._guidance.text()

    def set_guidance(self, sentence: str) -> None:
        """Say something quietly under the answer; '' takes it away."""
        if sentence == self._guidance.text():
            return
        self._guidance.setText(sentence)
        self._row.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)


class Answers(QWidget):
    """`edited` is said with the name of a field whenever a person changes it."""

    edited = Signal(str)

    def __init__(self, kind: str, parts: tuple[Part, ...]) -> None:
        super().__init__()
        self._entity, self._parts = ENTITIES[kind], parts
        self.fields: dict[str, Answer] = {}
        self._optional: set[str] = set()
        self._holder, self._column = column()
        for part in parts:
            for together in part.questions:
                self._ask(together)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(beside_nothing(self._holder))

    def measure(self) -> None:
        """The column's width once the text size has changed."""
        self._holder.setMaximumWidth(px(COLUMN) + INDENT + 4)

    def show_values(self, values: Mapping[str, object]) -> None:
        """Put a record's values, or what was typed, into the fields named."""
        for name, value in values.items():
            # An editor that holds it already keeps its cursor and its own undo.
            if name in self.fields and not _same(self.fields[name].editor.value(), value):
                self.fields[name].editor.set_value(value)

    def show_record(self, record: Mapping[str, object]) -> None:
        self.show_values({name: record.get(name) for name in self.fields})

    def typed(self) -> dict[str, object]:
        return {name: field.editor.value() for name, field in self.fields.items()}

    def set_read_only(self, on: bool) -> None:
        for field in self.fields.values():
            field.editor.set_read_only(on)

    def states(self) -> list[str]:
        """The state of each part: 'missed', 'complete' or 'none'."""
        return [self._state(part) for part in self._parts]

    def part_of(self, widget: QWidget | None) -> int:
        """The number of the part in which a widget stands; -1 for none."""
        for at, part in enumerate(self._parts):
            if widget and any(self.fields[name].isAncestorOf(widget) for name in _names(part)):
                return at
        return -1

    def first_of(self, at: int) -> Answer:
        return self.fields[_names(self._parts[at])[0]]

    def _state(self, part: Part) -> str:
        names = _names(part)
        if any(self.fields[name].error() for name in names):
            return "missed"
        answered = all(self.fields[n].editor.value() is not None for n in names if n not in self._optional)
        return "complete" if answered else "none"

    def _ask(self, together: tuple[Question, ...]) -> None:
        close = QVBoxLayout()
        close.setSpacing(PAIR)
        for question in together:
            answer = self._answer(question)
            close.addWidget(_boxed(answer) if question.private else answer)
        self._column.addLayout(close)

    def _answer(self, question: Question) -> Answer:
        facts = self._entity.field(question.name)
        # A tick is an editor in all but its class: it has every method a form asks of one.
        editor = cast(Editor, question.editor())
        help = facts.help if question.help is None else question.help
        answer = Answer(facts.name, _(question.word or facts.label), editor, _(help))
        editor.edited.connect(lambda: self.edited.emit(facts.name))
        self.fields[facts.name] = answer
        if question.optional:
            self._optional.add(facts.name)
        return answer


def _same(typed: object, value: object) -> bool:
    """Whether an editor shows a value already; a number is typed as text."""
    return typed == value or (isinstance(typed, str) and value is not None and typed == str(value))


def _names(part: Part) -> list[str]:
    return [question.name for together in part.questions for question in together]


def _boxed(answer: Answer) -> QWidget:
    """A box set apart from the public answers, and marked so."""
    frame = QFrame()
    frame.setProperty("role", "panel")
    within = QVBoxLayout(frame)
    within.setContentsMargins(0, 16, 12, 16)
    within.setSpacing(12)
    mark = QHBoxLayout()
    mark.setContentsMargins(INDENT, 0, 0, 0)
    mark.addWidget(Pill("dash", _("Not for the public"), frame))
    mark.addStretch(1)
    within.addLayout(mark)
    within.addWidget(answer)
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(INDENT, 0, 4, 0)
    layout.addWidget(frame)
    return holder
