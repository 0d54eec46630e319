"""The verbs of Annual Council: every seat and what speaks for it; renewed, given to somebody else, ended."""

from dataclasses import asdict
from pathlib import Path

import click

from pmdesk.actions import renewals
from pmdesk.actions.annual_council import annual_council as sitting_as_it_stands
from pmdesk.actions.annual_council import line_called
from pmdesk.actions.appointments_paper import export_appointments
from pmdesk.actions.records import named
from pmdesk.actions.today import today
from pmdesk.cli.output import print_json, print_path, print_table
from pmdesk.cli.verb import as_json, file_argument, reading, verb, writing
from pmdesk.domain.words import Words
from pmdesk.figures.annual_council import FILTERS, SittingFigures
from pmdesk.figures.annual_council_seat import STATES, SeatLine

year_option = click.option(
    "--year", help="The municipal year that Annual Council opens (2026-27); else the nearest one."
)
seat_argument = click.argument("seat", metavar="SEAT")


@click.command("annual-council")
@file_argument
@year_option
@click.option("--only", type=click.Choice([code for code, _word in FILTERS]), default="all",
              help="Only these seats.")  # fmt: skip
@click.option("--out", type=click.Path(readable=False, path_type=Path),
              help="Write the list of appointments here, as .csv or .xlsx.")  # fmt: skip
@as_json
@verb
def annual_council(
    file: Path, year: str | None, only: str, out: Path | None, as_json: bool, words: Words
) -> None:
    """Print every seat before Annual Council. Beside it stand the recommendation and the decision.

    \b
    pmdesk annual-council aldermoor.pmdesk
    pmdesk annual-council aldermoor.pmdesk --year 2026-27 --only undecided
    pmdesk annual-council aldermoor.pmdesk --out appointments.xlsx
    """
    with reading(file) as register:
        if out is not None:
            export_appointments(register, year, out.absolute(), words, today(register))
            print_path(out)
            return
        figures = sitting_as_it_stands(register, year, today(register), words)
    lines = figures.narrowed(only)
    if as_json:
        print_json(_plain(figures, lines, words))
        return
    heads = [words(each) for each in ("Outside body", "Member", "Term", "Annual update", "Decision")]
    print_table(heads, [_row(line, words) for line in lines])
    print(words("{n} of {m} decided", n=figures.decided, m=figures.due))


@click.command()
@file_argument
@click.argument("seats", metavar="[SEAT]...", nargs=-1)
@click.option(
    "--all-continue", is_flag=True, help="Every undecided seat whose member recommends to continue."
)
@year_option
@verb
def renew(file: Path, seats: tuple[str, ...], all_continue: bool, year: str | None, words: Words) -> None:
    """Renew appointments for the year that Annual Council opens. The same people, their next term.

    SEAT is an id, 'Body, Member', or a body with one seat. All are one save, and one undo takes it back.
    --all-continue leaves out members who ask the council for something: somebody reads that first.

    \b
    pmdesk renew aldermoor.pmdesk "Wendle Internal Drainage Board, David Garside"
    pmdesk renew aldermoor.pmdesk --all-continue
    """
    if bool(seats) == all_continue:
        raise click.UsageError("Give seats, or --all-continue.")
    with writing(file) as register:
        figures = sitting_as_it_stands(register, year, today(register), words)
        if all_continue:
            count, _changes = renewals.renew_to_continue(register, figures)
        else:
            keys = [line_called(figures, text).key for text in seats]
            count, _changes = len(keys), renewals.renew(register, figures.sitting, keys)
        now = sitting_as_it_stands(register, figures.sitting.year, today(register), words)
    print(words.plural(count, "{n} appointment renewed", "{n} appointments renewed"))
    print(words("{n} of {m} decided", n=now.decided, m=now.due))


@click.command("change-seat")
@file_argument
@seat_argument
@click.argument("person", metavar="PERSON")
@click.option("--capacity", default="", help="Another capacity than the seat had, such as observer.")
@click.option("--to", "ends", default="", help="Another last day than the body's own term gives.")
@year_option
@verb
def change_seat(
    file: Path, seat: str, person: str, capacity: str, ends: str, year: str | None, words: Words
) -> None:
    """Appoint somebody else to a seat at Annual Council. An empty seat is filled the same way.

    \b
    pmdesk change-seat aldermoor.pmdesk "Wendle Valley Credit Union" "Priya Nair"
    """
    with writing(file) as register:
        figures = sitting_as_it_stands(register, year, today(register), words)
        key = line_called(figures, seat).key
        who = named(register, "person", person)
        renewals.appoint_to(register, figures.sitting, key, who, capacity, ends)
        _say(sitting_as_it_stands(register, figures.sitting.year, today(register), words), key, words)


@click.command("end-seat")
@file_argument
@seat_argument
@click.option("--because", default="", help="Why it ends, for the record. Needed.")
@click.option(
    "--whole-body", is_flag=True, help="The council stops appointing to this body; SEAT is the body."
)
@year_option
@verb
def end_seat(file: Path, seat: str, because: str, whole_body: bool, year: str | None, words: Words) -> None:
    """End an appointment at Annual Council. The seat stands vacant.

    \b
    pmdesk end-seat aldermoor.pmdesk "Wendle Valley Credit Union" --because "Has served its time"
    pmdesk end-seat aldermoor.pmdesk "Wendle Valley Credit Union" --whole-body --because "It has closed"
    """
    with writing(file) as register:
        figures = sitting_as_it_stands(register, year, today(register), words)
        if whole_body:
            body = named(register, "outside_body", seat)
            print(words(renewals.stop_appointing(register, figures.sitting, body, because).label))
            return
        key = line_called(figures, seat).key
        renewals.end_seat(register, figures.sitting, key, because)
        _say(sitting_as_it_stands(register, figures.sitting.year, today(register), words), key, words)


def _say(figures: SittingFigures, key: str, words: Words) -> None:
    """What became of a seat; one that had no appointment before has a key of its own now."""
    line = figures.line(key)
    if line is not None:
        print(f"{line.body_name}: {words(STATES[line.state][1])}. {line.outcome}")
    print(words("{n} of {m} decided", n=figures.decided, m=figures.due))


def _row(line: SeatLine, words: Words) -> list[str]:
    state = words(STATES[line.state][1])
    return [
        line.body_name,
        ", ".join(part for part in (line.who, line.capacity) if part),
        line.term,
        line.returned[1] if line.returned else "",
        f"{state}: {line.outcome}" if line.outcome else state,
    ]


def _plain(figures: SittingFigures, lines: tuple[SeatLine, ...], words: Words) -> dict[str, object]:
    """The sitting for other programs; states are their codes."""
    return {
        "year": figures.sitting.year,
        "annual_council": figures.sitting.opening,
        "due": figures.due,
        "decided": figures.decided,
        "vacant": figures.vacant,
        "seats": [
            {
                **asdict(line),
                "returned": line.returned[1] if line.returned else None,
                "evidence": {**asdict(figures.evidence[line.key]), "returned": None},
            }
            for line in lines
        ],
    }
