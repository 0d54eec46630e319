"""The real command, run in process, on a small register written as commands."""

import json
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from pmdesk.__main__ import main
from tests.made_once import copied


class Answer(NamedTuple):
    """What a command did: its exit code, what it printed and what it said on standard error."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Pm = Callable[..., Answer]


@pytest.fixture
def pm(capsys: pytest.CaptureFixture[str]) -> Pm:
    def run(*words: object) -> Answer:
        capsys.readouterr()
        code = main([str(word) for word in words])
        printed = capsys.readouterr()
        return Answer(code, printed.out, printed.err)

    return run


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A register just started."""
    return copied(_empty, tmp_path)


STORY = """
person       | name=Robert Ashdown     | kind=member
person       | name=Priya Nair         | kind=member
outside_body | name=Moorland Arts Trust| seats=2 | support=5,605.50 | Link officer=Helen Marsh
appointment  | outside body=Moorland Arts Trust | person=Robert Ashdown | from=21/5/25 | to=20 May 2026
partnership  | name=Active Aldermoor   | kind=thematic | reports=every quarter | Portfolio member=Priya Nair
milestone    | title=Courts resurfaced | partnership=Active Aldermoor | first date=31/3/2020
forecast     | milestone=Courts resurfaced | reported on=1/3/2020 | new date=12/6/2020 | reason=rain
annual_update| appointment=Moorland Arts Trust | municipal_year=2025-26 | main business=A new roof
progress_update | partnership=Active Aldermoor | period=2025-26 Q4 | done=A league | difference=More play
"""


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A register with a body, a seat, a partnership, a milestone and two drafts."""
    return copied(_register, tmp_path)


def _empty(folder: Path) -> None:
    path = folder / "aldermoor.pmdesk"
    _do("new", path, "--council", "Aldermoor District Council", "--year", "2025-26", "--by", "Helen Marsh",
        "--returns-due", "17/4/2026", "--annual-council", "21 May 2025")  # fmt: skip


def _register(folder: Path) -> None:
    _empty(folder)
    for line in STORY.strip().splitlines():
        kind, *values = (part.strip() for part in line.split("|"))
        _do("add", folder / "aldermoor.pmdesk", kind, *values)


def _do(*words: object) -> None:
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()) as said:
        assert main([str(word) for word in words]) == 0, said.getvalue()
