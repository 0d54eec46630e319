"""How a review and its recommendations stand, and which partnership is due a look (¶95.4).

The two months a Cabinet has to answer a committee are those of section 9FE of the Local Government Act 2000;
a review says itself whether its clock is on. How often a partnership is looked at is the care its
significance asks for (rule 13): every year, every two years, and for the rest once in a council's term.
"""

import calendar
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from pmdesk.domain.dates import first_day, last_day

Record = Mapping[str, object]

MONTHS_TO_ANSWER = 2
REPORTS = ("first", "second", "third")
# Years between two looks, by level of significance (domain/significance.py).
YEARS_BETWEEN: Mapping[str, int] = {"major": 1, "significant": 1, "moderate": 2, "limited": 4, "other": 4}
# What still needs somebody, the most pressing first.
OPEN = ("answer_late", "late", "report_late", "waiting", "in_hand")


def answer_due(review: Record) -> str | None:
    """The ISO day by which its recommendations are to be answered; None where no clock runs.

    A month too short for the day ends on its last: reported on 31 December, due on 28 February.

    >>> answer_due({"two_months": True, "reported_on": "2025-12-31"})
    '2026-02-28'
    >>> answer_due({"two_months": None, "reported_on": "2025-12-31"}) is None
    True
    """
    reported = last_day(review.get("reported_on"))
    if review.get("two_months") is not True or reported is None:
        return None
    years, month = divmod(int(reported[5:7]) - 1 + MONTHS_TO_ANSWER, 12)
    year = int(reported[:4]) + years
    day = min(int(reported[8:]), calendar.monthrange(year, month + 1)[1])
    return date(year, month + 1, day).isoformat()


def report_due(recommendation: Record) -> str | None:
    """The day of the first report back that has a day and no words yet; None when none is awaited.

    >>> report_due({"first_report_on": "2026-01-10", "first_report": "Begun.", "second_report_on": "2026-04"})
    '2026-04-30'
    """
    for each in REPORTS:
        day = last_day(recommendation.get(f"{each}_report_on"))
        if day and not str(recommendation.get(f"{each}_report") or "").strip():
            return day
    return None


def recommendation_state(recommendation: Record, review: Record, today: str) -> str:
    """'waiting' for a response, 'answer_late' (two months are over), 'in_hand', 'report_late' (a report back
    was due before today), 'late' (its own day has passed), 'rejected', 'closed'.

    >>> said = {"response": "accepted", "due": "2026-03-31"}
    >>> [recommendation_state(said, {}, day) for day in ("2026-03-31", "2026-04-01")]
    ['in_hand', 'late']
    >>> recommendation_state({}, {"two_months": True, "reported_on": "2026-02-10"}, "2026-04-11")
    'answer_late'
    """
    if recommendation.get("closed_on"):
        return "closed"
    response = recommendation.get("response")
    if not response:
        due = answer_due(review)
        return "answer_late" if due and due < today else "waiting"
    if response == "rejected":
        return "rejected"
    due, report = last_day(recommendation.get("due")), report_due(recommendation)
    if due and due < today:
        return "late"
    return "report_late" if report and report < today else "in_hand"


def review_state(review: Record, recommendations: Iterable[Record], today: str) -> str:
    """'under_way' until it reports; then the most pressing state of its recommendations, or 'closed'.

    >>> review_state({}, [], "2026-04-27"), review_state({"reported_on": "2026-01-12"}, [], "2026-04-27")
    ('under_way', 'closed')
    """
    if not review.get("reported_on"):
        return "under_way"
    states = {recommendation_state(each, review, today) for each in recommendations}
    return next((state for state in OPEN if state in states), "closed")


class Look(NamedTuple):
    """When a partnership was last looked at (None: never) and by when it is due another look.

    `state` is 'under_way', 'never' (and its first look is over-due), 'over' (the day has passed) or 'fresh'.
    """

    state: str
    last: str | None
    due: str | None


def look(partnership: Record, level: str, reviews: Iterable[Record], today: str) -> Look:
    """Whether scrutiny is due at a partnership of this level; one never looked at counts from its start.

    >>> look({"started": "2019"}, "significant", [{"reported_on": "2024-11-05"}], "2026-04-27")
    Look(state='over', last='2024-11-05', due='2025-11-05')
    >>> look({"started": "2025-06"}, "moderate", [], "2026-04-27")
    Look(state='fresh', last=None, due='2027-06-01')
    """
    told = list(reviews)
    last = max((day for each in told if (day := last_day(each.get("reported_on")))), default=None)
    since = last or first_day(partnership.get("started"))
    due = _years_after(since, YEARS_BETWEEN[level]) if since else None
    if any(not each.get("reported_on") for each in told):
        return Look("under_way", last, due)
    if due is not None and due >= today:
        return Look("fresh", last, due)
    return Look("over" if last else "never", last, due)


def _years_after(day: str, years: int) -> str:
    """The same day so many years on; 29 February becomes 28."""
    year, rest = int(day[:4]) + years, day[4:]
    return f"{year}-02-28" if rest == "-02-29" and not calendar.isleap(year) else f"{year}{rest}"
