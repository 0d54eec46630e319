"""Backups are whole, checked and thinned to a sensible number."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from pmdesk.register import backups
from pmdesk.register.faults import Unavailable
from pmdesk.register.store import Register, create, open_register


def test_a_backup_opens_as_the_same_register(path: Path, on_disk: Register) -> None:
    with on_disk.change("Saved organisation") as change:
        record = change.add("organisation", {"name": "One"})
    copy = path.with_name("copy.pmdesk")
    on_disk.backup_to(copy)
    with open_register(copy) as again:
        assert again.id == on_disk.id and again.get("organisation", record) and again.check() == []
    assert not list(path.parent.glob(".*part"))


def test_one_backup_a_day(on_disk: Register) -> None:
    made = on_disk.daily_backup(date(2026, 4, 27))
    assert made and made.exists()
    assert on_disk.daily_backup(date(2026, 4, 27)) is None


def test_seven_days_four_weeks_and_twelve_months_are_kept(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    day = date(2024, 1, 1)
    for number in range(800):
        (folder / f"{day + timedelta(days=number)}.pmdesk").touch()
        if number % 50 == 0:
            backups.thin(folder)
    backups.thin(folder)
    kept = sorted(path.stem for path in folder.glob("*.pmdesk"))
    last = day + timedelta(days=799)
    assert kept[-7:] == [str(last - timedelta(days=back)) for back in range(6, -1, -1)]
    assert 7 + 3 <= len(kept) <= 7 + 4 + 12
    assert len({stem[:7] for stem in kept}) >= 12


def test_a_backup_of_a_damaged_register_is_thrown_away(path: Path) -> None:
    with create(path) as register:
        with register.change("Saved organisation") as change:
            change.add("organisation", {"name": "One"})
        register.db.execute("UPDATE organisation SET name = 'Other'")
        copy = path.with_name("copy.pmdesk")
        with pytest.raises(Unavailable, match="did not come out right"):
            register.backup_to(copy)
        assert not copy.exists()


def test_a_copy_is_kept_before_the_tables_change(on_disk: Register) -> None:
    kept = backups.before_migration(on_disk.db, on_disk.id, 1)
    assert kept.name == "before-version-2.pmdesk" and kept.stat().st_size > 4096


def test_a_register_that_is_only_read_is_copied_and_stays_as_it_was(path: Path, on_disk: Register) -> None:
    before = path.read_bytes()
    with open_register(path, read_only=True) as reading:
        reading.backup_to(path.with_name("copy.pmdesk"))
        assert reading.db.execute("PRAGMA query_only").fetchone()[0] == 1
    assert path.read_bytes() == before
    with open_register(path.with_name("copy.pmdesk")) as copy:
        assert copy.id == on_disk.id


def test_a_killed_backup_leaves_nothing_after_the_next(path: Path, on_disk: Register) -> None:
    copy = path.with_name("copy.pmdesk")
    for name in (".copy.pmdesk.77.part", ".copy.pmdesk.77.part-journal"):
        path.with_name(name).write_bytes(b"half")
    on_disk.backup_to(copy)
    assert copy.exists() and not list(path.parent.glob(".*part*"))
