"""What Annual Council decides about a seat: renewed, given to somebody else, filled or ended; each one save.

The seat of the closing year keeps who held it; the new term is an appointment that follows it. A decision
taken otherwise afterwards changes that one, as long as nothing has been written about it.
"""

from collections.abc import Iterable, Mapping

from pmdesk.actions.across import across
from pmdesk.actions.reading import read_record
from pmdesk.actions.seat_in_hand import (
    SeatInHand,
    check_droppable,
    check_open,
    check_person,
    check_renewal,
    check_unwritten,
    is_written_about,
    reason_given,
    seat_in_hand,
)
from pmdesk.domain.appointment import held_between, is_vacancy
from pmdesk.domain.check import Refused, Value, check
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.outside_body import is_current
from pmdesk.domain.person import styled_name
from pmdesk.domain.renewal import Sitting, begins_with, handover, term_runs_to
from pmdesk.domain.words import N_, Say
from pmdesk.figures.annual_council import SittingFigures
from pmdesk.register.change import Change
from pmdesk.register.lists import Row
from pmdesk.register.store import Changes, Register

_CARRIED = ("outside_body", "person", "capacity", "appointed_by", "ex_officio", "approved_duty")


def renew(register: Register, sitting: Sitting, seats: Iterable[str]) -> Changes:
    """The same person for the next term in each of these seats, one save; Refused with the first reason."""
    found = [seat_in_hand(register, sitting, key) for key in dict.fromkeys(seats)]
    if not found:
        raise Refused(Say(N_("There is no seat to renew.")))
    for seat in found:
        check_renewal(register, seat, sitting)
    label = N_("Renewed appointment") if len(found) == 1 else N_("Renewed appointments")
    with register.change(label) as change:
        for seat in found:
            assert seat.old is not None
            values = {name: seat.old[name] for name in _CARRIED}
            _place(register, change, seat, values, sitting)
            if seat.old.get("ended_because"):
                change.set("appointment", str(seat.old["id"]), {"ended_because": None})
    return change.changes


def renew_to_continue(register: Register, figures: SittingFigures) -> tuple[int, Changes]:
    """Every undecided seat whose member recommends to continue and asks for nothing: (how many, one save).

    Left out is what somebody must read first, and who cannot be renewed; Refused where nothing is left.
    """
    keys = [line.key for line in figures.to_continue if _can_renew(register, figures.sitting, line.key)]
    return len(keys), renew(register, figures.sitting, keys)


def _can_renew(register: Register, sitting: Sitting, seat: str) -> bool:
    try:
        check_renewal(register, seat_in_hand(register, sitting, seat), sitting)
    except Refused:
        return False
    return True


def appoint_to(
    register: Register,
    sitting: Sitting,
    seat: str,
    person: str,
    capacity: str = "",
    ends: str = "",
) -> Changes:
    """Somebody else for a seat, or somebody for one that is empty; `person` is an id, the rest is typed.

    Refused for who sits there anyway, for who has left, and where the body takes councillors only.
    """
    found = seat_in_hand(register, sitting, seat)
    check_open(found)
    old: Row = found.old or {"outside_body": found.body["id"], "appointed_by": found.body["appointing_body"]}
    values = {name: old.get(name) for name in _CARRIED} | {"person": person or None}
    if capacity:
        values["capacity"] = capacity
    if ends:
        values["ends"] = ends
    if not is_vacancy(old):
        values["ex_officio"] = None  # another person holds another office
    if not person:
        raise Refused({"person": Say(N_("Say who is to sit there."))})
    _check_other(register, found, person)
    check_person(register, found, sitting, person)
    label = N_("Filled seat") if found.state == "vacant" else N_("Changed who sits")
    with register.change(label) as change:
        _place(register, change, found, values, sitting)
    return change.changes


def end_seat(register: Register, sitting: Sitting, seat: str, because: str) -> Changes:
    """Nobody for a seat: its term ends with the reason, and it stands vacant until somebody is appointed."""
    found = seat_in_hand(register, sitting, seat)
    check_open(found)
    if found.old is None or is_vacancy(found.old):
        raise Refused(Say(N_("Nobody holds this seat.")))
    reason = reason_given(because)
    with register.change(N_("Ended appointment")) as change:
        values = {name: found.old[name] for name in _CARRIED} | {"person": None, "ex_officio": None}
        _place(register, change, found, values, sitting)
        if not begins_with(found.old, sitting):
            change.set("appointment", str(found.old["id"]), {"ended_because": reason})
    return change.changes


def stop_appointing(register: Register, sitting: Sitting, body: str, because: str) -> Changes:
    """The council no longer appoints to a body: every seat ends with the reason, the body stays, quiet."""
    row = read_record(register, "outside_body", body)
    if not is_current(row):
        raise Refused(Say(N_("The council no longer appoints to {body}."), {"body": row["name"]}))
    check_droppable(row)
    reason = reason_given(because)
    with register.change(N_("Ended appointing to a body")) as change:
        for seat in register.all("appointment", outside_body=body):
            if held_between(seat, sitting.before, sitting.closing):
                _end_with_body(register, change, seat, reason, sitting)
        change.set("outside_body", body, {"status": "ended"})
    return change.changes


def _end_with_body(register: Register, change: Change, seat: Row, reason: Value, sitting: Sitting) -> None:
    """A seat of the closing year ends with it; one that was to begin with the next is taken out."""
    id = str(seat["id"])
    if begins_with(seat, sitting) and not is_written_about(register, id):
        change.delete("appointment", id)
        return
    keep_until = handover(seat, sitting)[0]
    change.set("appointment", id, {"ends": keep_until} if keep_until else {})
    if not is_vacancy(seat):
        change.set("appointment", id, {"ended_because": reason})


def _check_other(register: Register, seat: SeatInHand, person: str) -> None:
    """Whoever holds a seat is renewed, not appointed to it anew."""
    if seat.sits is not None and seat.sits["person"] == person:
        name = styled_name(read_record(register, "person", person))
        raise Refused({"person": Say(N_("{name} holds this seat now."), {"name": name})})


def _place(
    register: Register, change: Change, seat: SeatInHand, given: Mapping[str, object], sitting: Sitting
) -> None:
    """The new term: an appointment that follows the old one, or the one that follows it already, changed."""
    keep_until, starts = handover(seat.old, sitting) if seat.old is not None else (None, sitting.opening)
    said = {name: value for name, value in given.items() if value}
    runs_to = term_runs_to(seat.rule, starts, sitting) if "person" in said else None
    typed: dict[str, object] = {"starts": starts, "ends": runs_to, **said}
    at = _already(seat, sitting)
    if at is not None:
        check_unwritten(register, str(at["id"]))
        typed = {name: typed.get(name) for name in ("person", "capacity", "ends", "ex_officio")}
        change.set("appointment", str(at["id"]), _checked(register, typed, at))
        return
    if seat.old is not None:
        typed["follows"] = str(seat.old["id"])
        if keep_until is not None:
            change.set("appointment", str(seat.old["id"]), {"ends": keep_until})
    change.add("appointment", _checked(register, typed, None))


def _already(seat: SeatInHand, sitting: Sitting) -> Row | None:
    """The appointment of the new year that is there already, held or vacant."""
    if seat.latest is not None:
        return seat.latest
    return seat.old if seat.old is not None and begins_with(seat.old, sitting) else None


def _checked(register: Register, typed: Mapping[str, object], before: Row | None) -> dict[str, Value]:
    entity = ENTITIES["appointment"]
    values = check(entity, typed, before)
    problems = across(register, entity, {**(before or {}), **values}, before)
    if problems:
        raise Refused(problems)
    return values
