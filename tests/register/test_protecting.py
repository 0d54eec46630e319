"""A passphrase set, changed and removed: whole or not at all, no plain byte left in pmdesk's own files."""

import os
from datetime import date
from pathlib import Path
from shutil import copy

import pytest

from pmdesk.register import backups, protecting, restoring
from pmdesk.register.cipher import make_key
from pmdesk.register.database import connect, sniff
from pmdesk.register.faults import NeedsPassphrase, Unavailable, WrongPassphrase
from pmdesk.register.home import home
from pmdesk.register.protecting import (
    MovedOn,
    bring_backups_along,
    is_protected,
    opens,
    prepare,
    put_in_place,
    throw_away,
)
from pmdesk.register.store import Register, create, open_register

ONE, OTHER = "penny anchor window", "a second passphrase"
SECRET = "Aldermoor Confidential"


def save(register: Register, name: str = SECRET) -> str:
    with register.change("Saved organisation") as change:
        return change.add("organisation", {"name": name, "note": SECRET * 30})


def protect(register: Register, passphrase: str) -> None:
    put_in_place(register, prepare(register, passphrase))


def plain_files(*folders: Path) -> list[str]:
    """The names of the files in which the secret can be read."""
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if SECRET.encode() in path.read_bytes()]


@pytest.fixture
def filled(on_disk: Register) -> Register:
    save(on_disk)
    on_disk.keep_draft("organisation", {"note": SECRET})
    on_disk.set_local("kept", SECRET)
    return on_disk


def test_a_passphrase_is_set_and_the_register_goes_on(filled: Register, path: Path) -> None:
    assert not is_protected(filled) and plain_files(path.parent) == [path.name]
    journal = [entry.hash for entry in filled.entries()]
    protect(filled, ONE)
    assert is_protected(filled) and not filled.read_only
    assert filled.draft("organisation") and filled.local("kept") == SECRET
    assert [entry.hash for entry in filled.entries()] == journal
    record = save(filled, "After")
    assert filled.check() == [] and plain_files(path.parent) == []
    filled.close()
    with pytest.raises(NeedsPassphrase):
        open_register(path)
    with open_register(path, key=ONE) as again:
        assert again.get("organisation", record) and again.check() == []
        assert again.undo_label() == "Saved organisation"


def test_it_is_changed_and_removed(filled: Register, path: Path) -> None:
    protect(filled, ONE)
    first = path.read_bytes()
    protect(filled, OTHER)
    assert path.read_bytes()[:16] != first[:16]
    assert opens(filled, OTHER) and not opens(filled, ONE)
    protect(filled, "")
    assert not is_protected(filled) and not opens(filled, OTHER) and sniff(path) is None
    save(filled, "After")
    filled.close()
    with open_register(path) as again:
        assert again.check() == [] and len(again.all("organisation")) == 2
    assert not list(path.parent.glob(".*part*"))


def test_what_was_thrown_away_changes_nothing(filled: Register, path: Path) -> None:
    prepared = prepare(filled, ONE)
    assert prepared.aside.exists() and SECRET.encode() not in prepared.aside.read_bytes()
    throw_away(filled, prepared)
    assert not is_protected(filled) and not prepared.aside.exists()
    save(filled, "After")


def test_what_is_saved_meanwhile_is_not_lost(filled: Register, path: Path) -> None:
    prepared = prepare(filled, ONE)
    save(filled, "Meanwhile")
    with pytest.raises(MovedOn, match="saved meanwhile"):
        put_in_place(filled, prepared)
    assert not is_protected(filled) and not list(path.parent.glob(".*part*"))
    assert len(filled.all("organisation")) == 2
    protect(filled, ONE)
    assert len(filled.all("organisation")) == 2


def test_an_older_connection_saves_nothing_in_the_file_that_was_replaced(filled: Register) -> None:
    twin = filled.twin()
    protect(filled, ONE)
    with pytest.raises(Unavailable):
        save(twin, "Lost")
    twin.close()
    assert len(filled.all("organisation")) == 1 and filled.check() == []


