"""The register's own settings: one record, kept like every other, so that a change of them can be undone."""

from pmdesk.domain.facts import Entity, Field, Type
from pmdesk.domain.significance import RULE_SETS
from pmdesk.domain.words import N_

SETTINGS = Entity(
    "settings",
    N_("Settings"),
    N_("Settings"),
    (
        Field("council", N_("Council"), Type.REF, refers="organisation"),
        Field("year", N_("Municipal year"), Type.REF, refers="municipal_year"),
        Field(
            "rating_rule",
            N_("Rating rule"),
            Type.CHOICE,
            choices=(
                ("tolerance", N_("Green when the target is met; amber when close; red when worse")),
                (
                    "last_year",
                    N_("Green within tolerance; amber when no worse than last year; red otherwise"),
                ),
            ),
        ),
        Field(
            "days_to_report",
            N_("Days allowed for a progress update"),
            Type.NUMBER,
            N_("Counted from the end of the period."),
        ),
        Field("days_of_warning", N_("Days of warning before a term ends"), Type.NUMBER),
        Field(
            "days_to_answer",
            N_("Days allowed to answer a challenge"),
            Type.NUMBER,
            N_("28 unless you say otherwise. After that it goes to the umbrella partnership."),
        ),
        Field(
            "significance_rule", N_("What makes a partnership significant"), Type.CHOICE, choices=RULE_SETS
        ),
        Field(
            "significance_amount",
            N_("Threshold, in pounds a year"),
            Type.MONEY,
            N_("What the council puts in. £50,000 unless you say otherwise."),
        ),
        Field(
            "significance_least",
            N_("How many of the five tests"),
            Type.NUMBER,
            N_("3 unless you say otherwise."),
        ),
        Field("significance_major", N_("Points from which it is major"), Type.NUMBER),
        Field("significance_moderate", N_("Points from which it is moderate"), Type.NUMBER),
        Field(
            "returns_to",
            N_("Where members send their updates"),
            help=N_("The e-mail address of democratic services. It is printed on every form."),
        ),
        Field("roles_on", N_("Only trusted laptops count"), Type.YES_NO),
        Field("recovery_key", N_("Recovery key, its public half"), unsearched=True),
    ),
    saved=N_("Saved settings"),
    removed=N_("Deleted settings"),
    titled_by="",
)

DAYS_TO_REPORT = 14
DAYS_OF_WARNING = 60
DAYS_TO_ANSWER = 28
