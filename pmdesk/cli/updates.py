"""The verbs that move an annual or a progress update on, from draft to published."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from pmdesk.actions.finding import title_of
from pmdesk.actions.registers import Register
from pmdesk.actions.titles import record_called
from pmdesk.actions.today import today
from pmdesk.actions.updates import correct as begin_correction
from pmdesk.actions.updates import move_all, move_on
from pmdesk.cli.verb import EntityWord, file_argument, verb, writing
from pmdesk.domain.check import Refused
from pmdesk.domain.words import Words

BOTH = ("annual_update", "progress_update")

update_argument = click.argument("update", metavar="[ENTITY] ID", nargs=-1, required=True)
many_argument = click.argument("updates", metavar="[ENTITY] ID...", nargs=-1, required=True)


@click.command()
@file_argument
@update_argument
@verb
def submit(file: Path, update: tuple[str, ...], words: Words) -> None:
    """Submit an update. A member's for acceptance, a partnership's for sign-off.

    \b
    pmdesk submit aldermoor.pmdesk progress_update "Active Aldermoor, 2025-26 Q4"
    """
    _move(file, update, BOTH, "submitted", "", words)


@click.command()
@file_argument
@many_argument
@verb
def accept(file: Path, updates: tuple[str, ...], words: Words) -> int:
    """Accept submitted annual updates. One or many, as one save.

    \b
    pmdesk accept aldermoor.pmdesk "Moorland Arts Trust, Robert Ashdown, 2025-26"
    """
    return _move_many(file, updates, ("annual_update",), "accepted", "", words)


@click.command("sign-off")
@file_argument
@update_argument
@verb
def sign_off(file: Path, update: tuple[str, ...], words: Words) -> None:
    """Sign off a submitted progress update.

    \b
    pmdesk sign-off aldermoor.pmdesk "Active Aldermoor, 2025-26 Q4"
    """
    _move(file, update, ("progress_update",), "signed_off", "", words)


@click.command("return-back")
@file_argument
@many_argument
@click.option("--because", default="", help="Why, so that it can be put right. Needed.")
@verb
def return_back(file: Path, updates: tuple[str, ...], because: str, words: Words) -> int:
    """Return an update to its writer, with the reason. Many annual updates as one save.

    \b
    pmdesk return-back aldermoor.pmdesk "Active Aldermoor, 2025-26 Q4" --because "say what difference it made"
    """
    return _move_many(file, updates, BOTH, "returned", because, words)


@click.command()
@file_argument
@many_argument
@verb
def publish(file: Path, updates: tuple[str, ...], words: Words) -> int:
    """Mark accepted annual updates as published. One or many, as one save.

    \b
    pmdesk publish aldermoor.pmdesk "Moorland Arts Trust, Robert Ashdown, 2025-26"
    """
    return _move_many(file, updates, ("annual_update",), "published", "", words)


@click.command()
@file_argument
@update_argument
@verb
def correct(file: Path, update: tuple[str, ...], words: Words) -> None:
    """Correct a progress update that was signed off. Begins a new version and prints its id.

    What was signed off stays as it is, and counts until the new version is signed off itself.

    \b
    pmdesk correct aldermoor.pmdesk "Active Aldermoor, 2025-26 Q4"
    """
    kinds = _kinds(update, ("progress_update",))
    with writing(file) as register:
        made, _changes = begin_correction(register, _found(register, kinds, update[-1])[1])
    print(made)


def _move(
    file: Path, update: Sequence[str], kinds: Sequence[str], status: str, because: str, words: Words
) -> None:
    asked = _kinds(update, kinds)
    with writing(file) as register:
        kind, record = _found(register, asked, update[-1])
        changes = move_on(register, kind, record, status, today(register), because)
        called = title_of(register, kind, record)
    print(f"{words(changes.label)}: {called}")


def _move_many(
    file: Path, updates: Sequence[str], kinds: Sequence[str], status: str, because: str, words: Words
) -> int:
    """As one save where they are several; those that stay are said on standard error, and then it is 1."""
    asked, wanted = _sorted_out(updates, kinds)
    if len(wanted) == 1:
        _move(file, updates, kinds, status, because, words)
        return 0
    if "annual_update" not in asked:
        raise click.UsageError("Only annual updates are returned many at once.")
    with writing(file) as register:
        ids = [record_called(register, "annual_update", each) for each in wanted]
        moved = move_all(register, ids, status, today(register), because)
        called = {each: title_of(register, "annual_update", each) for each in ids}
    for each in moved.done:
        print(f"{words(moved.changes.label)}: {called[each]}")
    for each, why in moved.left:
        print(f"{called[each]}: {words(why)}", file=sys.stderr)
    return 1 if moved.left else 0


def _sorted_out(updates: Sequence[str], kinds: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """(among which kinds, which updates): the first word may be the kind of all that follow."""
    if len(updates) == 1:
        return kinds, updates
    try:
        return (_kind(updates[0], kinds),), updates[1:]
    except click.BadParameter:
        return kinds, updates


def _kinds(update: Sequence[str], kinds: Sequence[str]) -> Sequence[str]:
    """Among which kinds the update that was typed is looked for."""
    if len(update) > 2:
        raise click.UsageError("Give one update: its id, or ENTITY and its id.")
    return (_kind(update[0], kinds),) if len(update) == 2 else kinds


def _kind(word: str, kinds: Sequence[str]) -> str:
    kind = EntityWord().convert(word, None, None)
    if kind not in kinds:
        raise click.UsageError(f"This is said of {' or '.join(kinds)}, not of {kind}.")
    return kind


def _found(register: Register, kinds: Sequence[str], text: str) -> tuple[str, str]:
    """The update meant, looked for among the kinds; the last Refused stands when none has it."""
    refused: Refused | None = None
    for kind in kinds:
        try:
            return kind, record_called(register, kind, text)
        except Refused as problem:
            refused = problem
    assert refused is not None
    raise refused
