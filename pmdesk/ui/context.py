"""What app.py hands to every page: the register as a closed box, the way to other pages, the day it is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


def _nothing(*_given: object) -> None:
    """What a page asks for that nobody gave it; a page alone in a test."""


def _everywhere(_key: str) -> bool:
    """Whether there is a page; a page alone in a test takes it that there is."""
    return True


@dataclass
class Context:
    """`register` is only ever passed on to actions; `today` is the ISO day that late is judged by.

    `visit(page key, argument)` shows another page, `has(page key)` says whether there is one,
    `toast(sentence, undo)` says what was done, and `save_state` is told after each commit. `told` is how far
    the pages were told of the register (`records.seen_now`): what came since is not in view on any of them.
    """

    register: Any
    today: str
    visit: Callable[[str, object], object] = _nothing
    toast: Callable[..., object] = _nothing
    save_state: Callable[[], object] = _nothing
    has: Callable[[str], bool] = _everywhere
    told: int | None = None

    @property
    def read_only(self) -> bool:
        """Whether somebody else has the register, so that nothing can be saved."""
        return bool(self.register.read_only)
