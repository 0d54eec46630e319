"""What the Desk asks of kinds of which there may be hundreds of thousands: counts and first rows, by SQL.

The rules are the domain's; here only those rows are found that the rules are then asked about.
"""

from collections.abc import Sequence
from typing import NamedTuple

from pmdesk.domain.check import is_marked
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.facts import Field, Type
from pmdesk.domain.milestone import MilestoneCounts
from pmdesk.register.database import Connection

_IN = "deleted = 0 AND stub = 0"
# A milestone's latest re-date (domain/milestone.py, in_order): the last reported, of these the last made.
_LATEST = (
    "(SELECT f.date FROM forecast f WHERE f.milestone = m.id AND f.deleted = 0 AND f.date <> ''"
    " ORDER BY coalesce(f.made_on, '') DESC, f.id DESC LIMIT 1)"
)
# Those not done whose first date has not passed, and that were re-dated: their forecast alone may have moved.
_SLIPPING = (
    "SELECT m.id, m.first_due, {latest} AS now FROM milestone m WHERE m.done_on IS NULL AND m.deleted = 0"
    " AND m.first_due >= ? AND m.id IN (SELECT milestone FROM forecast WHERE deleted = 0)"
)


class Report(NamedTuple):
    """A partnership's last report of a status: submitted and signed off on which days."""

    partnership: str
    status: str
    submitted_on: str | None
    signed_off_on: str | None


def milestone_counts(db: Connection, today: str) -> MilestoneCounts:
    """The states of all milestones as at an ISO day, counted by index."""
    done = _count(db, f"milestone WHERE done_on IS NOT NULL AND {_IN}")
    dated = _count(db, "milestone WHERE done_on IS NULL AND deleted = 0 AND first_due <> ''")
    past = _count(db, "milestone WHERE done_on IS NULL AND deleted = 0 AND first_due < ?", today)
    slipping = _count(db, f"({_SLIPPING.format(latest=_LATEST)}) WHERE now > first_due", today)
    return MilestoneCounts(done, past, slipping, dated - past - slipping)


def late_milestones(db: Connection, today: str, most: int, cause: object = None) -> list[str]:
    """The ids of those past their first date, then of those slipping; of each the longest slip first.

    With `cause` those alone that were moved for it at some time.
    """
    moved = " AND m.id IN (SELECT milestone FROM forecast WHERE cause = ? AND deleted = 0)" if cause else ""
    past = (
        f"SELECT m.id, m.first_due, coalesce({_LATEST}, m.first_due) AS now FROM milestone m"
        " WHERE m.done_on IS NULL AND m.deleted = 0 AND m.first_due < ?"
    )
    found = list[str]()
    for sql in (past, f"SELECT * FROM ({_SLIPPING.format(latest=_LATEST)}) m WHERE now > first_due"):
        rows = db.execute(
            f"SELECT id FROM ({sql}{moved}) ORDER BY julianday(now) - julianday(first_due) DESC, id LIMIT ?",
            (today, *([cause] if cause else ()), most - len(found)),
        )
        found += [str(id) for (id,) in rows]
    return found


def next_milestones(db: Connection, today: str, most: int) -> list[str]:
    """The ids of the milestones not done whose first date is still to come, the nearest first."""
    rows = db.execute(
        "SELECT id FROM milestone WHERE done_on IS NULL AND deleted = 0 AND first_due >= ?"
        " ORDER BY first_due, id LIMIT ?",
        (today, most),
    )
    return [str(id) for (id,) in rows]


def milestone_owners(db: Connection) -> dict[str, int]:
    """{partnership: how many milestones it has}."""
    rows = db.execute(
        f"SELECT partnership, count(*) FROM milestone WHERE partnership IS NOT NULL AND {_IN} GROUP BY 1"
    )
    return {str(partnership): int(many) for partnership, many in rows}


def asked(db: Connection, most: int) -> tuple[list[str], int]:
    """The ids of the report-backs that ask what nobody has dealt with, oldest first, and how many in all.

    There are some hundreds of report-backs in a year: they are read through, not counted by an index.
    """
    open_ones = f"report_back WHERE action <> '' AND action_done_on IS NULL AND {_IN}"
    rows = db.execute(f"SELECT id FROM {open_ones} ORDER BY meeting_on, id LIMIT ?", (most,))
    found = [str(id) for (id,) in rows]
    return found, len(found) if len(found) < most else _count(db, open_ones)


def reports(db: Connection) -> list[Report]:
    """Each partnership's last report of each status; a day that nobody could read says nothing of when."""
    return [
        Report(*row)
        for row in db.execute(
            "SELECT partnership, status, max(CASE WHEN submitted_on < ':' THEN submitted_on END),"
            " max(CASE WHEN signed_off_on < ':' THEN signed_off_on END) FROM progress_update"
            " INDEXED BY progress_update_reported WHERE deleted = 0 AND partnership IS NOT NULL"
            " AND status IN ('submitted', 'signed_off', 'replaced') GROUP BY partnership, status"
        )
    ]


def marked(db: Connection, kind: str) -> list[tuple[str, str, object]]:
    """(id, field, value) of every value of a kind that was kept as typed since nobody could read it."""
    fields = [
        field for field in ENTITIES[kind].fields if field.type in _DOUBTFUL or field.type is Type.CHOICE
    ]
    if not fields:
        return []
    doubts, values = list[str](), list[object]()
    for field in fields:  # in one pass: of each field anew it would read a long table as often
        doubt, its = _doubt(db, kind, field)
        doubts.append(f'("{field.name}" IS NOT NULL AND {doubt})')
        values += its
    named = ", ".join(f'"{field.name}"' for field in fields)
    rows = db.execute(f"SELECT id, {named} FROM {kind} WHERE {_IN} AND ({' OR '.join(doubts)})", values)
    found = [
        (at, (str(id), field.name, value))
        for id, *kept in rows
        for at, (field, value) in enumerate(zip(fields, kept, strict=True))
        if value is not None and is_marked(field, value)
    ]
    return [each for _at, each in sorted(found, key=lambda one: one[0])]


# What may be wrong with a value of each type, in SQL; the domain then says whether it is.
_DOUBTFUL = {
    Type.DATE: "date({0}) IS NOT {0}",
    Type.PARTIAL: (
        "date({0}) IS NOT {0} AND date({0} || '-01') IS NOT {0} || '-01'"
        " AND {0} NOT GLOB '[0-9][0-9][0-9][0-9]'"
    ),
    Type.NUMBER: "typeof({0}) = 'text'",
    Type.MONEY: "typeof({0}) = 'text'",
    Type.YES_NO: "typeof({0}) = 'text'",
    Type.DECIMAL: "typeof({0}) = 'text'",
    Type.PERIOD: "",
}


def _doubt(db: Connection, kind: str, field: Field) -> tuple[str, Sequence[object]]:
    column = f'"{field.name}"'
    if field.type is Type.CHOICE:
        codes = [code for code, _ in field.choices]
        return f"{column} NOT IN ({', '.join('?' * len(codes))})", codes
    if field.type is Type.PERIOD:  # few different ones, however many records
        said = db.execute(f"SELECT DISTINCT {column} FROM {kind} WHERE {_IN} AND {column} IS NOT NULL")
        wrong = [value for (value,) in said if is_marked(field, value)]
        return f"{column} IN ({', '.join('?' * len(wrong))})", wrong
    return _DOUBTFUL[field.type].format(column), ()


def _count(db: Connection, what: str, *values: object) -> int:
    return int(db.execute(f"SELECT count(*) FROM {what}", values).fetchone()[0])
