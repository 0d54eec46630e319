"""What each paper draws, frozen, said in the paper's language; nothing private has a place here."""

from dataclasses import dataclass

from pmdesk.figures.exchanges import Exchange
from pmdesk.figures.timeline import TimelineFigures

# A label and what it says; pairs fill the two columns of a facts table row by row.
Fact = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what a person typed under it: blank lines part paragraphs, '1.' and '-' begin lists."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Worth:
    """Whether it was worthwhile for someone: the answer's code ('yes', 'partly', 'no' or '') and why."""

    whom: str
    answer: str
    why: str


@dataclass(frozen=True, slots=True)
class AnnualUpdateFigures:
    """A member's account of one year on one outside body, for the public."""

    council: str
    year: str  # '2025-26'
    body: str
    member: str
    capacity: str  # 'trustee'; '' when not known
    facts: tuple[Fact, ...]
    recommendation: str  # the said choice, '' when not answered
    sections: tuple[Section, ...]  # before 'Was it worthwhile?'; those without text are left out
    worthwhile: tuple[Worth, ...]
    closing: tuple[Section, ...]  # after it
    made_on: str  # ISO day
    recorded_by: str = ""  # 'Recorded by X for Y', unless Y's own device signed
    standing: str = ""  # 'Draft: not yet submitted'; '' once accepted
    unsettled: str = ""  # which values it rests on that nobody has settled (figures/conflicts.py)


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading and its share of the width."""

    heading: str
    share: float
    right: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: each line of `text` begins anew, `quiet` stands under it, `state` puts a shape before it.

    States: 'met', 'close', 'missed', 'done', 'none'; '' for no shape.
    """

    text: str
    quiet: str = ""
    strong: bool = False
    state: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under a heading; the heading is '' where the list has no groups."""

    heading: str
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class RegisterFigures:
    """A list fit to publish: the register of outside bodies or of partnerships."""

    council: str
    occasion: str
    title: str
    intro: str  # one sentence with its counts
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    made_on: str
    contact: str = ""  # an e-mail address for questions


@dataclass(frozen=True, slots=True)
class ProgressFigures:
    """A partnership's progress in one period, for its portfolio member and, through them, Cabinet."""

    council: str
    partnership: str
    period: str
    report_of: str  # 'Report of Councillor Priya Nair, portfolio member for communities'; may be ''
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]
    milestones: TimelineFigures | None
    made_on: str
    recorded_by: str = ""
    standing: str = ""
    exchanges: tuple[Exchange, ...] = ()  # challenges about it, with their replies
    unsettled: str = ""  # which values it rests on that nobody has settled (figures/conflicts.py)
