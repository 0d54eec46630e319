"""A laptop's record has its id from its key."""

from pmdesk.domain.laptop import laptop_id
from pmdesk.register.ids import is_id


def test_the_id_has_the_shape_of_every_other() -> None:
    ids = {laptop_id(bytes([n] * 32)) for n in range(50)}
    assert len(ids) == 50 and all(map(is_id, ids))
