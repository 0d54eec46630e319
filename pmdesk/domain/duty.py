"""What a seat's capacity asks of whoever holds it, in plain words: to whom they owe their duty there.

Trustees and directors owe it to the body, not to the council that sent them (Charities Act 2011, section 177
and the Charity Commission's guidance CC3; Companies Act 2006, sections 171 to 177).
"""

from collections.abc import Mapping
from typing import NamedTuple

from pmdesk.domain.words import N_


class Duty(NamedTuple):
    """To whom a seat owes its duty ('body', 'council', 'seat' for a substitute, '' when not known)."""

    to: str
    short: str  # for a column
    sentence: str  # for a form and a page


DUTIES: Mapping[str, Duty] = {
    "trustee": Duty(
        "body",
        N_("To the body"),
        N_(
            "A trustee decides for the charity alone, not for the council, even where the council would"
            " wish otherwise."
        ),
    ),
    "director": Duty(
        "body",
        N_("To the body"),
        N_(
            "A director acts for the company alone, not for the council, and can be held liable for what"
            " it does."
        ),
    ),
    "management_committee": Duty(
        "body",
        N_("To the body"),
        N_(
            "Members of a management committee run the body together. Where it is not a company, they can be"
            " held to its debts."
        ),
    ),
    "observer": Duty(
        "council",
        N_("To the council"),
        N_("An observer listens and reports back to the council, without a vote or a part in decisions."),
    ),
    "adviser": Duty(
        "council",
        N_("To the council"),
        N_("An adviser speaks for the council and answers to it, without a vote."),
    ),
    "substitute": Duty(
        "seat",
        N_("As the member"),
        N_("A substitute sits when the member cannot, and then owes what the member owes."),
    ),
}
NOT_SAID = Duty(
    "",
    N_("Not known"),
    N_("The capacity is not known, so nobody can say what duty it brings. Ask the body before appointing."),
)


def duty(capacity: object) -> Duty:
    """The duty a capacity brings; one that is empty or in other words than ours brings NOT_SAID.

    >>> duty("trustee").to, duty("observer").to, duty("substitute").to, duty(None).to
    ('body', 'council', 'seat', '')
    """
    return DUTIES.get(str(capacity), NOT_SAID)
