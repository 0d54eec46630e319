"""The list of measures and one measure's page, read whole and said in words; writes nothing.

To add a filter: its SQL in `register/measures.py` and `tallies.py`, its word in FILTERS, its values in _said.
"""

from array import array
from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from pmdesk.actions.challenge_marks import challenge_marks
from pmdesk.actions.challenges import of_measure
from pmdesk.actions.conflicts import unsettled_in
from pmdesk.actions.measure_story import story
from pmdesk.actions.pages import last_due
from pmdesk.actions.practices import offers
from pmdesk.actions.reading import read_record
from pmdesk.domain.measure import MEASURE
from pmdesk.domain.periods import next_period
from pmdesk.domain.rating import RATINGS, rule_in_force, word_of
from pmdesk.domain.words import N_, Words
from pmdesk.figures.challenge_marks import marked
from pmdesk.figures.measure_page import MeasurePage, measure_page
from pmdesk.figures.measure_rows import Effort, MeasureRow, measure_row
from pmdesk.figures.measure_story import MeasureStory
from pmdesk.figures.rating_counts import rating_counts, said_counts
from pmdesk.register.lists import Row
from pmdesk.register.store import Register

# What the list can be narrowed by, in the order of the menu.
FILTERS: Mapping[str, str] = {
    "rating": N_("Rating"),
    "partnership": N_("Partnership"),
    "owner": N_("Owner"),
    "objective": N_("Objective"),
    "kind": N_("Kind"),
    "ready": N_("Readiness"),
    "central": N_("Measured centrally"),
    "noteless": N_("Missed, with no note"),
    "overdue": N_("Reading overdue"),
}
# Those that are either asked for or not: they have no list of values.
SWITCHES = ("noteless", "overdue")
# The kinds the list and the page are said from: when one of them changes they are read again.
SHOWS = (
    *(
        "measure",
        "earlier_tolerance",
        "target",
        "reading",
        "comparator",
        "rating_rule",
        "settings",
        "serves",
        "objective",
    ),
    *("alignment", "plan", "partnership", "person", "organisation", "challenge", "challenge_reply"),
    "practice",
)

_YES_NO: Mapping[str, Mapping[bool, str]] = {
    "ready": {False: N_("Not ready"), True: N_("Ready")},
    "central": {False: N_("Nobody outside judges it"), True: N_("Measured centrally")},
}


class Choice(NamedTuple):
    """A value the list can be narrowed to, in words, and how many measures have it."""

    value: object
    word: str
    measures: int


BEGINNING = 128  # rows read before any other of a very long list: a page of it


class MeasuresList:
    """What the list shows: `count`, `rows(first, last)`, `position(id)`, as they stood when it was made.

    Of a very long list only the beginning is read then, and the rest once it is asked for.
    """

    def __init__(
        self,
        register: Register,
        today: str,
        words: Words,
        typed: str = "",
        narrowed: Mapping[str, object] | None = None,
        order: str = "code",
        down: bool = False,
    ) -> None:
        """`narrowed` maps names of FILTERS to a Choice's value; `order` is one of `register/measures.py`."""
        self._register, self._words = register, words
        self._rules, self._due = register.rules(), last_due(register, today)
        self._today = today
        asked = as_asked(register, today, narrowed or {})
        self._asked = (typed, asked, order, down)
        begins = None if typed.strip() or asked else register.measures_beginning(order, down, BEGINNING)
        self._count, self._first = begins or (len(self._numbers), list[int]())

    @cached_property
    def _numbers(self) -> "array[int]":
        return self._register.measures(*self._asked)

    def count(self) -> int:
        return self._count

    def rows(self, first: int, last: int) -> list[MeasureRow]:
        """Rows `first` up to but not including `last`, with three questions for all of them."""
        wanted = self._first[first:last] if last <= len(self._first) else self._numbers[first:last]
        kept = self._register.kept(wanted)
        found = self._register.page("measure", wanted)
        marks = challenge_marks(self._register, [row["id"] for row in found], self._today, self._words)
        return [
            marked(measure_row(row, kept.get(int(str(row["n"]))), self._rules, self._due, self._words), marks)
            for row in found
        ]

    def position(self, id: str) -> int | None:
        """Where a measure stands; None when the filters leave it out."""
        row = self._register.get("measure", id)
        try:
            return self._numbers.index(int(str(row["n"]))) if row else None
        except ValueError:
            return None

    def id_at(self, place: int) -> str:
        """The measure at a place; '' beyond either end."""
        rows = self._register.page("measure", self._numbers[place : place + 1]) if place >= 0 else []
        return str(rows[0]["id"]) if rows else ""


