"""The council's way of rating, as data: each rule holds from its day on, so that history is never re-rated.

Its methods are those of real councils: Havering, Reigate & Banstead, East Riding, Lancaster.
"""

from pmdesk.domain.facts import NOTE, Entity, Field, Type
from pmdesk.domain.words import N_

METHODS = (
    ("tolerance", N_("Green when the target is met; amber when close; red when worse")),
    ("last_year", N_("Green within tolerance; amber when no worse than last year; red otherwise")),
    ("beyond", N_("Green when better by more than the tolerance; amber within it; red when worse")),
)

RATING_RULE = Entity(
    "rating_rule",
    N_("Rating rule"),
    N_("Rating rules"),
    (
        Field("name", N_("Name"), required=True),
        Field("method", N_("How targets are rated"), Type.CHOICE, choices=METHODS, required=True),
        Field(
            "starts",
            N_("In force from"),
            Type.DATE,
            N_("Periods that end on this day or later are rated by it. Earlier ratings stay as they were."),
        ),
        Field(
            "tolerance",
            N_("Tolerance in per cent"),
            Type.DECIMAL,
            N_("For measures that have none of their own."),
        ),
        Field("green_word", N_("Word for green"), help=N_("Such as Met, or On target.")),
        Field("amber_word", N_("Word for amber"), help=N_("Such as Close, or Behind target.")),
        Field("red_word", N_("Word for red"), help=N_("Such as Missed, or Failing.")),
        NOTE,
    ),
    saved=N_("Saved rating rule"),
    removed=N_("Deleted rating rule"),
)
