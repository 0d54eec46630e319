"""Two targets that pull against each other, who bears the cost, and the way out (¶97 to ¶99)."""

from collections.abc import Mapping

from pmdesk.domain.facts import NOTE, Entity, Field, Type
from pmdesk.domain.words import N_, Say

WAYS_OUT = (
    ("integration", N_("The services were brought together")),
    ("joint_post", N_("A joint post answers for both")),
    ("pooled_budget", N_("The money was pooled")),
    ("renegotiated", N_("A target was negotiated again")),
    ("escalated", N_("It was taken to somebody above")),
    ("lived_with", N_("It is lived with")),
)

TENSION = Entity(
    "tension",
    N_("Tension"),
    N_("Tensions"),
    (
        Field("title", N_("What pulls against what"), required=True, also=("tension",)),
        Field(
            "kind",
            N_("Where it comes from"),
            Type.CHOICE,
            choices=(
                ("local", N_("Local: between partners")),
                ("national", N_("National: between what government asks")),
            ),
        ),
        Field("partnership", N_("Partnership"), Type.REF, refers="partnership"),
        Field("measure", N_("The first target, if it is ours"), Type.REF, refers="measure"),
        Field(
            "target_words",
            N_("Or the first target in words"),
            help=N_("A target that is not in this register."),
        ),
        Field("other_measure", N_("The second target, if it is ours"), Type.REF, refers="measure"),
        Field(
            "other_words",
            N_("Or the second target in words"),
            help=N_("A target that is not in this register."),
        ),
        Field("borne_by", N_("Who bears the cost"), Type.REF, refers="organisation"),
        Field("cost", N_("How much, in pounds a year"), Type.MONEY),
        Field("cost_words", N_("What it costs otherwise"), Type.LONG, N_("Time, trust, people who wait.")),
        Field("seen_on", N_("Seen on"), Type.DATE),
        Field("way_out", N_("The way out"), Type.CHOICE, choices=WAYS_OUT),
        Field("escalated_to", N_("Taken to whom")),
        Field("agreed_on", N_("Agreed on"), Type.DATE),
        Field(
            "look_again_on",
            N_("See by then whether it held"),
            Type.DATE,
            N_("A year on, unless you say otherwise."),
        ),
        Field("held_on", N_("Looked at again on"), Type.DATE),
        Field(
            "held",
            N_("Did it hold?"),
            Type.CHOICE,
            choices=(("yes", N_("Yes")), ("partly", N_("Partly")), ("no", N_("No, it came back"))),
            also=("came back",),
        ),
        NOTE,
    ),
    saved=N_("Saved tension"),
    removed=N_("Deleted tension"),
    titled_by="title",
)


def tension_problems(tension: Mapping[str, object]) -> dict[str, Say]:
    """A tension is between two targets, each ours or in words; {field: sentence}.

    >>> sorted(tension_problems({"measure": "m", "other_measure": "m"}))
    ['other_measure']
    >>> sorted(tension_problems({"measure": "m"}))
    ['other_words']
    """
    problems: dict[str, Say] = {}
    for measure, said in (("measure", "target_words"), ("other_measure", "other_words")):
        if not tension.get(measure) and not tension.get(said):
            problems[said] = Say(N_("Choose a measure, or say the target in words."))
    if tension.get("measure") and tension.get("measure") == tension.get("other_measure"):
        problems["other_measure"] = Say(N_("A target cannot pull against itself."))
    return problems
