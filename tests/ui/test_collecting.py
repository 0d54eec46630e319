import gc

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from pmdesk.ui.collecting import Collector


class Ring:
    """Refers to itself, so that only the collector can take it."""

    def __init__(self, gone: list[str]) -> None:
        self.me, self.gone = self, gone

    def __del__(self) -> None:
        self.gone.append("gone")


def test_garbage_waits_for_the_windows_own_thread(qapp: QApplication) -> None:
    gc.enable()
    parent, gone = QObject(), list[str]()
    collector = Collector(parent)
    assert not gc.isenabled()
    Ring(gone)
    # Far more new things than make a collection due, whatever else lets go of some meanwhile.
    kept = [[] for _ in range(20 * gc.get_threshold()[0])]
    assert gone == []
    collector.collect()
    assert gone == ["gone"]
    assert kept
