"""The scripts people run first: sound as shell, and ending in one sentence when something is missing."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]
INSTALLER = TOP / "installer"
SCRIPTS = [
    path
    for path in [*INSTALLER.iterdir(), TOP / ".ci" / "run"]
    if path.is_file() and path.read_bytes().startswith((b"#!/usr/bin/env bash", b"# shellcheck shell=bash"))
]


def bash(words: str, *, path: str | None = None, cwd: Path = TOP) -> subprocess.CompletedProcess[str]:
    """Run shell words with setup.sh's functions at hand; `path` replaces PATH."""
    environment = {**os.environ, **({"PATH": path} if path else {})}
    command = [shutil.which("bash") or "bash", "-c", f'set -euo pipefail; . "{INSTALLER}/setup.sh"; {words}']
    return subprocess.run(
        command, env=environment, cwd=cwd, capture_output=True, text=True, timeout=60, check=False
    )


def fake(folder: Path, name: str, body: str) -> None:
    """A command of that name which does only `body`."""
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!{shutil.which('bash')}\n{body}\n")
    (folder / name).chmod(0o755)


@pytest.fixture
def bare_path(tmp_path: Path) -> Path:
    """A PATH with the ordinary small tools, and nothing that could change the machine."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("bash", "sed", "tr", "grep", "tail", "cat", "rm", "mkdir", "ls", "dirname", "basename"):
        (folder / name).symlink_to(shutil.which(name) or name)
    return folder


def test_there_are_scripts() -> None:
    assert {"run", "test", "words", "setup.sh", "journey.sh"} <= {path.name for path in SCRIPTS}


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_script_is_sound(script: Path) -> None:
    done = subprocess.run(["bash", "-n", str(script)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    if script.suffix != ".sh":
        assert os.access(script, os.X_OK), f"{script.name} cannot be run"


@pytest.mark.parametrize("script", ["run", "test", "words"])
def test_a_script_stops_at_the_first_failure(script: str) -> None:
    assert "set -euo pipefail" in (INSTALLER / script).read_text()


def test_without_root_the_missing_packages_are_named_and_the_work_goes_on(bare_path: Path) -> None:
    newer = "installed libglib2.0-0t64, libglib2.0-0 (= 2.8)"  # a later Debian's name, providing the old one
    fake(bare_path, "dpkg-query", f"echo 'installed libgl1, '; echo '{newer}'")
    fake(bare_path, "apt-get", "exit 9")
    fake(bare_path, "sudo", "exit 1")
    fake(bare_path, "id", "echo 1000")
    done = bash("install_packages libgl1 libglib2.0-0 libegl1 xvfb; echo on", path=str(bare_path))
    assert (done.returncode, done.stdout) == (0, "on\n")
    assert done.stderr == (
        "pmdesk: these Debian packages are missing and need an administrator: "
        "sudo apt-get install libegl1 xvfb\n"
    )


def test_with_nothing_missing_nothing_is_said_or_installed(bare_path: Path) -> None:
    fake(bare_path, "dpkg-query", "echo 'installed libgl1, '")
    fake(bare_path, "apt-get", "exit 9")
    done = bash("install_packages libgl1; echo on", path=str(bare_path))
    assert (done.returncode, done.stdout, done.stderr) == (0, "on\n", "")


def test_another_kind_of_machine_needs_no_apt(bare_path: Path) -> None:
    done = bash("install_packages libgl1; echo on", path=str(bare_path))
    assert (done.returncode, done.stdout) == (0, "on\n")


def test_an_old_python_is_a_sentence(bare_path: Path) -> None:
    fake(bare_path, "python3", "exit 1")
    done = bash("find_python() { :; }; set_up", path=str(bare_path))
    assert done.returncode == 1
    assert done.stderr.startswith("pmdesk: pmdesk needs Python 3.11 or later")
    assert len(done.stderr.splitlines()) == 1


def test_the_newest_enough_python_is_found(bare_path: Path) -> None:
    fake(bare_path, "python3", "exit 1")
    fake(bare_path, "python3.12", "exit 0")
    assert bash("find_python", path=str(bare_path)).stdout == "python3.12\n"


def run(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(INSTALLER / "run"), *words], cwd=cwd, capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--nothing"], "There is no option --nothing."),
        (["--into"], "--into needs a folder."),
        (["one.csv"], "Name two spreadsheets or none."),
        (["one.csv", "two.csv"], "There is no spreadsheet at one.csv that can be read."),
    ],
)
def test_a_wrong_word_is_a_sentence(words: list[str], sentence: str, tmp_path: Path) -> None:
    done = run(*words, cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith(f"pmdesk: {sentence}")
    assert list(tmp_path.glob("*journey*")) == []


def clean(folder: Path) -> subprocess.CompletedProcess[str]:
    return bash(f'. "{INSTALLER}/journey.sh"; clean_folder "{folder}"')


def test_the_journeys_folder_is_cleaned_only_when_it_is_the_journeys(tmp_path: Path) -> None:
    folder = tmp_path / "journey"
    assert clean(folder).returncode == 0
    (folder / "old.pdf").write_text("old")
    assert clean(folder).returncode == 0
    assert [path.name for path in folder.iterdir()] == [".pmdesk-journey"]


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    done = clean(tmp_path)
    assert done.returncode == 1
    assert "has other things in it" in done.stderr
    assert (tmp_path / "mine.txt").read_text() == "mine"
