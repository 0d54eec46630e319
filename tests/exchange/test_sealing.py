"""What is sealed opens for whom it was sealed, and for nobody else; damage is told from a wrong key."""

import pytest

from pmdesk.exchange.sealing import (
    NOT_FOR_US,
    TOO_SLOW,
    WRONG,
    is_sealed,
    new_identity,
    public_of,
    seal,
    unseal,
    wants_passphrase,
)
from pmdesk.exchange.unreadable import Unreadable
from tests.light_keys import CHUNK, sealed_lightly


@pytest.fixture
def light_keys() -> None:
    """Here the library's own seal is made and opened, and waited for."""


def test_to_laptops() -> None:
    (mine, to_me), (hers, to_her), (other, _) = new_identity(), new_identity(), new_identity()
    data = seal(b"pmdesk pack", to=[to_me, to_her])
    assert is_sealed(data) and not is_sealed(b"pmdesk pack 1\n") and not wants_passphrase(data)
    assert unseal(data, identity=mine) == unseal(data, identity=hers) == b"pmdesk pack"
    for identity in (other, ""):
        with pytest.raises(Unreadable) as caught:
            unseal(data, identity=identity)
        assert caught.value.sentence == NOT_FOR_US
    for spoilt in (data[:-3], data[:40], data[:-1] + b"x", data + b"x"):
        with pytest.raises(Unreadable) as caught:
            unseal(spoilt, identity=mine)
        assert "damaged" in str(caught.value)
    assert (public_of(mine), public_of("nonsense")) == (to_me, "")
    with pytest.raises(Unreadable):
        unseal(data, identity="nonsense")
    with pytest.raises(Unreadable):
        seal(b"x", to=["nonsense"])


def test_under_a_passphrase() -> None:
    data = seal(b"pmdesk pack", "march heavy average attack")
    assert wants_passphrase(data)
    assert unseal(data, "march heavy average attack") == b"pmdesk pack"
    with pytest.raises(Unreadable) as caught:
        unseal(data, "march heavy average")
    assert caught.value.sentence == WRONG


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK])
def test_what_tests_seal_lightly_opens_as_any_other(size: int) -> None:
    text = bytes(at % 251 for at in range(size))
    data = sealed_lightly(text, "march heavy average attack")
    assert wants_passphrase(data) and unseal(data, "march heavy average attack") == text
    with pytest.raises(Unreadable) as caught:
        unseal(data, "march heavy average")
    assert caught.value.sentence == WRONG
    for spoilt in (data[:-1], data[:-1] + bytes([data[-1] ^ 1])):
        with pytest.raises(Unreadable) as caught:
            unseal(spoilt, "march heavy average attack")
        assert "damaged" in str(caught.value)


def test_a_laptop_too_busy_for_a_passphrase_is_not_told_of_damage(monkeypatch: pytest.MonkeyPatch) -> None:
    import pyrage

    def slow(_data: bytes, _passphrase: str) -> bytes:
        raise pyrage.DecryptError("Excessive work parameter for passphrase.")

    data = seal(b"saves", passphrase="march heavy average attack")
    monkeypatch.setattr(pyrage.passphrase, "decrypt", slow)
    with pytest.raises(Unreadable) as met:
        unseal(data, passphrase="march heavy average attack")
    assert met.value.sentence == TOO_SLOW
