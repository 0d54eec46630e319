"""Two records are one, by command; and which are called the same."""

from pathlib import Path

import click

from pmdesk.actions.same import same, twins
from pmdesk.actions.titles import record_called
from pmdesk.cli.output import print_json, print_table
from pmdesk.cli.verb import as_json, entity_argument, file_argument, reading, verb, writing
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.words import Words


@click.command("same")
@file_argument
@entity_argument
@click.argument("stays", metavar="A")
@click.argument("goes", metavar="B")
@as_json
@verb
def same_command(file: Path, entity: str, stays: str, goes: str, as_json: bool, words: Words) -> None:
    """Say that two records of ENTITY are the same.

    A stays, and everything that named B names A.

    A keeps its values and takes from B those it lacks; B is deleted. It is one save: ‘undo’ parts them again.
    Where both are called the same give their ids, which ‘twins’ lists.

    \b
    pmdesk same aldermoor.pmdesk organisation "Wendleshire Police" "Wendle Police"
    """
    with writing(file) as register:
        kept, gone = record_called(register, entity, stays), record_called(register, entity, goes)
        changes = same(register, entity, kept, gone)
        called = register.title(kept) or kept
    if as_json:
        print_json({"id": kept, "label": words(changes.label), "changed": sorted(changes.touched)})
    else:
        print(f"{words(changes.label)}: {called}")


@click.command("twins")
@file_argument
@as_json
@verb
def twins_command(file: Path, as_json: bool, words: Words) -> None:
    """List records of FILE that are called the same.

    With their ids, the oldest first.

    \b
    pmdesk twins aldermoor.pmdesk
    """
    with reading(file) as register:
        found = twins(register)
    if as_json:
        print_json([each._asdict() for each in found])
        return
    if not found:
        print(words("No two records are called the same."))
        return
    rows = [[words(ENTITIES[each.kind].label), each.title, " ".join(each.records)] for each in found]
    print_table([words("Kind"), words("Name"), words("Ids")], rows)
