"""The tables of an outside body's page: its seats, and the annual updates written about them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pmdesk.domain.annual_update import ANNUAL_UPDATE, PAGES_ALLOWED, pages
from pmdesk.domain.appointment import APPOINTMENT, CAPACITIES, is_vacancy
from pmdesk.domain.check import say_value
from pmdesk.domain.dates import days_between, last_day, say_date
from pmdesk.domain.person import styled_name
from pmdesk.domain.words import Words
from pmdesk.figures.record_page import (
    Action,
    Cell,
    Column,
    Edit,
    Fact,
    Lead,
    Record,
    Row,
    Section,
    adding,
    count_of,
    pill_cell,
    word,
)
from pmdesk.figures.update_states import (
    IN,
    Year,
    is_over,
    is_substitute,
    owes,
    pill,
    update_code,
)

SOON = 60  # days; a term ending within them is counted down


@dataclass(frozen=True, slots=True)
class BodyRows:
    """Everything the page is made of: `updates` of all years, `people` by id, `years` labels by id."""

    body: Record
    seats: Sequence[Record]
    updates: Sequence[Record]
    people: Mapping[str, Record]
    years: Mapping[str, str]
    year: Year | None
    reports: Sequence[Record] = ()
    bounds: Sequence[Year] = ()  # the municipal years with their days, newest first
    groups: Mapping[str, int] = field(default_factory=dict)  # the council's members by political group


def in_reading_order(seats: Sequence[Record], today: str) -> list[Record]:
    """Seats held, then vacancies, by capacity and name; substitutes after members, what is over last."""
    ranks = {code: at for at, (code, _) in enumerate(CAPACITIES)}
    return sorted(
        seats,
        key=lambda seat: (
            is_over(seat, today), is_substitute(seat), is_vacancy(seat),
            ranks.get(word(seat, "capacity"), len(ranks)), word(seat, "person_name"), word(seat, "starts"),
        ),
    )  # fmt: skip


def holder(seat: Record, people: Mapping[str, Record]) -> str:
    """The styled name of who holds a seat; '' for a vacancy."""
    person = people.get(word(seat, "person"))
    return styled_name(person) if person else word(seat, "person_name")


def update_lead(update: Record | None, seat: Record) -> Lead:
    """To the annual update of a seat, or to a new one."""
    return Lead("annual-update", word(update, "id") if update else ("new", word(seat, "id")))


def term_cell(value: object, today: str, words: Words, lead: Lead | None = None) -> Cell:
    """An end of term, counted down when near."""
    ends = last_day(value)
    left = days_between(today, ends) if ends else -1
    note = words.plural(left, "in {n} day", "in {n} days") if 0 <= left <= SOON else ""
    return Cell(say_date(value, words), note, lead=lead)


def next_end(seats: Iterable[tuple[Record, str]], today: str, words: Words) -> Fact:
    """The term that ends first from `today` on; each seat comes with the name to say beside it."""
    ends = sorted(
        (day, name, say_date(seat.get("ends"), words))
        for seat, name in seats
        if (day := last_day(seat.get("ends"))) and day >= today
    )
    if not ends:
        return Fact(words("Next term ends"), words("No end date"))
    day, name, said = ends[0]
    left = days_between(today, day)
    note = words.plural(left, "{name}, in {n} day", "{name}, in {n} days", name=name)
    return Fact(words("Next term ends"), said, note if left <= SOON else name)


def seats_section(rows: BodyRows, today: str, words: Words) -> Section:
    """Who sits there for the council, and how each seat's update of the year stands."""
    current = [seat for seat in rows.seats if not is_over(seat, today)]
    return Section(
        words("Seats and appointments"),
        count_of(current),
        (
            Column(words("Member"), 25, strong=True),
            Column(words("Capacity"), 17),
            Column(words("From"), 16),
            Column(words("To"), 26),
            Column(words("Annual update"), 16),
        ),
        tuple(_seat_row(rows, seat, today, words) for seat in in_reading_order(rows.seats, today)),
        words("Nobody sits here for the council yet."),
        action=adding(words("Add appointment"), "appointment", {"outside_body": word(rows.body, "id")}),
    )


