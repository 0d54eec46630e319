"""A member's own file by command: made for one member; it comes back by `merge`."""

from pathlib import Path

import click

from pmdesk.actions.member_files import make_member_file
from pmdesk.actions.titles import record_called
from pmdesk.actions.today import today
from pmdesk.cli.output import print_path
from pmdesk.cli.verb import file_argument, reading, verb
from pmdesk.domain.words import Words


@click.command("member-file")
@file_argument
@click.argument("person")
@click.argument("out", metavar="OUT.pmdesk", type=click.Path(readable=False, path_type=Path))
@verb
def member_file(file: Path, person: str, out: Path, words: Words) -> None:
    """Write one member's own file and print its path.

    It has only their bodies and updates. The member opens it in pmdesk, writes, and sends it back.

    \b
    pmdesk member-file aldermoor.pmdesk "Robert Ashdown" ashdown.pmdesk
    """
    with reading(file) as register:
        member = record_called(register, "person", person)
        print_path(make_member_file(register, member, out, today(register)))
