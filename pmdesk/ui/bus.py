"""The notices of the window: the register changed, or its file is damaged; they know nothing about it."""

from functools import lru_cache

from PySide6.QtCore import QObject, Signal


class Bus(QObject):
    """Pages connect to `changed` and re-read only what they show."""

    changed = Signal(object)
    damaged = Signal()


@lru_cache
def bus() -> Bus:
    return Bus()
