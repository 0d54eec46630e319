"""The one sentence that says what matters about a measure: on course, short, met, below its floor, unknown.

The same words head its chart, its tile among others and its paper; nothing is worked out here but the choice.
"""

from decimal import Decimal
from typing import NamedTuple

from pmdesk.domain.decimals import rounded
from pmdesk.domain.floor import floor_gap
from pmdesk.domain.periods import financial_year, say_period
from pmdesk.domain.profile import PathValue, course, is_aimed, value_at
from pmdesk.domain.rating import worse_by
from pmdesk.domain.series import Target
from pmdesk.domain.spacing import is_part_year, numbered, span, year_end
from pmdesk.domain.units import is_per_cent, is_pounds
from pmdesk.domain.words import N_, Words
from pmdesk.figures.measure_story import MeasureStory

_LONGEST_UNIT = 14
_COUNTED = ("number", "no.", "no", "count", "rate", "ratio", "index", "score", "nifer")

# What there is to say: the whole sentence, and the few words of a small chart.
_SENTENCES: dict[str, tuple[str, str]] = {
    "no_readings": (N_("No readings yet"), N_("No readings yet")),
    "no_number": (N_("No reading has a number yet"), N_("No number yet")),
    "no_polarity": (
        N_("Which way is better has not been said; the latest is {value}, {latest}"),
        N_("Which way is better?"),
    ),
    "neither": (N_("Neither way is better; the latest is {value}, {latest}"), N_("Neither way is better")),
    "below_floor": (
        N_("It is {amount} worse than its floor of {floor}"),
        N_("{amount} worse than its floor"),
    ),
    "no_target": (N_("No target yet; the latest is {value}, {latest}"), N_("No target yet")),
    "target_over": (N_("No target after {period}; the latest is {value}, {latest}"), N_("No target now")),
    "met": (N_("It met its target for {period}, at {value}"), N_("Met its target")),
    "just_missed": (N_("It just missed its target for {period}, at {value}"), N_("Just missed its target")),
    "missed_higher": (
        N_("It ended {period} {amount} short of its target"),
        N_("{amount} short of its target"),
    ),
    "missed_lower": (N_("It ended {period} {amount} above its target"), N_("{amount} above its target")),
    "missed_band": (N_("It ended {period} {amount} outside its band"), N_("{amount} outside its band")),
    "stopped": (N_("No reading for {period}, when its target fell due"), N_("No reading when it fell due")),
    "suppressed": (
        N_("The figure for {period}, when its target fell due, is suppressed"),
        N_("Suppressed when it fell due"),
    ),
    "unknown": (
        N_("The figure for {period}, when its target fell due, is not known"),
        N_("Not known when it fell due"),
    ),
    "not_applicable": (
        N_("There is no such figure for {period}, when its target fell due"),
        N_("No such figure when it fell due"),
    ),
    "not_due": (N_("The figure for {period} is not due yet"), N_("Its figure is not due yet")),
    "not_enough": (N_("Not enough readings to say where it is heading"), N_("Not enough readings")),
    "on_course": (N_("At this rate it meets its target for {period}"), N_("On course")),
    "just_misses": (N_("At this rate it just misses its target for {period}"), N_("Just misses its target")),
    "short_higher": (
        N_("At this rate it ends {period} {amount} short of its target"),
        N_("Heading {amount} short of target"),
    ),
    "short_lower": (
        N_("At this rate it ends {period} {amount} above its target"),
        N_("Heading {amount} above target"),
    ),
    "short_band": (
        N_("At this rate it ends {period} {amount} outside its band"),
        N_("Heading {amount} outside its band"),
    ),
}


class Outcome(NamedTuple):
    """What there is to say (a key of the sentences), the period it is about, and how far off that is."""

    code: str
    period: str = ""
    off: Decimal | None = None
    floor: Decimal | None = None


def outcome(story: MeasureStory) -> Outcome:
    """Which of the sentences is true of a measure, the first that matters."""
    told = numbered(story.readings)
    if not told:
        return Outcome("no_number" if story.readings else "no_readings")
    if story.scale.polarity not in ("higher", "lower", "band"):
        return Outcome("neither" if story.scale.polarity == "none" else "no_polarity")
    gap = floor_gap(story.scale, story.targets, told)
    if gap and gap.gap > 0:
        return Outcome("below_floor", gap.period, gap.gap, gap.floor)
    aims = [each for each in story.targets if is_aimed(each)]
    if not aims:
        return Outcome("no_target")
    now = span(told[-1].period).month
    ends = max(span(each.period).month for each in aims)
    if now >= ends:
        return _ended(story, aims) if now == ends else Outcome("target_over", aims[-1].period)
    return _ahead(story)


def finding(story: MeasureStory, words: Words) -> str:
    """The sentence: 'At this rate it ends 2026-27 1.8 points short of its target'."""
    return _say(story, outcome(story), 0, words)


