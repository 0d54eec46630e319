"""A seat in hand at Annual Council: what is known of it, and what speaks against a decision, in sentences."""

from typing import NamedTuple

from pmdesk.actions.reading import read_record
from pmdesk.domain.appointing import drop_problem
from pmdesk.domain.appointment import held_between, is_vacancy
from pmdesk.domain.check import Refused, Value, check
from pmdesk.domain.dates import last_day
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.outside_body import is_current
from pmdesk.domain.person import styled_name
from pmdesk.domain.renewal import Sitting, decision, handover, latest_of
from pmdesk.domain.words import N_, Say
from pmdesk.figures.annual_council_seat import is_unwritten
from pmdesk.register.lists import Row
from pmdesk.register.store import Register


class SeatInHand(NamedTuple):
    """Its body, its appointment of the closing year (None where there never was one), what follows it."""

    body: Row
    old: Row | None
    latest: Row | None
    state: str

    @property
    def rule(self) -> object:
        return self.body.get("term_rule")

    @property
    def sits(self) -> Row | None:
        """The appointment by which it is decided: what follows it, else the seat itself."""
        return self.latest if self.latest is not None else self.old


def seat_in_hand(register: Register, sitting: Sitting, key: str) -> SeatInHand:
    """The seat of a line's key, as the register has it now."""
    if is_unwritten(key):
        body = read_record(register, "outside_body", key.partition(":")[0])
        return SeatInHand(body, None, None, "vacant")
    old = read_record(register, "appointment", key)
    body = read_record(register, "outside_body", str(old["outside_body"]))
    others = register.all("appointment", outside_body=body["id"])
    followers: dict[str, Row] = {str(each["follows"]): each for each in others if each.get("follows")}
    latest = latest_of(old, followers, sitting)
    return SeatInHand(body, old, latest, decision(old, latest, body.get("term_rule"), sitting))


def check_renewal(register: Register, seat: SeatInHand, sitting: Sitting) -> None:
    check_open(seat)
    old = seat.old
    if old is None or is_vacancy(old):
        raise Refused(Say(N_("Nobody holds this seat. Appoint somebody to it.")))
    if seat.state == "runs_on":
        raise Refused(Say(N_("This term runs past the new year. Nothing needs to be decided.")))
    if seat.state == "renewed":
        raise Refused(Say(N_("This seat is renewed already.")))
    check_person(register, seat, sitting, str(old["person"]))


def check_open(seat: SeatInHand) -> None:
    if not is_current(seat.body):
        raise Refused(Say(N_("The council no longer appoints to {body}."), {"body": seat.body["name"]}))


def check_person(register: Register, seat: SeatInHand, sitting: Sitting, person: str) -> None:
    """Whether somebody can sit there from the new term's first day."""
    row = read_record(register, "person", person)
    name, body = styled_name(row), str(seat.body["name"])
    starts = first_day_of(seat, sitting)
    left, members_only = last_day(row.get("ends")), seat.body.get("non_member_allowed") in (False, 0)
    if left and left < starts and seat.body.get("non_member_allowed") not in (True, 1):
        raise Refused({"person": Say(N_("{name} has left by then. Appoint somebody else."), {"name": name})})
    if members_only and row.get("kind") != "member":
        raise Refused({"person": Say(N_("{body} takes councillors only."), {"body": body})})
    own = {str(each["id"]) for each in (seat.old, seat.latest) if each is not None}
    for other in register.all("appointment", outside_body=seat.body["id"], person=person):
        if str(other["id"]) not in own and held_between(other, starts, starts):
            raise Refused({"person": Say(N_("{name} sits on {body} already."), {"name": name, "body": body})})


def first_day_of(seat: SeatInHand, sitting: Sitting) -> str:
    return handover(seat.old, sitting)[1] if seat.old is not None else sitting.opening


def check_unwritten(register: Register, appointment: str) -> None:
    if is_written_about(register, appointment):
        raise Refused(
            Say(N_("Something has been written about the new appointment. Change it on the body’s page."))
        )


def is_written_about(register: Register, appointment: str) -> bool:
    return any(register.count(kind, appointment=appointment) for kind in ("annual_update", "report_back"))


def reason_given(because: str) -> Value:
    reason = check(ENTITIES["appointment"], {"outside_body": "-", "ended_because": because})["ended_because"]
    if not reason:
        raise Refused({"ended_because": Say(N_("Say why it ends, for the record."))})
    return reason


def check_droppable(body: Row) -> None:
    """A body to which the law sends somebody is never dropped: only who sits there can change."""
    if problem := drop_problem(body):
        raise Refused(problem)
