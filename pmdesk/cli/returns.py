"""Annual updates of members who have no pmdesk: forms sent out as PDF, and taken in when they come back."""

from pathlib import Path

import click

from pmdesk.actions.returns_out import send_returns
from pmdesk.actions.today import today
from pmdesk.cli.output import print_path
from pmdesk.cli.verb import file_argument, reading, verb
from pmdesk.domain.words import Words


@click.group("return", subcommand_metavar="send|receive FILE ...", options_metavar="")
def returns() -> None:
    """Annual updates by PDF form: send one to each member, receive what comes back.

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
    type=click.Path(path_type=Path),
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

    Members fill them in with any PDF reader or browser, by keyboard or screen reader, or print them. With
    --lang cy they are in Welsh. A file of the same name that is there already is never replaced.

    \b
    pmdesk return send aldermoor.pmdesk --year 2025-26 --out forms
    pmdesk return send aldermoor.pmdesk --year 2025-26 --out forms --for "Dock Trust" --lang cy
    """
    with reading(file) as register:
        for path in send_returns(register, out.absolute(), year, of, words, today(register)):
            print_path(path)
