"""The arrows between the rooms, and what each room may take from outside: design as a test."""

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.sources import nodes_in, source_of, tree_of

TOP = Path(__file__).parents[1]
PACKAGE = TOP / "pmdesk"
OURS = frozenset({"pmdesk"})

# What a room may use besides the standard library; a new name here needs a sentence of why in the commit.
MAY_USE = {
    "domain": set[str](),
    "figures": set[str](),
    "register": {"sqlcipher3", "cryptography", "platformdirs", "psycopg"},
    "exchange": {
        "python_calamine",
        "xlsxwriter",
        "pypdf",
        "cryptography",
        "rapidfuzz",
        "icalendar",
        "pyrage",
    },
    "papers": {"reportlab", "rl_accel", "pypdf"},
    "actions": {"cryptography", "rapidfuzz", "platformdirs"},
    "cli": {"click"},
    "ui": {"PySide6", "shiboken6", "pyqtgraph", "pypdfium2", "numpy"},
}


@cache
def imported(path: Path) -> set[str]:
    """The top names a module imports, wherever in it that stands."""
    names = set()
    for node in nodes_in(tree_of(path)):
        if isinstance(node, ast.Import):
            names |= {each.name.split(".")[0] for each in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
    return names


@pytest.mark.parametrize("room", sorted(MAY_USE))
def test_a_room_uses_only_what_it_may(room: str) -> None:
    outside = {
        (path.relative_to(TOP).as_posix(), name)
        for path in (PACKAGE / room).rglob("*.py")
        for name in imported(path) - sys.stdlib_module_names - OURS - MAY_USE[room]
    }
    assert outside == set()


def test_every_room_is_in_the_plan() -> None:
    rooms = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert rooms - {"resources"} == set(MAY_USE)


def test_nobody_opens_a_second_sqlite() -> None:
    """Two SQLite libraries in one process on one file lose saves."""
    second = [path.name for path in PACKAGE.rglob("*.py") if "sqlite3" in imported(path)]
    assert second == []
    text = "\n".join(source_of(path) for path in PACKAGE.rglob("*.py"))
    assert "QtSql" not in text


def lint(folder: Path, settings: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as go; go()"]
    return subprocess.run(
        [*command, "--config", str(settings), "--no-cache"],
        cwd=folder, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


def test_the_arrows_hold() -> None:
    done = lint(TOP, TOP / "pyproject.toml")
    assert done.returncode == 0, done.stdout[-3000:]


@pytest.mark.parametrize(
    ("room", "line"),
    [
        ("domain", "import pmdesk.figures"),
        ("domain", "import sqlcipher3"),
        ("figures", "import reportlab"),
        ("register", "import pmdesk.papers"),
        ("papers", "import pmdesk.register"),
        ("papers", "import PySide6"),
        ("actions", "import PySide6.QtCore"),
        ("ui", "import pmdesk.register"),
        ("ui", "import reportlab"),
        ("ui", "import pmdesk.cli"),
    ],
)
def test_an_arrow_the_wrong_way_is_found(room: str, line: str, tmp_path: Path) -> None:
    """The contracts are shown to fail, on a house with nothing in it but one wrong import."""
    for each in MAY_USE:
        folder = tmp_path / "pmdesk" / each
        folder.mkdir(parents=True)
        (folder / "__init__.py").write_text(f"{line}\n" if each == room else "")
    (tmp_path / "pmdesk" / "__init__.py").write_text("")
    done = lint(tmp_path, TOP / "pyproject.toml")
    assert done.returncode == 1, done.stdout[-3000:] + done.stderr[-3000:]
    assert "BROKEN" in done.stdout
