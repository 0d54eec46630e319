"""The papers: choose one at the left, read it at the right as it will be printed, save it."""

from pathlib import Path

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from pmdesk.actions.paper_names import file_name
from pmdesk.actions.paper_table import PAPERS
from pmdesk.actions.papers import paper_bytes
from pmdesk.actions.registers import Register
from pmdesk.actions.remembering import remember, remembered
from pmdesk.actions.writing import write_file
from pmdesk.domain.words import Words, words_in
from pmdesk.ui.accessible import announce
from pmdesk.ui.bus import bus
from pmdesk.ui.buttons import primary, tool
from pmdesk.ui.choice_editors import Check, ListChoice
from pmdesk.ui.context import Context
from pmdesk.ui.doing import do
from pmdesk.ui.empty import Empty
from pmdesk.ui.labels import label
from pmdesk.ui.page import Footer, ListAndRecord
from pmdesk.ui.pages.each_report import EachReport
from pmdesk.ui.pages.long_paper import SOON, LongPaper
from pmdesk.ui.pages.paper_choice import PaperChoicePart, Wanted
from pmdesk.ui.preview import FIT, ZOOMS, Preview
from pmdesk.ui.words import _


class PapersPage(QWidget):
    """What is saved is byte for byte what was read."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._made: bytes | None = None
        self._stale, self._behind = True, False
        self.list_part = PaperChoicePart(context)
        self.preview, self.nothing = Preview(), Empty("")
        self.save_button = primary(_("Save PDF"), self.ask_save, "save")
        self.each = EachReport(context, self)
        self.beside = LongPaper(self, self.show_made)
        self.open_after = Check(_("Open after saving"))
        self.place = label("", "small", wrap=False)
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self.make)
        self._lay_out()
        self.open_after.setChecked(remembered(context.register, "open-paper") != "no")
        self.open_after.toggled.connect(self._keep_open)
        self.preview.page_changed.connect(self._say_page)
        self.list_part.chosen.connect(self._ask)
        bus().changed.connect(self._changed)

    # What the window asks of every page

    def arrive(self, argument: object = None) -> None:
        """Show a paper: its name, or (its name, the id of its record); else what was shown before."""
        paper, of = argument if isinstance(argument, tuple) else (argument, "")
        if isinstance(paper, str) and paper in PAPERS:
            self.list_part.choose(paper, str(of or ""))

    def save(self) -> None:
        self.ask_save()

    def refresh(self) -> None:
        """Read again what can be printed and make the paper in sight anew."""
        self.list_part.refresh()
        self._ask()

    def focus_list(self) -> None:
        self.list_part.focus()

    def focus_record(self) -> None:
        self.preview.setFocus()

    # Papers

    def wanted(self) -> Wanted:
        return self.list_part.wanted()

    def made(self) -> bytes | None:
        """The paper in sight, as bytes; None while there is none."""
        return self._made

    def make(self) -> None:
        """Make the paper that is wanted and show it, or say why there is none."""
        self._turn.stop()
        if self.beside.at_work:  # what it brings is no longer wanted
            self._stale = True
            return
        self._stale, self._made = False, None
        wanted = self.wanted()
        self.each.offer(wanted)
        if PAPERS[wanted.paper].of and not wanted.of and not PAPERS[wanted.paper].many:
            self._show_nothing(_("Choose at the left what the paper shall be of."))
            return
        if self.list_part.records_wanted() > SOON:
            self.beside.make(wanted, self._meant(wanted))
            return
        problems: list[str] = []
        made = do(
            self._context,
            lambda: paper_bytes(*self._meant(wanted)),
            lambda found: problems.extend(found.values()),
        )
        self.show_made(wanted, made, " ".join(problems))

    def show_made(self, wanted: Wanted, made: bytes | None, problem: str) -> None:
        """Show the paper that was made, or why there is none; one that is no longer wanted is made anew."""
        if wanted != self.wanted() or self._stale:
            self._ask()
            return
        self._made = made
        if made is None:
            self._show_nothing(problem or _("The paper could not be made."))
            return
        self._paper_side.setCurrentWidget(self.preview)
        self.preview.set_pdf(made, _(PAPERS[wanted.paper].title))
        self._enable(True)

    def ask_save(self) -> None:
        """Ask where the paper shall lie and save it there."""
        if self._stale:
            self.make()
        if self._made is None:
            return
        folder = Path(remembered(self._context.register, "papers-folder") or Path.home())
        start = str((folder if folder.is_dir() else Path.home()) / file_name(*self._meant(self.wanted())))
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Save PDF"), start, "PDF (*.pdf)")
        if chosen:
            path = Path(chosen)
            self.save_to(path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf"))

    def save_to(self, path: Path) -> None:
        """Save the paper in sight; what could not be written is said."""
        made = self._made
        if made is None or do(self._context, lambda: write_file(made, path)) is None:
            return
        do(self._context, lambda: remember(self._context.register, "papers-folder", str(path.parent)))
        self._context.toast(_("Saved {name}.", name=path.name))
        if self.open_after.isChecked():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._behind:
            self.list_part.refresh()
            self._behind = False
        if self._stale:
            self._ask()

    def _meant(self, wanted: Wanted) -> tuple[Register, str, list[str], str | None, Words, str]:
        """What was chosen, as the verbs on papers take it."""
        of, words = list(wanted.of), words_in(wanted.language)
        return self._context.register, wanted.paper, of, wanted.year or None, words, self._context.today

    def _ask(self) -> None:
        """The paper is made when the window has shown what was chosen."""
        self._stale = True
        if self.isVisible():
            self._turn.start()

    def _changed(self, _changes: object) -> None:
        """Someone saved: what can be printed and what it says may be other now."""
        if self.isVisible():
            self.refresh()
        else:
            self._behind = self._stale = True

    def _keep_open(self, on: bool) -> None:
        do(self._context, lambda: remember(self._context.register, "open-paper", "" if on else "no"))

    def _show_nothing(self, sentence: str) -> None:
        self.preview.clear()
        self.nothing.set_sentence(sentence)
        self._paper_side.setCurrentWidget(self.nothing)
        self._enable(False)
        announce(self, sentence)

    def _enable(self, on: bool) -> None:
        for part in (self.save_button, self.open_after, *self._tools):
            part.setEnabled(on)

    def _say_page(self, page: int, pages: int) -> None:
        self.place.setText(_("Page {n} of {m}", n=page, m=pages) if pages else "")

    def _lay_out(self) -> None:
        self._paper_side = QStackedWidget()
        for part in (self.preview, self.nothing):
            self._paper_side.addWidget(part)
        self.record_part = QWidget()
        right = QVBoxLayout(self.record_part)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addLayout(self._bar())
        right.addWidget(self._paper_side, 1)
        right.addWidget(self._footer())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.split = ListAndRecord(self.list_part, self.record_part)
        layout.addWidget(self.split)

    def _bar(self) -> QHBoxLayout:
        step = self.preview.go_to
        before = tool("up", _("Page before"), lambda: step(self.preview.page() - 1))
        after = tool("down", _("Next page"), lambda: step(self.preview.page() + 1))
        sizes = [(str(zoom), _("{n}%", n=round(zoom * 100))) for zoom in ZOOMS]
        self.zoom = ListChoice([(str(FIT), _("Fit the width")), *sizes], blank=False)
        self.zoom.setMinimumContentsLength(14)
        self.zoom.setAccessibleName(_("Size of the preview"))
        self.zoom.edited.connect(lambda: self.preview.set_zoom(float(self.zoom.value() or FIT)))
        self.preview.zoomed.connect(lambda zoom: self.zoom.set_value(str(zoom)))
        self._tools: list[QWidget] = [before, after, self.zoom]
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 8, 24, 8)
        bar.setSpacing(8)
        bar.addWidget(before)
        bar.addWidget(after)
        # It has the room whatever it says: what is said while the page is laid out asks for none.
        bar.addWidget(self.place, 1)
        bar.addWidget(self.zoom)
        return bar

    def _footer(self) -> Footer:
        foot = Footer()
        foot.row.addWidget(self.each.button)
        foot.row.addStretch(1)
        foot.row.addWidget(self.open_after)
        foot.row.addWidget(self.save_button)
        return foot
