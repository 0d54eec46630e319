"""Who changed what and when: the journal's lines said for a person, and plain for other programs."""

from datetime import datetime

from pmdesk.actions.finding import title_of
from pmdesk.actions.laptops import name_of_laptop
from pmdesk.actions.listing import Plain, moment, plain_value
from pmdesk.domain.apart import APART, IS_NOT
from pmdesk.domain.check import say_value
from pmdesk.domain.dates import say_short
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.erasure import ERASED, MARK
from pmdesk.domain.facts import Field, Type
from pmdesk.domain.words import Words
from pmdesk.figures.history_rows import HistoryRow
from pmdesk.register.history import HistoryLine
from pmdesk.register.store import Register

LIMIT = 500


def history_of(register: Register, record: str | None, words: Words, limit: int = LIMIT) -> list[HistoryRow]:
    """The newest changes first, at most `limit` fields: of one record (its id), or of the whole register."""
    titles = _Titles(register)
    return [_said(titles, each, words) for each in register.history(record, limit)]


def plain_history(register: Register, record: str | None, words: Words, limit: int = LIMIT) -> list[Plain]:
    """The same lines for programs: moments in UTC, ids beside names, values as `list --json` has them."""
    titles = _Titles(register)
    return [_plain(titles, each, words) for each in register.history(record, limit)]


class _Titles:
    """What records are called, each asked for once."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.known: dict[str, str] = {}
        self.laptops: dict[bytes, str] = {}

    def of(self, kind: str, record: object) -> str:
        if not record or kind not in ENTITIES:
            return ""
        if str(record) not in self.known:
            self.known[str(record)] = title_of(self.register, kind, str(record))
        return self.known[str(record)]

    def laptop(self, device: bytes, words: Words) -> str:
        if device not in self.laptops:
            self.laptops[device] = name_of_laptop(self.register, device, words)
        return self.laptops[device]


def _said(titles: _Titles, line: HistoryLine, words: Words) -> HistoryRow:
    at = datetime.fromtimestamp(line.at / 1000)
    field = _field(line)
    if field:
        name = words(field.label)
        old, new = (_value(titles, field, value, words) for value in (line.old, line.new))
        new = words(ERASED) if line.erased else new
    elif line.field == "deleted":
        name = words("Deleted")
        old, new = (words("Yes") if value else words("No") for value in (line.old, line.new))
    elif line.field == APART:
        name = words(IS_NOT)
        old, new = (_others(titles, line.kind, value) for value in (line.old, line.new))
    elif line.field == MARK:
        name, old, new = words("Erased"), str(line.old or ""), str(line.new or "")
    else:
        name, old, new = line.field, str(line.old or ""), str(line.new or "")
    return HistoryRow(
        f"{say_short(at.date().isoformat(), words)} {at:%Y, %H:%M}",
        line.by_name or words("Not known"),
        _label(line, words),
        line.title or titles.of(line.kind, line.record),
        name,
        old,
        new,
        titles.laptop(line.device, words),
        line.counts,
    )


def _plain(titles: _Titles, line: HistoryLine, words: Words) -> Plain:
    field = _field(line)
    return {
        "at": moment(line.at),
        "by": line.by_name or None,
        "by_id": line.by or None,
        "label": _label(line, words),
        "kind": line.kind,
        "id": line.record,
        "title": line.title or titles.of(line.kind, line.record),
        "field": line.field,
        "old": _plain_value(titles, field, line.old),
        "new": words(ERASED) if line.erased else _plain_value(titles, field, line.new),
        "laptop": titles.laptop(line.device, words),
        "counts": line.counts,
        "entry": line.entry,
    }


def _label(line: HistoryLine, words: Words) -> str:
    label = words("Undone: {what}", what=words(line.label)) if line.undoing else words(line.label)
    return label if line.counts else words("Waits, not applied: {what}", what=label)


def _field(line: HistoryLine) -> Field | None:
    """The field that changed; None for a deletion, and for what only a newer pmdesk knows."""
    entity = ENTITIES.get(line.kind)
    return entity.field(line.field) if entity and entity.has(line.field) else None


def _others(titles: _Titles, kind: str, value: object) -> str:
    """The records that were said to be others; what each is called, or its id where that is not known."""
    return ", ".join(titles.of(kind, each) or each for each in str(value or "").split())


def _value(titles: _Titles, field: Field, value: object, words: Words) -> str:
    if field.type is not Type.REF:
        return say_value(field, value, words)
    return (titles.of(field.refers, value) or words(ENTITIES[field.refers].label)) if value else ""


def _plain_value(titles: _Titles, field: Field | None, value: object) -> object:
    if field is None or value is None:
        return value
    return titles.of(field.refers, value) if field.type is Type.REF else plain_value(field, value)
