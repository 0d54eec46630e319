"""Out of a damaged register a sound one: what is gone is named, what comes back heals it."""

from datetime import date
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from pmdesk.register.entries import Body, Entry, Ref, body_bytes
from pmdesk.register.faults import Damaged, NeedsPassphrase, Unavailable, WrongPassphrase
from pmdesk.register.rescuing import Gap, rescue
from pmdesk.register.restoring import folder_kept_for
from pmdesk.register.store import Register, create, open_register
from tests.register.laptops import add, put

PAGE = 4096


@pytest.fixture
def wide(path: Path, on_disk: Register) -> Path:
    """Forty saves of people, each on a page of its own or more; closed."""
    helen = add(on_disk, "person", name="Helen Marsh")
    on_disk.set_me(helen)
    for n in range(39):
        add(on_disk, "person", name=f"Person {n}", note=f"{n} " * 2500)
    on_disk.keep_draft("page", {"typed": "and not saved"})
    on_disk.close()
    return path


def spoil(path: Path, *what: bytes) -> bytes:
    """Write over every page that has one of these; the file as it is then."""
    data = path.read_bytes()
    for each in what:
        while each in data:
            at = data.index(each) // PAGE * PAGE
            data = data[:at] + b"\xaa" * PAGE + data[at + PAGE :]
    path.write_bytes(data)
    return data


def sigs(path: Path, *seqs: int) -> list[bytes]:
    with open_register(path, read_only=True) as register:
        marks = ", ".join("?" * len(seqs))
        return [
            bytes(each)
            for (each,) in register.db.execute(f"SELECT sig FROM entry WHERE seq IN ({marks})", seqs)
        ]


