"""What a typed period can mean: every spelling of real files, and where one spelling means two things."""

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from pmdesk.domain.dates import NotRead, month_number, read_date
from pmdesk.domain.period_months import Months, calendar, can_be, financial, month_at, months_of


class Meanings(NamedTuple):
    """The months a text can mean: `likely` on its own, `possible` only when its neighbours say so."""

    likely: tuple[Months, ...] = ()
    possible: tuple[Months, ...] = ()
    day: str = ""  # the ISO day, where the text is a whole date

    @property
    def all(self) -> tuple[Months, ...]:
        return tuple(dict.fromkeys(self.likely + self.possible))


NONE = Meanings()
_TO = r"\s*(?:-|\bto\b|\band\b|\bi\b|\bhyd\b)\s*"
_FINANCIAL = r"\d{4}\s*[-/]\s*\d{1,4}|\d{2}\s*[-/]\s*\d{2}"
_TWO = re.compile(r"(\d{4}|\d{2})(\s*)([-/]|\bto\b)(\s*)(\d{4}|\d{1,2})")
_TWO_YEARS = re.compile(rf"({_FINANCIAL}){_TO}({_FINANCIAL})")
_SIX = re.compile(r"(\d{4})(\d{2})")
_WORD_YEAR = re.compile(r"([^\W\d_]+)[.,]?[\s\-/']*(\d{4}|\d{2})")
_WORD_FINANCIAL = re.compile(rf"([^\W\d_]+)\.?[\s\-,]*({_FINANCIAL})")
_YEAR_WORD = re.compile(r"(\d{4})[\s\-/]*([^\W\d_]+)\.?")
_NUMBER_YEAR = re.compile(r"(\d{1,2})[/.\-](\d{4})")
_MONTHS = re.compile(
    rf"([^\W\d_]+)\.?[\s\-/']*(\d{{4}}|\d{{2}})?{_TO}"
    rf"([^\W\d_]+)\.?[\s\-/']*({_FINANCIAL}|\d{{4}}|\d{{2}})"
)
_QUARTER = r"(?:quarter|qtr|chwarter|ch|q)\.?\s*([1-4])"
_HALF = r"(?:half[\s-]*year|half|hanner|h)\.?\s*([12])"
_PART = re.compile(rf"(?:(.+?)[\s,\-:(]*)??(?:{_QUARTER}|{_HALF})(?:[\s,\-:(]+(.+?))?\)?")
_NTH = re.compile(r"\b(?:(1st|first)|(2nd|second)|(3rd|third)|(4th|fourth))\s+(quarter|half)")
_ENDING = re.compile(
    r"(?:(?:the\s+)?(year|12 months|twelve months|quarter|3 months|half[ -]year|6 months)"
    r"\s+(?:ending|ended|end|to)(?:\s+in)?|(ye|y/e))\s+(.+)"
)
_NAMED = re.compile(
    r"(fy|financial year|blwyddyn ariannol|calendar year|cy|rolling|academic year|ay|year)[\s:]*(?=\d)(.+)"
)
_REMARK = re.compile(r"\s*\((?=[^)]*[^\W\d])[^)]*\)")
_LENGTHS = {"quarter": 3, "3 months": 3, "half-year": 6, "half year": 6, "6 months": 6}
_APRIL = 3
_SEPTEMBER = 5  # a school year begins five months after April


@lru_cache(maxsize=8_192)
def meanings(text: str) -> Meanings:
    """Every run of months a text can mean; none at all where it is no period.

    >>> len(meanings("2009-10").likely), len(meanings("2019/20").likely), meanings("last quarter") == NONE
    (2, 1, True)
    """
    found = _meanings(" ".join(text.translate(_DASHES).split()))
    likely, possible = (tuple(filter(can_be, each)) for each in found[:2])
    return Meanings(likely, possible, found.day if likely else "")


def _meanings(text: str) -> Meanings:
    stored = months_of(text)
    if stored and not re.fullmatch(r"\d{4}-\d{2}", text):
        return Meanings((stored,))
    try:
        day = read_date(text)
    except NotRead:
        return _words(_numbered(text.casefold()))
    return Meanings((Months(_month_of(day), 1),), day=day)


