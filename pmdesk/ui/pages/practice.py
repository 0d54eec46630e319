"""The page of good practice: what worked, whom it may help, who adopted it; files from council to council."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from pmdesk.actions.pages import last_changed
from pmdesk.actions.practice_files import ENDING, receive_practices, send_practices
from pmdesk.actions.practices import SHOWS, practice_shown
from pmdesk.actions.reading import read_record
from pmdesk.actions.remembering import remember, remembered
from pmdesk.domain.dates import say_date
from pmdesk.figures.practice_page import PracticePage
from pmdesk.figures.record_page import Edit, Lead
from pmdesk.ui.buttons import menu_button
from pmdesk.ui.context import Context
from pmdesk.ui.doing import do, say_done
from pmdesk.ui.pages.edit_record import EditRecord
from pmdesk.ui.pages.list_part import ListWords
from pmdesk.ui.pages.practice_view import PracticeView
from pmdesk.ui.pages.records_page import RecordsPage
from pmdesk.ui.words import _, n_, spoken

KEY = "practice"
FOLDER = "practice-folder"


class PracticesPage(RecordsPage):
    """`exchange` is the menu of files; a record's own page offers to save that one."""

    view: PracticeView

    def __init__(self, context: Context, words: ListWords) -> None:
        super().__init__(context, words)
        save = (_("Save all as a file…"), lambda: self.ask_save())
        entries = [save, (_("Bring in a file…"), self.ask_open)]
        self.exchange = menu_button(_("Exchange"), entries, name=_("Exchange with other councils"))
        self.list_part.head.add_action(self.exchange)

    def make_view(self) -> PracticeView:
        return PracticeView()

    def shows(self) -> tuple[str, ...]:
        return SHOWS

    def draw(self, record: str) -> bool:
        register, today = self._context.register, self._context.today

        def read() -> PracticePage:
            return practice_shown(register, read_record(register, "practice", record), today, spoken())

        page = do(self._context, read)
        if page is not None:
            self.view.show_page(page, last_changed(register, "practice", record), self._context.read_only)
        return page is not None

    def new(self) -> None:
        """It is the council's own until a day is given on which it is told."""
        self.edit(Edit("practice"))

    def edit(self, edit: Edit) -> EditRecord | None:
        """A new adoption begins today."""
        if edit.kind == "adoption" and edit.record is None and "adopted_on" not in edit.values:
            day = say_date(self._context.today, spoken())
            edit = edit._replace(values={**edit.values, "adopted_on": day})
        return super().edit(edit)

    def follow(self, lead: Lead) -> None:
        if lead.page == "practice-file":
            self.ask_save(str(lead.argument))
        else:
            super().follow(lead)

    def ask_save(self, practice: str = "") -> None:
        """Ask where the file shall lie and save it there: one practice, or all of them."""
        name = self.view.page.title if practice and self.view.page else _("Good practice")
        start = self._folder() / f"{name.replace('/', '-')[:80]}{ENDING}"
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Save as a file"), str(start), _kinds())
        if chosen:
            self.save_to(Path(chosen) if chosen.endswith(".json") else Path(f"{chosen}{ENDING}"), practice)

    def save_to(self, path: Path, practice: str = "") -> None:
        """Write the file; what could not be written is said."""
        register = self._context.register
        if do(self._context, lambda: send_practices(register, [practice] if practice else [], path)) is None:
            return
        self._remember(path)
        self._context.toast(_("Saved {name}. Send it as an attachment to an e-mail.", name=path.name))

    def ask_open(self) -> None:
        """Ask for a file and bring it in."""
        if self._context.read_only:
            self._context.toast(_("This register can only be read here."))
            return
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Bring in a file"), str(self._folder()), _kinds())
        if chosen:
            self.bring_in(Path(chosen))

    def bring_in(self, path: Path) -> None:
        """Bring a file in, with Undo; what it is not is said in a sentence."""
        done = do(self._context, lambda: receive_practices(self._context.register, path))
        if done is None:
            return
        self._remember(path)
        if done.changes is None:
            self._context.toast(_("Nothing new: all of it is here already."))
            return
        said = n_(done.added, "{n} new from {council}.", "{n} new from {council}.", council=done.council)
        if done.results:
            said += " " + n_(done.results, "{n} result came back.", "{n} results came back.")
        if done.changed:
            said += " " + n_(done.changed, "{n} written anew.", "{n} written anew.")
        say_done(self._context, said, done.changes)

    def _folder(self) -> Path:
        folder = Path(remembered(self._context.register, FOLDER) or Path.home())
        return folder if folder.is_dir() else Path.home()

    def _remember(self, path: Path) -> None:
        do(self._context, lambda: remember(self._context.register, FOLDER, str(path.parent)))


def _kinds() -> str:
    return f"{_('Good practice')} (*.json)"


def practice_page(context: Context) -> PracticesPage:
    return PracticesPage(context, ListWords(
        KEY, "practice", _("Good practice"), _("Filter by words, council"), _("Adopted"),
        _("What worked belongs here, in a few lines, so that whoever has the same trouble can take it up."),
    ))  # fmt: skip
