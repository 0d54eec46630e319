"""The desk's groups that are about reports, dates and data: each function goes once through its rows."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from pmdesk.domain.annual_update import pages
from pmdesk.domain.appointment import CAPACITIES
from pmdesk.domain.dates import days_between, last_day
from pmdesk.domain.facts import Field
from pmdesk.domain.person import styled_name
from pmdesk.domain.reporting_line import MONTHS, last_reports, line_state
from pmdesk.domain.words import N_, Words
from pmdesk.figures.desk_items import Item, coming, late, near_day
from pmdesk.figures.due import Due
from pmdesk.figures.timeline import TimelineFigures, TimelineRow

Row = Mapping[str, object]
People = Mapping[str, Row]


class Marked(NamedTuple):
    """A value kept as it was typed since it could not be read as its type."""

    kind: str
    id: str
    title: str
    who: str
    field: Field
    value: object


def name_of(person: object, people: People) -> str:
    """How the desk names a person: 'Cllr Priya Nair'; '' for nobody."""
    return styled_name(people.get(str(person), {}))


def progress_items(dues: Iterable[Due], people: People, today: str, warning: int, words: Words) -> list[Item]:
    """Progress updates that are late, the latest first, or that fall due within `warning` days."""
    found = _pressing(dues, today, warning)
    found.sort(key=lambda each: (-each[0], _STAGES.index(_stage(each[1]))))
    return [_progress_item(due, late_by, people, today, words) for late_by, due in found]


def annual_items(dues: Iterable[Due], people: People, today: str, warning: int, words: Words) -> list[Item]:
    """Seats whose annual update is late, or falls due within `warning` days."""
    return [
        _annual_item(due, late_by, people, today, words) for late_by, due in _pressing(dues, today, warning)
    ]


def milestone_items(timeline: TimelineFigures, words: Words) -> list[Item]:
    """Milestones past their first date, then those whose forecast alone has moved; the longest slip first."""
    slow = [row for row in timeline.rows if row.state in ("past", "slipping")]
    slow.sort(key=lambda row: (row.state != "past", -(row.slip_days or 0), row.title))
    return [_milestone_item(row, timeline.today, words) for row in slow]


def line_items(
    partnerships: Sequence[Row],
    updates: Iterable[Row],
    people: People,
    today: str,
    allowed: int,
    words: Words,
) -> list[Item]:
    """Sub-groups silent beyond their interval and the days allowed for a report (field.md, rule 14)."""
    last = last_reports(updates)
    found: list[tuple[int, Item]] = []
    for each in partnerships:
        reported = last.get(str(each["id"]))
        line = line_state(each.get("reporting_interval"), reported, each.get("started"), today, allowed)
        if each.get("parent") and line.state == "broken":
            found.append((-(line.beyond or 0), _line_item(each, reported, line.beyond, people, today, words)))
    return [item for _, item in sorted(found, key=lambda each: (each[0], each[1].title))]


def marked_items(marked: Iterable[Marked], words: Words) -> list[Item]:
    """Values that could not be read, one line for each."""
    return [
        Item(
            "close",
            each.title,
            words(
                "{field}: ‘{value}’ could not be read",
                field=words(each.field.label),
                value=str(each.value)[:60],
            ),
            each.who,
            "",
            words("Mend it"),
            "record",
            each.kind,
            each.id,
        )
        for each in marked
    ]


def _stage(due: Due) -> str:
    stage = str((due.update or {}).get("status") or "draft")
    return stage if due.update and stage in _STAGES else ""


def _progress_item(due: Due, late_by: int, people: People, today: str, words: Words) -> Item:
    stage = _stage(due)
    who = due.of.get("portfolio_member") if stage == "submitted" else due.of.get("lead_officer")
    because = str((due.update or {}).get("returned_because") or "")
    return Item(
        "missed" if late_by > 0 else "clock",
        str(due.of.get("name") or ""),
        words(_PROGRESS[stage], period=due.by.get("period"), why=_shortly(because)),
        name_of(who, people),
        _when(due, late_by, today, words),
        words("Open draft") if due.update else words("Record update"),
        "progress-update",
        *(("progress_update", str(due.update["id"])) if due.update else ("partnership", str(due.of["id"]))),
    )


_PROGRESS = {
    "": N_("{period}, not started"),
    "draft": N_("{period}, drafted"),
    "submitted": N_("{period}, drafted and waiting for sign-off"),
    "returned": N_("{period}, returned: ‘{why}’"),
}
_STAGES = ("", "draft", "submitted", "returned")


def _annual_item(due: Due, late_by: int, people: People, today: str, words: Words) -> Item:
    capacity = words(dict(CAPACITIES).get(str(due.by.get("capacity")), N_("Appointed member")))
    return Item(
        "missed" if late_by > 0 else "clock",
        str(due.of.get("name") or ""),
        f"{capacity[:1].lower()}{capacity[1:]}, {_progress_of(due.update, words)}",
        name_of(due.by.get("person"), people),
        _when(due, late_by, today, words),
        words("Open draft") if due.update else words("Record update"),
        "annual-update",
        *(("annual_update", str(due.update["id"])) if due.update else ("appointment", str(due.by["id"]))),
    )


def _progress_of(update: Row | None, words: Words) -> str:
    if update is None:
        return words("not started")
    if update.get("status") == "returned":
        return words("returned: ‘{why}’", why=_shortly(str(update.get("returned_because") or "")))
    length = pages(update)
    return words("draft of about {n} pages", n=length) if length else words("draft, little written yet")


def _pressing(dues: Iterable[Due], today: str, warning: int) -> list[tuple[int, Due]]:
    """What is not in, with how many days late each is (negative: still to come); the latest first."""
    found = []
    for due in dues:
        day = last_day(due.due_on)
        if due.state != "in" and day and days_between(today, day) <= warning:
            found.append((days_between(day, today), due))
    return sorted(found, key=lambda each: (-each[0], str(each[1].of.get("name") or "")))


def _when(due: Due, late_by: int, today: str, words: Words) -> str:
    return late(late_by, words) if late_by > 0 else coming(str(due.due_on), today, words)


def _milestone_item(row: TimelineRow, today: date, words: Words) -> Item:
    """'past its first date, re-dated 3 times': a square when that date has passed, else a triangle."""
    past = row.state == "past"
    said = [words("past its first date")] if past else []
    said += [_redated(row.times_redated, words)] if row.times_redated else []
    overdue = (today - row.first_due).days if row.first_due else 0
    if row.slip_days and row.now:
        when = words.plural(
            row.slip_days,
            "{n} day, to {day}",
            "{n} days, to {day}",
            day=near_day(row.now.isoformat(), today.isoformat(), words),
        )
    else:
        when = late(overdue, words)
    go = words("See its dates") if row.times_redated else words("Give it a new date")
    return Item(
        "missed" if past else "close",
        row.title,
        ", ".join(said),
        row.owner,
        when,
        go,
        "milestones",
        "milestone",
        row.id,
    )


def _redated(times: int, words: Words) -> str:
    if times < 3:
        return words("re-dated once") if times == 1 else words("re-dated twice")
    return words("re-dated {n} times", n=times)


def _line_item(
    each: Row, reported: str | None, beyond: int | None, people: People, today: str, words: Words
) -> Item:
    parent = str(each.get("parent_name") or "")
    quiet = (
        words("last reported to {parent} {day}", parent=parent, day=near_day(reported, today, words))
        if reported
        else words("has never reported to {parent}", parent=parent)
    )
    interval = words.plural(MONTHS[str(each["reporting_interval"])], "{n} month", "{n} months")
    when = (
        words.plural(beyond, "{n} day beyond {interval}", "{n} days beyond {interval}", interval=interval)
        if beyond is not None
        else words("due every {interval}", interval=interval)
    )
    return Item(
        "missed",
        str(each.get("name") or ""),
        quiet,
        name_of(each.get("lead_officer"), people),
        when,
        words("Record update"),
        "progress-update",
        "partnership",
        str(each["id"]),
    )


def _shortly(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:59]}…"
