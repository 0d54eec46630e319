"""An annual update: what a member says, once a year, about one seat on an outside body."""

from collections.abc import Mapping

from pmdesk.domain.facts import NOTE, Entity, Field, Type
from pmdesk.domain.words import N_, Say

WORTHWHILE = (("yes", N_("Yes, it was")), ("partly", N_("Partly")), ("no", N_("No, it was not")))

STATUSES = (
    ("draft", N_("Draft")),
    ("submitted", N_("Submitted")),
    ("accepted", N_("Accepted")),
    ("returned", N_("Returned")),
    ("published", N_("Published")),
)

# Drafted, submitted, accepted or returned with a reason, published (field.md, 'Records').
NEXT_STATUSES: Mapping[str, tuple[str, ...]] = {
    "draft": ("submitted",),
    "returned": ("submitted",),
    "submitted": ("accepted", "returned"),
    "accepted": ("published", "returned"),
    "published": (),
}

# 'About two A4 pages': 10.5 point Noto Sans in 170 mm sets some 480 words a page under our headings.
WORDS_A_PAGE = 480
PAGES_ALLOWED = 2

ANNUAL_UPDATE = Entity(
    "annual_update",
    N_("Annual update"),
    N_("Annual updates"),
    (
        Field("appointment", N_("Appointment"), Type.REF, required=True, refers="appointment"),
        Field("municipal_year", N_("Municipal year"), Type.REF, required=True, refers="municipal_year"),
        Field(
            "meetings_held",
            N_("How many meetings were held this year?"),
            Type.NUMBER,
            also=("meetings held",),
        ),
        Field(
            "meetings_attended",
            N_("How many did you attend?"),
            Type.NUMBER,
            N_("Count meetings where you sent apologies as not attended."),
            also=("meetings attended",),
        ),
        Field(
            "main_business",
            N_("What was the main business of the year?"),
            Type.LONG,
            N_("Three or four sentences. What was decided that matters to residents?"),
            also=("main business",),
        ),
        Field(
            "contributed",
            N_("What did you contribute?"),
            Type.LONG,
            N_("What you did there, in the past tense."),
            also=("what I contributed",),
        ),
        Field("objectives_served", N_("Which council objectives did it serve?"), Type.LONG),
        Field("support_given", N_("What money or support does the council give?"), Type.LONG),
        Field(
            "issues",
            N_("What issues and risks should the council know about?"),
            Type.LONG,
            N_("Do not name individuals."),
            also=("issues and risks",),
        ),
        Field(
            "worthwhile_council", N_("Was it worthwhile for the council?"), Type.CHOICE, choices=WORTHWHILE
        ),
        Field("worthwhile_council_why", N_("Why, for the council?"), Type.LONG),
        Field("worthwhile_body", N_("Was it worthwhile for the body?"), Type.CHOICE, choices=WORTHWHILE),
        Field("worthwhile_body_why", N_("Why, for the body?"), Type.LONG),
        Field("worthwhile_member", N_("Was it worthwhile for you?"), Type.CHOICE, choices=WORTHWHILE),
        Field("worthwhile_member_why", N_("Why, for you?"), Type.LONG),
        Field("officer_support", N_("What support did you get from officers?"), Type.LONG),
        Field(
            "recommendation",
            N_("Should the council go on appointing to it?"),
            Type.CHOICE,
            choices=(("continue", N_("Continue")), ("change", N_("Change")), ("end", N_("End"))),
        ),
        Field("actions", N_("What do you ask the council to do?"), Type.LONG, N_("One action a line.")),
        Field(
            "withheld",
            N_("Are there matters you may not report?"),
            Type.YES_NO,
            N_("Only say that there are. Never write what they are in the public answers."),
        ),
        Field(
            "internal",
            N_("For the council only"),
            Type.LONG,
            N_("No public paper prints this."),
            private=True,
        ),
        Field("declared", N_("I declare that this is a true account"), Type.YES_NO),
        Field("declared_on", N_("Declared on"), Type.DATE),
        Field("status", N_("Status"), Type.CHOICE, choices=STATUSES),
        Field("returned_because", N_("Returned because"), Type.LONG, private=True),
        Field("submitted_on", N_("Submitted on"), Type.DATE),
        Field("accepted_on", N_("Accepted on"), Type.DATE),
        Field("published_on", N_("Published on"), Type.DATE),
        NOTE,
    ),
    saved=N_("Saved annual update"),
    removed=N_("Deleted annual update"),
    titled_by="",
)

# The answers that count towards the two pages, in the order the paper prints them.
PRINTED_ANSWERS = (
    "main_business",
    "contributed",
    "objectives_served",
    "support_given",
    "issues",
    "worthwhile_council_why",
    "worthwhile_body_why",
    "worthwhile_member_why",
    "officer_support",
    "actions",
)


def pages(update: Mapping[str, object]) -> float:
    """About how many A4 pages the typed answers will fill.

    >>> pages({"main_business": "word " * 624})
    1.3
    """
    count = sum(len(str(update.get(name) or "").split()) for name in PRINTED_ANSWERS)
    return round(count / WORDS_A_PAGE, 1)


def meeting_problem(held: object, attended: object) -> Say | None:
    """The one rule across two answers: nobody attends more meetings than were held."""
    if isinstance(held, int) and isinstance(attended, int) and attended > held:
        return Say(N_("You cannot have attended more meetings than were held ({held})"), {"held": held})
    return None


def ready_to_submit(update: Mapping[str, object]) -> dict[str, Say]:
    """What a submitted update must have beyond a draft, as {field: sentence}."""
    problems: dict[str, Say] = {}
    if not str(update.get("main_business") or "").strip():
        problems["main_business"] = Say(N_("Say what the main business of the year was"))
    if not update.get("declared"):
        problems["declared"] = Say(N_("Tick the declaration before you submit"))
    return problems
