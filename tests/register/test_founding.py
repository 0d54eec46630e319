"""A register's id is bound to the key of the laptop that began it and to the recovery key."""

from pathlib import Path

import pytest

from pmdesk.register import founding
from pmdesk.register.ids import is_id
from pmdesk.register.keys import is_signed, load_key
from pmdesk.register.store import create


def test_the_id_fits_these_two_keys_and_no_others() -> None:
    identity, key = founding.found()
    secret = founding.kept_recovery(identity)
    assert is_id(identity) and secret is not None and len(secret) == founding.SECRET
    public = founding.recovery_public(secret)
    assert founding.fits(identity, key.public, public)
    other, stranger = founding.found()
    assert not founding.fits(identity, stranger.public, public)
    assert not founding.fits(identity, key.public, founding.recovery_public(bytes(16)))
    assert other != identity and identity[:8] <= other[:8], "its time is kept"


def test_a_new_register_saves_with_the_key_it_was_begun_with(tmp_path: Path) -> None:
    with create(tmp_path / "r.pmdesk") as register:
        began = load_key(register.id)
        with register.change("Saved person") as change:
            change.add("person", {"name": "Ann Shaw"})
        (device,) = register.db.execute("SELECT device FROM entry").fetchone()
        secret = founding.kept_recovery(register.id)
        assert began is not None and secret is not None and bytes(device) == began.public
        assert founding.fits(register.id, bytes(device), founding.recovery_public(secret))


def test_the_recovery_key_is_kept_for_its_person_only_until_it_is_forgotten(home: Path) -> None:
    identity, _key = founding.found()
    path = home / "keys" / f"{identity}.recovery"
    assert path.stat().st_mode & 0o077 == 0
    made = founding.new_recovery(identity)
    assert founding.kept_recovery(identity) == made == path.read_bytes()
    founding.forget_recovery(identity)
    founding.forget_recovery(identity)
    assert founding.kept_recovery(identity) is None and not path.exists()
    path.write_bytes(b"short")
    assert founding.kept_recovery(identity) is None
    with pytest.raises(ValueError, match="no id"):
        founding.kept_recovery("../x")


def test_a_recovery_signature_is_for_one_laptop_of_one_register() -> None:
    secret, device = bytes(range(16)), bytes(32)
    sig = founding.recovery_signature(secret, "r", device, 1)
    public = founding.recovery_public(secret)
    assert is_signed(public, sig, founding.certificate("r", device, 1))
    for other in (("s", device, 1), ("r", bytes([1] * 32), 1), ("r", device, 2)):
        assert not is_signed(public, sig, founding.certificate(*other))
