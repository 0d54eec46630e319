"""What bringing a file of figures in would do, without doing it: measures, our readings, other areas' series.

Pure: the register is known only through plain values, and nothing is written. `actions` carries the plan out.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pmdesk.domain.comparators import is_whole
from pmdesk.domain.decimals import plain
from pmdesk.domain.periods import period_bounds
from pmdesk.domain.words import N_, Say
from pmdesk.exchange.about_measures import alike
from pmdesk.exchange.figure_areas import core, find_area, own_area
from pmdesk.exchange.figure_choices import Choices, KnownFigures, PlannedSeries
from pmdesk.exchange.figure_file import FigureFile
from pmdesk.exchange.figure_match import Match, clashes, matched
from pmdesk.exchange.figure_points import Area, Point, Problem
from pmdesk.exchange.figure_series import MEASURE, PART, Series
from pmdesk.exchange.figure_work import Work, is_own
from pmdesk.exchange.plan import Write

_NO_MATCH = Match(None)


@dataclass(frozen=True, slots=True)
class FigurePlan:
    """Everything that bringing the file in would do; `outcomes` counts figures by what becomes of them."""

    file: FigureFile
    choices: Choices
    own: int | None  # the place of our area; None where there are none or it must be chosen
    asks_area: bool
    council_among: str  # our council's name where the file has it as a measure's: its columns are misread
    series: tuple[PlannedSeries, ...]
    writes: tuple[Write, ...]
    outcomes: Counter[str]
    refused: tuple[Problem, ...]
    left_out: tuple[tuple[Say, int], ...]  # what stays out and how many figures that is

    def kinds(self) -> Counter[str]:
        """How many new records of each kind."""
        return Counter(write.kind for write in self.writes if write.id is None)


def plan_figures(file: FigureFile, choices: Choices, known: KnownFigures, council: str = "") -> FigurePlan:
    """The plan for a file; which area is ours is chosen, else guessed from the council's name."""
    own = find_area(file.areas, choices.area, council) if choices.area else own_area(file.areas, council)
    asks = own is None and bool(file.areas)
    among = _council_among(file, council)
    matches = matched(file.series, known.measures, choices.names())
    planned = _planned_all(file, choices, own, asks, matches)
    work = Work(file, known, choices, own)
    if not asks and not among:
        for series, shown in zip(file.series, planned, strict=True):
            if shown.taken and _comes_to_something(series, file):
                work.take(series, shown, matches.get(series.key, _NO_MATCH).record)
    refused, held = _refused(file, planned)
    work.outcomes["refused"] = len(refused) + held
    left_out = [*work.left_out(), *_left_out(file, planned, own, choices)]
    return FigurePlan(
        file, choices, own, asks, among, tuple(planned), tuple(work.writes), work.outcomes, refused,
        tuple(left_out),
    )  # fmt: skip


def _council_among(file: FigureFile, council: str) -> str:
    """The name a measure would have that is our council's own: areas were taken for measures."""
    if not council:
        return ""
    names = (name for series in file.series for name in (*series.key.split("|")[1:], series.title))
    return next((name for name in names if name and core(name) == core(council)), "")


def _comes_to_something(series: Series, file: FigureFile) -> bool:
    """Whether a series has figures; one whose every figure was refused makes no measure."""
    return bool(series.points) or not (series.problems or file.problems)


def _planned_all(
    file: FigureFile, choices: Choices, own: int | None, asks: bool, matches: Mapping[str, Match]
) -> list[PlannedSeries]:
    """Every series as it comes in; two of one measure, and those of a doubtful one, are held back."""
    planned = [
        _planned(series, file, choices, own, asks, matches.get(series.key, _NO_MATCH))
        for series in file.series
    ]
    taken = {each.key: (each.code, each.title, each.measure) for each in planned if each.taken}
    ticked = [key for key, taken_in in choices.taken.items() if taken_in]
    why = clashes(taken, ticked)
    codes = Counter(alike(each.code) for each in planned if each.taken and each.code)
    return [
        each._replace(taken=False, held=True, why_out=why[each.key])
        if each.key in why
        else each._replace(doubts=(*each.doubts, _SHARED))
        if each.taken and codes[alike(each.code)] > 1
        else each
        for each in planned
    ]


_SHARED = Say(N_("Another series of the file has this code too: they become two measures."))


