"""Backups by command: which there are, and a register out of one."""

from pathlib import Path

import click

from pmdesk.actions.backups import backups, backups_of, restore, say_backup, say_size, say_when
from pmdesk.actions.registers import Unavailable
from pmdesk.cli.output import print_json, print_path, print_table
from pmdesk.cli.passphrase import with_passphrase
from pmdesk.cli.verb import as_json, file_argument, reading, verb
from pmdesk.domain.words import Words


@click.command("backups")
@file_argument
@as_json
@verb
def backups_command(file: Path, as_json: bool, words: Words) -> None:
    """List the backups of FILE, the newest first.

    Each with what was saved after it.

    Also when FILE is damaged: then what came after is not known.

    \b
    pmdesk backups aldermoor.pmdesk
    """
    try:
        with reading(file) as register:
            found = backups(register)
    except Unavailable:
        found = backups_of(file)
        if not found:  # and nothing tells whose it is
            raise
    if as_json:
        print_json(
            [
                {
                    "path": str(each.path.absolute()),
                    "made": each.at,
                    "size": each.size,
                    "saves_after": each.later,
                    "problem": words(each.fault) if each.fault else None,
                    "made_by_pmdesk": each.kept,
                }
                for each in found
            ]
        )
    elif not found:
        print(words("There is no backup of this register on this laptop yet."))
    else:
        heads = [words("Made"), words("Size"), words("Since then"), words("File")]
        rows = [
            [say_when(each, words), say_size(each.size), say_backup(each, words), str(each.path.absolute())]
            for each in found
        ]
        print_table(heads, rows)


@click.command("restore")
@click.argument("backup", metavar="BACKUP", type=click.Path(readable=False, path_type=Path))
@click.argument("new", metavar="NEWFILE", type=click.Path(readable=False, path_type=Path))
@verb
def restore_command(backup: Path, new: Path, words: Words) -> None:
    """Make a register at NEWFILE out of BACKUP and print its path.

    NEWFILE must not exist yet. The backup is checked whole first, and only read.

    \b
    pmdesk restore aldermoor.pmdesk aldermoor-again.pmdesk
    pmdesk restore backups/2026-04-27.pmdesk aldermoor-again.pmdesk
    """
    print_path(with_passphrase(lambda typed: restore(backup, new, typed)))
