"""A person's page: seats, partnerships, bodies they look after, how to reach them; from rows already read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pmdesk.domain.appointment import APPOINTMENT
from pmdesk.domain.check import say_value
from pmdesk.domain.dates import say_date
from pmdesk.domain.outside_body import is_current
from pmdesk.domain.partnership import PARTNERSHIP, is_partnership
from pmdesk.domain.periods import period_of
from pmdesk.domain.person import PERSON, styled_name
from pmdesk.domain.words import Words
from pmdesk.figures.body_tables import next_end, term_cell, update_lead
from pmdesk.figures.personal_targets import OwnTarget, own_targets_section
from pmdesk.figures.record_page import (
    Action,
    Cell,
    Column,
    Edit,
    Fact,
    Lead,
    Pair,
    Record,
    RecordPage,
    Row,
    Section,
    adding,
    pill_cell,
    sentences,
    word,
)
from pmdesk.figures.report_backs import Reports, report_sections
from pmdesk.figures.update_states import IN, Year, is_over, owes, pill, update_code


@dataclass(frozen=True, slots=True)
class PersonRows:
    """What the page is made of: `updates` are this year's by seat, `linked` the bodies looked after."""

    person: Record
    seats: Sequence[Record]
    updates: Mapping[object, Record]
    led: Sequence[Record]
    portfolio: Sequence[Record]
    linked: Sequence[Record]
    year: Year | None
    reports: Sequence[Record] = ()
    written: Sequence[Record] = ()  # annual updates of all years
    bounds: Sequence[Year] = ()  # the municipal years with their days, newest first
    targets: Sequence[OwnTarget] = ()  # their own, for the appraisal; private


def person_page(rows: PersonRows, today: str, words: Words) -> RecordPage:
    """The page of one person as it stands on day `today` (ISO)."""
    person = rows.person
    kind = say_value(PERSON.field("kind"), person.get("kind"), words)
    sections = [_seats(rows, today, words)] if rows.seats or person.get("kind") == "member" else []
    sections += _reports(rows, today, words)
    if rows.led or rows.portfolio:
        sections.append(_partnerships(rows, words))
    if rows.linked:
        sections.append(_linked(rows, words))
    if rows.targets or person.get("kind") in ("officer", "member"):
        sections.append(
            own_targets_section(word(person, "id"), rows.targets, words, period_of(today, "year"))
        )
    return RecordPage(
        kind="person",
        id=word(person, "id"),
        title=styled_name(person),
        pill=("plain", kind) if kind else None,
        quiet=_quiet(person, words),
        facts=_facts(rows, today, words),
        sections=(*sections, _about(person, words), *_own_file(rows, words), _their_data(person, words)),
        primary=_primary(rows, words),
    )


def _quiet(person: Record, words: Words) -> str:
    portfolio, ward = word(person, "portfolio"), word(person, "ward")
    return sentences(
        word(person, "post"),
        words("Cabinet member for {portfolio}", portfolio=portfolio) if portfolio else "",
        words("Ward: {ward}", ward=ward) if ward else "",
        word(person, "political_group"),
    )


def _facts(rows: PersonRows, today: str, words: Words) -> tuple[Fact, ...]:
    held = [seat for seat in rows.seats if not is_over(seat, today)]
    count = sum(is_partnership(each) for each in (*rows.led, *rows.portfolio))
    if not rows.seats and rows.person.get("kind") != "member":
        return (
            Fact(words("Partnerships"), str(count)),
            Fact(words("Outside bodies looked after"), str(len(rows.linked))),
        )
    return (
        Fact(words("Seats held"), str(len(held))),
        _updates_fact(rows, words),
        next_end([(seat, word(seat, "outside_body_name")) for seat in held], today, words),
        Fact(words("Partnerships"), str(count)),
    )


def _updates_fact(rows: PersonRows, words: Words) -> Fact:
    label = words("Annual updates")
    due = [seat for seat in rows.seats if rows.year and owes(seat, rows.year)]
    if not due or rows.year is None:
        return Fact(label, words("None due"))
    done = sum(1 for seat in due if (rows.updates.get(seat["id"]) or {}).get("status") in IN)
    return Fact(label, words("{n} of {m} in", n=done, m=len(due)), words("for {year}", year=rows.year.name))


def _seats(rows: PersonRows, today: str, words: Words) -> Section:
    ordered = sorted(rows.seats, key=lambda seat: (is_over(seat, today), word(seat, "outside_body_name")))
    held = sum(1 for seat in rows.seats if not is_over(seat, today))
    return Section(
        words("Seats on outside bodies"),
        str(held) if held else "",
        (
            Column(words("Outside body"), 33, strong=True),
            Column(words("Capacity"), 17),
            Column(words("From"), 16),
            Column(words("To"), 18),
            Column(words("Annual update"), 16),
        ),
        tuple(_seat_row(rows, seat, today, words) for seat in ordered),
        words("The council has not appointed this member to an outside body."),
        action=adding(words("Add appointment"), "appointment", {"person": word(rows.person, "id")}),
    )


