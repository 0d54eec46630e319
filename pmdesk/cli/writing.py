"""The verbs that write one record, or take a save back; each is one save, with one Undo."""

from pathlib import Path

import click

from pmdesk.actions.entering import amend, enter
from pmdesk.actions.finding import title_of
from pmdesk.actions.milestones import Slip, enter_redate
from pmdesk.actions.records import delete as delete_record
from pmdesk.actions.registers import Register
from pmdesk.actions.taking_back import undo as take_back
from pmdesk.actions.titles import record_called
from pmdesk.actions.today import today
from pmdesk.actions.tolerances import Changes, say_kept
from pmdesk.cli.naming import pairs, record_argument, typed_values, values_argument
from pmdesk.cli.output import print_json
from pmdesk.cli.slips import print_slips
from pmdesk.cli.verb import as_json, entity_argument, file_argument, verb, writing
from pmdesk.domain.check import Refused
from pmdesk.domain.words import N_, Say, Words


@click.command()
@file_argument
@entity_argument
@values_argument
@click.option("--push", is_flag=True, help="Move the later milestones that wait for one re-dated, too.")
@as_json
@verb
def add(file: Path, entity: str, values: tuple[str, ...], push: bool, as_json: bool, words: Words) -> None:
    """Add a record of ENTITY and print its id.

    FIELD is a field's name or its label, in any case. Dates and money are typed as people type them,
    references by id, code or name. A re-date (forecast) also prints the later dates it moves.

    \b
    pmdesk add aldermoor.pmdesk outside_body "Name=Moorland Arts Trust" seats=2
    pmdesk add aldermoor.pmdesk appointment "Body=Moorland Arts Trust" "Person=R Ashdown" From=21/5/25
    pmdesk add aldermoor.pmdesk forecast "milestone=Land agreed" date=30/6/26 "reason=A search" --push
    """
    typed, slips = pairs(values), list[Slip]()
    if push and entity != "forecast":
        raise click.UsageError("--push goes with a forecast.")
    with writing(file) as register:
        given, day = typed_values(register, entity, typed), today(register)
        if entity == "forecast":
            record, changes, slips = enter_redate(register, given, day, push, words)
        else:
            record, changes = enter(register, entity, given, day)
    if as_json:
        moved = {"moves": [slip._asdict() for slip in slips], "pushed": push} if entity == "forecast" else {}
        print_json({"id": record, "label": words(changes.label), "changed": True, **moved})
    else:
        print(record)
        print_slips(slips, push, words)


@click.command("set")
@file_argument
@entity_argument
@record_argument
@values_argument
@as_json
@verb
def set_values(
    file: Path, entity: str, record: str, values: tuple[str, ...], as_json: bool, words: Words
) -> None:
    """Change fields of one record. Nothing after the = empties a field.

    Refused with all problems at once, one a line. The status of an update moves on as it does in the window:
    submitted, then signed off or accepted, or returned.

    \b
    pmdesk set aldermoor.pmdesk outside_body "Moorland Arts Trust" seats=3 "Link officer=Gareth Poole"
    pmdesk set aldermoor.pmdesk milestone "Bus station design agreed" "Done on=12 June 2026"
    """
    typed = pairs(values)
    with writing(file) as register:
        found = record_called(register, entity, record)
        wanted = typed_values(register, entity, typed, register.get(entity, found))
        changes = amend(register, entity, found, wanted, today(register))
        said = _saved(register, entity, found, changes, words)
    if as_json:
        print_json({"id": found, "label": words(changes.label), "changed": bool(changes.touched)})
    else:
        print(said)


@click.command()
@file_argument
@entity_argument
@record_argument
@verb
def delete(file: Path, entity: str, record: str, words: Words) -> None:
    """Delete one record. It is marked, not removed: ‘undo’ brings it back.

    Refused while other records hang on it.

    \b
    pmdesk delete aldermoor.pmdesk organisation "Canal & River Trust"
    """
    with writing(file) as register:
        found = record_called(register, entity, record)
        called = title_of(register, entity, found)
        changes = delete_record(register, entity, found)
    print(f"{words(changes.label)}: {called}")


@click.command()
@file_argument
@verb
def undo(file: Path, words: Words) -> None:
    """Take back your own newest save. ‘redo’ brings it back.

    \b
    pmdesk undo aldermoor.pmdesk
    """
    with writing(file) as register:
        changes = take_back(register)
    if changes is None:
        raise Refused(Say(N_("There is nothing to undo.")))
    print(words("Undone: {what}", what=words(changes.label)))


@click.command()
@file_argument
@verb
def redo(file: Path, words: Words) -> None:
    """Bring back what was undone last.

    \b
    pmdesk redo aldermoor.pmdesk
    """
    with writing(file) as register:
        changes = register.redo()
    if changes is None:
        raise Refused(Say(N_("There is nothing to redo.")))
    print(words("Done again: {what}", what=words(changes.label)))


def _saved(register: Register, kind: str, record: str, changes: Changes, words: Words) -> str:
    if not changes.touched:
        return words("Nothing changed: it is so already.")
    said = f"{words(changes.label)}: {title_of(register, kind, record)}"
    return "\n".join(part for part in (said, say_kept(changes, words)) if part)
