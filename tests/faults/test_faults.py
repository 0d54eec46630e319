"""Every sweep finds nothing lost, and is seen to notice a fault planted on purpose.

One minute's size by default, ten with PMDESK_FAULTS=long and `-o faulthandler_timeout=0`; `pytest -s` shows
what each tried and lost.
"""

import os
import warnings
from pathlib import Path

import pytest

from tests.faults.laptops_planted import PLANTED as IN_EXCHANGE
from tests.faults.storage_calls import PLANTED as IN_STORAGE
from tests.faults.sweep import TOP, run, size

pytestmark = [pytest.mark.faults, pytest.mark.slow]

# Sweep, how many in the short and the long size, and the seconds of work it may take (ten times that when
# long): so much that only on a very slow or a very busy machine it tries fewer.
SWEEPS = {
    "storage_calls": (800, 12_000, 90.0),
    "power_cut": (10_000, 150_000, 90.0),
    "kills": (20, 300, 40.0),
    "disk_trouble": (1, 1, 40.0),
    "hostile": (5_000, 100_000, 50.0),
    "bit_flips": (5_000, 50_000, 60.0),
    "memory": (1_000, 20_000, 90.0),
    "rescuing": (100, 2_000, 50.0),
    "two_writers": (3, 60, 25.0),
    "laptops": (100, 1_600, 90.0),
    "soak": (20, 100_000, 60.0),
    "hub_syncs": (80, 2_000, 50.0),
}
PLANTED = [
    *(("storage_calls", planted) for planted in IN_STORAGE),
    ("power_cut", "no sync"),
    ("power_cut", "no journal"),
    ("power_cut", "DELETE and FULL"),
    ("power_cut", "a wiped backup whose name is not synced"),
    ("kills", "commits later"),
    ("kills", "commits later in the window"),
    ("disk_trouble", "acknowledges before the commit"),
    ("hostile", "no shape check"),
    ("bit_flips", "only SQLite's own check"),
    ("memory", "acknowledges before the commit"),
    ("rescuing", "the first page alone of what goes on"),
    ("rescuing", "trusts the header"),
    ("two_writers", "locks are believed"),
    ("soak", "a handle kept"),
    ("soak", "an error in a slot"),
    ("hub_syncs", "a naive horizon"),
    *(("laptops", planted) for planted in IN_EXCHANGE),
]


@pytest.mark.parametrize("name", SWEEPS)
def test_nothing_acknowledged_is_lost(name: str, tmp_path: Path) -> None:
    short, long, seconds = SWEEPS[name]
    tally = run(name, tmp_path, size(short, long), seconds=seconds)
    assert tally.lost == []
    # A machine too slow or too busy to try half in its time tells too little; less than all, and it is said.
    wanted = size(short, long)
    assert tally.tried * 2 >= wanted
    if tally.tried < wanted:
        warnings.warn(f"{name}: only {tally.tried} of {wanted} faults were tried in the time", stacklevel=1)


@pytest.mark.parametrize(("name", "planted"), PLANTED)
def test_a_planted_fault_is_noticed(name: str, planted: str, tmp_path: Path) -> None:
    assert run(name, tmp_path, 3_000, planted).lost != []


def test_a_key_kept_after_a_restore_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The oracle here is two entries with one number: the chain forks when the device key is kept."""
    from pmdesk.register.store import Register

    assert _forks(tmp_path / "ours") == []
    monkeypatch.setattr(Register, "_is_behind", lambda self, key: False)
    assert _forks(tmp_path / "planted") != []


def _forks(folder: Path) -> list[tuple[bytes, int]]:
    """Numbers that one device gave twice, in the register and in the backup that was put back."""
    from pmdesk.register.store import create, open_register
    from tests.faults.verbs import save_one

    folder.mkdir()
    with create(folder / "a.pmdesk") as register:
        save_one(register, "Before the backup")
        register.backup_to(folder / "b.pmdesk")
        save_one(register, "After the backup")
        first = _numbers(register)
    with open_register(folder / "b.pmdesk") as restored:
        save_one(restored, "After the restore")
        second = _numbers(restored)
    return [number for number in first if number in second and first[number] != second[number]]


def _numbers(register: object) -> dict[tuple[bytes, int], bytes]:
    rows = register.db.execute("SELECT device, seq, hash FROM entry")  # type: ignore[attr-defined]
    return {(device, seq): digest for device, seq, digest in rows}


def test_a_sweep_runs_in_a_process_of_its_own(tmp_path: Path) -> None:
    """The suite's own process is never the one that is spoilt."""
    assert os.path.samefile(TOP, Path(__file__).parents[2])
    assert run("hostile", tmp_path, 40, seconds=30).tried == 40  # some of each of its parts
