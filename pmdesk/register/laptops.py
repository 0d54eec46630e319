"""What the journal says of laptops, besides their records: whose saves wait, what a newcomer calls itself."""

import json

from pmdesk.domain.laptop import laptop_id
from pmdesk.register.database import Connection


def waiting_by_laptop(db: Connection) -> dict[bytes, int]:
    """{key: how many of its saves are kept and not applied}."""
    rows = db.execute("SELECT device, count(*) FROM entry WHERE stands = 0 GROUP BY device")
    return {bytes(device): int(n) for device, n in rows}


def claimed_name(db: Connection, key: bytes) -> str:
    """What a laptop whose saves wait calls itself, in a save of its own; '' where it says nothing."""
    row = db.execute(
        "SELECT p.value FROM event e JOIN payload p ON p.event = e.id JOIN entry n ON n.n = e.id / 65536"
        " WHERE e.record = ? AND e.field = 'name' AND n.device = ? ORDER BY e.id DESC LIMIT 1",
        (laptop_id(key), key),
    ).fetchone()
    said = json.loads(row[0]) if row else None
    return said[:80] if isinstance(said, str) else ""