def test_a_register_that_is_only_read_keeps_its_passphrase(filled: Register, path: Path) -> None:
    with open_register(path) as reading, pytest.raises(Unavailable, match="Helen Marsh has"):
        prepare(reading, ONE)


def test_a_damaged_register_is_not_protected(filled: Register, path: Path) -> None:
    filled.db.execute("UPDATE organisation SET name = 'Other'")
    with pytest.raises(Unavailable, match="did not come out right"):
        prepare(filled, ONE)
    assert not list(path.parent.glob(".*part*")) and not is_protected(filled)
    filled.db.execute("UPDATE organisation SET name = 'And another'")  # and nobody holds it


def test_a_place_that_cannot_be_taken_leaves_the_old_register(
    filled: Register, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_given: object) -> None:
        raise PermissionError(13, "no")

    before = path.read_bytes()
    monkeypatch.setattr(protecting.os, "replace", fails)
    prepared = prepare(filled, ONE)
    with pytest.raises(Unavailable, match="cannot be written to"):
        put_in_place(filled, prepared)
    assert path.read_bytes() == before and not is_protected(filled) and not prepared.aside.exists()
    save(filled, "After")
    assert filled.check() == []


def test_a_disk_that_does_not_confirm_is_told_of(
    filled: Register, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_folder: Path) -> None:
        raise OSError(5, "no")

    prepared = prepare(filled, ONE)
    monkeypatch.setattr(protecting, "sync_folder", fails)
    with pytest.raises(Unavailable, match="keep the passphrase it had before as well"):
        put_in_place(filled, prepared)
    assert is_protected(filled) and opens(filled, ONE)
    save(filled, "After")


def test_the_old_plain_bytes_are_overwritten_unless_the_file_has_another_name(
    filled: Register, path: Path
) -> None:
    still_there = path.open("rb")
    protect(filled, ONE)
    assert set(still_there.read()) == {0}
    still_there.close()
    protect(filled, "")
    os.link(path, path.with_name("other"))
    protect(filled, OTHER)
    assert SECRET.encode() in path.with_name("other").read_bytes()


def test_backups_come_along(filled: Register, path: Path) -> None:
    filled.daily_backup(date(2026, 4, 26))
    backups.before_migration(filled.db, filled.id, 3)
    folder = backups.folder_of(filled.id)
    (folder / ".2026-04-20.pmdesk.1.part").write_text(SECRET)
    assert len(plain_files(home())) == 3
    when = (folder / "2026-04-26.pmdesk").stat().st_mtime
    protect(filled, ONE)
    assert bring_backups_along(filled) == 0
    assert plain_files(home(), path.parent) == []
    assert (folder / "2026-04-26.pmdesk").stat().st_mtime == when
    filled.daily_backup(date(2026, 4, 27))
    assert len(list(folder.glob("*.pmdesk"))) == 3
    for kept in folder.glob("*.pmdesk"):
        with open_register(kept, key=ONE, read_only=True) as backup:
            assert backup.check() == [] and len(backup.all("organisation")) == 1
    protect(filled, OTHER)
    assert filled.local("former_key")
    assert bring_backups_along(filled) == 0 and filled.local("former_key") is None
    for kept in folder.glob("*.pmdesk"):
        open_register(kept, key=OTHER, read_only=True).close()
    protect(filled, "")
    assert bring_backups_along(filled) == 0
    assert [sniff(kept) for kept in folder.glob("*.pmdesk")] == [None] * 3


def test_backups_not_reached_come_along_another_day(filled: Register, path: Path) -> None:
    """As after a power cut between the register and its backups."""
    protect(filled, ONE)
    made = filled.daily_backup(date(2026, 4, 26))
    assert made is not None
    protect(filled, OTHER)
    filled.close()
    with open_register(path, key=OTHER) as again:
        with pytest.raises(WrongPassphrase):
            open_register(made, key=OTHER, read_only=True)
        assert bring_backups_along(again) == 0
        open_register(made, key=OTHER, read_only=True).close()


