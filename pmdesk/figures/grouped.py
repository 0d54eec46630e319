"""Records gathered by what they refer to: the seats of each body, the updates of each partnership."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

R = TypeVar("R", bound=Mapping[str, object])


def grouped(rows: Iterable[R], by: str) -> dict[object, list[R]]:
    """Rows by their field `by`, each group in the order the rows came in.

    >>> grouped([{"body": "a", "n": 1}, {"body": None, "n": 2}, {"body": "a", "n": 3}], "body")
    {'a': [{'body': 'a', 'n': 1}, {'body': 'a', 'n': 3}], None: [{'body': None, 'n': 2}]}
    """
    groups: dict[object, list[R]] = {}
    for row in rows:
        groups.setdefault(row.get(by), []).append(row)
    return groups
