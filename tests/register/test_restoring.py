"""A register out of a backup: new, whole, never over a file; and whose backups are whose."""

from datetime import date
from pathlib import Path

import pytest

from pmdesk.register import restoring
from pmdesk.register.faults import Damaged, Unavailable
from pmdesk.register.schema import latest
from pmdesk.register.store import Register, create, open_register
from tests.register.laptops import add

OLD = Path(__file__).parents[1] / "data" / "registers" / "0001.pmdesk"  # as the first pmdesk wrote it


def test_a_backup_becomes_a_register_of_its_own(path: Path, on_disk: Register) -> None:
    record = add(on_disk, "organisation", name="Before")
    backup, new = path.with_name("b.pmdesk"), path.with_name("new.pmdesk")
    on_disk.backup_to(backup)
    stood = backup.read_bytes()
    later = add(on_disk, "organisation", name="After")
    assert restoring.restore(backup, new) == on_disk.id
    assert backup.read_bytes() == stood
    with open_register(new) as again:
        assert again.get("organisation", record) and again.get("organisation", later) is None
        add(again, "organisation", name="Restored")
        assert again.check() == []
        devices = again.db.execute("SELECT DISTINCT device FROM entry").fetchall()
        assert len(devices) == 2  # the one it had has gone on in the other file
        again.merge(list(on_disk.entries()), "pack:test")
        assert again.check() == [] and again.get("organisation", later)
    assert not list(path.parent.glob(".*part"))


def test_nothing_is_written_over(path: Path, on_disk: Register) -> None:
    backup, new = path.with_name("b.pmdesk"), path.with_name("new.pmdesk")
    on_disk.backup_to(backup)
    new.write_text("mine")
    with pytest.raises(Unavailable, match="already there"):
        restoring.restore(backup, new)
    assert new.read_text() == "mine"
    with pytest.raises(Unavailable, match="There is no folder"):
        restoring.restore(backup, path.parent / "nowhere" / "new.pmdesk")


def test_a_damaged_backup_is_refused(path: Path, on_disk: Register) -> None:
    add(on_disk, "organisation", name="Ty Glan Trust")
    backup, new = path.with_name("b.pmdesk"), path.with_name("new.pmdesk")
    on_disk.backup_to(backup)
    data = bytearray(backup.read_bytes())
    at = data.index(b'"Ty Glan Trust"')
    data[at + 3] ^= 1
    backup.write_bytes(data)
    with pytest.raises(Damaged, match="This backup is damaged"):
        restoring.restore(backup, new)
    backup.write_bytes(data[: len(data) // 2 // 4096 * 4096])
    with pytest.raises(Damaged):
        restoring.restore(backup, new)
    assert not new.exists() and not list(path.parent.glob(".*part"))


def test_an_older_backup_is_brought_up_to_date(path: Path) -> None:
    stood = OLD.read_bytes()
    restoring.restore(OLD, path)
    assert OLD.read_bytes() == stood
    with open_register(path, read_only=True) as register:
        assert register.check() == []
        assert register.db.execute("PRAGMA user_version").fetchone()[0] == latest()


def test_what_came_after_each_backup(path: Path, on_disk: Register) -> None:
    folder = restoring.folder_kept_for(on_disk.id)
    add(on_disk, "organisation", name="One")
    on_disk.daily_backup(date(2026, 4, 26))
    for name in ("Two", "Three"):
        add(on_disk, "organisation", name=name)
    on_disk.daily_backup(date(2026, 4, 27))
    (folder / "2026-04-25.pmdesk").write_bytes(b"SQLite format 3\0" + b"x" * 5000)
    later = {each.path.stem: each.later for each in restoring.kept_in(folder, on_disk.db)}
    assert later == {"2026-04-27": 0, "2026-04-26": 2, "2026-04-25": None}
    [spoilt] = [each for each in restoring.kept_in(folder, on_disk.db) if each.fault]
    assert spoilt.path.stem == "2026-04-25"


def test_saves_merged_in_are_counted_too(path: Path, tmp_path: Path, on_disk: Register) -> None:
    """A register that was put back and merged has the saves of its backup under other numbers."""
    add(on_disk, "organisation", name="One")
    early, late = tmp_path / "early.pmdesk", tmp_path / "late.pmdesk"
    on_disk.backup_to(early)
    add(on_disk, "organisation", name="Two")
    on_disk.backup_to(late)
    restoring.restore(early, tmp_path / "again.pmdesk")
    with open_register(tmp_path / "again.pmdesk") as again:
        add(again, "organisation", name="Three")
        again.merge(list(on_disk.entries()), "pack:test")
        assert restoring.looked_at(late, again.db).later == 1
        assert restoring.looked_at(early, again.db).later == 2


def test_an_empty_backup_lacks_everything(tmp_path: Path, on_disk: Register) -> None:
    on_disk.backup_to(tmp_path / "empty.pmdesk")
    add(on_disk, "organisation", name="One")
    assert restoring.looked_at(tmp_path / "empty.pmdesk", on_disk.db).later == 1


def test_whose_backups_a_spoilt_file_has(path: Path) -> None:
    with create(path) as register:
        add(register, "organisation", name="One")
        identity = register.id
        register.daily_backup(date(2026, 4, 27))
    assert restoring.id_of(path) == identity
    path.write_bytes(b"nothing of it is left")
    assert restoring.id_of(path) == identity
    assert restoring.id_of(path.with_name("other.pmdesk")) is None


def test_a_disk_without_links_and_a_name_taken_meanwhile(
    path: Path, on_disk: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup, new, other = (path.with_name(f"{name}.pmdesk") for name in ("b", "new", "other"))
    on_disk.backup_to(backup)

    def no_links(_from: Path, _to: Path) -> None:
        raise OSError(1, "not permitted")

    with monkeypatch.context() as patch:
        patch.setattr("os.link", no_links)
        assert restoring.restore(backup, new) == on_disk.id
    with open_register(new) as again:
        assert again.check() == []

    def taken(_from: Path, to: Path) -> None:
        Path(to).write_text("mine")
        raise FileExistsError

    with monkeypatch.context() as patch:
        patch.setattr("os.link", taken)
        with pytest.raises(Unavailable, match="already there"):
            restoring.restore(backup, other)
    assert other.read_text() == "mine"
