"""A measure (an indicator), its targets and readings, other areas' figures for it, and what it serves.

A number is kept as exact text; what cannot be read as one is kept as typed and marked, like everywhere.
"""

from pmdesk.domain.facts import NOTE, Entity, Field, Type
from pmdesk.domain.milestone import CAUSES
from pmdesk.domain.words import N_

KINDS = (
    ("input", N_("Input")),
    ("activity", N_("Activity")),
    ("output", N_("Output")),
    ("outcome", N_("Outcome")),
)
POLARITIES = (
    ("higher", N_("Higher is better")),
    ("lower", N_("Lower is better")),
    ("band", N_("Best within a band")),
    ("none", N_("Neither is better")),
)
AGGREGATIONS = (
    ("snapshot", N_("As it stands at the end of the period")),
    ("cumulative", N_("Adds up through the year")),
    ("ratio", N_("Numerator over denominator")),
    ("average", N_("Average")),
)
TOLERANCES = (("percent", N_("Per cent of the target")), ("amount", N_("An amount")))
FREQUENCIES = (
    ("month", N_("Every month")),
    ("quarter", N_("Every quarter")),
    ("half", N_("Every half year")),
    ("year", N_("Every year")),
    ("two_yearly", N_("Every two years")),
    ("rolling", N_("Rolling three years")),
)
STATES = (
    ("actual", N_("Actual")),
    ("provisional", N_("Provisional")),
    ("not_due", N_("Not due")),
    ("suppressed", N_("Suppressed")),
    ("not_applicable", N_("Not applicable")),
    ("unknown", N_("Not known")),
)

MEASURE = Entity(
    "measure",
    N_("Measure"),
    N_("Measures"),
    (
        Field(
            "title",
            N_("Title"),
            required=True,
            also=("measure", "indicator", "name", "description", "indicator name", "measure title"),
        ),
        Field(
            "code",
            N_("Code"),
            help=N_("As the council writes it: EN02, NI 192."),
            also=("pi_no", "pi", "ref", "indicator code", "measure code", "variable name"),
        ),
        Field(
            "definition",
            N_("Definition"),
            Type.LONG,
            N_("What is counted, and what is left out?"),
            also=("measure definition",),
        ),
        Field(
            "covers",
            N_("Who or where it is for"),
            help=N_("Such as: all households in the district; adults under 65."),
            also=("population", "coverage"),
        ),
        Field("partnership", N_("Partnership"), Type.REF, refers="partnership"),
        Field(
            "objective",
            N_("Objective"),
            Type.REF,
            N_("The objective it shows first; more can be added on its page."),
            refers="objective",
        ),
        Field(
            "owner_organisation",
            N_("Organisation that answers for it"),
            Type.REF,
            refers="organisation",
            also=("owner organisation", "lead partner", "lead organisation"),
        ),
        Field(
            "owner",
            N_("Owner"),
            Type.REF,
            N_("The person who answers for it."),
            refers="person",
            also=("owner person", "responsible officer", "owner_code"),
        ),
        Field("kind", N_("Kind"), Type.CHOICE, choices=KINDS, also=("type", "measure type")),
        Field("unit", N_("Unit"), help=N_("Such as: %, £, days, tonnes."), also=("units",)),
        Field("decimals", N_("Decimals shown"), Type.NUMBER),
        Field(
            "polarity",
            N_("Which way is better"),
            Type.CHOICE,
            N_("Nothing is rated before this is known."),
            choices=POLARITIES,
            also=("polarity", "good_is", "good is", "one is high", "desired direction"),
        ),
        Field(
            "aggregation",
            N_("How periods add up"),
            Type.CHOICE,
            choices=AGGREGATIONS,
            also=("aggregation",),
        ),
        Field(
            "frequency",
            N_("How often"),
            Type.CHOICE,
            choices=FREQUENCIES,
            also=("frequency", "update frequency", "reporting frequency"),
        ),
        Field("source", N_("Source"), help=N_("Where the figures come from."), also=("data source",)),
        Field(
            "data_supplier",
            N_("Data supplier"),
            help=N_("The person or organisation that sends the figures."),
            also=("supplier", "data supplier"),
        ),
        Field("baseline", N_("Baseline"), Type.DECIMAL, N_("Where it stood when the work began.")),
        Field(
            "baseline_on",
            N_("Baseline date"),
            Type.PARTIAL,
            N_("Such as March 2023."),
            also=("baseline date", "date of baseline"),
        ),
        Field(
            "profile",
            N_("Path to the target"),
            Type.CHOICE,
            N_("Used for periods without a target of their own."),
            choices=(
                ("line", N_("A straight line, or an even share of the year")),
                ("last_year", N_("The shape of last year")),
            ),
        ),
        Field(
            "tolerance",
            N_("Tolerance"),
            Type.DECIMAL,
            N_("How much worse than the target is still close. A new one holds from today on."),
        ),
        Field("tolerance_is", N_("Tolerance is"), Type.CHOICE, choices=TOLERANCES),
        Field(
            "change_interval",
            N_("Change interval"),
            Type.DECIMAL,
            N_("A move smaller than this is no change."),
        ),
        Field(
            "direction_against",
            N_("Direction is against"),
            Type.CHOICE,
            choices=(
                ("previous", N_("The period before")),
                ("last_year", N_("The same period last year")),
                ("mean", N_("The mean of the last four")),
            ),
        ),
        Field(
            "family",
            N_("Family group"),
            help=N_("Compared with the areas of this group alone; the same words stand beside those areas."),
            also=("our family group",),
        ),
        Field(
            "measured_by",
            N_("Measured centrally by"),
            help=N_("The national framework. Leave empty when nobody outside judges it."),
            also=("framework", "measured centrally by"),
        ),
        Field("measured_code", N_("Code there"), also=("framework code", "national code")),
        Field(
            "effort_hours",
            N_("Hours a year spent on it"),
            Type.NUMBER,
            N_("Collecting, checking and working on it, all together."),
            also=("effort",),
        ),
        Field(
            "visibility",
            N_("Public or internal"),
            Type.CHOICE,
            choices=(("public", N_("Public")), ("internal", N_("Internal"))),
            also=("public",),
        ),
        NOTE,
    ),
    saved=N_("Saved measure"),
    removed=N_("Deleted measure"),
    titled_by="title",
)

