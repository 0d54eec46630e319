"""Rows of the list of measures as frozen values, and what is spent on those that nobody outside judges (¶96).

A row is said from what the register keeps beside a measure, so that a list of any length works nothing out.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from pmdesk.domain.check import say_value
from pmdesk.domain.decimals import decimal_of, decimals_of, fitted, plain, say_measured, say_number
from pmdesk.domain.measure import MEASURE
from pmdesk.domain.periods import say_period
from pmdesk.domain.rating import RATINGS, rule_in_force, word_of
from pmdesk.domain.readiness import say_missing
from pmdesk.domain.series import Rule
from pmdesk.domain.words import N_, Words
from pmdesk.figures.record_page import Pill, Record, sentences, word

# Each direction of travel (domain/direction.py) as people read it; the arrow means better or worse.
DIRECTIONS: Mapping[str, str] = {
    "better": N_("Better"),
    "worse": N_("Worse"),
    "no_change": N_("No change"),
}
NO_READING = "no_reading"
_SPARKS = 12


class KeptFigures(Protocol):
    """What is kept beside a measure: texts of exact numbers, '' for none (register/kept.py)."""

    @property
    def period(self) -> str: ...
    @property
    def ends(self) -> str: ...
    @property
    def value(self) -> str: ...
    @property
    def path(self) -> str: ...
    @property
    def target(self) -> str: ...
    @property
    def target_period(self) -> str: ...
    @property
    def rating(self) -> str: ...
    @property
    def direction(self) -> str: ...
    @property
    def missing(self) -> str: ...
    @property
    def next_period(self) -> str: ...
    @property
    def next_ends(self) -> str: ...
    @property
    def spark(self) -> str: ...


class MeasureRow(NamedTuple):
    """One measure in the list; `spark` is (value for drawing, shape) of its last readings, oldest first.

    A last reading that is no number has None for its value. `path` is what the latest reading was rated
    against, `target_note` the period of the target, with the path where that is another figure; `figure` is
    the latest beside what it was rated against: '46.9% against 48.0%'.
    """

    id: str
    title: str
    quiet: str = ""
    spark: tuple[tuple[float | None, str], ...] = ()
    latest: str = ""
    period: str = ""
    target: str = ""
    target_period: str = ""
    pill: Pill | None = None
    direction: str = ""  # a key of DIRECTIONS, '' where there is nothing to say
    way: str = ""  # the same in words
    due: str = ""
    overdue: bool = False
    hours: str = ""
    path: str = ""
    target_note: str = ""
    figure: str = ""
    challenged: str = ""  # where a challenge of its score stands (figures/challenge_marks.py)
    challenge: str = ""  # which one that is


class Effort(NamedTuple):
    """What is recorded of one side: how many measures, how many of them with hours, and the hours a year."""

    measures: int
    recorded: int
    hours: int


def measure_row(
    measure: Record, kept: KeptFigures | None, rules: Sequence[Rule], last_due: str, words: Words
) -> MeasureRow:
    """A measure's row; the next reading is overdue when its period ended before the ISO day `last_due`."""
    row = MeasureRow(
        word(measure, "id"),
        measure_title(measure),
        _quiet(measure, kept.missing if kept else "", words),
        pill=rating_pill(kept.rating if kept else NO_READING, rules, kept.ends if kept else "", words),
        hours=say_hours(measure, words),
    )
    return _with_figures(row, measure, kept, last_due, words) if kept else row


def measure_title(measure: Record) -> str:
    """'EN02 Household waste recycled'."""
    return " ".join(word(measure, name) for name in ("code", "title") if measure.get(name))


def rating_pill(rating: str, rules: Sequence[Rule], ends: str, words: Words) -> Pill:
    """The shape and the word of a rating, in the council's words on the day its period ended.

    >>> rating_pill("amber", [], "2026-03-31", Words())
    ('close', 'Close')
    """
    return RATINGS[rating][0], words(word_of(rating, rule_in_force(rules, ends)))


def spark_points(text: str) -> tuple[tuple[float, str], ...]:
    """The readings kept for a small line: (value for drawing, shape), oldest first.

    >>> spark_points("41.8:green 44.4:red")
    ((41.8, 'met'), (44.4, 'missed'))
    """
    pairs = (each.split(":") for each in text.split())
    return tuple((float(value), RATINGS[rating][0]) for value, rating in pairs)


def effort_sentence(outside: Effort, nobody: Effort, words: Words) -> str:
    """How many measures nobody outside judges, and what is spent on each side (¶96)."""
    everything = outside.measures + nobody.measures
    parts = [
        words.plural(
            everything,
            "Nobody outside the council judges {own} of {n} measure.",
            "Nobody outside the council judges {own} of {n} measures.",
            own=nobody.measures,
        )
    ]
    if outside.recorded or nobody.recorded:
        parts.append(_spent(outside, nobody, words))
    silent = nobody.measures - nobody.recorded
    if silent:
        parts.append(
            words.plural(
                silent,
                "{n} that nobody outside judges has no hours recorded.",
                "{n} that nobody outside judges have no hours recorded.",
            )
        )
    return " ".join(parts)