def test_a_sound_register_is_rescued_whole(wide: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.pmdesk"
    found = rescue(wide, new, [])
    assert (found.saved, found.from_backups, found.gaps, found.lost, found.missing) == (40, 0, (), 0, 0)
    with open_register(new) as register:
        assert register.check() == [] and len(register.all("person")) == 40
        assert register.me() == register.find("person", "Helen Marsh")[0]["id"]
        assert register.draft("page")[0] == {"typed": "and not saved"}  # type: ignore[index]
        add(register, "person", name="One more")
        assert register.check() == []


def test_what_is_gone_is_named_and_comes_back_with_another_copy(wide: Path, tmp_path: Path) -> None:
    whole = tmp_path / "whole.pmdesk"
    whole.write_bytes(wide.read_bytes())
    stood = spoil(wide, *sigs(wide, 20, 21))
    new = tmp_path / "new.pmdesk"
    found = rescue(wide, new, [])
    assert wide.read_bytes() == stood
    missing = [(gap.first, gap.last, gap.name) for gap in found.gaps]
    assert sum(last - first + 1 for first, last, _ in missing) == found.missing > 0
    assert all(isinstance(gap, Gap) and gap.name == "Helen Marsh" for gap in found.gaps)
    assert any(first <= 20 <= last for first, last, _ in missing)
    with open_register(new) as register, open_register(whole, read_only=True) as other:
        assert register.check() == []
        register.merge(list(other.entries()), "pack:copy")
        assert register.check() == []
        assert {each["name"] for each in register.all("person")} == {
            each["name"] for each in other.all("person")
        }
        assert register.db.execute("SELECT count(*) FROM erased").fetchone() == (0,)


def test_a_lost_value_leaves_its_save_and_comes_back(path: Path, tmp_path: Path) -> None:
    with create(path) as register:
        one = add(register, "person", name="Ann Lee", note="a note of some length")
        put(register, "person", one, ward="Howgate")
        whole = list(register.entries())
    data = path.read_bytes()
    assert data.count(b'"a note of some length"') == 1
    path.write_bytes(data.replace(b'"a note of some length"', b'"a NOTE of some length"'))
    found = rescue(path, tmp_path / "new.pmdesk", [])
    assert (found.saved, found.lost, found.missing) == (2, 1, 0)
    with open_register(tmp_path / "new.pmdesk") as register:
        assert register.check() == []
        row = register.get("person", one) or {}
        assert (row["name"], row["note"], row["ward"]) == ("Ann Lee", None, "Howgate")
        register.merge(whole, "pack:copy")
        assert register.check() == []
        assert (register.get("person", one) or {})["note"] == "a note of some length"


def test_backups_have_what_the_file_has_not(wide: Path, tmp_path: Path) -> None:
    with open_register(wide) as register:
        register.daily_backup(date(2026, 4, 26))
        add(register, "person", name="After the backup")
        [backup] = folder_kept_for(register.id).glob("*.pmdesk")
    spoil(wide, *sigs(wide, 20, 21, 22))
    spoilt = tmp_path / "spoilt.pmdesk"
    spoilt.write_bytes(b"no backup")
    found = rescue(wide, tmp_path / "new.pmdesk", [tmp_path / "none.pmdesk", spoilt, backup])
    assert (found.saved, found.missing, found.lost) == (41, 0, 0)
    assert found.from_backups >= 3
    with open_register(tmp_path / "new.pmdesk") as register:
        assert register.check() == [] and len(register.all("person")) == 41
    wide.write_bytes(bytes(9000))
    assert rescue(wide, tmp_path / "other.pmdesk", [backup]).saved == 40


@pytest.mark.parametrize("spoilt", ["a page", "a bit of each page", "the salt", "its end"])
def test_a_protected_register_is_rescued_under_its_passphrase(tmp_path: Path, spoilt: str) -> None:
    path, backup, new = (tmp_path / f"{name}.pmdesk" for name in ("a", "backup", "new"))
    with create(path, passphrase="march heavy average attack") as register:
        register.backup_to(backup)
        for n in range(12):
            add(register, "person", name=f"Person {n}", note=f"{n} " * 900)
    data = bytearray(path.read_bytes())
    if spoilt == "a page":
        at = len(data) // PAGE // 2 * PAGE
        data[at : at + PAGE] = bytes(PAGE)
    elif spoilt == "a bit of each page":
        for at in range(PAGE + 100, len(data), PAGE):
            data[at] ^= 4
    elif spoilt == "the salt":
        data[:64] = bytes(range(100, 164))
    else:
        del data[-1000:]
    path.write_bytes(data)
    with pytest.raises(NeedsPassphrase):
        rescue(path, new, [backup])
    with pytest.raises((WrongPassphrase, Damaged)):
        rescue(path, new, [backup], passphrase="march heavy average defence")
    found = rescue(path, new, [backup], passphrase="march heavy average attack")
    assert found.saved >= 9
    assert b"Person" not in new.read_bytes()
    with open_register(new, key="march heavy average attack") as register:
        assert register.check() == []
        add(register, "person", name="One more")


def test_what_was_erased_stays_erased(path: Path, tmp_path: Path) -> None:
    """Also where only the mark of it is left, and a backup still has the value."""
    with create(path) as register:
        add(register, "person", name="Ann Lee", note="private")
        backup = tmp_path / "backup.pmdesk"
        register.backup_to(backup)
        event, digest, place = register.db.execute(
            "SELECT e.id, n.hash, e.id % 65536 FROM event e JOIN entry n ON n.n = e.id / 65536"
            " WHERE field = 'note'"
        ).fetchone()
        register.db.execute("DELETE FROM payload WHERE event = ?", (event,))
        register.db.execute("INSERT INTO erased VALUES (?, ?, ?)", (digest, place, digest))
    assert b'"private"' not in path.read_bytes()
    assert rescue(path, tmp_path / "new.pmdesk", [backup]).lost == 0
    assert b'"private"' not in (tmp_path / "new.pmdesk").read_bytes()
    with open_register(tmp_path / "new.pmdesk") as register:
        assert register.check() == []


def test_an_erasure_that_comes_later_holds_for_a_lost_value(path: Path, tmp_path: Path) -> None:
    with create(path) as register:
        add(register, "person", name="Ann Lee", note="a note of some length")
        [whole] = register.entries()
    data = path.read_bytes()
    path.write_bytes(data.replace(b'"a note of some length"', b'"a NOTE of some length"'))
    rescue(path, tmp_path / "new.pmdesk", [])
    with open_register(tmp_path / "new.pmdesk") as register:
        place = next(n for n in whole.payloads if whole.payloads[n].value == '"a note of some length"')
        register.merge([erasing(register.id, whole.hash, place)], "pack:one")
        register.merge([whole], "pack:two")
        assert register.check() == []
        assert register.db.execute("SELECT count(*) FROM payload WHERE value LIKE '%length%'").fetchone() == (
            0,
        )


def erasing(register: str, digest: bytes, place: int) -> Entry:
    """A save that erases a value, as another laptop signs it."""
    key = Ed25519PrivateKey.generate()
    public = key.public_key().public_bytes_raw()
    body = Body(register, public, 1, None, 5, "", "Erased", "pmdesk", None, None, (Ref(digest, place),), ())
    data = body_bytes(body)
    return Entry(data, key.sign(data), {})


def test_nothing_is_written_where_nothing_can_be_read(tmp_path: Path) -> None:
    path, new = tmp_path / "a.pmdesk", tmp_path / "new.pmdesk"
    path.write_bytes(b"no register at all" * 999)
    with pytest.raises(Damaged, match="Nothing of a register"):
        rescue(path, new, [])
    assert not new.exists()
    new.write_text("mine")
    with pytest.raises(Unavailable, match="already there"):
        rescue(path, new, [])
