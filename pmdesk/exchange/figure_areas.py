"""Which area of a file is the council's own; it is asked wherever the file leaves a doubt."""

import re
from collections.abc import Sequence

from pmdesk.domain.comparators import is_whole
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
    """The place of the one area that is the council's by its name; the only one there is; else None.

    >>> own_area([Area("Trafford", ""), Area("Bury", "")], "Trafford Metropolitan Borough Council")
    0
    >>> own_area([Area("Trafford", ""), Area("Bury", "")], "Aldermoor District Council") is None
    True
    """
    single = [place for place, area in enumerate(areas) if not is_whole(area.name, area.code)]
    named = [place for place in single if council and core(areas[place].name) == core(council)]
    if len(named) == 1:
        return named[0]
    exact = [place for place in named if fold(areas[place].name) == fold(council)]
    if len(exact) == 1:
        return exact[0]
    return single[0] if len(single) == 1 and len(areas) <= 2 else None


def find_area(areas: Sequence[Area], wanted: str) -> int:
    """The place of the area a person named, by its name or code; Unreadable with the areas there are."""
    named = [
        place for place, area in enumerate(areas) if fold(wanted) in (fold(area.name), area.code.casefold())
    ] or [place for place, area in enumerate(areas) if core(area.name) == core(wanted)]
    if len(named) != 1:
        raise Unreadable(
            Say(
                N_("There is no area ‘{name}’ in this file. The areas are: {areas}."),
                {"name": wanted, "areas": say_areas(areas)},
            )
        )
    return named[0]


def say_areas(areas: Sequence[Area]) -> str:
    """The areas' names with commas, totals left out."""
    return ", ".join(area.name for area in areas if not is_whole(area.name, area.code))


def core(name: str) -> str:
    """A place without what a council adds to it.

    >>> core("City of York Council"), core("Bedford Borough"), core("Edinburgh City")
    ('york', 'bedford', 'edinburgh')
    """
    return " ".join(_OFFICIAL.sub(" ", fold(name)).split()) or fold(name)
