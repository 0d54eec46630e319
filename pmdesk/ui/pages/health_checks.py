"""The page of health checks: opened, answered alone, closed for good, and what came of each."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from pmdesk.actions.finding import title_of
from pmdesk.actions.health_checks import health_of, open_check
from pmdesk.actions.health_forms import make_forms, receive_forms
from pmdesk.actions.reading import read_record
from pmdesk.figures.health import Health
from pmdesk.figures.health_page import ANSWER, CLOSE, FORMS, OPEN, RECEIVE, HealthPage
from pmdesk.figures.record_page import Lead
from pmdesk.ui.context import Context
from pmdesk.ui.doing import changes_in, do, tell
from pmdesk.ui.pages.health_forms import AnswerForm, CloseForm
from pmdesk.ui.pages.health_switch import SwitchedList
from pmdesk.ui.pages.health_view import HealthView
from pmdesk.ui.pages.list_part import ListPart, ListWords
from pmdesk.ui.pages.records_page import RecordsPage
from pmdesk.ui.words import _, n_, spoken

KEY = "health-checks"


def health_checks_page(context: Context) -> RecordsPage:
    return HealthChecksPage(context, ListWords(
        KEY, "health_check", _("Health checks"), _("Filter by name, partnership"), _("State"),
        _("What partners think of their partnership belongs here. Each answers alone; no answer is shown."),
    ))  # fmt: skip


class HealthChecksPage(RecordsPage):
    """A page of records with two forms of its own, and a chart of the results."""

    def make_list(self, context: Context, words: ListWords) -> ListPart:
        return SwitchedList(context, words)

    def make_view(self) -> HealthView:
        made = HealthView()
        made.picture_asked.connect(self.ask_picture)
        return made

    def ask_picture(self) -> None:
        """Ask where the chart's picture shall lie and save it there."""
        if self.view.page is None:
            return
        start = str(Path.home() / f"{self.view.page.title}.png".replace("/", "-"))
        kinds = f"{_('Picture')} (*.png);;{_('Drawing')} (*.svg)"
        chosen, kind = QFileDialog.getSaveFileName(self, _("Save chart as a picture"), start, kinds)
        if chosen:
            path, ending = Path(chosen), ".svg" if "svg" in kind else ".png"
            known = path.suffix.lower() in (".png", ".svg")
            self.save_picture(path if known else path.with_name(path.name + ending))

    def save_picture(self, path: Path) -> None:
        """Save the chart as a picture; what could not be written is said."""
        from pmdesk.ui.charts.picture import save_spread_picture

        page = self.view.page
        figure = page.spread if isinstance(page, HealthPage) else None
        if page and figure and do(self._context, lambda: save_spread_picture(figure, page.title, path)):
            self._context.toast(_("Saved {name}.", name=path.name))

    def follow(self, lead: Lead) -> None:
        if lead.page == OPEN:
            self.open_for_answers(str(lead.argument))
        elif lead.page == ANSWER and isinstance(lead.argument, tuple):
            self.answer(*lead.argument)
        elif lead.page == CLOSE:
            self.close_for_good(str(lead.argument))
        elif lead.page == FORMS:
            self.ask_forms(str(lead.argument))
        elif lead.page == RECEIVE:
            self.ask_received(str(lead.argument))
        else:
            super().follow(lead)

    def arrive(self, argument: object = None) -> None:
        """Also ('answer', check): the form in which one organisation answers."""
        if isinstance(argument, tuple) and len(argument) == 2 and argument[0] == "answer":
            self.open(str(argument[1]))
            self.answer(str(argument[1]))
        else:
            super().arrive(argument)

    def open_for_answers(self, check: str) -> None:
        """Open a check from today on; there is no way back, so no Undo is offered."""
        register, today = self._context.register, self._context.today
        if do(self._context, lambda: open_check(register, check, today)) is not None:
            self._context.toast(_("Open for answers. Its statements stay as they are from now on."))

    def answer(self, check: str, organisation: str = "") -> AnswerForm | None:
        """The form in which one organisation answers, in place of the record."""
        health = self._health(check)
        if health is None:
            return None
        form = AnswerForm(self._context, check, self._title(check), health, organisation, self._back)
        self._put(form)
        form.focus_field("s0" if organisation else "")
        return form

    def close_for_good(self, check: str) -> CloseForm | None:
        health = self._health(check)
        if health is None:
            return None
        form = CloseForm(self._context, check, self._title(check), health, self._back)
        self._put(form)
        form.save_button.setFocus()
        return form

    def ask_forms(self, check: str) -> None:
        """Ask for a folder and write the forms of those that have not answered into it."""
        folder = QFileDialog.getExistingDirectory(self, _("Where shall the forms lie?"), str(Path.home()))
        if folder:
            self.make_forms(check, Path(folder))

    def make_forms(self, check: str, folder: Path) -> None:
        register, today = self._context.register, self._context.today
        made = do(self._context, lambda: make_forms(register, check, folder, spoken(), today))
        if made is not None:
            self._context.toast(n_(len(made), "Made {n} form.", "Made {n} forms."))

    def ask_received(self, check: str) -> None:
        """Ask which forms came back and seal what is in them."""
        kinds = f"{_('PDF')} (*.pdf)"
        chosen, _kind = QFileDialog.getOpenFileNames(self, _("Receive forms"), str(Path.home()), kinds)
        if chosen:
            self.receive(check, [Path(each) for each in chosen])

    def receive(self, check: str, paths: Sequence[Path]) -> None:
        """Seal what came back; a file that was refused is named with its reason."""
        found = do(self._context, lambda: receive_forms(self._context.register, check, paths)) or []
        for each in found:
            tell(self._context, changes_in(each.changes))
        sealed = sum(each.problem is None for each in found)
        refused = [f"{each.file}: {_(each.problem)}" for each in found if each.problem]
        self._context.toast(" ".join([n_(sealed, "Sealed {n} answer.", "Sealed {n} answers."), *refused]))

    def save(self) -> None:
        pane = self.own_form()
        if pane is not None:
            pane.save()
        else:
            super().save()

    def focus_record(self) -> None:
        pane = self.own_form()
        if pane is not None:
            pane.focus_field()
        else:
            super().focus_record()

    def escape(self) -> bool:
        pane = self.own_form()
        if pane is None:
            return super().escape()
        pane.discard()
        return True

    def own_form(self) -> AnswerForm | CloseForm | None:
        """The form of ours in sight."""
        pane = self.record_part.currentWidget()
        return pane if isinstance(pane, AnswerForm | CloseForm) else None

    def _show(self, record: str) -> None:
        """What is being answered stays in sight when something else is saved meanwhile."""
        pane = self.own_form()
        super()._show(record)
        if pane is not None:
            self.record_part.setCurrentWidget(pane)

    def _drop_pane(self) -> None:
        pane: QWidget | None = self.own_form()
        super()._drop_pane()
        if pane is not None:
            self.record_part.setCurrentWidget(self.view if self._id else self._hint)
            self.record_part.removeWidget(pane)
            pane.deleteLater()

    def _health(self, check: str) -> Health | None:
        register = self._context.register
        if self._context.read_only:
            self._context.toast(_("This register can only be read here."))
            return None
        return do(self._context, lambda: health_of(register, read_record(register, "health_check", check)))

    def _title(self, check: str) -> str:
        return title_of(self._context.register, "health_check", check)
