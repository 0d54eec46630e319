"""A source of a million rows that counts what it was asked for."""

from collections.abc import Sequence

from pmdesk.ui.paged_model import Row


class Endless:
    """A source that counts what it was asked for."""

    def __init__(self, count: int) -> None:
        self._count, self.asked = count, list[tuple[int, int]]()

    def count(self) -> int:
        return self._count

    def rows(self, first: int, last: int) -> Sequence[Row]:
        self.asked.append((first, last))
        return [Row(f"r{at}", f"Body {at}", "one seat", ("met", "Submitted")) for at in range(first, last)]

    def position(self, id: str) -> int | None:
        at = int(id[1:])
        return at if at < self._count else None
