"""An organisation: a partner, or the council itself."""

from pmdesk.domain.facts import NOTE, Entity, Field, Type
from pmdesk.domain.words import N_

ORGANISATION = Entity(
    "organisation",
    N_("Organisation"),
    N_("Organisations"),
    (
        Field("name", N_("Name"), required=True, also=("organisation", "partner", "council", "body")),
        Field(
            "kind",
            N_("Kind"),
            Type.CHOICE,
            choices=(
                ("council", N_("Council")),
                ("police", N_("Police")),
                ("nhs", N_("NHS")),
                ("fire", N_("Fire and rescue")),
                ("voluntary", N_("Voluntary")),
                ("business", N_("Business")),
                ("education", N_("Education")),
                ("housing", N_("Housing")),
                ("government_agency", N_("Government agency")),
                ("parish", N_("Parish or town council")),
            ),
            also=("type",),
        ),
        Field(
            "contact", N_("Contact"), Type.LONG, N_("Who to ask there, and how to reach them."), private=True
        ),
        NOTE,
    ),
    saved=N_("Saved organisation"),
    removed=N_("Deleted organisation"),
)
