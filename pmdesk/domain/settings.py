"""The register's own settings: one record, kept like every other, so that a change of them can be undone."""

from pmdesk.domain.facts import Entity, Field, Type
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
    ),
    saved=N_("Saved settings"),
    removed=N_("Deleted settings"),
    titled_by="",
)

DAYS_TO_REPORT = 14
DAYS_OF_WARNING = 60
