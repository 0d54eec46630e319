"""Plans of every kind, the objectives in them, and which objective serves which across plans (¶95, ¶96)."""

from collections.abc import Mapping

from pmdesk.domain.facts import NOTE, Entity, Field, Type
from pmdesk.domain.words import N_

PLAN_KINDS = (
    ("corporate_plan", N_("Corporate plan")),
    ("community_strategy", N_("Community strategy")),
    ("service_plan", N_("Service plan")),
    ("partnership_plan", N_("Partnership plan")),
)
OBJECTIVE_KINDS = (
    ("priority", N_("Priority")),
    ("theme", N_("Theme")),
    ("objective", N_("Objective")),
    ("outcome", N_("Outcome")),
)

PLAN = Entity(
    "plan",
    N_("Plan"),
    N_("Plans"),
    (
        Field("name", N_("Name"), required=True, also=("plan", "title")),
        Field("kind", N_("Kind"), Type.CHOICE, choices=PLAN_KINDS, also=("type",)),
        Field(
            "organisation",
            N_("Whose plan it is"),
            Type.REF,
            N_("The council or the partner that made it."),
            refers="organisation",
            also=("organisation", "owner organisation"),
        ),
        Field(
            "partnership",
            N_("Partnership"),
            Type.REF,
            N_("For the plan of a partnership."),
            refers="partnership",
        ),
        Field("service", N_("Service"), help=N_("For a service plan: the service area.")),
        Field("starts", N_("From"), Type.PARTIAL, also=("start", "from")),
        Field("ends", N_("To"), Type.PARTIAL, also=("end", "to")),
        NOTE,
    ),
    saved=N_("Saved plan"),
    removed=N_("Deleted plan"),
)

OBJECTIVE = Entity(
    "objective",
    N_("Objective"),
    N_("Objectives"),
    (
        Field("name", N_("Name"), Type.TEXT, required=True, also=("objective", "title", "priority", "theme")),
        Field("plan", N_("Plan"), Type.REF, required=True, refers="plan"),
        Field(
            "code", N_("Number"), help=N_("As the plan numbers it: 3, 3.1, C2."), also=("code", "ref", "no")
        ),
        Field("kind", N_("Kind"), Type.CHOICE, choices=OBJECTIVE_KINDS, also=("type",)),
        Field(
            "parent",
            N_("Part of"),
            Type.REF,
            N_("The priority, theme or objective of the same plan that this one belongs to."),
            refers="objective",
            also=("parent objective", "under"),
        ),
        Field("owner", N_("Owner"), Type.REF, refers="person", also=("lead officer", "responsible officer")),
        Field("service", N_("Service"), also=("service area",)),
        Field("description", N_("In more words"), Type.LONG, also=("description",)),
        NOTE,
    ),
    saved=N_("Saved objective"),
    removed=N_("Deleted objective"),
)

ALIGNMENT = Entity(
    "alignment",
    N_("Alignment"),
    N_("Alignments"),
    (
        Field(
            "objective",
            N_("Objective"),
            Type.REF,
            N_("The objective that contributes."),
            required=True,
            refers="objective",
            also=("from",),
        ),
        Field(
            "serves",
            N_("Contributes to"),
            Type.REF,
            N_("The objective of another plan that it helps to reach."),
            required=True,
            refers="objective",
            also=("to", "contributes to", "aligned to"),
        ),
        Field("how", N_("How"), Type.LONG, N_("In a sentence: how does the one help the other?")),
        NOTE,
    ),
    saved=N_("Saved alignment"),
    removed=N_("Deleted alignment"),
    titled_by="",
)


def is_above(plan: Mapping[str, object]) -> bool:
    """Whether a plan is one that others serve: the council's corporate plan or the community strategy."""
    return plan.get("kind") in ("corporate_plan", "community_strategy")
