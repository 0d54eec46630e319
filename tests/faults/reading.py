"""Saves that a sweep reads again and again, in one register after another, are understood once."""

from functools import lru_cache
from types import SimpleNamespace

from pmdesk.register import entries


def read_once() -> None:
    """What bytes say, and whether a signature fits them, is the same each time: in this process it is kept.

    What does not fit raises, and is looked at each time.
    """
    entries.read_body = lru_cache(4_096)(entries.read_body)
    public_key = entries._public_key

    @lru_cache(1_024)
    def known(device: bytes) -> SimpleNamespace:
        return SimpleNamespace(verify=lru_cache(4_096)(public_key(device).verify))

    entries._public_key = known  # type: ignore[assignment]
