"""Other areas' figures for one measure, and where ours stands among them; polarity decides what is best.

A comparator record holds one area's whole series as text, a line for each period.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from statistics import quantiles
from typing import NamedTuple

from pmdesk.domain.dates import NotRead
from pmdesk.domain.decimals import plain, read_decimal
from pmdesk.domain.periods import is_period, period_bounds
from pmdesk.domain.series import NO_VALUE

Record = Mapping[str, object]
Figure = Decimal | str  # a number, or the state that says why there is none: 'suppressed'

_LINE = re.compile(r"\s*(.+?)\s*[\t=]\s*(.+?)\s*")
# The statistics offices' codes: of single places, and of countries, regions, groups and combined authorities.
_CODE = re.compile(r"[EWSNKJLM]\d{8}")
_WHOLE_CODE = re.compile(r"(?:E92|W92|S92|N92|E1[123]|E47|[KJLM]0\d)\d{6}")
# What councils' codes begin with, by the level that they are compared at (ONS, Register of Geographic Codes).
_LEVELS = {
    **dict.fromkeys(("E06", "E07", "E08", "E09", "W06", "S12", "N09"), "council"),
    "E10": "county",
}
_REGIONS = (
    r"(?:north east|north west|south east|south west|east midlands|west midlands|east of england|eastern"
    r"|yorkshire and (?:the )?humber(?:side)?|yorkshire & (?:the )?humber|(?:inner |outer |greater )?london)"
)
_WHOLE_NAME = re.compile(
    # What names a group or a figure worked out of several areas, wherever it stands in a name.
    r"(?:.*\b(?:totals?|average|mean|median|quartiles?|family group|benchmark|neighbou?rs?|maximum|minimum"
    r"|highest|lowest|combined authority|authorities|councils|districts|boroughs|counties|unitaries|mets"
    r"|regions?|similar|peer group|percentile)\b.*"
    r"|all(?! saints\b)\b.*|(?:min|max|mins|gmca|overall|national|cyfanswm|cyfartaledd|cymru|lloegr)"
    r"|(?:rest of |the )?(?:england|scotland|wales|northern ireland|great britain|united kingdom|uk|gb)"
    r"(?: (?:and|&) wales)?(?:[\s(,:\-].*)?"
    r"|(?:the )?"
    rf"{_REGIONS}"
    r"(?:\s*[(,:].*|\s+(?:england|region|mets?|met counties|met county).*)?"
    r"|greater manchester|merseyside|tyne and wear|south yorkshire|west yorkshire)",
    re.IGNORECASE,
)


class Band(NamedTuple):
    """How a period's figures of several areas are spread; quartiles as a spreadsheet's QUARTILE.INC."""

    lowest: Decimal
    lower: Decimal
    median: Decimal
    upper: Decimal
    highest: Decimal
    n: int


def read_figures(text: object) -> dict[str, Figure]:
    """{period: number or state} of a comparator's `figures`; lines that say neither are passed over.

    >>> read_figures("2019-20\\t56.9\\n2020-21 = suppressed\\n\\n2021-22\\tsoon")
    {'2019-20': Decimal('56.9'), '2020-21': 'suppressed'}
    """
    found: dict[str, Figure] = {}
    for line in str(text or "").split("\n"):
        parts = _LINE.fullmatch(line)
        figure = _figure(parts[2]) if parts and is_period(parts[1]) else None
        if parts and figure is not None:
            found[parts[1]] = figure
    return found


def write_figures(figures: Mapping[str, Figure]) -> str:
    """The text of a comparator's `figures`, in order of time.

    >>> write_figures({"2020-21": "suppressed", "2019-20": Decimal("56.90")})
    '2019-20\\t56.9\\n2020-21\\tsuppressed'
    """
    ordered = sorted(figures, key=lambda period: (period_bounds(period)[1], period))
    return "\n".join(
        f"{period}\t{plain(figure) if isinstance(figure, Decimal) else figure}"
        for period in ordered
        for figure in (figures[period],)
    )


def is_whole(area: str, code: str = "") -> bool:
    """Whether an area is a total, an average or a group of areas, never one beside ours; a code decides.

    >>> is_whole("Scotland"), is_whole("England", "E92000001"), is_whole("Family group average")
    (True, True, True)
    >>> is_whole("West Dunbartonshire"), is_whole("Trafford", "E08000009"), is_whole("Wales", "E05001045")
    (False, False, False)
    """
    written = code.strip() or area.strip()
    if _CODE.fullmatch(written):
        return bool(_WHOLE_CODE.fullmatch(written))
    return bool(_WHOLE_NAME.fullmatch(area.strip()))


def peers(comparators: Iterable[Record], family: str = "", own_code: str = "") -> list[Record]:
    """The areas to compare with: no totals, one level only, those of one family group where one is named.

    Councils are compared with councils, counties with counties, nobody with wards; an area without a code
    is taken at its word. Without the code of ours the level is the one that most areas have.

    >>> areas = [{"area": "Fife", "family": "2"}, {"area": "Moray", "family": "1"}, {"area": "Scotland"}]
    >>> [each["area"] for each in peers(areas)], [each["area"] for each in peers(areas, "1")]
    (['Fife', 'Moray'], ['Moray'])
    >>> areas = [{"area": "Bury", "area_code": "E08000002"}, {"area": "Longford", "area_code": "E05000832"}]
    >>> [each["area"] for each in peers(areas)]
    ['Bury']
    """
    single = [
        each
        for each in comparators
        if not is_whole(str(each.get("area") or ""), str(each.get("area_code") or ""))
        and (not family or each.get("family") == family)
    ]
    levels = Counter(level for each in single if (level := _level(each)) in _LEVELS.values())
    ours = _LEVELS.get(own_code.strip()[:3]) or max(levels, key=lambda each: levels[each], default="")
    return [each for each in single if _level(each) in ("", ours)]


def _level(area: Record) -> str:
    """'council', 'county', 'other' for every other place with a code; '' where there is no code."""
    for text in (str(area.get("area_code") or "").strip(), str(area.get("area") or "").strip()):
        if _CODE.fullmatch(text):
            return _LEVELS.get(text[:3], "other")
    return ""


def figures_at(series: Iterable[Mapping[str, Figure]], period: str) -> list[Decimal]:
    """The numbers of several areas for one period; an area without one is not counted as nothing."""
    return [figure for each in series if isinstance(figure := each.get(period), Decimal)]


def band(series: Iterable[Mapping[str, Figure]], period: str) -> Band | None:
    """How the areas' figures of one period are spread; None where no area has one.

    >>> areas = [{"2019-20": Decimal(n)} for n in (10, 20, 30, 40, 50)]
    >>> [str(each) for each in band(areas, "2019-20")]
    ['10', '20', '30', '40', '50', '5']
    """
    numbers = sorted(figures_at(series, period))
    if not numbers:
        return None
    if len(numbers) == 1:
        only = numbers[0]
        return Band(only, only, only, only, only, 1)
    lower, median, upper = quantiles(numbers, n=4, method="inclusive")
    return Band(numbers[0], lower, median, upper, numbers[-1], len(numbers))


def rank(own: Decimal, others: Sequence[Decimal], polarity: str) -> tuple[int, int] | None:
    """(place, of how many), 1 the best, equals sharing the better place; None where no way is better.

    >>> others = [Decimal(n) for n in (10, 20, 30)]
    >>> rank(Decimal(20), others, "higher"), rank(Decimal(5), others, "lower"), rank(Decimal(5), others, "")
    ((2, 4), (1, 4), None)
    """
    if polarity not in ("higher", "lower"):
        return None
    better = sum((other > own) if polarity == "higher" else (other < own) for other in others)
    return better + 1, len(others) + 1


def quartile_of(own: Decimal, others: Sequence[Decimal], polarity: str) -> int | None:
    """1 (best) to 4 among ours and the others; None where no way is better or fewer than four areas tell.

    >>> others = [Decimal(n) for n in (10, 20, 30)]
    >>> [quartile_of(Decimal(n), others, "lower") for n in (5, 15, 25, 35)]
    [1, 2, 3, 4]
    """
    placed = rank(own, others, polarity)
    if placed is None or placed[1] < 4:
        return None
    return (4 * placed[0] + placed[1] - 1) // placed[1]


def _figure(text: str) -> Figure | None:
    if text in NO_VALUE:
        return text
    try:
        return Decimal(read_decimal(text))
    except NotRead:
        return None
