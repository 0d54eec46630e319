"""Small charts on paper: the newest readings of a measure, each above its own number, as frozen values."""

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from pmdesk.domain.periods import financial_year, say_period
from pmdesk.domain.rating import RATINGS
from pmdesk.domain.spacing import span
from pmdesk.domain.standing import Standing
from pmdesk.domain.words import Words
from pmdesk.figures.finding import bare, short_finding
from pmdesk.figures.measure_story import MeasureStory
from pmdesk.figures.record_page import Pill
from pmdesk.figures.trajectory_rows import say_path

SHOWN = 5  # readings in a small chart: a number stands under each


class TilePoint(NamedTuple):
    """A reading: `value` None where its state says why; `path` what it should reach, `aim` that in words.

    `joined` to the reading before: not where a new year begins for what adds up through the year.
    """

    period: str
    value: Decimal | None
    said: str
    state: str
    word: str
    path: Decimal | None
    aim: str
    joined: bool


@dataclass(frozen=True, slots=True)
class PaperTile:
    """A measure as a small chart over the numbers it is drawn from, the newest last."""

    title: str
    rating: Pill
    finding: str
    points: tuple[TilePoint, ...]
    summary: str


def tile_of(story: MeasureStory, words: Words, challenged: str = "") -> PaperTile | None:
    """A small chart of the newest readings; None where there is no number to draw.

    `challenged` says where the challenge of its score is printed, '' where there is none.
    """
    told, latest = story.standings[-SHOWN:], story.latest
    if latest is None or not any(each.value is not None for each in told):
        return None
    finding = short_finding(story, words)
    summary = words(
        "Small chart of {title}: {finding}. Its figures are in the table under it.",
        title=story.title,
        finding=finding,
    )
    said = words(story.word_of(latest))
    rating = (RATINGS[latest.rating][0], f"{said} ({challenged})" if challenged else said)
    return PaperTile(
        story.title,
        rating,
        finding,
        tuple(_point(story, each, told[at - 1] if at else None, words) for at, each in enumerate(told)),
        summary,
    )


def _point(story: MeasureStory, each: Standing, before: Standing | None, words: Words) -> TilePoint:
    return TilePoint(
        say_period(each.period, words),
        each.value,
        bare(story, each.value) if each.value is not None else "–",
        RATINGS[each.rating][0],
        words(story.word_of(each)),
        each.path.value if each.path else None,
        say_path(story, each.path, words) or "–",
        before is not None and not _begins_anew(story, before, each),
    )


def _begins_anew(story: MeasureStory, before: Standing, each: Standing) -> bool:
    """Whether what adds up through the year starts again between two readings, or one is left out."""
    years = financial_year(before.period) != financial_year(each.period)
    first, last = span(before.period), span(each.period)
    if story.scale.aggregation == "cumulative" and years and first.months < 12:
        return True
    return last.month - first.month > max(first.months, last.months)
