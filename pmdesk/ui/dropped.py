"""Files dragged over the window: packs and registers go where they are brought in, from any page."""

from pathlib import Path

from PySide6.QtGui import QDropEvent

from pmdesk.domain.holding import SUFFIX

REGISTER = ".pmdesk"


def files_in(event: QDropEvent) -> list[Path]:
    """The files of this laptop that are being dragged."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def packs_in(event: QDropEvent) -> list[Path]:
    """The same where all of them are packs, members' files or copies of a register; none otherwise."""
    files = files_in(event)
    return files if all(file.suffix.casefold() in (SUFFIX, REGISTER) for file in files) else []
