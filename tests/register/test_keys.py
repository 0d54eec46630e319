"""The device key: one laptop, one chain; a restored or copied register is a new device."""

from pathlib import Path

from pmdesk.register.entries import read_body
from pmdesk.register.keys import is_stale, load_key, make_key
from pmdesk.register.store import Register, create, open_register


def add(register: Register, kind: str, /, **values: str | int | bool | None) -> str:
    with register.change("Saved record") as change:
        return change.add(kind, values)


def entry_device(entry: object) -> bytes:
    return read_body(entry.body).device  # type: ignore[attr-defined]


def test_a_restored_register_is_a_new_device(path: Path) -> None:
    with create(path) as register:
        add(register, "organisation", name="One")
    kept = path.read_bytes()
    with open_register(path) as register:
        add(register, "organisation", name="Lost by the restore")
    path.write_bytes(kept)
    with open_register(path) as register:
        add(register, "organisation", name="After")
        assert len({entry_device(entry) for entry in register.entries()}) == 2
        assert register.check() == []


def test_a_key_that_missed_its_last_write_goes_on_as_the_same_device(path: Path) -> None:
    with create(path) as register:
        add(register, "organisation", name="One")
        identity = register.id
    key = load_key(identity)
    assert key is not None
    key.used(0)
    with open_register(path) as register:
        add(register, "organisation", name="Two")
        assert len({entry_device(entry) for entry in register.entries()}) == 1 and register.check() == []


def test_a_key_is_kept_for_its_owner_only_and_reads_back(home: Path) -> None:
    made = make_key("r")
    path = home / "keys" / "r.key"
    assert path.stat().st_mode & 0o077 == 0
    made.used(7)
    again = load_key("r")
    assert again and (again.public, again.seq) == (made.public, 7)
    assert again.sign(b"x") == made.sign(b"x")


def test_a_missing_or_broken_key_file_is_no_key(home: Path) -> None:
    assert load_key("none") is None
    make_key("r")
    (home / "keys" / "r.key").write_bytes(b"short")
    assert load_key("r") is None


def test_a_key_whose_halves_do_not_fit_signs_nothing(path: Path) -> None:
    with create(path) as register:
        add(register, "organisation", name="One")
        key = load_key(register.id)
    assert key
    kept = bytearray(key.path.read_bytes())
    kept[-1] ^= 1
    key.path.write_bytes(kept)
    with open_register(path) as register:
        add(register, "organisation", name="Two")
        assert register.check() == []
        assert len({entry_device(entry) for entry in register.entries()}) == 2


def test_a_half_made_key_is_cleared_away(path: Path) -> None:
    with create(path) as register:
        key = make_key(register.id)
        left = key.path.with_name(f"{register.id}-0123.new")
        left.write_bytes(b"half")
        make_key(register.id)
    assert not left.exists()


def test_a_key_whose_file_went_signs_no_more_and_saving_goes_on(path: Path) -> None:
    """Somebody cleared the folder while the register was open: the next save is another device's."""
    with create(path) as register:
        add(register, "organisation", name="One")
        key = load_key(register.id)
        assert key is not None and not is_stale(key)
        key.path.unlink()
        assert is_stale(key)
        add(register, "organisation", name="Two")
        assert len({entry_device(entry) for entry in register.entries()}) == 2 and register.check() == []
        again = load_key(register.id)
        assert again is not None and again.public != key.public