_DASHES = str.maketrans("–—−‑_", "-----")


def _words(text: str) -> Meanings:
    for read in (_two_numbers, _named, _ending, _two_years, _part, _two_months, _one_month, _two_dates):
        if found := read(text):
            return found
    stripped = _REMARK.sub("", text).strip()
    return meanings(stripped) if stripped != text and stripped else NONE


def _numbered(text: str) -> str:
    """'1st quarter' as 'quarter 1'."""
    return _NTH.sub(lambda found: f"{found[5]} {next(n for n in (1, 2, 3, 4) if found[n])}", text)


def _two_numbers(text: str) -> Meanings | None:
    """'2019/20', '2018 - 20', '2015-18', '2025-04', '201920', '19/20': two numbers and what joins them."""
    if found := _SIX.fullmatch(text):
        return _likely(_follows(found[1], found[2]), _month(found[1], found[2]))
    if not (found := _TWO.fullmatch(text)):
        return None
    first, joint, second = found[1], found[3], found[5]
    if year := _follows(first, second):
        month = _month(first, second) if joint == "-" and len(second) == 2 else None
        return _likely(year, month if not found[2] else None)
    if len(first) == 2:
        return None
    return _span_of_years(int(first), second, bool(found[2] or joint == "to"), joint)


def _span_of_years(first: int, second: str, apart: bool, joint: str) -> Meanings | None:
    """Two numbers that do not follow each other: a month, or several years.

    Public health writes calendar years apart ('2018 - 20'); benchmarking clubs write financial years close
    ('2015-18' is 2015-16 to 2017-18).
    """
    years = (int(second) - first) if len(second) == 4 else (int(second) - first) % 100
    month = _month(str(first), second) if len(second) == 2 and not apart else None
    pooled = financial(first, years) if 2 <= years <= 10 and len(second) != 1 else None
    named = calendar(first, years + 1) if 2 <= years <= 10 and len(second) != 1 else None
    if apart:
        return _likely(named)
    if len(second) == 4:
        return _likely(named, pooled)
    if month:
        return Meanings((month,), (pooled,) if pooled else ())
    if pooled and years == 2:
        # Two years apart is as often a slip of the hand as it is two years pooled.
        return Meanings((), (pooled,))
    return _likely(pooled)


def _two_years(text: str) -> Meanings | None:
    """'2014/15 - 16/17': from one financial year to another."""
    if not (found := _TWO_YEARS.fullmatch(text)):
        return None
    first, last = _financial(found[1]), _financial(found[2])
    return _likely(_between(first, last))


