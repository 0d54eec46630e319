"""What a record's page shows, as frozen values: head, facts, sections, and where each part leads.

To add a page for a kind: a function in a file of its own here, its line in `actions/pages.py`, its test.
"""

from collections.abc import Mapping, Sized
from dataclasses import dataclass
from typing import NamedTuple

from pmdesk.domain.dates import say_date
from pmdesk.domain.words import Words
from pmdesk.figures.risk_matrix import RiskMatrix

Record = Mapping[str, object]
Pill = tuple[str, str]  # (shape, word), as figures/update_states.py gives them


class Edit(NamedTuple):
    """What the form opens with: a record, or a new one and what is known of it; `field` gets the keyboard."""

    kind: str
    record: str | None = None
    values: Mapping[str, str] = {}
    field: str = ""


class Lead(NamedTuple):
    """Where something leads: a page of the window and what it is given ('edit' is given an Edit)."""

    page: str
    argument: object = None


class Action(NamedTuple):
    """A button: its word, its icon's name or None, where it leads."""

    word: str
    icon: str | None
    lead: Lead


class Fact(NamedTuple):
    label: str
    value: str
    note: str = ""


class Column(NamedTuple):
    """`share` is the part of the width, out of what the shares of a table add up to.

    `align` is 'right' for figures; words that may be cut `give` way where there is too little room.
    """

    title: str
    share: float = 1.0
    strong: bool = False
    align: str = "left"
    gives: bool = False


class Cell(NamedTuple):
    """Words in a table: `note` quiet after them; `state` makes a pill; `link` shows that it leads on.

    `icon` names a small drawing before the words, such as the arrow of a direction.
    """

    text: str = ""
    note: str = ""
    state: str = ""
    lead: Lead | None = None
    link: bool = False
    quiet: bool = False
    icon: str = ""


class Row(NamedTuple):
    """A row of a table and, where it is a record of its own, which."""

    cells: tuple[Cell, ...]
    kind: str = ""
    record: str = ""


class Ask(NamedTuple):
    """A question that nobody has answered yet, and the form in which it is."""

    question: str
    lead: Lead


class Pair(NamedTuple):
    """A line 'label: words', with words after it that lead somewhere; `state` makes the words a pill."""

    label: str
    text: str
    link: str = ""
    lead: Lead | None = None
    state: str = ""


class Side(NamedTuple):
    """What one of two sides says: who, quietly when and by whom, the words, and one line under them."""

    who: str
    quiet: str
    text: str
    foot: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it: a table, text, pairs; `empty` is said for no rows, then `more`.

    `ask` is the question that nobody has answered, and where it is; `under` is part of the section before it.
    `sides` are columns that stand beside one another, each of what one side says.
    """

    title: str
    count: str = ""
    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()
    empty: str = ""
    text: str = ""
    pairs: tuple[Pair, ...] = ()
    action: Action | None = None
    more: Action | None = None
    ask: Ask | None = None
    matrix: RiskMatrix | None = None
    under: bool = False
    sides: tuple[tuple[Side, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class RecordPage:
    """A record as a person reads it, top to bottom."""

    kind: str
    id: str
    title: str
    pill: Pill | None
    quiet: str
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]
    primary: Action | None = None
    line: str = ""  # a sentence under the facts: what of it is answered
    unsettled: tuple[str, ...] = ()  # what two laptops left to settle in it (figures/conflicts.py)


class Changed(NamedTuple):
    """Who changed a record last, on which day, and how many changes it has had."""

    by: str
    on: str
    changes: int


def word(record: Record, name: str) -> str:
    """A field as text, '' when empty."""
    value = record.get(name)
    return "" if value is None else str(value)


def sentences(*parts: str) -> str:
    """Short facts as one quiet line: 'Charity. Voluntary and community. Link officer Ruth Adeyemi.'"""
    return " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in parts if part)


def count_of(rows: Sized) -> str:
    """How many there are, beside a heading; nothing for none."""
    return str(len(rows)) if rows else ""


def adding(said: str, kind: str, known: Mapping[str, str]) -> Action:
    """The button that opens the form of a new record of which something is known."""
    return Action(said, "plus", Lead("edit", Edit(kind, None, known)))


def said_changed(changed: Changed, words: Words) -> str:
    """'Last changed by Ruth Adeyemi, 21 April 2026.'"""
    day = say_date(changed.on, words)
    if not changed.by:
        return words("Last changed {day}.", day=day)
    return words("Last changed by {who}, {day}.", who=changed.by, day=day)


def pill_cell(pill: Pill | None, lead: Lead | None = None) -> Cell:
    """A cell with a pill, or an empty one."""
    return Cell(pill[1], state=pill[0], lead=lead) if pill else Cell(lead=lead)
