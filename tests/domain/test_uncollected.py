"""Garbage is looked for again when the work is done, or has failed; not where nobody looked for it before."""

import gc

import pytest

from pmdesk.domain.uncollected import uncollected


def test_it_is_looked_for_again_afterwards_and_after_a_failure() -> None:
    gc.enable()
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ZeroDivisionError), uncollected():
        1 / 0  # noqa: B018
    assert gc.isenabled()


def test_where_it_was_stopped_it_stays_stopped() -> None:
    gc.disable()
    with uncollected():
        assert not gc.isenabled()
    assert not gc.isenabled()


@uncollected()
def _work(times: int) -> bool:
    """Around a function, as often as it is called."""
    return gc.isenabled() or (times > 1 and _work(times - 1))


def test_around_a_function() -> None:
    gc.enable()
    assert not _work(3) and gc.isenabled()
