"""The window as a screen reader hears it: through AT-SPI from outside, or in process without the tools."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface

from tests.running import Running, copy_of

TOP = Path(__file__).parents[2]
OUTSIDE = Path(__file__).with_name("outside.py")
SYSTEM = "/usr/bin/python3"
LAUNCHERS = [Path("/usr/libexec/at-spi-bus-launcher"), Path("/usr/lib/at-spi2-core/at-spi-bus-launcher")]
DESK = "What needs somebody"
SECTIONS = [
    *("Partnerships", "Outside bodies", "Members", "Milestones", "Partners", "Papers"),
    *("Bring in a file", "Settings", "Help"),
]
SEARCH = "Find a body, member, measure"

Heard = list[tuple[str, str]]


def tools() -> str:
    """What is missing to read the window from outside; '' when everything is there."""
    for name in ("dbus-run-session", "Xvfb"):
        if shutil.which(name) is None:
            return name
    if not any(path.exists() for path in LAUNCHERS):
        return "at-spi-bus-launcher"
    done = subprocess.run([SYSTEM, "-c", "import pyatspi"], capture_output=True, check=False, timeout=60)
    return "" if done.returncode == 0 else "pyatspi"


def check(heard: Heard) -> None:
    names = [name for _role, name in heard]
    assert any(name.startswith(DESK) for name in names), "the Desk's list has no name"
    assert any(name == "Desk" or name.startswith("Desk, ") for name in names)
    assert [name for name in SECTIONS if name not in names] == []
    assert any(name.startswith(SEARCH) for name in names)
    assert any(name.startswith("Municipal year 2025-26") for name in names)


@pytest.mark.slow
def test_the_window_is_heard(
    run: Running, sample_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tools()
    if missing:
        heard = in_process(run, copy_of(sample_file, run.folder))
        how = f"in process: {missing} is not on this machine"
    else:
        heard = from_outside(copy_of(sample_file, run.folder), tmp_path)
        how = "through AT-SPI"
    with capsys.disabled():
        print(f"\nThe window was read {how}: {len(heard)} parts.")
    check(heard)


def test_in_process_too(run: Running, sample_file: Path) -> None:
    check(in_process(run, copy_of(sample_file, run.folder)))


def in_process(run: Running, sample: Path) -> Heard:
    """What Qt would hand to any screen reader, once the Desk's figures are read and its list is there."""
    run.program.open(sample)
    run.activate()
    root = QAccessible.queryAccessibleInterface(run.window)
    run.qtbot.waitUntil(lambda: any(name.startswith(DESK) for _role, name in _walk(root)), timeout=20_000)
    return list(_walk(root))


def _walk(node: QAccessibleInterface | None, depth: int = 0) -> Iterator[tuple[str, str]]:
    if node is None or not node.isValid() or depth > 30:
        return
    yield node.role().name, node.text(QAccessible.Text.Name)
    for at in range(min(node.childCount(), 400)):
        yield from _walk(node.child(at), depth + 1)


def from_outside(sample: Path, folder: Path) -> Heard:
    """Start the real window under Xvfb on a bus of its own and read it from another process."""
    launcher = next(str(path) for path in LAUNCHERS if path.exists())
    script = folder / "read.sh"
    script.write_text(
        f"""set -e
Xvfb -displayfd 3 -screen 0 1440x900x24 3>"$1/display" 2>/dev/null &
screen=$!
for n in $(seq 100); do [ -s "$1/display" ] && break; sleep 0.1; done
export DISPLAY=":$(cat "$1/display")"
"{launcher}" --launch-immediately &
bus=$!
sleep 1
"{sys.executable}" -m pmdesk "{sample}" >"$1/window.log" 2>&1 &
window=$!
trap 'kill $window $bus $screen 2>/dev/null || true' EXIT
{SYSTEM} "{OUTSIDE}" pmdesk "{DESK}"
""",
        encoding="utf-8",
    )
    env = {name: value for name, value in os.environ.items() if name not in ("QT_QPA_PLATFORM", "DISPLAY")}
    env |= {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(TOP)}
    done = subprocess.run(
        ["dbus-run-session", "--", "bash", str(script), str(folder)],
        capture_output=True, text=True, check=False, timeout=150, env=env,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr + (folder / "window.log").read_text("utf-8")
    return [(role, name) for role, name in json.loads(done.stdout.splitlines()[-1])]