def _spent(outside: Effort, nobody: Effort, words: Words) -> str:
    return words(
        "Recorded effort: {own} hours a year on these, {other} hours on those that are measured centrally.",
        own=say_number(decimal_of(nobody.hours)),
        other=say_number(decimal_of(outside.hours)),
    )


def _with_figures(
    row: MeasureRow, measure: Record, kept: KeptFigures, last_due: str, words: Words
) -> MeasureRow:
    overdue = bool(kept.next_ends) and kept.next_ends < last_due
    due = say_period(kept.next_period, words) if kept.next_period else ""
    said = row._replace(
        spark=_spark(kept),
        latest=_said(measure, kept.value),
        period=say_period(kept.period, words) if kept.period else "",
        target=say_kept(measure, kept.target, words),
        target_period=say_period(kept.target_period, words) if kept.target_period else "",
        path=say_kept(measure, _shown_path(measure, kept), words),
        direction=kept.direction,
        way=words(DIRECTIONS.get(kept.direction, "")),
        due=due,
        overdue=overdue,
    )
    return said._replace(target_note=_target_note(said, words), figure=_figure(said, words))


def _spark(kept: KeptFigures) -> tuple[tuple[float | None, str], ...]:
    """The last readings; a latest one without a number ends them with the mark of its state."""
    told: tuple[tuple[float | None, str], ...] = spark_points(kept.spark)
    if kept.period and not kept.value:
        told = (*told, (None, RATINGS[kept.rating][0]))
    return told[-_SPARKS:]


def _target_note(row: MeasureRow, words: Words) -> str:
    """'2026-27 Q4, path 48.0%': what the latest was rated against, where that is not the target."""
    if not row.path or row.path == row.target:
        return row.target_period
    path = words("path {n}", n=row.path)
    return f"{row.target_period}, {path}" if row.target_period else path


def _figure(row: MeasureRow, words: Words) -> str:
    """'46.9% against 48.0%'; a target of another period is said with its period."""
    if not row.latest:
        return words("No number for {period}", period=row.period) if row.period else ""
    if row.path:
        return words("{value} against {target}", value=row.latest, target=row.path)
    if row.target:
        return words(
            "{value}, target {target} for {period}",
            value=row.latest, target=row.target, period=row.target_period,
        )  # fmt: skip
    return row.latest


def _shown_path(measure: Record, kept: KeptFigures) -> str:
    """A path that was worked out, with the decimals of its figures where the measure's were not chosen."""
    if isinstance(measure.get("decimals"), int) or not kept.path:
        return kept.path
    told = (each.partition(":")[0] for each in kept.spark.split())
    places = decimals_of(decimal_of(text) for text in (kept.value, *kept.target.split(" to "), *told))
    ends = (decimal_of(each) for each in kept.path.split(" to "))
    return " to ".join("" if each is None else plain(fitted(each, places)) for each in ends)


def say_kept(measure: Record, text: str, words: Words) -> str:
    """A kept figure, target or path: '50.0%'; a band, kept as 'low to high', with its unit at both ends.

    >>> [say_kept({"unit": "%"}, text, Words()) for text in ("50", "40 to 60", "40 to ", "")]
    ['50%', '40% to 60%', 'at least 40%', '']
    """
    first, band, last = text.partition(" to ")
    if not band:
        return _said(measure, text)
    low, high = _said(measure, first), _said(measure, last)
    if low and high:
        return words("{low} to {high}", low=low, high=high)
    return words("at least {n}", n=low) if low else words("at most {n}", n=high)


def _said(measure: Record, number: str) -> str:
    decimals = measure.get("decimals")
    return say_measured(
        decimal_of(number or None), word(measure, "unit"), decimals if isinstance(decimals, int) else None
    )


def _quiet(measure: Record, missing: str, words: Words) -> str:
    """Whose it is, and what it lacks: 'Wendle Waste Partnership. Not ready: no baseline.'"""
    who = word(measure, "partnership_name") or word(measure, "owner_name") or word(
        measure, "owner_organisation_name"
    )  # fmt: skip
    kind = "" if who else say_value(MEASURE.field("kind"), measure.get("kind"), words)
    lacks = words(say_missing(missing.split(","))) if missing else ""
    lacks = lacks[:1].upper() + lacks[1:]
    return sentences(who or kind, lacks) if lacks else who or kind


def say_hours(measure: Record, words: Words) -> str:
    """'40 hours a year'; what is no number is said as it was typed."""
    hours = measure.get("effort_hours")
    if not isinstance(hours, int):
        return word(measure, "effort_hours")
    return words.plural(hours, "{n} hour a year", "{n} hours a year")
