"""Where pmdesk keeps what belongs to this laptop and never to a register: keys, backups, the log."""

import os
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