def _seat_row(rows: BodyRows, seat: Record, today: str, words: Words) -> Row:
    edit = Lead("edit", Edit("appointment", word(seat, "id")))
    capacity = Cell(say_value(APPOINTMENT.field("capacity"), seat.get("capacity"), words), lead=edit)
    starts = say_date(seat.get("starts"), words)
    over = is_over(seat, today)
    if is_vacancy(seat):
        appoint = Cell(
            "" if over else words("Appoint someone"),
            link=not over,
            lead=Lead("edit", Edit("appointment", word(seat, "id"), field="person")),
        )
        name = words("Substitute, vacant") if is_substitute(seat) else words("Vacant")
        since = words("since {day}", day=starts) if starts else ""
        state = "vacancy" if not over and not is_substitute(seat) else ""
        last = pill_cell(pill(state, words)) if state else Cell(words("Not required"), quiet=True)
        cells = (
            Cell(name, quiet=True, lead=edit),
            capacity,
            Cell(since, quiet=True, lead=edit),
            appoint,
            last,
        )
    else:
        name_cell = Cell(holder(seat, rows.people), lead=Lead("members", word(seat, "person")), quiet=over)
        cells = (
            name_cell,
            capacity,
            Cell(starts, lead=edit),
            term_cell(seat.get("ends"), today, words, edit),
            _state_cell(rows, seat, today, words),
        )
    return Row(cells, "appointment", word(seat, "id"))


def _state_cell(rows: BodyRows, seat: Record, today: str, words: Words) -> Cell:
    if rows.year is None or not owes(seat, rows.year):
        return Cell(words("Ended") if is_over(seat, today) else words("Not required"), quiet=True)
    update = this_year(rows, seat)
    return pill_cell(pill(update_code(update, rows.year.due_on, today), words), update_lead(update, seat))


def this_year(rows: BodyRows, seat: Record) -> Record | None:
    """The seat's annual update for the year in force."""
    return next(
        (
            update
            for update in rows.updates
            if update["appointment"] == seat["id"]
            and rows.year is not None
            and update["municipal_year"] == rows.year.id
        ),
        None,
    )


def updates_section(rows: BodyRows, today: str, words: Words) -> Section:
    """The annual updates of every year; one that nobody has begun has a row that begins it."""
    due = [seat for seat in rows.seats if rows.year is not None and owes(seat, rows.year)]
    count = ""
    if rows.year is not None and due:
        done = sum(1 for seat in due if (this_year(rows, seat) or {}).get("status") in IN)
        count = words("{n} of {m} in for {year}", n=done, m=len(due), year=rows.year.name)
    missing = [_missing_row(rows, seat, today, words) for seat in due if this_year(rows, seat) is None]
    return Section(
        words("Annual updates"),
        count,
        (
            Column(words("Municipal year"), 25, strong=True),
            Column(words("Member"), 33),
            Column(words("Worthwhile for the council"), 26),
            Column(words("Status"), 16),
        ),
        (*missing, *_written(rows, today, words)),
        words("No annual update has been written for this body yet."),
        more=Action(words("The year in pictures"), "measures", Lead("year-in-pictures")),
    )


def _missing_row(rows: BodyRows, seat: Record, today: str, words: Words) -> Row:
    assert rows.year is not None
    lead = update_lead(None, seat)
    code = update_code(None, rows.year.due_on, today)
    return Row(
        (
            Cell(rows.year.name, lead=lead),
            Cell(holder(seat, rows.people), lead=lead),
            Cell(words("not started"), quiet=True, lead=lead),
            pill_cell(pill(code, words), lead),
        )
    )


def _written(rows: BodyRows, today: str, words: Words) -> list[Row]:
    seats = {seat["id"]: seat for seat in rows.seats}
    ordered = sorted(rows.updates, key=lambda each: word(seats.get(each["appointment"], {}), "person_name"))
    ordered.sort(key=lambda each: rows.years.get(word(each, "municipal_year"), ""), reverse=True)
    return [
        _update_row(rows, update, seats[update["appointment"]], today, words)
        for update in ordered
        if update["appointment"] in seats
    ]


def _update_row(rows: BodyRows, update: Record, seat: Record, today: str, words: Words) -> Row:
    lead = update_lead(update, seat)
    due_on = rows.year.due_on if rows.year and update["municipal_year"] == rows.year.id else None
    return Row(
        (
            Cell(rows.years.get(word(update, "municipal_year"), ""), lead=lead),
            Cell(holder(seat, rows.people), lead=lead),
            _worth(update, words, lead),
            pill_cell(pill(update_code(update, due_on, today), words), lead),
        ),
        "annual_update",
        word(update, "id"),
    )


def _worth(update: Record, words: Words, lead: Lead) -> Cell:
    if update.get("status") in IN:
        said = say_value(ANNUAL_UPDATE.field("worthwhile_council"), update.get("worthwhile_council"), words)
        return Cell(said or words("Not said"), quiet=not said, lead=lead)
    return Cell(
        words("draft, about {n} of {m} pages", n=pages(update), m=PAGES_ALLOWED), quiet=True, lead=lead
    )