def _planned(
    series: Series, file: FigureFile, choices: Choices, own: int | None, asks: bool, match: Match
) -> PlannedSeries:
    ours = [point for point in series.points if is_own(point, own)]
    values = [point for point in ours if point.kind == "value"]
    code = _chosen(series, choices, "code", series.code)
    why = _why_out(series, file, choices, own, asks, bool(ours))
    sure = match.doubt is None or (match.record and choices.says_same(series.key, code, series.title))
    wanted = choices.taken.get(series.key, why is None)
    measure = match.record or {}
    return PlannedSeries(
        series.key,
        code,
        _chosen(series, choices, "title", series.title),
        _chosen(series, choices, "unit", series.unit),
        _chosen(series, choices, "polarity", str(measure.get("polarity") or "") or series.polarity),
        _chosen(series, choices, "frequency", series.frequency),
        series.role,
        bool(wanted and sure),
        match.doubt if wanted and not sure else why,
        sum(1 for point in values if point.cell.value is not None),
        len(ours) - len(values),
        sum(1 for point in values if point.cell.state == "suppressed"),
        sum(point.cell.state in _NOT_KNOWN for point in values) + series.missing[-1 if own is None else own],
        len(_areas_beside(series, file, own)),
        _doubts(series, choices),
        str(measure["id"]) if measure else None,
        _times(series, choices),
        _latest(values),
        wanted and not sure,
        str(measure.get("title") or ""),
    )  # fmt: skip


def _areas_beside(series: Series, file: FigureFile, own: int | None) -> set[int]:
    """The places of the other areas with figures, without totals and averages."""
    places = {point.area for point in series.points if point.area != own and point.area >= 0}
    return {place for place in places if not is_whole(file.areas[place].name, file.areas[place].code)}


def _latest(values: Sequence[Point]) -> tuple[str, str]:
    """The last period of ours and what it says; ('', '') where there is none."""
    last = max(values, key=lambda point: (period_bounds(point.period)[1], point.period), default=None)
    if last is None:
        return "", ""
    return last.period, last.cell.state if last.cell.value is None else plain(last.cell.value)


def _doubts(series: Series, choices: Choices) -> tuple[Say, ...]:
    """What is still to be looked at; a person who has answered for the series has looked."""
    answered = any(key == series.key for key, _field in choices.typed)
    answered = answered or (series.fractions and choices.fractions and len(series.doubts) == 1)
    return () if answered else tuple(series.doubts)


def _times(series: Series, choices: Choices) -> str:
    """By how much the figures of a series are taken, as text."""
    if not series.fractions:
        return ""
    return choices.typed.get((series.key, "times")) or ("100" if choices.fractions else "1")


_NOT_KNOWN = ("unknown", "not_due", "not_applicable")


def _why_out(
    series: Series, file: FigureFile, choices: Choices, own: int | None, asks: bool, has_own: bool
) -> Say | None:
    if series.role not in (MEASURE, *choices.roles):
        return Say(_OUT[series.role])
    has_own = has_own or bool({-1, own} & file.contradicted.get(series.key, frozenset()))
    if not asks and file.areas and own is not None and not has_own:
        says = N_("no figure for {area} that could be read") if file.problems else N_("no figure for {area}")
        return Say(says, {"area": file.areas[own].name})
    return None


_OUT = {
    "real": N_("adjusted for inflation: the same figures in other money"),
    PART: N_("part of another measure: what it is reckoned from"),
}


def _chosen(series: Series, choices: Choices, name: str, otherwise: str) -> str:
    return choices.typed.get((series.key, name), otherwise)


def _refused(file: FigureFile, planned: Sequence[PlannedSeries]) -> tuple[tuple[Problem, ...], int]:
    """What is refused and why, by rows; a series held back is one line, its further figures are counted."""
    problems, more = list(file.problems), 0
    for series, shown in zip(file.series, planned, strict=True):
        if shown.taken:
            problems += series.problems
        elif shown.held and shown.why_out and series.points:
            more += len(series.points) - 1
            problems.append(Problem(series.points[0].row, shown.code or shown.title, shown.why_out))
    return tuple(sorted(problems, key=lambda problem: problem.row)), more


def _left_out(
    file: FigureFile, planned: Sequence[PlannedSeries], own: int | None, choices: Choices
) -> tuple[tuple[Say, int], ...]:
    """What stays out, each reason once, with its number of figures."""
    counts: dict[str, tuple[Say, int]] = {}
    for series, shown in zip(file.series, planned, strict=True):
        if not shown.taken and not shown.held and series.points:
            say = shown.why_out or Say(N_("left out by you"))
            counts[str(say)] = (say, counts.get(str(say), (say, 0))[1] + len(series.points))
    if not choices.others:
        others = sum(
            1
            for series, shown in zip(file.series, planned, strict=True)
            if shown.taken
            for point in series.points
            if not is_own(point, own)
        )
        counts["others"] = (Say(N_("other areas")), others)
    if file.twice:
        counts["twice"] = (Say(N_("the same figure again")), file.twice)
    return tuple(counts.values())


def whole_areas(file: FigureFile) -> tuple[Area, ...]:
    """The totals and averages among the areas: kept to compare with, never counted as an area."""
    return tuple(area for area in file.areas if is_whole(area.name, area.code))
