"""Asks where a member's own file shall lie, and has it made there."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from pmdesk.actions.finding import title_of
from pmdesk.actions.member_files import make_member_file
from pmdesk.actions.remembering import remember, remembered
from pmdesk.ui.context import Context
from pmdesk.ui.doing import do
from pmdesk.ui.words import _

FOLDER = "member-files-folder"


def ask_member_file(context: Context, parent: QWidget, person: str) -> None:
    """Ask for the place and make the file; what could not be done is said."""
    folder = Path(remembered(context.register, FOLDER) or Path.home())
    name = _("Outside bodies, {name}.pmdesk", name=title_of(context.register, "person", person))
    start = (folder if folder.is_dir() else Path.home()) / name
    chosen, _kind = QFileDialog.getSaveFileName(parent, _("Make the file"), str(start), "pmdesk (*.pmdesk)")
    if not chosen:
        return
    out = Path(chosen if chosen.endswith(".pmdesk") else f"{chosen}.pmdesk")
    if do(context, lambda: make_member_file(context.register, person, out, context.today)) is None:
        return
    do(context, lambda: remember(context.register, FOLDER, str(out.parent)))
    context.toast(_("Saved {name}. Send it as an attachment to an e-mail.", name=out.name))
