"""The verbs of the annual cycle: a year opened, and which updates it owes, whom to remind and how."""

from pathlib import Path

import click

from pmdesk.actions import annual_cycle as cycle
from pmdesk.actions.annual_cycle import OPENED, annual_cycle, cycle_calendar, write_reminders, year_to_open
from pmdesk.actions.today import today
from pmdesk.actions.writing import spare_the_register, write_file
from pmdesk.cli.output import print_json, print_path
from pmdesk.cli.verb import as_json, file_argument, reading, verb, writing
from pmdesk.domain.words import N_, Words
from pmdesk.figures.annual_cycle import STANDINGS, CycleFigures, say_owed

_NOTHING = N_("No annual update is owed.")


@click.command()
@file_argument
@click.option("--year", default="", help="A municipal year (2025-26); else the one in force.")
@click.option(
    "--ics", type=click.Path(readable=False, path_type=Path), help="Write a calendar of the day here."
)
@click.option("--email", is_flag=True, help="Print an e-mail to each member who owes an update.")
@click.option(
    "--mails",
    type=click.Path(readable=False, path_type=Path),
    help="Write each e-mail into this folder as a draft (.eml).",
)
@as_json
@verb
def owed(
    file: Path, year: str, ics: Path | None, email: bool, mails: Path | None, as_json: bool, words: Words
) -> None:
    """Print which annual updates are owed, and by whom. A list to copy.

    Nothing is sent. With --email a text for each member is printed, about all their bodies; with --mails
    each is written as a draft e-mail, with --ics a calendar.

    \b
    pmdesk owed aldermoor.pmdesk
    pmdesk owed aldermoor.pmdesk --year 2024-25 --json
    pmdesk owed aldermoor.pmdesk --mails reminders
    """
    with reading(file) as register:
        day = today(register)
        found = annual_cycle(register, year, day, words)
        if ics is not None:
            spare_the_register(register, ics)
            print_path(write_file(cycle_calendar(found, day, words), ics.absolute()))
        if mails is not None:
            for path in write_reminders(found.reminders, mails.absolute(), day):
                print_path(path)
    if as_json:
        print_json(_plain(found, words))
    elif email:
        parts = (f"{each.email or each.who}\n{each.subject}\n\n{each.text}" for each in found.reminders)
        print("\n\n----\n\n".join(parts) or words(_NOTHING))
    elif ics is None and mails is None:
        print(say_owed(found, words) or words(_NOTHING))


def _plain(found: CycleFigures, words: Words) -> dict[str, object]:
    """The year for other programs; a standing is its word."""
    return {
        "year": found.year,
        "annual_council": found.council or None,
        "returns_due": found.due_on or None,
        "owed": len(found.owed),
        "late": len(found.late),
        "lines": [{**line._asdict(), "standing": words(STANDINGS[line.standing][1])} for line in found.lines],
        "reminders": [each._asdict() for each in found.reminders],
    }


@click.command("open-year")
@file_argument
@click.argument("year", metavar="[YEAR]", default="")
@click.option("--annual-council", default="", help="The day of Annual Council that begins it. Needed.")
@click.option("--returns-due", default="", help="The day by which members return their updates. Needed.")
@verb
def open_year(file: Path, year: str, annual_council: str, returns_due: str, words: Words) -> None:
    """Open a municipal year. Without YEAR the next that lacks its days; prints what it owes.

    \b
    pmdesk open-year aldermoor.pmdesk 2026-27 --annual-council 20/5/2026 --returns-due 16/4/2027
    """
    with writing(file) as register:
        day = today(register)
        opened, _changes = cycle.open_year(
            register, year or year_to_open(register, day), annual_council, returns_due
        )
        found = annual_cycle(register, opened, day, words)
    owes = words.plural(len(found.lines), "{n} update is owed in it.", "{n} updates are owed in it.")
    print(f"{words(OPENED)} {found.year}. {owes}")
