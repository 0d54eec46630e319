"""PySide reads the source of every module that is imported after it, and Python keeps what was read.

It looks there for switches of its own (`from __feature__ import snake_case`) that nobody here uses. Where
there are no sources, as in what PyInstaller makes, it takes a module for one without: that is said of all.
It took a tenth of the time to the first paint and 6 MiB.
"""

import sys


def leave_unread() -> None:
    """To be called before the window's modules are imported; without the switches it does nothing."""
    import PySide6.QtCore  # noqa: F401  (its import brings the reader)

    reader = sys.modules.get("shibokensupport.feature")
    if hasattr(reader, "_mod_uses_pyside"):
        setattr(reader, "_mod_uses_pyside", _uses_none)  # noqa: B010  (no type knows it)


def _uses_none(_module: object) -> bool:
    return False
