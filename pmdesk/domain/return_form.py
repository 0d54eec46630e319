"""The fillable form of an annual update: which answers it asks for, in which parts, under which names.

One list for drawing the form and for reading it back: a field of the PDF is called as the answer it holds.
"""

import hashlib
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from pmdesk.domain.annual_update import ANNUAL_UPDATE, ready_to_submit
from pmdesk.domain.facts import Field, Type
from pmdesk.domain.words import N_, Say

TICKET = "ticket"  # whose form it is, signed; read-only and hidden, and checked against the register
YES, NO, OFF = "yes", "no", "Off"  # the states of a tick or a choice inside the PDF


class Part(NamedTuple):
    """A heading of the form and the answers under it."""

    heading: str
    answers: tuple[str, ...]


PARTS = (
    Part(N_("Meetings"), ("meetings_held", "meetings_attended")),
    Part(
        N_("Your year there"),
        ("main_business", "contributed", "objectives_served", "support_given", "issues"),
    ),
    Part(
        N_("Was it worthwhile?"),
        (
            "worthwhile_council",
            "worthwhile_council_why",
            "worthwhile_body",
            "worthwhile_body_why",
            "worthwhile_member",
            "worthwhile_member_why",
        ),
    ),
    Part(N_("The year to come"), ("recommendation", "actions", "officer_support")),
    Part(N_("What is not for the public"), ("withheld", "internal")),
    Part(N_("Declaration"), ("declared", "declared_on")),
)
ANSWERS: tuple[str, ...] = tuple(name for part in PARTS for name in part.answers)
# Never filled in beforehand: what is for the council only stays here, and a declaration is made anew.
NOT_FILLED_IN = ("internal", "declared", "declared_on")
# Without these a return is incomplete: the judgement that the council asks every member for.
CHOICES_ASKED = ("worthwhile_council", "worthwhile_body", "worthwhile_member", "recommendation")


def asked(name: str) -> Field:
    """The field of an annual update that a field of the form holds."""
    return ANNUAL_UPDATE.field(name)


def states_of(name: str) -> tuple[tuple[str, str], ...]:
    """(state, label) of each choice of an answer; empty for one that is typed.

    >>> states_of("withheld")
    (('yes', 'Yes'), ('no', 'No'))
    """
    field = asked(name)
    return _YES_NO if field.type is Type.YES_NO else field.choices


_YES_NO = ((YES, N_("Yes")), (NO, N_("No")))


def plain(text: object) -> str:
    """An answer as it is compared: readers end lines with CR or CRLF and compose letters as they like.

    >>> plain(" Two\\r\\nlines \\r")
    'Two\\nlines'
    """
    said = str(text or "").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", "\n".join(line.rstrip() for line in said.split("\n"))).strip()


def mark(text: object) -> str:
    """A short print of an answer: what the form was given can be told from what was typed; '' for none.

    >>> mark("A new roof") == mark("A new roof\\r"), mark(None)
    (True, '')
    """
    said = plain(text)
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:12] if said else ""


def missing(values: Mapping[str, object]) -> dict[str, Say]:
    """What a return lacks to be complete, as {field: sentence}; `values` are those of the update."""
    lacks = {
        name: Say(N_("Not answered: {question}"), {"question": Say(asked(name).label)})
        for name in CHOICES_ASKED
        if values.get(name) not in dict(asked(name).choices)
    }
    return {**ready_to_submit(values), **lacks}
