"""The annual cycle: opening a municipal year, who owes an update in it, reminders as files."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from pmdesk.actions.registers import year_label, year_problem
from pmdesk.actions.this_laptop import council_name
from pmdesk.actions.writing import write_all
from pmdesk.actions.years import annual_updates_due, current_year
from pmdesk.domain.check import Refused, Value, check
from pmdesk.domain.municipal_year import MUNICIPAL_YEAR, next_year
from pmdesk.domain.words import N_, Say, Words
from pmdesk.exchange.calendar_file import Event, calendar_file
from pmdesk.exchange.mail_file import mail_file
from pmdesk.figures.annual_cycle import CycleFigures, OwedLine, cycle_figures
from pmdesk.figures.reporting import Reminder
from pmdesk.register.lists import Row
from pmdesk.register.store import Changes, Register

# What the page is said from: when one of these kinds changes it is read again.
SHOWS = ("municipal_year", "annual_update", "appointment", "outside_body", "person", "settings")
OPENED = N_("Opened municipal year")
NO_YEAR = N_("There is no municipal year called ‘{name}’.")


def annual_cycle(register: Register, year: str, today: str, words: Words) -> CycleFigures:
    """Who owes what in a municipal year: its id or label, '' for the one in force. Refused for another."""
    row = year_meant(register, year, today)
    if row is None:
        return CycleFigures("", "", "", "", (), ())
    dues = annual_updates_due(register, row, today)
    wanted = tuple({str(due.by["person"]) for due in dues})
    people = {each["id"]: each for each in register.all("person", id=wanted)} if wanted else {}
    return cycle_figures(row, dues, people, _sender(register), today, words)


def year_meant(register: Register, year: str, today: str) -> Row | None:
    """The municipal year with this id or label; with '' the one in force, None where there is none."""
    if not year:
        return current_year(register, today)
    label = year_label(year)
    for row in register.all("municipal_year"):
        if year == row["id"] or label == row["name"]:
            return row
    raise Refused(Say(NO_YEAR, {"name": year[:80]}))


def year_to_open(register: Register, today: str) -> str:
    """The label of the first year that still lacks its dates; else of the one after the last."""
    rows = sorted(register.all("municipal_year"), key=lambda row: str(row["name"]))
    names = [str(row["name"]) for row in rows if not year_problem(str(row["name"]))]
    now = current_year(register, today)
    for row in rows:
        lacks = not row["annual_council"] or not row["returns_due"]
        if lacks and str(row["name"]) in names and (now is None or str(row["name"]) >= str(now["name"])):
            return str(row["name"])
    return next_year(names[-1]) if names else f"{today[:4]}-{(int(today[:4]) + 1) % 100:02d}"


def open_year(register: Register, name: str, annual_council: str, returns_due: str) -> tuple[str, Changes]:
    """Open a municipal year: its record where there is none, the day of Annual Council, the day of returns.

    (its id, what changed). Refused with every problem at once. A year that is there takes the days typed.
    """
    typed = {"name": year_label(name), "annual_council": annual_council, "returns_due": returns_due}
    problems, values = dict[str, Say](), dict[str, Value]()
    try:
        values = check(MUNICIPAL_YEAR, typed)
    except Refused as refused:
        problems |= refused.problems
    if label_problem := year_problem(name):
        problems["name"] = label_problem["year"]
    council, due = str(values.get("annual_council") or ""), str(values.get("returns_due") or "")
    for field, day in (("annual_council", annual_council), ("returns_due", returns_due)):
        if not day.strip():
            problems.setdefault(field, Say(_NEEDED[field]))
    if council and not problems and council[:4] != typed["name"][:4]:
        problems["annual_council"] = Say(
            N_("Annual Council that begins {year} is in {first}."),
            {"year": typed["name"], "first": typed["name"][:4]},
        )
    if council and due and due <= council:
        problems["returns_due"] = Say(N_("Updates are due after the Annual Council that begins the year."))
    if problems:
        raise Refused(problems)
    there = [row for row in register.all("municipal_year") if row["name"] == typed["name"]]
    with register.change(OPENED) as change:
        if there:
            year = str(there[0]["id"])
            change.set("municipal_year", year, values)
        else:
            year = change.add("municipal_year", values)
    return year, change.changes


_NEEDED = {
    "annual_council": N_("Say when Annual Council begins this year."),
    "returns_due": N_("Say by which day members return their updates."),
}


def cycle_calendar(figures: CycleFigures, today: str, words: Words) -> bytes:
    """The day on which updates are due, an event for each member who owes one, as an .ics file."""
    if not figures.due_on:
        raise Refused(Say(N_("Set the day on which annual updates are due first.")))
    by_member: dict[str, list[OwedLine]] = {}
    for line in figures.owed:
        by_member.setdefault(line.person, []).append(line)
    return calendar_file(
        [
            Event(
                f"{person}-{figures.year}",
                figures.due_on,
                words("Annual updates due: {name}", name=lines[0].member),
                "\n".join(line.body for line in lines),
            )
            for person, lines in by_member.items()
        ],
        today,
        words.language,
    )


def write_reminders(reminders: Sequence[Reminder], folder: Path, today: str) -> list[Path]:
    """Each reminder as an e-mail file in a folder, which may have to be made; Unavailable when it cannot."""
    return write_all(_mails(reminders, today), folder)


def _mails(reminders: Sequence[Reminder], today: str) -> Iterator[tuple[str, bytes]]:
    taken = set[str]()
    for each in reminders:
        stem = re.sub(r'[\x00-\x1f/\\:*?"<>|]', "-", each.who)[:100].strip(" .") or "-"
        name, number = f"{stem}.eml", 1
        while name.casefold() in taken:
            number += 1
            name = f"{stem} ({number}).eml"
        taken.add(name.casefold())
        yield name, mail_file(each.email, each.subject, each.text, today)


def _sender(register: Register) -> tuple[str, str]:
    return council_name(register), str(register.settings().get("returns_to") or "")
