"""The list of appointments, gathered for the public: as paper for the agenda, and as a spreadsheet."""

from pathlib import Path

from pmdesk.actions import public
from pmdesk.actions.annual_council import sitting_of
from pmdesk.actions.this_laptop import council_name
from pmdesk.actions.writing import spare_the_register
from pmdesk.domain.renewal import Sitting
from pmdesk.domain.words import N_, Words
from pmdesk.exchange.tables import Cell, write_table
from pmdesk.exchange.unreadable import Unreadable
from pmdesk.figures.annual_council import SittingFigures, sitting_figures
from pmdesk.figures.annual_council_seat import SittingRows
from pmdesk.figures.paper_appointments import AppointmentsPaper, appointments_paper, decision_word
from pmdesk.register.faults import Unavailable
from pmdesk.register.store import Register

_HEADS = (
    N_("Outside body"),
    N_("Appointed by"),
    N_("Representative"),
    N_("Political group"),
    N_("Term"),
    N_("Decision"),
    N_("Required by law"),
)


def appointments_figures(register: Register, year: str | None, words: Words, today: str) -> AppointmentsPaper:
    """What the paper says of the year Annual Council opens, or of the nearest one."""
    figures = _public_sitting(register, sitting_of(register, year, today), words)
    return appointments_paper(figures, council_name(register), today, words)


def export_appointments(register: Register, year: str | None, path: Path, words: Words, today: str) -> int:
    """Write the same list to `path` (.csv or .xlsx), a row for each seat; how many, or Unavailable."""
    spare_the_register(register, path)
    sitting = sitting_of(register, year, today)
    lines = [line for line in _public_sitting(register, sitting, words).lines if line.sits or line.is_empty]
    rows: list[list[Cell]] = [
        [
            line.body_name,
            line.appointed_by,
            line.sits or words("Vacant seat"),
            line.sits_group or None,
            line.sits_when or None,
            decision_word(line, words),
            words("Yes") if line.statutory else words("No"),
        ]
        for line in lines
    ]
    title = words("Appointments {year}", year=sitting.year)
    try:
        write_table(path, title, [words(each) for each in _HEADS], rows)
    except Unreadable as problem:
        raise Unavailable(problem.sentence) from problem
    return len(rows)


def _public_sitting(register: Register, sitting: Sitting, words: Words) -> SittingFigures:
    """The sitting from what may be printed; what members wrote in their updates is no part of it."""
    return sitting_figures(
        SittingRows(
            sitting,
            public.public_all(register, "outside_body"),
            public.public_all(register, "appointment"),
            {str(row["id"]): row for row in public.public_all(register, "person")},
        ),
        words,
    )
