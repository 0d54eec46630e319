"""Exchange: packs made for other laptops and brought in from them, and what went and came."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from pmdesk.actions.copies import is_copy
from pmdesk.actions.incoming_file import PACK, what_is
from pmdesk.actions.laptop_names import settle_names
from pmdesk.actions.laptops import own_words, unknown_laptops
from pmdesk.actions.pack_list import pack_rows
from pmdesk.actions.pack_taking import Brought, PackLook, look_at_pack, take_pack
from pmdesk.actions.pack_words import say_brought
from pmdesk.actions.packs import Made
from pmdesk.actions.registers import NeedsPassphrase, WrongPassphrase
from pmdesk.actions.shared_folder import see
from pmdesk.domain.holding import SUFFIX
from pmdesk.domain.telling import Stopped
from pmdesk.ui.accessible import announce
from pmdesk.ui.buttons import primary, secondary
from pmdesk.ui.context import Context
from pmdesk.ui.doing import changes_in, do, say_failed, tell
from pmdesk.ui.folder_watch import FolderWatch
from pmdesk.ui.labels import label
from pmdesk.ui.page import Footer, PageHead, page_column
from pmdesk.ui.pages.exchange_switch import exchange_switch
from pmdesk.ui.pages.folder_part import FolderPart
from pmdesk.ui.pages.pack_form import PackForm
from pmdesk.ui.pages.pack_look import PackInHand
from pmdesk.ui.pages.record_parts import Prose
from pmdesk.ui.section import Section
from pmdesk.ui.small_table import Cell, Column, SmallTable
from pmdesk.ui.tab_order import tab_as_laid_out
from pmdesk.ui.words import _, n_, spoken
from pmdesk.ui.working import Work, with_twin


class ExchangePage(QWidget):
    """`arrive` takes paths of packs to bring in, or nothing."""

    def __init__(self, context: Context, watch: FolderWatch) -> None:
        super().__init__()
        self._context = context
        self.folder = FolderPart(context, watch, self.open)
        watch.came.connect(lambda _found: self._list_packs() if self.isVisible() else None)
        self.work: Work | None = None
        self.waiting, self._path = list[Path](), Path()
        self.stack = QStackedWidget()
        self.form, self.in_hand = PackForm(context, self._made), PackInHand(context, self._trusted)
        self.take_button = primary("", self.take)
        self.table = SmallTable(
            [Column(_("When"), 18), Column(_("Sent or received"), 14),
             Column(_("With whom"), 30, strong=True, gives=True),
             Column(_("What was in it"), 30, gives=True)],
            _("Packs sent and received"),
        )  # fmt: skip
        self.nothing = label(_("No pack was made or brought in here yet."), "quiet")
        self.words = Prose(own_words(context.register), "body_strong")
        self._overview, self._making, self._looking = self._first(), self._form_page(), self._look_page()
        for page in (self._overview, self._making, self._looking):
            self.stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)

    # What the window asks of every page

    def arrive(self, argument: object = None) -> None:
        if isinstance(argument, Sequence) and not isinstance(argument, str):
            self.open([path for path in argument if isinstance(path, Path)])

    def save(self) -> None:
        if self.stack.currentWidget() is self._looking:
            self.take()
        elif self.stack.currentWidget() is self._making:
            self.form.choose_place()

    def escape(self) -> bool:
        """Back to the packs; nothing was written."""
        if self.stack.currentWidget() is self._overview:
            return False
        self.put_away()
        return True

    def again(self) -> None:
        self.put_away()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Read what went and came."""
        self._list_packs()
        self.words.setText(own_words(self._context.register))
        self.folder.refresh()

    def _list_packs(self) -> None:
        register = self._context.register
        rows = pack_rows(register, spoken())
        sent = {True: _("Sent"), False: _("Received")}
        self.table.set_rows([[Cell(row.when), sent[row.sent], row.who, row.said] for row in rows])
        self.table.setVisible(bool(rows))
        self.nothing.setVisible(not rows)

    # Making

    def make(self) -> None:
        """Ask for whom."""
        self.form.begin()
        self.stack.setCurrentWidget(self._making)
        self.form.focus()

    def _made(self, _made: Made) -> None:
        self.put_away()

    # Bringing in

    def choose(self) -> None:
        """Ask for packs."""
        kinds = _("Packs (*{suffix})", suffix=SUFFIX)
        everything = _("All files (*)")
        chosen, _kind = QFileDialog.getOpenFileNames(
            self, _("Bring in a pack"), str(Path.home()), f"{kinds};;{everything}"
        )
        if chosen:
            self.open([Path(each) for each in chosen])

    def open(self, paths: Sequence[Path]) -> None:
        """Look at them one after the other; each is taken in or put away by itself."""
        self.waiting += paths
        if self.work is None and self.in_hand.look is None:
            self._next()

    def _next(self) -> None:
        if not self.waiting:
            self.put_away()
            return
        path, register = self.waiting.pop(0), self._context.register
        kind = do(self._context, lambda: what_is(register, path))
        if kind == PACK:
            self._path = path
            self._look("")
        elif kind is None:
            self._next()
        elif not self._context.has("receive-returns"):
            self._context.toast(_("This is a member’s own file: only packs are brought into it."))
            self._next()
        elif is_copy(register, path):
            self._context.visit("backups", path)
        else:
            self._context.visit("receive-returns", [path])

    def _look(self, passphrase: str) -> None:
        path, register = self._path, self._context.register

        def look(progress: Callable[[int, int], bool]) -> Any:
            return with_twin(register, lambda twin: look_at_pack(twin, path, passphrase, progress))

        self._run(look, _("Reading the pack."), self.show_look)

    def show_look(self, look: PackLook) -> None:
        """What the pack in hand would bring."""
        self.in_hand.show_look(look)
        self._show_button()
        tab_as_laid_out(self._looking)
        self.stack.setCurrentWidget(self._looking)
        (self.in_hand.asks[0].name.editor if self.in_hand.asks else self.take_button).setFocus()

    def take(self) -> None:
        """Take the pack in hand in, as a whole."""
        look, register = self.in_hand.look, self._context.register
        if look is None or not self.take_button.isEnabled():
            return

        def taken(progress: Callable[[int, int], bool]) -> Any:
            return with_twin(register, lambda twin: take_pack(twin, look, progress))

        self._run(taken, _("Bringing in the changes."), self._taken)

    def _taken(self, brought: Brought) -> None:
        look = self.in_hand.look
        assert look is not None
        register, named = self._context.register, self.in_hand.named
        answered = do(self._context, lambda: settle_names(register, named, spoken())) or 0
        brought = brought._replace(to_settle=max(0, brought.to_settle - answered))
        said = say_brought(self._context.register, look, brought, spoken())
        tell(self._context, changes_in(brought.changes))
        self._context.toast(said)
        do(self._context, lambda: see(self._context.register, [self._path]))
        self.folder.watch.look()
        self.in_hand.show_look(None)
        self._next()
        if (brought.to_settle or brought.alike) and not self.waiting:
            self._context.visit("conflicts", None)

    def put_away(self) -> None:
        """Leave what is in hand as it is."""
        held = self.stack.isAncestorOf(self.focusWidget() or self)
        self.waiting.clear()
        self.in_hand.show_look(None)
        self.stack.setCurrentWidget(self._overview)
        self.refresh()
        if held:
            self.make_button.setFocus()

    def _skip(self) -> None:
        self.in_hand.show_look(None)
        self._next()

    def _trusted(self) -> None:
        """One of the laptops is known now: the pack is looked at as before."""
        look = self.in_hand.look
        if look is not None:
            known = [ask.key for ask in self.in_hand.asks if self._is_known(ask.key)]
            left = tuple(key for key in look.unknown if key not in known)
            self.show_look(look._replace(unknown=left))
            announce(self, self.take_button.text())

    def _is_known(self, key: bytes) -> bool:
        return not unknown_laptops(self._context.register, [key])

    def _show_button(self) -> None:
        look = self.in_hand.look
        n = look.new if look else 0
        self.take_button.set_word(
            n_(n, "Bring in {n} change", "Bring in {n} changes") if n else _("Nothing to bring in")
        )
        self.take_button.setEnabled(bool(look and n and not look.unknown and not self._context.read_only))

    def _run(self, verb: Callable[..., Any], title: str, shown: Callable[[Any], object]) -> None:
        self.work = Work(self, verb, title)
        self.work.done.connect(lambda done: self._ended(lambda: shown(done)))
        self.work.failed.connect(lambda error: self._ended(lambda: self._failed(error)))
        self.work.start()

    def _ended(self, then: Callable[[], object]) -> None:
        self.work = None
        then()

    def _failed(self, error: object) -> None:
        if isinstance(error, NeedsPassphrase | WrongPassphrase):
            typed = self._ask_passphrase(_(error.sentence))
            if typed:
                self._look(typed)
                return
            error = Stopped()
        if self.in_hand.look is None:
            self.put_away() if not self.waiting else self._next()
        say_failed(self._context, error)

    def _ask_passphrase(self, why: str) -> str:
        title, asked = _("Passphrase"), _("{why} Its passphrase:", why=why)
        typed, is_given = QInputDialog.getText(self, title, asked, QLineEdit.EchoMode.Password)
        return typed if is_given else ""

    # Laying out

    def _first(self) -> QWidget:
        area, page = page_column(spacing=16)
        head = PageHead(_("Exchange"))
        head.add_action(secondary(_("Bring in a pack"), self.choose, "import"))
        self.make_button = primary(_("Make a pack"), self.make)
        head.add_action(self.make_button)
        page.addWidget(head)
        page.addWidget(exchange_switch(self._context, "exchange"))
        page.addWidget(
            Prose(
                _(
                    "A pack takes what was written here to another laptop, by stick, by e-mail or through a"
                    " shared folder. Nothing comes twice, and nothing anybody wrote is lost. Packs from"
                    " others may be dropped anywhere on this window."
                )
            )
        )
        mine = Section(_("The six words of this laptop"))
        mine.add(self.words)
        mine.add(label(_("Read them out when somebody asks whether a pack is really yours."), "quiet"))
        page.addWidget(mine)
        page.addWidget(self.folder)
        came = Section(_("Packs sent and received"))
        came.add(self.nothing)
        came.add(self.table)
        page.addWidget(came)
        return area

    def _form_page(self) -> QWidget:
        return self._with_foot(
            [PageHead(_("Make a pack")), self.form],
            [
                secondary(_("Put away"), self.put_away),
                primary(_("Choose a place"), self.form.choose_place),
            ],
        )

    def _look_page(self) -> QWidget:
        return self._with_foot([self.in_hand], [secondary(_("Put away"), self._skip), self.take_button])

    def _with_foot(self, parts: Sequence[QWidget], buttons: Sequence[QWidget]) -> QWidget:
        area, page = page_column(spacing=16)
        for part in parts:
            page.addWidget(part)
        foot = Footer()
        foot.row.addStretch(1)
        for button in buttons:
            foot.row.addWidget(button)
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(area, 1)
        layout.addWidget(foot)
        return whole
