"""SMART as questions (field.md, rule 11; ¶95): what is known of a target or milestone, and what to ask.

Records are given as they are shown: references as names, not ids.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pmdesk.domain.dates import MONTHS, is_partial
from pmdesk.domain.decimals import decimal_of, say_measured, say_number
from pmdesk.domain.forecast import best_rate, no_past_rate_reaches, required_rate
from pmdesk.domain.series import Reading, Record, Scale, Target
from pmdesk.domain.spacing import numbered, rate_months
from pmdesk.domain.words import N_, Say


class Ask(NamedTuple):
    """A question, and the field of which record answers it."""

    question: Say
    entity: str
    field: str


class Letter(NamedTuple):
    """One of the five: `letter` is its English initial, `known` what is known ('' when nothing is)."""

    letter: str
    word: str
    known: Say
    asks: tuple[Ask, ...]

    @property
    def answered(self) -> bool:
        return not self.asks


SPECIFIC, MEASURABLE, AGREED = N_("Specific"), N_("Measurable"), N_("Agreed")
RELEVANT, TIME_BOUND = N_("Relevant"), N_("Time-bound")

# A period's name by its months, as a rate is said: '0.78 a quarter'.
A_PERIOD = {
    1: N_("a month"), 3: N_("a quarter"), 6: N_("a half year"), 12: N_("a year"), 24: N_("every two years"),
}  # fmt: skip


def smart_target(measure: Record, target: Record | None, serves: Sequence[str]) -> list[Letter]:
    """The five questions of a measure and its target (rule 11); `target` is None where there is none.

    `serves` names the objectives of other plans that the measure's own objectives contribute to.

    >>> measure = {"title": "Waste recycled", "unit": "%", "frequency": "quarter", "source": "Defra"}
    >>> [each.letter for each in smart_target(measure, {"period": "2026-27", "value": "50"}, ["Less waste"])
    ...     if each.answered]
    ['R', 'T']
    """
    target = target or {}
    return [
        _letter("S", SPECIFIC, _who_and_what(measure), _asks_of_specific(measure)),
        _letter("M", MEASURABLE, _how_measured(measure), _asks_of_measurable(measure)),
        _letter("A", AGREED, _who_agreed(target), _asks_of_agreed(measure, target)),
        _relevant(serves),
        _letter("T", TIME_BOUND, [_when(target.get("period"))], _asks_of_time(target)),
    ]


def smart_milestone(milestone: Record, serves: Sequence[str]) -> list[Letter]:
    """The same five of a milestone: ¶95 names action plans too.

    Its first date is the date agreed, and its partnership those who agreed it; its note says what is there
    when it is done.
    """
    owner, due = _owner(milestone), milestone.get("first_due")
    partnership, done = milestone.get("partnership"), milestone.get("note")
    return [
        _letter("S", SPECIFIC, [_owned(milestone)], [
            _ask(not owner, Say(N_("Who answers for it?")), "milestone", "owner_organisation"),
        ]),
        _letter("M", MEASURABLE, [_as_is(done)], [
            _ask(not done, Say(N_("What will be there when it is done?")), "milestone", "note"),
        ]),
        _letter("A", AGREED, [_as_is(partnership), _when(due)], [
            _ask(not partnership, Say(N_("Which partnership agreed it?")), "milestone", "partnership"),
            _ask(not due, Say(N_("Which date was agreed?")), "milestone", "first_due"),
        ]),
        _relevant(serves),
        _letter("T", TIME_BOUND, [_when(due)], [
            _ask(not due, Say(N_("By when is it to be done?")), "milestone", "first_due"),
        ]),
    ]  # fmt: skip


def say_too_fast(
    measure: Record, scale: Scale, targets: Iterable[Target], readings: Iterable[Reading]
) -> Say | None:
    """The warning that no past rate reaches the target, with both rates; None when one does (rule 11).

    >>> from decimal import Decimal
    >>> told = [Reading("2023-24", Decimal(40)), Reading("2024-25", Decimal(41))]
    >>> goal = [Target("2025-26", Decimal(50))]
    >>> str(say_too_fast({"decimals": 1}, Scale("higher", "ratio", "year"), goal, told))
    'No past rate reaches this: it needs 9.00 a year; the best year so far made 1.00 a year.'
    """
    told, targets = numbered(readings), list(targets)
    if not no_past_rate_reaches(scale, targets, told):
        return None
    needed = required_rate(scale, targets, told)
    best = best_rate(scale, told, needed is not None and needed > 0)
    shown = measure.get("decimals")
    # One decimal more than the measure shows: 0.78 against 0.68 must not both be 1.
    places = (shown if isinstance(shown, int) else 1) + 1
    each = Say(A_PERIOD[rate_months(scale, told[-1].period)])
    values = {"needed": say_number(needed, places), "best": say_number(best, places), "each": each}
    return Say(
        N_("No past rate reaches this: it needs {needed} {each}; the best year so far made {best} {each}."),
        values,
    )


# How often, as it is said inside a line.
_EACH = {
    "month": N_("each month"), "quarter": N_("each quarter"), "half": N_("each half year"),
    "year": N_("each year"), "two_yearly": N_("every second year"), "rolling": N_("over three years"),
}  # fmt: skip
# What is known is said as it was written: only the words about it are translated.
_AS_IS, _DAY, _MONTH = "{known}", "{day} {month} {year}", "{month} {year}"


def _letter(letter: str, word: str, known: Iterable[Say], asks: Iterable[Ask | None]) -> Letter:
    said = [each for each in known if each.text]
    return Letter(
        letter, word, Say(_AS_IS, {"known": said}) if said else Say(""), tuple(each for each in asks if each)
    )


def _ask(lacking: bool, question: Say, entity: str, field: str) -> Ask | None:
    return Ask(question, entity, field) if lacking else None


def _as_is(value: object) -> Say:
    return Say(_AS_IS, {"known": value}) if value else Say("")


def _when(value: object) -> Say:
    """A stored date as a sentence of its own: '3 May 2026', 'March 2023', '2021'."""
    year, month, day = (*str(value).split("-"), "", "")[:3]
    if not is_partial(value) or not month:
        return _as_is(value)
    named = {"year": year, "month": Say(MONTHS[int(month) - 1])}
    return Say(_DAY, {**named, "day": int(day)}) if day else Say(_MONTH, named)


def _owner(record: Record) -> object:
    return record.get("owner") or record.get("owner_organisation")


def _owned(record: Record) -> Say:
    owner = _owner(record)
    return Say(N_("{owner} answers for it"), {"owner": owner}) if owner else Say("")


def _who_and_what(measure: Record) -> list[Say]:
    owner, covers = _owner(measure), str(measure.get("covers") or "")
    if not owner or not covers:
        return [_owned(measure), _as_is(covers)]
    values = {"owner": owner, "covers": _within(covers)}
    return [Say(N_("{owner} answers for it; {covers}"), values)]


def _within(text: str) -> str:
    """What was typed as a sentence of its own, inside another; 'NHS patients' stays as it is."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _asks_of_specific(measure: Record) -> list[Ask | None]:
    return [
        _ask(not _owner(measure), Say(N_("Who answers for it?")), "measure", "owner"),
        _ask(not measure.get("definition"), Say(N_("What is counted, and what is left out?")),
             "measure", "definition"),
        _ask(not measure.get("covers"), Say(N_("Who or where is it for?")), "measure", "covers"),
    ]  # fmt: skip


