"""The editor for one field, chosen from its facts, and what it shows at first."""

from collections.abc import Mapping

from pmdesk.actions.finding import named_like
from pmdesk.domain.check import is_marked
from pmdesk.domain.dates import NotRead, read_date, read_partial, say_date
from pmdesk.domain.facts import Field, Type
from pmdesk.domain.money import say_money
from pmdesk.ui.context import Context
from pmdesk.ui.editors import (
    Choice,
    DateText,
    Editor,
    LineText,
    LongText,
    NumberText,
    RadioChoice,
    Reference,
    YesNo,
)
from pmdesk.ui.words import _, spoken

# So few and such short answers stand side by side.
ACROSS = 32


def editor_for(field: Field, context: Context) -> Editor:
    """An empty editor for a field of these facts."""
    if field.type is Type.LONG:
        return LongText(3)
    if field.type in (Type.DATE, Type.PARTIAL):
        return DateText(_day, lambda iso: say_date(iso, spoken()))
    if field.type in (Type.NUMBER, Type.DECIMAL):
        return NumberText()
    if field.type is Type.MONEY:
        return NumberText(176)
    if field.type is Type.YES_NO:
        return YesNo()
    if field.type is Type.CHOICE:
        return _choice([(code, _(label)) for code, label in field.choices])
    if field.type is Type.REF:
        return Reference(
            lambda text: named_like(context.register, field.refers, text), required=field.required
        )
    return LineText(176) if field.type is Type.PERIOD else LineText()


def show_value(editor: Editor, field: Field, record: Mapping[str, object]) -> None:
    """Put a record's value into its editor as a person would type it."""
    value = record.get(field.name)
    if isinstance(editor, Reference):
        editor.set_value(value, str(record.get(f"{field.name}_name") or ""))
    elif field.type in (Type.DATE, Type.PARTIAL):
        editor.set_value(say_date(value, spoken()) or None)
    elif field.type is Type.MONEY:
        editor.set_value(say_money(value) if value is not None else None)
    elif field.type is Type.CHOICE and is_marked(field, value):
        editor.set_value(None)
    else:
        editor.set_value(value)


def help_for(field: Field, record: Mapping[str, object]) -> str:
    """The field's help; where a value was kept as it was typed because nobody could read it, that too."""
    said = _(field.help)
    value = record.get(field.name)
    if not is_marked(field, value):
        return said
    kept = _("Kept as it was typed: ‘{typed}’.", typed=value)
    return f"{kept} {said}".strip()


def _choice(choices: list[tuple[str, str]]) -> Editor:
    if len(choices) <= 4 and sum(len(word) for _code, word in choices) <= ACROSS:
        return RadioChoice(choices, across=True)
    return Choice(choices)


def _day(text: str) -> str | None:
    """The whole day typed so far, for the calendar to open at."""
    for read in (read_date, read_partial):
        try:
            return read(text)
        except NotRead:
            continue
    return None
