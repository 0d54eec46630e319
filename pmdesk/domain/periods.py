"""Periods of the financial year (April to March) and their own sortable text (field.md, rule 1).

'2025-26' a year, '2025-26 H1' a half, '2025-26 Q4' a quarter, '2025-04' a month, '2022-23 to 2024-25' a
rolling three years, '2019' a calendar year, '2018 to 2020' several, '2015-11 to 2016-11' a span of months.
The stored '2009-10' is always the year; the month is '2009-10 (month)'.
"""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from pmdesk.domain.dates import MONTHS, NotRead
from pmdesk.domain.period_months import Months, month_at, months_of, text_of
from pmdesk.domain.period_spellings import Meanings, meanings
from pmdesk.domain.words import N_, Say, Words

# How many months a period of each frequency covers.
_LENGTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "two_yearly": 24, "rolling": 36}
_APRIL = 3


def read_period(text: str, frequency: str = "") -> str:
    """A period in its own text; NotRead with a sentence when it is none or ambiguous.

    A whole date reads as the month it lies in, or as the period of the `frequency` given.

    >>> [read_period(typed) for typed in ("2025/26 q4", "2019/20", "April 2021", "2018 - 20")]
    ['2025-26 Q4', '2019-20', '2021-04', '2018 to 2020']
    >>> [read_period(typed) for typed in ("2014/15 - 16/17", "2015-18", "Nov 2015-Nov 2016")]
    ['2014-15 to 2016-17', '2015-16 to 2017-18', '2015-11 to 2016-11']
    >>> read_period("2021-06-30"), read_period("2021-06-30", "quarter"), read_period("2009-10", "year")
    ('2021-06', '2021-22 Q1', '2009-10')
    """
    found = meanings(text.strip())
    if found.day and frequency in _LENGTHS:
        return period_of(found.day, frequency)
    months = _settled(found, frequency)
    if months is None:
        raise NotRead(_refusal(text.strip(), found))
    return text_of(months)


def read_periods(texts: Iterable[str], frequency: str = "") -> dict[str, str | NotRead]:
    """A column or a row of headings read together: each text with its period, or with why it is none.

    The neighbours settle what one alone cannot: '2010-11' beside '2012-13' is a year; dates that are all
    ends of quarters are quarters, and ends of one year's month, year after year, are years.

    >>> read_periods(["2010-11", "2012-13"])
    {'2010-11': '2010-11', '2012-13': '2012-13'}
    >>> read_periods(["2021-06-30", "2021-09-30"])
    {'2021-06-30': '2021-22 Q1', '2021-09-30': '2021-22 Q2'}
    """
    found = {text: meanings(text.strip()) for text in dict.fromkeys(texts)}
    days = [one.day for one in found.values() if one.day]
    steps = frequency or _steps(days)
    counts = _counts(found)
    read: dict[str, str | NotRead] = {}
    for text, one in found.items():
        agreed = [months for months in one.all if months.length in counts]
        if not one.day and not frequency and len(agreed) == 1:
            read[text] = text_of(agreed[0])
            continue
        try:
            read[text] = _calendar_or(one.day, steps) or read_period(text, steps if one.day else frequency)
        except NotRead as problem:
            read[text] = problem
    return read


def is_period(value: object) -> bool:
    """Whether a value is the stored text of a period.

    >>> is_period("2025-26 Q4"), is_period("2025/26 Q4"), is_period("2025-27"), is_period(None)
    (True, False, False, False)
    """
    return isinstance(value, str) and months_of(value) is not None


@lru_cache(maxsize=65_536)
def period_bounds(period: str) -> tuple[str, str]:
    """First and last day (ISO) of a period in its own text.

    >>> period_bounds("2025-26 Q4"), period_bounds("2025-26 H1")
    (('2026-01-01', '2026-03-31'), ('2025-04-01', '2025-09-30'))
    >>> period_bounds("2022-23 to 2024-25"), period_bounds("2009-10 (month)")
    (('2022-04-01', '2025-03-31'), ('2009-10-01', '2009-10-31'))
    """
    months = _months(period)
    year, month = divmod(months.last, 12)
    return (
        f"{months.first // 12}-{months.first % 12 + 1:02d}-01",
        f"{year}-{month + 1:02d}-{monthrange(year, month + 1)[1]:02d}",
    )


@lru_cache(maxsize=65_536)
def frequency_of(period: str) -> str:
    """How often a period like this one comes: a measure's frequency, '' for an odd span of months.

    >>> [frequency_of(period) for period in ("2025-04", "2025-26 Q1", "2019", "2022-23 to 2024-25")]
    ['month', 'quarter', 'year', 'rolling']
    """
    months = _months(period)
    if months.length > 24 and months.length % 12 == 0:
        return "rolling"
    return next((name for name, length in _LENGTHS.items() if length == months.length), "")


def next_period(period: str) -> str:
    """The next period of the same length; a rolling one moves on by a year.

    >>> [next_period(period) for period in ("2025-26 Q4", "2009-09", "2019", "2022-23 to 2024-25")]
    ['2026-27 Q1', '2009-10 (month)', '2020', '2023-24 to 2025-26']
    """
    return _moved(period, _step(period))


def previous_period(period: str) -> str:
    """The period of the same length before this one.

    >>> [previous_period(period) for period in ("2025-26 Q1", "2025-01", "2022-23 to 2024-25")]
    ['2024-25 Q4', '2024-12', '2021-22 to 2023-24']
    """
    return _moved(period, -_step(period))


