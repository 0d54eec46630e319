"""A trajectory in words: its table, its one note and its description for who hears it."""

from collections import Counter
from typing import NamedTuple

from pmdesk.domain.milestone import CAUSES
from pmdesk.domain.periods import say_period
from pmdesk.domain.profile import PathValue, course, is_aimed, value_at
from pmdesk.domain.rating import RATINGS
from pmdesk.domain.spacing import span
from pmdesk.domain.standing import Standing
from pmdesk.domain.words import N_, Words
from pmdesk.figures.finding import bare, finding, measured
from pmdesk.figures.measure_story import MeasureStory

# The words of a direction: it means better or worse, not up or down (rule 5).
DIRECTIONS = {"better": N_("Better"), "worse": N_("Worse"), "no_change": N_("No change")}
_LONGEST_NOTE = 44
_NOTHING = ("",) * 5


class TrajectoryRow(NamedTuple):
    """One period in words, as the table form shows it; '' where there is nothing to say.

    `id` is that of its reading, '' for a period without one: still to come, or `over` and not entered.
    """

    id: str
    period: str
    value: str
    path: str
    difference: str
    rating: str
    shape: str
    direction: str
    change: str
    forecast: str
    over: bool = False


class Note(NamedTuple):
    """What is written at the last missed reading that says why."""

    period: str
    text: str


def trajectory_rows(story: MeasureStory, words: Words) -> tuple[TrajectoryRow, ...]:
    """Every reading in period order, then each target and the forecast of periods still to come."""
    made = [(each.ends, _row(story, each, words)) for each in story.standings]
    told = {each.period for each in story.standings}
    last = max((each.ends for each in story.standings), default="")
    coming = {each.period for each in story.targets if is_aimed(each) and each.period not in told}
    coming = {period for period in coming if span(period).ends > last}
    if story.forecast.value is not None and story.forecast.period not in told:
        coming.add(story.forecast.period)
    laid = course(story.scale, story.targets, story.readings)
    for period in coming:
        ahead = bare(story, story.forecast.value) if period == story.forecast.period else ""
        path = say_path(story, value_at(laid, period), words)
        ends = span(period).ends
        over = ends < story.today
        made.append((ends, TrajectoryRow("", say_period(period, words), "", path, *_NOTHING, ahead, over)))
    return tuple(row for _ends, row in sorted(made, key=lambda pair: pair[0]))


def note(story: MeasureStory, words: Words) -> Note | None:
    """The last missed reading with a commentary or a cause, cut to a line: '44.4: Four weeks of loads …'."""
    for each in reversed(story.standings):
        row = story.reading_rows.get(each.reading.id, {})
        cause = dict(CAUSES).get(str(row.get("cause") or ""), "")
        why = _first_sentence(str(row.get("commentary") or "")) or words(cause)
        if each.rating == "red" and why:
            return Note(each.period, words("{value}: {why}", value=bare(story, each.value), why=why))
    return None


def summary(story: MeasureStory, words: Words) -> str:
    """Two to four sentences for who hears the chart: where it went, how it was rated, where it heads."""
    told = [each for each in story.standings if each.value is not None]
    parts = [f"{story.title}. {finding(story, words)}."]
    if told:
        parts.append(_course_said(story, told, words))
    if len(told) > 1:
        parts.append(words("Of {n} readings: {counts}.", n=len(told), counts=_counts(story, words)))
    parts += _forecast_said(story, words)
    return " ".join(parts)


def say_path(story: MeasureStory, path: PathValue | None, words: Words) -> str:
    """What a period should reach, as a figure: '48.0', or '40 to 60' for a band."""
    if path is None:
        return ""
    if path.low is None and path.high is None:
        return bare(story, path.value)
    if path.low is None or path.high is None:
        bound = bare(story, path.low if path.high is None else path.high)
        return words("{low} or more", low=bound) if path.high is None else words("{high} or less", high=bound)
    return words("{low} to {high}", low=bare(story, path.low), high=bare(story, path.high))


def _row(story: MeasureStory, each: Standing, words: Words) -> TrajectoryRow:
    return TrajectoryRow(
        each.reading.id,
        say_period(each.period, words),
        bare(story, each.value),
        say_path(story, each.path, words),
        bare(story, each.variance, signed=True),
        words(story.word_of(each)),
        RATINGS[each.rating][0],
        words(DIRECTIONS.get(each.direction, "")),
        bare(story, each.change, signed=True),
        "",
    )


def _first_sentence(text: str) -> str:
    """A commentary's first sentence, or as many of its words as a chart holds."""
    said = " ".join(text.split()).split(". ")[0].rstrip(".")
    if len(said) <= _LONGEST_NOTE:
        return said
    return said[:_LONGEST_NOTE].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def _course_said(story: MeasureStory, told: list[Standing], words: Words) -> str:
    first, last = told[0], told[-1]
    if first is last:
        return words("{value} in {period}.", value=measured(story, last.value),
                     period=say_period(last.period, words))  # fmt: skip
    return words(
        "From {first} in {from_period} to {last} in {to_period}.",
        first=measured(story, first.value),
        from_period=say_period(first.period, words),
        last=measured(story, last.value),
        to_period=say_period(last.period, words),
    )


def _counts(story: MeasureStory, words: Words) -> str:
    """'4 Met, 7 Close, 1 Missed', in the council's words of each day."""
    said = Counter(
        words(story.word_of(each)) for code in RATINGS for each in story.standings if each.rating == code
    )
    return ", ".join(f"{count} {word}" for word, count in said.items())


def _forecast_said(story: MeasureStory, words: Words) -> list[str]:
    ahead = story.forecast
    if ahead.value is None:
        return []
    values = {"period": say_period(ahead.period, words), "value": measured(story, ahead.value)}
    reached = value_at(course(story.scale, story.targets, story.readings), ahead.period)
    aim = say_path(story, reached, words)
    if ahead.low is not None and aim:
        values |= {"low": bare(story, ahead.low), "high": measured(story, ahead.high), "aim": aim}
        return [words("Forecast for {period}: {value}, range {low} to {high}; target {aim}.", **values)]
    if aim:
        return [words("Forecast for {period}: {value}; target {aim}.", **values, aim=aim)]
    return [words("Forecast for {period}: {value}.", **values)]
