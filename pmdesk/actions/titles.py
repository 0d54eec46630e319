"""What records without a name of their own are called ('Dock Trust, A Shaw'), and finding them by it."""

from collections.abc import Mapping

from pmdesk.actions.records import named
from pmdesk.domain.check import Refused
from pmdesk.domain.dates import say_date
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.titles import title_of
from pmdesk.domain.words import N_, Say, Words
from pmdesk.register.projection import fold
from pmdesk.register.store import Register

_WHEN = ("period", "date", "meeting_on", "said_on")


def title(
    kind: str,
    row: Mapping[str, object],
    seats: Mapping[str, str] | None = None,
    words: Words | None = None,
) -> str:
    """A record's name, else the names of what it hangs on and its period: 'Active Aldermoor, 2025-26 Q4'.

    An update or a report-back hangs on a seat, which has no name either: `seats` has titles of seats by id.
    In a language (`words`) its days are said as it says them; else as they are kept, to be found by.
    """
    seat = (seats or {}).get(str(row.get("appointment") or row.get("partner")), "")
    parts = [
        seat,
        title_of(kind, row),
        *(_when(row.get(name), words) for name in _WHEN if ENTITIES[kind].has(name)),
    ]
    return ", ".join(part for part in parts if part)


def _when(value: object, words: Words | None) -> str:
    return say_date(value, words) if words else str(value or "")


def seat_titles(register: Register) -> dict[str, str]:
    """The titles of all appointments, by id."""
    return {str(row["id"]): title("appointment", row) for row in register.all("appointment")}


def all_seat_titles(register: Register, kind: str) -> dict[str, str]:
    """The titles of the seats that records of a kind hang on, by id; none where it hangs on no seat."""
    if kind == "report_back":
        partners = {str(row["id"]): title("partner", row) for row in register.all("partner")}
        return {**seat_titles(register), **partners}
    return seat_titles(register) if kind == "annual_update" else {}


def record_called(register: Register, kind: str, text: str) -> str:
    """The id of the one record meant by an id, a name, or what a record without a name is called.

    Refused when there is none, or several. 'Dock Trust' alone is a seat when that body has only one.
    """
    try:
        return named(register, kind, text)
    except Refused:
        if ENTITIES[kind].titled_by:
            raise
    found = _called(register, kind, text)
    if len(found) == 1:
        return found[0]
    label = Say(ENTITIES[kind].label)
    if not found:
        raise Refused(Say(N_("There is no {kind} called ‘{name}’."), {"kind": label, "name": text[:80]}))
    raise Refused(
        Say(
            N_("{n} records of the kind {kind} are called ‘{name}’. Give the id instead."),
            {"n": len(found), "kind": label, "name": text[:80]},
        )
    )


def _called(register: Register, kind: str, text: str) -> list[str]:
    # A version that a correction replaced is meant only where it is named by its id.
    rows = [row for row in register.all(kind) if row.get("status") != "replaced"]
    seats = all_seat_titles(register, kind)
    titles = {str(row["id"]): fold(title(kind, row, seats)) for row in rows}
    # A seat may also be typed 'Dock Trust / A Shaw'.
    for wanted in dict.fromkeys((fold(text), fold(text.replace(" / ", ", ")))):
        whole = [record for record, called in titles.items() if called == wanted]
        found = whole or [
            record for record, called in titles.items() if wanted and called.startswith(f"{wanted},")
        ]
        if found:
            return found
    return []
