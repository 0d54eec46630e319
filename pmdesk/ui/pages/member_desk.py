"""A member's own desk: the first and only list in a member's file; what is pressed there leads to a form."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from pmdesk.actions import records
from pmdesk.actions.finding import title_of
from pmdesk.actions.member_desk import SHOWS, desk_of_member, say_left_behind
from pmdesk.actions.member_files import save_copy
from pmdesk.actions.remembering import remember, remembered
from pmdesk.figures.member_desk import SEND_BACK
from pmdesk.figures.record_page import Edit, Lead, RecordPage
from pmdesk.ui.bus import bus
from pmdesk.ui.buttons import primary
from pmdesk.ui.context import Context
from pmdesk.ui.doing import Changes, do, say_done
from pmdesk.ui.page import PageHead
from pmdesk.ui.pages.edit_record import EditRecord
from pmdesk.ui.pages.record_view import Entries, RecordView
from pmdesk.ui.words import _, spoken

FOLDER = "send-folder"


class MemberView(RecordView):
    """A record's page without the verbs that are the council's: a member edits report-backs alone."""

    def _head(self, page: RecordPage) -> PageHead:
        head = PageHead()
        head.set(page.title, line=page.quiet)
        assert page.primary is not None
        lead = page.primary.lead
        self.edit_button = primary(page.primary.word, lambda: self.go(lead))
        head.add_action(self.edit_button)
        return head

    def _verbs(self, edit: Edit) -> Entries:
        return [(_("Delete"), lambda: self.go(Lead("delete", edit)))] if not self._read_only else []


class MemberDeskPage(QStackedWidget):
    """What the window asks of every page, for a member's file."""

    def __init__(self, context: Context, counted: Callable[[int], object] = lambda n: None) -> None:
        super().__init__()
        self._context, self._stale = context, True
        self.view = MemberView()
        self.view.followed.connect(self.follow)
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.addWidget(holder)
        bus().changed.connect(self._changed)

    def arrive(self, argument: object = None) -> None:
        """Read it anew: a day may have passed since."""
        self.refresh()

    def refresh(self) -> None:
        """Read the member's file again and draw it."""
        self._stale = False
        register, today = self._context.register, self._context.today
        page = do(self._context, lambda: desk_of_member(register, today, spoken()))
        if page is not None:
            self.view.show_page(page, None, self._context.read_only)

    def focus_record(self) -> None:
        form = self.form()
        if form is not None:
            form.focus_field()
        else:
            self.view.focus()

    def form(self) -> EditRecord | None:
        """The form in sight."""
        pane = self.currentWidget()
        return pane if isinstance(pane, EditRecord) else None

    def save(self) -> None:
        form = self.form()
        if form is not None:
            form.save()

    def escape(self) -> bool:
        form = self.form()
        if form is None:
            return False
        form.discard()
        return True

    def follow(self, lead: Lead) -> None:
        """Do what a link or a menu of the desk asks."""
        edit = lead.argument
        if lead.page == SEND_BACK:
            self.ask_send()
        elif lead.page == "edit" and isinstance(edit, Edit):
            self.edit(edit)
        elif lead.page == "delete" and isinstance(edit, Edit):
            self._delete(edit)
        else:
            self._context.visit(lead.page, lead.argument)

    def edit(self, edit: Edit) -> EditRecord | None:
        """Open the form of a report-back in place of the desk."""
        if self._context.read_only:
            self._context.toast(_("This register can only be read here."))
            return None
        self._drop()
        form = EditRecord(self._context, edit, lambda _record: self._back(), self._back)
        form.open_again = self._again
        self.addWidget(form)
        self.setCurrentWidget(form)
        form.focus_field()
        return form

    def ask_send(self) -> None:
        """Ask where the copy to send shall lie and save it there."""
        register = self._context.register
        folder = Path(remembered(register, FOLDER) or Path.home())
        name = register.path.name if register.path else "pmdesk.pmdesk"
        start = (folder if folder.is_dir() else Path.home()) / name
        if register.path and start.exists() and start.samefile(register.path):
            start = start.with_name(_("{name}, to send.pmdesk", name=start.stem))
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Save the file to send"), str(start), "pmdesk (*.pmdesk)"
        )
        if chosen:
            self.send_to(Path(chosen if chosen.endswith(".pmdesk") else f"{chosen}.pmdesk"))

    def send_to(self, path: Path) -> None:
        """Save a checked copy of the file; what could not be written is said."""
        register = self._context.register
        done = do(self._context, lambda: save_copy(register, path))
        if done is None:
            return
        do(self._context, lambda: remember(register, FOLDER, str(path.parent)))
        left = say_left_behind(register, spoken())
        if left:
            self._context.toast(_("Saved {name}. {left}", name=path.name, left=left))
        else:
            self._context.toast(_("Saved {name}. Send it as an attachment to an e-mail.", name=path.name))

    def _again(self, edit: Edit) -> EditRecord:
        self._context.visit("desk", None)
        made = self.edit(edit)
        assert made is not None
        return made

    def _delete(self, edit: Edit) -> None:
        register, record = self._context.register, str(edit.record)
        name = title_of(register, edit.kind, record)
        done = do(self._context, lambda: records.delete(register, edit.kind, record))
        if done is not None:
            say_done(self._context, _("Deleted {name}.", name=name), done)

    def _back(self) -> None:
        self._drop()
        self.refresh()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view.focus()

    def _drop(self) -> None:
        form = self.form()
        self.setCurrentIndex(0)
        if form is not None:
            self.removeWidget(form)
            form.deleteLater()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _changed(self, changes: Changes) -> None:
        if not changes.touches(*SHOWS):
            return
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True
