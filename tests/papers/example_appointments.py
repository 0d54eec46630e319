"""A list of appointments for the tests of papers."""

from pmdesk.figures.paper_appointments import AppointmentsPaper
from pmdesk.figures.paper_values import Cell, Column, Group


def appointments_example(bodies: int = 2) -> AppointmentsPaper:
    """One seat to be filled, one body left, and as many bodies as asked for, each with two seats."""
    rows = tuple(
        (
            Cell(f"Dock Trust {n}", quiet="Required by law", strong=True),
            Cell("Cllr Ann Shaw, trustee\nVacant seat"),
            Cell("20 May 2026 to May 2030\n\u2013"),
            Cell("Renewed\nVacant"),
        )
        for n in range(bodies)
    )
    return AppointmentsPaper(
        council="Aldermoor District Council",
        title="Appointments to outside bodies, 2026-27",
        occasion="Annual Council, 20 May 2026",
        intro="The council appoints to 2 outside bodies. Of 4 seats: 2 renewed, 2 vacant.",
        empty_columns=(
            Column("Outside body", 3),
            Column("Seat", 1),
            Column("Vacant", 2),
            Column("Appointed by", 1),
        ),
        empty=(
            (Cell("Dock Trust 1", strong=True), Cell("Trustee"), Cell("Since May 2025"), Cell("Council")),
        ),
        columns=(
            Column("Outside body", 2),
            Column("Representatives", 2),
            Column("Term", 2),
            Column("Decision", 1),
        ),
        groups=(Group("Council", rows),),
        left_columns=(Column("Outside body", 2), Column("Why", 3)),
        left=((Cell("Old Hall", strong=True), Cell("It has closed")),),
        balance="No group holds more seats than its size entitles it to.",
        balance_columns=(Column("Political group", 2), Column("Seats held", 1, right=True)),
        balance_rows=((Cell("Green", strong=True), Cell("2")),),
        made_on="2026-04-27",
    )
