"""Scrutiny: a review of a partnership in six sections, and what became of its recommendations (¶95.4)."""

from pmdesk.domain.facts import NOTE, Entity, Field, Type
from pmdesk.domain.words import N_

SECTIONS = ("background", "objectives", "governance", "performance", "value", "feedback")

REVIEW = Entity(
    "review",
    N_("Review"),
    N_("Reviews"),
    (
        Field("title", N_("What the review is called"), required=True, also=("review",)),
        Field("partnership", N_("Partnership"), Type.REF, required=True, refers="partnership"),
        Field("committee", N_("Committee")),
        Field("started", N_("Began on"), Type.DATE),
        Field("reported_on", N_("Reported on"), Type.DATE),
        Field(
            "two_months",
            N_("Is a response due within two months?"),
            Type.YES_NO,
            N_("Counted from the day the review reported."),
        ),
        Field("background", N_("Background"), Type.LONG),
        Field("objectives", N_("Objectives"), Type.LONG),
        Field("governance", N_("Governance"), Type.LONG),
        Field("performance", N_("Performance"), Type.LONG),
        Field("value", N_("Value for money"), Type.LONG),
        Field("feedback", N_("What partners say"), Type.LONG, also=("partner feedback",)),
        NOTE,
    ),
    saved=N_("Saved review"),
    removed=N_("Deleted review"),
    titled_by="title",
)

RECOMMENDATION = Entity(
    "recommendation",
    N_("Recommendation"),
    N_("Recommendations"),
    (
        Field("text", N_("What the committee recommends"), required=True, also=("recommendation",)),
        Field("review", N_("Review"), Type.REF, required=True, refers="review"),
        Field("cabinet_member", N_("Cabinet member"), Type.REF, refers="person"),
        Field(
            "response",
            N_("Response"),
            Type.CHOICE,
            choices=(
                ("accepted", N_("Accepted")),
                ("partly", N_("Partly accepted")),
                ("rejected", N_("Rejected")),
            ),
        ),
        Field("response_why", N_("Why"), Type.LONG),
        Field("responded_on", N_("Responded on"), Type.DATE),
        Field("timetable", N_("What will be done, and when"), Type.LONG),
        Field("due", N_("To be done by"), Type.DATE),
        Field("lead_officer", N_("Lead officer"), Type.REF, refers="person"),
        Field("first_report_on", N_("First report back on"), Type.DATE),
        Field("first_report", N_("First report back"), Type.LONG),
        Field("second_report_on", N_("Second report back on"), Type.DATE),
        Field("second_report", N_("Second report back"), Type.LONG),
        Field("third_report_on", N_("Third report back on"), Type.DATE),
        Field("third_report", N_("Third report back"), Type.LONG),
        Field("closed_on", N_("Closed on"), Type.DATE, N_("Leave empty while it is open.")),
        NOTE,
    ),
    saved=N_("Saved recommendation"),
    removed=N_("Deleted recommendation"),
    titled_by="text",
)
