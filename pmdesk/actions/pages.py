"""Reading one record with all that belongs to it, as the frozen values of its page; writes nothing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from pmdesk.actions.challenge_marks import challenge_marks
from pmdesk.actions.challenges import challenged, of_partnership
from pmdesk.actions.conflicts import unsettled_in
from pmdesk.actions.health_checks import checks_of, health_rows
from pmdesk.actions.organisation_shown import organisation_shown, practices_of
from pmdesk.actions.personal_targets import SHOWS as TARGETS_SHOW
from pmdesk.actions.personal_targets import targets_of
from pmdesk.actions.portfolio import with_portfolio_member
from pmdesk.actions.pulls import suggested
from pmdesk.actions.years import council_days, current_year
from pmdesk.domain.balance import balance
from pmdesk.domain.dates import last_day
from pmdesk.domain.municipal_year import year_bounds
from pmdesk.domain.political_balance import composition
from pmdesk.domain.reporting_line import last_reports
from pmdesk.domain.settings import DAYS_TO_REPORT
from pmdesk.domain.significance import rules_from
from pmdesk.domain.words import Words
from pmdesk.figures.body_page import body_page
from pmdesk.figures.body_seats import asks_balance
from pmdesk.figures.body_tables import BodyRows
from pmdesk.figures.challenge_marks import marked
from pmdesk.figures.challenge_page import ChallengeRows, challenge_page
from pmdesk.figures.health_page import health_page
from pmdesk.figures.measure_rows import MeasureRow, measure_row
from pmdesk.figures.partnership_page import partnership_page
from pmdesk.figures.partnership_tables import PartnershipRows
from pmdesk.figures.person_page import PersonRows, person_page
from pmdesk.figures.rating_rule_page import rating_rule_page
from pmdesk.figures.record_page import Changed, Record, RecordPage
from pmdesk.figures.review_page import ReviewRows, review_page
from pmdesk.figures.tensions import TensionRows, tension_page
from pmdesk.figures.update_states import Year
from pmdesk.figures.validation import validation_page
from pmdesk.register.lists import Row
from pmdesk.register.store import Register

MOST_MEASURES = 100
_AT_ONCE = 1_000  # partnerships: SQL has a limit
# The kinds a page shows besides its own record: when one of them changes the page reads again.
SHOWS: Mapping[str, tuple[str, ...]] = {
    "outside_body": (
        "outside_body",
        "appointment",
        "annual_update",
        "report_back",
        "person",
        "municipal_year",
        "settings",
    ),
    "partnership": (
        "partnership",
        "progress_update",
        "milestone",
        "forecast",
        "partner",
        "organisation",
        "person",
        "settings",
        "measure",
        "target",
        "reading",
        "rating_rule",
        "risk",
        "contribution",
        "report_back",
        "municipal_year",
        "review",
        "recommendation",
        "challenge",
        "challenge_reply",
        "health_check",
        "health_box",
        "health_answer",
        "practice",
        "adoption",
        "tension",
    ),
    "person": (
        "person",
        "appointment",
        "annual_update",
        "report_back",
        "outside_body",
        "partnership",
        "organisation",
        "municipal_year",
        "settings",
        *TARGETS_SHOW,
    ),
    "organisation": (
        "organisation",
        "partner",
        "partnership",
        "person",
        "measure",
        "target",
        "reading",
        "contribution",
        "partner_words",
        "challenge",
        "challenge_reply",
        "settings",
        "practice",
        "adoption",
    ),
    "rating_rule": ("rating_rule",),
    "validation": (
        "validation",
        "validation_head",
        "measure",
        "target",
        "reading",
        "objective",
        "alignment",
        "progress_update",
    ),
    "health_check": (
        "health_check",
        "health_box",
        "health_answer",
        "partnership",
        "partner",
        "organisation",
        "measure",
    ),
    "tension": ("tension", "measure", "target", "reading", "partnership", "organisation", "rating_rule"),
    "challenge": (
        "challenge",
        "challenge_reply",
        "organisation",
        "partnership",
        "measure",
        "target",
        "reading",
        "milestone",
        "contribution",
        "settings",
    ),
    "review": ("review", "recommendation", "partnership", "person"),
}


def record_page(register: Register, kind: str, record: str, today: str, words: Words) -> RecordPage | None:
    """The page of a record; None when it is not there or deleted."""
    row = register.get(kind, record)
    if row is None or row["deleted"]:
        return None
    return replace(_PAGES[kind](register, row, today, words), unsettled=unsettled_in(register, kind, record))


def last_changed(register: Register, kind: str, record: str) -> Changed | None:
    """Who changed a record last, when, and in how many saves it was made what it is."""
    row = register.get(kind, record)
    if row is None or not isinstance(row["changed_at"], int):
        return None
    saves = {line.entry for line in register.history(record, limit=10_000)}
    day = datetime.fromtimestamp(row["changed_at"] / 1000).date().isoformat()
    return Changed(register.title(str(row["changed_by"] or "")), day, len(saves))


def year_in_force(register: Register, today: str) -> Year | None:
    """The municipal year the window is set to."""
    row = current_year(register, today)
    if row is None:
        return None
    first, last = year_bounds(str(row["name"]), council_days(register.all("municipal_year")))
    due_on = str(row["returns_due"]) if row.get("returns_due") else None
    return Year(str(row["id"]), str(row["name"]), first, last, due_on)


def years_newest_first(register: Register) -> list[Year]:
    """The municipal years with their first and last days."""
    rows = register.all("municipal_year")
    days = {name: last_day(day) for name, day in council_days(rows).items()}
    named = sorted((row for row in rows if str(row["name"])[:4].isdigit()), key=lambda row: str(row["name"]))
    return [
        Year(str(row["id"]), str(row["name"]), *year_bounds(str(row["name"]), days), _day(row["returns_due"]))
        for row in reversed(named)
    ]


def reports_of(register: Register, seat: str, seats: Sequence[Row]) -> list[Row]:
    """The report-backs of these seats: 'appointment' or 'partner' says of which kind they are."""
    return register.all("report_back", **{seat: ids(seats)}) if seats else []


def _day(value: object) -> str | None:
    return str(value) if value else None


def days_to_report(register: Register) -> int:
    allowed = register.settings().get("days_to_report")
    return allowed if isinstance(allowed, int) else DAYS_TO_REPORT


def last_due(register: Register, today: str) -> str:
    """The ISO day before which a period must have ended for its report or reading to be overdue today."""
    return (date.fromisoformat(today) - timedelta(days=days_to_report(register))).isoformat()


def _body(register: Register, row: Row, today: str, words: Words) -> RecordPage:
    seats = register.all("appointment", outside_body=row["id"])
    updates = register.all("annual_update", appointment=ids(seats)) if seats else []
    years = {str(year["id"]): str(year["name"]) for year in register.all("municipal_year")}
    people = _people(register, *(seat["person"] for seat in seats))
    reports = reports_of(register, "appointment", seats)
    year = year_in_force(register, today)
    # All members are read only where their groups are shown.
    groups = composition(register.all("person", kind="member"), today) if asks_balance(row, seats) else {}
    rows = BodyRows(row, seats, updates, people, years, year, reports, years_newest_first(register), groups)
    return body_page(rows, today, words)


def _partnership(register: Register, row: Row, today: str, words: Words) -> RecordPage:
    return partnership_page(partnership_rows(register, row, today, words), today, words)


def partnership_rows(register: Register, row: Row, today: str, words: Words) -> PartnershipRows:
    """Everything that hangs on a partnership, as its page and a review of it are said from."""
    own, row = {"partnership": row["id"]}, with_portfolio_member(register, row, today)
    milestones = register.all("milestone", **own)
    children = register.all("partnership", parent=row["id"])
    partners = register.all("partner", **own)
    reviews = register.all("review", **own)
    return PartnershipRows(
        partnership=row,
        updates=register.all("progress_update", **own),
        milestones=milestones,
        forecasts=register.all("forecast", milestone=ids(milestones)) if milestones else [],
        partners=partners,
        children=children,
        people=_people(register, row["portfolio_member"], row["lead_officer"]),
        reported=reported_days(register, children),
        days_to_report=days_to_report(register),
        measures=measures_of(register, str(row["id"]), today, words),
        kinds=balance(register.all("measure", **own)),
        contributions=register.all("contribution", **own),
        risks=register.all("risk", **own),
        rules=rules_from(register.settings()),
        reports=reports_of(register, "partner", partners),
        bounds=years_newest_first(register),
        reviews=reviews,
        recommendations=register.all("recommendation", review=ids(reviews)) if reviews else [],
        challenges=of_partnership(register, row, today, words),
        checks=checks_of(register, str(row["id"])),
        **practices_of(register, "partnership", row),
        tensions=(tensions := register.all("tension", **own)),
        pulls=suggested(register, tensions, partnership=str(row["id"])),
    )


def measures_of(register: Register, partnership: str, today: str, words: Words) -> list[MeasureRow]:
    """The measures a partnership answers for, the worst first; those a page has room for."""
    numbers = register.measures(narrowed={"partnership": partnership}, order="rating")[:MOST_MEASURES]
    return measure_rows(register, numbers, today, words)


def measure_rows(register: Register, numbers: Sequence[int], today: str, words: Words) -> list[MeasureRow]:
    """The rows of measures by their numbers, in that order."""
    kept, rules, due = register.kept(numbers), register.rules(), last_due(register, today)
    rows = register.page("measure", numbers)
    marks = challenge_marks(register, ids(rows), today, words)
    return [
        marked(measure_row(each, kept.get(int(str(each["n"]))), rules, due, words), marks) for each in rows
    ]


def _person(register: Register, row: Row, today: str, words: Words) -> RecordPage:
    seats = register.all("appointment", person=row["id"])
    year = year_in_force(register, today)
    written = register.all("annual_update", appointment=ids(seats)) if seats else []
    updates: dict[object, Record] = {
        update["appointment"]: update for update in written if year and update["municipal_year"] == year.id
    }
    rows = PersonRows(
        person=row,
        seats=seats,
        updates=updates,
        led=register.all("partnership", lead_officer=row["id"]),
        portfolio=register.all("partnership", portfolio_member=row["id"]),
        linked=register.all("outside_body", link_officer=row["id"]),
        year=year,
        reports=reports_of(register, "appointment", seats),
        written=written,
        bounds=years_newest_first(register),
        targets=targets_of(
            register,
            register.all("personal_target", person=row["id"]),
            last_due(register, today),
            days_to_report(register),
            today,
            words,
        ),
    )
    return person_page(rows, today, words)


def _validation(register: Register, row: Row, today: str, words: Words) -> RecordPage:
    from pmdesk.actions.validations import validation_rows  # which reads plans, and those read pages

    return validation_page(validation_rows(register, row, today, words), words)


def _health_check(register: Register, row: Row, today: str, words: Words) -> RecordPage:
    return health_page(health_rows(register, row), today, words)


def _challenge(register: Register, row: Row, today: str, words: Words) -> RecordPage:
    [told] = challenged(register, [row], today)
    about = register.get("measure", str(row["measure"])) if row["measure"] else None
    measures = measure_rows(register, [int(str(about["n"]))], today, words) if about else []
    given = register.get("contribution", str(row["contribution"])) if row["contribution"] else None
    return challenge_page(ChallengeRows(told, next(iter(measures), None), given or {}), today, words)


def _review(register: Register, row: Row, today: str, words: Words) -> RecordPage:
    return review_page(ReviewRows(row, register.all("recommendation", review=row["id"])), today, words)


def _tension(register: Register, row: Row, today: str, words: Words) -> RecordPage:
    ours = [register.get("measure", str(row[name])) for name in ("measure", "other_measure") if row[name]]
    numbers = [int(str(each["n"])) for each in ours if each and not each["deleted"]]
    measures = {each.id: each for each in measure_rows(register, numbers, today, words)}
    return tension_page(TensionRows(row, measures), today, words)


def reported_days(register: Register, partnerships: list[Row]) -> dict[str, str]:
    """The day (ISO) on which each of these last reported; those that never did are left out."""
    found: dict[str, str] = {}
    for first in range(0, len(partnerships), _AT_ONCE):
        some = ids(partnerships[first : first + _AT_ONCE])
        found |= last_reports(register.all("progress_update", partnership=some))
    return found


def _people(register: Register, *people: object) -> dict[str, Record]:
    wanted = tuple({str(one) for one in people if one})
    return {str(row["id"]): row for row in register.all("person", id=wanted)} if wanted else {}


def ids(rows: Sequence[Row]) -> tuple[object, ...]:
    """The ids of records, as a condition for reading what hangs on any of them."""
    return tuple(row["id"] for row in rows)


_PAGES: Mapping[str, Callable[[Register, Row, str, Words], RecordPage]] = {
    "outside_body": _body,
    "partnership": _partnership,
    "person": _person,
    "organisation": organisation_shown,
    "rating_rule": lambda register, row, today, words: rating_rule_page(row, words),
    "challenge": _challenge,
    "tension": _tension,
    "review": _review,
    "health_check": _health_check,
    "validation": _validation,
}
