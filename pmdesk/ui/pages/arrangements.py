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
            ("seats", "substitutes", "appointing_body", "term_rule", "statutory", "constitution_required",
             "non_member_allowed", "political_entitlement"),
        ),
        Group(N_("Meetings and money"), ("meetings_a_year", "support")),
        Group(
            N_("Asked before anyone is appointed"),
            ("indemnity", "audited_accounts", "advice", "regulator", "role_description", "serves_objectives",
             "nominated_officer", "due_diligence_on"),
        ),
        Group("", ("note",)),
    ),
    "partnership": (
        Group("", ("name", "kind", "status", "parent", "purpose", "outcomes", "adds_value", "serves_public")),
        Group(N_("How significant it is"), ("statutory", "fundamental", "reliance", "significance")),
        Group(N_("Who leads it"), ("lead_organisation", "lead_officer", "portfolio_member", "service_area")),
        Group(N_("Dates and reporting"), ("reporting_interval", "started", "review_due", "ends")),
        Group(N_("How it is governed"), ("terms_of_reference", "terms_file", "agreement", "agreement_file",
                                              "exit_terms", "exit_file")),
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
                                          "ended_because", "follows", "note")),
    ),
    "report_back": (
        Group("", ("appointment", "partner", "meeting_on", "attendance", "decided", "action",
                   "action_done_on", "internal", "note")),
    ),
    "partner": (Group("", ("partnership", "organisation", "role", "joined", "left", "note")),),
    "contribution": (
        Group("", ("partnership", "organisation", "kind", "what")),
        Group(N_("Undertaken"), ("undertaken", "due")),
        Group(N_("Delivered"), ("delivered", "share", "delivered_on", "note")),
    ),
    "partner_words": (Group("", ("organisation", "partnership", "said_on", "said_by", "text")),),
    "risk": (
        Group("", ("title", "partnership", "likelihood", "impact", "mitigation", "owner", "review_due",
                   "closed_on", "note")),
    ),
    "milestone": (
        Group("", ("title", "partnership", "objective", "owner_organisation", "owner", "first_due", "done_on",
                   "note")),
    ),
    "waits_for": (Group("", ("milestone", "waits_for", "note")),),
    "plan": (
        Group("", ("name", "kind", "organisation", "partnership", "service", "starts", "ends", "note")),
    ),
    "objective": (
        Group("", ("name", "code", "kind", "plan", "parent", "owner", "service", "description", "note")),
    ),
    "alignment": (Group("", ("objective", "serves", "how", "note")),),
    "measure": (
        Group("", ("title", "code", "definition", "covers", "kind", "visibility")),
        Group(N_("Where it counts"), ("partnership", "objective", "owner_organisation", "owner")),
        Group(N_("How it is counted"), ("unit", "decimals", "aggregation", "frequency", "source",
                                        "data_supplier")),
        Group(N_("How it is judged"), ("polarity", "baseline", "baseline_on", "profile", "tolerance",
                                       "tolerance_is", "change_interval", "direction_against")),
        Group(N_("Who else judges it"), ("measured_by", "measured_code", "family", "effort_hours")),
        Group("", ("note",)),
    ),
    "earlier_tolerance": (Group("", ("measure", "before", "tolerance", "tolerance_is", "note")),),
    "serves": (Group("", ("measure", "objective", "note")),),
    "target": (
        Group("", ("measure", "period", "value", "floor", "stretch")),
        Group(N_("For a band"), ("low", "high")),
        Group(N_("Who agreed it"), ("agreed_by", "agreed_on", "note")),
    ),
    "reading": (
        Group("", ("measure", "period", "value", "state", "commentary", "cause")),
        Group(N_("For a ratio"), ("numerator", "denominator")),
        Group("", ("note",)),
    ),
    "comparator": (Group("", ("measure", "area", "area_code", "family", "figures", "note")),),
    "rating_rule": (
        Group("", ("name", "method", "starts", "tolerance")),
        Group(N_("The words for its ratings"), ("green_word", "amber_word", "red_word", "note")),
    ),
    "challenge": (
        Group("", ("question", "from_organisation", "to_organisation", "asked_on", "answer_by")),
        Group(N_("What it is about"), ("partnership", "measure", "milestone", "contribution")),
        Group(N_("What it rests on"), ("evidence", "view", "challenger", "independent")),
        Group(N_("What came of it"), ("agreed_action", "action_by", "action_done_on", "closed_on", "note")),
    ),
    "challenge_reply": (Group("", ("challenge", "said_on", "said_by", "text", "view")),),
    "tension": (
        Group("", ("title", "kind", "partnership", "seen_on")),
        Group(N_("The two targets"), ("measure", "target_words", "other_measure", "other_words")),
        Group(N_("What it costs"), ("borne_by", "cost", "cost_words")),
        Group(N_("The way out"), ("way_out", "escalated_to", "agreed_on")),
        Group(N_("Did it hold?"), ("look_again_on", "held", "held_on", "note")),
    ),
    "review": (
        Group("", ("title", "partnership", "committee", "started", "reported_on", "two_months")),
        Group(N_("The six sections"), ("background", "objectives", "governance", "performance", "value",
                                        "feedback")),
        Group("", ("note",)),
    ),
    "recommendation": (
        Group("", ("text", "review")),
        Group(N_("Response"), ("cabinet_member", "response", "response_why", "responded_on")),
        Group(N_("What is done"), ("timetable", "due", "lead_officer")),
        Group(N_("Reports back"), ("first_report_on", "first_report", "second_report_on", "second_report",
                                   "third_report_on", "third_report", "closed_on", "note")),
    ),
    "health_check": (
        Group("", ("title", "partnership", "template", "statements", "closes_on", "note")),
    ),
    "validation": (Group("", ("title", "held_on", "held_by", "summary", "note")),),
    "validation_head": (
        Group("", ("validation", "head", "score", "strength", "gap")),
        Group(N_("What it rests on"), ("evidence", "plan", "partnership", "measure", "note")),
    ),
    "practice": (
        Group("", ("title", "problem", "done", "changed")),
        Group(N_("Where it helps"), ("measure", "partnership", "cause", "tags")),
        Group(N_("Where it comes from"), ("author", "told_on", "from_register", "note")),
    ),
    "adoption": (
        Group("", ("practice", "organisation", "partnership", "adopted_on", "result", "result_on", "note")),
    ),
    "personal_target": (
        Group("", ("title", "person", "year", "text", "due", "hours")),
        Group(N_("Where it counts"), ("partnership", "objective", "measure")),
        Group(N_("Review"), ("met", "review", "reviewed_on", "note")),
    ),
}  # fmt: skip

