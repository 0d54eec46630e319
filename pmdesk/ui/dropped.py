"""Files dragged over the window: packs go to the page that brings them in, whatever page is in sight."""

from pathlib import Path

from PySide6.QtGui import QDropEvent

from pmdesk.domain.holding import SUFFIX


def files_in(event: QDropEvent) -> list[Path]:
    """The files of this laptop that are being dragged."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def packs_in(event: QDropEvent) -> list[Path]:
    """The same where all of them are packs; none otherwise."""
    files = files_in(event)
    return files if all(file.suffix.casefold() == SUFFIX for file in files) else []
