"""Annual updates of members who have no pmdesk: forms sent out as PDF, and taken in when they come back."""

from contextlib import suppress
from pathlib import Path

import click

from pmdesk.actions.registers import WrongPassphrase
from pmdesk.actions.returns_in import (
    Looked,
    chosen_files,
    coming_in,
    look_at_returns,
    open_locked,
    take_returns,
)
from pmdesk.actions.returns_out import send_returns
from pmdesk.actions.today import today
from pmdesk.cli.output import print_json, print_path, print_table
from pmdesk.cli.passphrase import member_passphrase
from pmdesk.cli.verb import as_json, file_argument, reading, verb, writing
from pmdesk.domain.words import Words
from pmdesk.figures.returned_forms import in_order, plain_file, say_taken, state_pill, why


@click.group("return", subcommand_metavar="send|receive FILE ...", options_metavar="")
def returns() -> None:
    """Annual updates by PDF form, sent and received.

    \b
    pmdesk return send aldermoor.pmdesk --year 2025-26 --out forms
    """


@returns.command("send")
@file_argument
@click.option("--year", metavar="YEAR", help="The municipal year, such as 2025-26; else the one in hand.")
@click.option(
    "--out",
    required=True,
    metavar="DIR",
    type=click.Path(readable=False, path_type=Path),
    help="The folder for the forms; made where it is missing.",
)
@click.option(
    "--for",
    "of",
    multiple=True,
    metavar="SEAT",
    help="Only this appointment, outside body or person, by id or name. May repeat.",
)
@verb
def send(file: Path, year: str | None, out: Path, of: tuple[str, ...], words: Words) -> None:
    """Write one fillable PDF for each appointment that owes its annual update, and print their paths.

    An update that was submitted already is not asked for again, unless it is named by --for.

    Members fill them in with any PDF reader or browser, by keyboard or screen reader, or print them. With
    --lang cy they are in Welsh. A file of the same name that is there already is never replaced.

    \b
    pmdesk return send aldermoor.pmdesk --year 2025-26 --out forms
    pmdesk return send aldermoor.pmdesk --year 2025-26 --out forms --for "Dock Trust" --lang cy
    """
    with reading(file) as register:
        for path in send_returns(register, out.absolute(), year, of, words, today(register)):
            print_path(path)


@returns.command("receive")
@file_argument
@click.argument(
    "paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(readable=False, path_type=Path)
)
@click.option("--year", metavar="YEAR", help="Take in forms of this municipal year only.")
@click.option("--dry-run", is_flag=True, help="Only say what was understood.")
@click.option(
    "--take", multiple=True, metavar="NAME", help="Where answers differ, take this file’s. May repeat."
)
@click.option("--take-form", is_flag=True, help="Where other answers stand in the register, take the forms’.")
@as_json
@verb
def receive(
    file: Path,
    paths: tuple[Path, ...],
    year: str | None,
    dry_run: bool,
    take: tuple[str, ...],
    take_form: bool,
    as_json: bool,
    words: Words,
) -> int:
    """Take in forms that came back: files, folders, saved e-mails (.eml), zip archives, members’ own files.

    Prints what was understood of each. What is complete or incomplete is taken in by one save; an incomplete
    one becomes a draft. Where a form differs from what stands in the register, or two files for one seat
    differ, nothing is taken of it until you choose, with --take or --take-form. A file that was taken in
    before is never taken in twice. A member's file with a passphrase of the member's own is opened by
    PMDESK_MEMBER_PASSPHRASE. Exit code 1 when nothing could be read.

    \b
    pmdesk return receive aldermoor.pmdesk inbox --dry-run
    pmdesk return receive aldermoor.pmdesk inbox "Ann Shaw.pdf" --take "Ann Shaw.pdf"
    """
    with (reading if dry_run else writing)(file) as register:
        found = look_at_returns(register, [path.absolute() for path in paths], year)
        if given := member_passphrase(None):
            for key in found.locked:
                with suppress(WrongPassphrase):
                    found = open_locked(register, found, key, given)
        chosen = chosen_files(found, take, take_form)
        taken = coming_in(found, chosen)
        if taken and not dry_run:
            take_returns(register, found, chosen, today(register))
        _print(found, taken, dry_run, as_json, words)
        return 0 if found.any_read else 1


def _print(found: Looked, taken: frozenset[str], dry_run: bool, as_json: bool, words: Words) -> None:
    files = in_order(found.files)
    if as_json:
        print_json(
            {"taken_in": [] if dry_run else sorted(taken), "files": [plain_file(each) for each in files]}
        )
        return
    heads = (words("File"), words("Member"), words("Outside body"), words("State"), words("Why"))
    rows = [
        (each.name, each.member, each.body, state_pill(each, words)[1], why(each, words)) for each in files
    ]
    print_table(heads, rows)
    print()
    known = sum(each.state == "known" for each in files)
    print(say_taken(len(taken), len(files) - len(taken) - known, dry_run, words, known))
