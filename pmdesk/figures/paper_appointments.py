"""The list of appointments for the agenda of Annual Council: what it says, in the order it is read."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pmdesk.domain.dates import say_date
from pmdesk.domain.words import N_, Words
from pmdesk.figures.annual_council import SittingFigures, in_groups
from pmdesk.figures.annual_council_seat import SeatLine
from pmdesk.figures.balance_words import say_balance, say_difference
from pmdesk.figures.paper_values import Cell, Column, Group

Rows = tuple[tuple[Cell, ...], ...]

# What a public list says of a seat in each state; a state of STATES has its word here.
_DECISIONS = {
    "undecided": N_("To be decided"),
    "renewed": N_("Renewed"),
    "changed": N_("New"),
    "filled": N_("New"),
    "new": N_("New"),
    "runs_on": N_("Continues"),
}
_COUNTED = (
    ("Renewed", N_("{n} renewed")),
    ("New", N_("{n} new")),
    ("Continues", N_("{n} continuing")),
    ("To be decided", N_("{n} to be decided")),
    ("", N_("{n} vacant")),
)


@dataclass(frozen=True, slots=True)
class AppointmentsPaper:
    """The paper: `empty` are seats to be filled, `left` the bodies the council leaves; no rows, no part."""

    council: str
    title: str
    occasion: str
    intro: str
    empty_columns: tuple[Column, ...]
    empty: Rows
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]  # by who appoints
    left_columns: tuple[Column, ...]
    left: Rows
    balance: str  # the finding; '' where no member has a political group
    balance_columns: tuple[Column, ...]
    balance_rows: Rows
    made_on: str


def appointments_paper(figures: SittingFigures, council: str, today: str, words: Words) -> AppointmentsPaper:
    """The resulting list as decided so far, said in one language."""
    standing = [line for line in figures.lines if line.sits or line.is_empty]
    shares = figures.balance.shares
    return AppointmentsPaper(
        council=council,
        title=words("Appointments to outside bodies, {year}", year=figures.sitting.year),
        occasion=words("Annual Council, {day}", day=say_date(figures.sitting.opening, words)),
        intro=_intro(standing, words),
        empty_columns=(
            Column(words("Outside body"), 2.7),
            Column(words("Seat"), 1.5),
            Column(words("Vacant"), 2.6),
            Column(words("Appointed by"), 1.4),
        ),
        empty=tuple(_empty_row(line, words) for line in standing if line.is_empty),
        columns=(
            Column(words("Outside body"), 2.6),
            Column(words("Representatives"), 2.5),
            Column(words("Term"), 2.7),
            Column(words("Decision"), 1.2),
        ),
        groups=tuple(
            Group(heading, tuple(_body_row(held, words) for held in _by_body(lines)))
            for heading, lines in in_groups(standing, "appointed_by", words)
        ),
        left_columns=(Column(words("Outside body"), 3), Column(words("Why"), 4)),
        left=_left(figures.lines),
        balance=say_balance(figures.balance, words) if shares else "",
        balance_columns=(
            Column(words("Political group"), 2.4),
            Column(words("Members of the council"), 1.6, right=True),
            Column(words("Seats due"), 1.2, right=True),
            Column(words("Seats held"), 1.2, right=True),
            Column(words("Difference"), 1.4),
        ),
        balance_rows=tuple(
            (
                Cell(share.group, strong=True),
                Cell(str(share.members)),
                Cell(str(share.entitled)),
                Cell(str(share.held)),
                Cell(say_difference(share, words)),
            )
            for share in shares
        ),
        made_on=today,
    )


def decision_word(line: SeatLine, words: Words) -> str:
    """What the public list says was decided."""
    return words("Vacant") if line.is_empty else words(_DECISIONS.get(line.state, ""))


def _intro(lines: Sequence[SeatLine], words: Words) -> str:
    """'The council appoints to 36 outside bodies. Of 52 seats: 5 renewed, 3 vacant.'"""
    bodies = len({line.body for line in lines})
    said = words.plural(
        bodies, "The council appoints to {n} outside body.", "The council appoints to {n} outside bodies."
    )
    counts = Counter("" if line.is_empty else _DECISIONS.get(line.state, "") for line in lines)
    parts = [words(text, n=counts[code]) for code, text in _COUNTED if counts[code]]
    if not parts:
        return said
    seats = words.plural(
        len(lines), "Of {n} seat: {parts}.", "Of {n} seats: {parts}.", parts=", ".join(parts)
    )
    return f"{said} {seats}"


def _empty_row(line: SeatLine, words: Words) -> tuple[Cell, ...]:
    since = line.outcome if line.state == "ended" else line.term
    return (
        Cell(line.body_name, quiet=words("Required by law") if line.statutory else "", strong=True),
        Cell(line.capacity or words("Member")),
        Cell(since[:1].upper() + since[1:]),
        Cell(line.appointed_by),
    )


def _by_body(lines: Sequence[SeatLine]) -> list[list[SeatLine]]:
    found: dict[str, list[SeatLine]] = {}
    for line in lines:
        found.setdefault(line.body, []).append(line)
    return list(found.values())


def _body_row(lines: Sequence[SeatLine], words: Words) -> tuple[Cell, ...]:
    """A body with its seats, each on a line of its own in every column."""
    vacant = words("Vacant seat")
    return (
        Cell(lines[0].body_name, quiet=words("Required by law") if lines[0].statutory else "", strong=True),
        Cell("\n".join(line.sits or vacant for line in lines)),
        Cell("\n".join(line.sits_when if line.sits else "–" for line in lines)),
        Cell("\n".join(decision_word(line, words) for line in lines)),
    )


def _left(lines: Sequence[SeatLine]) -> Rows:
    """Bodies the council stops appointing to, once each, with the reason."""
    found = {
        line.body: line for line in lines if line.state == "ended" and not line.is_empty and not line.sits
    }
    return tuple((Cell(line.body_name, strong=True), Cell(line.because)) for line in found.values())
