"""Python's garbage is collected in the window's own thread only.

A collector at work in another thread deletes widgets there, while Qt may be walking over them; tried: it
crashed when a library was loaded behind the window.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 1_000  # milliseconds


class Collector(QObject):
    """Stops Python's own collecting while it lives, and does the same now and then from the event loop."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that is due, as Python would have."""
        counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [generation for generation, (n, most) in enumerate(counts) if n > most > 0]
        if due:
            gc.collect(max(due))
