"""Rescue by command: what can be read of a damaged register, in a new one."""

import sys
from pathlib import Path

import click

from pmdesk.actions.rescuing import rescue, say_rescued
from pmdesk.cli.output import print_json, print_path
from pmdesk.cli.passphrase import with_passphrase
from pmdesk.cli.verb import as_json, file_argument, verb
from pmdesk.domain.words import Words


@click.command("rescue")
@file_argument
@click.argument("new", metavar="NEWFILE", type=click.Path(readable=False, path_type=Path))
@as_json
@verb
def rescue_command(file: Path, new: Path, as_json: bool, words: Words) -> None:
    """Save what can be read of a damaged FILE into NEWFILE.

    What could not be is said.

    Every save whose signature still holds is kept; what is missing is looked for in the backups. FILE is only
    read. The path of NEWFILE is printed, what was saved and what was not on standard error.

    \b
    pmdesk rescue aldermoor.pmdesk aldermoor-rescued.pmdesk
    """
    path, found = with_passphrase(lambda typed: rescue(file, new, passphrase=typed))
    if as_json:
        print_json(
            {
                "path": str(path),
                "saved": found.saved,
                "from_backups": found.from_backups,
                "missing": found.missing,
                "values_lost": found.lost,
                "gaps": [
                    {
                        "laptop": gap.device.hex(),
                        "first": gap.first,
                        "last": gap.last,
                        "name": gap.laptop or None,
                        "by": gap.name or None,
                    }
                    for gap in found.gaps
                ],
            }
        )
        return
    for line in say_rescued(found, words):
        print(line, file=sys.stderr)
    print_path(path)
