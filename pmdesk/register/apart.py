"""That two records called the same are two: said once, it goes with the register to every laptop.

It stands in the journal as a field of the older record that no form has: the ids of those it is not. Where
two laptops said so of different records meanwhile, both stand, and nobody need settle anything.
"""

import json
from collections.abc import Collection, Iterable

from pmdesk.domain.apart import APART
from pmdesk.register.change import Change
from pmdesk.register.database import Connection, among
from pmdesk.register.entries import Ref
from pmdesk.register.journal import heads


def apart(db: Connection, records: Iterable[str]) -> set[frozenset[str]]:
    """The pairs of which somebody has said that they are two, out of what stands of these records."""
    rows = among(
        db,
        "SELECT e.record, p.value FROM event e JOIN payload p ON p.event = e.id"
        f" WHERE e.record IN ({{marks}}) AND e.field = '{APART}' AND e.head = 1",
        dict.fromkeys(records),
    )
    return {frozenset((record, other)) for record, text in rows for other in _ids(text)}


def keep_apart(change: Change, kind: str, records: Collection[str]) -> None:
    """Say of two records that they are two; what was said of the older one before stays said."""
    first, other = sorted(records)
    standing = [head for head in heads(change.db, first) if head.field == APART]
    known = {each for head in standing for each in _ids(head.value)}
    refs: tuple[Ref, ...] = tuple(head.ref for head in standing)
    change.replace(kind, first, APART, " ".join(sorted(known | {other})), refs)


def _ids(text: str | None) -> list[str]:
    said = json.loads(text) if text else None
    return said.split() if isinstance(said, str) else []
