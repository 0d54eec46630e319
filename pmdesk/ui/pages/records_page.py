"""A list of records and, beside it, the record in hand, its form or its history; one for every kind."""

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from pmdesk.actions import records
from pmdesk.actions.finding import title_of
from pmdesk.actions.history import history_of
from pmdesk.actions.pages import SHOWS, last_changed, record_page, year_in_force
from pmdesk.actions.reading import read_record
from pmdesk.actions.report_backs import deal_with
from pmdesk.figures.record_page import Edit, Lead
from pmdesk.figures.report_backs import DEALT_WITH
from pmdesk.ui.bus import bus
from pmdesk.ui.context import Context
from pmdesk.ui.doing import Changes, do, say_done
from pmdesk.ui.empty import Empty
from pmdesk.ui.linked_file import open_linked
from pmdesk.ui.page import ListAndRecord
from pmdesk.ui.pages.edit_record import EditRecord
from pmdesk.ui.pages.end_record import EndRecord, end_now, ends_on_a_day
from pmdesk.ui.pages.history_view import HistoryView
from pmdesk.ui.pages.list_part import ListPart, ListWords
from pmdesk.ui.pages.member_file import MemberFileForm
from pmdesk.ui.pages.record_view import NOTHING_CHOSEN, RecordView
from pmdesk.ui.pages.same_record import SameRecord
from pmdesk.ui.words import _, spoken

FORMS_IN_HAND = (EditRecord, EndRecord, SameRecord, MemberFileForm)


