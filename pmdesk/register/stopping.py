"""Long work in the register is stopped at once: between two pieces, and in the midst of a statement."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlcipher3.dbapi2 as sqlite

from pmdesk.domain.telling import Stopped, Told
from pmdesk.register.database import Connection

# Of the library's small steps, between two questions whether to go on: some milliseconds.
STEPS = 50_000


@contextmanager
def stoppable(db: Connection, told: Told) -> Iterator[Told]:
    """What the work calls between two pieces in place of `told`; a statement that takes long asks it too.

    Stopped is raised from whatever is being done. The caller's transaction is to be rolled back then.
    """
    said, stopped = [0, 1], list[Stopped]()

    def tell(done: int, of: int) -> None:
        said[:] = done, of
        told(done, of)

    def ask() -> int:
        try:
            told(said[0], said[1])
        except Stopped as enough:
            stopped.append(enough)
        return len(stopped)

    db.set_progress_handler(ask, STEPS)
    try:
        yield tell
    except sqlite.Error as error:
        if stopped:
            raise stopped[0] from error
        raise
    finally:
        db.set_progress_handler(None, 0)
