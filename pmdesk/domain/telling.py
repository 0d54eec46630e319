"""How long work says how far it is, and how a person stops it."""

from collections.abc import Callable

Progress = Callable[[int, int], bool]  # told (done, of all); False once the person wants to stop
Told = Callable[[int, int], None]  # the same for the work itself: it raises Stopped


class Stopped(Exception):
    """The person stopped the work; nothing was written."""


def quietly(done: int, of: int) -> None:
    """For work that nobody waits for."""


def telling(progress: Progress) -> Told:
    """What the work calls between two pieces; it ends by Stopped when the person has had enough.

    >>> telling(lambda done, of: done < 2)(1, 3)
    """

    def told(done: int, of: int) -> None:
        if not progress(done, of):
            raise Stopped

    return told


def on_and_on(done: int, of: int) -> bool:
    """Progress that nobody watches and nobody stops."""
    return True


def no_return() -> None:
    """Called when work is about to pass the point of no return; a window's own may raise Stopped there."""


def second_half(told: Told) -> Told:
    """For the second of two passes over the same things, each of which counts as one.

    >>> second_half(lambda done, of: print(done, of))(1, 3)
    4 6
    """
    return lambda done, of: told(of + done, 2 * of)


def first_half(told: Told) -> Told:
    """For the first of two passes over the same things."""
    return lambda done, of: told(done, 2 * of)
