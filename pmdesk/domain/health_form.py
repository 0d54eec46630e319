"""The fillable form of a health check: what stands in it, and what its boxes are called."""

from collections.abc import Mapping
from dataclasses import dataclass

from pmdesk.domain.health_templates import Principle

SAID = "said"


@dataclass(frozen=True, slots=True)
class HealthForm:
    """One organisation's form; the ticket says whose it is, signed by the laptop that made it."""

    council: str
    title: str
    partnership: str
    who: str
    principles: tuple[Principle, ...]
    ticket: str
    made_on: str


def answer_name(at: int) -> str:
    """What the boxes of a statement are called, counted from 0.

    >>> answer_name(0), answer_name(35)
    ('s1', 's36')
    """
    return f"s{at + 1}"


def names_of(statements: int) -> tuple[str, ...]:
    """Every name that a form of so many statements has.

    >>> names_of(2)
    ('s1', 's2', 'said')
    """
    return (*map(answer_name, range(statements)), SAID)


def answers_of(typed: Mapping[str, str], statements: int) -> list[int | None]:
    """The numbers chosen; None where none was, 0 for what is no answer of ours.

    >>> answers_of({"s1": "4", "s2": "", "s3": "x"}, 3)
    [4, None, 0]
    """
    found = [typed.get(answer_name(at), "") for at in range(statements)]
    return [(int(each) if each in ("1", "2", "3", "4") else 0) if each else None for each in found]
