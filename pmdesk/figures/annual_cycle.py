"""The year's annual updates: who owes which, how each stands, whom to remind and in which words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pmdesk.domain.appointment import APPOINTMENT
from pmdesk.domain.check import say_value
from pmdesk.domain.dates import days_between, last_day, say_date
from pmdesk.domain.person import styled_name
from pmdesk.domain.words import N_, Words
from pmdesk.figures.due import Due
from pmdesk.figures.reporting import Reminder

Row = Mapping[str, object]
People = Mapping[object, Row]

# How an update stands: (shape, word), those to chase first.
STANDINGS: Mapping[str, tuple[str, str]] = {
    "not_begun": ("none", N_("Not begun")),
    "draft": ("none", N_("Draft")),
    "returned": ("close", N_("Returned")),
    "submitted": ("met", N_("Submitted")),
    "accepted": ("complete", N_("Accepted")),
    "published": ("complete", N_("Published")),
}
OWED = ("not_begun", "draft", "returned")
_LATE = "late"  # among the standings a list is narrowed to


class OwedLine(NamedTuple):
    """One seat's update: whose, on which body, how it stands; `late` days past the day, in or not.

    `seat`, `person` and `update` are ids ('' while none is begun); `standing` is a key of STANDINGS.
    """

    seat: str
    person: str
    update: str
    member: str
    group: str
    body: str
    capacity: str
    standing: str
    late: int

    @property
    def is_in(self) -> bool:
        return self.standing not in OWED


@dataclass(frozen=True, slots=True)
class CycleFigures:
    """A municipal year's updates, those owed longest first; `council` and `due_on` are ISO days or ''."""

    year: str  # its label, '' while there is none
    year_id: str
    council: str
    due_on: str
    lines: tuple[OwedLine, ...]
    reminders: tuple[Reminder, ...]

    @property
    def owed(self) -> tuple[OwedLine, ...]:
        return tuple(line for line in self.lines if not line.is_in)

    @property
    def late(self) -> tuple[OwedLine, ...]:
        return tuple(line for line in self.owed if line.late)


def cycle_figures(
    year: Row, dues: Iterable[Due], people: People, sender: tuple[str, str], today: str, words: Words
) -> CycleFigures:
    """The year on a day; `people` by id, `sender` is (the council, where members send their updates)."""
    due_on = last_day(year.get("returns_due")) or ""
    told = [(_line(due, people, due_on, today, words), due) for due in dues]
    told.sort(key=lambda each: _in_order(each[0]))
    name = str(year.get("name") or "")
    asked = [(line, due) for line, due in told if not line.is_in]
    return CycleFigures(
        name,
        str(year.get("id") or ""),
        last_day(year.get("annual_council")) or "",
        due_on,
        tuple(line for line, _due in told),
        tuple(_reminders(asked, people, name, due_on, sender, today, words)),
    )


def narrowed(
    lines: Iterable[OwedLine], standing: str = "", group: str = "", typed: str = ""
) -> list[OwedLine]:
    """The lines of a standing ('late' for what is owed past its day), of a political group, and as typed."""
    wanted = typed.strip().casefold()
    return [
        line
        for line in lines
        if (not standing or line.standing == standing or (standing == _LATE and line.late and not line.is_in))
        and (not group or line.group == group)
        and wanted in f"{line.member} {line.body}".casefold()
    ]


def say_owed(figures: CycleFigures, words: Words) -> str:
    """What is still owed as plain lines to copy, one a line."""
    return "\n".join(
        f"{line.member}, {line.body}: {words(STANDINGS[line.standing][1]).lower()}{_say_late(line, words)}"
        for line in figures.owed
    )


def _say_late(line: OwedLine, words: Words) -> str:
    return ", " + words.plural(line.late, "{n} day late", "{n} days late") if line.late else ""


def _line(due: Due, people: People, due_on: str, today: str, words: Words) -> OwedLine:
    person = people.get(due.by.get("person"), {})
    status = str(due.update.get("status") or "draft") if due.update else "not_begun"
    standing = status if status in STANDINGS else "draft"
    came = last_day((due.update or {}).get("submitted_on")) if standing not in OWED else today
    return OwedLine(
        str(due.by["id"]),
        str(due.by["person"]),
        str(due.update["id"]) if due.update else "",
        styled_name(person) or str(due.by.get("person_name") or ""),
        str(person.get("political_group") or ""),
        str(due.of.get("name") or ""),
        say_value(APPOINTMENT.field("capacity"), due.by.get("capacity"), words),
        standing,
        max(days_between(due_on, came), 0) if due_on and came else 0,
    )


def _in_order(line: OwedLine) -> tuple[bool, str, str, str]:
    """What is owed first, by member; then what is in."""
    return line.is_in, line.member.casefold(), line.body.casefold(), line.seat


def _reminders(
    asked: Sequence[tuple[OwedLine, Due]],
    people: People,
    year: str,
    due_on: str,
    sender: tuple[str, str],
    today: str,
    words: Words,
) -> Iterable[Reminder]:
    """One e-mail to each member, about all their bodies; by name."""
    by_member: dict[object, list[tuple[OwedLine, Due]]] = {}
    for line, due in asked:
        by_member.setdefault(due.by.get("person"), []).append((line, due))
    for person, own in by_member.items():
        who, email = own[0][0].member, str(people.get(person, {}).get("email") or "")
        lines = tuple(_said(line, due, words) for line, due in own)
        subject = words.plural(
            len(own), "Your annual update for {year}", "Your {n} annual updates for {year}", year=year
        )
        text = _text(who, lines, year, due_on, sender, today, words)
        yield Reminder(who, email, subject, lines, text)


def _text(
    who: str,
    lines: Sequence[str],
    year: str,
    due_on: str,
    sender: tuple[str, str],
    today: str,
    words: Words,
) -> str:
    council, address = sender
    begun = words.plural(
        len(lines),
        "This annual update for {year} waits for you:",
        "These annual updates for {year} wait for you:",
        year=year,
    )
    parts = (
        words("Dear {name},", name=who),
        begun,
        "\n".join(f"- {line}" for line in lines),
        _say_due(due_on, today, words),
        words("Please send them to {address}.", address=address) if address else "",
        words("A few sentences to each question are enough. Please do not name individuals. Thank you."),
        council,
    )
    return "\n\n".join(part for part in parts if part)


def _say_due(due_on: str, today: str, words: Words) -> str:
    if not due_on:
        return ""
    day, late = say_date(due_on, words), days_between(due_on, today)
    if late > 0:
        return words("The day for it was {day}.", day=day)
    return words("It is wanted by {day}.", day=day)


def _said(line: OwedLine, due: Due, words: Words) -> str:
    """'Dock Trust: returned, to be put right: say what came of the lease'; the reason is told the member."""
    why = " ".join(str((due.update or {}).get("returned_because") or "").split())
    if line.standing == "returned" and why:
        return words("{body}: returned, to be put right: {why}", body=line.body, why=why)
    return f"{line.body}: {words(_TO_DO[line.standing])}"


_TO_DO = {
    "not_begun": N_("to be written"),
    "draft": N_("begun, to be finished and submitted"),
    "returned": N_("returned, to be put right"),
}
