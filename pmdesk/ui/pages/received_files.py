"""'Received as ...' on the page of an annual update: the forms it came from, to be opened or kept."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from pmdesk.actions.received import Received, copy_received, received_of, save_received
from pmdesk.domain.dates import say_date
from pmdesk.ui.buttons import flat
from pmdesk.ui.context import Context
from pmdesk.ui.doing import do
from pmdesk.ui.labels import label
from pmdesk.ui.words import _, spoken


class ReceivedFiles(QWidget):
    """A line for each file; hidden where the update was typed here."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.hide()

    def show_of(self, context: Context, update: str | None) -> None:
        """The files of this update."""
        while (item := self._column.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        files = received_of(context.register, update)
        for place, file in enumerate(files):
            self._column.addWidget(self._line(context, str(update), place, file))
        self.setVisible(bool(files))

    def _line(self, context: Context, update: str, place: int, file: Received) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        day = say_date(file.day, spoken())
        column.addWidget(label(_("Received as {name} on {day}.", name=file.name, day=day), "quiet_list"))
        row = QHBoxLayout()
        row.setSpacing(16)
        steps: tuple[tuple[str, Callable[[], object]], ...] = (
            (_("Open the form"), partial(self._open, context, update, place)),
            (_("Save a copy"), partial(self._save, context, update, place, file.name)),
        )
        for word, step in steps:
            button = flat(word, step)
            button.setAccessibleName(f"{word}: {file.name}")
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        return holder

    def _open(self, context: Context, update: str, place: int) -> None:
        """A copy of it, in whatever opens PDF here."""
        made = do(context, lambda: copy_received(context.register, update, place))
        if made is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(made))):
            context.toast(_("Nothing on this laptop opens {place}.", place=made.name))

    def _save(self, context: Context, update: str, place: int, name: str) -> None:
        start = str(Path.home() / name)
        chosen, _kind = QFileDialog.getSaveFileName(self, _("The form as it came"), start, "PDF (*.pdf)")
        if not chosen:
            return
        saved = do(context, lambda: save_received(context.register, update, place, Path(chosen)))
        if saved is not None:
            context.toast(_("Saved {name}.", name=saved.name))