def _reports(rows: PersonRows, today: str, words: Words) -> list[Section]:
    if not rows.seats:
        return []
    ordered = sorted(rows.seats, key=lambda seat: (is_over(seat, today), word(seat, "outside_body_name")))
    seats = {word(seat, "id"): word(seat, "outside_body_name") for seat in ordered}
    updates = {(word(each, "appointment"), word(each, "municipal_year")): each for each in rows.written}
    reports = Reports(seats, rows.reports, rows.bounds, updates)
    return report_sections(reports, words("Outside body"), {"person": word(rows.person, "id")}, words)


def _seat_row(rows: PersonRows, seat: Record, today: str, words: Words) -> Row:
    edit = Lead("edit", Edit("appointment", word(seat, "id")))
    over = is_over(seat, today)
    last = Cell(words("Ended") if over else words("Not required"), quiet=True)
    if rows.year is not None and owes(seat, rows.year):
        update = rows.updates.get(seat["id"])
        last = pill_cell(pill(update_code(update, rows.year.due_on, today), words), update_lead(update, seat))
    body = Cell(word(seat, "outside_body_name"), lead=Lead("bodies", word(seat, "outside_body")), quiet=over)
    return Row(
        (
            body,
            Cell(say_value(APPOINTMENT.field("capacity"), seat.get("capacity"), words), lead=edit),
            Cell(say_date(seat.get("starts"), words), lead=edit),
            term_cell(seat.get("ends"), today, words, edit),
            last,
        ),
        "appointment",
        word(seat, "id"),
    )


def _apart(record: Record, words: Words) -> str:
    """The kind of what is listed with partnerships and is none: a grant."""
    if is_partnership(record):
        return ""
    return say_value(PARTNERSHIP.field("kind"), record.get("kind"), words).lower()


def _partnerships(rows: PersonRows, words: Words) -> Section:
    parts = [(each, words("Lead officer")) for each in rows.led]
    parts += [(each, words("Portfolio member")) for each in rows.portfolio]
    made = tuple(
        Row(
            (
                Cell(
                    word(each, "name"), note=_apart(each, words), lead=Lead("partnerships", word(each, "id"))
                ),
                Cell(part),
            ),
            "partnership",
            word(each, "id"),
        )
        for each, part in parts
    )
    return Section(
        words("Partnerships"),
        str(len(made)),
        (Column(words("Name"), 66, strong=True), Column(words("As"), 34)),
        made,
    )


def _linked(rows: PersonRows, words: Words) -> Section:
    current = [body for body in rows.linked if is_current(body)]
    made = tuple(
        Row(
            (Cell(word(body, "name"), lead=Lead("bodies", word(body, "id"))), Cell(word(body, "category"))),
            "outside_body",
            word(body, "id"),
        )
        for body in current
    )
    return Section(
        words("Outside bodies looked after"),
        str(len(made)),
        (Column(words("Name"), 66, strong=True), Column(words("Category"), 34)),
        made,
    )


def _about(person: Record, words: Words) -> Section:
    pairs = [
        Pair(words(PERSON.field(name).label), said)
        for name in ("email", "phone", "starts", "ends", "note")
        if (said := say_value(PERSON.field(name), person.get(name), words))
    ]
    if person.get("organisation"):
        pairs.insert(
            0,
            Pair(
                words("Organisation"),
                "",
                word(person, "organisation_name"),
                Lead("partners", word(person, "organisation")),
            ),
        )
    text = "" if pairs else words("Nothing is kept about how to reach this person.")
    return Section(words("Contact"), text=text, pairs=tuple(pairs))


def _own_file(rows: PersonRows, words: Words) -> Iterator[Section]:
    """What a member who has pmdesk is sent; it has a beginning here and comes back as a return."""
    if not rows.seats:
        return
    yield Section(
        words("A file of their own"),
        text=words(
            "For a member who has pmdesk: a file with only their bodies and updates. They write in it and"
            " send it back."
        ),
        action=Action(words("Make the file"), None, Lead("member-file", word(rows.person, "id"))),
    )


def _their_data(person: Record, words: Words) -> Section:
    """What a person may ask of the council about their data: to see it, and to have it erased."""
    id = word(person, "id")
    see = Pair(
        words("What we hold about them"), "", words("See the paper"), Lead("papers", ("person-report", id))
    )
    gone = Pair(words("To be gone for good"), "", words("Erase this person…"), Lead("erasing", id))
    return Section(words("Their data"), pairs=(see, gone))


def _primary(rows: PersonRows, words: Words) -> Action | None:
    """The member's next update, where one is owed."""
    for seat in rows.seats:
        update = rows.updates.get(seat["id"])
        if rows.year and owes(seat, rows.year) and (update or {}).get("status") not in IN:
            return Action(words("Record update"), None, update_lead(update, seat))
    return None
