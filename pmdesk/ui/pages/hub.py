"""The hub: how this laptop and the council's PostgreSQL server stand, and where it is.

Everything here asks `HubSync`, which works beside the window; the page shows what it says.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from pmdesk.actions.hub import forget_hub, set_hub, try_hub
from pmdesk.actions.hub_line import CHECKED, checked_address, line_of, say_line, without_check
from pmdesk.domain.dates import say_short
from pmdesk.figures.hub import AWAY, NEVER, NONE, SYNCED, TROUBLE, TRUSTED, WAITS, HubState, clock, told
from pmdesk.ui.bus import bus
from pmdesk.ui.buttons import flat, primary, secondary
from pmdesk.ui.context import Context
from pmdesk.ui.doing import Changes, do, say_failed
from pmdesk.ui.field import INDENT, Field, Mark, beside_nothing, column, inset
from pmdesk.ui.hub_sync import SHAPES, HubSync
from pmdesk.ui.labels import label, prose
from pmdesk.ui.page import MARGIN, PageHead, page_column
from pmdesk.ui.pages.exchange_switch import exchange_switch
from pmdesk.ui.pages.hub_own_words import HubOwnWords
from pmdesk.ui.pages.hub_script import HubScript
from pmdesk.ui.pages.hub_strangers import HubStrangers
from pmdesk.ui.pages.tick import Tick
from pmdesk.ui.text_editors import LineText
from pmdesk.ui.words import _, n_, spoken
from pmdesk.ui.working import Work, with_twin


class HubPage(QWidget):
    """What came and went and when; the address; what its administrator needs."""

    def __init__(self, context: Context, hub: HubSync) -> None:
        super().__init__()
        self._context, self._hub = context, hub
        self.work: Work | None = None
        self.head = PageHead(_("Hub"))
        self.mark, self.problem = Mark("missed"), prose("")
        self.lines = label("", "body")
        self.button = primary(_("Sync now"), self._sync)
        self.own = HubOwnWords(context)
        self.strangers = HubStrangers(context, hub.sync)
        self.fields = _fields()
        self.choose = flat(_("Choose the file"), self._choose_certificate)
        self.certificate = self._part(self.fields["certificate"], inset(_left(self.choose)))
        self.fields["check"].editor.edited.connect(self._show_certificate)
        self.take = secondary(_("Use this hub"), self.save)
        self.test = flat(_("Test the connection"), self._try)
        self.leave = flat(_("Work without a hub"), self._forget)
        for name in ("hub", "password"):
            self.fields[name].editor.returnPressed.connect(self.save)
        self.script = HubScript(context)
        self._lay_out()
        bus().changed.connect(self._changed)
        hub.changed.connect(self.refresh)
        self._put_back()
        self.refresh()

    def arrive(self, argument: object = None) -> None:
        self._put_back()
        self.refresh()

    def refresh(self) -> None:
        """Show how it stands, without asking the hub."""
        state = self._hub.state()
        can = not self._context.read_only
        self.head.set(_("Hub"), pill=self._pill(state))
        said = _said(state) if state.address else ""
        self.lines.setText(said)
        self._told.setVisible(bool(said))
        problem = _(state.last.problem) if state.last and state.last.problem else ""
        self.problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self.mark.set_state(SHAPES[state.standing] if problem else "none")
        self._standing.setVisible(bool(state.address))
        _weigh(self.take, "secondary" if state.address else "primary")
        # While it syncs it stays in use: the keyboard would go on to the next field, and not come back.
        self.button.setEnabled(can)
        self.button.set_word(_("Syncing with the hub") if self._hub.running else _("Sync now"))
        self.own.show_trust(state.trust if state.standing == SYNCED else TRUSTED)
        self.strangers.show_them(state.last.strangers if state.last and state.address else ())
        self.leave.setVisible(bool(state.address))
        for part in (self.take, self.test, self.leave, self.choose):
            part.setEnabled(can)
        for field in self.fields.values():
            field.editor.set_read_only(not can)

    def save(self) -> None:
        """Take the hub that was typed, and sync with it."""
        if self._context.read_only:
            return
        typed = self._typed()
        password = str(typed["password"] or "")
        keep = bool(typed["keep"])
        done = do(
            self._context,
            lambda: set_hub(self._context.register, self._url(), password, keep_password=keep),
            self._show_errors,
        )
        if done is None:
            return
        self._show_errors({})
        self._put_back()
        self._hub.sync()
        self.refresh()

    # What is asked

    def _sync(self) -> None:
        self._hub.sync()

    def _try(self) -> None:
        register, typed = self._context.register, self._typed()
        password = str(typed["password"] or "")
        self._show_errors({})
        url = do(self._context, self._url, self._show_errors)
        if url is None:
            return

        def reached(_progress: Callable[[int, int], bool]) -> Any:
            return with_twin(register, lambda twin: try_hub(twin, url, password))

        self.work = Work(self, reached, _("Reaching the hub."))
        self.work.done.connect(
            lambda _done: self._context.toast(_("The hub answers, and lets this laptop in."))
        )
        self.work.failed.connect(self._not_reached)
        self.work.start()

    def _not_reached(self, error: object) -> None:
        problems = getattr(error, "problems", None)
        if problems:
            self._show_errors({name: _(sentence) for name, sentence in problems.items()})
        else:
            say_failed(self._context, error)

    def _forget(self) -> None:
        do(self._context, lambda: forget_hub(self._context.register))
        self._put_back()
        self._hub.changed.emit()

    # What is shown

    def _typed(self) -> dict[str, object]:
        return {name: field.value() for name, field in self.fields.items()}

    def _url(self) -> str:
        """The address that was typed, with the check of its certificate where that is ticked."""
        typed = self._typed()
        url = str(typed["hub"] or "")
        return checked_address(url, str(typed["certificate"] or "")) if typed["check"] else url

    def _show_certificate(self) -> None:
        self.certificate.setVisible(bool(self.fields["check"].value()))

    def _choose_certificate(self) -> None:
        kinds = _("Certificates (*.crt *.pem *.cer)")
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Choose the file"), str(Path.home()), kinds)
        if chosen:
            self.fields["certificate"].editor.set_value(chosen)

    def _show_errors(self, problems: Any) -> None:
        for name, field in self.fields.items():
            field.set_error(problems.get(name, ""))
        if rest := [said for name, said in problems.items() if name not in self.fields]:
            self._context.toast(" ".join(rest))
        elif wrong := [name for name in self.fields if name in problems]:
            self.fields[wrong[0]].focus()

    def _put_back(self) -> None:
        state = self._hub.state()
        address = state.address
        line = line_of(address) if address else None
        self.fields["hub"].editor.set_value(without_check(address) if address else "")
        self.fields["check"].editor.set_value(line is not None and line.kept == CHECKED)
        self.fields["certificate"].editor.set_value(line.certificate if line else "")
        self._show_certificate()
        self.fields["password"].editor.set_value("")
        self.fields["keep"].editor.set_value(state.password_kept)
        kept = _("A password is kept on this laptop. Leave this empty to go on with it.")
        self.fields["password"].advise(kept if state.password_kept else "", "")
        self._show_errors({})

    def _pill(self, state: HubState) -> tuple[str, str] | None:
        words = {SYNCED: _("Synced"), NEVER: _("Not synced yet"), AWAY: _("Away"), TROUBLE: _("Not synced")}
        if state.standing == SYNCED and state.trust:
            return "clock", _("Synced, not trusted yet") if state.trust == WAITS else _("Synced, stopped")
        return None if state.standing == NONE else (SHAPES[state.standing], words[state.standing])

    def _lay_out(self) -> None:
        area, page = page_column(MARGIN - INDENT, MARGIN, 16)
        page.addWidget(inset(self.head))
        page.addWidget(inset(exchange_switch(self._context, "hub")))
        about = _(
            "Laptops can meet in a PostgreSQL server of the council, without sticks or mail. Each works on by"
            " itself while the hub is away."
        )
        page.addLayout(beside_nothing(self._part(inset(label(about, "quiet")))))
        self._problem = inset(_row(self.mark, self.problem))
        self._told = inset(self.lines)
        self._standing = self._part(
            self._told, self._problem, inset(_left(self.button)), self.own, self.strangers
        )
        page.addLayout(beside_nothing(self._standing))
        where = self._part(
            inset(label(_("Where it is"), "section")),
            *(self.fields[name] for name in ("hub", "password", "keep", "check")),
            self.certificate,
            inset(_left(self.take, self.test, self.leave)),
        )
        page.addSpacing(8)
        page.addLayout(beside_nothing(where))
        page.addSpacing(16)
        page.addLayout(beside_nothing(self._part(self.script)))
        page.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def _part(self, *parts: QWidget) -> QWidget:
        holder, inner = column()
        for part in parts:
            inner.addWidget(part)
        return holder

    def _changed(self, changes: Changes) -> None:
        if self.isVisible():
            self.refresh()


def _said(state: HubState) -> str:
    """What went and came, when all was last synced, and what waits."""
    lines = list(told(state.last, spoken(), strangers=False)) if state.last else []
    if line := say_line(state.address):
        lines.append(_(line))
    if state.well_at:
        day = say_short(state.well_at[:10], spoken())
        lines.append(_("Last synced {day} at {time}.", day=day, time=clock(state.well_at)))
    if state.waiting:
        lines.append(
            n_(state.waiting, "{n} save waits to go to the hub.", "{n} saves wait to go to the hub.")
        )
    return "\n".join(lines)


def _fields() -> dict[str, Field]:
    password = LineText(280)
    password.setEchoMode(LineText.EchoMode.Password)
    address = _("As its administrator gave it, such as postgresql://helen@hub.example.gov.uk/pmdesk")
    fields = {
        "hub": Field("hub", _("Address"), LineText(), address),
        "password": Field("password", _("Password"), password),
        "keep": Field(
            "keep",
            _("Next time"),
            Tick(_("Keep the password on this laptop")),
            _("It is kept outside the register, where only you can read it."),
        ),
        "check": Field(
            "check",
            _("The right server"),
            Tick(_("Check the server’s certificate")),
            _("The connection is encrypted either way. Checked, no other server can pose as the council’s."),
        ),
        "certificate": Field(
            "certificate",
            _("The council’s certificate file"),
            LineText(),
            _("As the administrator gave it; empty where this laptop knows the certificate already."),
        ),
    }
    return fields


def _row(mark: QWidget, words: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    above = QVBoxLayout()
    above.setContentsMargins(0, 4, 0, 0)
    above.addWidget(mark)
    above.addStretch(1)
    row.addLayout(above)
    row.addWidget(words, 1)
    return holder


def _weigh(button: QWidget, role: str) -> None:
    """One primary button a page: the sync where there is a hub, else taking one."""
    if button.property("role") != role:
        button.setProperty("role", role)
        button.style().unpolish(button)
        button.style().polish(button)


def _left(*buttons: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return holder
