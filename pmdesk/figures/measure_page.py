"""A measure's page as frozen values: head, facts, tables and what stands beside.

Its chart is `trajectory.py`'s. Everything is worked out from one MeasureStory, so that page, paper and
command line cannot disagree.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pmdesk.domain.check import say_value
from pmdesk.domain.measure import MEASURE
from pmdesk.domain.periods import say_period
from pmdesk.domain.rating import RATINGS
from pmdesk.domain.words import N_, Words
from pmdesk.figures.challenge_marks import marks_of
from pmdesk.figures.challenges import Challenges, challenges_section
from pmdesk.figures.measure_facts import BigFact, facts_of
from pmdesk.figures.measure_side import Flag, Place, Question, flags_of, places_of, smart_questions
from pmdesk.figures.measure_story import MeasureStory
from pmdesk.figures.measure_tables import (
    comparators_section,
    readings_section,
    targets_section,
    tolerances_section,
    years_section,
)
from pmdesk.figures.practice_page import offers_section
from pmdesk.figures.record_page import Edit, Lead, Pill, Record, Section, sentences, word


@dataclass(frozen=True, slots=True)
class MeasurePage:
    """A measure as a person reads it, top to bottom, then what stands beside it."""

    id: str
    title: str
    pill: Pill
    quiet: str
    partnership: str  # its name, for the way here
    partnership_id: str
    facts: tuple[BigFact, ...]
    ask: tuple[str, Lead] | None  # a missed reading without its note: the request and where it is written
    sections: tuple[Section, ...]
    about: tuple[tuple[str, str], ...]  # longer texts: (heading, text)
    smart: tuple[Question, ...]
    flags: tuple[Flag, ...]
    places: tuple[Place, ...]
    challenged: tuple[str, Lead] | None = None  # that its score is challenged, and the way there
    unsettled: tuple[str, ...] = ()  # what two laptops left to settle in it and its readings

    @property
    def answered(self) -> int:
        """How many of the five SMART questions are answered."""
        return sum(each.answered for each in self.smart)


def measure_page(
    story: MeasureStory,
    plans: Mapping[str, Record],
    links: Mapping[str, str],
    words: Words,
    challenges: Challenges | None = None,
    offers: Sequence[tuple[Record, str]] = (),
    unsettled: tuple[str, ...] = (),
) -> MeasurePage:
    """The page of a story; `plans` by id, `links` the ids of its `serves` records by objective.

    `offers` are good practices that may help, each with why (figures/practice_page.py).
    """
    measure = story.measure
    sections = (
        offers_section(offers, measure, words),
        readings_section(story, words),
        targets_section(story, words),
        tolerances_section(story, words),
        years_section(story, words),
        comparators_section(story, words),
        challenges_section(challenges, words) if challenges else None,
    )
    return MeasurePage(
        id=word(measure, "id"),
        title=story.title,
        pill=_pill(story, words),
        quiet=_quiet(story, words),
        partnership=word(measure, "partnership_name"),
        partnership_id=word(measure, "partnership"),
        facts=facts_of(story, words),
        ask=_ask(story, words),
        sections=tuple(each for each in sections if each is not None),
        about=_about(measure, words),
        smart=smart_questions(story, words),
        flags=flags_of(story, words),
        places=places_of(story, plans, links, words),
        challenged=_challenged(challenges, words),
        unsettled=unsettled,
    )


def _challenged(challenges: Challenges | None, words: Words) -> tuple[str, Lead] | None:
    open_ = [each for each in (challenges.found if challenges else ()) if each.state != "closed"]
    for mark in marks_of(open_, words).values():
        return sentences(mark.said, mark.question), Lead("challenges", mark.challenge)
    return None


def _pill(story: MeasureStory, words: Words) -> Pill:
    rating = story.latest.rating if story.latest else "no_reading"
    return RATINGS[rating][0], words(story.word_of(story.latest))


def _quiet(story: MeasureStory, words: Words) -> str:
    """'Outcome, per cent of household waste, higher is better. Owner Tom Brandreth.'"""
    measure, unit = story.measure, story.unit
    if unit.startswith("%"):
        unit = words("per cent") + unit[1:]
    polarity = say_value(MEASURE.field("polarity"), measure.get("polarity"), words)
    kind = say_value(MEASURE.field("kind"), measure.get("kind"), words)
    what = ", ".join(part for part in (kind, unit, polarity[:1].lower() + polarity[1:]) if part)
    owner = word(measure, "owner_name")
    said = words("Owner {name}", name=owner) if owner else ""
    internal = words("Internal") if measure.get("visibility") == "internal" else ""
    return sentences(what[:1].upper() + what[1:], said, internal)


def _ask(story: MeasureStory, words: Words) -> tuple[str, Lead] | None:
    """What goes red is explained: a note is asked for, with whose doing it was."""
    latest = story.latest
    if latest is None or latest.rating != "red":
        return None
    record = story.reading_rows.get(latest.reading.id, {})
    lacking = [name for name in ("commentary", "cause") if not word(record, name).strip()]
    if not lacking:
        return None
    question = _BOTH if len(lacking) == 2 else _LACKING[lacking[0]]
    said = words(question, period=say_period(latest.period, words))
    return said, Lead("edit", Edit("reading", latest.reading.id, {}, lacking[0]))


_BOTH = N_("{period} was missed and has no note yet. What lies behind it, and whose doing is it?")
_LACKING = {
    "commentary": N_("{period} was missed. What lies behind the figure?"),
    "cause": N_("{period} was missed. Whose doing is it?"),
}


def _about(measure: Record, words: Words) -> tuple[tuple[str, str], ...]:
    texts = ((name, word(measure, name).strip()) for name in ("definition", "note"))
    return tuple((words(MEASURE.field(name).label), text) for name, text in texts if text)
