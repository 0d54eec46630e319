"""Copies of the register that were worked on apart: which there are, what one brings, merged, put away."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from pmdesk.actions.copies import (
    CopyLook,
    Taken,
    copies_beside,
    look_at_copy,
    put_away,
    say_copy,
    say_taken,
    take_copy,
)
from pmdesk.actions.finding import place_of
from pmdesk.actions.laptops import fingerprint
from pmdesk.actions.same import twins
from pmdesk.ui.accessible import announce
from pmdesk.ui.buttons import flat, primary, quiet, secondary
from pmdesk.ui.context import Context
from pmdesk.ui.doing import changes_in, do, say_failed, tell
from pmdesk.ui.labels import label
from pmdesk.ui.pages.record_parts import Prose
from pmdesk.ui.preferences import REGISTERS
from pmdesk.ui.section import SectionHead
from pmdesk.ui.words import _, n_, spoken
from pmdesk.ui.working import Work, with_twin

NAMED = 3  # of what stands twice


class CopiesPart(QWidget):
    """`changed` is told when a copy was put away among the backups."""

    def __init__(self, context: Context, changed: Callable[[], object]) -> None:
        super().__init__()
        self._context, self._changed = context, changed
        self.look: CopyLook | None = None
        self.work: Work | None = None
        self._beside = QVBoxLayout()
        self._panel = QFrame()
        self._panel.setProperty("role", "panel")
        self._in_panel = QVBoxLayout(self._panel)
        self._in_panel.setContentsMargins(16, 12, 16, 12)
        self._in_panel.setSpacing(8)
        self.choose_button = secondary(_("Choose a copy to merge"), self.choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(SectionHead(_("Copies of this register")))
        column.addWidget(
            Prose(
                _(
                    "When a file was copied and both were worked on, merge one into the other. Nothing of"
                    " either is lost: what both changed stands side by side until you choose."
                )
            )
        )
        column.addLayout(self._beside)
        column.addWidget(self._panel)
        row = QHBoxLayout()
        row.addWidget(self.choose_button)
        row.addStretch(1)
        column.addLayout(row)
        self.choose_button.setEnabled(not context.read_only)
        self._panel.hide()

    def refresh(self) -> None:
        """Name the copies that lie beside the register and have something that is not here."""
        while item := self._beside.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        if self._context.read_only:
            return
        register = self._context.register
        for each in do(self._context, lambda: copies_beside(register)) or ():
            said = n_(each.new, "{name}: {n} save that is not here", "{name}: {n} saves that are not here",
                      name=each.path.name)  # fmt: skip
            button = flat(said, partial(self.look_at, each.path), "file")
            self._beside.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def choose(self) -> None:
        """Ask for a file."""
        path = self._context.register.path
        folder = path.parent if path else Path.home()
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Choose a copy to merge"), str(folder), REGISTERS)
        if chosen:
            self.look_at(Path(chosen))

    def look_at(self, path: Path) -> None:
        """Look at a copy beside the window, then show what it would bring."""
        register = self._context.register
        self._run(
            lambda _p: with_twin(register, lambda twin: look_at_copy(twin, path, spoken())),
            _("Reading the copy."),
            self.show_look,
        )

    def show_look(self, look: CopyLook) -> None:
        """What a copy would bring, and the button that merges it."""
        self.look = look
        lines = say_copy(look, spoken())
        if look.unknown:
            lines.append(_("These laptops are not known here yet; merging it says that you trust them:"))
            lines += [
                _("{name}: its six words are {words}", name=name, words=fingerprint(key))
                for key, name in look.unknown.items()
            ]
        merge = [primary(_("Merge it in"), self.merge)] if look.entries else []
        away = [] if look.new else [secondary(_("Move it to the backups"), self.put_away)]
        self._show(lines, [*merge, *away, quiet(_("Not now"), self.close_panel)])

    def merge(self) -> None:
        """Merge the copy that is shown, beside the window."""
        look, register = self.look, self._context.register
        if look is None or self.work is not None:
            return
        self._run(
            lambda progress: with_twin(register, lambda twin: take_copy(twin, look, True, progress)),
            _("Bringing in the changes."),
            self._merged,
        )

    def _merged(self, taken: Taken) -> None:
        """What came in, and what is to be done with the copy now."""
        register = self._context.register
        tell(self._context, changes_in(taken.changes))
        doubled = [
            each
            for each in twins(register)
            if any((each.kind, id) in taken.changes.touched for id in each.records)
        ]
        twice = [
            n_(len(doubled), "{n} name stands twice now:", "{n} names stand twice now:")
            + " "
            + ", ".join(each.title for each in doubled[:NAMED]),
            _("If they are the same, open one and choose ‘The same as another’ in its menu."),
        ]
        see = [
            flat(each.title, partial(self._see, each.kind, each.records[0]), "right")
            for each in doubled[:NAMED]
        ]
        settle = [secondary(_("See what is to be settled"), self._to_settle)] if taken.to_settle else []
        self._show(
            [
                say_taken(taken, spoken()),
                *(twice if doubled else []),
                _(
                    "The copy is not needed any more. It can be kept with the backups, so that nobody works"
                    " on it by mistake."
                ),
            ],
            [
                primary(_("Move it to the backups"), self.put_away),
                *settle,
                quiet(_("Leave it"), self.close_panel),
                *see,
            ],
        )
        self.refresh()

    def put_away(self) -> None:
        """Move the copy to the backups."""
        look, register = self.look, self._context.register
        if look is None:
            return
        moved = do(self._context, lambda: put_away(register, look.path))
        if moved is not None:
            self._context.toast(_("{name} is kept with the backups.", name=look.path.name))
            self.close_panel()
            self._changed()

    def close_panel(self) -> None:
        """Put the copy away; nothing more was written."""
        self.look = None
        self._panel.hide()
        self.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _see(self, kind: str, record: str) -> None:
        self._context.visit(*place_of(self._context.register, kind, record))

    def _to_settle(self) -> None:
        self._context.visit("conflicts", None)

    def _show(self, lines: Sequence[str], buttons: Sequence[Any]) -> None:
        while item := self._in_panel.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._in_panel.addWidget(label(lines[0], "body_strong"))
        for line in lines[1:]:
            self._in_panel.addWidget(Prose(line))
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(8)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        self._in_panel.addWidget(held)
        self._panel.show()
        buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, lines[0])

    def _run(self, work: Callable[[Any], Any], title: str, done: Callable[[Any], object]) -> None:
        self.work = Work(self, work, title)
        self.work.done.connect(lambda found: self._ended(lambda: done(found)))
        self.work.failed.connect(lambda error: self._ended(lambda: say_failed(self._context, error)))
        self.work.start()

    def _ended(self, then: Callable[[], object]) -> None:
        self.work = None
        then()
