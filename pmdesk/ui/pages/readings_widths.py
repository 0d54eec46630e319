"""How wide the columns of the grid of readings are: never narrower than the words they are known to hold."""

from collections.abc import Iterable, Sequence

from pmdesk.domain.measure import READING
from pmdesk.domain.periods import say_period
from pmdesk.domain.rating import RATINGS, word_of
from pmdesk.domain.series import Rule
from pmdesk.figures.readings_grid import ReadingsGrid
from pmdesk.ui.drawing import words_width
from pmdesk.ui.pages.readings_cells import EDGE
from pmdesk.ui.pages.readings_model import Column
from pmdesk.ui.pill import pill_width
from pmdesk.ui.theme import px
from pmdesk.ui.words import _, spoken

# The part of the grid that its first column takes at most, where it stays while the others scroll.
WIDEST = 0.36
RATED = ("red", "amber", "green")


def widths(columns: Sequence[Column], grid: ReadingsGrid, room: int, mark: str = "") -> list[int]:
    """Pixels for each column in a view `room` wide: the note takes what is left, or all scroll but the first.

    Wider than `room` together only where words need it. `mark` may stand beside what is met or missed.
    """
    found = [max(px(column.width), round(_words(column, grid, mark)) + 2 * EDGE + 2) for column in columns]
    left = room - sum(found)
    if left < 0 and found:
        found[0] = min(found[0], int(room * WIDEST))
        left = room - sum(found)
    return [
        width + (max(0, left) if column.name == "commentary" else 0)
        for width, column in zip(found, columns, strict=True)
    ]


def _words(column: Column, grid: ReadingsGrid, mark: str) -> float:
    """The widest words that are known to stand in a column; 0 for figures and for what a person writes."""
    if column.name == "rating":
        rules = [*grid.rules, Rule()]
        beside = words_width(mark, "small") + EDGE if mark else 0
        return max(*_pills(rules), max(_pills(rules, RATED)) + beside)
    if column.name == "period":
        said = (say_period(line.key[1], spoken()) for line in grid.lines)
        return max((words_width(each, "strong") for each in said), default=0)
    choices = READING.field(column.field).choices if column.field else ()
    return max((words_width(_(word), "list") for _code, word in choices), default=0)


def _pills(rules: Iterable[Rule], codes: Iterable[str] = RATINGS) -> set[int]:
    shapes = {code: RATINGS[code][0] for code in codes}
    return {pill_width(shape, _(word_of(code, rule))) for rule in rules for code, shape in shapes.items()}