def year_before(period: str) -> str:
    """The same period a year earlier.

    >>> year_before("2025-26 Q1"), year_before("2025-04"), year_before("2019")
    ('2024-25 Q1', '2024-04', '2018')
    """
    return _moved(period, -12)


def financial_year(period: str) -> str:
    """The financial year in which a period's last day lies.

    >>> financial_year("2025-26 Q4"), financial_year("2025-04"), financial_year("2019")
    ('2025-26', '2025-26', '2019-20')
    """
    return text_of(_holding(_months(period).last, 12))


def period_of(day: str, interval: str) -> str:
    """The period of an interval (a measure's frequency; a year by default) in which an ISO day lies.

    Several years are those that end with the day's own financial year.

    >>> period_of("2026-04-27", "quarter"), period_of("2026-03-31", "rolling")
    ('2026-27 Q1', '2023-24 to 2025-26')
    """
    month = month_at(int(day[:4]), int(day[5:7]))
    length = _LENGTHS.get(interval, 12)
    if length <= 12:
        return text_of(_holding(month, length))
    year = _holding(month, 12)
    return text_of(Months(year.last - length + 1, length))


def last_finished(today: str, interval: str) -> str:
    """The last period of an interval that ended before `today`.

    >>> last_finished("2026-04-27", "quarter"), last_finished("2026-04-27", "two_yearly")
    ('2025-26 Q4', '2024-25 to 2025-26')
    """
    yearly = interval if _LENGTHS.get(interval, 12) <= 12 else "year"
    first, _ = period_bounds(period_of(today, yearly))
    return period_of((date.fromisoformat(first) - timedelta(days=1)).isoformat(), interval)


def due_day(period: str, days_allowed: int) -> str:
    """The day by which a report on a period is due."""
    return (date.fromisoformat(period_bounds(period)[1]) + timedelta(days=days_allowed)).isoformat()


def say_period(period: str, words: Words) -> str:
    """A period as people read it: months by their names, years and quarters as they are written.

    >>> say_period("2009-10 (month)", Words()), say_period("2015-11 to 2016-11", Words())
    ('October 2009', 'November 2015 to November 2016')
    """
    months = months_of(period)
    if months is None:
        return period
    if months.length == 1:
        return _say_month(months.first, words)
    if frequency_of(period):
        return period
    first, last = _say_month(months.first, words), _say_month(months.last, words)
    return words(N_("{first} to {last}"), first=first, last=last)


def _settled(found: Meanings, frequency: str) -> Months | None:
    """The one meaning there is, or the one that the frequency leaves."""
    if len(found.likely) == 1 and not (found.possible and frequency):
        return found.likely[0]
    wanted = [months for months in found.all if frequency and (months.length == 1) == (frequency == "month")]
    if len(wanted) > 1:
        wanted = [months for months in wanted if months.length == _LENGTHS.get(frequency)]
    if len(wanted) == 1:
        return wanted[0]
    return found.likely[0] if len(found.likely) == 1 else None


def _refusal(typed: str, found: Meanings) -> Say:
    lengths = {months.length for months in found.likely}
    if lengths == {1, 12}:
        return Say(
            N_("‘{typed}’ could be a month or a year. Type {first}/{second} for the year."),
            {"typed": typed, "first": typed[:4], "second": typed[-2:]},
        )
    if len(found.likely) > 1:
        first, second = (text_of(months) for months in found.likely[:2])
        return Say(
            N_("‘{typed}’ could be {first} or {second}. Type one of these."),
            {"typed": typed[:40], "first": first, "second": second},
        )
    if found.possible:
        return Say(
            N_("‘{typed}’ is no year: the second must follow the first. Two years are typed as {period}."),
            {"typed": typed[:40], "period": text_of(found.possible[0])},
        )
    return Say(N_("‘{typed}’ is no period. Type it as 2025-26 Q4."), {"typed": typed[:40]})


def _steps(days: list[str]) -> str:
    """The frequency that several whole dates keep together; '' when they keep none."""
    if len(set(days)) < 2 or any(not _ends_a_month(day) for day in days):
        return ""
    months = {int(day[5:7]) for day in days}
    if months in ({3}, {12}):
        return "year"
    return "quarter" if months <= {3, 6, 9, 12} and len(months) > 1 else ""


def _calendar_or(day: str, steps: str) -> str:
    """The calendar year of a day that ends it, where the dates beside it are ends of years too."""
    return day[:4] if steps == "year" and day.endswith("-12-31") else ""


def _counts(found: dict[str, Meanings]) -> set[int]:
    """How many months the periods beside each other have: of those with one meaning, else of all alike."""
    sure = {one.likely[0].length for one in found.values() if len(one.all) == 1 and not one.possible}
    read = [one for one in found.values() if one.all]
    if sure or len(read) < 2:
        return sure
    shared = set.intersection(*({months.length for months in one.all} for one in read))
    return {max(shared)} if shared else set()


def _ends_a_month(day: str) -> bool:
    return int(day[8:]) == monthrange(int(day[:4]), int(day[5:7]))[1]


def _months(period: str) -> Months:
    months = months_of(period)
    if months is None:
        raise ValueError(f"no period: {period!r}")
    return months


def _holding(month: int, length: int) -> Months:
    """The period of a length, counted from April, that holds a month."""
    return Months(month - (month - _APRIL) % length, length)


def _step(period: str) -> int:
    count = _months(period).length
    return 12 if count > 24 or 12 < count < 24 else count


def _moved(period: str, by: int) -> str:
    months = _months(period)
    return text_of(Months(months.first + by, months.length))


def _say_month(month: int, words: Words) -> str:
    return f"{words(MONTHS[month % 12])} {month // 12}"
