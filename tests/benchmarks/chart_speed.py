"""A chart's first picture and its redrawing, beside bare pyqtgraph with as many points.

The milestones lie in a page that is scrolled, as in the window: what a person waits for is the part in sight.
All two hundred rows at once, six screens of them, are drawn for a picture only: a row without a limit.
"""

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.timing import Line

TOP = Path(__file__).parents[2]
Took = dict[str, float]

_TIMED = """
import sys, time, json
from PySide6.QtWidgets import QApplication
app = QApplication(sys.argv)
import pyqtgraph as pg
def timed(make, again, place=lambda made: made):
    began = time.perf_counter()
    made = make()
    window = place(made)
    window.resize(1200, 800)
    window.show()
    app.processEvents()
    made.viewport().repaint()
    first = (time.perf_counter() - began) * 1000
    took = []
    for at in range(8):
        began = time.perf_counter()
        again(made)
        made.viewport().repaint()
        took.append((time.perf_counter() - began) * 1000)
    window.close()
    return first, sorted(took[1:])[3]
def all_of(**charts):
    said = {}
    for name, chart in charts.items():
        said[name, "first"], said[name, "again"] = timed(*chart)
    print(json.dumps({" ".join(key): value for key, value in said.items()}), flush=True)
"""
_OURS = (
    _TIMED
    + """
from dataclasses import replace
from itertools import cycle
from pmdesk.ui.charts.timeline import TimelineChart
from pmdesk.ui.charts.trajectory import TrajectoryChart
from pmdesk.ui.page import scrolled
from pmdesk.ui.theme import apply_theme
from tests.benchmarks.charted import long_trajectory, many_milestones
apply_theme(app, "light")
figures = many_milestones(), long_trajectory()
def showing(chart, figures, *others):
    turns = cycle((*others, figures))
    def make():
        made = chart()
        made.set_figures(figures)
        return made
    return make, lambda made: made.set_figures(next(turns))
# As after a re-date: one milestone is another one, the rest are the same.
one = replace(figures[0].rows[90], title="Moved", slip_days=400)
moved = replace(figures[0], rows=(*figures[0].rows[:90], one, *figures[0].rows[91:]))
timeline = showing(TimelineChart, figures[0], moved)
corrected = replace(figures[1], title="Corrected")
trajectory = showing(TrajectoryChart, figures[1], corrected)
all_of(timeline=(*timeline, scrolled), trajectory=trajectory, picture=timeline)
"""
)
# As many marks and lines as ours has, in pyqtgraph's own items, with nothing said about them.
_BARE = (
    _TIMED
    + """
import random
chance = random.Random(7)
def timeline():
    made = pg.PlotWidget()
    timeline_again(made)
    return made
def timeline_again(made):
    made.clear()
    xs = [x for n in range(200) for x in (chance.random() * 600, chance.random() * 700)]
    made.plot(xs, [n // 2 for n in range(400)], connect="pairs")
    made.plot([chance.random() * 700 for _ in range(200)], list(range(200)), pen=None, symbol="o")
def trajectory():
    made = pg.PlotWidget()
    trajectory_again(made)
    return made
def trajectory_again(made):
    made.clear()
    for _ in range(3):
        made.plot(list(range(120)), [40 + chance.random() * 20 for _ in range(120)])
    made.plot(list(range(120)), [40 + chance.random() * 20 for _ in range(120)], pen=None, symbol="o")
all_of(timeline=(timeline, timeline_again), trajectory=(trajectory, trajectory_again))
"""
)


def lines(rounds: int) -> Iterator[Line]:
    """Ours and bare in turn, a process each, so that each first chart is truly the first of its process."""
    mine, theirs = list[Took](), list[Took]()
    for _ in range(rounds):
        mine.append(_run(_OURS))
        theirs.append(_run(_BARE))
    for chart, what in (("timeline", "200 milestones"), ("trajectory", "120 readings")):
        for when, said, most in (("first", "the first chart of", 120), ("again", "redrawing", 25)):
            ours, peer = (
                statistics.median(each[f"{chart} {when}"] for each in took) for took in (mine, theirs)
            )
            yield Line(f"{said} {what}", ours, peer, "bare pyqtgraph", most=most)
    yield Line(
        "redrawing 200 milestones, all in sight", statistics.median(each["picture again"] for each in mine)
    )


def _run(script: str) -> Took:
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=TOP,
        env={"QT_QPA_PLATFORM": "offscreen", **os.environ},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    said: Took = json.loads(done.stdout.splitlines()[-1])
    return said
