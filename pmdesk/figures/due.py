"""What is owed to the register: a seat's annual update or a partnership's progress update."""

from collections.abc import Mapping
from typing import NamedTuple


class Due(NamedTuple):
    """One report owed. `of` is the outside body or partnership, `by` the appointment (or {'period': ...})."""

    of: Mapping[str, object]
    by: Mapping[str, object]
    update: Mapping[str, object] | None
    due_on: str | None
    state: str  # 'in', 'due' or 'overdue'
