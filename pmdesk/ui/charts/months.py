"""Months along a chart: which to rule, which to name, days as numbers; plain sums without Qt."""

from datetime import date, timedelta

# A year, its halves and quarters keep their places whatever the chart begins with.
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600)


def day_number(day: date) -> float:
    """A day as the chart counts: whole days, the same as date.toordinal."""
    return float(day.toordinal())


def whole_months(span: tuple[date, date]) -> tuple[date, date]:
    """The span widened to whole months, with room for a shape at the last day.

    >>> whole_months((date(2025, 9, 30), date(2026, 11, 30)))
    (datetime.date(2025, 9, 1), datetime.date(2027, 1, 1))
    """
    first = span[0].replace(day=1)
    return first, month_after((span[1] + timedelta(days=4)).replace(day=1))


def month_after(day: date) -> date:
    """The first of the month after.

    >>> month_after(date(2025, 12, 1))
    datetime.date(2026, 1, 1)
    """
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def months(span: tuple[date, date], most: int) -> list[date]:
    """The first days of the months to rule in a span, at most about `most` of them, evenly chosen.

    >>> [day.month for day in months((date(2025, 9, 1), date(2026, 4, 1)), 3)]
    [10, 1]
    """
    every = []
    day = span[0]
    while day < span[1]:
        every.append(day)
        day = month_after(day)
    for step in _STEPS:
        chosen = [day for day in every if (day.year * 12 + day.month - 1) % step == 0]
        if len(chosen) <= most:
            return chosen
    return []
