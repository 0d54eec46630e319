"""What to know before someone is appointed, and what the law does not let a council drop.

Advice, unlike a refusal, never stops a save: a person who resigns has gone, whatever the rules say.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pmdesk.domain.appointment import held_between, is_vacancy
from pmdesk.domain.dates import first_day, last_day
from pmdesk.domain.due_diligence import due_diligence
from pmdesk.domain.outside_body import DUE_DILIGENCE, is_current
from pmdesk.domain.terms import is_longer
from pmdesk.domain.words import N_, Say

Row = Mapping[str, object]

# The farthest days an open term reaches, for comparing.
_FIRST, _LAST = "0001-01-01", "9999-12-31"


class Advice(NamedTuple):
    """A sentence, and the field of the appointment that it is about."""

    field: str
    sentence: Say


def appointing_advice(appointment: Row, body: Row, person: Row | None, others: Iterable[Row]) -> list[Advice]:
    """What to think about before this appointment, in the order of its fields.

    `others` are the body's other appointments.

    `appointment` may hold no more than what was typed so far.

    >>> [advice.sentence.text for advice in appointing_advice(
    ...     {"person": "a"}, {"name": "Trust", "non_member_allowed": False, **dict.fromkeys(
    ...     ("indemnity", "audited_accounts", "advice", "regulator", "role_description",
    ...      "serves_objectives", "nominated_officer"), "yes")}, {"name": "B", "kind": "contact"}, [])]
    ['Only members of the council may sit here, and {name} is none.']
    """
    found = list[Advice]()
    if not is_current(body):
        found.append(Advice("outside_body", Say(N_("The council no longer appoints to this body."))))
    found += _about_questions(body)
    if person is not None:
        found += _about_person(appointment, body, person)
    found += _about_seats(appointment, body, list(others))
    if is_longer(body.get("term_rule"), appointment.get("starts"), appointment.get("ends")):
        rule = {"rule": body["term_rule"]}
        found.append(Advice("ends", Say(N_("This is longer than a term here: {rule}."), rule)))
    return found


def drop_problem(body: Row) -> Say | None:
    """Why the council may not stop appointing to a body; None when it may.

    A body that ceased to exist is no choice of the council's, so that is always told freely.
    """
    if body.get("statutory") not in (True, 1):
        return None
    return Say(
        N_(
            "The law says the council must appoint to {name}, so this cannot be dropped. You can change who"
            " sits there. If the law no longer asks for it, say no to ‘Required by law’ first."
        ),
        {"name": str(body.get("name") or "")},
    )


def leaving_advice(appointment: Row, body: Row, followed: bool) -> Say | None:
    """What to know when a seat ends with nobody following it; None when it may simply be left empty."""
    if followed or not is_current(body) or not last_day(appointment.get("ends")):
        return None
    if body.get("statutory") in (True, 1):
        return Say(N_("The law requires this seat to be filled. Appoint whoever follows."))
    if body.get("constitution_required") in (True, 1):
        return Say(N_("The body’s own rules require this seat to be filled. Appoint whoever follows."))
    return None


def _about_questions(body: Row) -> list[Advice]:
    asked = due_diligence(body)
    if asked.complete:
        return []
    values = {"n": len(asked.open), "m": len(DUE_DILIGENCE), "question": Say(asked.open[0].label)}
    said = Say(N_("Due diligence is still open. Not answered: {n} of {m}. {question}"), values)
    return [Advice("outside_body", said)]


def _about_person(appointment: Row, body: Row, person: Row) -> list[Advice]:
    found, name = list[Say](), {"name": str(person.get("name") or "")}
    if body.get("non_member_allowed") in (False, 0) and person.get("kind") in ("officer", "contact"):
        found.append(Say(N_("Only members of the council may sit here, and {name} is none."), name))
    gone, begins = last_day(person.get("ends")), first_day(appointment.get("starts"))
    if gone and begins and gone < begins:
        found.append(Say(N_("{name} will have left office by then."), name))
    return [Advice("person", each) for each in found]


def _about_seats(appointment: Row, body: Row, others: list[Row]) -> list[Advice]:
    """Doubles, and more people than seats, at the time of this appointment."""
    if is_vacancy(appointment):
        return []
    first = first_day(appointment.get("starts")) or _FIRST
    last = last_day(appointment.get("ends")) or _LAST
    spare = appointment.get("capacity") == "substitute"
    same_time = [
        seat
        for seat in others
        if not is_vacancy(seat)
        and seat.get("id") != appointment.get("follows")
        and held_between(seat, first, last)
    ]
    found = list[Advice]()
    if any(seat.get("person") == appointment.get("person") for seat in same_time):
        found.append(Advice("person", Say(N_("This person holds a seat here at that time already."))))
    allowed = body.get("substitutes" if spare else "seats")
    beside = [seat for seat in same_time if (seat.get("capacity") == "substitute") == spare]
    if isinstance(allowed, int) and first != _FIRST and _most_at_once(beside, first, last) >= allowed:
        said = Say(N_("All seats are filled at that time. The council has {n} here."), {"n": allowed})
        found.append(Advice("starts", said))
    return found


def _most_at_once(seats: list[Row], first: str, last: str) -> int:
    """How many of these are held at once at most between two days: the count rises only where one begins."""
    days = {max(first_day(seat.get("starts")) or first, first) for seat in seats}
    return max(
        (sum(held_between(seat, day, day) for seat in seats) for day in days if day <= last), default=0
    )
