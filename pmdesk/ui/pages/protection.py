"""The part of the settings that protects the register: a passphrase set, changed, removed, and its sheet."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from pmdesk.actions import encrypting
from pmdesk.actions.recovery import save_recovery_sheet
from pmdesk.actions.registers import Unavailable
from pmdesk.domain.check import Refused
from pmdesk.ui.buttons import flat, primary, quiet, secondary
from pmdesk.ui.choice_editors import ListChoice
from pmdesk.ui.context import Context
from pmdesk.ui.doing import do, say_failed
from pmdesk.ui.field import Field, inset
from pmdesk.ui.flow import Flow
from pmdesk.ui.labels import label
from pmdesk.ui.pages.protection_questions import CHANGE, REMOVE, SET, PassphraseQuestions, row_of
from pmdesk.ui.preferences import LOCK_MINUTES, Preferences
from pmdesk.ui.tab_order import page_of, tab_as_laid_out
from pmdesk.ui.words import _, n_, spoken
from pmdesk.ui.working import Work, with_twin

_AGAIN = 3  # times it is tried when something is saved while the register is rewritten


class Protection(QWidget):
    """What stands, and what can be done; `lock` hides the window, `changed` is told that protection began."""

    def __init__(
        self,
        context: Context,
        kept: Preferences,
        lock: Callable[[], object],
        changed: Callable[[], object] = lambda: None,
    ) -> None:
        super().__init__()
        self._context, self._kept, self._lock, self._told = context, kept, lock, changed
        self.form: PassphraseQuestions | None = None
        self._work: Work | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(16)
        self.show_state()

    def leave(self) -> bool:
        """Back from the questions; nothing was changed. False when none were asked."""
        if self.form is None or self.busy():
            return False
        self.show_state()
        self._focus()
        return True

    def show_state(self) -> None:
        """Whether there is a passphrase, and what can be done about it."""
        self._clear()
        protected = encrypting.is_protected(self._context.register)
        self._layout.addWidget(inset(label(_("Protect this register"), "section")))
        said = (
            _("Only those who know the passphrase can open this register and its backups on this laptop.")
            if protected
            else _("Whoever gets hold of this file, or of a backup, can read it. A passphrase prevents that.")
        )
        self._layout.addWidget(inset(label(said, "body")))
        if self._context.read_only:
            self._layout.addWidget(inset(label(_("It can be changed where the register is not only read."))))
        elif protected:
            self._add_protected()
        else:
            self.set_button = secondary(_("Set a passphrase"), lambda: self.ask(SET))
            self._layout.addLayout(row_of(self.set_button))
        tab_as_laid_out(page_of(self))

    def ask(self, what: str) -> None:
        """Show the questions for setting, changing or removing it."""
        self._clear()
        self.form = PassphraseQuestions(what, self._submit, self.leave)
        self._layout.addWidget(self.form)
        tab_as_laid_out(page_of(self))
        self.form.first().focus()

    def _add_protected(self) -> None:
        self.minutes = Field(
            "lock",
            _("Lock the window when nobody touches it for"),
            ListChoice(_minutes(), blank=False),
            _("On this laptop. Ctrl+L locks it at once."),
        )
        self.minutes.editor.set_value(str(self._kept.lock_minutes))
        self.minutes.editor.edited.connect(self._set_minutes)
        self._layout.addWidget(self.minutes)
        self.change_button = secondary(_("Change the passphrase"), lambda: self.ask(CHANGE))
        self.remove_button = secondary(_("Remove it"), lambda: self.ask(REMOVE))
        self._layout.addLayout(row_of(self.change_button, self.remove_button))
        self.sheet_button = flat(_("Recovery sheet, to be written on"), lambda: self.save_sheet(""), "papers")
        self.lock_button = flat(_("Lock now"), self._lock)
        self._layout.addLayout(row_of(self.sheet_button, self.lock_button))

    def _set_minutes(self) -> None:
        self._kept.lock_minutes = int(str(self.minutes.editor.value()))

    def _submit(self, what: str, now: str, passphrase: str, again: str) -> None:
        """Look at what was typed beside the window, then rewrite the register there."""
        register = self._context.register

        def look(progress: Callable[[int, int], bool]) -> Any:
            if what != SET:
                encrypting.check_now(register, now)
            if what != REMOVE:
                encrypting.check_new(passphrase, again)
            return encrypting.rewrite(register, passphrase if what != REMOVE else "", progress)

        self._rewrite(what, passphrase, look, _AGAIN)

    def _rewrite(self, what: str, passphrase: str, look: Callable[..., Any], tries: int) -> None:
        said = _("Removing the passphrase") if what == REMOVE else _("Protecting the register")
        self._work = Work(self, look, said)
        self._work.done.connect(lambda prepared: self._finish(what, passphrase, prepared, look, tries))
        self._work.failed.connect(self._failed)
        self._work.start()

    def _finish(
        self, what: str, passphrase: str, prepared: Any, look: Callable[..., Any], tries: int
    ) -> None:
        register = self._context.register
        try:
            encrypting.finish(register, prepared)
        except encrypting.MovedOn as fault:
            if tries > 1:
                self._rewrite(what, passphrase, look, tries - 1)
            else:
                self._failed(fault)
            return
        except Unavailable as fault:
            self._work = None
            self._context.toast(_(fault.sentence))
            self.show_state()
            return
        gone = what == REMOVE
        done = {
            SET: _("The register is protected."),
            CHANGE: _("The passphrase is changed."),
            REMOVE: _("The register has no passphrase any more."),
        }
        self._context.toast(done[what])
        self._told()
        self.show_state()
        if gone:
            self._focus()
        else:
            self._offer_sheet(passphrase)
        along = encrypting.bring_backups_along
        self._work = Work(self, lambda _progress: with_twin(register, along), _("Bringing the backups along"))
        self._work.done.connect(self._say_left)
        self._work.failed.connect(self._failed)
        self._work.start()

    def busy(self) -> bool:
        """Whether the register or its backups are being rewritten."""
        return self._work is not None

    def _say_left(self, left: int) -> None:
        self._work = None
        if said := encrypting.say_left(left, spoken()):
            self._context.toast(said)

    def _failed(self, error: object) -> None:
        self._work = None
        if isinstance(error, Refused) and self.form is not None:
            self.form.show_problems({name: _(sentence) for name, sentence in error.problems.items()})
        else:
            say_failed(self._context, error)

    def _offer_sheet(self, passphrase: str) -> None:
        """Straight after setting it, when the passphrase is known: it never is again."""
        offer = QFrame()
        offer.setProperty("role", "panel")
        inner = QVBoxLayout(offer)
        inner.setContentsMargins(16, 12, 16, 12)
        inner.setSpacing(12)
        inner.addWidget(label(_("Now make the recovery sheet"), "strong"))
        inner.addWidget(
            label(
                _(
                    "Nobody can recover a passphrase. Print it on a sheet for the safe, or write it there by"
                    " hand. Delete the file of a sheet with the passphrase on it once it is printed."
                )
            )
        )

        def put_away() -> None:
            self.show_state()  # what was typed goes with the offer
            self._focus()

        def save(what: str) -> None:
            if self.save_sheet(what):
                put_away()

        self.printed_button = primary(_("Sheet with the passphrase"), lambda: save(passphrase))
        self.blank_button = secondary(_("Sheet to write on"), lambda: save(""))
        self.later_button = quiet(_("Not now"), put_away)
        ways = Flow(12)
        ways.set_parts([self.printed_button, self.blank_button, self.later_button])
        inner.addWidget(ways)
        self._layout.insertWidget(1, inset(offer))
        tab_as_laid_out(page_of(self))
        self.printed_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def save_sheet(self, passphrase: str) -> bool:
        """Ask where, and write the sheet there; whether it was."""
        offered = Path.home() / _("Recovery sheet.pdf")
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Save the recovery sheet"), str(offered), "PDF (*.pdf)"
        )
        if not chosen:
            return False
        out = Path(chosen if chosen.casefold().endswith(".pdf") else f"{chosen}.pdf")
        register, today = self._context.register, self._context.today
        write = partial(save_recovery_sheet, register, passphrase, out, today, spoken())
        if do(self._context, write) is None:
            return False
        self._context.toast(_("Saved {name}. Print it and lock it away.", name=out.name))
        return True

    def _focus(self) -> None:
        """The keyboard goes on with what can be done now."""
        button = self.change_button if encrypting.is_protected(self._context.register) else self.set_button
        # When it has been laid out: what is not in sight takes no keyboard.
        QTimer.singleShot(0, button, lambda: button.setFocus(Qt.FocusReason.OtherFocusReason))

    def _clear(self) -> None:
        self.form = None
        _empty(self._layout)


def _minutes() -> list[tuple[str, str]]:
    return [
        (str(each), n_(each, "{n} minute", "{n} minutes") if each else _("Never by itself"))
        for each in LOCK_MINUTES
    ]


def _empty(layout: Any) -> None:
    while (item := layout.takeAt(0)) is not None:
        if item.layout() is not None:
            _empty(item.layout())
        elif item.widget() is not None:
            item.widget().hide()
            item.widget().deleteLater()
