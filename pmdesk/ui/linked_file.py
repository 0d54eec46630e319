"""Opens a document that a record only says the place of; a program is never started from here."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from pmdesk.domain.linked_file import file_place, is_document, web_address
from pmdesk.ui.context import Context
from pmdesk.ui.words import _


def open_linked(context: Context, place: str) -> None:
    """Open a web address or a document; say so when it is not there, or nothing opens it."""
    address, file = web_address(place), file_place(place)
    if address:
        url = QUrl(address)
    elif file and Path(file).is_file():
        url = QUrl.fromLocalFile(file if is_document(file) else str(Path(file).parent))
    elif file and Path(file).is_dir():
        url = QUrl.fromLocalFile(file)
    else:
        context.toast(_("There is no file at {place} that this laptop can reach.", place=place))
        return
    if not QDesktopServices.openUrl(url):
        context.toast(_("Nothing on this laptop opens {place}.", place=place))
