"""A row of the register of outside bodies: what the body is, who sits on it and until when, its rules."""

from collections.abc import Mapping, Sequence

from pmdesk.domain.appointment import APPOINTMENT, is_vacancy
from pmdesk.domain.check import say_value
from pmdesk.domain.dates import say_date
from pmdesk.domain.outside_body import OUTSIDE_BODY
from pmdesk.domain.person import styled_name
from pmdesk.domain.words import Words
from pmdesk.figures.paper_values import Cell, Column
from pmdesk.figures.seats import seats_now, seats_of

Row = Mapping[str, object]


def body_columns(words: Words) -> tuple[Column, ...]:
    """The heads over `body_row`."""
    return (
        Column(words("Outside body"), 3),
        Column(words("Representatives and their terms"), 3.2),
        Column(words("Seats and rules"), 3),
    )


def body_row(
    body: Row, held: Sequence[Row], people: Mapping[object, Row], words: Words, today: str
) -> tuple[Cell, ...]:
    """The row of a body; `held` are its seats held or vacant today, `people` by id, all of them public."""
    lines = [_holder(seat, people, words) for seat in held]
    # Seats for which there is no appointment at all are empty too, as the desk counts them.
    more = seats_of(body, held, today).vacancies - sum(is_vacancy(seat) for seat in seats_now(held, today))
    if more:
        lines.append(words.plural(more, "{n} vacant seat", "{n} vacant seats"))
    about = [str(body.get("legal_form") or "").strip(), " ".join(str(body.get("aims") or "").split())]
    return (
        Cell(str(body.get("name") or ""), quiet="\n".join(part for part in about if part), strong=True),
        Cell("\n".join(lines)),
        Cell("\n".join(_rules(body, words))),
    )


def _holder(seat: Row, people: Mapping[object, Row], words: Words) -> str:
    """'Cllr Ann Ode, trustee, 21 May 2024 to May 2027'."""
    if is_vacancy(seat):
        return words("Vacant seat")
    name = styled_name(people.get(seat.get("person"), {"name": seat.get("person_name")}))
    capacity = say_value(APPOINTMENT.field("capacity"), seat.get("capacity"), words)
    said = (
        name,
        f"{capacity[:1].lower()}{capacity[1:]}",
        str(seat.get("ex_officio") or ""),
        _term(seat, words),
    )
    return ", ".join(part for part in said if part)


def _term(seat: Row, words: Words) -> str:
    first, last = say_date(seat.get("starts"), words), say_date(seat.get("ends"), words)
    if first and last:
        return words("{first} to {last}", first=first, last=last)
    if first:
        return words("from {first}", first=first)
    return words("to {last}", last=last) if last else ""


def _rules(body: Row, words: Words) -> list[str]:
    """What is known of its seats and of who may sit there, a line each."""
    seats, substitutes, meetings = (
        n if isinstance(n := body.get(name), int) else 0
        for name in ("seats", "substitutes", "meetings_a_year")
    )
    appointed, term, share, officer = (
        str(body.get(name) or "").strip()
        for name in ("appointing_body", "term_rule", "political_entitlement", "link_officer_name")
    )
    review = body.get("status") == "under_review"
    lines = (
        (
            words.plural(seats, "{n} seat", "{n} seats") if seats else "",
            words.plural(substitutes, "{n} substitute seat", "{n} substitute seats") if substitutes else "",
            words.plural(meetings, "{n} meeting a year", "{n} meetings a year") if meetings else "",
        ),
        (words("Appointed by {body}", body=appointed) if appointed else "",),
        (words("Term: {rule}", rule=term) if term else "",),
        (words("Required by law") if body.get("statutory") is True else "",),
        (words("Required by its rules") if body.get("constitution_required") is True else "",),
        (words("Non-members may sit") if body.get("non_member_allowed") is True else "",),
        (words("Political entitlement: {rule}", rule=share) if share else "",),
        (words("Link officer {name}", name=officer) if officer else "",),
        (say_value(OUTSIDE_BODY.field("status"), "under_review", words) if review else "",),
    )
    return [said for line in lines if (said := "; ".join(part for part in line if part))]
