"""Records as plain values for other programs, as `list --json` and `show --json` print them.

References are names with their ids beside them (`person`, `person_id`); money is pounds as a number (118400,
or 5605.5); dates are ISO text; yes and no are true and false; what is empty is null; what was kept as it was
typed is text. Some kinds carry figures worked out for the day beside their fields.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from pmdesk.actions.challenges import plain_standing
from pmdesk.actions.measure_plain import number, plain_kept
from pmdesk.actions.records import unsealed
from pmdesk.actions.titles import all_seat_titles
from pmdesk.domain.appointment import is_vacancy
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.facts import Field, Type
from pmdesk.domain.words import Words
from pmdesk.figures.grouped import grouped
from pmdesk.figures.seats import seats_of
from pmdesk.figures.timeline import TimelineRow, timeline
from pmdesk.register.kept import Kept
from pmdesk.register.lists import Row
from pmdesk.register.store import Register

Plain = dict[str, object]

_AT_ONCE = 500  # rows read from the register in one go


def chosen(
    register: Register,
    kind: str,
    *,
    typed: str = "",
    where: Mapping[str, object] | None = None,
    order: str = "",
    descending: bool = False,
) -> list[Row]:
    """The records of a kind that match, in order; all of them by title when nothing is asked."""
    unsealed(kind)
    if not (typed or where or order or descending):
        return register.all(kind)
    numbers = register.listed(kind, typed, where, order, descending)
    rows: list[Row] = []
    for first in range(0, len(numbers), _AT_ONCE):
        rows += register.page(kind, numbers[first : first + _AT_ONCE])
    return rows


def plain_records(
    register: Register, kind: str, rows: Sequence[Row], today: str, words: Words
) -> list[Plain]:
    """Whole records, each with its figures for `today` (ISO)."""
    worked_out = _worked_out(register, unsealed(kind).name, rows, today, words)
    people = _people(register, rows)
    seats = all_seat_titles(register, kind)
    return [_plain(kind, row, seats, people) | worked_out.get(str(row["id"]), {}) for row in rows]


def plain_value(field: Field, value: object) -> object:
    """One stored value as other programs take it."""
    if field.type is Type.MONEY and isinstance(value, int) and not isinstance(value, bool):
        return pounds(value)
    if field.type is Type.DECIMAL and (found := number(value)) is not None:
        return found
    return value


def pounds(pence: int) -> int | float:
    """Whole pence as pounds, a whole number where there are no odd pence.

    >>> pounds(11840000), pounds(560550)
    (118400, 5605.5)
    """
    return pence // 100 if pence % 100 == 0 else round(pence / 100, 2)


def moment(at: object) -> str | None:
    """A journal's clock (UTC milliseconds) as ISO text.

    >>> moment(1777286520000)
    '2026-04-27T10:42:00Z'
    """
    if not isinstance(at, int):
        return None
    return datetime.fromtimestamp(at / 1000, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _plain(kind: str, row: Row, seats: Mapping[str, str], people: Mapping[object, str]) -> Plain:
    made: Plain = {"id": row["id"]}
    for field in ENTITIES[kind].fields:
        value = row[field.name]
        if field.type is Type.REF:
            called = row[f"{field.name}_name"] or seats.get(str(value)) or None
            made[field.name], made[f"{field.name}_id"] = called, value
        else:
            made[field.name] = plain_value(field, value)
    for what in ("made", "changed"):
        by = row[f"{what}_by"] or None
        made |= {f"{what}_at": moment(row[f"{what}_at"]), f"{what}_by": people.get(by), f"{what}_by_id": by}
    return made


def _people(register: Register, rows: Sequence[Row]) -> dict[object, str]:
    authors = {row[name] for row in rows for name in ("made_by", "changed_by")}
    return {author: register.title(str(author)) for author in authors if author}


def _worked_out(
    register: Register, kind: str, rows: Sequence[Row], today: str, words: Words
) -> dict[str, Plain]:
    """What is worked out for each record, by id: read once for all of them."""
    match kind:
        case "outside_body":
            return _bodies(register, rows, today)
        case "appointment":
            return {str(row["id"]): {"vacancy": is_vacancy(row)} for row in rows}
        case "milestone":
            return _milestones(register, rows, today, words)
        case "measure":
            return _measures(register, rows)
        case "challenge":
            return plain_standing(register, rows, today)
    return {}


def _bodies(register: Register, rows: Sequence[Row], today: str) -> dict[str, Plain]:
    by_body = grouped(_of(register, "appointment", "outside_body", rows), "outside_body")
    made: dict[str, Plain] = {}
    for row in rows:
        count = seats_of(row, by_body.get(row["id"], ()), today)
        made[str(row["id"])] = {"seats_filled": count.filled, "vacancies": count.vacancies}
    return made


def _measures(register: Register, rows: Sequence[Row]) -> dict[str, Plain]:
    numbers = [int(str(row["n"])) for row in rows]
    kept: dict[int, Kept] = {}
    for first in range(0, len(numbers), _AT_ONCE):
        kept |= register.kept(numbers[first : first + _AT_ONCE])
    return {str(row["id"]): plain_kept(kept.get(n)) for n, row in zip(numbers, rows, strict=True)}


def _milestones(register: Register, rows: Sequence[Row], today: str, words: Words) -> dict[str, Plain]:
    figures = timeline(rows, _of(register, "forecast", "milestone", rows), today, words)
    return {row.id: _dates(row) for row in figures.rows}


def _dates(row: TimelineRow) -> Plain:
    return {
        "now": row.now.isoformat() if row.now else None,
        "slip_days": row.slip_days,
        "times_redated": row.times_redated,
        "state": row.state,
    }


def _of(register: Register, kind: str, reference: str, rows: Sequence[Row]) -> list[Row]:
    """What hangs on these records; on a few, only theirs is read."""
    ids = tuple(row["id"] for row in rows)
    return register.all(kind, **{reference: ids}) if len(ids) <= _AT_ONCE else register.all(kind)
