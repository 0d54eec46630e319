"""Reading the quarter's reports and our own part of them, and a calendar of when they are due."""

from pmdesk.actions.pages import days_to_report
from pmdesk.actions.this_laptop import council_name
from pmdesk.actions.years import progress_updates_due
from pmdesk.domain.dates import last_day
from pmdesk.domain.partnership import is_partnership, is_running
from pmdesk.domain.periods import due_day, previous_period
from pmdesk.domain.progress_update import counting
from pmdesk.domain.words import Words
from pmdesk.exchange.calendar_file import Event, calendar_file
from pmdesk.figures.reporting import OwnPart, ReportingFigures, reporting_figures
from pmdesk.register.store import Register

# What the page is said from: when one of these kinds changes it is read again.
SHOWS = ("partnership", "progress_update", "person", "settings", "measure", "milestone", "reading", "target")
_YEAR = {"month": 12, "quarter": 4, "half": 2, "year": 1}


def reporting(register: Register, today: str, words: Words) -> ReportingFigures:
    """What is due from whom as at an ISO day, and how our own part stands."""
    dues = progress_updates_due(register, today)
    wanted = {str(due.of.get(name)) for due in dues for name in ("lead_officer", "portfolio_member")}
    people = {str(row["id"]): row for row in register.all("person", id=tuple(wanted))} if wanted else {}
    own = own_part(register, today)
    return reporting_figures(dues, people, own, council_name(register), today, words)


def own_part(register: Register, today: str) -> OwnPart:
    """Owners named, updates in on time over the last year, notes where a target was missed."""
    running = [row for row in register.all("partnership") if is_partnership(row) and is_running(row)]
    owners = register.measure_counts("owner")
    measures = sum(tally.measures for tally in owners.values())
    nobody = owners[""].measures if "" in owners else 0
    milestones = register.count("milestone", done_on=None)
    unowned = register.count("milestone", done_on=None, owner=None, owner_organisation=None)
    missed = register.ratings().get("red", 0)
    noteless, _first = register.first_measures({"noteless": True}, "code", 0)
    return OwnPart(
        (sum(1 for row in running if row["lead_officer"]), len(running)),
        (measures - nobody, measures),
        (milestones - unowned, milestones),
        in_time(register, today),
        (missed - noteless, missed),
    )


def in_time(register: Register, today: str) -> tuple[int, int]:
    """How many of the updates owed over the last year came in by their day; of those owed."""
    allowed, kept, owed = days_to_report(register), 0, 0
    for due in progress_updates_due(register, today):
        versions = register.all("progress_update", partnership=due.of["id"])
        first = {str(row["period"]): row for row in versions if not row.get("corrects")}
        began = last_day(due.of.get("started")) or ""
        told = counting(versions)
        period = str(due.by["period"])
        for _ in range(_YEAR[str(due.of["reporting_interval"])]):
            day = due_day(period, allowed)
            if day < today and (period in told or began < day):
                owed += 1
                came = last_day((first.get(period) or {}).get("submitted_on"))
                kept += came is not None and came <= day
            period = previous_period(period)
    return kept, owed


def reports_calendar(register: Register, today: str, words: Words) -> bytes:
    """The days on which reports are due, as an .ics file that any calendar opens."""
    owed = reporting(register, today, words).owed
    return calendar_file(
        [
            Event(
                f"{line.partnership}-{line.period.replace(' ', '-')}",
                line.due_on,
                words("Progress update due: {name}, {period}", name=line.name, period=line.period),
                words("To act: {who}", who=line.who) if line.who else "",
            )
            for line in owed
        ],
        today,
        words.language,
    )
