"""What goes into and comes out of the plan of a file of figures: choices, what the register has, series."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pmdesk.domain.words import Say

Record = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person chose; what is not chosen is as the file suggests."""

    area: str = ""  # the name or code of our area
    others: bool = True  # other areas come in as comparators
    taken: Mapping[str, bool] = field(default_factory=dict)  # series key -> whether it comes in
    roles: frozenset[str] = frozenset()  # 'real' and 'part' where these come in too
    fractions: bool = False  # per cents written as 0.1 are taken times 100
    typed: Mapping[tuple[str, str], str] = field(default_factory=dict)  # (series key, field) -> value
    same: frozenset[str] = frozenset()  # codes or titles that are the register's measure all the same
    year_kind: str = ""  # 'calendar' or 'financial': which year '2023 Q1' belongs to

    def says_same(self, key: str, *names: str) -> bool:
        """Whether a person said that a series, known by its code and title, is the measure it seems to be.

        >>> Choices(same=frozenset({"K1"})).says_same("", "k1"), Choices(taken={"k": True}).says_same("k")
        (True, True)
        """
        same = {each.casefold() for each in self.same}
        return self.taken.get(key, False) or any(name.casefold() in same for name in names)

    def names(self) -> dict[tuple[str, str], str]:
        """What was typed that decides which measure a series belongs to."""
        return {place: text for place, text in self.typed.items() if place[1] in ("code", "title", "unit")}


@dataclass(frozen=True, slots=True)
class KnownFigures:
    """What the register has: measures; by measure its readings and targets by period, others' series."""

    measures: Sequence[Record] = ()
    readings: Mapping[str, Mapping[str, Record]] = field(default_factory=dict)
    targets: Mapping[str, Mapping[str, Record]] = field(default_factory=dict)
    comparators: Mapping[str, Sequence[Record]] = field(default_factory=dict)


class PlannedSeries(NamedTuple):
    """One series as the page shows it; `why_out` says why it stays out unless it is ticked."""

    key: str
    code: str
    title: str
    unit: str
    polarity: str
    frequency: str
    role: str
    taken: bool
    why_out: Say | None
    readings: int
    targets: int
    suppressed: int
    missing: int
    others: int  # areas beside ours, totals not counted
    doubts: tuple[Say, ...]
    measure: str | None  # the measure of the register it belongs to
    times: str  # '100' where fractions become per cents, '1' where they might have to, else ''
    latest: tuple[str, str]  # our last period and its figure, or the state that says why there is none
    held: bool  # refused until a person says that it is the register's measure, or mends it
    called: str = ""  # what the register calls that measure
