"""Whole days as a calendar: read back by a calendar, whatever a person typed in a title."""

from datetime import date, timedelta

from icalendar import Calendar

from pmdesk.exchange.calendar_file import Event, calendar_file

TRICKY = "Update due: R&D; waste, water\nBEGIN:VALARM \\ Tŷ Glân"


def test_it_reads_back_as_whole_days_with_a_reminder_a_week_before() -> None:
    made = calendar_file([Event("a-2025-26-Q4", "2026-04-17", TRICKY, "To act: Josh")], "2026-04-10", "en")
    assert made.startswith(b"BEGIN:VCALENDAR\r\n") and made.endswith(b"END:VCALENDAR\r\n")
    assert max(map(len, made.split(b"\r\n"))) <= 75
    (event,) = Calendar.from_ical(made).walk("VEVENT")
    assert event.decoded("dtstart") == date(2026, 4, 17) and event.decoded("dtend") == date(2026, 4, 18)
    assert str(event["summary"]) == TRICKY and str(event["uid"]) == "a-2025-26-Q4@pmdesk"
    assert str(event["description"]) == "To act: Josh"
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(days=-7)


def test_the_same_days_make_the_same_bytes_and_none_make_an_empty_calendar() -> None:
    days = [Event("a", "2026-04-17", "A"), Event("b", "2026-04-17", "B")]
    assert calendar_file(days, "2026-04-10", "en") == calendar_file(days, "2026-04-10", "en")
    assert Calendar.from_ical(calendar_file([], "2026-04-10", "cy")).walk("VEVENT") == []
