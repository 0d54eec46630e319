"""What the milestone in hand waits for and what waits for it: two short lists to add to and take off from."""

from collections.abc import Callable, Sequence
from textwrap import shorten

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pmdesk.actions.waiting import WaitLine
from pmdesk.figures.timeline import STATE_WORDS
from pmdesk.ui.accessible import announce
from pmdesk.ui.buttons import flat, tool
from pmdesk.ui.charts.said import STATE_SHAPES
from pmdesk.ui.field import Mark
from pmdesk.ui.labels import label
from pmdesk.ui.reference import Reference
from pmdesk.ui.words import _

MOST = 40  # letters of a name; all of them are in its tooltip
Find = Callable[[str], Sequence[tuple[str, str]]]


class WaitList(QWidget):
    """`added` gives the milestone chosen, `taken_off` a line, `opened` the milestone of one."""

    added = Signal(str)
    taken_off = Signal(object)
    opened = Signal(str)

    def __init__(self, title: str, none: str, add: str, find: Find, read_only: bool) -> None:
        """`none` is said where the list is empty; `add` names the button for who cannot see the heading."""
        super().__init__()
        self._none, self._read_only = none, read_only
        self._lines: Sequence[WaitLine] = ()
        self.parts: list[_Line] = []
        self.add_button = flat(_("Add"), self._ask, "plus")
        self.add_button.setAccessibleName(add)
        self.add_button.setVisible(not read_only)
        self.choose = Reference(find, required=True)
        self.choose.setAccessibleName(add)
        self.choose.setPlaceholderText(_("Type a milestone’s name"))
        self.choose.edited.connect(self._chosen)
        self.problem = label("", "error")
        self.empty = label(none, "quiet_list")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(title, "strong", wrap=False))
        head.addStretch(1)
        head.addWidget(self.add_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addLayout(head)
        for part in (self.problem, self.choose, self.empty):
            self._column.addWidget(part)
        self.stop()

    def show_lines(self, lines: Sequence[WaitLine]) -> None:
        """Show these; a list that did not change keeps its buttons, and the keyboard on them."""
        if tuple(lines) == tuple(self._lines):
            return
        held = any(part.isAncestorOf(self.focusWidget() or self) for part in self.parts)
        for part in self.parts:
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._lines, self.parts = lines, []
        before: QWidget = self.choose
        for line in lines:
            made = _Line(line, self.opened.emit, self.taken_off.emit, self._read_only)
            self._column.addWidget(made)
            self.setTabOrder(before, made.name)
            self.setTabOrder(made.name, made.off)
            before = made.off
            self.parts.append(made)
        self.empty.setVisible(not lines)
        if held:
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, sentence: str) -> None:
        """Say why the one chosen was refused; the line stays open for another."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        announce(self, sentence)

    def stop(self) -> bool:
        """Close the line in which one is chosen; whether it was open."""
        was = not self.choose.isHidden()
        held = self.choose.hasFocus()
        self.choose.set_value(None)
        self.choose.hide()
        self.problem.hide()
        if held:
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        return was

    def _ask(self) -> None:
        self.choose.show()
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self) -> None:
        self.problem.hide()
        if milestone := self.choose.value():
            self.added.emit(milestone)


class _Line(QWidget):
    """State, name as a link, date, and a button that takes it off."""

    def __init__(
        self,
        line: WaitLine,
        open_it: Callable[[str], object],
        take_off: Callable[[WaitLine], object],
        read_only: bool,
    ) -> None:
        super().__init__()
        # A long name would push the page wider than the window.
        self.name = flat(shorten(line.title, MOST, placeholder="…"), lambda: open_it(line.milestone))
        self.name.setToolTip(line.title)
        said = "; ".join(part for part in (line.date, line.partnership) if part)
        self.name.setAccessibleName(f"{line.title}, {_(STATE_WORDS[line.state])}, {said}")
        self.off = tool("close", _("Take off ‘{name}’", name=line.title), lambda: take_off(line))
        self.off.setVisible(not read_only)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Mark(STATE_SHAPES[line.state], _(STATE_WORDS[line.state])))
        row.addWidget(self.name)
        row.addWidget(label(said, "quiet_list"), 1)
        row.addWidget(self.off)
