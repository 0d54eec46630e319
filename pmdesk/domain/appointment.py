"""An appointment: a seat on an outside body and who holds it; without a person it is a vacancy."""

from collections.abc import Mapping

from pmdesk.domain.dates import first_day, last_day
from pmdesk.domain.facts import NOTE, Entity, Field, Type
from pmdesk.domain.words import N_

CAPACITIES = (
    ("trustee", N_("Trustee")),
    ("director", N_("Director")),
    ("management_committee", N_("Management committee")),
    ("observer", N_("Observer")),
    ("adviser", N_("Adviser")),
    ("substitute", N_("Substitute")),
)

APPOINTMENT = Entity(
    "appointment",
    N_("Appointment"),
    N_("Appointments"),
    (
        Field(
            "outside_body", N_("Outside body"), Type.REF, required=True, refers="outside_body", also=("body",)
        ),
        Field(
            "person",
            N_("Person"),
            Type.REF,
            N_("Leave empty for a vacancy."),
            refers="person",
            also=(
                "member",
                "member(s)",
                "members",
                "representative",
                "representative(s)",
                "councillor",
                "appointee",
                "members pseudonymised",
                *("council representative", "council representatives", "appointed member"),
                *("member appointed", "councillor appointed", "current representative", "nominee"),
                *("appointees", "representative name", "name of representative", "cynrychiolydd"),
            ),
        ),
        Field("capacity", N_("Capacity"), Type.CHOICE, choices=CAPACITIES, also=("role", "status of member")),
        Field("appointed_by", N_("Appointed by"), also=("appointing body", "appointed by")),
        Field(
            "starts",
            N_("From"),
            Type.PARTIAL,
            also=(
                "term start",
                "start",
                "appt. from",
                "start date",
                "appointed",
                "term from",
                "date from",
                "from date",
                *("date appointed", "date of appointment", "appointment date", "appointed on"),
            ),
        ),
        Field(
            "ends",
            N_("To"),
            Type.PARTIAL,
            also=(
                "term end",
                "end",
                "appt. to",
                "end date",
                "expires",
                "term expires",
                "term to",
                "date to",
                "to date",
                *("term ends", "term of office ends", "expiry", "expiry date", "appointed until"),
            ),
        ),
        Field("ex_officio", N_("Ex officio post"), help=N_("The office whose holder sits here, if any.")),
        Field("approved_duty", N_("Approved duty"), Type.YES_NO, N_("May expenses be claimed?")),
        Field("interests", N_("Interests declared"), Type.LONG, private=True),
        Field("ended_because", N_("Ended because")),
        Field(
            "follows",
            N_("Follows"),
            Type.REF,
            N_("The appointment before it, where the same seat was filled again."),
            refers="appointment",
        ),
        NOTE,
    ),
    saved=N_("Saved appointment"),
    removed=N_("Deleted appointment"),
    titled_by="",
)


def is_vacancy(appointment: Mapping[str, object]) -> bool:
    return not appointment.get("person")


def held_between(appointment: Mapping[str, object], first: str, last: str) -> bool:
    """Whether the seat was held at any time from day `first` to day `last` (ISO), both counted.

    A part date reaches as far as it can: '2024-05' starts on the 1st and ends on the 31st. An empty or
    unreadable date does not bound the term.

    >>> held_between({"starts": "2023-06-12", "ends": "2024-05"}, "2024-05-31", "2025-05-19")
    True
    """
    starts = first_day(appointment.get("starts"))
    ends = last_day(appointment.get("ends"))
    return (starts is None or starts <= last) and (ends is None or ends >= first)
