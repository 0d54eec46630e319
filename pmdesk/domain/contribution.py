"""What a partner undertook and what it delivered, and its own words about that (field.md, ¶95.3, ¶97)."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pmdesk.domain.dates import is_past
from pmdesk.domain.facts import NOTE, Entity, Field, Type
from pmdesk.domain.words import N_

KINDS = (
    ("cash", N_("Cash")),
    ("staff_time", N_("Staff time")),
    ("premises", N_("Premises")),
    ("data", N_("Data")),
    ("in_kind", N_("Other, in kind")),
)

CONTRIBUTION = Entity(
    "contribution",
    N_("Contribution"),
    N_("Contributions"),
    (
        Field("partnership", N_("Partnership"), Type.REF, required=True, refers="partnership"),
        Field("organisation", N_("Organisation"), Type.REF, required=True, refers="organisation"),
        Field("kind", N_("What kind"), Type.CHOICE, choices=KINDS),
        Field(
            "what",
            N_("What it undertook"),
            help=N_("Such as: two days a week of an analyst; the room at Howgate."),
        ),
        Field(
            "undertaken",
            N_("Undertaken, in pounds"),
            Type.MONEY,
            N_("What it is worth, where that can be said."),
        ),
        Field("due", N_("By when"), Type.PARTIAL),
        Field("delivered", N_("Delivered, in pounds"), Type.MONEY),
        Field("delivered_on", N_("Delivered on"), Type.PARTIAL),
        Field(
            "share",
            N_("How much was delivered"),
            Type.CHOICE,
            N_("For what has no price."),
            choices=(("all", N_("All of it")), ("part", N_("Part of it")), ("none", N_("None of it"))),
        ),
        NOTE,
    ),
    saved=N_("Saved contribution"),
    removed=N_("Deleted contribution"),
    titled_by="",
)

PARTNER_WORDS = Entity(
    "partner_words",
    N_("Partner’s own words"),
    N_("Partners’ own words"),
    (
        Field("organisation", N_("Organisation"), Type.REF, required=True, refers="organisation"),
        Field("partnership", N_("Partnership"), Type.REF, refers="partnership"),
        Field("said_on", N_("Said on"), Type.DATE, required=True),
        Field("said_by", N_("Said by"), help=N_("Who spoke for the partner.")),
        Field(
            "text",
            N_("In its own words"),
            Type.LONG,
            N_("Word for word. It cannot be changed afterwards: what is said later is added."),
            required=True,
        ),
    ),
    saved=N_("Recorded partner’s own words"),
    removed=N_("Deleted partner’s own words"),
    titled_by="",
)


class Account(NamedTuple):
    """A partner's undertakings: how many, how many due, how many of these kept, and the money (pence)."""

    undertaken: int
    due: int
    kept: int
    pounds_undertaken: int
    pounds_delivered: int


def contribution_state(row: Mapping[str, object], today: str) -> str:
    """'delivered', 'part', 'overdue' or 'promised'; what has no date is promised until it is delivered.

    >>> contribution_state({"undertaken": 100, "delivered": 100}, "2026-04-27")
    'delivered'
    >>> contribution_state({"undertaken": 100, "delivered": 40, "due": "2026-03-31"}, "2026-04-27")
    'part'
    """
    undertaken, delivered = _pence(row.get("undertaken")), _pence(row.get("delivered"))
    share = row.get("share")
    if share == "all" or (undertaken and delivered >= undertaken and share is None):
        return "delivered"
    said_when = row.get("delivered_on") and row.get("delivered") is None
    if share is None and (said_when or (delivered and not undertaken)):
        return "delivered"
    if share == "part" or (delivered and share is None):
        return "part"
    return "overdue" if is_past(row.get("due"), today) else "promised"


def account(rows: Iterable[Mapping[str, object]], today: str) -> Account:
    """The sum of some contributions as at an ISO day; only money is added up, never days or rooms."""
    some = list(rows)
    due = [row for row in some if is_past(row.get("due"), today)]
    kept = [row for row in due if contribution_state(row, today) == "delivered"]
    return Account(
        len(some),
        len(due),
        len(kept),
        sum(_pence(row.get("undertaken")) for row in some),
        sum(_pence(row.get("delivered")) for row in some),
    )


def _pence(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else 0
