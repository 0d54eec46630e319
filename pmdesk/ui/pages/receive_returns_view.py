"""What is seen of files that came back: a row each, and the one in hand with its answers side by side."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from pmdesk.domain.check import say_value
from pmdesk.domain.return_form import asked, states_of
from pmdesk.figures.returned_forms import TO_CHOOSE, Difference, ReturnedFile, state_pill, why
from pmdesk.ui.buttons import secondary
from pmdesk.ui.choice_editors import RadioChoice
from pmdesk.ui.field import COLUMN, Field, beside_nothing
from pmdesk.ui.labels import label
from pmdesk.ui.pages.record_parts import Prose
from pmdesk.ui.passphrase import PassphraseText, show_box
from pmdesk.ui.section import SectionHead
from pmdesk.ui.small_table import Cell, Column
from pmdesk.ui.theme import px, scale, themes
from pmdesk.ui.tick_table import TickTable, box
from pmdesk.ui.words import _, spoken

Index = QModelIndex | QPersistentModelIndex
LARGE = 1.25  # text scale above which answers stand one below the other
WHY = 3  # the place of that column


class ReturnsTable(TickTable):
    """`in_hand` gives the row the keyboard is on. Beside large words 'Why' stands under the table alone."""

    in_hand = Signal(int)

    def __init__(self) -> None:
        super().__init__(
            [Column(_("Member"), 24, strong=True, gives=True), Column(_("Outside body"), 30, gives=True),
             Column(_("State"), 14), Column(_("Why"), 40, gives=True)],
            _("Files that came back"),
        )  # fmt: skip
        themes().changed.connect(self._fit_words)
        self._fit_words()

    def _fit_words(self) -> None:
        self.leave_out((WHY,), scale() > LARGE)

    def show_files(self, files: Sequence[ReturnedFile], chosen: set[str]) -> None:
        """One row each; those that wait for a choice have a box."""
        self.set_rows([_row(file, file.key in chosen) for file in files])

    def currentChanged(self, now: Index, before: Index) -> None:
        super().currentChanged(now, before)
        if now.isValid() and now.row() != before.row():
            self.in_hand.emit(now.row())


class FileInHand(QWidget):
    """One file: what it is called, what there is to say of it, and where answers differ, which to take."""

    def __init__(self, choose: Callable[[str, bool], object], unlock: Callable[[str, str], object]) -> None:
        super().__init__()
        self._choose, self._unlock, self._file = choose, unlock, None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 8)
        self._column.setSpacing(8)
        self.choice: RadioChoice | None = None
        self.passphrase: Field | None = None

    _file: ReturnedFile | None

    def show_file(self, file: ReturnedFile | None, taken: bool) -> None:
        """Show another file, or none."""
        self._file, self.choice, self.passphrase = file, None, None
        while (item := self._column.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        if file is None:
            return
        self._column.addWidget(SectionHead(file.name))
        if said := why(file, spoken()):
            self._column.addWidget(Prose(said))
        if file.differences:
            self._column.addWidget(_Beside(file))
        if file.state in TO_CHOOSE:
            self._offer(file, taken)
        if file.state == "locked":
            self._ask_passphrase(file)

    def focus_question(self) -> None:
        """Put the keyboard where the file in hand waits for a person."""
        if self.choice is not None:
            self.choice.focus_target().setFocus()
        elif self.passphrase is not None:
            self.passphrase.focus()

    def _ask_passphrase(self, file: ReturnedFile) -> None:
        holder, column = QWidget(), QVBoxLayout()
        holder.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        editor = PassphraseText()
        about = _("The one the member gave it. Ask for it by telephone.")
        field = self.passphrase = Field("passphrase", _("Its passphrase"), editor, about)
        field.set_indent(0)

        def submit() -> None:
            typed = str(field.value() or "")
            field.set_error("" if typed else _("Type the passphrase."))
            if typed:
                self._unlock(file.key, typed)

        editor.returnPressed.connect(submit)
        field.setMaximumWidth(px(COLUMN))
        column.addLayout(beside_nothing(field))
        column.addWidget(show_box(editor))
        column.addWidget(secondary(_("Open the file"), submit), 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(holder)

    def _offer(self, file: ReturnedFile, taken: bool) -> None:
        keep = _("Leave this file out") if file.state == "twice" else _("Keep what the register says")
        choice = RadioChoice([("keep", keep), ("take", _("Take what this file says"))])
        choice.setAccessibleName(_("Which answers to keep"))
        choice.set_value("take" if taken else "keep")
        choice.edited.connect(lambda: self._choose(file.key, choice.value() == "take"))
        self.choice = choice
        self._column.addWidget(choice)


class _Beside(QWidget):
    """Each question with both its answers, side by side; one below the other where the text is large."""

    def __init__(self, file: ReturnedFile) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        other = _("In the other file") if file.state == "twice" else _("In the register")
        row = 0
        for difference in file.differences:
            grid.addWidget(label(_(asked(difference.field).label), "body_strong"), row, 0, 1, 2)
            parts = ((other, difference.here), (_("In this file"), difference.theirs))
            for at, (where, text) in enumerate(parts):
                below = scale() > LARGE
                place = (row + 1 + 2 * at, 0) if below else (row + 1, at)
                grid.addWidget(label(where, "small"), *place)
                grid.addWidget(Prose(_said(difference, text)), place[0] + 1, place[1])
            grid.setRowMinimumHeight(row + 5, 8)
            row += 6
        for at, part in enumerate((100, 100, 1)):  # the last is the room that prose does not take
            grid.setColumnStretch(at, part)


def _said(difference: Difference, text: str) -> str:
    """An answer as it is read: a choice by its word, an empty one as such."""
    if not text:
        return _("Not answered")
    if states_of(difference.field):
        return _(dict(states_of(difference.field)).get(text.casefold(), text))
    return say_value(asked(difference.field), text, spoken())


def _row(file: ReturnedFile, chosen: bool) -> list[Cell]:
    shape, said = state_pill(file, spoken())
    name = file.member or file.name
    first = box(name, chosen) if file.state in TO_CHOOSE else Cell(name)
    return [first, Cell(file.body), Cell(said, state=shape), Cell(why(file, spoken()), quiet=True)]
