"""One record whole: its fields, how many others refer to it, and what is worked out from them."""

from pmdesk.actions.body_plain import plain_body
from pmdesk.actions.challenge_plain import plain_challenge
from pmdesk.actions.conflicts import unsettled_in
from pmdesk.actions.health_plain import plain_health
from pmdesk.actions.listing import Plain, plain_records
from pmdesk.actions.measure_plain import plain_measure
from pmdesk.actions.organisation_plain import plain_organisation
from pmdesk.actions.pages import reports_of, year_in_force
from pmdesk.actions.partnership_plain import plain_partnership
from pmdesk.actions.plan_plain import plain_objective, plain_plan
from pmdesk.actions.reading import read_record
from pmdesk.actions.records import unsealed
from pmdesk.actions.validations import plain_framework
from pmdesk.actions.waiting import chains, waiting
from pmdesk.actions.years import annual_updates_due, current_year, progress_updates_due
from pmdesk.domain.annual_update import pages
from pmdesk.domain.attendance import attendance
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.milestone import in_order
from pmdesk.domain.words import Words
from pmdesk.figures.due import Due
from pmdesk.figures.timeline import timeline
from pmdesk.register.lists import Row
from pmdesk.register.store import Register


def show(register: Register, kind: str, record: str, today: str, words: Words) -> Plain:
    """A record as `list --json` has it, with `related` ({kind: how many}) and the figures of its kind.

    `unsettled` names what two laptops left to settle in it, where there is anything.
    """
    row = read_record(register, unsealed(kind).name, record)
    [made] = plain_records(register, kind, [row], today, words)
    told: Plain = {"related": related(register, kind, record)}
    if unsettled := unsettled_in(register, kind, record):
        told["unsettled"] = list(unsettled)
    return made | _figures(register, kind, row, today, words) | told


def related(register: Register, kind: str, record: str) -> dict[str, int]:
    """How many records of each kind refer to this one; kinds with none are left out."""
    counts = {}
    for entity in (each for each in ENTITIES.values() if not each.sealed):
        fields = [field.name for field in entity.references if field.refers == kind]
        if len(fields) == 1:
            count = register.count(entity.name, **{fields[0]: record})
        else:
            # Someone both lead officer and portfolio member of a partnership has one partnership.
            count = len({row["id"] for name in fields for row in register.all(entity.name, **{name: record})})
        if count:
            counts[entity.name] = count
    return counts


def _figures(register: Register, kind: str, row: Row, today: str, words: Words) -> Plain:
    match kind:
        case "outside_body":
            seats = register.all("appointment", outside_body=row["id"])
            figures = _annual_updates(register, row, today) | plain_body(register, row, today)
            return figures | _attendance(register, seats, today)
        case "person":
            return _attendance(register, register.all("appointment", person=row["id"]), today)
        case "appointment":
            return _attendance(register, [row], today)
        case "partnership":
            figures = _partnership(register, row, today, words)
            return figures | plain_partnership(register, row, today, words)
        case "challenge":
            return plain_challenge(register, row, today, words)
        case "milestone":
            return {"forecasts": _forecasts(register, row, today, words), **_waits(register, row)}
        case "annual_update":
            return {"pages": pages(row)}
        case "organisation":
            return plain_organisation(register, row, today, words)
        case "plan":
            return plain_plan(register, str(row["id"]))
        case "objective":
            return plain_objective(register, str(row["id"]))
        case "validation":
            return plain_framework(register, today, words)
        case "health_check":
            return plain_health(register, row, words)
        case "measure":
            return plain_measure(register, str(row["id"]), today, words)
    return {}


def _annual_updates(register: Register, body: Row, today: str) -> Plain:
    year = current_year(register, today)
    dues = annual_updates_due(register, year, today) if year else []
    own = [due for due in dues if due.of["id"] == body["id"]]
    return {"annual_updates_in": sum(due.state == "in" for due in own), "annual_updates_due": len(own)}


def _attendance(register: Register, seats: list[Row], today: str) -> Plain:
    """By the report-backs of the municipal year in force: how many meetings, how many attended."""
    year = year_in_force(register, today)
    told = reports_of(register, "appointment", seats) if year else []
    found = attendance(each for each in told if year and year.first <= str(each["meeting_on"]) <= year.last)
    if not found.meetings:
        return {}
    return {"meetings_reported": found.meetings, "meetings_attended": found.attended}


def _partnership(register: Register, row: Row, today: str, words: Words) -> Plain:
    milestones = register.all("milestone", partnership=row["id"])
    forecasts = register.all("forecast", milestone=tuple(each["id"] for each in milestones)[:500])
    figures = timeline(milestones, forecasts, today, words)
    own = [due for due in progress_updates_due(register, today) if due.of["id"] == row["id"]]
    return {
        "milestones_on_date": figures.count("done") + figures.count("on_date"),
        "milestones_late": figures.count("past") + figures.count("slipping"),
        "progress_update": _owed(own[0]) if own else None,
    }


def _owed(due: Due) -> Plain:
    """The report on the last period: which, by when, and how it stands."""
    return {
        "period": due.by["period"],
        "due_on": due.due_on,
        "state": due.state,
        "status": due.update["status"] if due.update else None,
        "id": due.update["id"] if due.update else None,
    }


def _waits(register: Register, row: Row) -> Plain:
    """What it waits for and what waits for it, by title; whether it is on its partnership's chain."""
    found = waiting(register, str(row["id"]))
    critical = chains(register, str(row["partnership"]) if row["partnership"] else None).critical
    return {
        "waits_for": [register.title(link.milestone) for link in found.waits_for],
        "waited_for_by": [register.title(link.milestone) for link in found.wait_for_it],
        "on_critical_chain": any(step.id == row["id"] for chain in critical for step in chain),
    }


def _forecasts(register: Register, row: Row, today: str, words: Words) -> list[Plain]:
    rows = [dict(each) for each in in_order(register.all("forecast", milestone=row["id"]))]
    return plain_records(register, "forecast", rows, today, words)
