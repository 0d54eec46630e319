"""Bringing a spreadsheet in: what was understood, what to look at; nothing is written before it is agreed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from pmdesk.actions import figure_imports, imports
from pmdesk.actions.figure_imports import FigureLook, FigureResult
from pmdesk.actions.imports import Look, Result
from pmdesk.actions.registers import Unavailable
from pmdesk.ui.buttons import quiet
from pmdesk.ui.context import Context
from pmdesk.ui.doing import changes_in, say_done, tell
from pmdesk.ui.empty import Empty
from pmdesk.ui.page import MARGIN, PageHead, scrolled
from pmdesk.ui.pages.bring_in_answer import AnswerDialog, Answers
from pmdesk.ui.pages.bring_in_columns import ColumnList
from pmdesk.ui.pages.bring_in_figures import FigureBody, promise
from pmdesk.ui.pages.bring_in_looking import FIGURES, Untold, look_at
from pmdesk.ui.pages.bring_in_rows import (
    MOST,
    RowList,
    Settled,
    lines_of,
    settled_as,
    shown_columns,
    states_of,
)
from pmdesk.ui.pages.bring_in_view import Body, Foot, Unknown
from pmdesk.ui.words import _, n_, spoken
from pmdesk.ui.working import Work, with_twin

KINDS = ("outside_body", "partnership", "person", "organisation", "milestone", "partner", "annual_update",
         "progress_update", "municipal_year", "plan", "objective", "measure", "target",
         "reading")  # fmt: skip
# So many figures are planned anew in less time than a person notices.
SOON = 5_000
SHEETS = (".xlsx", ".xls", ".ods", ".csv", ".tsv", ".txt")
# Where the records of a file are seen once they are in.
SEEN_AT = {
    "outside_body": "bodies",
    "appointment": "bodies",
    "partnership": "partnerships",
    "person": "members",
    "organisation": "partners",
    "milestone": "milestones",
    "plan": "plans",
    "objective": "plans",
    "measure": "measures",
    "target": "measures",
    "reading": "measures",
}


class BringInPage(QWidget):
    """`arrive(path)` looks at a file; dropping one on the page does too."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._path: Path | None = None
        self.look: Look | None = None
        self.figures: FigureLook | None = None
        self._first = True
        # Doubtful rows a person has found right, by file; kept while the window is open.
        self._settled: dict[str, Settled] = {}
        self._work: Work | None = None
        self.setAcceptDrops(True)
        self.head = PageHead(_("Bring in a file"))
        self._chooser = quiet(_("Choose a file"), self.choose, icon="file")
        self.head.add_action(self._chooser)
        self.columns, self.rows = ColumnList(self._set_column), RowList()
        self.rows.asked.connect(self.answer)
        self.body = Body(self.columns, self.rows, self._order)
        self.figure_body = FigureBody(self._figures_again, self._open_sheet)
        self.unknown = Unknown()
        self.foot = Foot(self.cancel, self.bring_in)
        self.agree = self.foot.agree
        about = _(
            "Bring in outside bodies, partnerships, people or figures from Excel, ODS or CSV. Choose a file,"
            " or drop one here. You will see what was understood before anything is written."
        )
        self.empty = Empty(about, _("Choose a file"), self.choose, "import")
        self._lay_out()

    def arrive(self, argument: object = None) -> None:
        if isinstance(argument, Path):
            self.open(argument)

    def choose(self) -> None:
        """Ask for a file."""
        kinds = _("Spreadsheets (*.xlsx *.xls *.ods *.csv *.tsv *.txt)")
        start = str(self._path.parent if self._path else Path.home())
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Choose a spreadsheet"), start, kinds)
        if chosen:
            self.open(Path(chosen))

    def open(self, path: Path, entity: str | None = None, sheet: str | None = None) -> None:
        """Look at a file in a worker, then show what was understood; a sentence when it cannot be read."""
        register = self._context.register

        today = self._context.today
        if path != self._path:
            self.cancel()

        def do(progress: Callable[[int, int], bool]) -> Look | FigureLook:
            looked = with_twin(register, lambda twin: look_at(path, twin, entity, sheet, today))
            if not progress(1, 1):
                raise imports.Cancelled
            return looked

        def shown(looked: Look | FigureLook) -> None:
            self._path = path
            if isinstance(looked, FigureLook):
                self._show_figures(looked)
            else:
                self._show(looked)

        self._run(do, _("Reading {name}.", name=path.name), shown, lambda error: self._stuck(path, error))

    def _stuck(self, path: Path, error: object) -> None:
        """A file that nobody can tell by its headings is not lost: a person says what its rows are."""
        if not isinstance(error, Untold):
            self._failed(error)
            return
        self._path = path
        self.head.set(_("Bring in a file"), path.name)
        self.unknown.show_file(_(error.sentence), KINDS, lambda kind: self.open(path, kind))
        self._pages.setCurrentWidget(self.unknown)
        self.unknown.begin()

    def _open_sheet(self, sheet: str) -> None:
        if self._path is not None:
            self.open(self._path, "reading" if self.figures else None, sheet)

    def bring_in(self) -> None:
        """Write what was agreed, as one save with one Undo."""
        look, figures, register = self.look, self.figures, self._context.register
        if (look is None and figures is None) or self._context.read_only:
            self._context.toast(_("This register can only be read here."))
            return
        if not self.agree.isEnabled():
            self._context.toast(_("Nothing was new: everything in this file is in the register already."))
            return

        def do(progress: Callable[[int, int], bool]) -> Result | FigureResult:
            if figures is not None:
                return with_twin(
                    register,
                    lambda twin: figure_imports.bring_figures_in(twin, figures, spoken(), progress),
                )
            assert look is not None
            return with_twin(register, lambda twin: imports.bring_in(twin, look, spoken(), progress))

        self._run(do, _("Bringing in the records."), self._brought_in)

    def save(self) -> None:
        """Ctrl+S agrees, as it saves elsewhere."""
        if self.look is not None or self.figures is not None:
            self.bring_in()

    def answer(self, number: int) -> None:
        """Mend or answer one row."""
        if self.look is not None:
            left_out = self.look.left_out
            answers = Answers(
                lambda typed: self._again(answers=typed),
                lambda row: self._again(left_out=left_out | {row}),
                self._settle,
                lambda row: self._again(left_out=left_out - {row}),
            )
            self.dialog = AnswerDialog(self, self.look, number, answers)
            self.dialog.open()

    def cancel(self) -> None:
        """Put the file away; nothing was written."""
        self.look = self.figures = None
        self._path = None
        self.head.set(_("Bring in a file"))
        self._chooser.set_word(_("Choose a file"))
        self._pages.setCurrentWidget(self.empty)
        self.foot.hide()

    def escape(self) -> bool:
        if self.look is None and self.figures is None:
            return False
        self.cancel()
        return True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.toLocalFile().lower().endswith(SHEETS) for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            self.open(files[0])

    def _run(
        self,
        do: Callable[..., Any],
        title: str,
        shown: Callable[[Any], object],
        failed: Callable[[object], object] | None = None,
    ) -> None:
        self._work = Work(self, do, title)
        self._work.done.connect(shown)
        self._work.failed.connect(failed or self._failed)
        self._work.start()

    def _failed(self, error: object) -> None:
        if isinstance(error, imports.Cancelled):
            self._context.toast(_("Stopped. Nothing was written."))
        elif isinstance(error, imports.Unreadable | Unavailable):
            self._context.toast(_(error.sentence))
            if self.figures is not None:  # what was chosen stands as it was before
                self.figure_body.show_look(self.figures)
        elif isinstance(error, BaseException):
            raise error

    def _brought_in(self, result: Result | FigureResult) -> None:
        if result.changes is None:
            self._context.toast(_("Nothing was new: everything in this file is in the register already."))
        else:
            tell(self._context, changes_in(result.changes))
            say_done(self._context, _brought(result), result.changes)
        entity = self.look.entity if self.look else "reading"
        of_grants = self.look is not None and self.look.plan.of_grants
        self.cancel()
        # What a council gives is seen with those who get it.
        self._context.visit("partners" if of_grants else SEEN_AT.get(entity, "desk"), None)

    def _show_figures(self, looked: FigureLook) -> None:
        self.look, self.figures = None, looked
        file, counts = looked.file, looked.plan.outcomes
        series = n_(len(file.series), "{n} series", "{n} series")
        self.head.set(_("Bring in figures"), f"{file.source}, {series}")
        self._chooser.set_word(_("Choose another file"))
        self.figure_body.show_look(looked)
        figures = 0 if looked.plan.asks_area or file.undated else counts["added"] + counts["changed"]
        self.foot.show_figures(figures, promise(looked), not self._context.read_only)
        if self._pages.currentWidget() is not self.figure_body:
            self._pages.setCurrentWidget(self.figure_body)
            self.foot.show()
            self.figure_body.begin()

    def _figures_again(self, **changed: Any) -> None:
        """Look anew with what a person chose: at once where it is soon done, else beside the window."""
        looked, register = self.figures, self._context.register
        if looked is None:
            return

        def do(_progress: Callable[[int, int], bool]) -> FigureLook:
            again = figure_imports.look_at_figures_again
            return with_twin(register, lambda twin: again(looked, twin, **changed))

        if changed.keys() == {"choices"} and sum(looked.plan.outcomes.values()) < SOON:
            self._show_figures(figure_imports.look_at_figures_again(looked, register, **changed))
        else:
            self._run(do, _("Reading {name}.", name=looked.file.source), self._show_figures)

    def _show(self, look: Look) -> None:
        self.look, self.figures = look, None
        title = _("Bring in {what}", what=_(look.plan.called(look.entity)).lower())
        where = look.sheet.source
        if len(look.sheet.names) > 1:
            where = _("{file}, sheet ‘{sheet}’", file=look.sheet.source, sheet=look.sheet.name)
        self.head.set(title, f"{where}, {n_(len(look.plan.rows), '{n} row', '{n} rows')}")
        self._chooser.set_word(_("Choose another file"))
        read = sum(column.target is not None for column in look.columns)
        self.body.columns_head.set_count(_("{n} of {m}", n=read, m=len(look.columns)))
        self.columns.show_columns(look.columns, imports.choices(look.entity))
        kinds = KINDS if look.entity in KINDS else (look.entity, *KINDS)
        self.body.asks.show_asks(look, kinds, self._set_kind, self._open_sheet)
        self._show_rows()
        states = look.plan.outcomes()
        self.foot.show_rows(states["added"] + states["changed"], not self._context.read_only)
        if self._pages.currentWidget() is not self.body:
            self._pages.setCurrentWidget(self.body)
            self.foot.show()
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_rows(self) -> None:
        if self.look is None:
            return
        rows, settled = self.look.plan.rows, self._settled_here()
        states = states_of(self.look, settled)
        said = [
            n_(states["refused"] + states["doubtful"] + states["waiting"], "{n} to look at", "{n} to look at")
        ]
        if len(rows) > MOST:
            said.append(_("the first {n} shown", n=MOST))
        self.body.counts.show_counts(self.look, states)
        self.body.rows_head.set_count(", ".join(said))
        self.body.row_heads.set_words([self.look.sheet.headings[at] for at in shown_columns(self.look)])
        self.rows.show_lines(lines_of(self.look, self._first, settled))

    def _set_kind(self, kind: str) -> None:
        """Rows of another kind; figures are looked for anew, for they are known by their shape."""
        if kind in FIGURES and self._path is not None:
            self.open(self._path, kind)
        else:
            self._again(entity=kind)

    def _set_column(self, heading: str, target: str | None) -> None:
        self._again(mapping={heading: target})

    def _again(self, **changed: Any) -> None:
        if self.look is not None:
            try:
                self._show(imports.look_again(self.look, self._context.register, **changed))
            except (imports.Unreadable, Unavailable) as fault:
                self._context.toast(_(fault.sentence))

    def _settled_here(self) -> Settled:
        return self._settled.get(self.look.sheet.sha256, frozenset()) if self.look else frozenset()

    def _settle(self, number: int) -> None:
        """A doubtful row read rightly needs no more looking at, unless it is doubted for another reason."""
        if self.look is not None:
            row = next(row for row in self.look.plan.rows if row.number == number)
            self._settled[self.look.sheet.sha256] = self._settled_here() | {settled_as(row)}
            self._show_rows()

    def _order(self, first: bool) -> None:
        self._first = first
        self.body.show_order(first)
        self._show_rows()

    def _lay_out(self) -> None:
        self._pages = QStackedWidget()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.unknown)
        self._pages.addWidget(self.body)
        self._pages.addWidget(self.figure_body)
        inner = QWidget()
        inner.setObjectName("page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 16, 0, 8)
        column.setSpacing(12)
        head = QVBoxLayout()
        head.setContentsMargins(MARGIN, 0, MARGIN, 0)
        head.addWidget(self.head)
        column.addLayout(head)
        column.addWidget(self._pages, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scrolled(inner), 1)
        layout.addWidget(self.foot)
        self.foot.hide()


def _brought(result: Result | FigureResult) -> str:
    """What came in, in the words of the promise: rows of a list as records, figures as figures."""
    if isinstance(result, FigureResult):
        figures = result.added + result.changed
        return n_(figures, "Brought in {count} figure.", "Brought in {count} figures.", count=f"{figures:,}")
    new, changed = sum(result.made.values()), result.changed
    said = n_(new, "Brought in {n} new record.", "Brought in {n} new records.")
    also = n_(changed, "{n} row changed one.", "{n} rows changed some.") if changed else ""
    return f"{said} {also}".strip()
