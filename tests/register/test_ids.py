"""Keys made on the laptop rise with time and have one shape."""

from pmdesk.register.ids import is_id, new_id


def test_ids_rise_and_have_their_shape() -> None:
    made = [new_id() for _ in range(2_000)]
    assert made == sorted(made) and len(set(made)) == 2_000 and all(is_id(each) for each in made)
    assert not is_id("0") and not is_id(None)
