"""The measures a partnership answers for, on its page: the worst first, then their balance (rule 10)."""

from collections.abc import Mapping, Sequence

from pmdesk.domain.words import Words
from pmdesk.figures.balance import balance_figures
from pmdesk.figures.measure_rows import MeasureRow
from pmdesk.figures.measures_table import measures_table
from pmdesk.figures.record_page import Record, Section, word


def measures_section(
    partnership: Record, measures: Sequence[MeasureRow], counts: Mapping[str, int], words: Words
) -> Section:
    """Code and title, latest, target, rating and direction of each; `counts` are of its measures by kind."""
    return measures_table(
        words("Measures"),
        measures,
        ("partnership", word(partnership, "id")),
        words("Nothing is measured here yet."),
        balance_figures(counts, words).summary if measures else "",
        words,
    )
