"""Periods of the financial year (April to March) and their own sortable text (field.md, rule 1).

'2025-26' a year, '2025-26 H1' a half, '2025-26 Q4' a quarter, '2025-04' a month.
"""

import calendar
import re
from datetime import date, timedelta

from pmdesk.domain.dates import NotRead, month_number
from pmdesk.domain.words import N_, Say

_YEAR = re.compile(r"(\d{4})\s*[-/–]\s*(\d{4}|\d{2})")
_PART = re.compile(r"(?:(.+?)[\s,]+)?([QH])\s*([1-4])(?:[\s,]+(.+))?", re.IGNORECASE)
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_MONTH_WORD = re.compile(r"([^\W\d]+)\s+(\d{4})")


def read_period(text: str) -> str:
    """A period in its own text; NotRead with a sentence when it is none or ambiguous.

    >>> [read_period(typed) for typed in ("2025/26 q4", "Q1 2025-26", "2019/20", "April 2021")]
    ['2025-26 Q4', '2025-26 Q1', '2019-20', '2021-04']
    """
    text = text.strip()
    if found := _MONTH.fullmatch(text):
        return _month_or_year(found)
    if found := _YEAR.fullmatch(text):
        return _year(found)
    if (found := _MONTH_WORD.fullmatch(text)) and (month := month_number(found[1])):
        return f"{found[2]}-{month:02d}"
    if (found := _PART.fullmatch(text)) and bool(found[1]) != bool(found[4]):
        year, part = _YEAR.fullmatch(found[1] or found[4]), f"{found[2].upper()}{found[3]}"
        if year and part not in ("H3", "H4"):
            return f"{_year(year)} {part}"
    raise NotRead(Say(N_("‘{typed}’ is no period. Type it as 2025-26 Q4."), {"typed": text[:40]}))


def period_bounds(period: str) -> tuple[str, str]:
    """First and last day (ISO) of a period in its own text.

    >>> period_bounds("2025-26 Q4"), period_bounds("2025-26 H1")
    (('2026-01-01', '2026-03-31'), ('2025-04-01', '2025-09-30'))
    """
    year = int(period[:4])
    if " " not in period and _MONTH.fullmatch(period) and (year + 1) % 100 != int(period[5:]):
        return _months(year, int(period[5:]), 1)
    part = period.partition(" ")[2]
    if not part:
        return _months(year, 4, 12)
    length = 3 if part[0] == "Q" else 6
    return _months(year, 4 + (int(part[1]) - 1) * length, length)


def period_of(day: str, interval: str) -> str:
    """The period of an interval ('month', 'quarter', 'half', 'year') in which an ISO day lies.

    >>> period_of("2026-04-27", "quarter"), period_of("2026-03-31", "half")
    ('2026-27 Q1', '2025-26 H2')
    """
    year, month = int(day[:4]), int(day[5:7])
    if interval == "month":
        return f"{year}-{month:02d}"
    first = year if month >= 4 else year - 1
    name = f"{first}-{(first + 1) % 100:02d}"
    place = (month - 4) % 12
    if interval == "quarter":
        return f"{name} Q{place // 3 + 1}"
    if interval == "half":
        return f"{name} H{place // 6 + 1}"
    return name


def last_finished(today: str, interval: str) -> str:
    """The last period of an interval that ended before `today`.

    >>> last_finished("2026-04-27", "quarter")
    '2025-26 Q4'
    """
    first, _ = period_bounds(period_of(today, interval))
    return period_of((date.fromisoformat(first) - timedelta(days=1)).isoformat(), interval)


def due_day(period: str, days_allowed: int) -> str:
    """The day by which a report on a period is due."""
    return (date.fromisoformat(period_bounds(period)[1]) + timedelta(days=days_allowed)).isoformat()


def _month_or_year(found: re.Match[str]) -> str:
    """'2025-04' is a month and '2025-26' a year; '2009-10' could be either and is refused."""
    follows, is_month = (int(found[1]) + 1) % 100 == int(found[2]), 1 <= int(found[2]) <= 12
    if follows and is_month:
        raise NotRead(
            Say(
                N_("‘{typed}’ could be a month or a year. Type {first}/{second} for the year."),
                {"typed": found[0], "first": found[1], "second": found[2]},
            )
        )
    if is_month:
        return found[0]
    return _year(found)


def _year(found: re.Match[str]) -> str:
    first, second = int(found[1]), int(found[2]) % 100
    if (first + 1) % 100 != second:
        raise NotRead(
            Say(N_("‘{typed}’ is no year: the second must follow the first."), {"typed": found[0][:40]})
        )
    return f"{first}-{second:02d}"


def _months(year: int, month: int, count: int) -> tuple[str, str]:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    end_year, end_month = year + (month + count - 2) // 12, (month + count - 2) % 12 + 1
    return (
        f"{year}-{month:02d}-01",
        f"{end_year}-{end_month:02d}-{calendar.monthrange(end_year, end_month)[1]:02d}",
    )
