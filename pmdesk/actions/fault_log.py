"""A fault of ours is noted on this laptop without personal data: its kind and place, never a value."""

import traceback
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from pmdesk.register.home import home

_MOST = 200_000  # bytes; an older log is put aside once


def note_fault(error: BaseException) -> Path | None:
    """Write the kind of error and the lines it passed through; the log's path, None if it cannot be kept."""
    with suppress(OSError):
        path = home() / "faults.log"
        if path.exists() and path.stat().st_size > _MOST:
            path.replace(path.with_suffix(".old.log"))
        with path.open("a", encoding="utf-8") as file:
            file.write(f"{datetime.now(UTC).isoformat(timespec='seconds')} {fault_text(error)}\n")
        return path
    return None


def fault_text(error: BaseException) -> str:
    """The kind of error and its places; no message, since a message may repeat what a person typed."""
    frames = traceback.extract_tb(error.__traceback__)
    places = "".join(f"\n  {_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames)
    return f"{type(error).__module__}.{type(error).__qualname__}{places}"


def _short(filename: str) -> str:
    """The file from its package on: the folders above may carry a person's name."""
    parts = Path(filename).parts
    if "pmdesk" in parts:
        at = len(parts) - 1 - parts[::-1].index("pmdesk")
        if at < len(parts) - 1:
            return "/".join(parts[at:])
    return parts[-1] if parts else ""
