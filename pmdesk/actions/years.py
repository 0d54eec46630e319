"""The municipal year in force, and which annual updates and progress updates it owes."""

from pmdesk.actions.portfolio import portfolio_members
from pmdesk.domain.annual_update import STATUSES
from pmdesk.domain.appointment import held_between, is_vacancy
from pmdesk.domain.municipal_year import year_bounds
from pmdesk.domain.outside_body import is_current
from pmdesk.domain.partnership import is_partnership, is_running
from pmdesk.domain.periods import due_day, last_finished
from pmdesk.domain.progress_update import counting
from pmdesk.domain.settings import DAYS_TO_REPORT
from pmdesk.figures.due import Due
from pmdesk.register.lists import Row
from pmdesk.register.store import Register

IN = ("submitted", "accepted", "published")
assert set(IN) < {code for code, _ in STATUSES}


def current_year(register: Register, today: str) -> Row | None:
    """The municipal year this laptop looks at; else the register's own; else the one in which today lies."""
    chosen = register.local("year") or register.settings().get("year")
    years = register.all("municipal_year")
    for year in years:
        if year["id"] == chosen:
            return year
    dates = council_days(years)
    for year in years:
        first, last = year_bounds(str(year["name"]), dates)
        if first <= today <= last:
            return year
    return years[-1] if years else None


def council_days(years: list[Row]) -> dict[str, str | None]:
    return {
        str(year["name"]): str(year["annual_council"]) if year["annual_council"] else None for year in years
    }


def annual_updates_due(register: Register, year: Row, today: str) -> list[Due]:
    """One Due for each seat held at any time in the year, with its update if there is one."""
    first, last = year_bounds(str(year["name"]), council_days(register.all("municipal_year")))
    updates = {row["appointment"]: row for row in register.all("annual_update", municipal_year=year["id"])}
    bodies = {row["id"]: row for row in register.all("outside_body")}
    due_on = str(year.get("returns_due") or "") or None
    found = []
    for seat in register.all("appointment"):
        body = bodies.get(seat["outside_body"])
        if body is None or is_vacancy(seat) or not held_between(seat, first, last):
            continue
        update = updates.get(seat["id"])
        if not is_current(body) and update is None:
            continue
        found.append(Due(body, seat, update, due_on, _state(update, due_on, today)))
    return found


def progress_updates_due(register: Register, today: str) -> list[Due]:
    """For each running partnership that reports: its last finished period and the update for it, if any."""
    allowed = register.settings().get("days_to_report")
    days = allowed if isinstance(allowed, int) else DAYS_TO_REPORT
    found, fill = [], portfolio_members(register, today)
    for partnership in register.all("partnership"):
        interval = str(partnership.get("reporting_interval") or "")
        if interval not in ("month", "quarter", "half", "year") or not is_partnership(partnership):
            continue
        if not is_running(partnership):
            continue
        period = last_finished(today, interval)
        updates = register.all("progress_update", partnership=partnership["id"], period=period)
        update = counting(updates).get(period)
        due_on = due_day(period, days)
        done = update is not None and update["status"] == "signed_off"
        state = "in" if done else ("overdue" if due_on < today else "due")
        found.append(Due(fill(partnership), {"period": period}, update, due_on, state))
    return found


def _state(update: Row | None, due_on: str | None, today: str) -> str:
    if update and update["status"] in IN:
        return "in"
    return "overdue" if due_on and due_on < today else "due"
