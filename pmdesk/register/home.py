"""Where pmdesk keeps what belongs to this laptop and never to a register: keys, backups, the log."""

import os
from functools import lru_cache
from pathlib import Path


def home() -> Path:
    """The person's own pmdesk folder (made when first needed); PMDESK_HOME overrides it."""
    chosen = os.environ.get("PMDESK_HOME")
    if chosen:
        folder = Path(chosen)
    else:
        import platformdirs

        folder = Path(platformdirs.user_data_dir("pmdesk", appauthor=False))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def write_private(path: Path, data: bytes, aside: Path | None = None) -> None:
    """Put a file in place that only this person may read, whole or not at all; it is made at `aside`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    made = aside or path.with_name(f"{path.name}.new")
    made.unlink(missing_ok=True)
    handle = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.replace(made, path)


def laptop() -> str:
    """What tells this laptop, or this person's folder on it, from others; '' where nothing can be kept.

    It is nobody's name and goes nowhere but into the registers opened here.
    """
    return _laptop(home())


@lru_cache
def _laptop(folder: Path) -> str:
    path = folder / "laptop"
    try:
        with path.open("x", encoding="ascii") as file:
            file.write(os.urandom(16).hex())
    except FileExistsError:
        pass
    except OSError:
        return ""
    return path.read_text("ascii")
