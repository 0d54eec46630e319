"""What is sealed opens for whom it was sealed, and for nobody else; damage is told from a wrong key."""

import pytest

from pmdesk.exchange.sealing import (
    NOT_FOR_US,
    WRONG,
    is_sealed,
    new_identity,
    public_of,
    seal,
    unseal,
    wants_passphrase,
)
from pmdesk.exchange.unreadable import Unreadable


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
