"""Dates as people type them, day first; partial dates; and how a date is said in either language."""

import calendar
import re
from datetime import date
from functools import lru_cache

from pmdesk.domain.words import N_, Say, Words

MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
SHORT_MONTHS = (
    N_("Jan"),
    N_("Feb"),
    N_("Mar"),
    N_("Apr"),
    N_("May "),
    N_("Jun"),
    N_("Jul"),
    N_("Aug"),
    N_("Sep"),
    N_("Oct"),
    N_("Nov"),
    N_("Dec"),
)
WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)

WELSH_MONTHS = (
    "ionawr",
    "chwefror",
    "mawrth",
    "ebrill",
    "mai",
    "mehefin",
    "gorffennaf",
    "awst",
    "medi",
    "hydref",
    "tachwedd",
    "rhagfyr",
)

_NUMBERS = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|\d{2})")
_WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th|af|il|ydd|fed|eg)?\s+(?:of\s+)?([^\W\d]+)\.?,?\s+(\d{4}|\d{2})")
# A zone is read at midnight alone: '2019-04-30T23:00Z' was the first of May here.
_MIDNIGHT = r"[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d{2}:?\d{2})"
_ISO = re.compile(
    rf"(\d{{4}})-(\d{{1,2}})-(\d{{1,2}})(?:{_MIDNIGHT}|[T ]\d{{2}}:\d{{2}}(?::\d{{2}}(?:\.\d+)?)?)?"
)
_MONTH_WORD = re.compile(r"([^\W\d]+)\.?[\s\-/]+(\d{4}|\d{2})")
_MONTH_ISO = re.compile(r"(\d{4})-(\d{2})")
_MONTH_NUMBERS = re.compile(r"(\d{1,2})/(\d{4})")
_YEAR = re.compile(r"\d{4}")


class NotRead(ValueError):
    """Typed text that could not be read; carries the sentence to show beside the field."""

    def __init__(self, sentence: Say) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


def read_date(text: str) -> str:
    """A whole day as ISO text, day first; NotRead with a sentence when it is no date.

    >>> read_date("3/5/26"), read_date("3 May 2026"), read_date("2026-05-03")
    ('2026-05-03', '2026-05-03', '2026-05-03')
    """
    text = text.strip()
    if found := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in found.groups())
    elif found := _NUMBERS.fullmatch(text):
        day, month, year = int(found[1]), int(found[2]), _full_year(found[3])
    elif (found := _WORDS.fullmatch(text)) and (named := month_number(found[2])):
        day, month, year = int(found[1]), named, _full_year(found[3])
    else:
        raise NotRead(
            Say(N_("‘{typed}’ is no date. Type it as 3/5/2026 or 3 May 2026."), {"typed": text[:40]})
        )
    return _checked_day(year, month, day, text)


def read_partial(text: str) -> str:
    """A day, a month or a year as ISO text, kept as exact as it was typed.

    >>> read_partial("2024-05"), read_partial("May 2024"), read_partial("2021"), read_partial("May-27")
    ('2024-05', '2024-05', '2021', '2027-05')
    """
    text = text.strip()
    if _YEAR.fullmatch(text):
        return text
    if found := _MONTH_ISO.fullmatch(text):
        return _checked_month(int(found[1]), int(found[2]), text)
    if found := _MONTH_NUMBERS.fullmatch(text):
        return _checked_month(int(found[2]), int(found[1]), text)
    if (found := _MONTH_WORD.fullmatch(text)) and (named := month_number(found[1])):
        return f"{_full_year(found[2])}-{named:02d}"
    return read_date(text)


def is_partial(value: object) -> bool:
    """Whether stored text is a readable day, month or year."""
    return isinstance(value, str) and _reads_as_itself(value)


@lru_cache(maxsize=8192)
def _reads_as_itself(text: str) -> bool:
    """The same few days stand in thousands of records, and lists ask for them again after every save."""
    try:
        return read_partial(text) == text
    except NotRead:
        return False


