"""The command itself: what opens the window, what runs a verb, and what happens when something goes wrong."""

import os
import subprocess
import sys
import types
from pathlib import Path
from typing import Any

import pytest

from pmdesk.__main__ import main
from pmdesk.cli import reading

TOP = Path(__file__).parents[1]


def run(*words: object, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pmdesk", *map(str, words)], cwd=TOP, env={**os.environ, **environment},
        capture_output=True, text=True, encoding="utf-8", timeout=60, check=False,
    )  # fmt: skip


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """Every window that was asked for; none opens."""
    asked: list[tuple[Any, ...]] = []
    app = types.ModuleType("pmdesk.app")
    app.open_window = lambda *given: asked.append(given) or 0  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "pmdesk.app", app)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return asked


def test_the_window_opens(opened: list[tuple[Any, ...]], tmp_path: Path) -> None:
    file = tmp_path / "a.pmdesk"
    file.touch()
    for typed in (
        [],
        [str(file)],
        ["--sample"],
        ["--lang", "cy"],
        ["--lang=cy", str(file)],
        ["--sample", "b.pmdesk"],
    ):
        assert main(typed) == 0
    assert opened == [
        (None, False, None), (file, False, None), (None, True, None), (None, False, "cy"),
        (file, False, "cy"), (Path("b.pmdesk"), True, None),
    ]  # fmt: skip


def test_a_file_that_is_not_there_is_a_sentence(
    opened: list[tuple[Any, ...]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["none.pmdesk"]) == 1
    assert capsys.readouterr().err == "There is no file none.pmdesk.\n"
    assert opened == []


@pytest.mark.parametrize(
    "typed", [["--bogus"], ["a", "b"], ["--lang", "fr"], ["lst", "a.pmdesk"], ["--lang"]]
)
def test_wrong_usage(
    typed: list[str], opened: list[tuple[Any, ...]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(typed) == 2
    printed = capsys.readouterr()
    assert (printed.out, opened) == ("", [])
    assert printed.err.startswith("Usage: ")


def test_help_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    said = capsys.readouterr().out
    assert "attention" in said
    assert main(["--version"]) == 0
    assert "0.1.0" in capsys.readouterr().out


def test_a_language_before_the_verb(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "cy", "new", str(tmp_path / "a.pmdesk")]) == 0
    assert main(["--lang", "fr", "check", str(tmp_path / "a.pmdesk")]) == 2


def test_without_a_display_the_sample_can_still_be_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert main([]) == 1
    assert "no display" in capsys.readouterr().err
    taken = tmp_path / "taken.pmdesk"
    taken.touch()
    assert main(["--sample", str(taken)]) == 1
    assert "already there" in capsys.readouterr().err


def test_a_fault_of_ours_is_one_sentence_and_a_log_without_what_was_typed(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("Cllr Robert Ashdown")

    monkeypatch.setattr(reading, "attention_of", broken)
    path = tmp_path / "a.pmdesk"
    assert main(["new", str(path)]) == 0
    capsys.readouterr()
    assert main(["attention", str(path)]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "Traceback" not in printed.err
    log = (home / "faults.log").read_text(encoding="utf-8")
    assert "ZeroDivisionError" in log
    assert "pmdesk/cli/reading.py" in log
    assert "Ashdown" not in log
    assert str(tmp_path) not in log


def test_the_real_command(tmp_path: Path) -> None:
    path = tmp_path / "a.pmdesk"
    made = run("new", path, "--council", "Tŷ Glân", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert (made.returncode, made.stdout, made.stderr) == (0, f"{path}\n", "")
    told = run("list", path, "organisation", "--json", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert "Tŷ Glân" in told.stdout
    refused = run("show", path, "person", "nobody")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert len(refused.stderr.splitlines()) == 1


def test_a_reader_who_has_had_enough_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "a.pmdesk"
    main(["new", str(path)])
    source = tmp_path / "many.csv"
    source.write_text("name\n" + "\n".join(f"Somebody {n}" for n in range(400)), encoding="utf-8")
    main(["import", str(path), str(source), "--as", "person"])
    command = f'"{sys.executable}" -m pmdesk list "{path}" person --json | head -c 1; exit ${{PIPESTATUS[0]}}'
    done = subprocess.run(
        ["bash", "-c", command], cwd=TOP, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "[", "")


def test_the_window_needs_nothing_of_the_verbs() -> None:
    """What the window does not use is not imported on its way."""
    program = (
        "import sys; import pmdesk.__main__;"
        "print(sorted({'click', 'sqlcipher3', 'PySide6', 'reportlab', 'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=TOP, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "[]"
