"""Returns that came back, dozens at once: what was understood of each; written only once it is agreed."""

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from pmdesk.actions.conflicts import how_many
from pmdesk.actions.registers import Unavailable
from pmdesk.actions.returns_in import Looked, coming_in, look_at_returns, open_locked, take_returns
from pmdesk.figures.returned_forms import STATES, TO_CHOOSE, ReturnedFile, in_order
from pmdesk.ui.accessible import announce
from pmdesk.ui.buttons import flat, primary, quiet, secondary
from pmdesk.ui.context import Context
from pmdesk.ui.doing import do, say_done, say_failed
from pmdesk.ui.dropped import files_in, packs_in
from pmdesk.ui.empty import Empty
from pmdesk.ui.page import MARGIN, TOP, Footer, PageHead, scrolled
from pmdesk.ui.pages.receive_returns_view import FileInHand, ReturnsTable
from pmdesk.ui.tab_order import tab_as_laid_out
from pmdesk.ui.words import _, n_
from pmdesk.ui.working import Work, with_twin


class ReceiveReturnsPage(QWidget):
    """`arrive` takes paths to look at, or nothing; files and folders may be dropped on the page."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.looked: Looked | None = None
        self.files: tuple[ReturnedFile, ...] = ()
        self.chosen: set[str] = set()  # keys, of those that wait for a choice
        self.work: Work | None = None
        self.setAcceptDrops(True)
        self.head = PageHead(_("Receive returns"))
        self._again = (
            quiet(_("Choose a folder"), self.choose_folder, "file"),
            quiet(_("Choose files"), self.choose, "file"),
        )
        for button in self._again:
            self.head.add_action(button)
        about = _(
            "Choose the forms that members sent back, a folder of them, saved e-mails or a member’s own file;"
            " or drop them here. You will see what was understood before anything is written."
        )
        self.empty = Empty(about, _("Choose files"), self.choose, "import")
        self.empty.add_button(secondary(_("Choose a folder"), self.choose_folder))
        self.table, self.in_hand = ReturnsTable(), FileInHand(self.take, self.unlock)
        self.table.in_hand.connect(self.show_file)
        self.table.ticked.connect(self.tick)
        self.table.activated_cell.connect(lambda row, _column: self._to_choice(row))
        self.button = primary("", self.bring_in)
        self._lay_out()
        self.cancel()

    # What the window asks of every page

    def arrive(self, argument: object = None) -> None:
        if isinstance(argument, Sequence) and not isinstance(argument, str):
            self.open([path for path in argument if isinstance(path, Path)])

    def save(self) -> None:
        if self.looked is not None:
            self.bring_in()

    def escape(self) -> bool:
        """Put the files away; nothing was written."""
        if self.looked is None:
            return False
        self.cancel()
        return True

    def focus_list(self) -> None:
        self.table.setFocus() if self.table.isVisible() else self.empty.setFocus()

    # Looking

    def choose(self) -> None:
        """Ask for files."""
        kinds = _("Returns (*.pdf *.eml *.zip *.pmdesk)")
        chosen, _kind = QFileDialog.getOpenFileNames(self, _("Choose files"), str(Path.home()), kinds)
        if chosen:
            self.open([Path(each) for each in chosen])

    def choose_folder(self) -> None:
        """Ask for a folder of them."""
        chosen = QFileDialog.getExistingDirectory(self, _("Choose a folder"), str(Path.home()))
        if chosen:
            self.open([Path(chosen)])

    def open(self, paths: Sequence[Path]) -> None:
        """Look at them beside the window, then show what was understood."""
        register = self._context.register

        def looked(progress: Callable[[int, int], bool]) -> Any:
            return with_twin(register, lambda twin: look_at_returns(twin, paths, None, progress))

        self._run(looked, _("Reading the returns."), self.show_looked)

    def show_looked(self, looked: Looked) -> None:
        """What waits for a choice first; then all others."""
        self.looked, self.files, self.chosen = looked, in_order(looked.files), set()
        self._show()
        self.table.setFocus()
        self.show_file(0)
        announce(self, self.head.quiet_words())

    def cancel(self) -> None:
        """Put the files away."""
        self.looked, self.files, self.chosen = None, (), set()
        self._show()

    def unlock(self, key: str, passphrase: str) -> None:
        """Open a member's file that waits for its passphrase; the others stay as they are."""
        register, looked = self._context.register, self.looked
        if looked is None or key not in looked.locked:
            return

        def opened(_progress: object) -> Any:
            return with_twin(register, lambda twin: open_locked(twin, looked, key, passphrase))

        self._run(opened, _("Reading the returns."), self._unlocked)

    def _unlocked(self, looked: Looked) -> None:
        chosen = self.chosen
        self.show_looked(looked)
        self.chosen = chosen & {file.key for file in self.files}
        self._show_rows()

    # Choosing

    def show_file(self, row: int) -> None:
        """Show one file whole under the list."""
        file = self.files[row] if 0 <= row < len(self.files) else None
        self.in_hand.show_file(file, bool(file and file.key in self.chosen))
        tab_as_laid_out(self)

    def tick(self, row: int) -> None:
        """Take what a file says where it waits for a choice, or not."""
        file = self.files[row]
        if file.state in TO_CHOOSE:
            self.take(file.key, file.key not in self.chosen)
            self.show_file(row)

    def take(self, key: str, on: bool) -> None:
        """Take this file's answers, or keep the others; of several for one seat at most one is taken."""
        file = next(each for each in self.files if each.key == key)
        self.chosen = (self.chosen | {key}) - set(file.rivals) if on else self.chosen - {key}
        self._show_rows()

    def _to_choice(self, row: int) -> None:
        """Enter goes on to what the row in hand waits for."""
        self.show_file(row)
        self.in_hand.focus_question()

    # Bringing in

    def bring_in(self) -> None:
        """Write what was agreed, as one save with one Undo."""
        looked, register, today = self.looked, self._context.register, self._context.today
        if looked is None:
            return
        if self._context.read_only:
            self._context.toast(_("This register can only be read here."))
            return
        n, before = len(coming_in(looked, self.chosen)), how_many(register)
        done = do(self._context, lambda: take_returns(register, looked, self.chosen, today))
        if done is None:
            return
        said = n_(n, "{n} return is in.", "{n} returns are in.")
        if done.entry:
            say_done(self._context, said, done)
        else:
            self._context.toast(said)
        self.cancel()
        # What a member and an officer both changed is asked at once, while it is fresh.
        self._context.visit("conflicts" if how_many(register) > before else "annual-updates", None)

    # Showing

    def _show(self) -> None:
        any_files = self.looked is not None
        for part in (self.table, self.in_hand, self.foot, *self._again):
            part.setVisible(any_files)
        self.empty.setVisible(not any_files)
        self._column.setStretch(0, int(any_files))  # with nothing under it the head stays at the top
        counts = Counter(file.state for file in self.files)
        said = [
            f"{counts[state]} {_(word).lower()}" for state, (_shape, word) in STATES.items() if counts[state]
        ]
        self.head.set(_("Receive returns"), n_(len(self.files), "{n} file", "{n} files") if any_files else "",
                      line=", ".join(said))  # fmt: skip
        self._show_rows()

    def _show_rows(self) -> None:
        held = self.table.currentIndex()
        self.table.blockSignals(True)
        self.table.show_files(self.files, self.chosen)
        if held.isValid() and held.row() < len(self.files):
            self.table.setCurrentIndex(self.table.model().index(held.row(), held.column()))
        self.table.blockSignals(False)
        n = len(coming_in(self.looked, self.chosen)) if self.looked else 0
        self.button.set_word(
            n_(n, "Bring in {n} return", "Bring in {n} returns") if n else _("Nothing to bring in")
        )
        self.button.setEnabled(n > 0 and not self._context.read_only)

    def _run(self, verb: Callable[..., Any], title: str, shown: Callable[[Any], object]) -> None:
        self.work = Work(self, verb, title)
        self.work.done.connect(shown)
        self.work.failed.connect(self._failed)
        self.work.start()

    def _failed(self, error: object) -> None:
        if isinstance(error, Unavailable) and self.in_hand.passphrase is not None:
            self.in_hand.passphrase.set_error(_(error.sentence))
            self.in_hand.passphrase.focus()
        else:
            say_failed(self._context, error)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_in(event) and not packs_in(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if paths := files_in(event):
            self.open(paths)

    def _lay_out(self) -> None:
        back = flat(_("Back to annual updates"), lambda: self._context.visit("annual-updates", None), "left")
        inner = QWidget()
        inner.setObjectName("page")
        self._column = column = QVBoxLayout(inner)
        column.setContentsMargins(0, TOP, 0, 12)
        column.setSpacing(0)
        above = QVBoxLayout()
        above.setContentsMargins(MARGIN, 0, MARGIN, 0)
        above.setSpacing(12)
        above.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        above.addWidget(self.head)
        above.addWidget(self.table, 1)
        above.addWidget(self.in_hand)
        above.addStretch(0)  # below a short list, not between the parts above it
        column.addLayout(above, 1)
        column.addWidget(self.empty, 1)  # it has the page's margin itself
        column.addStretch(0)
        self.foot = Footer()
        self.foot.row.addStretch(1)
        self.foot.row.addWidget(secondary(_("Put away"), self.cancel))
        self.foot.row.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scrolled(inner), 1)
        layout.addWidget(self.foot)
