"""Everything the register holds about a person, in words, for the person themselves; private."""

from dataclasses import dataclass
from itertools import groupby

from pmdesk.domain.words import Words
from pmdesk.figures.paper_values import Cell, Column, Group


@dataclass(frozen=True, slots=True)
class Held:
    """One thing that is held: what it is, where it comes from ('' where it is plain), what it says."""

    what: str
    where: str
    text: str
    private: bool = False

    def cells(self, words: Words, under: bool = False) -> tuple[Cell, Cell]:
        """As two cells of a table: what is for the council only says so; `under` a heading of where it is."""
        quiet = ["" if under else self.where, words("for the council only") if self.private else ""]
        return Cell(self.what, quiet="\n".join(part for part in quiet if part)), Cell(self.text)


@dataclass(frozen=True, slots=True)
class HeldPart:
    """A heading and the things under it."""

    heading: str
    rows: tuple[Held, ...]

    def groups(self, words: Words) -> tuple[Group, ...]:
        """Its rows for a table: what a record is called stands once, over all that it says."""
        places = [(where, tuple(rows)) for where, rows in groupby(self.rows, key=lambda row: row.where)]
        under = any(where and len(rows) > 1 for where, rows in places)
        if not under:
            return (Group("", tuple(row.cells(words) for row in self.rows)),)
        return tuple(Group(where, tuple(row.cells(words, under) for row in rows)) for where, rows in places)


@dataclass(frozen=True, slots=True)
class PersonReport:
    """What the paper and the command line say of one person."""

    council: str
    person: str  # the id of the record
    name: str
    parts: tuple[HeldPart, ...]
    made_on: str


def report_columns(words: Words) -> tuple[Column, ...]:
    """The two columns of every table of the paper."""
    return Column(words("What"), 1.1), Column(words("What it says"), 2)


def report_intro(words: Words) -> str:
    """What the paper is, for whom it is made."""
    return words(
        "Made for the person it is about, who may ask what is held about them and have it put right. It holds"
        " what is for the council only. Answers in health checks are given alone: nobody can tell whose they"
        " are."
    )
