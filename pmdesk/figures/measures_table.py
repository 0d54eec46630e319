"""A table of measures on another record's page: latest figure and rating of each, leading to its own page."""

from collections.abc import Sequence

from pmdesk.domain.words import Words
from pmdesk.figures.challenge_marks import mark_pairs
from pmdesk.figures.measure_rows import MeasureRow
from pmdesk.figures.record_page import Cell, Column, Lead, Row, Section, adding, count_of, pill_cell


def measures_table(
    title: str, measures: Sequence[MeasureRow], of: tuple[str, str], empty: str, text: str, words: Words
) -> Section:
    """`of` is (field, id): what a measure added here is given; `text` stands under the table."""
    return Section(
        title,
        count_of(measures),
        (
            Column(words("Measure"), 40, strong=True),
            Column(words("Latest"), 18),
            Column(words("Target"), 18),
            Column(words("Rating"), 14),
            Column(words("Direction"), 12),
        ),
        tuple(_row(each) for each in measures),
        empty,
        text=text,
        pairs=mark_pairs(measures, words),
        action=adding(words("Add measure"), "measure", dict([of])),
    )


def _row(measure: MeasureRow) -> Row:
    lead = Lead("measures", measure.id)
    arrow = "same" if measure.direction == "no_change" else measure.direction
    cells = (
        Cell(measure.title, lead=lead),
        Cell(measure.latest, measure.period, lead=lead),
        Cell(measure.target, measure.target_note, lead=lead),
        pill_cell(measure.pill, lead),
        Cell(measure.way, lead=lead, icon=arrow),
    )
    return Row(cells, "measure", measure.id)
