"""The year in pictures, read from the register: for the window all that is in, for paper what is public."""

from pmdesk.actions.annual_cycle import year_meant
from pmdesk.actions.years import annual_updates_due, council_days
from pmdesk.domain.attendance import attendance
from pmdesk.domain.dates import last_day
from pmdesk.domain.municipal_year import next_year, year_bounds
from pmdesk.domain.words import Words
from pmdesk.figures.grouped import grouped
from pmdesk.figures.year_pictures import YearPictures, YearRows
from pmdesk.figures.year_pictures import year_pictures as pictured
from pmdesk.register.lists import Row
from pmdesk.register.store import Register

SHOWS = (
    *("municipal_year", "annual_update", "report_back", "appointment", "outside_body", "person"),
    "settings",
)
PUBLIC = ("accepted", "published")


def year_pictures(
    register: Register,
    year: str,
    today: str,
    words: Words,
    *,
    public: bool = False,
    counts: tuple[str, ...] = PUBLIC,
) -> YearPictures:
    """The pictures of a municipal year: its id or label, '' for the one in force. Refused for another.

    For the public only answers of accepted and published updates count, of those the ones whose status is
    among `counts`, and no report-back does.
    """
    row = year_meant(register, year, today)
    if row is None:
        return YearPictures("", None, ())
    dues = annual_updates_due(register, row, today)
    wanted = tuple({due.by["person"] for due in dues})
    people = {each["id"]: each for each in register.all("person", id=wanted)} if wanted else {}
    days = {name: last_day(day) for name, day in council_days(register.all("municipal_year")).items()}
    first, last = year_bounds(str(row["name"]), days)
    reports = [] if public else _reports(register, first, last)
    rows = YearRows(
        str(row["name"]),
        str(row["returns_due"]) if row["returns_due"] else None,
        dues,
        _days_last_year(register, row, today),
        people,
        {seat: attendance(own) for seat, own in grouped(reports, "appointment").items()},
    )
    if not public:
        return pictured(rows, today, words)
    return pictured(rows, today, words, tuple(each for each in PUBLIC if each in counts))


def _reports(register: Register, first: str, last: str) -> list[Row]:
    return [row for row in register.all("report_back") if first <= str(row["meeting_on"]) <= last]


def _days_last_year(register: Register, year: Row, today: str) -> list[str]:
    """The days on which the year before had its updates come in."""
    for each in register.all("municipal_year"):
        name = str(each["name"])
        if name[:4].isdigit() and next_year(name) == year["name"]:
            dues = annual_updates_due(register, each, today)
            came = (last_day((due.update or {}).get("submitted_on")) for due in dues if due.state == "in")
            return [day for day in came if day]
    return []
