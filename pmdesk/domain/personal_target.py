"""A person's own target that names partnership work, for the appraisal (case 6): for the council only."""

from pmdesk.domain.facts import NOTE, Entity, Field, Type
from pmdesk.domain.words import N_

PERSONAL_TARGET = Entity(
    "personal_target",
    N_("Personal target"),
    N_("Personal targets"),
    (
        Field("title", N_("The target"), required=True, also=("target",)),
        Field("person", N_("Person"), Type.REF, required=True, refers="person"),
        Field("year", N_("Year"), Type.PERIOD, N_("A financial year, such as 2025-26.")),
        Field("text", N_("What it means"), Type.LONG),
        Field("partnership", N_("Partnership"), Type.REF, refers="partnership"),
        Field("objective", N_("Objective"), Type.REF, refers="objective"),
        Field("measure", N_("Measure"), Type.REF, refers="measure"),
        Field("hours", N_("Hours of partnership work in the year"), Type.DECIMAL),
        Field("due", N_("By when"), Type.DATE),
        Field("review", N_("What was said at the review"), Type.LONG),
        Field("reviewed_on", N_("Reviewed on"), Type.DATE),
        Field(
            "met",
            N_("Was it met?"),
            Type.CHOICE,
            choices=(("yes", N_("Yes")), ("partly", N_("Partly")), ("no", N_("No"))),
        ),
        NOTE,
    ),
    saved=N_("Saved personal target"),
    removed=N_("Deleted personal target"),
    titled_by="title",
    private=True,
)
