"""A member's own file by command: made for one member; it comes back by `merge`."""

from pathlib import Path

import click

from pmdesk.actions.member_files import make_member_file
from pmdesk.actions.titles import record_called
from pmdesk.actions.today import today
from pmdesk.cli.output import print_path
from pmdesk.cli.passphrase import member_passphrase
from pmdesk.cli.verb import file_argument, reading, verb, writing
from pmdesk.domain.words import Words


@click.command("member-file")
@file_argument
@click.argument("person")
@click.argument("out", metavar="OUT.pmdesk", type=click.Path(readable=False, path_type=Path))
@click.option(
    "--member-passphrase-file",
    metavar="PATH",
    type=click.Path(readable=False, path_type=Path),
    help="A file whose first line protects OUT; else PMDESK_MEMBER_PASSPHRASE, if set.",
)
@verb
def member_file(
    file: Path, person: str, out: Path, member_passphrase_file: Path | None, words: Words
) -> None:
    """Write one member's own file and print its path.

    It has only their bodies and updates. The member opens it in pmdesk, writes, and sends it back. With a
    passphrase of its own, told by telephone, a file that goes astray shows nothing.

    \b
    pmdesk member-file aldermoor.pmdesk "Robert Ashdown" ashdown.pmdesk
    """
    passphrase = member_passphrase(member_passphrase_file)
    # Its key is kept, so that the file opens when it comes back.
    with (writing if passphrase else reading)(file) as register:
        member = record_called(register, "person", person)
        print_path(make_member_file(register, member, out, today(register), passphrase))
