"""What a field and an entity are: plain frozen facts that every room reads; no behaviour beyond look-ups.

To add a field: one line in the entity's file here, one migration in `register/migrations`, one test.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as made
from enum import StrEnum

from pmdesk.domain.words import N_


class Type(StrEnum):
    """The kinds of value a field can hold, and how each is stored."""

    TEXT = "text"  # one line
    LONG = "long"  # several paragraphs
    DATE = "date"  # a whole day, ISO text
    PARTIAL = "partial"  # a day, a month or a year: 2024-05-20, 2024-05, 2024
    NUMBER = "number"  # a whole number; text that is no number is kept as typed and marked
    DECIMAL = "decimal"  # an exact number as its own text: '56.9'; other text is kept as typed and marked
    MONEY = "money"  # whole pence
    YES_NO = "yes_no"  # true, false or not answered
    CHOICE = "choice"  # one of the field's codes; other text is kept as typed and marked
    REF = "ref"  # the id of another record
    PERIOD = "period"  # '2025-26', '2025-26 Q4', '2025-04'


@dataclass(frozen=True, slots=True)
class Field:
    """One fact about a record, said once: its label, help, type and what it may hold."""

    name: str
    label: str
    type: Type = Type.TEXT
    help: str = ""
    required: bool = False
    choices: tuple[tuple[str, str], ...] = ()  # (code, label)
    refers: str = ""  # the entity a REF points to
    private: bool = False  # never in a paper or export meant for the public
    also: tuple[str, ...] = ()  # other headings that real files use for this field
    unsearched: bool = False  # its text is nothing to search for: a reading's period, rows of figures

    def choice_label(self, code: object) -> str:
        """The label of a choice's code; text that is no code of ours comes back as it was typed."""
        return dict(self.choices).get(str(code), str(code))


@dataclass(frozen=True, slots=True)
class Entity:
    """One kind of record: its words and its fields in the order a person reads them."""

    name: str
    label: str
    plural: str
    fields: tuple[Field, ...]
    saved: str = ""  # the label of a save, for Undo and history
    removed: str = ""  # the label of a deletion
    titled_by: str = "name"  # the field that names a record; '' when its references do
    private: bool = False  # the whole record is for the council only
    sealed: bool = False  # nobody lists, searches, exports or brings it in: what was answered alone

    named: Mapping[str, Field] = made(init=False, repr=False, compare=False)  # the fields by their names

    def __post_init__(self) -> None:
        object.__setattr__(self, "named", {each.name: each for each in self.fields})

    def field(self, name: str) -> Field:
        """The field called `name`; KeyError when the entity has none."""
        if found := self.named.get(name):
            return found
        raise KeyError(f"{self.name} has no field {name}")

    def has(self, name: str) -> bool:
        return name in self.named

    @property
    def references(self) -> Iterator[Field]:
        return (field for field in self.fields if field.type is Type.REF)


NOTE = Field(
    "note",
    N_("Note"),
    Type.LONG,
    N_("Anything else worth keeping. Not printed in public papers."),
    private=True,
    also=("notes", "remarks", "comment", "comments", "condition"),
)
