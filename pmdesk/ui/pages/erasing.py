"""Erasing a person: what would go, each text that names them, the name typed once more, and what was done."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from pmdesk.actions.erasing import Done, Look, erase, look_at_erasure
from pmdesk.domain.check import Refused
from pmdesk.domain.telling import Stopped
from pmdesk.figures.erasure import NOT_REACHED, by_kind, say_renewed
from pmdesk.ui.buttons import flat, primary, secondary
from pmdesk.ui.context import Context
from pmdesk.ui.doing import changes_in, do, say_failed, tell
from pmdesk.ui.empty import Empty
from pmdesk.ui.field import Field
from pmdesk.ui.page import MARGIN, TOP, PageHead, page_column
from pmdesk.ui.pages.erasing_texts import PlaceField
from pmdesk.ui.pages.form_pane import FormPane, indented
from pmdesk.ui.pages.record_parts import Prose
from pmdesk.ui.section import Section
from pmdesk.ui.text_editors import LineText, LongText
from pmdesk.ui.words import _, n_, spoken
from pmdesk.ui.working import Work, with_twin

KEY = "erasing"


class ErasingPage(QWidget):
    """Reached from a person's page and from the list of those who are gone."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.look: Look | None = None
        self.form: FormPane | None = None
        self.work: Work | None = None
        self.empty = Empty("", _("Members"), lambda: context.visit("members", None))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._busy = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def arrive(self, argument: object = None) -> None:
        """Look at what erasing this person (an id) would take away; without one say where to choose."""
        if not argument:
            if self.form is None:
                self._say(_("Choose a person among the members, then ‘Erase this person…’."))
            return
        register, today = self._context.register, self._context.today
        self.look = do(
            self._context,
            lambda: look_at_erasure(register, str(argument), today),
            lambda problems: self._say(" ".join(problems.values())),
        )
        if self.look is not None:
            self._show_form(self.look)
            self.focus_list()

    def save(self) -> None:
        """Erase, beside the window: the file is written anew and every backup is opened."""
        if self.look is None or self.form is None or self._busy:
            return
        if self._context.read_only:
            self._context.toast(_("This register can only be read here."))
            return
        form, register, person = self.form, self._context.register, self.look.person
        places = [field for field in form.fields.values() if isinstance(field, PlaceField)]
        chosen = {field.name: field.editor.instead() for field in places if field.value()}
        typed, reason = str(form.fields["name"].value() or ""), str(form.fields["reason"].value() or "")
        form.show_problems({})
        # A button put out of use would hand the keyboard to Cancel, where a second Enter leaves the page.
        self._busy = True
        final = _(
            "This cannot be cancelled any more: it is saved, and then the file and its backups are cleaned."
        )
        self.work = work = Work(
            self,
            lambda progress: with_twin(
                register,
                lambda twin: erase(
                    twin, person, typed, chosen, reason, progress, lambda: work.no_return(final)
                ),
            ),
            _("Erasing. Until it is saved it can be cancelled."),
        )
        self.work.done.connect(self._erased)
        self.work.failed.connect(self._failed)
        self.work.start()

    def escape(self) -> bool:
        """Leave the form; nothing was written."""
        if self.form is None:
            return False
        if not self._busy:
            self._leave()
        return True

    def focus_list(self) -> None:
        if self.form is not None:
            self.form.focus_field()

    def _leave(self) -> None:
        person = self.look.person if self.look else None
        self.look = None
        self._say(_("Nothing was erased."))
        self._context.visit("members", person)

    def _show_form(self, look: Look) -> None:
        form = FormPane(
            self._context,
            _("Erase {name}", name=look.name),
            _("For good, here and wherever this register goes. Undo does not bring it back."),
            _("Erase for good"),
            self.save,
            self.escape,
        )
        form.add_heading(_("What goes"))
        goes = [
            f"{kind}: {n_(n, '{n} value', '{n} values')} ({fields})"
            for kind, fields, n in by_kind(look.counts, spoken())
        ]
        all_of_it = _("All that was ever written there, its history too, here and in the backups.")
        self._lines(form, *goes, all_of_it)
        self._say_what_stays(form, look)
        if look.places:
            form.add_heading(_("Where their name stands"))
            self._lines(form, _("What is ticked is written anew without the name. The rest stays as it is."))
            for place in look.places:
                form.add(PlaceField(place))
        form.add_heading(_("To be sure"))
        form.add(
            Field("reason", _("Why?"), LongText(2), _("Kept with the erasure: write it without the name."))
        )
        form.add(
            Field("name", _("Type the name"), LineText(), _("As it stands there: {name}", name=look.name))
        )
        self.form = form
        self._put(form)
        form.save_button.setEnabled(not self._context.read_only)

    def _say_what_stays(self, form: FormPane, look: Look) -> None:
        if not look.seats:
            return
        form.add_heading(_("What stays, without the name"))
        stays = ", ".join(
            (
                n_(look.seats, "{n} seat", "{n} seats"),
                n_(look.updates, "{n} annual update", "{n} annual updates"),
            )
        )
        held = [
            _("They sit on {body} today: end the seat first if it is to be filled.", body=body)
            for body in look.held
        ]
        self._lines(form, stays, *held)

    def _lines(self, form: FormPane, *lines: str) -> None:
        form.column.addLayout(indented(Prose("\n".join(lines))))

    def _erased(self, done: Done) -> None:
        self._busy = False
        tell(self._context, changes_in(done.changes))
        self.look = self.form = None
        self._put(self._result(done))
        self.paper.setFocus(Qt.FocusReason.OtherFocusReason)

    def _result(self, done: Done) -> QWidget:
        area, column = page_column(MARGIN, MARGIN, 16, TOP)
        column.addWidget(PageHead(_("Erased")))
        column.addWidget(Prose(n_(done.values, "Erased {n} value.", "Erased {n} values.")))
        if done.wiped.backups:
            column.addWidget(Prose(n_(done.wiped.backups, "Erased in {n} backup.", "Erased in {n} backups.")))
        if done.packs:
            column.addWidget(Prose(say_renewed(done.packs, spoken())))
        for path, why in done.wiped.left:
            column.addWidget(Prose(_("Not in {path}: {why}", path=path, why=_(why))))
        rest = Section(_("What it does not reach"))
        for line in NOT_REACHED:
            rest.add(Prose(_(line)))
        column.addWidget(rest)
        self.paper = primary(_("See the paper"), lambda: self._context.visit("papers", "erasure"))
        column.addWidget(self.paper, 0, Qt.AlignmentFlag.AlignLeft)
        back = secondary(_("Back to members"), lambda: self._context.visit("members", None))
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        gone = flat(_("Who else has been gone for long"), lambda: self._context.visit("retention", None))
        column.addWidget(gone, 0, Qt.AlignmentFlag.AlignLeft)
        return area

    def _failed(self, error: object) -> None:
        self._busy = False
        refused = error.problems if isinstance(error, Refused) else {}
        if self.form is not None and not refused.keys() <= {""}:
            self._problems({name: _(sentence) for name, sentence in refused.items()})
            return
        if isinstance(error, Stopped):
            self._context.toast(_("Stopped. Nothing was erased."))
            self.focus_list()
            return
        say_failed(self._context, error)

    def _problems(self, problems: Mapping[str, str]) -> None:
        assert self.form is not None
        self.form.show_problems(problems)

    def _say(self, sentence: str) -> None:
        """A sentence in place of the form."""
        self.form = None
        self.empty.set_sentence(sentence)
        self._put(self.empty)

    def _put(self, pane: QWidget) -> None:
        old = self._stack.currentWidget()
        if self._stack.indexOf(pane) < 0:
            self._stack.addWidget(pane)
        self._stack.setCurrentWidget(pane)
        if old not in (None, pane, self.empty):
            self._stack.removeWidget(old)
            old.deleteLater()
