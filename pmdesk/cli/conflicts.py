"""What two laptops left to settle, by command: listed with every side, and settled."""

from pathlib import Path

import click

from pmdesk.actions.conflicts import conflict_called, conflicts, plain_conflicts
from pmdesk.actions.records import by_name
from pmdesk.actions.settling import GONE, settle
from pmdesk.cli.output import print_json
from pmdesk.cli.verb import as_json, file_argument, reading, verb, writing
from pmdesk.domain.check import Refused
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.words import Say, Words
from pmdesk.figures.conflicts import Choice, Conflict


@click.command("conflicts")
@file_argument
@as_json
@verb
def conflicts_command(file: Path, as_json: bool, words: Words) -> None:
    """List what two people wrote without seeing each other's.

    Both are kept. Every line says who wrote what, where and when, and what it replaced.

    \b
    pmdesk conflicts aldermoor.pmdesk
    """
    with reading(file) as register:
        if as_json:
            print_json(plain_conflicts(register, words))
            return
        found = conflicts(register, words)
        for at, each in enumerate(found):
            print("\n" * bool(at) + "\n".join(_lines(each, words)))
        if not found:
            print(words("Nothing is to be settled."))


@click.command("settle")
@file_argument
@click.argument("conflict")
@click.option("--take", type=int, metavar="N", help="Let side N stand, as ‘conflicts’ numbers them.")
@click.option("--value", metavar="TEXT", help="Write another value instead; '' empties the field.")
@verb
def settle_command(file: Path, conflict: str, take: int | None, value: str | None, words: Words) -> None:
    """Settle one of the conflicts. Take a side, or write another value.

    CONFLICT is what ‘conflicts’ prints before it. Undo brings the question back.

    \b
    pmdesk settle aldermoor.pmdesk 01956f4e-8d2c-7f4e-a1b2-9c0d1e2f3a4b:purpose --take 2
    """
    if (take is None) == (value is None):
        raise click.UsageError("Say either --take or --value.")
    with writing(file) as register:
        now = conflict_called(register, conflict, words)
        if now is None:
            raise Refused(Say(GONE))
        typed: object = value
        if value is not None and now.written:
            typed = by_name(register, ENTITIES[now.kind], {now.field: value})[now.field]
        changes = settle(register, conflict, take=take, value=typed)
        print(words(changes.label))


def _lines(each: Conflict, words: Words) -> list[str]:
    said = [each.id, f"  {each.title}. {each.heading(words)}"]
    return said + [line for choice in each.choices for line in _side(choice)]


def _side(choice: Choice) -> list[str]:
    first, *rest = choice.said.splitlines() or [""]
    by = ", ".join(part for part in (choice.who, choice.laptop, choice.when) if part)
    told = f"     {by}. {choice.seen}".rstrip()
    return [f"  {choice.n}  {first}", *(f"     {line}" for line in rest), told]
