"""The benchmarks run; how long anything takes is for a person to judge, never for the suite."""

from pathlib import Path

import pytest

from tests.benchmarks import run
from tests.benchmarks.generator import found
from tests.benchmarks.timing import Line


@pytest.mark.slow
def test_every_line_of_the_table_is_measured(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(run.SIZES, "S", run.SIZES["tiny"])
    run.main(["--size", "tiny", "--rounds", "1", "--rows", "50", "--saves", "12", "--folder", str(tmp_path)])
    said = capsys.readouterr().out
    for what in (
        "annual update",
        "a progress report with its chart",
        "first chart of 200 milestones",
        "redrawing 120 readings",
        "import of a sheet of person",
        "import of a sheet of reading",
        "floor: read, checked, the same statements (reading)",
        "merge of 12 entries",
        "floor: verified, the same statements (merge)",
        "one save of an update, tiny",
        "search",
        "a list of updates by period",
        "a live Desk's figures, tiny",
        "ratings as on a past day, tiny",
        "measures, first page by code, tiny",
        "one save of a reading, tiny over S",
        "1,000 readings pasted, the last quarter, tiny",
        "1,000 readings pasted, an old quarter, tiny",
        "check, tiny",
        "floor: pages, signatures and values hashed, tiny",
        "first paint",
        "floor: what every such window needs",
        "memory, tiny over S",
    ):
        assert what in said


def test_a_register_once_made_is_found_again(tmp_path: Path) -> None:
    said: list[str] = []
    first = found(tmp_path, "tiny", say=said.append)
    before = first.stat().st_mtime_ns
    assert found(tmp_path, "tiny", say=said.append) == first
    assert len(said) == 1 and first.stat().st_mtime_ns == before
    assert found(tmp_path, "tiny", seed=7, say=said.append) != first


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (Line("a", 3, 1, "b", times=2), "MISSED"),
        (Line("a", 2, 1, "b", times=2), "held"),
        (Line("a", 41, most=40), "MISSED"),
        (Line("a", 39, 1, "b", times=2, most=40), "MISSED"),
        (Line("a", 39, 1, "b"), ""),
    ],
)
def test_a_limit_that_is_not_held_is_said_plainly(line: Line, said: str) -> None:
    assert [word for word in ("MISSED", "held") if word in str(line)] == ([said] if said else [])