def as_asked(register: Register, today: str, narrowed: Mapping[str, object]) -> dict[str, object]:
    """Filters as the register takes them: what is overdue depends on the day and the days allowed."""
    return {
        name: last_due(register, today) if name == "overdue" else value for name, value in narrowed.items()
    }


def filter_choices(register: Register, name: str, today: str, words: Words) -> list[Choice]:
    """The values of a filter that some measure has, each counted; only what exists is read."""
    counted = register.measure_counts(name)
    made = [
        Choice(_value(name, value), said, tally.measures)
        for value, tally in counted.items()
        if value != "" and (said := say_choice(register, name, _value(name, value), today, words))
    ]
    return sorted(made, key=lambda each: _in_order(name, each))


def say_choice(register: Register, name: str, value: object, today: str, words: Words) -> str:
    """A filter's value in words: a rating in the council's own, a record by its name."""
    if name in _YES_NO:
        return words(_YES_NO[name][bool(value)])
    if name == "rating":
        return words(word_of(str(value), rule_in_force(register.rules(), today)))
    if name == "kind":
        return words(MEASURE.field("kind").choice_label(value))
    return register.title(str(value)) if name not in SWITCHES else ""


def then_and_now(register: Register, today: str, words: Words) -> str:
    """How many measures have each rating, and how it stood a year ago; '' before there is any.

    The past is asked reading by reading: where there may be a million of them, not in the window's thread.
    """
    now: Mapping[str, int] = register.ratings()
    day = f"{int(today[:4]) - 1}{today[4:]}"
    then = Counter(register.ratings_at(day).values())
    rules = register.rules()
    said, before = (said_counts(rating_counts(each, rules, words), words) for each in (now, then))
    if not said:
        return ""
    if not before:
        return words("{counts}.", counts=said)
    return words("{counts}. A year ago: {before}.", counts=said, before=before)


def effort_split(register: Register) -> tuple[Effort, Effort]:
    """(measured centrally, judged by nobody outside): measures and the hours recorded on them (¶96)."""
    counted = register.measure_counts("central")
    nothing = Effort(0, 0, 0)
    return (
        Effort(*counted[1]) if 1 in counted else nothing,
        Effort(*counted[0]) if 0 in counted else nothing,
    )


def next_target(register: Register, record: str) -> Mapping[str, str]:
    """What is known of the target after one (its id): the next period without a target, who agrees it, when.

    A profile has one for every quarter, agreed in one sitting.
    """
    row = read_record(register, "target", record)
    taken = {str(each["period"]) for each in register.all("target", measure=row["measure"])}
    period = next_period(str(row["period"]))
    while period in taken:
        period = next_period(period)
    known = {"measure": row["measure"], "period": period}
    known |= {name: row[name] for name in ("agreed_by", "agreed_on")}
    return {name: str(value) for name, value in known.items() if value}


def page_of(register: Register, measure: str, today: str, words: Words) -> tuple[MeasureStory, MeasurePage]:
    """A measure's story and its page; Refused when it is not there."""
    told = story(register, measure, today)
    links = {str(row["objective"]): str(row["id"]) for row in register.all("serves", measure=measure)}
    challenges = of_measure(register, dict(told.measure), today, words)
    rating = told.latest.rating if told.latest else ""
    helping = offers(register, dict(told.measure), rating, told.reading_rows.values())
    asked = unsettled_in(register, "measure", measure)
    return told, measure_page(told, _plans(register, told), links, words, challenges, helping, asked)


def is_register_empty(register: Register) -> bool:
    """Whether the register has no measure at all."""
    return not register.count("measure")


def _plans(register: Register, told: MeasureStory) -> dict[str, Row]:
    """The plans of the objectives a measure counts for, by id."""
    wanted = tuple({str(each["plan"]) for each in (*told.objectives, *told.aligned) if each.get("plan")})
    return {str(row["id"]): row for row in register.all("plan", id=wanted)} if wanted else {}


def _value(name: str, value: object) -> object:
    return bool(value) if name in _YES_NO else value


def _in_order(name: str, choice: Choice) -> tuple[object, ...]:
    if name == "rating":
        return (list(RATINGS).index(str(choice.value)),)
    if name in _YES_NO:
        return (bool(choice.value),)
    return (choice.word.casefold(),)
