"""What needs somebody today, gathered from the register in one pass a kind, for desk and command line."""

from collections.abc import Iterable, Iterator, Sequence

from pmdesk.actions.challenges import challenged
from pmdesk.actions.conflicts import conflicts, how_many
from pmdesk.actions.desk_laptops import desk_laptops
from pmdesk.actions.health_checks import open_checks
from pmdesk.actions.pages import days_to_report, last_due
from pmdesk.actions.titles import title
from pmdesk.actions.years import annual_updates_due, current_year, progress_updates_due
from pmdesk.domain.dates import last_day
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.municipal_year import next_year
from pmdesk.domain.outside_body import is_current
from pmdesk.domain.partnership import is_partnership, is_running
from pmdesk.domain.settings import DAYS_OF_WARNING
from pmdesk.domain.words import Words
from pmdesk.figures.desk import DeskFacts, DeskFigures, desk
from pmdesk.figures.desk_groups import Marked
from pmdesk.figures.desk_measures import MOST, DeskMeasures, Measured
from pmdesk.figures.due import Due
from pmdesk.figures.timeline import TimelineFigures, timeline
from pmdesk.register.lists import Row
from pmdesk.register.store import Register

# Kinds of which there may be a million: the desk reads what is kept beside the measures instead.
_KEPT_APART = (
    *("plan", "objective", "alignment", "measure", "earlier_tolerance", "serves", "target", "reading"),
    *("comparator", "rating_rule", "progress_update", "milestone", "forecast", "waits_for", "report_back"),
    *(name for name, entity in ENTITIES.items() if entity.sealed),  # nobody reads what was answered alone
)
# Whose values are looked through for what nobody could read, besides those read whole.
_LOOKED_THROUGH = ("progress_update", "milestone", "forecast", "report_back")

# What two laptops left is said whole on a page of its own: here only what the Desk has room for.
FEW = 3

# Whom a record names as the one to ask about it.
_ASKED = ("link_officer", "lead_officer", "owner")


def attention(register: Register, today: str, words: Words) -> DeskFigures:
    """The desk as at `today` (ISO)."""
    rows = {kind: register.all(kind) for kind in ENTITIES if kind not in _KEPT_APART}
    settings = register.settings()
    year = current_year(register, today)
    annual = _owed(register, year, today)
    asked, asked_in_all = register.asked(MOST)
    return desk(
        DeskFacts(
            today=today,
            annual=annual,
            progress=progress_updates_due(register, today),
            timeline=_late(register, today, words),
            milestones=register.milestone_counts(today),
            bodies=[body for body in rows["outside_body"] if is_current(body)],
            appointments=rows["appointment"],
            partnerships=[each for each in rows["partnership"] if is_partnership(each) and is_running(each)],
            updates=[report._asdict() for report in register.reports()],
            risks=rows["risk"],
            asked=_oldest_first(register, asked),
            asked_in_all=asked_in_all,
            partners=rows["partner"],
            checks=open_checks(register),
            reviews=rows["review"],
            recommendations=rows["recommendation"],
            tensions=rows["tension"],
            unsettled=conflicts(register, words, most=FEW),
            unsettled_in_all=how_many(register),
            laptops=desk_laptops(register, rows["person"], rows["appointment"], today, words, FEW),
            challenges=challenged(register, _open(rows["challenge"]), today),
            practices=rows["practice"],
            adoptions=rows["adoption"],
            people={str(person["id"]): person for person in rows["person"]},
            marked=list(_marked(register, [*rows, *_LOOKED_THROUGH], words)),
            returns_due=last_day(year["returns_due"]) if year else None,
            submitted=_submitted(annual),
            submitted_last_year=_submitted(
                _owed(register, _year_before(rows["municipal_year"], year), today)
            ),
            annual_council=_annual_council(rows["municipal_year"], today),
            days_of_warning=_days(settings.get("days_of_warning"), DAYS_OF_WARNING),
            days_to_report=days_to_report(register),
            measures=_measures(register, today),
        ),
        words,
    )


def _open(challenges: Sequence[Row]) -> list[Row]:
    return [row for row in challenges if not row["closed_on"]]


def _oldest_first(register: Register, asked: Sequence[str]) -> list[Row]:
    found = register.all("report_back", id=tuple(asked)) if asked else []
    return sorted(found, key=lambda row: (str(row["meeting_on"]), str(row["id"])))


def _measures(register: Register, today: str) -> DeskMeasures:
    noteless, lacking = register.first_measures({"noteless": True}, "code", MOST)
    overdue, late = register.first_measures({"overdue": last_due(register, today)}, "due", MOST)
    unready, gaps = register.first_measures({"ready": False}, "code", MOST)
    first = [_measured(register, numbers) for numbers in (lacking, late, gaps)]
    return DeskMeasures(register.ratings(), first[0], noteless, first[1], overdue, first[2], unready)


def _measured(register: Register, numbers: Sequence[int]) -> list[Measured]:
    kept = register.kept(numbers)
    return [
        Measured(row, each.period, each.value, each.path, each.next_period, each.missing)
        for row in register.page("measure", numbers)
        if (each := kept.get(int(str(row["n"]))))
    ]


def _owed(register: Register, year: Row | None, today: str) -> list[Due]:
    return annual_updates_due(register, year, today) if year else []


def _days(value: object, otherwise: int) -> int:
    return value if isinstance(value, int) else otherwise


def _submitted(dues: Sequence[Due]) -> list[str]:
    """The days on which annual updates that were owed came in, those returned since left out."""
    return [
        day
        for due in dues
        if due.state == "in" and due.update and (day := last_day(due.update["submitted_on"]))
    ]


def _year_before(years: list[Row], year: Row | None) -> Row | None:
    for each in years:
        name = str(each["name"])
        if year and name[:4].isdigit() and next_year(name) == year["name"]:
            return each
    return None


def _annual_council(years: list[Row], today: str) -> str | None:
    days = (last_day(year["annual_council"]) for year in years)
    return min((day for day in days if day and day >= today), default=None)


def _late(register: Register, today: str, words: Words) -> TimelineFigures:
    """The milestones past their date or slipping that the Desk has room for."""
    late = register.late_milestones(today, MOST)
    rows = register.all("milestone", id=tuple(late)) if late else []
    dates = register.all("forecast", milestone=tuple(late)) if late else []
    return timeline(rows, dates, today, words)


def _marked(register: Register, kinds: Iterable[str], words: Words) -> Iterator[Marked]:
    """Every value that could not be read, of every record."""
    for kind in kinds:
        for record, name, value in register.marked(kind):
            row = register.get(kind, record) or {}
            called = title(kind, row, words=words)
            yield Marked(kind, record, called, _who(row), ENTITIES[kind].field(name), value)


def _who(row: Row) -> str:
    return next((str(row[f"{name}_name"]) for name in _ASKED if row.get(f"{name}_name")), "")
