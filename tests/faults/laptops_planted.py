"""Each safeguard of the journal taken out in turn, to see that the laptops sweep notices."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from pmdesk.register import change, entries, journal, merging, standing
from pmdesk.register.change import Change
from pmdesk.register.database import Connection
from pmdesk.register.entries import Entry
from pmdesk.register.rights import Rights
from pmdesk.register.store import Register
from tests.faults import laptops_post
from tests.faults.laptops_made import Laptop, at


def plant(fault: str) -> None:
    """Break pmdesk on purpose in this process."""
    if fault:
        PLANTED[fault]()


def _last_writer_wins() -> None:
    """The newest by its author's clock replaces the others, whoever had them in view."""
    real = journal.add_entries

    def add_entries(db: Connection, checked: Iterable[Any], via: str, **more: bool) -> list[int | None]:
        added = real(db, checked, via, **more)
        db.execute(
            "UPDATE event SET head = 0 WHERE head = 1 AND EXISTS (SELECT 1 FROM event o"
            " JOIN entry n ON n.n = o.id / 65536 JOIN entry m ON m.n = event.id / 65536"
            " WHERE o.record = event.record AND o.field = event.field AND o.head = 1"
            " AND (n.at, n.hash) > (m.at, m.hash))"
        )
        return added

    change.add_entries = merging.add_entries = add_entries  # type: ignore[attr-defined]


def _have_up_to() -> None:
    """'I have all of that laptop's saves up to 12': what is missing before the twelfth never comes."""
    real = laptops_post.sending

    def sending(sender: Laptop, to: Laptop) -> list[Entry]:
        with at(to) as register:
            have = dict(register.db.execute("SELECT device, max(seq) FROM entry GROUP BY device").fetchall())
        with at(sender):
            told = [(entry, entries.read_body(entry.body)) for entry in real(sender, to)]
        return [entry for entry, body in told if body.seq > have.get(body.device, 0)]

    laptops_post.sending = sending


def _key_kept() -> None:
    Register._is_behind = lambda self, key: False  # type: ignore[method-assign]


def _no_shape_check() -> None:
    entries._ask = lambda right, what: None


def _no_signatures() -> None:
    class Anybody:
        def verify(self, sig: bytes, said: bytes) -> None:
            """Whoever it says signed it, signed it."""

    entries._public_key = lambda device: Anybody()  # type: ignore[assignment, return-value]


def _late_children_forgotten() -> None:
    """What replaced a value before it came is not asked for when it comes."""
    real = journal.among

    def among(db: Connection, sql: str, values: Iterable[object]) -> list[Any]:
        return [] if "FROM supersedes" in sql else real(db, sql, values)

    journal.among = among  # type: ignore[attr-defined]


def _late_values_taken() -> None:
    """What was erased before it came is kept when it comes."""
    real = journal.among

    def among(db: Connection, sql: str, values: Iterable[object]) -> list[Any]:
        return [] if "FROM erased" in sql else real(db, sql, values)

    journal.among = among  # type: ignore[attr-defined]


def _deletion_names_nothing() -> None:
    def delete(self: Change, kind: str, record: str) -> None:
        seen = [head for head in journal.heads(self.db, record) if head.field == "deleted"]
        self.replace(kind, record, "deleted", True, tuple(head.ref for head in seen))

    Change.delete = delete  # type: ignore[method-assign]


def _unseen_overwritten() -> None:
    """A form or a sheet that was opened before a letter came replaces what the letter brought."""
    Change._in_view = lambda self, rivals: rivals  # type: ignore[method-assign]


def _edit_names_nothing() -> None:
    real = Change.replace

    def replace(self: Change, kind: str, record: str, name: str, value: Any, refs: Any) -> None:
        real(self, kind, record, name, value, refs if name == "deleted" else ())

    Change.replace = replace  # type: ignore[method-assign]


def _rights_not_asked() -> None:
    """Whoever holds a copy counts, whatever the founder's saves say."""
    standing.should_wait = lambda db, register_id, now: set()


def _late_grants_forgotten() -> None:
    """What waited when it came waits for ever: a grant that comes after it is not asked for it again."""
    real = standing.should_wait
    standing.should_wait = lambda *given: real(*given) | standing.waiting(given[0])  # type: ignore[attr-defined]


def _anybody_grants() -> None:
    """What others write in the fields that grant stands there, as in every other field."""
    real = standing._expected

    def expected(db: Connection, decided: Any, now: Rights) -> dict[int, bool]:
        return real(db, decided, replace(now, on=False))

    standing._expected = expected


OF_RIGHTS: dict[str, Callable[[], None]] = {
    "rights are not asked": _rights_not_asked,
    "a late grant is forgotten": _late_grants_forgotten,
    "anybody grants": _anybody_grants,
}
PLANTED: dict[str, Callable[[], None]] = {
    "last writer wins": _last_writer_wins,
    "have up to n": _have_up_to,
    "device key kept after a restore": _key_kept,
    "no shape check": _no_shape_check,
    "no signature check": _no_signatures,
    "late children forgotten": _late_children_forgotten,
    "erased values taken late": _late_values_taken,
    "a deletion names nothing": _deletion_names_nothing,
    "what came meanwhile is overwritten": _unseen_overwritten,
    "an edit names nothing": _edit_names_nothing,
    **OF_RIGHTS,
}
