"""Which area of a file is the council's own, and which of the register's each other is; doubts are asked."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from pmdesk.domain.comparators import is_whole, peers
from pmdesk.domain.words import N_, Say
from pmdesk.exchange.figure_points import Area
from pmdesk.exchange.names import fold
from pmdesk.exchange.unreadable import Unreadable

# What a council adds to the name of its place, in any order.
_OFFICIAL = re.compile(
    r"\b(?:council|borough|district|county|city|metropolitan|unitary|authority|royal|london|of|the|and|mbc|bc|dc|cc"
    r"|mdc|cyngor|sir|dinas|bwrdeistref|sirol|cbc)\b|[^\w\s]"
)


def own_area(areas: Sequence[Area], council: str) -> int | None:
    """The place of the one area that is the council's by its name; None where there is no such one.

    The only area of a file may be anybody's: it is ours only by its name.

    >>> own_area([Area("Trafford", ""), Area("Bury", "")], "Trafford Metropolitan Borough Council")
    0
    >>> own_area([Area("Bury", "")], "Trafford Council") is None
    True
    """
    single = [place for place, area in enumerate(areas) if not is_whole(area.name, area.code)]
    named = [place for place in single if council and core(areas[place].name) == core(council)]
    if len(named) == 1:
        return named[0]
    exact = [place for place in named if fold(areas[place].name) == fold(council)]
    return exact[0] if len(exact) == 1 else None


def find_area(areas: Sequence[Area], wanted: str, council: str = "") -> int | None:
    """The place of the area a person named, by name or code; Unreadable with the areas there are.

    None where a file without areas is said to be the council's own.
    """
    if not areas:
        if council and core(wanted) == core(council):
            return None
        raise Unreadable(Say(N_("This file names no areas: all its figures are taken as yours.")))
    said = fold(wanted)
    named = [
        place
        for place, area in enumerate(areas)
        if said in (fold(area.name), area.code.casefold(), fold(_with_code(area)))
    ] or [place for place, area in enumerate(areas) if core(area.name) == core(wanted)]
    if len(named) == 1:
        return named[0]
    if named:
        several = N_("Several areas are called ‘{name}’. Say which by its code: {areas}.")
        these = ", ".join(_with_code(areas[place]) for place in named)
        raise Unreadable(Say(several, {"name": wanted, "areas": these}))
    raise Unreadable(
        Say(
            N_("There is no area ‘{name}’ in this file. The areas are: {areas}."),
            {"name": wanted, "areas": say_areas(areas)},
        )
    )


def say_areas(areas: Sequence[Area]) -> str:
    """The areas' names with commas, totals left out; with their codes where two have one name."""
    single = [area for area in areas if not is_whole(area.name, area.code)]
    names = Counter(fold(area.name) for area in single)
    return ", ".join(_with_code(area) if names[fold(area.name)] > 1 else area.name for area in single)


def _with_code(area: Area) -> str:
    return f"{area.name} ({area.code})" if area.code and area.code != area.name else area.name


def never_compared(areas: Sequence[Area], own: int | None) -> list[Area]:
    """The areas beside ours that are of another kind, such as wards: kept, but in no quartile or median."""
    code = areas[own].code if own is not None else ""
    others = [
        {"area": area.name, "area_code": area.code, "at": place}
        for place, area in enumerate(areas)
        if place != own and not is_whole(area.name, area.code)
    ]
    compared = {each["at"] for each in peers(others, own_code=code)}
    return [areas[place] for each in others if isinstance(place := each["at"], int) and place not in compared]


def known_area(area: Area, known: Sequence[Mapping[str, object]], beside: Sequence[Area]) -> int | None:
    """The place of an area among the register's: by its code, else by its name where no code says otherwise.

    `beside` are the areas of the file: where two of them have one name, only a code tells.

    >>> known = [{"area": "Bury"}, {"area": "Bedford", "area_code": "E06000055"}]
    >>> [known_area(each, known, [each]) for each in (Area("Bury MBC", ""), Area("Bedford", "E07000001"))]
    [0, None]
    """
    for place, each in enumerate(known):
        if _same_code(area, str(each.get("area_code") or ""), str(each.get("area") or "")):
            return place
    free = [place for place, each in enumerate(known) if not (area.code and each.get("area_code"))]
    for said in (fold, core):
        found = [place for place in free if said(str(known[place].get("area") or "")) == said(area.name)]
        same = [each for each in beside if said(each.name) == said(area.name)]
        if len(found) == 1 and len(same) == 1:
            return found[0]
    return None


def _same_code(area: Area, code: str, name: str) -> bool:
    """Whether an area and one of the register have one code; either may stand there as a name."""
    given, kept = area.code.casefold(), code.casefold()
    return bool(given and given in (kept, name.casefold())) or bool(kept and kept == area.name.casefold())


def core(name: str) -> str:
    """A place without what a council adds to it.

    >>> core("City of York Council"), core("Bedford Borough"), core("Edinburgh City")
    ('york', 'bedford', 'edinburgh')
    """
    return " ".join(_OFFICIAL.sub(" ", fold(name)).split()) or fold(name)
