"""The quarter's reports: what is due from whom, whom to remind and in which words, and our own part of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pmdesk.domain.dates import days_between, last_day, say_date
from pmdesk.domain.person import styled_name
from pmdesk.domain.words import N_, Words
from pmdesk.figures.due import Due
from pmdesk.figures.update_states import pill, update_code

Row = Mapping[str, object]
People = Mapping[str, Row]


class ReportLine(NamedTuple):
    """One report: whose, for which period, due when, how it stands (shape, word), and who is to act on it."""

    partnership: str  # its id
    name: str
    period: str
    due_on: str
    state: tuple[str, str]
    who: str
    update: str  # the update's id, '' while none is begun
    is_in: bool


class Reminder(NamedTuple):
    """What is asked of one person, as an e-mail: `lines` say each report, `text` is the whole message."""

    who: str
    email: str
    subject: str
    lines: tuple[str, ...]
    text: str


class Health(NamedTuple):
    """A part of our own work: n of m, what it counts, and a quiet word more."""

    label: str
    n: int
    of: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReportingFigures:
    """`lines` with what is still owed first; `reminders` by person, the one with most first."""

    today: str
    lines: tuple[ReportLine, ...]
    reminders: tuple[Reminder, ...]
    health: tuple[Health, ...]

    @property
    def owed(self) -> tuple[ReportLine, ...]:
        return tuple(line for line in self.lines if not line.is_in)


class OwnPart(NamedTuple):
    """What our own part is counted from: (those that are as they should be, all of them)."""

    officers: tuple[int, int]
    measures: tuple[int, int]
    milestones: tuple[int, int]
    in_time: tuple[int, int]
    notes: tuple[int, int]


def reporting_figures(
    dues: Sequence[Due], people: People, own: OwnPart, council: str, today: str, words: Words
) -> ReportingFigures:
    """The page on a day; `people` by id with their names and e-mail addresses."""
    lines = sorted((_line(due, people, today, words) for due in dues), key=_in_order)
    asked = [due for due in dues if due.state != "in"]
    return ReportingFigures(
        today, tuple(lines), tuple(_reminders(asked, people, council, today, words)), _health(own, words)
    )


def say_list(figures: ReportingFigures, words: Words) -> str:
    """What is still owed as plain lines to copy, one a line."""
    return "\n".join(
        words(
            "{name}, {period}, due {day}: {state}. {who}",
            name=line.name,
            period=line.period,
            day=say_date(line.due_on, words),
            state=line.state[1].lower(),
            who=line.who or words("Nobody is named."),
        )
        for line in figures.owed
    )


def _line(due: Due, people: People, today: str, words: Words) -> ReportLine:
    said = pill(update_code(due.update, due.due_on, today), words)
    return ReportLine(
        str(due.of["id"]),
        str(due.of.get("name") or ""),
        str(due.by.get("period") or ""),
        due.due_on or "",
        said or ("none", ""),
        "" if due.state == "in" else styled_name(people.get(_asked(due), {})),
        str(due.update["id"]) if due.update else "",
        due.state == "in",
    )


def _in_order(line: ReportLine) -> tuple[bool, str, str]:
    return line.is_in, line.due_on, line.name.casefold()


def _asked(due: Due) -> str:
    """Who is to act: the portfolio member where it waits for sign-off, else the lead officer."""
    waits = due.update is not None and due.update.get("status") == "submitted"
    return str(due.of.get("portfolio_member" if waits else "lead_officer") or "")


def _reminders(
    dues: Iterable[Due], people: People, council: str, today: str, words: Words
) -> Iterable[Reminder]:
    by_person: dict[str, list[Due]] = {}
    for due in dues:
        by_person.setdefault(_asked(due), []).append(due)
    made = [
        _reminder(people[person], own, council, today, words)
        for person, own in by_person.items()
        if person in people
    ]
    return sorted(made, key=lambda each: (-len(each.lines), each.who))


def _reminder(person: Row, dues: Sequence[Due], council: str, today: str, words: Words) -> Reminder:
    who, lines = styled_name(person), tuple(_said(due, today, words) for due in sorted(dues, key=_when))
    subject = words.plural(len(lines), "A progress update is due", "{n} progress updates are due")
    parts = (
        words("Dear {name},", name=who),
        words.plural(
            len(lines), "This progress update waits for you:", "These progress updates wait for you:"
        ),
        "\n".join(f"- {line}" for line in lines),
        words("Two or three sentences to each question are enough. Thank you."),
        council,
    )
    return Reminder(
        who, str(person.get("email") or ""), subject, lines, "\n\n".join(part for part in parts if part)
    )


def _when(due: Due) -> tuple[str, str]:
    return due.due_on or "", str(due.of.get("name") or "")


def _said(due: Due, today: str, words: Words) -> str:
    """'Active Aldermoor, 2025-26 Q4: to be written, was due on 17 April 2026, 10 days ago'."""
    status = str((due.update or {}).get("status") or "")
    day = last_day(due.due_on)
    late = days_between(day, today) if day else 0
    said = words(_TO_DO.get(status, _TO_DO[""]))
    when = words("due on {day}", day=say_date(due.due_on, words))
    if late > 0:
        ago = words.plural(late, "{n} day ago", "{n} days ago")
        when = words("was due on {day}, {ago}", day=say_date(due.due_on, words), ago=ago)
    return f"{due.of.get('name')}, {due.by.get('period')}: {said}, {when}"


_TO_DO = {
    "": N_("to be written"),
    "draft": N_("begun, to be finished and submitted"),
    "submitted": N_("to be read and signed off"),
    "returned": N_("returned, to be put right"),
}


def _health(own: OwnPart, words: Words) -> tuple[Health, ...]:
    told = (
        (words("Partnerships with a lead officer"), own.officers),
        (words("Measures with an owner"), own.measures),
        (words("Milestones that somebody answers for"), own.milestones),
        (words("Missed targets with a note"), own.notes),
    )
    made = [Health(label, n, of, _without(of - n, words)) for label, (n, of) in told if of]
    n, of = own.in_time
    if of:
        late = words.plural(of - n, "{n} was late", "{n} were late") if n < of else words("all of them")
        made.insert(3, Health(words("Updates in on time, last year"), n, of, late))
    return tuple(made)


def _without(n: int, words: Words) -> str:
    return words("{n} without", n=n) if n else words("all of them")