def short_finding(story: MeasureStory, words: Words) -> str:
    """The same in a few words, for a chart beside others: 'Heading 1.8 points short'."""
    return _say(story, outcome(story), 1, words)


def bare(story: MeasureStory, number: Decimal | None, signed: bool = False) -> str:
    """A number as a chart shows it: '46.9' and '12' without their unit, pounds with their sign."""
    return story.said(number, signed) if is_pounds(story.unit) else story.number(number, signed)


def measured(story: MeasureStory, number: Decimal | None) -> str:
    """A number as a sentence says it: '46.9%', '£4,960', '12 days'."""
    if is_per_cent(story.unit):
        return story.said(number)
    return bare(story, number) + _unit_after(story)


def amount(story: MeasureStory, number: Decimal, words: Words) -> str:
    """How far something is off: '1.8 points' of a percentage, '£40', '3 days', '2.6'."""
    if is_per_cent(story.unit):
        said = story.number(number)
        return words("1 point") if said == "1" else words("{n} points", n=said)
    return bare(story, number) + _unit_after(story)


def said_end(period: str, words: Words) -> str:
    """A period by what it ends: '2026-27' for its fourth quarter, else the period itself."""
    here = span(period)
    ends_year = here.months < 12 and here.month == year_end(here.month)
    return financial_year(period) if ends_year else say_period(period, words)


def _say(story: MeasureStory, found: Outcome, which: int, words: Words) -> str:
    latest = next(iter(reversed(numbered(story.readings))), None)
    return words(
        _SENTENCES[found.code][which],
        period=said_end(found.period, words) if found.period else "",
        amount=amount(story, found.off, words) if found.off is not None else "",
        floor=measured(story, found.floor),
        value=measured(story, latest.value) if latest else "",
        latest=say_period(latest.period, words) if latest else "",
    )


def _ended(story: MeasureStory, aims: list[Target]) -> Outcome:
    """The last target's own period has its reading: met or missed."""
    last = numbered(story.readings)[-1]
    reached = value_at(course(story.scale, aims, story.readings), last.period)
    return _judged(story, last.value, reached, last.period, ("met", "just_missed", "missed"))


def _ahead(story: MeasureStory) -> Outcome:
    """A target lies ahead of the latest reading: what the forecast says of it."""
    ahead = story.forecast
    if ahead.period and span(ahead.period).ends < story.today:
        return Outcome(_instead(story, ahead.period), ahead.period)
    if ahead.value is None:
        return _year_ended(story) or Outcome("not_enough", ahead.period)
    reached = value_at(course(story.scale, story.targets, story.readings), ahead.period)
    if reached is None:
        latest = numbered(story.readings)[-1]
        return Outcome(
            "target_over" if is_part_year(story.scale, latest.period) else "no_target", ahead.period
        )
    return _judged(story, ahead.value, reached, ahead.period, ("on_course", "just_misses", "short"))


def _instead(story: MeasureStory, period: str) -> str:
    """The state that stands for a figure when its target fell due; 'stopped' where nothing was entered."""
    ends = span(period).ends
    states = [each.rating for each in story.standings if each.ends == ends and each.value is None]
    return states[-1] if states else "stopped"


def _year_ended(story: MeasureStory) -> Outcome | None:
    """How the finished year of what adds up ended, where too few years are known to say how the next will."""
    last = numbered(story.readings)[-1]
    if story.scale.aggregation != "cumulative" or is_part_year(story.scale, last.period):
        return None
    reached = value_at(course(story.scale, story.targets, story.readings), last.period)
    if reached is None or reached.found != "target":
        return None
    return _judged(story, last.value, reached, last.period, ("met", "just_missed", "missed"))


def _judged(
    story: MeasureStory,
    value: Decimal | None,
    reached: PathValue | None,
    period: str,
    codes: tuple[str, str, str],
) -> Outcome:
    """By how much a value is worse than what its period should reach, as the figures shown say it."""
    good, near, bad = codes
    worse = worse_by(value, reached, story.scale.polarity) if value is not None else None
    if worse is None:
        return Outcome("no_target")
    if worse <= 0:
        return Outcome(good, period)
    places = story.shown_decimals
    if story.scale.polarity != "band" and value is not None and reached and reached.value is not None:
        worse = abs(rounded(value, places) - rounded(reached.value, places))
    if not rounded(worse, places):
        return Outcome(near, period)
    return Outcome(f"{bad}_{story.scale.polarity}", period, worse)


def _unit_after(story: MeasureStory) -> str:
    """' days': a unit short enough to follow its number; a long one is said beside the title."""
    unit = story.unit.strip()
    if not unit or is_pounds(unit) or len(unit) > _LONGEST_UNIT or unit.casefold() in _COUNTED:
        return ""
    return f" {unit}"
