"""Long lists in the order they were last read in, kept until anything in the file changes.

Who types a word has one list read again for every letter, and only what is left out of it differs.
"""

from array import array
from collections.abc import Callable, Hashable, Iterable

from pmdesk.register.database import Connection

MOST = 4  # orders kept for a connection: 200 kB each, of 50,000 records


def in_order(db: Connection, what: Hashable, read: Callable[[], Iterable[int]]) -> "array[int]":
    """The row numbers that `read` gives; read once for each `what`, as long as nobody changes anything.

    Within a transaction it is always read: what is written there may never come to be.
    """
    if db.in_transaction:
        return array("I", read())
    stands = (db.execute("PRAGMA data_version").fetchone()[0], db.total_changes)
    if db.orders_as_of != stands:
        db.orders.clear()
        db.orders_as_of = stands
    kept: dict[Hashable, array[int]] = db.orders
    if what not in kept:
        if len(kept) == MOST:
            del kept[next(iter(kept))]
        kept[what] = array("I", read())
    return kept[what]
