"""What the performance report of a plan prints: how its measures stand, exceptions first, what is missing."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pmdesk.domain.measure import READING
from pmdesk.domain.periods import say_period
from pmdesk.domain.rating import RANKS, RATINGS
from pmdesk.domain.readiness import missing, say_missing
from pmdesk.domain.series import Rule, Target
from pmdesk.domain.standing import Standing
from pmdesk.domain.units import is_per_cent, is_pounds
from pmdesk.domain.words import N_, Words
from pmdesk.figures.aims import say_aim
from pmdesk.figures.balance import BalanceFigures
from pmdesk.figures.exchanges import Exchange, say_challenged
from pmdesk.figures.finding import bare, measured
from pmdesk.figures.measure_facts import say_target
from pmdesk.figures.measure_rows import DIRECTIONS
from pmdesk.figures.measure_story import MeasureStory
from pmdesk.figures.paper_tiles import PaperTile
from pmdesk.figures.paper_values import Cell, Column, Group
from pmdesk.figures.rating_counts import RatingCount, judged, rating_counts, said_counts
from pmdesk.figures.record_page import sentences, word


@dataclass(frozen=True, slots=True)
class PlanFigures:
    """A plan's report. `counts` are its measures by rating, `groups` the exceptions, then the others.

    `gaps` and `unready` are tables of what is missing; `notes` are sentences that belong at the end.
    """

    council: str
    plan: str
    quiet: str
    summary: str
    reach: str
    counts: tuple[RatingCount, ...]
    balance: BalanceFigures
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    tiles: tuple[PaperTile, ...]
    gap_columns: tuple[Column, ...]
    gaps: tuple[tuple[Cell, ...], ...]
    unready: tuple[tuple[Cell, ...], ...]
    ready: str
    notes: tuple[str, ...]
    made_on: str
    exchanges: tuple[Exchange, ...] = ()  # challenges of its measures, with their replies
    unsettled: str = ""  # which values it rests on that nobody has settled (figures/conflicts.py)


def counts_of(
    stories: Iterable[MeasureStory], rules: Sequence[Rule], words: Words
) -> tuple[RatingCount, ...]:
    """The measures by the rating of their latest reading, in the council's own words."""
    return rating_counts((_rating(each) for each in stories), rules, words)


def exceptions_first(stories: Iterable[MeasureStory]) -> list[MeasureStory]:
    """Missed before close before met before the rest; the worst of each first, by how much of its target."""
    return sorted(stories, key=lambda each: (RANKS[_rating(each)], -_worse(each), each.title))


def usual_period(stories: Iterable[MeasureStory]) -> str:
    """The period most of the latest readings are of; '' where there are none."""
    found = Counter(each.latest.period for each in stories if each.latest)
    return max(found.items(), key=lambda pair: (pair[1], pair[0]), default=("", 0))[0]


def say_usual(stories: Sequence[MeasureStory], words: Words) -> str:
    """Of which period the figures are, said once."""
    usual = usual_period(stories)
    if not usual:
        return ""
    said = say_period(usual, words)
    return words("Figures are of {period} unless another period stands under them.", period=said)


def say_summary(counts: Sequence[RatingCount], words: Words) -> str:
    """'Of 29 measures, 15 are met, 8 close, 4 missed and the rest not rated' in the council's own words."""
    total = sum(each.n for each in counts)
    if not total:
        return words("Nothing in this plan is measured yet.")
    rest = [each for each in counts if each not in judged(counts)]
    said = said_counts(judged(counts), words)
    if not said:
        return words.plural(total, "{n} measure, none of them rated.", "{n} measures, none of them rated.")
    parts = [words.plural(total, "{n} measure: {counts}.", "{n} measures: {counts}.", counts=said)]
    if rest:
        parts.append(words("Without such a rating: {counts}.", counts=said_counts(rest, words)))
    return " ".join(parts)


def measure_columns(words: Words) -> tuple[Column, ...]:
    """Those of the table of measures, as look/cabinet.png has them."""
    return (
        Column(words("Measure and partnership"), 132),
        Column(words("Rating and direction"), 74),
        Column(words("Latest"), 64, right=True),
        Column(words("Target"), 82),
        Column(words("What lies behind it"), 130),
    )


def measure_groups(
    stories: Sequence[MeasureStory], words: Words, challenged: Collection[str] = ()
) -> tuple[Group, ...]:
    """Missed, close and met under headings of their own, in the order given; last those without a rating.

    `challenged` are the ids of those whose challenge stands further down.
    """
    usual = usual_period(stories)
    return tuple(
        Group(heading, tuple(_row(each, usual, challenged, words) for each in found))
        for ratings, heading in _headings(stories, words)
        if (found := [each for each in stories if _rating(each) in ratings])
    )


