"""A health check: each partner answers alone; only what three or more answered is shown (¶95.2, ¶100).

Answers are sealed when they are given and nobody reads them again. Closing opens them once, keeps the median
and the spread in the box they were put in, and breaks the seal (register/seals.py).
"""

from collections.abc import Mapping

from pmdesk.domain.facts import NOTE, Entity, Field, Type
from pmdesk.domain.words import N_, Say

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
        Field("closes_on", N_("Answers until"), Type.DATE, also=("date",)),
        NOTE,
    ),
    saved=N_("Saved health check"),
    removed=N_("Deleted health check"),
    titled_by="title",
)

# What answers are put in: the public key they are sealed with, the statements as they stood when it was
# opened, and what the closing left. `said` are the partners' own words for everybody, in no order of theirs.
HEALTH_BOX = Entity(
    "health_box",
    N_("Box of answers to a health check"),
    N_("Boxes of answers to health checks"),
    (
        Field(
            "health_check", N_("Health check"), Type.REF, required=True, refers="health_check", private=True
        ),
        Field("opened_on", N_("Answers from"), Type.DATE, private=True),
        Field("closed_on", N_("Closed on"), Type.DATE, private=True),
        Field("key", N_("Key"), private=True, unsearched=True),
        Field("template", N_("Which statements"), private=True, unsearched=True),
        Field("statements", N_("Our own statements"), Type.LONG, private=True, unsearched=True),
        Field("results", N_("Results"), Type.LONG, private=True, unsearched=True),
        Field("said", N_("In the partners’ words"), Type.LONG, private=True, unsearched=True),
    ),
    saved=N_("Opened a health check for answers"),
    removed=N_("Deleted health check"),
    titled_by="",
    private=True,
    sealed=True,
)

# That an organisation has answered is known while the check is open; what it answered never is.
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
    ),
    saved=N_("Answered a health check"),
    removed=N_("Deleted health check"),
    titled_by="",
    private=True,
    sealed=True,
)

OPENED, CLOSED = HEALTH_BOX.saved, N_("Closed a health check")
LETTERS = 1_000  # of an organisation's words: every sealed answer is as long as every other

_FROZEN = ("partnership", "template", "statements")


def health_check_problems(
    whole: Mapping[str, object], before: Mapping[str, object], opened: bool
) -> dict[str, Say]:
    """A set of one's own has a statement, and nobody changes what people are answering already.

    >>> list(health_check_problems({"template": "own", "statements": " "}, {}, False))
    ['statements']
    >>> list(health_check_problems({"template": "eight_heads"}, {"template": "own"}, True))
    ['template']
    """
    problems = {}
    if opened:
        problems = {
            name: Say(N_("This check has been opened for answers, so this stays as it is."))
            for name in _FROZEN
            if (whole.get(name) or "") != (before.get(name) or "")
        }
    if whole.get("template") == "own" and not str(whole.get("statements") or "").strip():
        problems["statements"] = Say(N_("Write at least one statement, or choose another set."))
    return problems
