"""A person who waits stops the work: in the midst of a statement too, and then nothing of it is written."""

import pytest
import sqlcipher3.dbapi2 as sqlite

from pmdesk.domain.telling import Stopped, quietly
from pmdesk.register.stopping import stoppable
from pmdesk.register.store import Register

LONG = (
    "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 3000000) SELECT sum(n) FROM c"
)


def test_a_statement_that_takes_long_ends_where_it_is_stopped(register: Register) -> None:
    asked = list[tuple[int, int]]()

    def told(done: int, of: int) -> None:
        asked.append((done, of))
        if len(asked) == 4:
            raise Stopped

    def work() -> None:
        with register.writing(), stoppable(register.db, told) as tell:
            register.db.execute("INSERT INTO local(name, value) VALUES ('a', 'b')")
            tell(3, 7)
            register.db.execute(LONG)

    with pytest.raises(Stopped):
        work()
    assert asked == [(3, 7)] * 4 and register.local("a") is None
    assert register.db.execute(LONG).fetchone() == (4500001500000,), "nobody asks any more"


def test_what_fails_by_itself_says_so(register: Register) -> None:
    with pytest.raises(sqlite.Error), stoppable(register.db, quietly):
        register.db.execute("SELECT nothing FROM nowhere")