def first_day(value: object) -> str | None:
    """The first day a stored date can mean; None when empty or unreadable.

    >>> first_day("2024-05"), first_day("2021"), first_day("when elected")
    ('2024-05-01', '2021-01-01', None)
    """
    if not is_partial(value):
        return None
    return f"{value}{('', '-01', '-01-01')[_missing(str(value))]}"


def last_day(value: object) -> str | None:
    """The last day a stored date can mean; None when empty or unreadable.

    >>> last_day("2024-02"), last_day("2021")
    ('2024-02-29', '2021-12-31')
    """
    if not is_partial(value):
        return None
    text = str(value)
    if _missing(text) == 2:
        return f"{text}-12-31"
    if _missing(text) == 1:
        year, month = int(text[:4]), int(text[5:])
        return f"{text}-{calendar.monthrange(year, month)[1]:02d}"
    return text


def is_past(day: object, today: str) -> bool:
    """Whether the last day that a date may mean is over; one that nobody could read is not.

    >>> is_past("2026-03", "2026-04-01"), is_past("2026-04", "2026-04-27"), is_past("soon", "2026-04-27")
    (True, False, False)
    """
    last = last_day(day)
    return last is not None and last < today


def days_between(first: str, last: str) -> int:
    """Days from one ISO day to another, negative when `last` is earlier."""
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def month_number(name: str) -> int | None:
    """1 to 12 for a month's name or its first three letters or more, English or Welsh; else None."""
    name = name.casefold().rstrip(".")
    if len(name) < 3:
        return None
    for months in ([month.casefold() for month in MONTHS], list(WELSH_MONTHS)):
        found = [number for number, month in enumerate(months, 1) if month.startswith(name)]
        if len(found) == 1:
            return found[0]
    return 9 if name == "sept" else None


def say_date(value: object, words: Words) -> str:
    """A stored date in words, as exact as it is known: '27 April 2026', 'May 2027', '2021'; '' when empty.

    Text that is no date is said as it was typed.
    """
    if not is_partial(value):
        return str(value or "")
    year, month, day = (*str(value).split("-"), "", "")[:3]
    if not month:
        return year
    named = words(MONTHS[int(month) - 1])
    return f"{int(day)} {named} {year}" if day else f"{named} {year}"


def say_short(value: object, words: Words) -> str:
    """A day without its year: '12 Jun'; a partial date in words."""
    text = str(value or "")
    if not is_partial(value) or _missing(text):
        return say_date(value, words)
    return f"{int(text[8:])} {words(SHORT_MONTHS[int(text[5:7]) - 1]).strip()}"


def say_weekday(value: str, words: Words) -> str:
    """'Monday 27 April 2026'."""
    return f"{words(WEEKDAYS[date.fromisoformat(value).weekday()])} {say_date(value, words)}"


def _missing(text: str) -> int:
    return 2 - text.count("-")


def _full_year(text: str) -> int:
    # A register keeps appointments of the last decades and terms to come: 00-69 are 2000s.
    year = int(text)
    return year if len(text) > 2 else year + (2000 if year < 70 else 1900)


def _checked_month(year: int, month: int, typed: str) -> str:
    if not 1 <= month <= 12:
        raise NotRead(Say(N_("‘{typed}’ is no date. There are twelve months."), {"typed": typed[:40]}))
    return f"{year:04d}-{month:02d}"


def _checked_day(year: int, month: int, day: int, typed: str) -> str:
    _checked_month(year, month, typed)
    days = calendar.monthrange(year, month)[1] if year else 31
    if year < 1000 or not 1 <= day <= days:
        raise NotRead(
            Say(
                N_("‘{typed}’ is no date. {month} has {days} days."),
                {"typed": typed[:40], "month": Say(MONTHS[month - 1]), "days": days},
            )
        )
    return f"{year:04d}-{month:02d}-{day:02d}"
