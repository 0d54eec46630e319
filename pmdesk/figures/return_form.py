"""What one member's fillable form shows and holds, frozen; said in the form's language."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pmdesk.figures.paper_values import Fact


@dataclass(frozen=True, slots=True)
class ReturnFormFigures:
    """One appointment's form: whose it is, what the register knows, what a draft has already.

    `values` are by the names of `domain/return_form.ANSWERS`: text as typed, a choice by its state.
    """

    council: str
    year: str  # '2025-26'
    body: str
    member: str
    capacity: str  # 'trustee'; '' when not known
    facts: tuple[Fact, ...]
    due: str  # the day it is due, said; '' when no day is set
    send_to: str  # an e-mail address; '' when the settings have none
    ticket: str
    made_on: str  # ISO day
    values: Mapping[str, str] = field(default_factory=dict)
    late: bool = False  # made after the day it was due
