"""Report-backs: what is known when one begins, whose seat it may be about, and what it asked dealt with."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pmdesk.actions.reading import read_record
from pmdesk.domain.appointment import APPOINTMENT, is_vacancy
from pmdesk.domain.check import Refused, say_value
from pmdesk.domain.report_back import is_open
from pmdesk.domain.words import N_, Say, Words
from pmdesk.figures.update_states import is_over
from pmdesk.register.lists import Row
from pmdesk.register.store import Changes, Register

DEALT_WITH = N_("Dealt with what was asked")


class Seats(NamedTuple):
    """The seats a report-back may be about: the field that names them, and (id, how one chooses it)."""

    field: str
    choices: Sequence[tuple[str, str]]


def deal_with(register: Register, record: str, today: str) -> Changes:
    """What a report-back asked of the council is dealt with on this day; Refused when nothing is open.

    Refused too in a member's own file: what has been dealt with is for the council to say.
    """
    if register.local("member"):
        raise Refused(Say(N_("This is a member’s own file. What was dealt with is for the council to say.")))
    if not is_open(read_record(register, "report_back", record)):
        raise Refused(Say(N_("Nothing asked in this report-back is still open.")))
    with register.change(DEALT_WITH) as change:
        change.set("report_back", record, {"action_done_on": today})
    return change.changes


def seats_offered(register: Register, known: Mapping[str, object], today: str, words: Words) -> Seats | None:
    """Whose seats one chooses from when the body, the person or the partnership is known, or one such seat.

    None where nothing is known. Vacant seats are left out; those whose term is over stand last.
    """
    for name, of in (("appointment", "outside_body"), ("partner", "partnership")):
        seat = register.get(name, str(known[name])) if known.get(name) else None
        # In a member's own file every seat is that member's.
        by_person = {"person": register.local("member")} if register.local("member") else {}
        if name == "appointment" and known.get("person"):
            by_person = {"person": str(known["person"])}
        owner = known.get(of) or (seat or {}).get(of)
        if not owner and not (name == "appointment" and by_person):
            continue
        where = by_person if by_person and name == "appointment" else {of: owner}
        seats = [
            each
            for each in register.all(name, **where)
            if name == "partner" or not is_vacancy(each) or each["id"] == known.get(name)
        ]
        shown = "outside_body_name" if by_person else "person_name"
        if name == "partner":
            shown = "organisation_name"
        seats.sort(key=lambda each: (is_over(each, today), str(each[shown] or "")))
        return Seats(name, [(str(each["id"]), _called(name, each, shown, words)) for each in seats])
    return None


def _called(kind: str, seat: Row, shown: str, words: Words) -> str:
    """'Margaret Holloway, trustee'; an organisation by its name."""
    name, facts = str(seat[shown] or words("Vacant")), APPOINTMENT.field("capacity")
    if kind == "partner" or not seat["capacity"]:
        return name
    capacity = say_value(facts, seat["capacity"], words)
    return f"{name}, {capacity[:1].lower()}{capacity[1:]}"
