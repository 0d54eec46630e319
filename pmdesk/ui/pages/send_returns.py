"""Forms for members who have no pmdesk: for which seats, in which language, into which folder."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from pmdesk.actions.annual_cycle import SHOWS, annual_cycle
from pmdesk.actions.remembering import remember, remembered
from pmdesk.actions.returns_out import send_returns
from pmdesk.domain.words import LANGUAGES, words_in
from pmdesk.figures.annual_cycle import OWED, STANDINGS, OwedLine
from pmdesk.ui.bus import bus
from pmdesk.ui.buttons import flat, primary
from pmdesk.ui.choice_editors import ListChoice
from pmdesk.ui.context import Context
from pmdesk.ui.doing import Changes, do, say_failed
from pmdesk.ui.empty import Empty
from pmdesk.ui.labels import label
from pmdesk.ui.page import MARGIN, TOP, Footer, PageHead, scrolled
from pmdesk.ui.small_table import Cell, Column
from pmdesk.ui.tick_table import TickTable, box
from pmdesk.ui.words import _, n_, spoken
from pmdesk.ui.working import Work, with_twin

FOLDER = "forms-folder"
_AGREED = ("accepted", "published")


class SendReturnsPage(QWidget):
    """`arrive` takes a municipal year (id or label) or nothing; who has not submitted is chosen at first."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._year, self._name = "", ""
        self.lines: list[OwedLine] = []
        self.chosen: set[str] = set()  # seats
        self.work: Work | None = None
        self.head = PageHead(_("Forms for members"))
        self.year = ListChoice([], blank=False)
        self.year.setAccessibleName(_("Municipal year"))
        self.year.edited.connect(self._take_year)
        self.language = ListChoice(list(LANGUAGES.items()), blank=False)
        self.language.setAccessibleName(_("Language of the forms"))
        self.language.set_value(spoken().language)
        self.table = TickTable(
            [Column(_("Member"), 28, strong=True), Column(_("Outside body"), 44), Column(_("Status"), 16)],
            _("Seats that owe an annual update"),
        )
        self.table.ticked.connect(self.tick)
        self.table.all_ticked.connect(self.tick_all)
        self.table.activated_cell.connect(lambda row, _column: self.tick(row))
        self.empty = Empty(
            _("Nobody owes an annual update in this year, so there is no form to make."),
            _("Annual updates"),
            lambda: self._context.visit("annual-updates", None),
        )
        self._all = flat("", self.tick_all)
        self._count = label("", "small", wrap=False)
        self.button = primary("", self.ask, "file")
        self._lay_out()
        bus().changed.connect(self._changed)

    # What the window asks of every page

    def arrive(self, argument: object = None) -> None:
        if isinstance(argument, str) and argument:
            self._year = argument
        self.refresh(anew=True)

    def refresh(self, anew: bool = False) -> None:
        """Read the year; `anew` chooses every seat that owes."""
        register, today = self._context.register, self._context.today
        found = do(self._context, lambda: annual_cycle(register, self._year, today, spoken()))
        if found is None:  # a year that was taken back by Undo
            found, self._year = annual_cycle(register, "", today, spoken()), ""
        self._year, self._name = found.year_id, found.year
        self.lines = [line for line in found.lines if line.standing not in _AGREED]
        self.lines.sort(key=lambda line: (line.member.casefold(), line.body.casefold()))
        seats = {line.seat for line in self.lines}
        # One who has submitted needs no form, but may be given one.
        owe = {line.seat for line in self.lines if line.standing in OWED} or seats
        self.chosen = owe if anew else self.chosen & seats
        self._fill_years()
        self._show()

    def save(self) -> None:
        self.ask()

    def focus_list(self) -> None:
        self.table.setFocus()

    # What is chosen

    def tick(self, row: int) -> None:
        """Choose a row, or put it back."""
        self.chosen ^= {self.lines[row].seat}
        self._show()
        self.table.go_to(row)

    def tick_all(self) -> None:
        seats = {line.seat for line in self.lines}
        self.chosen = set() if seats <= self.chosen else seats
        self._show()

    def _take_year(self) -> None:
        self._year = str(self.year.value() or "")
        self.refresh(anew=True)

    # The forms

    def ask(self) -> None:
        """Ask for the folder and write the forms there."""
        if not self.chosen:
            self._context.toast(_("Choose at least one member."))
            return
        folder = Path(remembered(self._context.register, FOLDER) or Path.home())
        start = str(folder if folder.is_dir() else Path.home())
        chosen = QFileDialog.getExistingDirectory(self, _("Empty folder for the forms"), start)
        if chosen:
            self.run(Path(chosen))

    def run(self, folder: Path) -> None:
        """Write the forms of those chosen into `folder`, beside the window."""
        register, today, year = self._context.register, self._context.today, self._name
        words, seats = words_in(str(self.language.value())), sorted(self.chosen)

        def made(progress: Callable[[int, int], bool]) -> Any:
            return with_twin(
                register, lambda twin: send_returns(twin, folder, year, seats, words, today, progress)
            )

        self.work = Work(self, made, _("Making the forms."))
        self.work.done.connect(lambda paths: self._done(paths, folder))
        self.work.failed.connect(self._failed)
        self.work.start()

    def _done(self, paths: list[Path], folder: Path) -> None:
        do(self._context, lambda: remember(self._context.register, FOLDER, str(folder.parent)))
        said = n_(
            len(paths),
            "{n} form is in ‘{folder}’. Send it to its member by e-mail.",
            "{n} forms are in ‘{folder}’. Send each to its member by e-mail.",
            folder=folder.name,
        )
        self._context.toast(said)

    def _failed(self, error: object) -> None:
        say_failed(self._context, error)

    # Showing

    def _fill_years(self) -> None:
        rows = self._context.register.all("municipal_year")
        wanted = sorted(((str(row["id"]), str(row["name"])) for row in rows), key=lambda each: each[1])[::-1]
        self.year.clear()
        for id, name in wanted:
            self.year.addItem(name, id)
        self.year.set_value(self._year or None)

    def _show(self) -> None:
        held = self.table.currentIndex()
        self.table.set_rows([_row(line, line.seat in self.chosen) for line in self.lines])
        if held.isValid() and held.row() < len(self.lines):
            self.table.setCurrentIndex(self.table.model().index(held.row(), held.column()))
        taken, some = len(self.chosen), bool(self.lines)
        self.table.setVisible(some)
        self.empty.setVisible(not some)
        self._column.setStretch(0, int(some))  # with nothing under it the head stays at the top
        self.foot.setVisible(some)
        self._about.setVisible(some)
        whole = taken == len(self.lines)
        self._all.set_word(_("Choose none") if whole else _("Choose all {n}", n=len(self.lines)))
        self._count.setText(n_(taken, "{n} chosen", "{n} chosen") if taken else _("None chosen"))
        self.button.set_word(n_(taken, "Save {n} form", "Save {n} forms") if taken else _("Save the forms"))
        self.button.setEnabled(taken > 0)

    def _lay_out(self) -> None:
        back = flat(_("Back to annual updates"), lambda: self._context.visit("annual-updates", None), "left")
        asked = QHBoxLayout()
        asked.setSpacing(8)
        asked.addWidget(self.year)
        asked.addWidget(self.language)
        asked.addStretch(1)
        said = _(
            "Each form is one PDF: filled in with what is known, to be completed in any PDF reader or"
            " browser, or by pen, and sent back."
        )
        self._about = label(said, "quiet")
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
        above.addWidget(self._about)
        above.addLayout(asked)
        above.addWidget(self.table, 1)
        above.addStretch(0)  # below a short list, not between the parts above it
        column.addLayout(above, 1)
        column.addWidget(self.empty, 1)  # it has the page's margin itself
        column.addStretch(0)
        self.foot = Footer()
        self.foot.row.addWidget(self._all)
        self.foot.row.addWidget(self._count)
        self.foot.row.addStretch(1)
        self.foot.row.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scrolled(inner), 1)
        layout.addWidget(self.foot)

    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.touches(*SHOWS):
            self.refresh()


def _row(line: OwedLine, chosen: bool) -> list[Cell]:
    shape, said = STANDINGS[line.standing]
    return [box(line.member, chosen), Cell(line.body), Cell(_(said), state=shape)]
