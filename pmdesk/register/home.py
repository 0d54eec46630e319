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
