"""One progress report for each partnership: asks where to, works beside the window, says what was done."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QWidget

from pmdesk.actions.paper_run import Run, make_each, say_without
from pmdesk.actions.remembering import remember, remembered
from pmdesk.domain.words import words_in
from pmdesk.ui.buttons import secondary
from pmdesk.ui.context import Context
from pmdesk.ui.doing import do, say_failed
from pmdesk.ui.pages.paper_choice import Wanted
from pmdesk.ui.words import _, n_, spoken
from pmdesk.ui.working import Work, with_twin


class EachReport:
    """`button` is shown while the progress report is chosen; `work` is the last run, None before it."""

    def __init__(self, context: Context, page: QWidget) -> None:
        self._context, self._page = context, page
        self._wanted: Wanted | None = None
        self.work: Work | None = None
        self.button = secondary(_("One file for each partnership"), self.ask, "file")
        self.button.hide()

    def offer(self, wanted: Wanted) -> None:
        """The paper in hand is this one: reports for each follow its year and its language."""
        self._wanted = wanted
        self.button.setVisible(wanted.paper == "progress")

    def ask(self) -> None:
        """Ask for the folder and write the reports there."""
        folder = Path(remembered(self._context.register, "papers-folder") or Path.home())
        start = str(folder if folder.is_dir() else Path.home())
        chosen = QFileDialog.getExistingDirectory(self._page, _("Folder for the reports"), start)
        if chosen:
            self.run(Path(chosen))

    def run(self, folder: Path) -> None:
        """Write the report of each partnership into `folder`, beside the window."""
        register, today, wanted = self._context.register, self._context.today, self._wanted
        year, words = (wanted.year, words_in(wanted.language)) if wanted else ("", spoken())

        def made(progress: Callable[[int, int], bool]) -> Any:
            return with_twin(
                register, lambda twin: make_each(twin, folder, (), year or None, words, today, progress)
            )

        self.work = Work(self._page, made, _("Writing the reports."))
        self.work.done.connect(lambda run: self._done(run, folder))
        self.work.failed.connect(self._failed)
        self.work.start()

    def _done(self, run: Run, folder: Path) -> None:
        do(self._context, lambda: remember(self._context.register, "papers-folder", str(folder)))
        count = len(run.paths)
        said = n_(
            count, "Saved {n} report in {folder}.", "Saved {n} reports in {folder}.", folder=folder.name
        )
        self._context.toast(f"{said} {say_without(run, spoken())}".strip())

    def _failed(self, error: object) -> None:
        say_failed(self._context, error)
