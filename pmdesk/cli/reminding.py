"""The verb that says what progress reports are owed, whom to remind and in which words."""

from pathlib import Path

import click

from pmdesk.actions.reporting import reporting, reports_calendar
from pmdesk.actions.today import today
from pmdesk.actions.writing import spare_the_register, write_file
from pmdesk.cli.output import print_json
from pmdesk.cli.verb import as_json, file_argument, reading, verb
from pmdesk.domain.words import N_, Words
from pmdesk.figures.reporting import ReportingFigures, say_list


@click.command()
@file_argument
@click.option(
    "--ics",
    type=click.Path(readable=False, path_type=Path),
    help="Write a calendar of their days here.",
)
@click.option("--email", is_flag=True, help="Print an e-mail to each person who is to act.")
@as_json
@verb
def remind(file: Path, ics: Path | None, email: bool, as_json: bool, words: Words) -> None:
    """Print which progress updates are owed, and by whom. A list to copy.

    Nothing is sent. With --email a text for each person is printed, with --ics a calendar is written.

    \b
    pmdesk remind aldermoor.pmdesk
    pmdesk remind aldermoor.pmdesk --email
    pmdesk remind aldermoor.pmdesk --ics reports.ics
    """
    with reading(file) as register:
        found = reporting(register, today(register), words)
        if ics is not None:
            spare_the_register(register, ics)
            made = write_file(reports_calendar(register, today(register), words), ics)
    if as_json:
        print_json(_plain(found))
    elif ics is not None:
        print(made.absolute())
    elif email:
        parts = (f"{each.email or each.who}\n{each.subject}\n\n{each.text}" for each in found.reminders)
        print("\n\n----\n\n".join(parts) or words(_NOBODY if found.owed else _NOTHING))
    else:
        print(say_list(found, words) or words(_NOTHING))


_NOTHING = N_("No progress update is owed.")
_NOBODY = N_("Nobody is named who could be reminded. Name the lead officer of each partnership.")


def _plain(found: ReportingFigures) -> dict[str, object]:
    """The page for other programs; a state is its word."""
    return {
        "today": found.today,
        "lines": [{**line._asdict(), "state": line.state[1]} for line in found.lines],
        "reminders": [each._asdict() for each in found.reminders],
        "health": [each._asdict() for each in found.health],
    }
