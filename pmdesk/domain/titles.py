"""What a record is called: its name, or the names of what it hangs on."""

from collections.abc import Mapping

from pmdesk.domain.entities import ENTITIES


def title_of(kind: str, record: Mapping[str, object]) -> str:
    """A record's own name; one without is called by what it hangs on.

    >>> title_of("appointment", {"outside_body_name": "Dock Trust", "person_name": "A Shaw"})
    'Dock Trust, A Shaw'
    """
    entity = ENTITIES[kind]
    if entity.titled_by:
        return str(record.get(entity.titled_by) or "")
    names = [
        str(record.get(f"{each.name}_name") or "")
        for each in entity.references
        if each.required or each.name == "person"
    ]
    return ", ".join(name for name in names if name)
