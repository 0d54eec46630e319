"""Typed text becomes a record's values, or every problem at once, each a sentence beside its field."""

import re
from collections.abc import Callable, Mapping

from pmdesk.domain.dates import NotRead, read_date, read_partial, say_date
from pmdesk.domain.decimals import decimal_of, read_decimal, say_number
from pmdesk.domain.facts import Entity, Field, Type
from pmdesk.domain.money import read_money, say_money
from pmdesk.domain.periods import is_period, read_period
from pmdesk.domain.words import N_, Say, Words

Value = str | int | bool | None

# No answer on any form is longer; a pasted book is refused rather than printed.
LONGEST = {Type.TEXT: 500, Type.LONG: 20_000}

_YES = ("yes", "y", "true", "1", "statutory", "ie", "ydy", "oes")
_NO = ("no", "n", "false", "0", "non-statutory", "non statutory", "nage", "na", "nac ydy")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


class Refused(Exception):
    """What the person can mend: {field: sentence}; '' names the whole record. Nothing was written."""

    def __init__(self, problems: Mapping[str, Say] | Say) -> None:
        self.problems: Mapping[str, Say] = {"": problems} if isinstance(problems, Say) else problems
        super().__init__("; ".join(str(problem) for problem in self.problems.values()))


def read_value(field: Field, typed: object) -> Value:
    """One field's value from what was typed; NotRead with a sentence when it cannot be read.

    Values that already have their type (a bool, pence, an id) pass through; empty text is None.
    """
    if typed is None or isinstance(typed, bool | int):
        return str(typed) if field.type is Type.DECIMAL and typed is not None else typed
    text = _CONTROL.sub("", str(typed)).replace("\r\n", "\n").replace("\r", "\n").strip()
    if not text:
        return None
    return _READERS[field.type](field, text)


def check(
    entity: Entity, typed: Mapping[str, object], before: Mapping[str, object] | None = None
) -> dict[str, Value]:
    """The values to save from what was typed; raises Refused with all problems at once.

    `before` is the record as it stands when it is being changed: fields not typed keep their value.
    """
    values: dict[str, Value] = {}
    problems: dict[str, Say] = {}
    for name, raw in typed.items():
        try:
            values[name] = read_value(entity.field(name), raw)
        except NotRead as problem:
            problems[name] = problem.sentence
    whole = {**(before or {}), **values}
    for field in entity.fields:
        if field.required and whole.get(field.name) in (None, "") and field.name not in problems:
            problems[field.name] = Say(N_("{label} is needed"), {"label": Say(field.label)})
    if problems:
        raise Refused(problems)
    return values


def say_value(field: Field, value: object, words: Words) -> str:
    """A stored value as a person reads it; '' when empty. References are said by who knows their names."""
    if value is None or value == "":
        return ""
    if field.type is Type.YES_NO and isinstance(value, bool | int):
        return words(N_("Yes")) if value else words(N_("No"))
    if field.type is Type.CHOICE:
        return words(field.choice_label(value))
    if field.type in (Type.DATE, Type.PARTIAL):
        return say_date(value, words)
    if field.type is Type.DECIMAL and (number := decimal_of(value)) is not None:
        return say_number(number)
    return say_money(value) if field.type is Type.MONEY else str(value)


def is_marked(field: Field, value: object) -> bool:
    """Whether a stored value is text kept as it was typed because it could not be read as its type."""
    if value is None or value == "" or field.type in (Type.TEXT, Type.LONG, Type.REF):
        return False
    if field.type is Type.PERIOD:  # stored text: '2009-10' is the year, though typed it is refused
        return not is_period(value)
    try:
        return read_value(field, value) != value
    except NotRead:
        return True


def _text(field: Field, text: str) -> str:
    if field.type is Type.TEXT:
        text = " ".join(text.split())
    if len(text) > LONGEST[field.type]:
        raise NotRead(
            Say(
                N_("This is {n} characters long. The most that fits is {most}."),
                {"n": len(text), "most": LONGEST[field.type]},
            )
        )
    return text


def _number(field: Field, text: str) -> int:
    if not re.fullmatch(r"\d{1,9}", text.replace(",", "")):
        raise NotRead(Say(N_("‘{typed}’ is no whole number."), {"typed": text[:40]}))
    return int(text.replace(",", ""))


def _yes_no(field: Field, text: str) -> bool:
    if text.casefold() in _YES:
        return True
    if text.casefold() in _NO:
        return False
    raise NotRead(Say(N_("‘{typed}’ is neither yes nor no."), {"typed": text[:40]}))


def _choice(field: Field, text: str) -> str:
    wanted = text.casefold().replace("_", " ").replace("-", " ")
    for code, label in field.choices:
        if wanted in (code.replace("_", " "), label.casefold().replace("-", " ")):
            return code
    known = [Say(label) for _, label in field.choices]
    raise NotRead(Say(N_("‘{typed}’ is not one of: {known}."), {"typed": text[:40], "known": known}))


_READERS: Mapping[Type, Callable[[Field, str], Value]] = {
    Type.TEXT: _text,
    Type.LONG: _text,
    Type.DATE: lambda field, text: read_date(text),
    Type.PARTIAL: lambda field, text: read_partial(text),
    Type.NUMBER: _number,
    Type.DECIMAL: lambda field, text: read_decimal(text),
    Type.MONEY: lambda field, text: read_money(text),
    Type.YES_NO: _yes_no,
    Type.CHOICE: _choice,
    Type.REF: lambda field, text: text,
    Type.PERIOD: lambda field, text: read_period(text),
}
