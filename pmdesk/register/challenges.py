"""Challenges about what belongs to a partnership, found without reading those about anything else."""

from pmdesk.register.faults import storage
from pmdesk.register.lists import Row
from pmdesk.register.open_file import Register

# Driven by the challenges: there are fewer of them than a partnership of thousands of measures has measures.
_BELONGING = " OR ".join(
    f"EXISTS (SELECT 1 FROM {kind} o WHERE o.id = c.{kind} AND o.partnership = :partnership)"
    for kind in ("measure", "milestone", "contribution")
)
_FOUND = f"SELECT c.id FROM challenge c WHERE c.partnership IS NULL AND c.deleted = 0 AND ({_BELONGING})"


def about_parts_of(register: Register, partnership: object) -> list[Row]:
    """Those that name no partnership, but a measure, milestone or contribution of this one; by question."""
    with storage():
        wanted = tuple(id for (id,) in register.db.execute(_FOUND, {"partnership": partnership}))
    return register.all("challenge", id=wanted) if wanted else []
