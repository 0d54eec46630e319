"""The hub: one append-only table of the same signed saves in PostgreSQL, pushed to and pulled from.

The laptop's file stays the truth it works on. Each batch is one transaction on either side, so that a sync
cut off anywhere leaves nothing half done; the next one goes on.

Why no row is ever passed over: numbers given out in order are committed in any order, so none of them says
'you have everything up to here'. A row carries the transaction that brought it. A sync takes one snapshot of
the hub, and of it all rows of transactions >= `horizon`; the next horizon is the newest transaction seen that
is older than every one still open in that snapshot. The transaction of a row below it was over then: so the
row was in the snapshot, and asked for then or, by the same reasoning, before. Where the save that marks the
horizon, the newest one seen or the last one sent is gone or came by another transaction, the hub was put back
to an earlier day: all is compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from pmdesk.domain.telling import Stopped, Told, quietly
from pmdesk.register import hub_marks
from pmdesk.register.entries import hash_bytes
from pmdesk.register.faults import Unavailable, storage
from pmdesk.register.hub_faults import speaking
from pmdesk.register.hub_link import Link
from pmdesk.register.hub_marks import Marks, Standing
from pmdesk.register.hub_pull import Pulled, pull
from pmdesk.register.hub_push import push

if TYPE_CHECKING:
    from pmdesk.register.open_file import Register

Strangers = Callable[["Register", Iterable[bytes]], Iterable[bytes]]


class Synced(NamedTuple):
    """What a sync came to, also one that broke off: `fault` says why.

    `waiting` says for each laptop nobody has said is ours how many of its saves stay in the hub.
    """

    pushed: int
    pulled: int
    touched: frozenset[tuple[str, str]]
    waiting: dict[bytes, int]
    fault: Unavailable | Stopped | None


def sync(
    register: Register,
    link: Link,
    strangers: Strangers = lambda _register, _keys: (),
    told: Told = quietly,
    *,
    everything: bool = False,
) -> Synced:
    """Push, then pull; `strangers` names those of some laptops' keys whose saves are to wait."""
    marks, sent, taken = Marks(link.identity), 0, Pulled()
    fault: Unavailable | Stopped | None = None
    try:
        with storage():
            before = hub_marks.kept(register.db)
            if not everything and _hold(register, link, before):
                marks = before
            sent, marks = push(register.db, link, marks, told)
        marks = pull(register, link, marks, taken, strangers, told)
        told(0, 0)  # whoever stopped it, or closed the register, has nothing written after
        if marks != before:
            with register.writing():
                hub_marks.keep(register.db, marks)
    except (Unavailable, Stopped) as met:
        fault = met
    waiting = {bytes.fromhex(key): len(names) for key, names in marks.waiting.items()}
    return Synced(sent, taken.new, frozenset(taken.touched), waiting, fault)


def forget(register: Register) -> None:
    """Compare everything at the next sync."""
    with register.writing():
        hub_marks.keep(register.db, Marks())


def waiting_to_go(register: Register) -> int:
    """How many saves were made or came here since everything went to the hub."""
    with storage():
        return hub_marks.waiting_to_go(register.db)


def _hold(register: Register, link: Link, marks: Marks) -> bool:
    """Whether the marks still say something about this hub and this file."""
    if marks.identity != link.identity or not hub_marks.fits_here(register.db, marks):
        return False
    return all(_stands(link, standing) for standing in _witnesses(marks))


def _witnesses(marks: Marks) -> set[Standing]:
    """What must be in the hub for the marks to hold.

    The save of the horizon alone says too little: a laptop's own batches end one after the other, so the last
    one vouches for all before it, and no other transaction does.
    """
    said = {hub_marks.standing(text) for text in (marks.newest, marks.sent) if text}
    return said | ({Standing(hash_bytes(marks.anchor), -1, marks.horizon)} if marks.anchor else set())


def _stands(link: Link, wanted: Standing) -> bool:
    table, where = ("entry", "") if wanted.place < 0 else ("payload", f" AND place = {wanted.place:d}")
    with speaking():
        row = link.db.execute(
            f"SELECT tx::text::bigint FROM {link.schema}.{table} WHERE hash = %b{where}", (wanted.hash,)
        ).fetchone()
    return row is not None and row[0] == wanted.tx
