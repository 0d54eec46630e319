"""What a paper on one record is of: the annual update or the progress update that was meant."""

from collections.abc import Sequence

from pmdesk.actions.records import named
from pmdesk.domain.check import Refused
from pmdesk.domain.progress_update import counting
from pmdesk.domain.words import N_, Say
from pmdesk.register.lists import Row
from pmdesk.register.store import Register

_ACCEPTED = ("accepted", "published")


def only(of: Sequence[str], what: Say) -> str:
    """The one that was named; Refused with `what` for none or several."""
    if len(of) != 1 or not of[0].strip():
        raise Refused(what)
    return of[0].strip()


def annual_update_meant(register: Register, of: Sequence[str], year: str | None) -> Row:
    """The update meant: by its id, whatever its state; by a body's name, the latest that was accepted."""
    wanted = only(of, Say(N_("Say which annual update: its id, or the name of one outside body.")))
    row = register.get("annual_update", wanted)
    if row and not row["deleted"]:
        return row
    body = named(register, "outside_body", wanted)
    seats = {seat["id"] for seat in register.all("appointment", outside_body=body)}
    rows = [
        row
        for row in register.all("annual_update", status=_ACCEPTED)
        if row["appointment"] in seats and year in (None, "", row["municipal_year_name"])
    ]
    if not rows:
        raise Refused(
            Say(N_("{name} has no annual update that was accepted."), {"name": register.title(body)})
        )
    return max(
        rows, key=lambda row: (str(row["municipal_year_name"]), str(row["accepted_on"] or ""), str(row["id"]))
    )


def progress_update_meant(register: Register, of: Sequence[str], year: str | None) -> Row:
    """The update meant: by its id; by a partnership, that of its latest period in the year given."""
    wanted = only(of, Say(N_("Say which partnership the report is of.")))
    row = register.get("progress_update", wanted)
    if row and not row["deleted"]:
        return row
    partnership = named(register, "partnership", wanted)
    found = latest_progress(register, partnership, year)
    if found is None:
        called = {"name": register.title(partnership), "period": year or ""}
        raise Refused(
            Say(N_("{name} has no progress update for {period}."), called)
            if year
            else Say(N_("{name} has no progress update yet."), called)
        )
    return found


def latest_progress(register: Register, partnership: str, year: str | None) -> Row | None:
    """A partnership's update of its latest period in a year or period ('' for any); None for none.

    One that a correction has replaced is no longer its update.
    """
    rows = [
        row
        for row in register.all("progress_update", partnership=partnership)
        if str(row["period"] or "").startswith(year or "")
    ]
    counted = counting(rows)
    return dict(counted[max(counted)]) if counted else None


def body_name(register: Register, update: Row) -> str:
    """The name of the outside body an annual update is about."""
    seat = register.get("appointment", str(update["appointment"])) or {}
    return str(seat.get("outside_body_name") or "")
