"""The one notice of the window: the register changed. It carries what changed and knows nothing about it."""

from functools import lru_cache

from PySide6.QtCore import QObject, Signal


class Bus(QObject):
    """Pages connect to `changed` and re-read only what they show."""

    changed = Signal(object)


@lru_cache
def bus() -> Bus:
    return Bus()
