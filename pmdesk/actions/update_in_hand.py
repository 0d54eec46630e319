"""What a writing page must know of one update: whose it is, when it is due, who may agree; writes nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from pmdesk.actions.member_files import member_of
from pmdesk.actions.pages import days_to_report, year_in_force
from pmdesk.actions.portfolio import with_portfolio_member
from pmdesk.actions.reading import read_record
from pmdesk.actions.this_laptop import why_read_only
from pmdesk.actions.updates import NEXT, READY
from pmdesk.actions.years import council_days
from pmdesk.domain import annual_update
from pmdesk.domain.attendance import NOTHING, Attendance, attendance
from pmdesk.domain.check import Refused, read_value
from pmdesk.domain.dates import NotRead
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.municipal_year import year_bounds
from pmdesk.domain.periods import due_day, last_finished, period_bounds
from pmdesk.domain.person import styled_name
from pmdesk.domain.progress_update import counting
from pmdesk.domain.words import N_, Say
from pmdesk.register.lists import Row
from pmdesk.register.store import Register

# How many finished periods back a progress update may still be begun.
PERIODS_BACK = 4


class Period(NamedTuple):
    """A period in its own text, with its first and last day and the day its update is due (ISO)."""

    name: str
    first: str
    last: str
    due_on: str


@dataclass(frozen=True, slots=True)
class InHand:
    """One update, begun or not. `of` is the outside body or partnership, `by` who writes or agrees to it."""

    kind: str
    record: str | None
    owner: str  # the appointment or the partnership
    values: Mapping[str, object]
    of: str
    of_id: str
    by: str  # the member, or the portfolio member: 'Cllr Daniel Okafor'
    mine: bool  # the person at this laptop is `by`
    sent: bool = False  # it stands in a member's own file, which goes back before anybody reads it
    capacity: str = ""  # a code of APPOINTMENT's choices, or as it was typed
    year: str = ""
    since: str | None = None  # Annual Council, where its day is known
    due_on: str | None = None
    periods: tuple[Period, ...] = ()
    signed_off_by: str = ""
    next: tuple[str, ...] = ()  # the statuses the person at this laptop may give it
    read_only: Say | None = None
    reported: Attendance = NOTHING  # what the report-backs of the year say of this seat
    given: Mapping[str, object] = field(
        default_factory=dict
    )  # what a new one is saved with besides the answers

    @property
    def status(self) -> str:
        return str(self.values.get("status") or "draft")

    @property
    def page(self) -> str:
        """Under what name the register keeps what is typed."""
        return f"{self.kind}:{self.record or f'new:{self.owner}:{self.year}'}"


def update_in_hand(register: Register, kind: str, argument: object, today: str) -> InHand:
    """The update with an id, or by ('new', appointment or partnership) the one begun, else a new one.

    Refused when the record is not there, or a seat has no holder to write it.
    """
    row, owner = _asked(register, kind, argument)
    return (
        _annual(register, row, owner, today)
        if kind == "annual_update"
        else _progress(register, row, owner, today)
    )


def problems_in(
    kind: str, typed: Mapping[str, object], values: Mapping[str, object], submit: bool
) -> dict[str, Say]:
    """Everything wrong with the answers at once: what cannot be read, meetings, and what submitting needs."""
    whole, problems = {**values}, dict[str, Say]()
    for name, text in typed.items():
        try:
            whole[name] = read_value(ENTITIES[kind].field(name), text)
        except NotRead as problem:
            problems[name] = problem.sentence
            whole[name] = None
    across = annual_update.meeting_problem(whole.get("meetings_held"), whole.get("meetings_attended"))
    if across:
        problems["meetings_attended"] = across
    if submit:
        problems = {**READY[kind](whole), **problems}
    return problems


def names_to_keep_out(register: Register, writer: str) -> tuple[str, ...]:
    """Everybody a public answer should not name; who writes it stands on the paper anyway."""
    return tuple(styled_name(row) for row in register.all("person") if styled_name(row) != writer)


def is_there(register: Register, kind: str, record: str) -> bool:
    """Whether a record is in the register and not deleted."""
    row = register.get(kind, record)
    return row is not None and not row["deleted"]


def _asked(register: Register, kind: str, argument: object) -> tuple[Row, str]:
    """(the update or {} for a new one, the id of what it hangs on)."""
    hook = "appointment" if kind == "annual_update" else "partnership"
    if isinstance(argument, tuple | list) and len(argument) == 2 and argument[0] == "new":
        return {}, str(argument[1])
    row = _there(register, kind, argument)
    return row, str(row[hook])


def _there(register: Register, kind: str, record: object) -> Row:
    return read_record(register, kind, str(record or ""))


def _annual(register: Register, row: Row, owner: str, today: str) -> InHand:
    seat = _there(register, "appointment", owner)
    year = _year(register, row, today)
    if not row:
        begun = register.all("annual_update", appointment=owner, municipal_year=year["id"])
        row = begun[0] if begun else {}
    if not row and not seat["person"]:
        raise Refused(Say(N_("This seat is vacant: there is nobody to write its annual update.")))
    member = register.get("person", str(seat["person"])) or {}
    mine = bool(seat["person"]) and register.me() == seat["person"]
    days = council_days(register.all("municipal_year"))
    first, last = year_bounds(str(year["name"]), days)
    reports = register.all("report_back", appointment=owner)
    reported = attendance(each for each in reports if first <= str(each["meeting_on"]) <= last)
    given: dict[str, object] = {"appointment": owner, "municipal_year": year["id"]}
    if not row and reported.meetings:
        given |= {"meetings_held": reported.meetings, "meetings_attended": reported.attended}
    return InHand(
        kind="annual_update",
        record=_id(row),
        owner=owner,
        values=row,
        of=str(seat["outside_body_name"] or ""),
        of_id=str(seat["outside_body"]),
        by=styled_name(member),
        mine=mine,
        sent=member_of(register) is not None,
        capacity=str(seat["capacity"] or ""),
        year=str(year["name"]),
        since=first if year["annual_council"] else None,
        due_on=str(year["returns_due"]) if year["returns_due"] else None,
        next=_may(register, "annual_update", row, None),
        read_only=why_read_only(register),
        reported=reported,
        given=given,
    )


def _progress(register: Register, row: Row, owner: str, today: str) -> InHand:
    partnership = with_portfolio_member(register, _there(register, "partnership", owner), today)
    begun = counting(register.all("progress_update", partnership=owner))
    finished = _finished(str(partnership["reporting_interval"] or ""), today)
    if not row:
        row = _begin(begun, finished)
    portfolio = partnership["portfolio_member"]
    own, allowed = str(row.get("period") or ""), days_to_report(register)
    open_ones = [period for period in finished if period not in begun or period == own]
    if own and own not in open_ones:
        open_ones.append(own)
    member = register.get("person", str(portfolio)) if portfolio else None
    return InHand(
        kind="progress_update",
        record=_id(row),
        owner=owner,
        values=row,
        of=str(partnership["name"] or ""),
        of_id=owner,
        by=styled_name(member or {}),
        mine=bool(member) and register.me() == portfolio,
        periods=tuple(Period(name, *period_bounds(name), due_day(name, allowed)) for name in open_ones),
        signed_off_by=_named(register, row.get("signed_off_by")),
        next=_may(register, "progress_update", row, portfolio),
        read_only=why_read_only(register),
        given={"partnership": owner, "period": own or (open_ones[0] if open_ones else None)},
    )


def _begin(begun: Mapping[str, Mapping[str, object]], finished: list[str]) -> Row:
    """What 'Record update' means: the one due while it is written, or when all are in; else a new one."""
    due = begun.get(finished[0])
    all_begun = all(period in begun for period in finished)
    return dict(due) if due and (due["status"] in ("draft", "returned", None) or all_begun) else {}


def _finished(interval: str, today: str) -> list[str]:
    """The last finished periods, newest first; a partnership that reports as needed is taken by quarters."""
    if interval not in ("month", "quarter", "half", "year"):
        interval = "quarter"
    found = [last_finished(today, interval)]
    while len(found) < PERIODS_BACK:
        found.append(last_finished(period_bounds(found[-1])[0], interval))
    return found


def _year(register: Register, row: Row, today: str) -> Row:
    if row.get("municipal_year"):
        return _there(register, "municipal_year", row["municipal_year"])
    year = year_in_force(register, today)
    if year is None:
        raise Refused(Say(N_("The register has no municipal year. Add one in the settings first.")))
    return _there(register, "municipal_year", year.id)


def _may(register: Register, kind: str, row: Row, portfolio_member: object) -> tuple[str, ...]:
    """Officers agree to updates, and a portfolio member to those of their partnership; others wait."""
    me = register.me()
    person = (register.get("person", me) if me else None) or {}
    judges = not person or person.get("kind") == "officer" or (bool(me) and me == portfolio_member)
    return NEXT[kind].get(str(row.get("status") or "draft"), ()) if judges else ()


def _named(register: Register, person: object) -> str:
    return styled_name(register.get("person", str(person)) or {}) if person else ""


def _id(row: Row) -> str | None:
    return str(row["id"]) if row else None
