"""Report-backs on a page: what was told after each meeting, what is still asked, attendance by year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pmdesk.domain.attendance import Attendance, attendance, differs, say_attendance
from pmdesk.domain.check import say_value
from pmdesk.domain.dates import say_date
from pmdesk.domain.report_back import REPORT_BACK, is_open
from pmdesk.domain.words import Words
from pmdesk.figures.grouped import grouped
from pmdesk.figures.record_page import (
    Cell,
    Column,
    Edit,
    Lead,
    Record,
    Row,
    Section,
    adding,
    count_of,
    word,
)
from pmdesk.figures.update_states import Year

DEALT_WITH = "dealt-with"
YEARS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Reports:
    """Report-backs of some seats: `seats` says by id what a table calls each, in the order they are read.

    `years` are the municipal years, newest first; `updates` the annual updates by seat and year.
    """

    seats: Mapping[str, str]
    rows: Sequence[Record] = ()
    years: Sequence[Year] = ()
    updates: Mapping[tuple[str, str], Record] = field(default_factory=dict)

    def called(self, report: Record) -> str:
        return self.seats.get(seat_of(report), "")


def seat_of(report: Record) -> str:
    """The id of the seat it is about, on a body or in a partnership."""
    return word(report, "appointment") or word(report, "partner")


def report_sections(
    reports: Reports, of: str, known: Mapping[str, str], words: Words, under: bool = False
) -> list[Section]:
    """What belongs on the page of a body, person or partnership; `of` heads the column that says whose.

    What is asked, and attendance, only where there is some. `known` is what a new one begins with.
    """
    made = [_told(reports, of, known, words, under)]
    if any(is_open(each) for each in reports.rows):
        made.append(_asked(reports, words))
    table = attendance_rows(reports, words)
    if table:
        made.append(_attendance(reports, table, of, words))
    return made


def _told(reports: Reports, of: str, known: Mapping[str, str], words: Words, under: bool) -> Section:
    newest = sorted(reports.rows, key=lambda each: word(each, "meeting_on"), reverse=True)
    return Section(
        words("Report-backs"),
        count_of(newest),
        (
            Column(words("Meeting"), 19, strong=True),
            Column(of, 24, gives=True),
            Column(words("Attendance"), 20),
            Column(words("What was decided"), 37, gives=True),
        ),
        tuple(_row(reports, each, words) for each in newest),
        words("Nobody has reported back from a meeting yet. Two or three sentences are enough."),
        action=adding(words("Record a report-back"), "report_back", known),
        under=under,
    )


def _row(reports: Reports, report: Record, words: Words) -> Row:
    lead = Lead("edit", Edit("report_back", word(report, "id")))
    decided, went = _one_line(report, "decided"), attendance_word(report, words)
    return Row(
        (
            Cell(say_date(report.get("meeting_on"), words), lead=lead),
            Cell(reports.called(report), lead=lead),
            Cell(went or words("Not said"), quiet=not went, lead=lead),
            Cell(decided or words("Nothing written"), quiet=not decided, lead=lead),
        ),
        "report_back",
        word(report, "id"),
    )


def attendance_word(report: Record, words: Words) -> str:
    """'Apologies'; '' where nobody said."""
    return say_value(REPORT_BACK.field("attendance"), report.get("attendance"), words)


def _asked(reports: Reports, words: Words) -> Section:
    """The oldest first: it has waited longest."""
    waiting = sorted(
        (each for each in reports.rows if is_open(each)), key=lambda each: word(each, "meeting_on")
    )
    return Section(
        words("Asked of the council, not dealt with yet"),
        count_of(waiting),
        (
            Column(words("What is asked"), 56, strong=True, gives=True),
            Column(words("By"), 26, gives=True),
            Column("", 18),
        ),
        tuple(_asked_row(reports, each, words) for each in waiting),
        under=True,
    )


def _asked_row(reports: Reports, report: Record, words: Words) -> Row:
    lead = Lead("edit", Edit("report_back", word(report, "id")))
    by = words("{who}, {day}", who=reports.called(report), day=say_date(report.get("meeting_on"), words))
    done = Cell(words("Dealt with today"), link=True, lead=Lead(DEALT_WITH, word(report, "id")))
    cells = (Cell(_one_line(report, "action"), lead=lead), Cell(by, quiet=True, lead=lead), done)
    return Row(cells, "report_back", word(report, "id"))


def attendance_rows(reports: Reports, words: Words) -> list[Row]:
    """A row for each year and seat of which something is reported, newest year first."""
    by_seat = grouped([{**each, "seat": seat_of(each)} for each in reports.rows], "seat")
    rows = []
    for year in reports.years[:YEARS_SHOWN]:
        for seat, called in reports.seats.items():
            own = [
                each for each in by_seat.get(seat, ()) if year.first <= word(each, "meeting_on") <= year.last
            ]
            found = attendance(own)
            if not found.meetings:
                continue
            note = words("{n} by a substitute", n=found.substitute) if found.substitute else ""
            cells = [Cell(year.name), Cell(called), Cell(say_attendance(found, words), note)]
            if reports.updates:
                cells.append(_update_cell(reports.updates.get((seat, year.id), {}), found, words))
            rows.append(Row(tuple(cells)))
    return rows


def _update_cell(update: Record, found: Attendance, words: Words) -> Cell:
    """What the member's own annual update counts, and that it differs where it does."""
    held, attended = update.get("meetings_held"), update.get("meetings_attended")
    if held is None and attended is None:
        return Cell(words("Not said"), quiet=True)
    if attended is None:
        said = words("{m} held", m=held)
    else:
        said = words("{n} attended", n=attended) if held is None else words("{n} of {m}", n=attended, m=held)
    return Cell(said, words("differs") if differs(update, found) else "")


def _attendance(reports: Reports, rows: Sequence[Row], of: str, words: Words) -> Section:
    columns = [Column(words("Municipal year"), 20, strong=True), Column(of, 30, gives=True)]
    columns.append(Column(words("By report-backs"), 25))
    if reports.updates:
        columns.append(Column(words("By the annual update"), 25))
    return Section(words("Attendance"), _in_all(reports, words), tuple(columns), tuple(rows), under=True)


def _in_all(reports: Reports, words: Words) -> str:
    """'12 of 15 in 2025-26', of the newest year of which something is reported."""
    for year in reports.years[:YEARS_SHOWN]:
        found = attendance(
            each for each in reports.rows if year.first <= word(each, "meeting_on") <= year.last
        )
        if found.meetings:
            return words("{n} of {m} in {year}", n=found.attended, m=found.meetings, year=year.name)
    return ""


def _one_line(report: Record, name: str) -> str:
    return " ".join(word(report, name).split())
