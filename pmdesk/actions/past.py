"""Who changed what, when, from what to what: the journal's lines as values and as sentences."""

from dataclasses import dataclass
from datetime import datetime

from pmdesk.actions.listing import Plain, moment, plain_value
from pmdesk.actions.titles import one_title
from pmdesk.domain.check import say_value
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.facts import Field, Type
from pmdesk.domain.words import Words
from pmdesk.register.history import HistoryLine
from pmdesk.register.store import Register


@dataclass(frozen=True, slots=True)
class PastLine:
    """One change of one field: for a program, and as a person reads it."""

    plain: Plain
    said: str


def history_of(register: Register, record: str | None, limit: int, words: Words) -> list[PastLine]:
    """The newest changes first: of one record (its id), or of the whole register."""
    titles = _Titles(register)
    return [_line(titles, each, words) for each in register.history(record, limit)]


class _Titles:
    """What records are called, each asked for once."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.known: dict[str, str] = {}

    def of(self, kind: str, record: str) -> str:
        if record not in self.known:
            row = self.register.get(kind, record) if kind in ENTITIES else None
            self.known[record] = one_title(self.register, kind, row) if row else ""
        return self.known[record]


def _line(titles: _Titles, each: HistoryLine, words: Words) -> PastLine:
    field = _field(each)
    title = each.title or titles.of(each.kind, each.record)
    label = words("Undid: {what}", what=words(each.label)) if each.undoing else words(each.label)
    plain: Plain = {
        "at": moment(each.at),
        "by": each.by_name or None,
        "by_id": each.by or None,
        "label": label,
        "kind": each.kind,
        "id": each.record,
        "title": title,
        "field": each.field,
        "old": _plain(titles, field, each.old),
        "new": _plain(titles, field, each.new),
        "entry": each.entry,
    }
    return PastLine(plain, _said(titles, each, field, title, label, words))


def _field(each: HistoryLine) -> Field | None:
    entity = ENTITIES.get(each.kind)
    return entity.field(each.field) if entity and entity.has(each.field) else None


def _plain(titles: _Titles, field: Field | None, value: object) -> object:
    if field is None or value is None:
        return value
    return titles.of(field.refers, str(value)) if field.type is Type.REF else plain_value(field, value)


def _said(
    titles: _Titles, each: HistoryLine, field: Field | None, title: str, label: str, words: Words
) -> str:
    when = datetime.fromtimestamp(each.at / 1000).strftime("%Y-%m-%d %H:%M")
    parts = [when, each.by_name, label, title, _became(titles, each, field, words)]
    return "  ".join(part for part in parts if part)


def _became(titles: _Titles, each: HistoryLine, field: Field | None, words: Words) -> str:
    if field is None:
        return (
            (words("deleted") if each.new else words("brought back"))
            if each.field == "deleted"
            else each.field
        )
    old, new = (_value(titles, field, value, words) for value in (each.old, each.new))
    if not old:
        return words("{field}: {new}", field=words(field.label), new=new)
    return words("{field}: {old} → {new}", field=words(field.label), old=old, new=new or words("(empty)"))


def _value(titles: _Titles, field: Field, value: object, words: Words) -> str:
    if field.type is Type.REF:
        return titles.of(field.refers, str(value)) if value else ""
    text = " ".join(say_value(field, value, words).split())
    return text if len(text) <= 80 else f"{text[:79]}…"