def test_a_backup_that_cannot_be_read_is_counted_and_left(filled: Register) -> None:
    made = filled.daily_backup(date(2026, 4, 26))
    assert made is not None
    strange = made.with_name("2026-01-01.pmdesk")
    strange.write_bytes(b"not a register at all")
    protect(filled, ONE)
    foreign = made.with_name("2026-01-02.pmdesk")
    with create(foreign, passphrase="of somebody else"):
        pass
    assert bring_backups_along(filled) == 2
    assert strange.read_bytes() == b"not a register at all" and sniff(made) is not None


def test_the_journal_of_a_save_holds_nothing_plain(filled: Register, path: Path) -> None:
    protect(filled, ONE)
    for n in range(20):
        save(filled, f"{SECRET} {n}")
    filled.db.execute("PRAGMA cache_spill=ON")
    filled.db.execute("PRAGMA cache_size=5")
    filled.db.execute("BEGIN IMMEDIATE")
    filled.db.execute("UPDATE organisation SET note = note || 'x'")
    filled.db.execute("UPDATE payload SET value = value")
    journal = path.with_name(f"{path.name}-journal")
    assert journal.stat().st_size > 20_000
    assert plain_files(path.parent, home()) == []
    killed = path.parent / "killed" / path.name
    killed.parent.mkdir()
    copy(path, killed)
    copy(journal, killed.with_name(journal.name))
    filled.db.execute("ROLLBACK")
    with open_register(killed, key=ONE) as mended:
        assert mended.check() == [] and len(mended.all("organisation")) == 21


def test_a_plain_half_made_copy_goes_when_the_protected_register_is_opened(
    filled: Register, path: Path
) -> None:
    """What a killed `decrypt` leaves beside it."""
    protect(filled, ONE)
    filled.close()
    left = path.with_name(f".{path.name}.77.part")
    left.write_text(SECRET)
    open_register(path, key=ONE, read_only=True).close()
    assert left.exists()
    open_register(path, key=ONE).close()
    assert not left.exists()


def test_an_older_register_is_brought_up_to_date_and_its_copy_stays_protected(
    tmp_path: Path, path: Path
) -> None:
    older = Path(__file__).parents[1] / "data" / "registers" / "0004.pmdesk"
    copy(older, path)
    db = connect(path, read_only=False)
    identity = db.execute("SELECT id FROM register").fetchone()[0]
    db.close()
    enciphered = tmp_path / "enciphered.pmdesk"
    protecting._rewrite(path, enciphered, None, make_key(ONE), former=None)
    with open_register(enciphered, key=ONE) as register:
        assert register.check() == []
    kept = list(backups.folder_of(identity).glob("before-version-*.pmdesk"))
    assert kept and all(sniff(each) for each in kept)


def test_a_members_file_has_a_passphrase_of_its_own(filled: Register, path: Path) -> None:
    protect(filled, ONE)
    record = filled.all("organisation")[0]["id"]
    out = path.with_name("member.pmdesk")
    filled.extract_to(out, {record: None}, {"member": "x"}, make_key(OTHER))
    assert plain_files(path.parent) == []
    with open_register(out, key=OTHER) as own:
        assert own.check() == [] and own.get("organisation", record)


def test_a_protected_backup_is_restored_as_a_protected_register(filled: Register, path: Path) -> None:
    protect(filled, ONE)
    made = filled.daily_backup(date(2026, 4, 26))
    assert made is not None
    new = path.with_name("again.pmdesk")
    with pytest.raises(NeedsPassphrase):
        restoring.restore(made, new)
    assert restoring.restore(made, new, ONE) == filled.id
    with open_register(new, key=ONE) as again:
        assert again.check() == []
    assert plain_files(path.parent, home()) == []
    (kept,) = restoring.kept_in(made.parent, filled.db)
    assert kept.fault is None and kept.later == 0
    (kept,) = restoring.kept_in(made.parent, None)
    assert kept.fault is None and kept.later is None
