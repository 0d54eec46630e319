"""What the paper of one set of figures prints: by theme and by objective, the same measures on both sides."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pmdesk.domain.periods import is_period, period_bounds
from pmdesk.domain.words import Words
from pmdesk.figures.aims import say_aim
from pmdesk.figures.alignment import AlignedMeasure, AlignmentFigures, Heading
from pmdesk.figures.exchanges import Exchange, say_challenged
from pmdesk.figures.paper_values import Cell, Column
from pmdesk.figures.rating_counts import said_counts

Rows = tuple[tuple[Cell, ...], ...]


class Under(NamedTuple):
    """A theme or objective: `quiet` says its counts, `gaps` what is missing; `depth` how far it stands in."""

    title: str
    quiet: str
    depth: int
    rows: Rows
    gaps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One half of the paper; `quiet` names its plans."""

    title: str
    quiet: str
    headings: tuple[Under, ...]


@dataclass(frozen=True, slots=True)
class AlignmentPaper:
    """Both halves, and under them the measures that stand in neither."""

    council: str
    finding: str
    intro: str
    columns: tuple[Column, ...]
    themes: Side
    objectives: Side
    neither: Rows
    notes: tuple[str, ...]
    made_on: str
    exchanges: tuple[Exchange, ...] = ()  # challenges of its measures, with their replies
    unsettled: str = ""  # which values it rests on that nobody has settled (figures/conflicts.py)


class Told(NamedTuple):
    """What the rows need besides the figures: each measure's polarity, and which figures are provisional.

    `gaps` are those of the whole register by heading's id, internal measures counted; `challenged` the ids of
    the measures whose challenge stands further down.
    """

    polarity: Mapping[str, str]
    provisional: Collection[str]
    gaps: Mapping[str, tuple[str, ...]]
    challenged: Collection[str] = ()


def alignment_columns(words: Words) -> tuple[Column, ...]:
    """The same for both sides."""
    return (
        Column(words("Measure"), 174),
        Column(words("Latest"), 60, right=True),
        Column(words("Target"), 88),
        Column(words("Rating and direction"), 80),
    )


def sides(figures: AlignmentFigures, told: Told, words: Words) -> tuple[Side, Side, Rows]:
    """Themes, objectives, and the rows of what stands in neither."""
    usual = usual_period(figures)
    themes = _side(words("By community-strategy theme"), figures.themes, told, usual, words)
    objectives = _side(words("By corporate objective"), figures.objectives, told, usual, words)
    return themes, objectives, tuple(_row(each, told, usual, words) for each in figures.neither)


def usual_period(figures: AlignmentFigures) -> str:
    """The period most of the latest figures are of; '' where there are none."""
    periods = {each.id: each.period for each in shown(figures) if each.period}
    return max(Counter(periods.values()).items(), key=lambda pair: (pair[1], pair[0]), default=("", 0))[0]


def shown(figures: AlignmentFigures) -> list[AlignedMeasure]:
    """Every measure the paper names, as often as it names it."""
    headings = (*figures.themes, *figures.objectives)
    return [*(each for heading in headings for each in heading.measures), *figures.neither]


def say_alignment(figures: AlignmentFigures, words: Words) -> str:
    """That both sides are the same figures, and of which period they are."""
    said = words(
        "Each measure is entered once. Where it stands on both sides its figures are the same ones; a heading"
        " counts it once."
    )
    usual = usual_period(figures)
    when = words("Figures are of {period} unless another period stands under them.", period=usual)
    return f"{said} {when}" if usual else said


def _side(title: str, headings: Sequence[Heading], told: Told, usual: str, words: Words) -> Side:
    plans = list(dict.fromkeys(each.plan for each in headings))
    made = tuple(_under(each, told, usual, words) for each in headings)
    return Side(title, ", ".join(plans), made)


def _under(heading: Heading, told: Told, usual: str, words: Words) -> Under:
    counts = said_counts(heading.counts, words)
    measured = words.plural(heading.count, "{n} measure: {counts}", "{n} measures: {counts}", counts=counts)
    who = ", ".join(heading.partnerships)
    gaps = told.gaps.get(heading.id, heading.gaps)
    if not heading.count and not gaps:
        gaps = (words("Only internal measures show this."),)
    return Under(
        heading.title,
        ". ".join(part for part in (measured if heading.count else "", who) if part),
        heading.depth,
        tuple(_row(each, told, usual, words) for each in heading.measures),
        gaps,
    )


def _row(each: AlignedMeasure, told: Told, usual: str, words: Words) -> tuple[Cell, ...]:
    also = words("Also under {names}", names="; ".join(each.also)) if each.also else ""
    provisional = words("provisional") if each.id in told.provisional else ""
    when = each.period if each.period != usual else ""
    aim = say_aim(each.target, told.polarity.get(each.id, ""), words)
    by = words("by {period}", period=each.target_period) if _ends_later(each) else ""
    state, said = each.pill or ("", "")
    asked = say_challenged(words) if each.id in told.challenged else ""
    return (
        Cell(each.title, "\n".join(part for part in (each.partnership, also) if part), strong=True),
        Cell(each.latest or "–", "\n".join(part for part in (when, provisional) if part)),
        Cell(aim or "–", by if aim else ""),
        Cell(said, "\n".join(part for part in (each.way, asked) if part), state=state),
    )


def _ends_later(each: AlignedMeasure) -> bool:
    """Whether the target's period ends at another time than the figure's: 2025-26 ends with its Q4."""
    if not each.target_period or each.target_period == each.period:
        return False
    if is_period(each.period) and is_period(each.target_period):
        return period_bounds(each.period)[1] != period_bounds(each.target_period)[1]
    return True
