"""A report-back: what a member or officer says after a meeting of an outside body or partnership (¶95.1)."""

from collections.abc import Mapping

from pmdesk.domain.dates import first_day, last_day
from pmdesk.domain.facts import NOTE, Entity, Field, Type
from pmdesk.domain.words import N_, Say

ATTENDANCES = (
    ("attended", N_("Attended")),
    ("apologies", N_("Apologies")),
    ("substitute", N_("A substitute went")),
)

REPORT_BACK = Entity(
    "report_back",
    N_("Report-back"),
    N_("Report-backs"),
    (
        Field(
            "appointment",
            N_("Seat on an outside body"),
            Type.REF,
            refers="appointment",
            also=("appointment", "seat"),
        ),
        Field(
            "partner",
            N_("Seat in a partnership"),
            Type.REF,
            N_("Only where the meeting was one of a partnership."),
            refers="partner",
        ),
        Field(
            "meeting_on",
            N_("Date of the meeting"),
            Type.DATE,
            required=True,
            also=("meeting date", "date", "meeting"),
        ),
        Field("attendance", N_("Attendance"), Type.CHOICE, choices=ATTENDANCES, also=("attended",)),
        Field(
            "decided",
            N_("What was decided that matters to the council?"),
            Type.LONG,
            N_("Two or three sentences are enough."),
            also=("decided", "decisions"),
        ),
        Field(
            "action",
            N_("What do you ask the council to do?"),
            Type.LONG,
            N_("Leave empty if nothing."),
            also=("action", "action asked"),
        ),
        Field(
            "action_done_on",
            N_("Dealt with on"),
            Type.DATE,
            N_("The day the council had done what was asked."),
        ),
        Field(
            "internal",
            N_("For the council only"),
            Type.LONG,
            N_("No public paper prints this."),
            private=True,
        ),
        NOTE,
    ),
    saved=N_("Saved report-back"),
    removed=N_("Deleted report-back"),
    titled_by="",
)


def seat_problem(report: Mapping[str, object]) -> Say | None:
    """A report-back is about one seat: on an outside body, or in a partnership."""
    seats = [name for name in ("appointment", "partner") if report.get(name)]
    if len(seats) == 1:
        return None
    return Say(N_("Say whose seat this is about: one on an outside body, or one in a partnership."))


def day_problem(report: Mapping[str, object], seat: Mapping[str, object], today: str) -> Say | None:
    """A meeting has been held, and on a day on which the seat was held; a part date reaches as far as it can.

    `seat` is the appointment, or the partner with the days it joined and left.

    >>> str(day_problem({"meeting_on": "2025-03-04"}, {"starts": "2025-05"}, "2026-04-27"))
    'That day is before this seat’s term began. Choose the seat that was held then.'
    """
    day = str(report.get("meeting_on") or "")
    first = first_day(seat.get("starts") or seat.get("joined"))
    last = last_day(seat.get("ends") or seat.get("left"))
    if day > today:
        return Say(N_("That day is still to come. Report back once the meeting has been held."))
    if first and day < first:
        return Say(N_("That day is before this seat’s term began. Choose the seat that was held then."))
    if last and day > last:
        return Say(N_("That day is after this seat’s term ended. Choose the seat that was held then."))
    return None


def is_open(report: Mapping[str, object]) -> bool:
    """Whether it asks the council for something that nobody has dealt with yet."""
    return bool(report.get("action")) and not report.get("action_done_on")
