"""The verb that writes a list out as a spreadsheet, with the headings by which it can be brought in again."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from pmdesk.actions.public import agreed, announced, internal_measures
from pmdesk.actions.records import unsealed
from pmdesk.actions.writing import spare_the_register
from pmdesk.domain.check import say_value
from pmdesk.domain.decimals import decimal_of
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.facts import Field, Type
from pmdesk.domain.titles import title_of
from pmdesk.domain.words import Words
from pmdesk.exchange.tables import Cell, write_table
from pmdesk.exchange.unreadable import Unreadable
from pmdesk.register.faults import Unavailable
from pmdesk.register.store import Register


def export(register: Register, entity: str, path: Path, words: Words, *, public: bool = True) -> int:
    """Write every record of `entity` to `path` (.csv or .xlsx); how many.

    A public list leaves out what is for the council only: private fields, records of private entities,
    updates nobody has agreed to, and internal measures with all that hangs on them.
    Raises Unavailable with a sentence when the file cannot be written; then nothing is there.
    """
    spare_the_register(register, path)
    facts = unsealed(entity)
    fields = [each for each in facts.fields if not (public and each.private)]
    records = [] if public and facts.private else register.all(entity)
    if public:
        records = [each for each in records if agreed(entity, each) and _is_announced(register, entity, each)]
    if public and (hidden := internal_measures(register)):
        of = [each.name for each in facts.references if each.refers == "measure"]
        of += ["id"] if entity == "measure" else []
        records = [each for each in records if not hidden & {str(each.get(name)) for name in of}]
    names = _names(register, fields)
    rows = [[_cell(each, record, names, words) for each in fields] for record in records]
    try:
        write_table(path, words(facts.plural), [words(each.label) for each in fields], rows)
    except Unreadable as problem:
        raise Unavailable(problem.sentence) from problem
    return len(rows)


# What hangs on a record of another kind is out when that is.
_HANGS_ON = {"recommendation": "review", "adoption": "practice", "validation_head": "validation"}


def _is_announced(register: Register, kind: str, record: Mapping[str, object]) -> bool:
    """A challenge, and what was replied, once there is a reply or it is closed."""
    if above := _HANGS_ON.get(kind):
        return announced(above, register.get(above, str(record.get(above))) or {})
    if kind == "challenge":
        return bool(record.get("closed_on")) or register.count("challenge_reply", challenge=record["id"]) > 0
    return announced(kind, record)


def _names(register: Register, fields: list[Field]) -> dict[str, str]:
    """Titles of the records that have no name of their own ('Dock Trust, A Shaw'), by id."""
    kinds = {each.refers for each in fields if each.type is Type.REF and not ENTITIES[each.refers].titled_by}
    return {str(record["id"]): title_of(kind, record) for kind in kinds for record in register.all(kind)}


def _cell(field: Field, record: Mapping[str, object], names: Mapping[str, str], words: Words) -> Cell:
    value = record.get(field.name)
    if value is None or value == "":
        return None
    if field.type is Type.REF:
        return names.get(str(value)) or str(record.get(f"{field.name}_name") or "")
    if field.type is Type.MONEY and isinstance(value, int):
        return value / 100
    if field.type is Type.NUMBER and isinstance(value, int):
        return value
    if field.type is Type.DECIMAL and (found := decimal_of(value)) is not None:
        return found
    if field.type in (Type.DATE, Type.PARTIAL):
        return _day(str(value))
    if field.type in (Type.CHOICE, Type.YES_NO):
        return say_value(field, value, words)
    return str(value)


def _day(value: str) -> Cell:
    """A whole day as a date the spreadsheet can sort; a part of one, or text, as it stands."""
    try:
        day = date.fromisoformat(value) if len(value) == 10 else None
    except ValueError:
        return value
    # Spreadsheets count days from 1900.
    return day if day and day.year > 1900 else value