# What the button and the form say for each kind.
NEW: Mapping[str, str] = {
    "outside_body": N_("New outside body"),
    "partnership": N_("New partnership"),
    "person": N_("New person"),
    "organisation": N_("New organisation"),
    "appointment": N_("New appointment"),
    "report_back": N_("New report-back"),
    "partner": N_("New partner"),
    "contribution": N_("New contribution"),
    "partner_words": N_("Record its own words"),
    "risk": N_("New risk"),
    "waits_for": N_("What it waits for"),
    "milestone": N_("New milestone"),
    "plan": N_("New plan"),
    "objective": N_("New objective"),
    "alignment": N_("New alignment"),
    "measure": N_("New measure"),
    "earlier_tolerance": N_("New earlier tolerance"),
    "serves": N_("Another objective"),
    "target": N_("New target"),
    "reading": N_("Enter reading"),
    "comparator": N_("Another area"),
    "rating_rule": N_("New rating rule"),
    "challenge": N_("New challenge"),
    "challenge_reply": N_("Record the reply"),
    "tension": N_("New tension"),
    "review": N_("New review"),
    "recommendation": N_("New recommendation"),
    "health_check": N_("New health check"),
    "validation": N_("New validation"),
    "validation_head": N_("Score a head"),
    "practice": N_("Tell what worked"),
    "adoption": N_("Adopt it"),
    "personal_target": N_("New personal target"),
}
EDIT: Mapping[str, str] = {
    "outside_body": N_("Edit outside body"),
    "partnership": N_("Edit partnership"),
    "person": N_("Edit person"),
    "organisation": N_("Edit organisation"),
    "appointment": N_("Edit appointment"),
    "report_back": N_("Edit report-back"),
    "partner": N_("Edit partner"),
    "contribution": N_("Edit contribution"),
    "partner_words": N_("Partner’s own words"),
    "risk": N_("Edit risk"),
    "waits_for": N_("Edit what it waits for"),
    "milestone": N_("Edit milestone"),
    "plan": N_("Edit plan"),
    "objective": N_("Edit objective"),
    "alignment": N_("Edit alignment"),
    "measure": N_("Edit measure"),
    "earlier_tolerance": N_("Edit earlier tolerance"),
    "serves": N_("Edit objective of a measure"),
    "target": N_("Edit target"),
    "reading": N_("Edit reading"),
    "comparator": N_("Edit figures of an area"),
    "rating_rule": N_("Edit rating rule"),
    "challenge": N_("Edit challenge"),
    "challenge_reply": N_("Reply to a challenge"),
    "tension": N_("Edit tension"),
    "review": N_("Edit review"),
    "recommendation": N_("Edit recommendation"),
    "health_check": N_("Edit health check"),
    "validation": N_("Edit validation"),
    "validation_head": N_("Edit head of a validation"),
    "practice": N_("Edit good practice"),
    "adoption": N_("Edit adoption"),
    "personal_target": N_("Edit personal target"),
}
# What can come to an end and stay in the register.
END: Mapping[str, str] = {
    "outside_body": N_("End appointing to it"),
    "partnership": N_("End partnership"),
    "appointment": N_("End appointment"),
}
