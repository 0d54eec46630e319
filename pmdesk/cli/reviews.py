"""The verbs of scrutiny: begin a review from what the register has, say which partnerships are due one."""

from pathlib import Path

import click

from pmdesk.actions.reviews import begin_review, looks
from pmdesk.actions.titles import record_called
from pmdesk.actions.today import today
from pmdesk.cli.naming import pairs, typed_values
from pmdesk.cli.output import print_json
from pmdesk.cli.verb import as_json, file_argument, reading, verb, writing
from pmdesk.domain.words import N_, Words


@click.command("begin-review")
@file_argument
@click.argument("partnership", metavar="PARTNERSHIP")
@click.argument("values", metavar="[FIELD=VALUE]...", nargs=-1)
@as_json
@verb
def begin(file: Path, partnership: str, values: tuple[str, ...], as_json: bool, words: Words) -> None:
    """Begin a review of a partnership. It prints the review's id.

    Its six sections are drawn from the register; a section that is given is taken
    instead. Nothing private is drawn.

    \b
    pmdesk begin-review aldermoor.pmdesk "Homelessness Forum"
    pmdesk begin-review aldermoor.pmdesk "Homelessness Forum" "Committee=Overview and Scrutiny"
    """
    with writing(file) as register:
        of = record_called(register, "partnership", partnership)
        typed = typed_values(register, "review", pairs(values))
        record, changes = begin_review(register, of, typed, today(register), words)
    if as_json:
        print_json({"id": record, "label": words(changes.label), "changed": True})
    else:
        print(record)


@click.command("due-a-look")
@file_argument
@as_json
@verb
def due_a_look(file: Path, as_json: bool, words: Words) -> None:
    """Print every partnership by significance. Beside it, when scrutiny last looked.

    \b
    pmdesk due-a-look aldermoor.pmdesk
    """
    with reading(file) as register:
        found = looks(register, today(register), words)
    if as_json:
        rows = [{**row._asdict(), "pill": row.pill[1]} for row in found.rows]
        print_json({"due": found.due, "partnerships": rows})
        return
    print(found.finding or words(_NONE))
    for row in found.rows:
        last = f"{row.last}, {row.ago}" if row.ago else row.last
        print(f"{row.name}: {row.level}, {row.often}; {last}; {row.pill[1]}")


_NONE = N_("No partnership is in the register yet.")