class RecordsPage(QWidget):
    """`words` says what the list shows; the page key is `words.key`."""

    def __init__(self, context: Context, words: ListWords) -> None:
        super().__init__()
        self._context, self._words = context, words
        self._stale, self._id, self._year = False, "", self._year_now()
        self.list_part = self.make_list(context, words)
        self.list_part.chosen.connect(self._choose)
        self.list_part.opened.connect(lambda _id: self.focus_record())
        self.list_part.new_asked.connect(self.new)
        self.view = self.make_view()
        self.view.followed.connect(self.follow)
        self._hint = Empty(_(NOTHING_CHOSEN))
        self.record_part = QStackedWidget()
        self.record_part.addWidget(self._hint)
        self.record_part.addWidget(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.split = ListAndRecord(self.list_part, self.record_part)
        layout.addWidget(self.split)
        bus().changed.connect(self._changed)

    # What a page over another kind of list, or with more on its records, does its own way

    def make_list(self, context: Context, words: ListWords) -> ListPart:
        """What stands at the left; one that shows an outline has the same signals and verbs."""
        return ListPart(context, words)

    def make_view(self) -> RecordView:
        """What draws the record in hand."""
        return RecordView()

    def shows(self) -> tuple[str, ...]:
        """The kinds of record the page in hand is said from."""
        return SHOWS[self._words.kind]

    def own_kinds(self) -> tuple[str, ...]:
        """The kinds of record that this page shows when they have been saved."""
        return (self._words.kind,)

    def draw(self, record: str) -> bool:
        """Read a record and draw its page; False when it is not there."""
        register, kind = self._context.register, self._words.kind
        page = do(self._context, lambda: record_page(register, kind, record, self._context.today, spoken()))
        if page is not None:
            self.view.show_page(page, last_changed(register, kind, record), self._context.read_only)
        return page is not None

    # What the window asks of every page

    def arrive(self, argument: object = None) -> None:
        """Show a record (its id), open a form (an Edit), or stay; the first record when none is in hand."""
        if isinstance(argument, Edit):
            self.edit(argument)
        elif isinstance(argument, str) and argument:
            self.open(argument)
        elif not self._id and self.form() is None:
            self.list_part.choose_first()

    def new(self) -> None:
        """The form for a new record of this list."""
        self.edit(Edit(self._words.kind))

    def save(self) -> None:
        pane = self._pane()
        if isinstance(pane, FORMS_IN_HAND):
            pane.save()

    def escape(self) -> bool:
        """Leave the form or the history, else empty the filter; False when there was nothing to leave."""
        pane = self._pane()
        if pane is not None:
            pane.discard()
            return True
        return self.list_part.clear_filter()

    def focus_list(self) -> None:
        self.list_part.focus()

    def focus_record(self) -> None:
        pane = self._pane()
        if isinstance(pane, FORMS_IN_HAND):
            pane.focus_field()
        elif isinstance(pane, HistoryView):
            pane.focus()
        elif self.record_part.currentWidget() is self.view:
            self.view.focus()

    # Records

    def open(self, record: str) -> None:
        """Bring a record into the list and show it, widening the filter when that leaves it out."""
        self._leave_form()
        if not self.list_part.choose(record):
            self._context.toast(_("This record has been deleted."))
            return
        self._show(record)

    def shown(self) -> str:
        """The id of the record in hand, '' when none is."""
        return self._id

    def form(self) -> EditRecord | None:
        """The form in sight."""
        pane = self.record_part.currentWidget()
        return pane if isinstance(pane, EditRecord) else None

    def follow(self, lead: Lead) -> None:
        """Do what a link or a menu of the record asks."""
        here: dict[str, Callable[[Edit], object]] = {
            "edit": self.edit, "end": self.end, "delete": self.delete, "history": self.history,
            "same": self.same,
        }  # fmt: skip
        if lead.page in here and isinstance(lead.argument, Edit):
            here[lead.page](lead.argument)
        elif lead.page == self._words.key:
            self.arrive(lead.argument)
        elif lead.page == "file":
            open_linked(self._context, str(lead.argument))
        elif lead.page == DEALT_WITH:
            self.deal_with(str(lead.argument))
        elif lead.page == "member-file":
            self._ask(MemberFileForm(self._context, str(lead.argument), self._back))
        else:
            self._context.visit(lead.page, lead.argument)

    def edit(self, edit: Edit) -> EditRecord | None:
        """Open the form in place of the record."""
        self._leave_form()
        if self._context.read_only:
            self._context.toast(_("This register can only be read here."))
            return None
        if edit.record and edit.kind in records.FIXED:
            self._context.toast(_(records.FIXED[edit.kind]))
            return None
        if edit.record and not self._is_there(edit.kind, edit.record):
            return None
        form = EditRecord(self._context, edit, lambda record: self._form_saved(edit, record), self._back)
        form.open_again = self._edit_again
        self._put(form)
        form.focus_field(edit.field or form.first_empty())
        return form

    def end(self, edit: Edit) -> None:
        """End a record: at once where no day is asked, else by the small form."""
        if not ends_on_a_day(edit.kind):
            end_now(self._context, edit)
            return
        self._ask(EndRecord(self._context, edit, self._back))

    def same(self, edit: Edit) -> None:
        """Say which other record it is the same as, by the small form."""
        self._ask(SameRecord(self._context, edit, self._back))

    def delete(self, edit: Edit) -> None:
        """Delete with Undo; refused with its sentence while other records hang on it."""
        record = str(edit.record)
        name = title_of(self._context.register, edit.kind, record)
        done = do(self._context, lambda: records.delete(self._context.register, edit.kind, record))
        if done is not None:
            say_done(self._context, _("Deleted {name}.", name=name), done)

    def deal_with(self, report: str) -> None:
        """What a report-back asked was dealt with today, with Undo."""
        if self._context.read_only:
            self._context.toast(_("This register can only be read here."))
            return
        register, today = self._context.register, self._context.today
        done = do(self._context, lambda: deal_with(register, report, today))
        if done is not None:
            say_done(self._context, _("Marked as dealt with today."), done)

    def history(self, edit: Edit) -> None:
        """Who changed what, in place of the record."""
        self._leave_form()
        record = str(edit.record)
        rows = do(self._context, lambda: history_of(self._context.register, record, spoken()))
        if rows is not None:
            view = HistoryView(title_of(self._context.register, edit.kind, record), rows, self._back)
            self._put(view)
            view.focus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale or self._year != self._year_now():
            self.refresh()

    def _is_there(self, kind: str, record: str) -> bool:
        return do(self._context, lambda: read_record(self._context.register, kind, record)) is not None

    def _edit_again(self, edit: Edit) -> EditRecord:
        self._context.visit(self._words.key, None)
        made = self.edit(edit)
        assert made is not None
        return made

    def _form_saved(self, edit: Edit, record: str) -> None:
        """A record of this list is shown; one that hangs on it leads back to where it was opened from."""
        self._drop_pane()
        if edit.kind in self.own_kinds():
            self.open(record)
        else:
            self._back()
        self.focus_record()

    def _choose(self, record: str) -> None:
        self._leave_form()
        self._show(record)

    def _show(self, record: str) -> None:
        self._id = record
        if not self.draw(record):
            self._id = ""
            self.record_part.setCurrentWidget(self._hint)
            return
        if self._pane() is None:
            self.record_part.setCurrentWidget(self.view)

    def _back(self) -> None:
        """Back to the record in hand, and the keyboard with it."""
        had_focus = self.record_part.isAncestorOf(self.focusWidget() or self)
        self._drop_pane()
        if self._id:
            self._show(self._id)
        if had_focus:
            self.focus_record() if self._id else self.focus_list()

    def _leave_form(self) -> None:
        """Another record or page was asked for: an unsaved form is kept as a draft and can be had back."""
        form = self.form()
        if form is not None and form.dirty():
            form.discard()
        self._drop_pane()

    def _ask(self, form: EndRecord | SameRecord | MemberFileForm) -> None:
        """Put a small form in place of the record, with the keyboard in it."""
        self._leave_form()
        self._put(form)
        form.focus_field()

    def _put(self, pane: QWidget) -> None:
        self._drop_pane()
        self.record_part.addWidget(pane)
        self.record_part.setCurrentWidget(pane)

    def _drop_pane(self) -> None:
        pane = self._pane()
        self.record_part.setCurrentWidget(self.view if self._id else self._hint)
        if pane is not None:
            self.record_part.removeWidget(pane)
            pane.deleteLater()

    def _pane(self) -> EditRecord | EndRecord | SameRecord | MemberFileForm | HistoryView | None:
        """What stands in place of the record at present."""
        pane = self.record_part.currentWidget()
        return pane if isinstance(pane, (*FORMS_IN_HAND, HistoryView)) else None

    def _changed(self, changes: Changes) -> None:
        if not changes.touches(*self.list_part.shows(), *self.shows()):
            return
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def _year_now(self) -> object:
        return do(self._context, lambda: year_in_force(self._context.register, self._context.today))

    def refresh(self) -> None:
        """Read list and record anew: something they show was changed, or another year was chosen."""
        self._stale, self._year = False, self._year_now()
        self.list_part.read_again()
        if self._id:
            self._show(self._id)
