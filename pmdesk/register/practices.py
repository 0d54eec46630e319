"""What matching good practice with measures needs of each, in one lean question for all of them.

A register may hold thousands of either: whole rows are read only of the few that are shown.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pmdesk.register.database import among
from pmdesk.register.desk import late_milestones
from pmdesk.register.faults import storage
from pmdesk.register.open_file import Register


class Telling(NamedTuple):
    """A practice: its id, cause and tags, and of the measure that turned what says its kind ({} for none)."""

    id: str
    practice: dict[str, object]
    turned: dict[str, object]


def tellings(register: Register) -> list[Telling]:
    """Every practice, by title."""
    with storage():
        rows = register.db.execute(
            "SELECT p.id, p.cause, p.tags, m.id, m.title, m.unit, m.measured_code FROM practice p"
            " LEFT JOIN measure m ON m.id = p.measure AND m.deleted = 0 WHERE p.deleted = 0"
            " ORDER BY p.title, p.id"
        )
        return [
            Telling(str(id), {"cause": cause, "tags": tags}, _kind(*measure) if measure[0] else {})
            for id, cause, tags, *measure in rows
        ]


def kinds_of(register: Register, numbers: Sequence[int]) -> list[dict[str, object]]:
    """Of measures, by their numbers and in that order, what says the kind of each: with its number `n`."""
    with storage():
        rows = among(
            register.db, "SELECT n, id, title, unit, measured_code FROM measure WHERE n IN ({marks})", numbers
        )
        found = {n: _kind(*more) | {"n": n} for n, *more in rows}
    return [found[n] for n in numbers if n in found]


def causes_given(register: Register, measures: Iterable[object]) -> dict[object, set[object]]:
    """The causes given for readings of these measures (their ids), by measure."""
    found: dict[object, set[object]] = {}
    with storage():
        rows = among(
            register.db,
            "SELECT DISTINCT measure, cause FROM reading"
            " WHERE deleted = 0 AND cause IS NOT NULL AND measure IN ({marks})",
            list(measures),
        )
        for measure, cause in rows:
            found.setdefault(measure, set()).add(cause)
    return found


def slipped_for(register: Register, cause: object, today: str, most: int) -> list[str]:
    """The ids of milestones past their date or slipping once moved for a cause, the longest first.

    Which cause the last move had is for the rule to say (domain/milestone.py); few are left to ask it of.
    """
    with storage():
        return late_milestones(register.db, today, most, cause)


def _kind(id: object, title: object, unit: object, code: object) -> dict[str, object]:
    return {"id": id, "title": title, "unit": unit, "measured_code": code}