def _named(text: str) -> Meanings | None:
    """A word before the figures says which kind of year they are."""
    if not (found := _NAMED.fullmatch(text)):
        return None
    kind, inner = found[1], meanings(found[2])
    if kind in ("academic year", "ay"):
        years = [months for months in inner.likely if months.length == 12 and months.first % 12 == _APRIL]
        return _likely(*(Months(months.first + _SEPTEMBER, 12) for months in years))
    if kind in ("calendar year", "cy"):
        return _likely(*(m for m in inner.likely if m == calendar(m.first // 12)))
    if kind == "rolling":
        return _likely(*(m for m in inner.all if m.length > 12))
    if kind == "year":
        return _likely(*(m for m in inner.likely if m.length == 12))
    return _likely(*(m for m in inner.likely if 1 < m.length < 12 or m.first % 12 == _APRIL))


def _ending(text: str) -> Meanings | None:
    """'Year ending March 2021', 'quarter to June 2021', 'FYE 2020'."""
    if found := re.fullmatch(r"fye\s*(\d{4})", text):
        return _likely(financial(int(found[1]) - 1))
    if not (found := _ENDING.fullmatch(text)):
        return None
    count = _LENGTHS.get(found[1] or "", 12)
    return _likely(*(Months(m.last - count + 1, count) for m in meanings(found[3]).likely if m.length == 1))


def _part(text: str) -> Meanings | None:
    """A quarter or a half, with its year before or after it; a bare calendar year leaves two meanings."""
    found = _PART.fullmatch(_REMARK.sub("", text).strip())
    if not found or bool(found[1]) == bool(found[4]):
        return None
    length, place = (3, int(found[2])) if found[2] else (6, int(found[3]))
    beside = (found[1] or found[4]).strip(" ,-:()")
    named = re.sub(r"^(?:fy|of|financial year|year|blwyddyn)\s*(?=\d)", "", beside)
    if year := _financial(named):
        return _likely(Months(year.first + (place - 1) * length, length))
    if not re.fullmatch(r"\d{4}", named):
        return None
    starts = (financial(int(named)).first, calendar(int(named)).first)
    return Meanings(tuple(Months(start + (place - 1) * length, length) for start in starts))


def _one_month(text: str) -> Meanings | None:
    if found := _NUMBER_YEAR.fullmatch(text):
        return _likely(_month(found[2], found[1]))
    if found := _WORD_YEAR.fullmatch(text):
        return _likely(_named_month(found[1], found[2]))
    if (found := _WORD_FINANCIAL.fullmatch(text)) and (year := _financial(found[2])):
        month = month_number(found[1])
        return _likely(Months(year.first + (month - 4) % 12, 1)) if month else None
    if found := _YEAR_WORD.fullmatch(text):
        return _likely(_named_month(found[2], found[1]))
    return None


def _two_months(text: str) -> Meanings | None:
    """'Nov 2015-Nov 2016', 'Apr-Jun 2025', 'Jan - Mar 2025/26'."""
    if not (found := _MONTHS.fullmatch(text)):
        return None
    year = _financial(found[4])
    names = month_number(found[1]), month_number(found[3])
    if not names[0] or not names[1] or not (year or found[4].isdecimal()):
        return None
    if year:
        ends = [year.first + (month - 4) % 12 for month in names if month]
        return _likely(Months(ends[0], ends[1] - ends[0] + 1)) if not found[2] else None
    last = _named_month(found[3], found[4])
    first = _named_month(found[1], found[2] or found[4])
    if first and last and not found[2] and first.first > last.first:
        first = Months(first.first - 12, 1)  # 'Oct-Mar 2021' began the year before
    return _likely(_between(first, last))


def _two_dates(text: str) -> Meanings | None:
    """'1 April 2019 to 31 March 2020': whole months only."""
    first, joint, last = text.partition(" to ") if " to " in text else text.partition(" - ")
    if not joint:
        return None
    try:
        begins, ends = read_date(first), date.fromisoformat(read_date(last))
    except NotRead:
        return None
    if not begins.endswith("-01") or (ends + timedelta(days=1)).day != 1:
        return None
    return _likely(_between(Months(_month_of(begins), 1), Months(_month_of(ends.isoformat()), 1)))


def _financial(text: str) -> Months | None:
    """'2019/20', '19/20', '2019-2020' or '2008/9' as a financial year."""
    found = re.fullmatch(r"(\d{4}|\d{2})\s*[-/]\s*(\d{4}|\d{1,2})", text.strip())
    return _follows(found[1], found[2]) if found else None


def _follows(first: str, second: str) -> Months | None:
    year = _full_year(first)
    if len(first) == 2 and len(second) != 2:
        return None
    return financial(year) if (year + 1) % 10 ** len(second) == int(second) else None


def _month(year: str, month: str) -> Months | None:
    return Months(month_at(int(year), int(month)), 1) if 1 <= int(month) <= 12 else None


def _named_month(name: str, year: str) -> Months | None:
    number = month_number(name)
    return Months(month_at(_full_year(year), number), 1) if number else None


def _between(first: Months | None, last: Months | None) -> Months | None:
    if first is None or last is None or last.last < first.first:
        return None
    return Months(first.first, last.last - first.first + 1)


def _full_year(text: str) -> int:
    return int(text) if len(text) > 2 else int(text) + (2000 if int(text) < 70 else 1900)


def _month_of(day: str) -> int:
    return month_at(int(day[:4]), int(day[5:7]))


def _likely(*found: Months | None) -> Meanings | None:
    kept = tuple(months for months in found if months)
    return Meanings(kept) if kept else None
