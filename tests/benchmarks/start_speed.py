"""From the command to the first paint, beside a bare window with an empty table; processes of their own."""

import os
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.timing import Line, turn_by_turn

TOP = Path(__file__).parents[2]

_BARE = """
import sys, os
from PySide6.QtCore import QTimer
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: os._exit(0))
app = QApplication(sys.argv)
window, table = Window(), QTableView()
table.setModel(QStandardItemModel(20, 6))
window.setCentralWidget(table)
window.resize(1440, 900)
window.show()
app.exec()
"""
# Ours, opened as the command opens it; the process ends when the window has painted for the first time.
_OURS = """
import os, sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
notify = QApplication.exec
class Watch(QObject):
    def eventFilter(self, seen, event):
        if event.type() == QEvent.Type.Paint and isinstance(seen, QMainWindow):
            QTimer.singleShot(0, lambda: os._exit(0))
        return False
def watched(*given):
    app = QApplication.instance()
    app.watch = Watch()
    app.installEventFilter(app.watch)
    for window in app.topLevelWidgets():
        window.update()
    return notify()
QApplication.exec = watched
from pmdesk.__main__ import main
sys.exit(main([sys.argv[1]]))
"""


def line(register: Path, size: str, rounds: int) -> Line:
    ours, peer = turn_by_turn(lambda: _run(_OURS, str(register)), lambda: _run(_BARE), rounds)
    return Line(f"command to first paint, {size}", ours, peer, "a bare window with a table", "1.2 times")


def _run(script: str, *given: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", script, *given],
        cwd=TOP,
        env={"QT_QPA_PLATFORM": "offscreen", **os.environ},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
