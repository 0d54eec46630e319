"""The chart of a closed health check: for each principle the middle half of the answers, and their median.

One frozen figure for the screen and for paper; its rows are its table too. Nothing below three answers is
in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pmdesk.domain.health_results import Spread
from pmdesk.domain.health_templates import ANSWERS
from pmdesk.domain.words import N_, Words
from pmdesk.figures.health import Health

LEAST, MOST = 1, 4


class SpreadRow(NamedTuple):
    """A principle or a statement: its words, its spread (None below three answers), and that in words."""

    label: str
    spread: Spread | None
    said: str


@dataclass(frozen=True, slots=True)
class SpreadFigure:
    """The rows from the top, the words under the axis at 1 to 4, the finding and the described summary."""

    rows: tuple[SpreadRow, ...]
    ends: tuple[str, ...]
    finding: str
    summary: str


def spread_figure(health: Health, words: Words) -> SpreadFigure:
    """The chart of a closed check's principles; without rows for one that is not closed.

    Where the statements stand under no principle each is a row itself.
    """
    results = health.results
    if results is None:
        return SpreadFigure((), (), "", "")
    titled = all(each.title for each in health.principles)
    rows = (
        spread_rows([words(each.title) for each in health.principles], results.principles, words)
        if titled
        else statement_rows(health, words)
    )
    shown = [row for row in rows if row.spread]
    finding = _finding(shown, words)
    told = " ".join(f"{row.label}: {row.said}." for row in rows)
    ends = tuple(words(said) for _code, said in ANSWERS)
    return SpreadFigure(rows, ends, finding, f"{finding}. {told}")


def statement_rows(health: Health, words: Words) -> tuple[SpreadRow, ...]:
    """Every statement of a closed check with its spread, in the order they were asked in."""
    said = [words(statement) for each in health.principles for statement in each.statements]
    return spread_rows(said, health.results.statements if health.results else (), words)


def spread_rows(
    labels: Sequence[str], spreads: Sequence[Spread | None], words: Words
) -> tuple[SpreadRow, ...]:
    return tuple(
        SpreadRow(label, spread, say_spread(spread, words))
        for label, spread in zip(labels, spreads, strict=True)
    )


def say_spread(spread: Spread | None, words: Words) -> str:
    """'median 3, middle half 2 to 3.5, they disagree'; the middle half is not said where it is not shown.

    >>> say_spread(Spread(5, 2, 3, 3.5, True), Words()), say_spread(None, Words())
    ('median 3, middle half 2 to 3.5, they disagree', 'fewer than three answers')
    >>> say_spread(Spread(3, None, 3, None, True), Words())
    'median 3, they disagree'
    """
    if spread is None:
        return words("fewer than three answers")
    said = words("median {median}", median=f"{spread.middle:g}")
    if spread.half:
        low, high = spread.half
        said = words(
            "median {median}, middle half {low} to {high}",
            median=f"{spread.middle:g}",
            low=f"{low:g}",
            high=f"{high:g}",
        )
    return f"{said}, {words('they disagree')}" if spread.disagrees else said


def _finding(rows: Sequence[SpreadRow], words: Words) -> str:
    """The strongest and the weakest of what is shown, by their medians."""
    ranked = sorted((row for row in rows if row.spread), key=_height)
    if not ranked:
        return words("Fewer than three answered each statement")
    low, high = ranked[0], ranked[-1]
    if _height(low) == _height(high):
        return words("All stand alike, at {median} of 4", median=f"{_height(low)[0]:g}")
    return words("Strongest: {high}. Weakest: {low}", high=high.label, low=low.label)


def _height(row: SpreadRow) -> tuple[float, float]:
    """By the median; of equal ones by where the middle half lies."""
    if row.spread is None:
        return 0, 0
    return row.spread.middle, sum(row.spread.half or (row.spread.middle, row.spread.middle))


def say_half(spread: Spread, words: Words) -> str:
    """'2 to 3.5', or a dash where it is not shown."""
    if spread.half is None:
        return "–"
    return words("{low} to {high}", low=f"{spread.half[0]:g}", high=f"{spread.half[1]:g}")


def say_veiled(spreads: Sequence[Spread | None], words: Words) -> str:
    """Why some of these have no middle half; '' where all that are shown have it."""
    if all(each is None or each.half for each in spreads):
        return ""
    return words(VEILED)


VEILED = N_(
    "Where few answered, or nearly all alike, the middle half is not shown: single answers could be worked"
    " out from it."
)
