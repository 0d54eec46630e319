"""The history of a record, said for a person: when, who, which field, from what to what."""

from datetime import datetime

from pmdesk.domain.check import say_value
from pmdesk.domain.dates import say_short
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.facts import Type
from pmdesk.domain.words import N_, Words
from pmdesk.figures.history_rows import HistoryRow
from pmdesk.register.history import HistoryLine
from pmdesk.register.store import Register

LIMIT = 500


def history_of(register: Register, record: str, words: Words, limit: int = LIMIT) -> list[HistoryRow]:
    """The newest changes of one record first, at most `limit` fields."""
    return [_said(register, line, words) for line in register.history(record, limit)]


def _said(register: Register, line: HistoryLine, words: Words) -> HistoryRow:
    at = datetime.fromtimestamp(line.at / 1000)
    when = f"{say_short(at.date().isoformat(), words)} {at:%Y, %H:%M}"
    label = words("Undone: {what}", what=words(line.label)) if line.undoing else words(line.label)
    who = line.by_name or words("Not known")
    if line.field == "deleted":
        return HistoryRow(
            when, who, label, words("Deleted"), *(_yes_no(v, words) for v in (line.old, line.new))
        )
    if line.kind not in ENTITIES or not ENTITIES[line.kind].has(line.field):
        return HistoryRow(when, who, label, line.field, str(line.old or ""), str(line.new or ""))
    field = ENTITIES[line.kind].field(line.field)
    if field.type is Type.REF:
        old, new = (_title(register, field.refers, value, words) for value in (line.old, line.new))
    else:
        old, new = (say_value(field, value, words) for value in (line.old, line.new))
    return HistoryRow(when, who, label, words(field.label), old, new)


def _title(register: Register, kind: str, record: object, words: Words) -> str:
    if not record:
        return ""
    return register.title(str(record)) or words(ENTITIES[kind].label)


def _yes_no(value: object, words: Words) -> str:
    return words(N_("Yes")) if value else words(N_("No"))
