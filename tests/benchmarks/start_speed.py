"""From the command to the first paint, and the memory it takes, beside a bare window with an empty table.

The bare window names none of Qt's enumerations, and PySide makes them all as Python classes when `Qt`,
`QStyle` and the like are first named, as every window with a layout, an icon or a colour must. The row
"floor" is the bare window that names those too, wraps a widget that Qt made, draws one icon and opens the
register with SQLite: nothing of ours, and yet 1.25 to 1.4 times the bare one, so that 1.2 cannot be held
(November 2026).
"""

import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.timing import Line, turn_by_turn

TOP = Path(__file__).parents[2]

# How much a process holds, in KiB, said before it ends at once.
_END = """
def end():
    with open("/proc/self/statm") as file:
        print(int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1024, flush=True)
    os._exit(0)
"""
_BARE = (
    """
import sys, os
from PySide6.QtCore import QTimer
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView
"""
    + _END
    + """
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, end)
app = QApplication(sys.argv)
window, table = Window(), QTableView()
table.setModel(QStandardItemModel(20, 6))
window.setCentralWidget(table)
window.resize(1440, 900)
window.show()
app.exec()
"""
)
_FLOOR = _BARE.replace(
    "window, table = Window(), QTableView()",
    """from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QScrollArea, QStyle, QVBoxLayout
from sqlcipher3.dbapi2 import connect
connect(sys.argv[1]).execute("SELECT id FROM register").fetchone()
QScrollArea().viewport()
drawn, icon = QPixmap(20, 20), QSvgRenderer("resources/icons/inbox.svg")
painter = QPainter(drawn)
icon.render(painter)
painter.end()
window, table = Window(), QTableView()""",
)
# Ours, opened as the command opens it; the process ends when the window has painted for the first time.
_OURS = (
    """
import os, sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
"""
    + _END
    + """
def chart():
    from datetime import date
    from PySide6.QtWidgets import QApplication
    from pmdesk.ui.charts.timeline import TimelineChart
    from tests.benchmarks.charted import many_milestones
    made = TimelineChart()
    made.set_figures(many_milestones())
    made.resize(1200, 800)
    made.show()
    QApplication.processEvents()
    end()
notify = QApplication.exec
class Watch(QObject):
    def eventFilter(self, seen, event):
        if event.type() == QEvent.Type.Paint and isinstance(seen, QMainWindow):
            QTimer.singleShot(0, chart if "chart" in sys.argv else end)
            QApplication.instance().removeEventFilter(self)
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
)


def lines(register: Path, size: str, rounds: int) -> Iterator[Line]:
    """Processes of their own; the register is only read."""
    ours, peer = turn_by_turn(lambda: _run(_OURS, str(register)), lambda: _run(_BARE), rounds)
    yield Line(f"command to first paint, {size}", ours, peer, "a bare window with a table", times=1.2)
    least, peer = turn_by_turn(lambda: _run(_FLOOR, str(register)), lambda: _run(_BARE), rounds)
    yield Line(f"floor: what every such window needs, {size}", least, peer, "a bare window with a table")
    times = min(rounds, 3)
    bare = statistics.median([_run(_BARE) for _ in range(times)])
    for what, given, most in (("at first paint", [], 12), ("after the first chart", ["chart"], 80)):
        held = statistics.median([_run(_OURS, str(register), *given) for _ in range(times)])
        said = f"memory over the bare window {what}, {size}"
        yield Line(said, (held - bare) / 1024, bare / 1024, "the bare window itself", most=most, unit="MiB")


def _run(script: str, *given: str) -> int:
    """A process to its end; the KiB it held then."""
    done = subprocess.run(
        [sys.executable, "-c", script, *given],
        cwd=TOP,
        env={"QT_QPA_PLATFORM": "offscreen", **_as_installed()},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    return int(done.stdout.split()[-1])


def _as_installed() -> dict[str, str]:
    """The environment without what keeps Python from compiling modules once: an installed pmdesk has them."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
