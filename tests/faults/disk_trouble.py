"""A full disk, a folder without rights or gone, a file replaced or spoilt underneath: all cases."""

import os
import resource
import shutil
import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from pmdesk.register.store import create
from tests.faults import verbs
from tests.faults.sweep import Tally, in_child, main

NOBODY = 65534
Case = Callable[[Path, Callable[[str], None]], None]


def sweep(folder: Path, _many: int, _until: float, planted: str) -> Tally:
    """Every case once; each starts from a fresh copy of one small register."""
    verbs.prepare(folder / "kept")
    verbs.prepare_protected(folder / "kept", folder / "protected")
    tried, lost, noted = 0, list[str](), dict[str, int]()
    for name, case in _cases(planted).items():
        shutil.rmtree(folder / "trial", ignore_errors=True)
        shutil.copytree(folder / "kept", folder / "trial")
        lost += [f"{name}: {problem}" for problem in _try(folder / "trial", name, case, planted)]
        tried += 1
    if os.geteuid() == 0 and not planted:
        small = _small_disk(folder)
        noted["on a small disk of its own"] = len(small)
        lost += [f"small disk: {problem}" for found in small for problem in found]
        tried += len(small)
    return Tally(tried, lost, noted)


def _cases(planted: str) -> dict[str, Case]:
    spoils = {name: _while_open(spoil) for name, spoil in SPOILS.items()}
    if planted:
        return {name: spoils[name] for name in ("replaced", "removed")}
    limits = {
        f"full in {verb} at {more}": _limited(verb, more)
        for verb in ("save", "import", "export", "backup", "migrate")
        for more in (-8192, 0, 4096, 40_000)
    }
    return {**limits, "no right to the folder": _no_right(0o555), "no right to the file": _no_right(0o755),
            **spoils}  # fmt: skip


def _try(trial: Path, name: str, case: Case, planted: str) -> list[str]:
    def work(writing: int) -> None:
        verbs.at_home(trial)
        verbs.plant(planted)
        case(trial, lambda line: _say(writing, line))

    said, end = in_child(work, 60)
    problems = [line for line in said if line.startswith("uncaught")] + ([f"ended {end}"] if end else [])
    if "nothing was said" in said or not said:
        problems.append("neither done nor refused with a sentence")
    gone = trial.with_name("elsewhere")
    if gone.exists():
        shutil.rmtree(trial, ignore_errors=True)
        os.replace(gone, trial)
    if name in ("truncated", "half", "zeroed", "overwritten"):
        return problems + _damage_is_seen(trial)
    if name in ("replaced", "removed"):
        return problems + [f"acknowledged save lost: {line}" for line in said if line.startswith("saved")]
    os.chmod(trial, 0o755)
    return problems + _judge(trial, name.split(" ")[2] if name.startswith("full in") else "save", said)


def _judge(trial: Path, verb: str, said: list[str]) -> list[str]:
    def work(writing: int) -> None:
        verbs.at_home(trial)
        if verb == "migrate":
            verbs.with_a_later_version()
        for problem in verbs.judge(trial, verb, said):
            _say(writing, problem)

    return in_child(work, 60)[0]


def _limited(verb: str, more: int) -> Case:
    """No file may grow beyond the register's own size and a little: the system then says 'file too large'."""

    def case(trial: Path, say: Callable[[str], None]) -> None:
        most = max(0, (trial / "a.pmdesk").stat().st_size + more)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        verbs.VERBS[verb](trial, say)
        say("ended")

    return case


def _no_right(mode: int) -> Case:
    """As somebody who may read everything here and write nothing."""

    def case(trial: Path, say: Callable[[str], None]) -> None:
        home = trial / "home"
        os.chmod(trial / "a.pmdesk", 0o444)
        os.chmod(trial, mode)
        if os.geteuid() == 0:
            for path in (home, *home.rglob("*")):
                os.chown(path, NOBODY, NOBODY)
            for parent in (trial, *trial.parents):
                with suppress(OSError):
                    os.chmod(parent, parent.stat().st_mode | 0o555)
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        verbs.save(trial, say)
        verbs.back_up(trial, say)

    return case


def _while_open(spoil: Callable[[Path], None]) -> Case:
    """The file is spoilt while a window has it open, and the person goes on saving."""

    def case(trial: Path, say: Callable[[str], None]) -> None:
        with verbs.told(say), verbs.opened(trial) as register:
            say(f"first {verbs.save_one(register, 'Saved first')}")
            spoil(trial / "a.pmdesk")
            for n in range(3):
                with verbs.told(say):
                    say(f"saved {verbs.save_one(register, f'Saved {n}')} Saved {n}")
            with verbs.told(say):
                say(f"read {len(register.all('person'))}")

    return case


def _replaced(path: Path) -> None:
    create(path.with_name("other.pmdesk")).close()
    os.replace(path.with_name("other.pmdesk"), path)


def _half(path: Path) -> None:
    data = path.read_bytes()
    with path.open("r+b") as file:
        file.write(data[len(data) // 2 :])


def _zeroed(path: Path) -> None:
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.write(bytes(size))


def _overwritten(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(b"\xff\xd8\xff\xe0 a picture" * 400)


SPOILS: dict[str, Callable[[Path], None]] = {
    "replaced": _replaced,
    "removed": lambda path: path.unlink(),
    "folder gone": lambda path: os.replace(path.parent, path.parent.with_name("elsewhere")),
    "truncated": lambda path: os.truncate(path, path.stat().st_size // 2),
    "half": _half,
    "zeroed": _zeroed,
    "overwritten": _overwritten,
}


def _damage_is_seen(trial: Path) -> list[str]:
    """Whoever spoilt the file spoilt it; opening must say so, or hold everything."""

    def work(writing: int) -> None:
        verbs.at_home(trial)
        problems: list[str] = []
        with verbs.told(problems.append), verbs.opened(trial) as register:
            problems += [str(problem) for problem in register.check()]
            names = {row["name"] for row in register.all("person")}
            if not problems and "There before 0" not in names:
                _say(writing, "the damage is not seen")

    return in_child(work)[0]


def _small_disk(folder: Path) -> list[list[str]]:
    """The same on a real disk of little room, where this machine lets us make one."""
    place = folder / "small"
    place.mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8m", "none", str(place)], capture_output=True, check=False
    ).returncode:
        return []
    try:
        return [_fill(folder, place / "trial", verb, room) for verb in verbs.VERBS for room in (0, 30_000)]
    finally:
        subprocess.run(["umount", str(place)], check=False)


def _fill(folder: Path, trial: Path, verb: str, room: int) -> list[str]:
    shutil.copytree(folder / ("protected" if verb in verbs.PROTECTED else "kept"), trial)
    with (trial / "ballast").open("wb", buffering=0) as file:
        with suppress(OSError):
            while file.write(bytes(4096)):
                pass
        file.truncate(max(0, file.tell() - room))

    def work(writing: int) -> None:
        verbs.at_home(trial)
        verbs.VERBS[verb](trial, lambda line: _say(writing, line))

    said, end = in_child(work, 60)
    (trial / "ballast").unlink()
    problems = [line for line in said if line.startswith("uncaught")] + ([f"ended {end}"] if end else [])
    problems += _judge(trial, verb, said)
    shutil.rmtree(trial)
    return [f"{verb} with {room} bytes left: {problem}" for problem in problems]


def _say(writing: int, line: str) -> None:
    with suppress(OSError):
        os.write(writing, line.replace("\n", " ").encode() + b"\n")


if __name__ == "__main__":
    main(sweep)
