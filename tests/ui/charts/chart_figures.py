"""Milestones for the tests of the charts: one done, one past, one slipping, one on its date, one undated."""

from pmdesk.domain.words import words_in
from pmdesk.figures.timeline import TimelineFigures, timeline

MILESTONES = [
    {"id": "done", "title": "Masterplan adopted", "first_due": "2025-09-30", "done_on": "2025-10-14"},
    {
        "id": "past",
        "title": "Bus station design agreed",
        "first_due": "2026-03-31",
        "owner_organisation_name": "Wendleshire County Council",
    },
    {"id": "on", "title": "Shopfront grants", "first_due": "2026-06-30"},
    {"id": "slip", "title": "High Street works start", "first_due": "2026-09-01"},
    {"id": "none", "title": "A date to be agreed"},
]
FORECASTS = [
    {"id": "1", "milestone": "past", "date": "2026-04-30", "made_on": "2026-01-29", "reason": "Audit"},
    {"id": "2", "milestone": "past", "date": "2026-06-12", "made_on": "2026-04-22", "reason": "Cancelled"},
    {"id": "3", "milestone": "slip", "date": "2026-11-30", "made_on": "2026-04-22", "cause": "funding"},
]


def example() -> TimelineFigures:
    return timeline(MILESTONES, FORECASTS, "2026-04-27", words_in("en"))
