"""Days as a calendar file (.ics) that Outlook and every other calendar opens."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple


class Event(NamedTuple):
    """A whole day: `id` stays the same when it is written again, so that a calendar does not double it."""

    id: str
    day: str  # ISO
    title: str
    text: str = ""


def calendar_file(events: Iterable[Event], made_on: str, language: str) -> bytes:
    """The bytes of a calendar of whole days, each with a reminder a week before; the same for the same days.

    A title may hold anything a person typed: the library escapes and folds it.
    """
    from icalendar import Alarm, Calendar
    from icalendar import Event as Entry

    calendar = Calendar()
    calendar.add("prodid", f"-//pmdesk//reports//{language.upper()}")
    calendar.add("version", "2.0")
    stamp = datetime.combine(date.fromisoformat(made_on), time(), UTC)
    for each in events:
        entry, alarm, day = Entry(), Alarm(), date.fromisoformat(each.day)
        entry.add("uid", f"{each.id}@pmdesk")
        entry.add("dtstamp", stamp)
        entry.add("dtstart", day)
        entry.add("dtend", day + timedelta(days=1))
        entry.add("summary", each.title)
        if each.text:
            entry.add("description", each.text)
        entry.add("transp", "TRANSPARENT")
        alarm.add("action", "DISPLAY")
        alarm.add("description", each.title)
        alarm.add("trigger", timedelta(days=-7))
        entry.add_component(alarm)
        calendar.add_component(entry)
    made: bytes = calendar.to_ical()
    return made
