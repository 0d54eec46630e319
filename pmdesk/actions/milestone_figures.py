"""The milestone timeline's frozen figures, read from the register for one partnership or for all."""

from typing import NamedTuple

from pmdesk.actions.public import public_all
from pmdesk.actions.waiting import chains
from pmdesk.domain.check import say_value
from pmdesk.domain.dates import say_date
from pmdesk.domain.milestone import FORECAST, in_order
from pmdesk.domain.smart import smart_milestone
from pmdesk.domain.words import Words
from pmdesk.figures.measure_story import shown
from pmdesk.figures.slip_chart import SlipFigures, slip_chart
from pmdesk.figures.timeline import TimelineFigures, timeline
from pmdesk.register.lists import Row
from pmdesk.register.store import Register


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
    rows, forecasts = _read(register, partnership)
    linked = chains(register, partnership)
    return timeline(rows, forecasts, today, words, linked.waits, linked.critical)


def milestone_charts(
    register: Register, today: str, words: Words, partnership: str | None = None
) -> tuple[TimelineFigures, SlipFigures]:
    """The timeline and the slip chart of the same milestones."""
    rows, forecasts = _read(register, partnership)
    linked = chains(register, partnership)
    figures = timeline(rows, forecasts, today, words, linked.waits, linked.critical)
    return figures, slip_chart(forecasts, figures, words, linked.waits)


def _read(register: Register, partnership: str | None) -> tuple[list[Row], list[Row]]:
    """The milestones of one partnership, or all, with their forecasts."""
    if partnership is None:
        return public_all(register, "milestone"), public_all(register, "forecast")
    rows = public_all(register, "milestone", partnership=partnership)
    # A list of ids has a limit in SQL; beyond it the forecasts of others are read and passed over.
    ids = tuple(str(row["id"]) for row in rows)
    return rows, public_all(register, "forecast", **({"milestone": ids} if len(ids) < 500 else {}))


def partnerships_with_milestones(register: Register) -> list[Owner]:
    """The partnerships that have milestones, by name."""
    counts: dict[str, int] = {}
    for row in register.all("milestone"):
        if row["partnership"]:
            counts[str(row["partnership"])] = counts.get(str(row["partnership"]), 0) + 1
    rows = register.all("partnership")
    return [
        Owner(str(row["id"]), str(row["name"]), counts[str(row["id"])]) for row in rows if row["id"] in counts
    ]


def partnership_of(register: Register, milestone: str) -> str | None:
    """The id of the partnership a milestone belongs to; None when it has none or is not there."""
    row = register.get("milestone", milestone)
    return str(row["partnership"]) if row and not row["deleted"] and row["partnership"] else None


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
