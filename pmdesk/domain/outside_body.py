"""An outside body: a trust, board or charity to which the council sends people."""

from collections.abc import Mapping

from pmdesk.domain.facts import NOTE, Entity, Field, Type
from pmdesk.domain.words import N_

ANSWERS = (("yes", N_("Yes")), ("no", N_("No")), ("not_known", N_("Not known")))

# Asked before anyone is appointed (Isle of Wight 2005).
DUE_DILIGENCE = (
    Field("indemnity", N_("Is there an indemnity backed by insurance?"), Type.CHOICE, choices=ANSWERS),
    Field("audited_accounts", N_("Are its audited accounts up to date?"), Type.CHOICE, choices=ANSWERS),
    Field("advice", N_("Can the member get advice?"), Type.CHOICE, choices=ANSWERS),
    Field(
        "regulator",
        N_("Is it regulated, for example by the Charity Commission?"),
        Type.CHOICE,
        choices=ANSWERS,
    ),
    Field(
        "role_description", N_("Is there a role description for the member?"), Type.CHOICE, choices=ANSWERS
    ),
    Field("serves_objectives", N_("Does it serve the council's objectives?"), Type.CHOICE, choices=ANSWERS),
    Field(
        "nominated_officer", N_("Is an officer named to support the member?"), Type.CHOICE, choices=ANSWERS
    ),
)

OUTSIDE_BODY = Entity(
    "outside_body",
    N_("Outside body"),
    N_("Outside bodies"),
    (
        Field(
            "name",
            N_("Name"),
            required=True,
            also=(
                *("body", "outside body", "organisation", "name of outside body", "name of body"),
                *("name of organisation", "organisation name", "outside organisation", "outside body name"),
                *("name of outside organisation", "external body", "corff allanol"),
            ),
        ),
        Field(
            "category",
            N_("Category"),
            help=N_("The council's own list, such as 'Strategic' or 'Community'."),
            also=("type", "kind"),
        ),
        Field(
            "legal_form",
            N_("Legal form"),
            help=N_("Charity, company, joint committee and so on."),
            also=("legal status", "constitution"),
        ),
        Field(
            "aims",
            N_("What it is for"),
            Type.LONG,
            also=("purpose", "aims and objectives", "objectives", "aims and objectives of the organisation"),
        ),
        Field("council", N_("Appointing council"), Type.REF, refers="organisation", also=("authority",)),
        Field(
            "seats",
            N_("Seats"),
            Type.NUMBER,
            N_("How many people the council may appoint."),
            also=(
                "no. of reps",
                "number of reps",
                "representatives",
                "places",
                "number of seats",
                "no of seats",
                *("number of places", "no of places", "number of representatives", "no of representatives"),
            ),
        ),
        Field("substitutes", N_("Substitute seats"), Type.NUMBER, also=("substitutes", "deputies")),
        Field(
            "appointing_body",
            N_("Appointed by"),
            help=N_("Council, Cabinet or a committee."),
            also=("appointing body", "appointed by"),
        ),
        Field(
            "term_rule",
            N_("Term"),
            help=N_("Such as '4 years from Annual Council'."),
            also=("term of office",),
        ),
        Field(
            "statutory",
            N_("Required by law"),
            Type.YES_NO,
            N_("The law says the council must appoint. Such a seat is never dropped."),
            also=("statutory appointment",),
        ),
        Field("constitution_required", N_("Required by the body's constitution"), Type.YES_NO),
        Field("non_member_allowed", N_("May someone who is no councillor sit"), Type.YES_NO),
        Field(
            "political_entitlement",
            N_("Political entitlement"),
            help=N_("How seats are shared between groups."),
        ),
        Field(
            "meetings_a_year",
            N_("Meetings a year"),
            Type.NUMBER,
            also=("number of meetings held each year", "meetings", "meetings per year"),
        ),
        Field(
            "link_officer",
            N_("Link officer"),
            Type.REF,
            refers="person",
            also=("lead officer", "lead off.", "officer", "contact officer", "support officer"),
        ),
        Field(
            "support",
            N_("Council support"),
            Type.MONEY,
            N_("Money the council gives, pounds a year."),
            also=("grant", "funding"),
        ),
        *DUE_DILIGENCE,
        Field("due_diligence_on", N_("These were answered on"), Type.DATE),
        Field(
            "status",
            N_("Status"),
            Type.CHOICE,
            choices=(
                ("current", N_("Current")),
                ("under_review", N_("Under review")),
                ("ended", N_("Ended")),
                ("ceased", N_("Ceased to exist")),
            ),
        ),
        NOTE,
    ),
    saved=N_("Saved outside body"),
    removed=N_("Deleted outside body"),
)


def is_current(body: Mapping[str, object]) -> bool:
    """Whether the council still appoints to it: ended and ceased bodies are kept but quiet."""
    return body.get("status") not in ("ended", "ceased")
