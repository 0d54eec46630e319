"""The milestone timeline's frozen figures, read from the register for one partnership or for all."""

from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from pmdesk.actions.public import public_all
from pmdesk.actions.waiting import chains
from pmdesk.domain.check import say_value
from pmdesk.domain.dates import say_date
from pmdesk.domain.decimals import say_number
from pmdesk.domain.milestone import FORECAST, in_order
from pmdesk.domain.smart import smart_milestone
from pmdesk.domain.words import Words
from pmdesk.figures.measure_story import shown
from pmdesk.figures.slip_chart import SlipFigures, slip_chart
from pmdesk.figures.timeline import TimelineFigures, timeline
from pmdesk.register.lists import Row
from pmdesk.register.store import Register

# More milestones than a person can read on one chart: of all partnerships those that matter most are shown.
MOST, MOST_LATE = 500, 300


class Owner(NamedTuple):
    """A partnership that has milestones, and how many."""

    id: str
    name: str
    milestones: int


class Questions(NamedTuple):
    """`answered` of the five, and what is still to be asked."""

    answered: int
    of: int
    asked: tuple[str, ...]


class Redate(NamedTuple):
    """One new date a milestone was given, said in words."""

    reported: str
    date: str
    cause: str
    reason: str


def milestone_figures(
    register: Register, today: str, words: Words, partnership: str | None = None
) -> TimelineFigures:
    """The timeline as at `today` (ISO) of one partnership (its id), or of every milestone in the register."""
    return milestone_charts(register, today, words, partnership)[0]


def milestone_charts(
    register: Register, today: str, words: Words, partnership: str | None = None
) -> tuple[TimelineFigures, SlipFigures]:
    """The timeline and the slip chart of the same milestones.

    Of more than MOST in all partnerships together those that are late and those that come next are shown.
    """
    rows, forecasts = _read(register, partnership, today)
    linked = chains(register, partnership)
    figures = timeline(rows, forecasts, today, words, linked.waits, linked.critical)
    if partnership is None and (left := register.count("milestone") - len(rows)) > 0:
        figures = replace(figures, finding=_finding(register, today, words), left_out=left)
    return figures, slip_chart(forecasts, figures, words, linked.waits)


def _finding(register: Register, today: str, words: Words) -> str:
    """What is so of all of them, where only some are drawn."""
    counts = register.milestone_counts(today)
    late, of = counts.past + counts.slipping, register.count("milestone")
    return words.plural(
        late, "{n} of {of} milestones is late", "{n} of {of} milestones are late", of=say_number(Decimal(of))
    )


def _read(register: Register, partnership: str | None, today: str) -> tuple[list[Row], list[Row]]:
    """The milestones of one partnership, or of all the ones that matter most, with their forecasts."""
    if partnership is None:
        if register.count("milestone") <= MOST:
            return public_all(register, "milestone"), public_all(register, "forecast")
        late = register.late_milestones(today, MOST_LATE)
        some = tuple(dict.fromkeys([*late, *register.next_milestones(today, MOST - len(late))]))
        return public_all(register, "milestone", id=some), public_all(register, "forecast", milestone=some)
    rows = public_all(register, "milestone", partnership=partnership)
    # A list of ids has a limit in SQL; beyond it the forecasts of others are read and passed over.
    ids = tuple(str(row["id"]) for row in rows)
    return rows, public_all(register, "forecast", **({"milestone": ids} if len(ids) < 500 else {}))


def partnerships_with_milestones(register: Register) -> list[Owner]:
    """The partnerships that have milestones, by name."""
    counts = register.milestone_owners()
    rows = register.all("partnership")
    return [
        Owner(str(row["id"]), str(row["name"]), counts[str(row["id"])]) for row in rows if row["id"] in counts
    ]


def partnership_of(register: Register, milestone: str) -> str | None:
    """The id of the partnership a milestone belongs to; None when it has none or is not there."""
    row = register.get("milestone", milestone)
    return str(row["partnership"]) if row and not row["deleted"] and row["partnership"] else None


def is_milestone(register: Register, record: str) -> bool:
    """Whether a record is a milestone, and not deleted."""
    row = register.get("milestone", record)
    return row is not None and not row["deleted"]


def questions(register: Register, milestone: str, words: Words) -> Questions:
    """How many of the five SMART questions a milestone answers, and those that are open (rule 11)."""
    row = register.get("milestone", milestone)
    letters = smart_milestone(shown(row), _served(register, row["partnership"])) if row else []
    asked = tuple(words(ask.question) for each in letters for ask in each.asks)
    # One missing date leaves two letters open and is asked for once.
    return Questions(sum(each.answered for each in letters), len(letters), tuple(dict.fromkeys(asked)))


def _served(register: Register, partnership: object) -> list[str]:
    """The objectives of other plans that the partnership's own plans contribute to."""
    plans = tuple(row["id"] for row in register.all("plan", partnership=partnership)) if partnership else ()
    own = tuple(row["id"] for row in register.all("objective", plan=plans)) if plans else ()
    links = register.all("alignment", objective=own) if own else []
    return list(dict.fromkeys(str(link["serves_name"]) for link in links))


def redates(register: Register, milestone: str, words: Words) -> list[Redate]:
    """Every new date of a milestone with whose doing it was and why, the newest first."""
    rows = reversed(in_order(register.all("forecast", milestone=milestone)))
    return [
        Redate(
            say_date(row["made_on"], words),
            say_date(row["date"], words),
            say_value(FORECAST.field("cause"), row["cause"], words),
            str(row["reason"] or ""),
        )
        for row in rows
    ]