def unready_rows(stories: Iterable[MeasureStory], words: Words) -> tuple[tuple[Cell, ...], ...]:
    """The measures that lack a baseline, a definition, a source, a frequency or a data supplier (rule 12)."""
    rows = []
    for story in stories:
        lacking = missing(story.measure)
        if lacking:
            said = words(say_missing(lacking)).partition(": ")[2]
            rows.append((Cell(story.title, strong=True), Cell(said[:1].upper() + said[1:])))
    return tuple(rows)


def say_ready(stories: Sequence[MeasureStory], unready: Sequence[object], words: Words) -> str:
    """How many measures have all that a figure needs to be trusted."""
    return words.plural(
        len(stories),
        "{ready} of {n} measure has its baseline, definition, source, frequency and data supplier.",
        "{ready} of {n} measures have their baseline, definition, source, frequency and data supplier.",
        ready=len(stories) - len(unready),
    )


def _headings(stories: Sequence[MeasureStory], words: Words) -> list[tuple[tuple[str, ...], str]]:
    said = {_rating(each): words(each.word_of(each.latest)) for each in stories}
    rest = tuple(each for each in RATINGS if each not in ("red", "amber", "green"))
    exceptions = words("Exceptions: {word}", word=said.get("red", "").lower())
    return [
        (("red",), exceptions),
        (("amber",), said.get("amber", "")),
        (("green",), said.get("green", "")),
        (rest, words("No rating, and why")),
    ]


def _rating(story: MeasureStory) -> str:
    return story.latest.rating if story.latest else "no_reading"


def _worse(story: MeasureStory) -> Decimal:
    return (story.latest.worse_percent if story.latest else None) or Decimal(0)


def _shape(latest: Standing | None) -> str:
    return RATINGS[latest.rating if latest else "no_reading"][0]


def _row(story: MeasureStory, usual: str, challenged: Collection[str], words: Words) -> tuple[Cell, ...]:
    latest = story.latest
    asked = say_challenged(words) if word(story.measure, "id") in challenged else ""
    way = "\n".join(part for part in (_way(latest, words), asked) if part)
    return (
        Cell(story.title, quiet=word(story.measure, "partnership_name"), strong=True),
        Cell(words(story.word_of(latest)), quiet=way, strong=True, state=_shape(latest)),
        Cell(story.said(latest.value) if latest else "", quiet=_of_what(story, usual, words)),
        Cell(say_aim(_rated_against(story, words), story.scale.polarity, words)),
        Cell(_behind(story, words)),
    )


def _rated_against(story: MeasureStory, words: Words) -> str:
    """'48.0%', or '40% to 60%': what the latest reading should have reached."""
    path = story.latest.path if story.latest else None
    if path is None:
        return ""
    if path.low is None and path.high is None:
        return measured(story, path.value) if story.scale.per_cent else bare(story, path.value)
    return say_target(story, Target("", None, path.low, path.high), words)


def _way(latest: Standing | None, words: Words) -> str:
    return words(DIRECTIONS.get(latest.direction, "")) if latest else ""


def _of_what(story: MeasureStory, usual: str, words: Words) -> str:
    """What is counted, of which period where that is not the usual one, and whether it may still change."""
    if story.latest is None:
        return ""
    unit = "" if is_per_cent(story.unit) or is_pounds(story.unit) else story.unit
    period = say_period(story.latest.period, words) if story.latest.period != usual else ""
    provisional = words("provisional") if story.latest.reading.state == "provisional" else ""
    return "\n".join(part for part in (unit, period, provisional) if part)


def _behind(story: MeasureStory, words: Words) -> str:
    """Why there is no rating; what was written of the reading, and whose doing it was."""
    latest = story.latest
    record: Mapping[str, object] = story.reading_rows.get(latest.reading.id, {}) if latest else {}
    commentary = " ".join(word(record, "commentary").split())
    cause = READING.field("cause").choice_label(record["cause"]) if record.get("cause") else ""
    said = words("Cause: {cause}", cause=words(cause).lower()) if cause else ""
    if latest and latest.rating == "red" and not commentary:
        commentary = words("No note for {period} yet.", period=say_period(latest.period, words))
    return sentences(_why_unrated(story, words), commentary, said)


def _why_unrated(story: MeasureStory, words: Words) -> str:
    latest = story.latest
    if latest is None:
        return words("No reading was entered so far.")
    if latest.rating != "not_rated":
        return words(_NO_NUMBER.get(latest.rating, ""))
    if story.scale.polarity == "none":
        return words("Neither way is better.")
    if not story.scale.polarity:
        return words("Which way is better has not been said.")
    return words("There is no target for this period.")


_NO_NUMBER = {
    "unknown": N_("The figure is not known."),
    "not_due": N_("The figure is not due yet."),
    "suppressed": N_("The figure is suppressed, so that nobody can be recognised."),
    "not_applicable": N_("There is no such figure for this period."),
}
