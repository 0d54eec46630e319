"""What stands beside a measure, in words: is its target SMART, what it lacks, where it counts."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from pmdesk.domain.decimals import rounded, say_number
from pmdesk.domain.floor import floor_gap
from pmdesk.domain.periods import say_period
from pmdesk.domain.readiness import missing, say_missing
from pmdesk.domain.smart import A_PERIOD, Ask, Letter
from pmdesk.domain.spacing import numbered, rate_months
from pmdesk.domain.words import N_, Words
from pmdesk.figures.measure_facts import further_target, say_distance, say_rate, say_target
from pmdesk.figures.measure_rows import say_hours
from pmdesk.figures.measure_story import MeasureStory
from pmdesk.figures.record_page import Edit, Lead, Record, word


class Question(NamedTuple):
    """A letter of SMART: what is known, and what is still asked with the form that answers it."""

    word: str
    known: str
    asks: tuple[tuple[str, Lead], ...]

    @property
    def answered(self) -> bool:
        return not self.asks


class Flag(NamedTuple):
    """Something to look at: a shape, a few words, more of them, and where it is mended."""

    state: str
    title: str
    text: str = ""
    link: str = ""
    lead: Lead | None = None


class Place(NamedTuple):
    """Where a measure counts: words and where they lead; `removal` unlinks it again."""

    label: str
    text: str
    note: str = ""
    lead: Lead | None = None
    removal: Lead | None = None


def smart_questions(story: MeasureStory, words: Words) -> tuple[Question, ...]:
    """The five letters, each answered or asked (rule 11)."""
    return tuple(_question(story, letter, words) for letter in story.smart)


def flags_of(story: MeasureStory, words: Words) -> tuple[Flag, ...]:
    """What stands beside the rating without replacing it: reach, floor, readiness (rules 6, 7, 12)."""
    return tuple(each for each in (_reach(story, words), _floor(story, words), _ready(story, words)) if each)


def places_of(
    story: MeasureStory, plans: Mapping[str, Record], links: Mapping[str, str], words: Words
) -> tuple[Place, ...]:
    """Partnership, objectives, those they contribute to, who answers for it and who else judges it.

    `plans` are records by id; `links` the ids of the `serves` records by objective.
    """
    return tuple(_places(story, plans, links, words))


def _question(story: MeasureStory, letter: Letter, words: Words) -> Question:
    known = words(letter.known)
    asks = tuple((words(ask.question), _answer(story, ask)) for ask in letter.asks)
    return Question(words(letter.word), known[:1].upper() + known[1:], asks)


def _answer(story: MeasureStory, ask: Ask) -> Lead:
    """The form in which a question is answered, at its field."""
    measure = word(story.measure, "id")
    if ask.entity == "target":
        target = story.target.id if story.target else None
        return Lead("edit", Edit("target", target, {} if target else {"measure": measure}, ask.field))
    if ask.entity == "alignment" and story.objectives:
        first = word(story.objectives[0], "id")
        return Lead("edit", Edit("alignment", None, {"objective": first}, ask.field))
    return Lead("edit", Edit("measure", measure, {}, ask.field if ask.entity == "measure" else "objective"))


def _reach(story: MeasureStory, words: Words) -> Flag | None:
    if story.too_fast is None:
        return None
    title, _, rest = words(story.too_fast).partition(": ")
    if aim := further_target(story):
        values = {"target": say_target(story, aim, words), "period": say_period(aim.period, words)}
        title = words("No past rate reaches {target} by {period}", **values)
    return Flag("close", title, rest[:1].upper() + rest[1:])


def _floor(story: MeasureStory, words: Words) -> Flag | None:
    """How far it is to the floor, and how long that takes; nothing where the floor is reached."""
    found = floor_gap(story.scale, story.targets, story.readings)
    if found is None or found.gap <= 0:
        return None
    said = N_("{gap} over the floor") if story.scale.polarity == "lower" else N_("{gap} short of the floor")
    title = words(said, gap=say_distance(story, found.gap, words))
    parts = []
    if found.closing_rate is not None:
        each = words(A_PERIOD[rate_months(story.scale, numbered(story.readings)[-1].period)])
        parts.append(
            words(
                "To reach {floor} by {period} it must close {rate} {each}.",
                floor=story.said(found.floor),
                period=say_period(found.period, words),
                rate=say_rate(story, found.closing_rate),
                each=each,
            )
        )
    parts.append(
        words("At the present rate it takes {years}.", years=say_years(found.years, words))
        if found.years is not None
        else words("How long it takes cannot be said: {reason}.", reason=words(found.reason))
    )
    return Flag("missed", title, " ".join(parts))


def say_years(years: Decimal, words: Words) -> str:
    """'13.7 years', '1 year': no tenth where none is left, whatever decimals the measure has."""
    told = rounded(years, 1)
    return words("1 year") if told == 1 else words("{years} years", years=say_number(told))


def _ready(story: MeasureStory, words: Words) -> Flag | None:
    """The flag never replaces a rating (rule 12)."""
    lacking = missing(story.measure)
    if not lacking:
        return None
    title, _, rest = words(say_missing(lacking)).partition(": ")
    lead = Lead("edit", Edit("measure", word(story.measure, "id"), {}, lacking[0]))
    return Flag("unknown", title[:1].upper() + title[1:], rest[:1].upper() + rest[1:], words("Answer"), lead)


def _places(
    story: MeasureStory, plans: Mapping[str, Record], links: Mapping[str, str], words: Words
) -> Iterator[Place]:
    measure = story.measure
    if measure.get("partnership"):
        yield Place(words("Partnership"), word(measure, "partnership_name"),
                    lead=Lead("partnerships", word(measure, "partnership")))  # fmt: skip
    for at, each in enumerate(story.objectives):
        taken = links.get(word(each, "id")) if at or not measure.get("objective") else None
        yield Place(
            words("Objective") if not at else "",
            *_objective(each, plans),
            Lead("plans", word(each, "id")),
            Lead("delete", Edit("serves", taken)) if taken else None,
        )
    own = {word(each, "id") for each in story.objectives}
    further = [each for each in story.aligned if word(each, "id") not in own]
    for at, each in enumerate(further):
        label = "" if at else words("Contributes to")
        yield Place(label, *_objective(each, plans), Lead("plans", word(each, "id")))
    if measure.get("owner_organisation"):
        yield Place(words("Answered for by"), word(measure, "owner_organisation_name"),
                    lead=Lead("partners", word(measure, "owner_organisation")))  # fmt: skip
    yield Place(words("Measured centrally by"), _judged_by(measure, words))
    if measure.get("effort_hours"):
        yield Place(words("Effort"), say_hours(measure, words))


def _objective(objective: Record, plans: Mapping[str, Record]) -> tuple[str, str]:
    """('3 A greener district', 'Corporate plan')."""
    named = " ".join(word(objective, name) for name in ("code", "name") if objective.get(name))
    return named, word(plans.get(word(objective, "plan"), {}), "name")


def _judged_by(measure: Record, words: Words) -> str:
    by = ", ".join(word(measure, name) for name in ("measured_by", "measured_code") if measure.get(name))
    return by or words("nobody outside the council")
