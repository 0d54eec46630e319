"""The council looks at its own performance framework: dated, scored by head, with evidence (¶94, note I)."""

from pmdesk.domain.facts import NOTE, Entity, Field, Type
from pmdesk.domain.words import N_

SCORES = (
    ("green", N_("Green")),
    ("amber_green", N_("Amber/green")),
    ("amber_red", N_("Amber/red")),
    ("red", N_("Red")),
)
HEADS = (
    ("baselines", N_("Every target has a baseline")),
    ("aligned", N_("Objectives are aligned across plans")),
    ("smart", N_("Plans are SMART")),
    ("outcomes", N_("Outcomes are measured, not only activity")),
    ("data", N_("The data are ready and on time")),
    ("reporting", N_("Reports come when they are due")),
    ("accountable", N_("Partners answer for their targets")),
    ("floor", N_("Floor targets are within reach")),
)

VALIDATION = Entity(
    "validation",
    N_("Validation of the framework"),
    N_("Validations of the framework"),
    (
        Field("title", N_("What it is called"), required=True),
        Field("held_on", N_("Done on"), Type.DATE, also=("date",)),
        Field("held_by", N_("Done by"), help=N_("The people who looked.")),
        Field("summary", N_("In short"), Type.LONG),
        NOTE,
    ),
    saved=N_("Saved validation of the framework"),
    removed=N_("Deleted validation of the framework"),
    titled_by="title",
)

VALIDATION_HEAD = Entity(
    "validation_head",
    N_("Head of a validation"),
    N_("Heads of validations"),
    (
        Field("validation", N_("Validation"), Type.REF, required=True, refers="validation"),
        Field("head", N_("Head"), Type.CHOICE, required=True, choices=HEADS),
        Field("score", N_("Score"), Type.CHOICE, choices=SCORES),
        Field("strength", N_("What is strong"), Type.LONG),
        Field("gap", N_("What is missing"), Type.LONG),
        Field("evidence", N_("What it rests on"), Type.LONG),
        Field("plan", N_("Plan it rests on"), Type.REF, refers="plan"),
        Field("partnership", N_("Partnership it rests on"), Type.REF, refers="partnership"),
        Field("measure", N_("Measure it rests on"), Type.REF, refers="measure"),
        NOTE,
    ),
    saved=N_("Saved head of a validation"),
    removed=N_("Deleted head of a validation"),
    titled_by="",
)
