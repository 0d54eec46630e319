"""Nothing of pmdesk is read a second time while the window's modules are imported."""

import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).parents[2]
_IMPORTING = """
import linecache
{}
import pmdesk.app
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel("said")
assert label.text() == "said" and not hasattr(label, "set_text")
print(sum("pmdesk" in name for name in linecache.cache))
"""
_LEAVING = "from pmdesk.ui.sources import leave_unread; leave_unread(); leave_unread()"


def read(first: str) -> int:
    """How many of our sources are kept after the window's modules were imported."""
    done = subprocess.run(
        [sys.executable, "-c", _IMPORTING.format(first)],
        cwd=TOP,
        env={"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return int(done.stdout.split()[-1])


def test_sources_are_left_unread() -> None:
    assert read("") > 50, "PySide reads no sources any longer: sources.py can go"
    assert read(_LEAVING) == 0


def test_where_pyside_has_no_such_reader_nothing_happens() -> None:
    assert read(f"import sys, PySide6.QtCore; sys.modules['shibokensupport.feature'] = None\n{_LEAVING}") > 50
