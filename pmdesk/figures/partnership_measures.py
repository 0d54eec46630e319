"""The measures a partnership answers for, on its page: the worst first, each leading to its own page."""

from collections.abc import Mapping, Sequence

from pmdesk.domain.words import Words
from pmdesk.figures.balance import balance_figures
from pmdesk.figures.measure_rows import MeasureRow
from pmdesk.figures.record_page import (
    Cell,
    Column,
    Lead,
    Record,
    Row,
    Section,
    adding,
    count_of,
    pill_cell,
    word,
)


def measures_section(
    partnership: Record, measures: Sequence[MeasureRow], counts: Mapping[str, int], words: Words
) -> Section:
    """Code and title, latest, target, rating and direction of each; then their balance by kind (rule 10)."""
    return Section(
        words("Measures"),
        count_of(measures),
        (
            Column(words("Measure"), 40, strong=True),
            Column(words("Latest"), 18),
            Column(words("Target"), 18),
            Column(words("Rating"), 14),
            Column(words("Direction"), 10),
        ),
        tuple(_row(each) for each in measures),
        words("Nothing is measured here yet."),
        text=balance_figures(counts, words).summary if measures else "",
        action=adding(words("Add measure"), "measure", {"partnership": word(partnership, "id")}),
    )


def _row(measure: MeasureRow) -> Row:
    lead = Lead("measures", measure.id)
    return Row(
        (
            Cell(measure.title, lead=lead),
            Cell(measure.latest, measure.period, lead=lead),
            Cell(measure.target, measure.target_period, lead=lead),
            pill_cell(measure.pill, lead),
            Cell(measure.way, lead=lead),
        ),
        "measure",
        measure.id,
    )
