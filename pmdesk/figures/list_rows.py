"""Rows of the lists of records as frozen values: a strong line, a quiet line, a pill."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pmdesk.domain.check import say_value
from pmdesk.domain.milestone import current_date, milestone_state
from pmdesk.domain.money import say_money
from pmdesk.domain.organisation import ORGANISATION
from pmdesk.domain.outside_body import is_current
from pmdesk.domain.partnership import PARTNERSHIP
from pmdesk.domain.person import PERSON
from pmdesk.domain.words import Words
from pmdesk.figures.partnership_states import MILESTONES, partnership_pill
from pmdesk.figures.record_page import Pill, Record, word
from pmdesk.figures.seats import seats_of
from pmdesk.figures.update_states import Year, body_code, pill


class ListRow(NamedTuple):
    """One record in a list; `note` stands in the pill's place as plain words."""

    id: str
    title: str
    quiet: str = ""
    pill: Pill | None = None
    note: str = ""


def body_row(
    body: Record,
    seats: Sequence[Record],
    updates: Mapping[object, Record],
    year: Year | None,
    today: str,
    words: Words,
) -> ListRow:
    """'Charity, 2 of 2 seats, Gareth Poole', and the most urgent thing to say this year."""
    count = seats_of(body, seats, today)
    said = (
        words.plural(count.seats, "{filled} of {n} seat", "{filled} of {n} seats", filled=count.filled)
        if count.seats
        else ""
    )
    kind = word(body, "category") or word(body, "legal_form")
    code = body_code(body, seats, updates, year, today) if is_current(body) else "ended"
    return ListRow(
        word(body, "id"),
        word(body, "name"),
        _joined(kind, said, word(body, "link_officer_name")),
        pill(code, words),
    )


def partnership_row(
    partnership: Record, updates: Sequence[Record], days: int, today: str, words: Words
) -> ListRow:
    """'Umbrella partnership, Ruth Adeyemi', and the state of the update it owes now."""
    kind = say_value(PARTNERSHIP.field("kind"), partnership.get("kind"), words)
    who = word(partnership, "lead_officer_name") or word(partnership, "lead_organisation_name")
    return ListRow(
        word(partnership, "id"),
        word(partnership, "name"),
        _joined(kind, who),
        partnership_pill(partnership, updates, days, today, words),
    )


def person_row(person: Record, words: Words) -> ListRow:
    """'Elected member, Wendle Ward, Independent'."""
    kind = say_value(PERSON.field("kind"), person.get("kind"), words)
    what = word(person, "post") or kind
    home = "" if person.get("kind") in ("member", "officer") else word(person, "organisation_name")
    return ListRow(
        word(person, "id"),
        word(person, "name"),
        _joined(what, word(person, "ward"), word(person, "political_group"), home),
    )


def organisation_row(organisation: Record, pence: int, words: Words) -> ListRow:
    """'Voluntary', and the money it gets from the council in grants and contracts."""
    kind = say_value(ORGANISATION.field("kind"), organisation.get("kind"), words)
    money = say_money(pence) if pence else ""
    return ListRow(word(organisation, "id"), word(organisation, "name"), kind, note=money)


def milestone_row(milestone: Record, forecasts: Sequence[Record], today: str, words: Words) -> ListRow:
    """'Community Safety Partnership, Police', and whether it is done, late or slipping."""
    done, first = word(milestone, "done_on") or None, word(milestone, "first_due") or None
    shape, said = MILESTONES[milestone_state(first, current_date(milestone, forecasts), done, today)]
    owner = word(milestone, "owner_organisation_name") or word(milestone, "owner_name")
    return ListRow(
        word(milestone, "id"),
        word(milestone, "title"),
        _joined(word(milestone, "partnership_name"), owner),
        (shape, words(said)),
    )


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
