"""Areas that a file spells in two ways, as one: 'Boston BC' beside 'Boston Borough Council'."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from pmdesk.domain.comparators import is_whole
from pmdesk.domain.words import N_, Say
from pmdesk.exchange.figure_areas import core
from pmdesk.exchange.figure_points import Area, Gathered

_NOTE = N_("Read as one area: {names}.")


def join_same_areas(found: Gathered) -> None:
    """Join areas that differ only in what a council adds to its place, and say so in the notes.

    Two with different codes are two areas, and so are two with a figure of the same series and period: a
    file that has both Bedford and Bedford Borough in one year means two places.
    """
    groups: dict[str, list[int]] = defaultdict(list)
    for place, area in enumerate(found.areas):
        if not is_whole(area.name, area.code):
            groups[core(area.name)].append(place)
    several = [group for group in groups.values() if len(group) > 1]
    if not several:
        return
    figures: dict[int, set[tuple[int, str, str]]] = defaultdict(set)
    for point in found.points:
        figures[point.area].add((point.series, point.period, point.kind))
    joined = []
    for group in several:
        if _are_one([found.areas[at] for at in group], [figures[at] for at in group]):
            joined.append(group)
    if joined:
        _join(found, joined)


def _are_one(areas: Sequence[Area], figures: Sequence[set[tuple[int, str, str]]]) -> bool:
    codes = {area.code for area in areas if area.code}
    return len(codes) < 2 and sum(map(len, figures)) == len(set[tuple[int, str, str]]().union(*figures))


def _join(found: Gathered, groups: Sequence[Sequence[int]]) -> None:
    """Every figure of a group to its first area, whose name and code are the fullest of them."""
    first = {at: group[0] for group in groups for at in group}
    for group in groups:
        named = [found.areas[at] for at in group]
        found.notes.append(Say(_NOTE, {"names": ", ".join(f"‘{area.name}’" for area in named)}))
        code = next((area.code for area in named if area.code), "")
        family = next((area.family for area in named if area.family), "")
        found.areas[group[0]] = Area(max((area.name for area in named), key=len), code, family)
    kept = [at for at in range(len(found.areas)) if first.get(at, at) == at]
    now = {at: kept.index(first.get(at, at)) for at in range(len(found.areas))} | {-1: -1}
    found.areas = [found.areas[at] for at in kept]
    found.points = [point._replace(area=now[point.area]) for point in found.points]
    for series, counts in found.missing.items():
        moved = Counter[int]()
        for at, n in counts.items():
            moved[now[at]] += n
        found.missing[series] = moved
