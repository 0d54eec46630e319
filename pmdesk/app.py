"""The only place that builds things and hands them to each other: the application, a register, its window."""

import sys
import tempfile
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QEvent, QObject, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton

from pmdesk.actions import encrypting, fault_log, registers
from pmdesk.actions.backups import back_up
from pmdesk.actions.registers import Damaged, NeedsPassphrase, Register, Unavailable
from pmdesk.actions.this_laptop import home
from pmdesk.domain.check import Refused
from pmdesk.domain.words import resources
from pmdesk.ui import words
from pmdesk.ui.collecting import Collector
from pmdesk.ui.focus_ring import FocusRing
from pmdesk.ui.office import Asks, Office
from pmdesk.ui.preferences import REGISTERS, Preferences
from pmdesk.ui.theme import apply_theme
from pmdesk.ui.words import _

_CHECKED = ("council", "year", "annual_council", "returns_due")


def open_window(path: Path | None, sample: bool = False, language: str | None = None) -> int:
    """Open the window on a register, the sample, or the choice of beginnings; returns when it is closed."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    desk = Program(app, language)
    before = sys.excepthook, threading.excepthook
    sys.excepthook = desk.fault
    threading.excepthook = lambda given: desk.fault(given.exc_type, given.exc_value, given.exc_traceback)
    if sample:
        desk.open_sample(path)
    elif path is not None:
        desk.open(path)
    else:
        desk.begin()
    code = app.exec()
    desk.end()
    # What a thread meets from here on has no window to be said in.
    sys.excepthook, threading.excepthook = before
    return code


class Program(QObject, Asks):
    """The application while it runs: one register at a time, its office, and the first window."""

    _faulty = Signal(str)
    _strange = Signal(str)

    def __init__(self, app: QApplication, language: str | None = None) -> None:
        QObject.__init__(self)
        self._collector = Collector(self)
        self.app, self.preferences = app, Preferences(home())
        self._language = language
        self.office: Office | None = None
        self.register: Register | None = None
        self._leaving: list[Register] = []
        self.first: Any = None  # a FirstRun, whose page is imported when there is one
        self._strange_box: QMessageBox | None = None
        self._asking: Any = None  # who asks for a passphrase
        self._guard: Any = None  # a Guard, once there is a passphrase
        app.setApplicationName("pmdesk")
        app.setApplicationDisplayName("pmdesk")
        app.setWindowIcon(QIcon(str(resources() / "icons" / "pmdesk.svg")))
        self._speak()
        apply_theme(app, self.preferences.mode, self.preferences.text_scale)
        self._ring = FocusRing(app)
        self._faulty.connect(self._say, Qt.ConnectionType.QueuedConnection)
        self._strange.connect(self._show_strange, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """The register opened last, or the choice of beginnings when there is none."""
        recent = self.preferences.recent
        if not (recent and self.open(recent[0])) and self.first is None:
            self.first_run()

    def first_run(self) -> None:
        """Show the choice of beginnings."""
        day = registers.today_iso()
        # A window that opens a register does not wait for the forms of a beginning.
        from pmdesk.ui.pages.first_run import Beginnings, FirstRun

        beginnings = Beginnings(
            sample=self.open_sample,
            check=_check_start,
            start=self._start,
            open=self.open,
            speak=self._begin_in,
            text_size=self.text_size,
            folder=_documents(),
            year=registers.municipal_year_of(day),
            who=registers.this_person(),
        )
        before, self.first = self.first, FirstRun(beginnings, self.preferences.recent)
        self.first.show()
        if before is not None:
            before.close()
            before.deleteLater()

    def open(self, path: Path, said: str = "") -> bool:
        """Open a register in the window and say `said`; another sentence when it cannot be."""
        if self._is_open(path):
            self._leave_first()
            return True
        try:
            register = registers.open_register(path)
        except NeedsPassphrase:
            self._ask_passphrase(path, said)
            return True
        except Damaged as fault:
            self._sorry(_("This register cannot be opened"), fault, Path(path))
            return False
        except Unavailable as fault:
            self._sorry(_("This register cannot be opened"), fault)
            return False
        self._opened(path, register, said)
        return True

    def _opened(self, path: Path, register: Register | Damaged, said: str) -> None:
        if isinstance(register, Damaged):
            self._sorry(_("This register cannot be opened"), register, Path(path))
            return
        self.preferences.opened(Path(path).absolute())
        self._show(register)
        self._say(said)

    def _ask_passphrase(self, path: Path, said: str) -> None:
        """Once, over the window there is, or alone; who has none sees the choice of beginnings."""
        from pmdesk.ui.passphrase import PassphraseDialog

        asking = PassphraseDialog(
            _("{name} is protected", name=path.stem),
            _("Type its passphrase to open it."),
            lambda typed: _opened_or_damaged(path, typed),
            self._parent(),
        )
        # The window comes after it: its closing is not the end.
        asking.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        asking.accepted.connect(lambda: self._opened(path, asking.found, said))
        asking.rejected.connect(self._not_opened)
        asking.finished.connect(asking.deleteLater)
        self._asking = asking
        asking.open()

    def _not_opened(self) -> None:
        if self.office is None and self.first is None:
            self.first_run()

    def lock(self) -> None:
        """Hide the window until the register's passphrase is typed."""
        if self.office is None or self.register is None:
            return
        if not encrypting.is_protected(self.register):
            self.office.window.toast(
                _("This register has no passphrase to lock it with. Set one in the settings.")
            )
            return
        register = self.register
        name = register.path.stem if register.path else "pmdesk"
        self._guarded().lock(
            self.office.window, name, lambda typed: encrypting.must_be_right(register, typed)
        )

    def protection_changed(self) -> None:
        """Watch whether anybody is there, as long as the register has a passphrase."""
        if self.register is not None and encrypting.is_protected(self.register):
            self._guarded().watch(self._lock_when_idle)

    def _lock_when_idle(self) -> None:
        if self.register is not None and encrypting.is_protected(self.register):
            self.lock()

    def _guarded(self) -> Any:
        if self._guard is None:
            from pmdesk.ui.locking import Guard

            self._guard = Guard(self.app, lambda: self.preferences.lock_minutes, self.app.quit)
        return self._guard

    def open_sample(self, path: Path | None = None) -> None:
        """Open a fresh copy of the sample, in a folder that the system clears."""
        where = path or Path(tempfile.mkdtemp(prefix="pmdesk-")) / "Aldermoor.pmdesk"
        try:
            self._show(registers.open_sample(where))
        except Unavailable as fault:
            self._sorry(_("The sample cannot be opened"), fault)

    def language_changed(self) -> None:
        """Build the window again in the language now chosen; the register stays open."""
        self._language = None
        self._speak()
        if self.register is not None:
            key = self.office.window.current() if self.office else "desk"
            self._furnish(self.register)
            assert self.office is not None
            self.office.visit(key)

    def text_size(self, step: int) -> None:
        scale = round(self.preferences.text_scale + step * 0.1, 1) if step else 1.0
        self.preferences.text_scale = min(max(scale, 1.0), 2.0)
        apply_theme(self.app, self.preferences.mode, self.preferences.text_scale)

    def open_another(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(
            self._parent(), _("Open a register"), str(_documents()), REGISTERS
        )
        if chosen:
            self.open(Path(chosen))

    def rescue(self) -> None:
        """Ask where, and save there what can be read of the register that is open."""
        from pmdesk.ui.mending import Mending

        assert self.register is not None
        if self.register.path is not None:
            self._mending = Mending(self.register.path, self._parent(), self.open, self._tell)
            self._mending.rescue()

    def backup(self) -> None:
        """Ask where, and make a checked copy there."""
        assert self.register is not None and self.office is not None
        path = self.register.path
        offered = _documents() / f"{path.stem if path else 'pmdesk'} {registers.today_iso()}.pmdesk"
        chosen, _kind = QFileDialog.getSaveFileName(
            self._parent(), _("Make a backup"), str(offered), REGISTERS
        )
        if not chosen:
            return
        try:
            back_up(self.register, Path(chosen))
        except Unavailable as fault:
            self._tell(_("The backup was not made"), _(fault.sentence))
        else:
            self.office.window.toast(_("Backup made and checked: {name}", name=Path(chosen).name))

    def tell_fault(self, sentence: str) -> None:
        with suppress(RuntimeError):  # the program has ended meanwhile
            self._faulty.emit(sentence)

    def fault(self, kind: type[BaseException], error: BaseException | None, at: TracebackType | None) -> None:
        """Our own fault, from any thread: noted without personal data, and shown once."""
        if error is None or issubclass(kind, KeyboardInterrupt):
            return
        fault_log.note_fault(error.with_traceback(at))
        self._strange.emit(fault_log.fault_text(error))

    def end(self) -> None:
        """Close the register last, after everything that reads it."""
        if self._guard is not None:
            self._guard.end()
        if self.office is not None:
            self.preferences.keep("geometry", self.office.window.saveGeometry())
            self._retire(self.office, self.register)
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        for register in list(self._leaving):
            self._close(register)
        self.office = self.register = None
        self.preferences.sync()

    def _start(self, path: Path, answers: dict[str, str], spreadsheet: Path | None) -> None:
        try:
            register = registers.start(path, **answers)
        except Unavailable as fault:
            raise Refused(fault.sentence) from fault
        self.preferences.opened(path.absolute())
        self._show(register)
        if spreadsheet is not None and self.office is not None:
            self.office.visit("import", spreadsheet)

    def _show(self, register: Register) -> None:
        register.start_sitting()
        self._furnish(register)
        self._leave_first()

    def _leave_first(self) -> None:
        if self.first is not None:
            self.first.close()
            self.first.deleteLater()
            self.first = None

    def _is_open(self, path: Path) -> bool:
        """A register this window has already must not be opened beside itself: it would hold its own lock."""
        now = self.register.path if self.register is not None else None
        return now is not None and Path(path).exists() and now.samefile(path)

    def _begin_in(self, language: str) -> None:
        self.preferences.language = language
        self.language_changed()
        self.first_run()

    def _sorry(self, title: str, fault: Unavailable, damaged: Path | None = None) -> None:
        """Say why, over a window that can still be used; of a damaged file, what can be done about it."""
        if self.office is None and self.first is None:
            self.first_run()
        ways: list[tuple[str, Callable[[], object]]] = []
        if damaged is not None:
            from pmdesk.ui.mending import Mending

            self._mending = Mending(damaged, self._parent(), self.open, self._tell)
            ways = self._mending.ways()
        self._tell(title, _(fault.sentence), ways)

    def _furnish(self, register: Register) -> None:
        """A window for the register, in place of the one there is."""
        old, before = self.office, self.register
        self.register = register
        self.office = Office(register, self)
        window = self.office.window
        kept = old.window.saveGeometry() if old else self.preferences.kept("geometry")
        if kept:
            window.restoreGeometry(kept)
        self.office.begin()
        window.show()
        self.office.settle()
        self.protection_changed()
        if old is not None:
            self._retire(old, before if before is not register else None)

    def _retire(self, office: Office, register: Register | None) -> None:
        """A window goes first and its register after it: its pages may still be reading."""
        office.close()
        office.window.hide()
        if register is not None:
            self._leaving.append(register)
            office.window.destroyed.connect(partial(self._close, register))
        office.window.deleteLater()

    def _close(self, register: Register) -> None:
        if register in self._leaving:
            self._leaving.remove(register)
            register.close()

    def _speak(self) -> None:
        words.speak(self._language or self.preferences.language)

    def _parent(self) -> Any:
        return self.office.window if self.office else self.first

    def _tell(self, title: str, sentence: str, ways: Sequence[tuple[str, Callable[[], object]]] = ()) -> None:
        box = QMessageBox(QMessageBox.Icon.Warning, title, title, parent=self._parent())
        box.setInformativeText(sentence)
        for word, do in ways:
            button = QPushButton(word, box)
            box.addButton(button, QMessageBox.ButtonRole.ActionRole)
            # When the box has gone: what is asked next stands over the window, not over the box.
            button.clicked.connect(lambda _checked=False, do=do: QTimer.singleShot(0, self, do))
        box.addButton(QPushButton(_("OK"), box), QMessageBox.ButtonRole.AcceptRole)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _say(self, sentence: str) -> None:
        if self.office is not None and sentence:
            self.office.window.toast(sentence)

    def _show_strange(self, details: str) -> None:
        if self._strange_box is not None:
            return  # one at a time: a fault in drawing comes with every frame
        box = self._strange_box = QMessageBox(self._parent())
        box.finished.connect(self._strange_shown)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(_("Something went wrong inside pmdesk"))
        box.setText(_("This is our mistake, not yours. What you were typing is kept as a draft."))
        box.setInformativeText(_("The details say where in the program it happened, and nothing you typed."))
        copy = QPushButton(_("Copy details"), box)
        box.addButton(copy, QMessageBox.ButtonRole.ActionRole)
        box.addButton(QPushButton(_("Go on"), box), QMessageBox.ButtonRole.AcceptRole)
        copy.clicked.connect(lambda: self.app.clipboard().setText(details))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _strange_shown(self) -> None:
        self._strange_box = None


def _opened_or_damaged(path: Path, passphrase: str) -> Register | Damaged:
    """Of a damaged register it is not the passphrase that is asked for again: more can be done about it."""
    try:
        return registers.open_register(path, passphrase=passphrase)
    except Damaged as fault:
        return fault


def _check_start(answers: dict[str, str]) -> None:
    registers.check_start(**{name: typed for name, typed in answers.items() if name in _CHECKED})


def _documents() -> Path:
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) if found and Path(found).is_dir() else Path.home()