SERVES = Entity(
    "serves",
    N_("Objective of a measure"),
    N_("Objectives of measures"),
    (
        Field("measure", N_("Measure"), Type.REF, required=True, refers="measure"),
        Field("objective", N_("Objective"), Type.REF, required=True, refers="objective"),
        NOTE,
    ),
    saved=N_("Linked measure to objective"),
    removed=N_("Unlinked measure from objective"),
    titled_by="",
)

# What a measure's tolerance was before it was changed: what was rated by it stays as it was.
EARLIER_TOLERANCE = Entity(
    "earlier_tolerance",
    N_("Earlier tolerance"),
    N_("Earlier tolerances"),
    (
        Field("measure", N_("Measure"), Type.REF, required=True, refers="measure"),
        Field(
            "before",
            N_("For periods that end before"),
            Type.DATE,
            N_("From this day on the tolerance that followed holds."),
            required=True,
        ),
        Field(
            "tolerance",
            N_("Tolerance until then"),
            Type.DECIMAL,
            N_("Leave empty where the measure had none of its own."),
        ),
        Field("tolerance_is", N_("That tolerance is"), Type.CHOICE, choices=TOLERANCES),
        NOTE,
    ),
    saved=N_("Saved earlier tolerance"),
    removed=N_("Deleted earlier tolerance"),
    titled_by="",
)

TARGET = Entity(
    "target",
    N_("Target"),
    N_("Targets"),
    (
        Field("measure", N_("Measure"), Type.REF, required=True, refers="measure", also=("indicator",)),
        Field("period", N_("Period"), Type.PERIOD, N_("Such as 2026-27 Q4."), required=True, unsearched=True),
        Field("value", N_("Target"), Type.DECIMAL, also=("target value",)),
        Field("low", N_("From"), Type.DECIMAL, N_("For a band: the least that is good.")),
        Field("high", N_("Up to"), Type.DECIMAL, N_("For a band: the most that is good.")),
        Field(
            "floor",
            N_("Floor"),
            Type.DECIMAL,
            N_("The least that anybody should have."),
            also=("floor target",),
        ),
        Field("stretch", N_("Stretch"), Type.DECIMAL, also=("stretch target",)),
        Field("agreed_by", N_("Agreed by"), help=N_("The organisations that agreed it.")),
        Field("agreed_on", N_("Agreed on"), Type.DATE),
        NOTE,
    ),
    saved=N_("Saved target"),
    removed=N_("Deleted target"),
    titled_by="",
)

READING = Entity(
    "reading",
    N_("Reading"),
    N_("Readings"),
    (
        Field("measure", N_("Measure"), Type.REF, required=True, refers="measure", also=("indicator",)),
        Field("period", N_("Period"), Type.PERIOD, N_("Such as 2025-26 Q4."), required=True, unsearched=True),
        Field("value", N_("Value"), Type.DECIMAL, also=("actual", "outturn", "figure")),
        Field("numerator", N_("Numerator"), Type.DECIMAL),
        Field("denominator", N_("Denominator"), Type.DECIMAL),
        Field("state", N_("State"), Type.CHOICE, choices=STATES),
        Field(
            "commentary",
            N_("Commentary"),
            Type.LONG,
            N_("What lies behind the figure, in a sentence or two."),
            also=("comment", "explanation"),
        ),
        Field("cause", N_("Cause"), Type.CHOICE, N_("Asked for when a target is missed."), choices=CAUSES),
        NOTE,
    ),
    saved=N_("Recorded reading"),
    removed=N_("Deleted reading"),
    titled_by="",
)

COMPARATOR = Entity(
    "comparator",
    N_("Comparator"),
    N_("Comparators"),
    (
        Field("measure", N_("Measure"), Type.REF, required=True, refers="measure"),
        Field("area", N_("Area"), required=True, also=("area name", "local authority")),
        Field("area_code", N_("Area code"), also=("area code", "gss code")),
        Field("family", N_("Family group"), help=N_("Areas like ours, as the framework groups them.")),
        Field(
            "figures",
            N_("Figures"),
            Type.LONG,
            N_("One line for each period: the period, a tab or an equals sign, the figure."),
            unsearched=True,
        ),
        NOTE,
    ),
    saved=N_("Saved comparator"),
    removed=N_("Deleted comparator"),
    titled_by="",
)
