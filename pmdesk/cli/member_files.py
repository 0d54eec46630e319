"""A member's own file by command: made for one member, taken in when it comes back."""

from pathlib import Path

import click

from pmdesk.actions.member_files import (
    MemberReturn,
    look_at_member_file,
    make_member_file,
    say_returned,
    take_member_file,
)
from pmdesk.actions.titles import record_called
from pmdesk.actions.today import today
from pmdesk.cli.output import print_json, print_path
from pmdesk.cli.verb import as_json, file_argument, reading, verb, writing
from pmdesk.domain.words import N_, Words


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


@click.command()
@file_argument
@click.argument("returned", metavar="MEMBERFILE", type=click.Path(readable=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only say what it would change.")
@as_json
@verb
def merge(file: Path, returned: Path, dry_run: bool, as_json: bool, words: Words) -> None:
    """Take in a member's file that came back.

    All of it or, when anything in it is not that member's, nothing.

    \b
    pmdesk merge aldermoor.pmdesk ashdown.pmdesk --dry-run
    """
    with (reading if dry_run else writing)(file) as register:
        found = look_at_member_file(register, returned)
        if not dry_run and found.entries:
            take_member_file(register, found)
        if as_json:
            print_json(_plain(found, dry_run))
            return
        if found.records:
            said = N_("It would bring, from {name}:") if dry_run else N_("Taken in from {name}:")
            print(words(said, name=found.name))
        for line in say_returned(found, words):
            print(line)


def _plain(found: MemberReturn, dry_run: bool) -> dict[str, object]:
    return {
        "member": found.name,
        "member_id": found.member,
        "taken_in": bool(found.entries) and not dry_run,
        "records": [
            {
                "kind": each.kind,
                "id": each.record,
                "title": each.title,
                "status_before": each.before or None,
                "status": each.after or None,
                "fields": list(each.fields),
            }
            for each in found.records
        ],
    }
