"""A measure's points and tiles as words, for who hears the charts of figures; no drawing."""

from pmdesk.figures.multiples import Tile
from pmdesk.figures.trajectory import TrajectoryFigures
from pmdesk.figures.trajectory_rows import TrajectoryRow
from pmdesk.ui.words import _


def row_of(figures: TrajectoryFigures, reading: str) -> TrajectoryRow | None:
    """The row of a reading by its id."""
    return next((row for row in figures.rows if row.id == reading), None)


def spoken_reading(row: TrajectoryRow) -> str:
    """Everything a point shows, in the order of the table: '2025-26 Q2: 44.4, missed, path 46.9, …'."""
    parts = [
        row.value,
        row.rating.lower() if row.value else row.rating,
        _("path {value}", value=row.path) if row.path else "",
        _("difference {value}", value=row.difference) if row.difference else "",
        row.direction.lower(),
    ]
    return _("{period}: {facts}", period=row.period, facts=", ".join(part for part in parts if part))


def tip_lines(row: TrajectoryRow) -> tuple[str, str]:
    """The two short lines drawn beside the point in hand: its figure, then what that is beside its path."""
    head = _("{period}: {facts}", period=row.period, facts=row.value or row.rating)
    below = [row.rating if row.value else "", _("path {value}", value=row.path) if row.path else ""]
    return head, ", ".join(part for part in below if part)


def spoken_tile(tile: Tile) -> str:
    """A tile of the small charts: title, latest value and period, rating, what it says."""
    latest = _("{value} in {period}", value=tile.value, period=tile.period) if tile.value else ""
    parts = [tile.title, latest, tile.word.lower(), tile.challenged, tile.finding]
    return ", ".join(part for part in parts if part)
