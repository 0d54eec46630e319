"""What the paper of erasures draws, frozen; of the people only the ids of their records."""

from dataclasses import dataclass

from pmdesk.domain.words import Words
from pmdesk.figures.paper_values import Cell, Column


@dataclass(frozen=True, slots=True)
class ErasedOne:
    """One erasure: its day as a heading, the record's id and by whom, why, and what went by kind."""

    heading: str
    record: str
    reason: str
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class ErasureFigures:
    """Every erasure, or one person's, the newest first, and what none of them reaches."""

    council: str
    occasion: str
    intro: str
    columns: tuple[Column, ...]
    erased: tuple[ErasedOne, ...]
    not_reached: tuple[str, ...]
    made_on: str


def erasure_columns(words: Words) -> tuple[Column, ...]:
    """Kind of record, its fields, how many values went."""
    return (
        Column(words("Kind"), 1.2),
        Column(words("Which answers"), 3.4),
        Column(words("Values"), 0.5, right=True),
    )
