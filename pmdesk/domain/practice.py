"""Good practice: what worked, offered to whoever has the same trouble; its result comes back (¶96)."""

from pmdesk.domain.facts import NOTE, Entity, Field, Type
from pmdesk.domain.milestone import CAUSES
from pmdesk.domain.words import N_

PRACTICE = Entity(
    "practice",
    N_("Good practice"),
    N_("Good practice"),
    (
        Field("title", N_("What worked"), help=N_("In a few words."), required=True, also=("practice",)),
        Field("problem", N_("What was the trouble?"), Type.LONG),
        Field("done", N_("What was done?"), Type.LONG),
        Field("changed", N_("What changed?"), Type.LONG),
        Field("measure", N_("The measure that turned"), Type.REF, refers="measure"),
        Field("partnership", N_("Partnership"), Type.REF, refers="partnership"),
        Field("cause", N_("The kind of trouble it mends"), Type.CHOICE, choices=CAUSES),
        Field("tags", N_("Words to find it by"), help=N_("Separated by commas.")),
        Field("author", N_("Who tells it"), Type.REF, refers="organisation"),
        Field(
            "told_on",
            N_("Told on"),
            Type.DATE,
            N_("Leave empty while it is for the council only: no other register is sent it."),
        ),
        Field("from_register", N_("Where it came from"), help=N_("The council whose register it came from.")),
        NOTE,
    ),
    saved=N_("Saved good practice"),
    removed=N_("Deleted good practice"),
    titled_by="title",
)

ADOPTION = Entity(
    "adoption",
    N_("Adoption of good practice"),
    N_("Adoptions of good practice"),
    (
        Field("practice", N_("Good practice"), Type.REF, required=True, refers="practice"),
        Field("organisation", N_("Who adopted it"), Type.REF, refers="organisation"),
        Field("partnership", N_("In which partnership"), Type.REF, refers="partnership"),
        Field("adopted_on", N_("Adopted on"), Type.DATE),
        Field("result", N_("What came of it?"), Type.LONG),
        Field("result_on", N_("Result told on"), Type.DATE),
        NOTE,
    ),
    saved=N_("Saved adoption of good practice"),
    removed=N_("Deleted adoption of good practice"),
    titled_by="",
)
