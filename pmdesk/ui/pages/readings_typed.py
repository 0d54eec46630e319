"""What is typed on the grid of readings and not saved yet: each step of typing can be taken back."""

from collections.abc import Mapping
from typing import NamedTuple

from pmdesk.domain.words import Say
from pmdesk.figures.readings_grid import Key


class RowTyped(NamedTuple):
    """One row's typed text by field, and what a person should look at, by field."""

    texts: Mapping[str, str] = {}
    doubts: Mapping[str, Say] = {}


NOTHING = RowTyped()
_Step = dict[Key, tuple[RowTyped, RowTyped]]


class Typed:
    """`rows` holds what is typed by row; a step is all that one key, one paste or one Delete changed."""

    def __init__(self) -> None:
        self.rows: dict[Key, RowTyped] = {}
        self._done: list[_Step] = []
        self._undone: list[_Step] = []
        self._going_on: tuple[Key, str] | None = None

    def row(self, key: Key) -> RowTyped:
        return self.rows.get(key, NOTHING)

    def step(self, rows: Mapping[Key, RowTyped], in_field: tuple[Key, str] | None = None) -> None:
        """Put these rows in place of what was typed in them.

        Typing on in one field (`in_field`) is one step, however many keys it takes.
        """
        changed = {key: (self.row(key), row) for key, row in rows.items() if row != self.row(key)}
        if not changed:
            return
        if in_field and in_field == self._going_on and self._done:
            before = self._done.pop()
            changed = {key: (before.get(key, pair)[0], pair[1]) for key, pair in changed.items()}
        self._going_on = in_field
        self._done.append(changed)
        self._undone = []
        self._put({key: pair[1] for key, pair in changed.items()})

    def steps(self) -> tuple[bool, bool]:
        """Whether there is a step to take back, and one to do again."""
        return bool(self._done), bool(self._undone)

    def undo(self) -> list[Key]:
        """Take the last step back; the rows it changed, none when there is nothing to take back."""
        return self._move(self._done, self._undone, 0)

    def redo(self) -> list[Key]:
        return self._move(self._undone, self._done, 1)

    def forget(self) -> None:
        """What was typed is saved, or belongs to another grid: no step leads back."""
        self.rows = {}
        self._done, self._undone, self._going_on = [], [], None

    def _move(self, out_of: list[_Step], into: list[_Step], side: int) -> list[Key]:
        self._going_on = None
        if not out_of:
            return []
        step = out_of.pop()
        into.append(step)
        self._put({key: pair[side] for key, pair in step.items()})
        return list(step)

    def _put(self, rows: Mapping[Key, RowTyped]) -> None:
        for key, row in rows.items():
            if row.texts:
                self.rows[key] = row
            else:
                self.rows.pop(key, None)
