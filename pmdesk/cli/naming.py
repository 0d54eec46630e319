"""From what was typed to what an action takes: FIELD=VALUE, with names for references."""

import os
from collections.abc import Iterable, Mapping

import click

from pmdesk.actions.records import by_name, field_called
from pmdesk.actions.registers import Register
from pmdesk.actions.titles import record_called
from pmdesk.domain.check import Refused, check, read_value
from pmdesk.domain.dates import NotRead
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.facts import Entity, Type
from pmdesk.domain.words import Say

values_argument = click.argument("values", metavar="FIELD=VALUE...", nargs=-1, required=True)
record_argument = click.argument("record", metavar="ID|CODE|NAME")


def pairs(values: Iterable[str]) -> dict[str, str]:
    """{field: text} from 'FIELD=VALUE' words; wrong usage without the '='."""
    found = {}
    for each in values:
        name, equals, text = _as_text(each).partition("=")
        if not equals or not name.strip():
            raise click.UsageError(f"‘{each}’ is not FIELD=VALUE.")
        found[name.strip()] = text
    return found


def _as_text(word: str) -> str:
    """A word of the command line as text, also where the terminal's alphabet could not hold it.

    Bytes that were no letters there come in as lone surrogates (PEP 383): read again as UTF-8, never lost.
    """
    if not any("\ud800" <= letter <= "\udfff" for letter in word):
        return word
    try:
        return os.fsencode(word).decode("utf-8")
    except UnicodeError as problem:
        raise click.UsageError(f"‘{word!a}’ is not UTF-8 text.") from problem


def typed_values(
    register: Register, kind: str, typed: Mapping[str, str], before: Mapping[str, object] | None = None
) -> dict[str, object]:
    """What was typed for a save, with the ids of the records named; Refused with every problem at once."""
    found, problems = _understood(register, kind, typed)
    if problems:
        raise Refused({**problems, **_other_problems(ENTITIES[kind], found, before, problems)})
    return found


def _understood(
    register: Register, kind: str, typed: Mapping[str, str]
) -> tuple[dict[str, object], dict[str, Say]]:
    """What was typed by field, and what no field or record is called."""
    entity = ENTITIES[kind]
    found: dict[str, object] = {}
    problems: dict[str, Say] = {}
    for name, text in typed.items():
        try:
            found |= by_name(register, entity, {name: _meant(register, entity, name, text)})
        except Refused as refused:
            problems |= _named_problems(entity, name, refused.problems)
    return found, problems


def stored_values(register: Register, kind: str, typed: Mapping[str, str]) -> dict[str, object]:
    """What was typed as it would be stored, for comparing: dates, codes, pence, ids; None for empty text."""
    found, problems = _understood(register, kind, typed)
    stored: dict[str, object] = {}
    for name, value in found.items():
        try:
            stored[name] = read_value(ENTITIES[kind].field(name), value)
        except NotRead as problem:
            problems[name] = problem.sentence
    if problems:
        raise Refused(problems)
    return stored


def _meant(register: Register, entity: Entity, name: str, text: str) -> str:
    """A reference to a record without a name of its own is looked up here, by what it is called."""
    field = field_called(entity, name)
    if field.type is Type.REF and text.strip() and not ENTITIES[field.refers].titled_by:
        return record_called(register, field.refers, text)
    return text


def _named_problems(entity: Entity, name: str, problems: Mapping[str, Say]) -> dict[str, Say]:
    """Problems put to the field they are about; a word that is no field of ours stands as it was typed."""
    try:
        place = field_called(entity, name).name
    except Refused:
        place = ""
    return {said or place or name: sentence for said, sentence in problems.items()}


def _other_problems(
    entity: Entity, found: Mapping[str, object], before: Mapping[str, object] | None, known: Mapping[str, Say]
) -> dict[str, Say]:
    """What else is wrong with the values that could be understood."""
    try:
        check(entity, found, before)
    except Refused as refused:
        return {name: sentence for name, sentence in refused.problems.items() if name not in known}
    return {}
