"""What the journal says of laptops, besides their records: whose saves wait, what a newcomer calls itself."""

import json

from pmdesk.domain.laptop import laptop_id
from pmdesk.register.database import Connection
from pmdesk.register.rights import devices


def waiting_by_laptop(db: Connection) -> dict[bytes, int]:
    """{key: how many of its saves are kept and not applied}."""
    rows = db.execute("SELECT device, count(*) FROM entry WHERE stands = 0 GROUP BY device")
    return {bytes(device): int(n) for device, n in rows}


def claimed_name(db: Connection, key: bytes) -> str:
    """What a laptop whose saves wait calls itself, in a save of its own; '' where it says nothing."""
    return _claimed(db, key, "name")


def claimed_person(db: Connection, key: bytes) -> str:
    """Whose a laptop says that it is (an id), in a save of its own; '' where it says nothing."""
    return _claimed(db, key, "person")


def _claimed(db: Connection, key: bytes, field: str) -> str:
    row = db.execute(
        "SELECT p.value FROM event e JOIN payload p ON p.event = e.id JOIN entry n ON n.n = e.id / 65536"
        " WHERE e.record = ? AND e.field = ? AND n.device = ? ORDER BY e.id DESC LIMIT 1",
        (laptop_id(key), field, key),
    ).fetchone()
    said = json.loads(row[0]) if row else None
    return said[:80] if isinstance(said, str) else ""


def is_known_elsewhere(db: Connection, key: bytes) -> bool:
    """Whether others must have a laptop’s saves before them, or it has saved nothing, or nobody else has.

    They have them where it wrote the first save of all, or where somebody changed what it wrote.
    """
    saved = devices(db)
    if key not in saved or len(saved) == 1:
        return True
    (first,) = db.execute("SELECT device FROM entry ORDER BY n LIMIT 1").fetchone()
    changed = (
        "SELECT 1 FROM entry own JOIN supersedes s ON s.hash = own.hash JOIN entry other"
        " ON other.n = s.child / 65536 WHERE own.device = ? AND other.device <> ? LIMIT 1"
    )
    return bytes(first) == key or db.execute(changed, (key, key)).fetchone() is not None
