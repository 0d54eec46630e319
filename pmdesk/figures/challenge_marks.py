"""Marks for measures whose score was challenged: said beside the score wherever it is shown."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pmdesk.domain.words import Words
from pmdesk.figures.challenges import Challenged, challenge_pill, pressing_first
from pmdesk.figures.measure_rows import MeasureRow
from pmdesk.figures.record_page import Lead, Pair, sentences, word


class Mark(NamedTuple):
    """The challenge that presses most (its id), where it stands ('Challenged: late'), and what it asks."""

    challenge: str
    said: str
    question: str


def marks_of(found: Iterable[Challenged], words: Words) -> dict[str, Mark]:
    """The mark of each measure that some of these are about."""
    marks = dict[str, Mark]()
    for each in pressing_first(list(found)):
        state = challenge_pill(each, words)[1]
        said = words("Challenged: {state}", state=state[:1].lower() + state[1:])
        marks.setdefault(word(each.row, "measure"), Mark(each.id, said, word(each.row, "question")))
    return marks


def mark_pairs(rows: Iterable[MeasureRow], words: Words) -> tuple[Pair, ...]:
    """Under a table of measures: a line for each that is challenged, with the way to the challenge."""
    return tuple(
        Pair(each.title, each.challenged, words("See the challenge"), Lead("challenges", each.challenge))
        for each in rows
        if each.challenged
    )


def marked(row: MeasureRow, marks: Mapping[str, Mark]) -> MeasureRow:
    """The row of a measure with its mark, which also begins its quiet line."""
    mark = marks.get(row.id)
    if mark is None:
        return row
    return row._replace(challenged=mark.said, challenge=mark.challenge, quiet=sentences(mark.said, row.quiet))
