"""How the form of each kind of record is arranged: a person chose the groups and their order.

To add a field to a form: its name here, in the group where a person looks for it. A test misses none.
"""

from collections.abc import Mapping
from typing import NamedTuple

from pmdesk.domain.words import N_


class Group(NamedTuple):
    """A heading and the fields under it; '' is no heading."""

    heading: str
    fields: tuple[str, ...]


FORMS: Mapping[str, tuple[Group, ...]] = {
    "outside_body": (
        Group("", ("name", "status", "category", "legal_form", "aims", "council", "link_officer")),
        Group(
            N_("Seats"),
            ("seats", "substitutes", "appointing_body", "term_rule", "constitution_required",
             "non_member_allowed", "political_entitlement"),
        ),
        Group(N_("Meetings and money"), ("meetings_a_year", "support")),
        Group(
            N_("Asked before anyone is appointed"),
            ("indemnity", "audited_accounts", "advice", "regulator", "role_description", "serves_objectives",
             "nominated_officer"),
        ),
        Group("", ("note",)),
    ),
    "partnership": (
        Group("", ("name", "kind", "status", "parent", "purpose", "outcomes", "statutory", "significance")),
        Group(N_("Who leads it"), ("lead_organisation", "lead_officer", "portfolio_member", "service_area")),
        Group(N_("Dates and reporting"), ("reporting_interval", "started", "review_due", "ends")),
        Group(N_("How it is governed"), ("terms_of_reference", "agreement", "exit_terms")),
        Group(N_("Money"), ("funding_cash", "funding_in_kind", "total_budget", "liabilities")),
        Group("", ("note",)),
    ),
    "person": (
        Group("", ("name", "kind", "organisation", "post", "portfolio", "ward", "political_group")),
        Group(N_("How to reach them"), ("email", "phone")),
        Group(N_("Time in office"), ("starts", "ends")),
        Group("", ("note",)),
    ),
    "organisation": (Group("", ("name", "kind", "contact", "note")),),
    "appointment": (
        Group("", ("outside_body", "person", "capacity", "starts", "ends")),
        Group(N_("More about the seat"), ("appointed_by", "ex_officio", "approved_duty", "interests",
                                          "ended_because", "note")),
    ),
    "partner": (Group("", ("partnership", "organisation", "role", "joined", "left", "note")),),
    "milestone": (
        Group("", ("title", "partnership", "owner_organisation", "owner", "first_due", "done_on", "note")),
    ),
}  # fmt: skip

# What the button and the form say for each kind.
NEW: Mapping[str, str] = {
    "outside_body": N_("New outside body"),
    "partnership": N_("New partnership"),
    "person": N_("New person"),
    "organisation": N_("New organisation"),
    "appointment": N_("New appointment"),
    "partner": N_("New partner"),
    "milestone": N_("New milestone"),
}
EDIT: Mapping[str, str] = {
    "outside_body": N_("Edit outside body"),
    "partnership": N_("Edit partnership"),
    "person": N_("Edit person"),
    "organisation": N_("Edit organisation"),
    "appointment": N_("Edit appointment"),
    "partner": N_("Edit partner"),
    "milestone": N_("Edit milestone"),
}
# What can come to an end and stay in the register.
END: Mapping[str, str] = {
    "outside_body": N_("End appointing to it"),
    "partnership": N_("End partnership"),
    "appointment": N_("End appointment"),
}
