"""The stored text of a period and the months it covers, one for one, so that all else is arithmetic.

Months are counted from year 0 (2025-04 is 2025 * 12 + 3); no two texts cover the same months.
"""

import re
from functools import lru_cache
from typing import NamedTuple

_YEAR = re.compile(r"(\d{4})-(\d{2})( [QH][1-4])?")
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?: \(month\))?")
_SPAN = re.compile(r"(\d{4}-\d{2}|\d{4}) to (\d{4}-\d{2}|\d{4})( \(months\))?")
_EARLIEST, _LATEST = 1010 * 12, 9990 * 12
_LONGEST = 50 * 12


class Months(NamedTuple):
    """A run of months: the first one and how many."""

    first: int
    length: int

    @property
    def last(self) -> int:
        return self.first + self.length - 1


def month_at(year: int, month: int) -> int:
    """The number of a month counted from year 0: April 2025 is 24303."""
    return year * 12 + month - 1


def financial(year: int, years: int = 1) -> Months:
    """The months of so many financial years, the first beginning in April of `year`."""
    return Months(month_at(year, 4), 12 * years)


def calendar(year: int, years: int = 1) -> Months:
    """The months of so many calendar years."""
    return Months(month_at(year, 1), 12 * years)


def text_of(months: Months) -> str:
    """The stored text of a run of months (field.md, rule 1).

    >>> [text_of(Months(month_at(2025, 4), count)) for count in (1, 3, 6, 12, 36)]
    ['2025-04', '2025-26 Q1', '2025-26 H1', '2025-26', '2025-26 to 2027-28']
    >>> text_of(calendar(2019)), text_of(calendar(2018, 3)), text_of(Months(month_at(2015, 11), 13))
    ('2019', '2018 to 2020', '2015-11 to 2016-11')
    >>> text_of(Months(month_at(2009, 10), 1)), text_of(financial(2009))
    ('2009-10 (month)', '2009-10')
    """
    first, count = months
    if count == 1:
        text = _month_text(first)
        return f"{text} (month)" if _is_year(text) else text
    if count % 12 == 0 and first % 12 == 3:
        return _ends(_year_text(first), _year_text(months.last))
    if count % 12 == 0 and first % 12 == 0:
        return _ends(f"{first // 12}", f"{months.last // 12}")
    place = (first % 12 - 3) % 12
    if count in (3, 6) and place % count == 0:
        return f"{_year_text(first)} {'Q' if count == 3 else 'H'}{place // count + 1}"
    text = f"{_month_text(first)} to {_month_text(months.last)}"
    both_years = _is_year(_month_text(first)) and _is_year(_month_text(months.last))
    return f"{text} (months)" if both_years else text


@lru_cache(maxsize=65_536)
def months_of(text: str) -> Months | None:
    """The months a stored text covers; None when the text is no stored period.

    >>> months_of("2025-26 Q4") == Months(month_at(2026, 1), 3), months_of("2009-10") == financial(2009)
    (True, True)
    >>> months_of("2025-26 Q5"), months_of("2025-27"), months_of("April 2021")
    (None, None, None)
    """
    months = _read(text)
    return months if months and can_be(months) and text_of(months) == text else None


def can_be(months: Months) -> bool:
    """Whether a run of months is one that a period can have: of our thousand years, and not too long.

    >>> can_be(financial(2025)), can_be(financial(1)), can_be(financial(2025, 60))
    (True, False, False)
    """
    return _EARLIEST <= months.first <= _LATEST and 1 <= months.length <= _LONGEST


def _read(text: str) -> Months | None:
    if (found := _YEAR.fullmatch(text)) and _is_year(text[:7]):
        year, part = int(found[1]), (found[3] or "").strip()
        length = {"Q": 3, "H": 6}.get(part[:1], 12)
        return Months(month_at(year, 4) + (int(part[1:] or 1) - 1) * length, length)
    if found := _MONTH.fullmatch(text):
        return Months(month_at(int(found[1]), int(found[2])), 1)
    if re.fullmatch(r"\d{4}", text):
        return calendar(int(text))
    return _read_span(found) if (found := _SPAN.fullmatch(text)) else None


def _read_span(found: re.Match[str]) -> Months | None:
    first, last = (_read(f"{end} (month)" if found[3] else end) for end in (found[1], found[2]))
    if first is None or last is None:
        return None
    if first.length != last.length:  # '2009-10 to 2010-12': the one that can be a year is a month here
        first, last = _read(f"{found[1]} (month)"), _read(f"{found[2]} (month)")
    return Months(first.first, last.last - first.first + 1) if first and last else None


def _ends(first: str, last: str) -> str:
    return first if first == last else f"{first} to {last}"


def _is_year(text: str) -> bool:
    """Whether '2009-10' can be a year: the second follows the first."""
    return (int(text[:4]) + 1) % 100 == int(text[5:7])


def _month_text(month: int) -> str:
    return f"{month // 12}-{month % 12 + 1:02d}"


def _year_text(month: int) -> str:
    """The financial year in which a month lies."""
    year = (month - 3) // 12
    return f"{year}-{(year + 1) % 100:02d}"
