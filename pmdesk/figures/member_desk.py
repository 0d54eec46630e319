"""A member's own desk: what is owed, report-backs, and the bodies they sit on; from rows already read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pmdesk.domain.appointment import APPOINTMENT
from pmdesk.domain.check import say_value
from pmdesk.domain.dates import days_between, say_date
from pmdesk.domain.person import styled_name
from pmdesk.domain.report_back import REPORT_BACK, is_open
from pmdesk.domain.words import Words
from pmdesk.figures.body_tables import update_lead
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
    count_of,
    pill_cell,
    sentences,
    word,
)
from pmdesk.figures.update_states import IN, Year, is_over, owes, pill, update_code

SEND_BACK = "send-back"


@dataclass(frozen=True, slots=True)
class MemberRows:
    """What the desk is made of: `updates` are the year's by seat, `bodies` and `officers` by id.

    `unsaved` are the forms in which something is typed and not saved, by the names of their drafts.
    """

    member: Record
    seats: Sequence[Record]
    updates: Mapping[object, Record]
    reports: Sequence[Record]
    bodies: Mapping[object, Record]
    officers: Mapping[object, Record]
    year: Year | None
    returns_to: str
    unsaved: Sequence[str] = ()


def member_desk(rows: MemberRows, today: str, words: Words) -> RecordPage:
    """The desk as it stands on day `today` (ISO)."""
    owed = [seat for seat in _ordered(rows, today) if owes(seat, rows.year)]
    current = [seat for seat in _ordered(rows, today) if not is_over(seat, today)]
    return RecordPage(
        kind="person",
        id=word(rows.member, "id"),
        title=words("Your outside bodies"),
        pill=None,
        quiet=sentences(
            styled_name(rows.member),
            words("Municipal year {year}", year=rows.year.name) if rows.year else "",
        ),
        facts=_facts(rows, owed, current, today, words),
        sections=(
            _updates(rows, owed, today, words),
            _reports(rows, words),
            _send(rows, words),
            *(_body(rows, seat, words) for seat in current),
        ),
        primary=_primary(rows, owed, words),
    )


def _ordered(rows: MemberRows, today: str) -> list[Record]:
    return sorted(rows.seats, key=lambda seat: (is_over(seat, today), word(seat, "outside_body_name")))


def _facts(
    rows: MemberRows, owed: Sequence[Record], current: Sequence[Record], today: str, words: Words
) -> tuple[Fact, ...]:
    due_on = rows.year.due_on if rows.year else None
    late = ""
    if due_on:
        days = days_between(today, due_on)
        late = (
            words.plural(days, "in {n} day", "in {n} days")
            if days >= 0
            else words.plural(-days, "{n} day ago", "{n} days ago")
        )
    return (
        Fact(words("Annual updates"), _done_of(rows, owed, words)),
        Fact(words("They are due"), say_date(due_on, words) if due_on else words("No day is set"), late),
        Fact(words("Seats held"), str(len(current))),
    )


def _done_of(rows: MemberRows, owed: Sequence[Record], words: Words) -> str:
    done = sum((rows.updates.get(seat["id"]) or {}).get("status") in IN for seat in owed)
    return words("{n} of {m} in", n=done, m=len(owed)) if owed else words("None due")


def _updates(rows: MemberRows, owed: Sequence[Record], today: str, words: Words) -> Section:
    due_on = rows.year.due_on if rows.year else None
    made = []
    for seat in owed:
        update = rows.updates.get(seat["id"])
        lead, status = update_lead(update, seat), str((update or {}).get("status") or "")
        begun = bool(update) or any(word(seat, "id") in page for page in rows.unsaved)
        verb = words("Read it") if status in IN else words("Go on") if begun else words("Write it")
        made.append(
            Row(
                (
                    Cell(word(seat, "outside_body_name"), lead=lead),
                    Cell(_capacity(seat, words), lead=lead),
                    pill_cell(pill(update_code(update, due_on, today), words), lead),
                    Cell(verb, lead=lead, link=True),
                )
            )
        )
    return Section(
        words("Your annual updates"),
        count_of(made),
        (
            Column(words("Outside body"), 44, strong=True),
            Column(words("As"), 24),
            Column(words("Annual update"), 18),
            Column("", 14),
        ),
        tuple(made),
        words("No annual update is due from you this year."),
    )


def _capacity(seat: Record, words: Words) -> str:
    return say_value(APPOINTMENT.field("capacity"), seat.get("capacity"), words)


def _reports(rows: MemberRows, words: Words) -> Section:
    seats = {seat["id"]: seat for seat in rows.seats}
    made = tuple(
        Row(
            (
                Cell(say_date(each.get("meeting_on"), words), lead=lead),
                Cell(word(seats.get(each["appointment"], {}), "outside_body_name"), lead=lead),
                Cell(
                    say_value(REPORT_BACK.field("attendance"), each.get("attendance"), words),
                    lead=lead,
                ),
                _became(each, lead, words),
            ),
            "report_back",
            word(each, "id"),
        )
        for each in sorted(rows.reports, key=lambda each: word(each, "meeting_on"), reverse=True)
        if (lead := Lead("edit", Edit("report_back", word(each, "id"))))
    )
    return Section(
        words("Your report-backs"),
        count_of(made),
        (
            Column(words("Meeting"), 20, strong=True),
            Column(words("Outside body"), 36, gives=True),
            Column(words("Attendance"), 20),
            Column(words("What you asked for"), 24),
        ),
        made,
        words("None yet. After a meeting, two sentences are enough: they begin beside the body, below."),
    )


def _became(report: Record, lead: Lead, words: Words) -> Cell:
    """What became of what the member asked for: it is the reason to report back again."""
    if is_open(report):
        return pill_cell(("clock", words("Waiting")), lead)
    done = say_date(report.get("action_done_on"), words) if report.get("action") else ""
    return Cell(words("Done {day}", day=done) if done else "", lead=lead)


def _send(rows: MemberRows, words: Words) -> Section:
    """What to do with the file once one has written in it."""
    said = words("Save a copy of this file and send it by e-mail. You can go on writing afterwards.")
    if rows.returns_to:
        said = words(
            "Save a copy of this file and send it by e-mail to {address}. You can go on writing afterwards.",
            address=rows.returns_to,
        )
    if rows.unsaved:
        said = f"{left_behind(len(rows.unsaved), words)} {said}"
    action = Action(words("Save the file to send"), None, Lead(SEND_BACK))
    return Section(words("When you have finished"), text=said, action=action)


def left_behind(unsaved: int, words: Words) -> str:
    """A sentence about forms begun and not saved: what is typed in them is not in the file to send."""
    return words.plural(
        unsaved,
        "{n} form is begun and not saved: what is typed in it does not go along.",
        "{n} forms are begun and not saved: what is typed in them does not go along.",
    )


def _body(rows: MemberRows, seat: Record, words: Words) -> Section:
    body = rows.bodies.get(seat["outside_body"], {})
    officer = rows.officers.get(body.get("link_officer"), {})
    meetings, helps = body.get("meetings_a_year"), (word(officer, "name"), word(officer, "email"))
    told = (
        (words("You sit there as"), _capacity(seat, words)),
        (words("From"), say_date(seat.get("starts"), words)),
        (words("To"), say_date(seat.get("ends"), words)),
        (words("Meetings"), words("{n} a year", n=meetings) if meetings else ""),
        (words("Officer who helps"), ", ".join(filter(None, helps))),
    )
    known = {"appointment": word(seat, "id")}
    return Section(
        word(body, "name") or word(seat, "outside_body_name"),
        text=word(body, "aims") or words("Not written down yet."),
        pairs=tuple(Pair(label, said) for label, said in told if said),
        action=adding(words("Record a report-back"), "report_back", known),
    )


def _primary(rows: MemberRows, owed: Sequence[Record], words: Words) -> Action:
    """The next update to write; once all are in, the file to send."""
    for seat in owed:
        update = rows.updates.get(seat["id"])
        if (update or {}).get("status") not in IN:
            return Action(words("Write the next update"), None, update_lead(update, seat))
    return Action(words("Save the file to send"), None, Lead(SEND_BACK))
