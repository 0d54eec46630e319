"""Draws the chart of one partnership, measure or plan into a picture file, with no window to save it from."""

import sys
from pathlib import Path

from pmdesk.actions.registers import open_register
from pmdesk.actions.today import today
from pmdesk.ui.charts.picture import make_measure_picture, make_picture, make_plan_picture


def draw(register: Path, partnership: str, picture: Path) -> Path:
    """Write `picture` (PNG or SVG by its ending): the milestone chart as the window draws it."""
    with open_register(register, read_only=True) as opened:
        return make_picture(opened, picture, partnership, "en", today(opened))


def draw_measure(register: Path, measure: str, picture: Path) -> Path:
    """Write `picture`: the trajectory of a measure, by its code or title."""
    with open_register(register, read_only=True) as opened:
        return make_measure_picture(opened, picture, measure, "en", today(opened))


def draw_plan(register: Path, plan: str, picture: Path) -> Path:
    """Write `picture`: the measures of a plan as small charts."""
    with open_register(register, read_only=True) as opened:
        return make_plan_picture(opened, picture, plan, "en", today(opened))


if __name__ == "__main__":
    # picture.py REGISTER [--measure | --plan] NAME PICTURE: without either the name is a partnership's
    drawing = {"--measure": draw_measure, "--plan": draw_plan}.get(sys.argv[2], draw)
    drawing(Path(sys.argv[1]), sys.argv[-2], Path(sys.argv[-1]))
