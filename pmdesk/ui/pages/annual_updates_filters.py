"""What the year's annual updates are narrowed by: how they stand, whether they are late, political group."""

from collections import Counter
from collections.abc import Sequence

from pmdesk.domain.words import N_
from pmdesk.figures.annual_cycle import STANDINGS, CycleFigures
from pmdesk.ui.pages.filters import Choice, Filters
from pmdesk.ui.words import _


class CycleFilters(Filters):
    """Each value that occurs, with how many there are."""

    def __init__(self) -> None:
        super().__init__(
            {"standing": N_("Status"), "group": N_("Political group"), "late": N_("Late")}, switches=("late",)
        )
        self.figures: CycleFigures | None = None

    def choices(self, name: str) -> Sequence[Choice]:
        lines = self.figures.lines if self.figures else ()
        if name == "standing":
            counts = Counter(line.standing for line in lines)
            return [Choice(code, _(STANDINGS[code][1]), counts[code]) for code in STANDINGS if counts[code]]
        groups = Counter(line.group for line in lines if line.group)
        return [Choice(group, group, n) for group, n in sorted(groups.items())]

    def said(self, name: str, value: object) -> str:
        if name == "standing":
            return _(STANDINGS[str(value)][1])
        return str(value) if name == "group" else ""
