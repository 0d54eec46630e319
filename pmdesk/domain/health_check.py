"""A health check: each partner answers alone; only what three or more answered is shown (¶95.2, ¶100)."""

from pmdesk.domain.facts import NOTE, Entity, Field, Type
from pmdesk.domain.words import N_

HEALTH_CHECK = Entity(
    "health_check",
    N_("Health check"),
    N_("Health checks"),
    (
        Field("title", N_("What it is called"), required=True, also=("health check",)),
        Field("partnership", N_("Partnership"), Type.REF, required=True, refers="partnership"),
        Field(
            "template",
            N_("Which statements"),
            Type.CHOICE,
            choices=(
                ("assessment_tool", N_("The six principles of the Partnership Assessment Tool")),
                ("eight_heads", N_("The eight heads of good governance")),
                ("own", N_("Our own")),
            ),
        ),
        Field(
            "statements",
            N_("Our own statements"),
            Type.LONG,
            N_("One statement a line. A line that begins with # names the principle for those below it."),
        ),
        Field("opened_on", N_("Answers from"), Type.DATE, also=("date",)),
        Field("closes_on", N_("Answers until"), Type.DATE),
        Field(
            "closed_on",
            N_("Closed on"),
            Type.DATE,
            N_("Results are shown once it is closed. Nobody can answer after that."),
        ),
        NOTE,
    ),
    saved=N_("Saved health check"),
    removed=N_("Deleted health check"),
    titled_by="title",
)

# Whose answers these are is never shown: no list, search, history or export has them.
HEALTH_ANSWER = Entity(
    "health_answer",
    N_("Answers to a health check"),
    N_("Answers to health checks"),
    (
        Field(
            "health_check", N_("Health check"), Type.REF, required=True, refers="health_check", private=True
        ),
        Field("organisation", N_("Organisation"), Type.REF, refers="organisation", private=True),
        Field("answers", N_("Answers"), Type.LONG, private=True, unsearched=True),
        Field("evidence", N_("What it rests on"), Type.LONG, private=True, unsearched=True),
        Field("answered_on", N_("Answered on"), Type.DATE, private=True),
    ),
    saved=N_("Recorded answers to a health check"),
    removed=N_("Deleted answers to a health check"),
    titled_by="",
    private=True,
    sealed=True,
)
