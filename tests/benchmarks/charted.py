"""What the charts of the benchmarks show: two hundred milestones, and a measure with 120 readings."""

import random
from datetime import date, timedelta

from pmdesk.actions.measure_story import story
from pmdesk.domain.words import Words
from pmdesk.figures.timeline import TimelineFigures, timeline
from pmdesk.figures.trajectory import TrajectoryFigures, trajectory
from pmdesk.register.store import memory

TODAY = "2026-04-27"


def many_milestones(many: int = 200) -> TimelineFigures:
    chance = random.Random(7)
    with memory() as register:
        with register.change("Brought in a file") as change:
            for n in range(many):
                due = date(2026, 1, 1) + timedelta(days=chance.randrange(700))
                milestone = change.add("milestone", {"title": f"Milestone {n}", "first_due": due.isoformat()})
                if n % 3 == 0:
                    later = (due + timedelta(days=30)).isoformat()
                    change.add("forecast", {"milestone": milestone, "made_on": TODAY, "date": later})
        return timeline(register.all("milestone"), register.all("forecast"), TODAY, Words())


def long_trajectory(many: int = 120) -> TrajectoryFigures:
    chance = random.Random(7)
    with memory() as register:
        with register.change("Brought in a file") as change:
            measure = change.add(
                "measure",
                {"title": "Household waste recycled", "unit": "%", "polarity": "higher", "frequency": "month",
                 "aggregation": "ratio", "tolerance": "5", "baseline": "40", "baseline_on": "2016-03"},
            )  # fmt: skip
            change.add("target", {"measure": measure, "period": "2026-27", "value": "60", "floor": "45"})
            for n in range(many):
                period = f"{2016 + (n + 3) // 12}-{(n + 3) % 12 + 1:02d}"
                period = f"{period} (month)" if _is_double(period) else period
                value = f"{40 + n / 8 + chance.gauss(0, 1.5):.1f}"
                change.add("reading", {"measure": measure, "period": period, "value": value})
        return trajectory(story(register, measure, TODAY), Words())


def _is_double(period: str) -> bool:
    """Whether a month is written as a year would be: 2016-17 is none, 2010-11 is."""
    return int(period[5:]) == (int(period[:4]) + 1) % 100
