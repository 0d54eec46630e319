"""Draws the milestone chart of one partnership into a picture file, with no window to save it from."""

import sys
from pathlib import Path

from pmdesk.actions.registers import open_register
from pmdesk.actions.today import today
from pmdesk.ui.charts.picture import make_picture


def draw(register: Path, partnership: str, picture: Path) -> Path:
    """Write `picture` (PNG or SVG by its ending): the chart as the window draws it."""
    with open_register(register, read_only=True) as opened:
        return make_picture(opened, picture, partnership, "en", today(opened))


if __name__ == "__main__":
    draw(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
