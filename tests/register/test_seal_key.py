"""The secret for sealed packs lies beside the signing key, for its owner's eyes only."""

from pathlib import Path

from pmdesk.register.seal_key import keep_seal_key, seal_key


def test_it_is_kept_and_read(home: Path) -> None:
    name = "0197d5b8-0000-7000-8000-000000000001"
    assert seal_key(name) == ""
    keep_seal_key(name, "AGE-SECRET-KEY-1ABC")
    assert seal_key(name) == "AGE-SECRET-KEY-1ABC"
    (kept,) = (home / "keys").iterdir()
    assert kept.stat().st_mode & 0o077 == 0
    kept.write_bytes(b"\xff\xfe")
    assert seal_key(name) == ""
