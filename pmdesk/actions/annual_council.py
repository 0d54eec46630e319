"""Annual Council as it stands: which sitting is meant, and every seat with the evidence beside it."""

from collections.abc import Mapping

from pmdesk.actions.registers import municipal_year_of
from pmdesk.actions.years import council_days
from pmdesk.domain.check import Refused
from pmdesk.domain.dates import days_between, last_day
from pmdesk.domain.municipal_year import next_year, year_bounds
from pmdesk.domain.renewal import Sitting
from pmdesk.domain.words import N_, Say, Words
from pmdesk.figures.annual_council import SittingFigures, SittingMemory, sitting_figures
from pmdesk.figures.annual_council_seat import SeatLine, SittingRows
from pmdesk.figures.update_states import Year
from pmdesk.register.lists import Row
from pmdesk.register.projection import fold
from pmdesk.register.store import Register

# What the figures of a sitting are said from.
SHOWS = ("municipal_year", "outside_body", "appointment", "person", "annual_update", "report_back")


def annual_council(
    register: Register, year: str | None, today: str, words: Words, memory: SittingMemory | None = None
) -> SittingFigures:
    """Every seat before the Annual Council that opens `year`, or the nearest one; Refused for no year.

    Who asks again after each decision keeps a `memory` of what did not change.
    """
    return sitting_figures(sitting_rows(register, sitting_of(register, year, today)), words, memory)


def sitting_of(register: Register, year: str | None, today: str) -> Sitting:
    """The Annual Council that opens `year` ('2026-27'); without one the nearest to `today`."""
    days = _days(register)
    if year is not None and not _is_year(year):
        raise Refused(Say(N_("Type the municipal year as 2025-26.")))
    name = year or _nearest(days, today)
    return Sitting(name, year_bounds(name, days)[0], days.get(next_year(name)))


def has_day(register: Register, sitting: Sitting) -> bool:
    """Whether the register has the year this Annual Council opens, and the day it meets."""
    return bool(_days(register).get(sitting.year))


def line_called(figures: SittingFigures, text: str) -> SeatLine:
    """The seat meant by its id, 'Body, Member', or a body with one seat; Refused when none or several are."""
    wanted = fold(text)
    for names in (_ids, _names, _bodies):
        found = [line for line in figures.lines if (text if names is _ids else wanted) in names(line)]
        if len(found) == 1:
            return found[0]
        if found:
            raise Refused(
                Say(
                    N_("{n} seats are called ‘{name}’. Give the id instead."),
                    {"n": len(found), "name": text[:80]},
                )
            )
    raise Refused(Say(N_("There is no seat called ‘{name}’."), {"name": text[:80]}))


def _ids(line: SeatLine) -> tuple[str, ...]:
    return (line.key, line.current)


def _names(line: SeatLine) -> tuple[str, ...]:
    return tuple(fold(f"{line.body_name}, {name}") for name in (line.name, line.who))


def _bodies(line: SeatLine) -> tuple[str, ...]:
    return (fold(line.body_name),)


def sitting_rows(register: Register, sitting: Sitting) -> SittingRows:
    """Everything the sitting is made of, each kind read once."""
    years = register.all("municipal_year")
    closing = _closing(years, sitting)
    updates = register.all("annual_update", municipal_year=closing.id) if closing else []
    return SittingRows(
        sitting=sitting,
        bodies=register.all("outside_body"),
        seats=register.all("appointment"),
        people={str(row["id"]): row for row in register.all("person")},
        updates={row["appointment"]: row for row in updates},
        closing=closing,
        attended=_attended(register, closing),
    )


def _closing(years: list[Row], sitting: Sitting) -> Year | None:
    """The year before the one this sitting opens, as the register has it."""
    days = council_days(years)
    for year in years:
        name = str(year["name"])
        if _is_year(name) and next_year(name) == sitting.year:
            due_on = last_day(year.get("returns_due"))
            return Year(str(year["id"]), name, *year_bounds(name, days), due_on)
    return None


def _attended(register: Register, closing: Year | None) -> dict[object, tuple[int, int]]:
    """(meetings attended, meetings reported on) of each seat in the year that closes, by its report-backs."""
    found: dict[object, tuple[int, int]] = {}
    for report in register.all("report_back") if closing else []:
        seat, day = report.get("appointment"), last_day(report.get("meeting_on"))
        if closing and seat and day and report.get("attendance") and closing.first <= day <= closing.last:
            went, of = found.get(seat, (0, 0))
            found[seat] = (went + (report["attendance"] == "attended"), of + 1)
    return found


def _days(register: Register) -> Mapping[str, str | None]:
    return {name: day for name, day in council_days(register.all("municipal_year")).items() if _is_year(name)}


def _nearest(days: Mapping[str, str | None], today: str) -> str:
    """The year whose Annual Council is nearest: past or to come, by half a year either way."""
    known = [*days, municipal_year_of(today), next_year(municipal_year_of(today))]
    return min(dict.fromkeys(known), key=lambda name: abs(days_between(today, year_bounds(name, days)[0])))


def _is_year(name: str) -> bool:
    return len(name) == 7 and name[4] == "-" and name[:4].isdigit() and name[5:].isdigit()
