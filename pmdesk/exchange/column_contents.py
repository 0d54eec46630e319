"""What a column of a sheet holds by its cells alone: figures, periods, names of areas, or other text."""

from collections.abc import Sequence

from pmdesk.domain.period_spellings import meanings
from pmdesk.exchange.figure_cells import FigureCell, read_figure, read_target
from pmdesk.exchange.places import is_place

Rows = Sequence[Sequence[str]]


def cells_of(body: Rows, place: int) -> list[str]:
    """The filled cells of a column."""
    return [cell for row in body if place < len(row) and (cell := row[place].strip())]


def is_filled(body: Rows, place: int) -> bool:
    """Whether a column holds anything."""
    return any(place < len(row) and row[place].strip() for row in body)


def holds_targets(body: Rows, place: int) -> bool:
    """Whether most of a column's cells are targets: '≥ 95%' is one, and no figure."""
    return _mostly([read_target(cell) for cell in cells_of(body, place)])


def holds_figures(body: Rows, place: int) -> bool:
    """Whether most of a column's cells are figures or say why there is none, and some are figures."""
    return _mostly([read_figure(cell) for cell in cells_of(body, place)])


def _mostly(read: Sequence[FigureCell]) -> bool:
    numbers = sum(1 for each in read if each.value is not None)
    unread = sum(1 for each in read if each.problem)
    return (numbers > 0 or bool(read)) and unread <= numbers + (len(read) - numbers - unread)


def holds_text(body: Rows, place: int) -> bool:
    """Whether most of a column's cells are no figures."""
    read = [read_figure(cell) for cell in cells_of(body, place)]
    return bool(read) and sum(1 for each in read if each.problem) * 2 > len(read)


def holds_periods(body: Rows, place: int) -> bool:
    """Whether most of a column's cells can be read as periods."""
    cells = dict.fromkeys(cells_of(body, place))
    read = sum(1 for cell in cells if meanings(cell).likely or meanings(cell).possible)
    return bool(cells) and read * 2 > len(cells)


def holds_places(body: Rows, place: int) -> bool:
    """Whether most of a column's cells are names or codes of areas.

    >>> holds_places([["Trafford"], ["Bury MBC"], ["Mean of all"]], 0), holds_places([["Visits"]], 0)
    (True, False)
    """
    cells = dict.fromkeys(cells_of(body, place))
    return bool(cells) and sum(is_place(cell) for cell in cells) * 2 > len(cells)