def _how_measured(measure: Record) -> list[Say]:
    often = _EACH.get(str(measure.get("frequency") or ""), "")
    return [_as_is(measure.get("source")), Say(often), _baseline(measure)]


def _number(measure: Record, value: object) -> str:
    """A number of a measure as people read it; '' for none."""
    shown = measure.get("decimals")
    unit = str(measure.get("unit") or "")
    return say_measured(decimal_of(value), unit, shown if isinstance(shown, int) else None)


def _baseline(measure: Record) -> Say:
    said, on = _number(measure, measure.get("baseline")), measure.get("baseline_on")
    if not said:
        return Say("")
    if not on:
        return Say(N_("baseline {value}"), {"value": said})
    return Say(N_("baseline {value} at {date}"), {"value": said, "date": _when(on)})


def _asks_of_measurable(measure: Record) -> list[Ask | None]:
    return [
        _ask(not measure.get("unit"), Say(N_("In what unit is it measured?")), "measure", "unit"),
        _ask(not measure.get("frequency"), Say(N_("How often is it measured?")), "measure", "frequency"),
        _ask(not measure.get("source"), Say(N_("Where do the figures come from?")), "measure", "source"),
        _ask(decimal_of(measure.get("baseline")) is None, Say(N_("Where did it stand when the work began?")),
             "measure", "baseline"),
    ]  # fmt: skip


def _who_agreed(target: Record) -> list[Say]:
    return [_as_is(target.get("agreed_by")), _when(target.get("agreed_on"))]


def _aimed(measure: Record, target: Record) -> Say:
    """The figure of a target, or both ends of its band."""
    value, low, high = (_number(measure, target.get(name)) for name in ("value", "low", "high"))
    if value or not (low or high):
        return _as_is(value)
    if low and high:
        return Say(N_("{low} to {high}"), {"low": low, "high": high})
    return Say(N_("at least {n}"), {"n": low}) if low else Say(N_("at most {n}"), {"n": high})


def _asks_of_agreed(measure: Record, target: Record) -> list[Ask | None]:
    by, on = target.get("agreed_by"), target.get("agreed_on")
    said = _aimed(measure, target)
    if said.text and not by and not on:
        return [Ask(Say(N_("Who agreed {target}, and when?"), {"target": said}), "target", "agreed_by")]
    return [
        _ask(not by, Say(N_("Who agreed it?")), "target", "agreed_by"),
        _ask(not on, Say(N_("When was it agreed?")), "target", "agreed_on"),
    ]


def _relevant(serves: Sequence[str]) -> Letter:
    question = Say(N_("Which objective of another plan does it serve?"))
    known = [_serving(each) for each in serves]
    return _letter("R", RELEVANT, known, [_ask(not serves, question, "alignment", "serves")])


def _serving(name: str) -> Say:
    return Say(N_("serves ‘{objective}’"), {"objective": name})


def _asks_of_time(target: Record) -> list[Ask | None]:
    question = Say(N_("By when is the target to be reached?"))
    return [_ask(not target.get("period"), question, "target", "period")]
