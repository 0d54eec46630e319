"""What this laptop keeps of a register's hub: beside the device keys, never in the register.

A copy of the file on another laptop knows of no hub: the address has this laptop's login in it, and what it
sent last says nothing of the other's. Kept are `hub` (the address, without a password), `last` (how the last
sync ended) and, where a person asked for it, `password` and the address it is `password_for`.
"""

import json
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

from pmdesk.register.home import home, write_private

_keeping = threading.Lock()  # a sync ends beside the window


def kept(register_id: str) -> dict[str, Any]:
    """All that is kept of it; nothing where the file is not what was written."""
    try:
        said = json.loads(_path(register_id).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return said if isinstance(said, dict) else {}


def keep(register_id: str, **changes: object) -> None:
    """Keep these beside what is kept, or forget those that are None, in a file only this person may read."""
    with _keeping:
        before = kept(register_id)
        now = {name: value for name, value in {**before, **changes}.items() if value is not None}
        path = _path(register_id)
        if not now:
            with suppress(FileNotFoundError):
                path.unlink()
        elif now != before:
            write_private(path, json.dumps(now, ensure_ascii=False).encode())


def _path(register_id: str) -> Path:
    return home() / "hubs" / f"{register_id}.json"
