"""Reading a member's own desk out of their file."""

from pmdesk.actions.member_files import member_of
from pmdesk.actions.pages import ids, year_in_force
from pmdesk.domain.words import Words
from pmdesk.figures.member_desk import MemberRows, left_behind, member_desk
from pmdesk.figures.record_page import RecordPage
from pmdesk.register.store import Register

# What the desk is said from: when one of these kinds changes it is read again.
SHOWS = ("annual_update", "report_back", "appointment", "outside_body", "municipal_year", "settings")


def desk_of_member(register: Register, today: str, words: Words) -> RecordPage:
    """The desk of the member whose file this is."""
    member = str(member_of(register) or "")
    seats = register.all("appointment", person=member)
    year = year_in_force(register, today)
    mine = {"appointment": ids(seats)}
    updates = register.all("annual_update", **mine, municipal_year=year.id) if seats and year else []
    bodies = register.all("outside_body", id=tuple({seat["outside_body"] for seat in seats}))
    wanted = tuple({body["link_officer"] for body in bodies if body["link_officer"]})
    officers = register.all("person", id=wanted) if wanted else []
    rows = MemberRows(
        member=register.get("person", member) or {},
        seats=seats,
        updates={row["appointment"]: row for row in updates},
        reports=register.all("report_back", **mine) if seats else [],
        bodies={row["id"]: row for row in bodies},
        officers={row["id"]: row for row in officers},
        year=year,
        returns_to=str(register.settings().get("returns_to") or ""),
        unsaved=register.drafts(),
    )
    return member_desk(rows, today, words)


def say_left_behind(register: Register, words: Words) -> str:
    """What a copy of this file would not hold, though the member typed it; '' when there is none."""
    unsaved = len(register.drafts())
    return left_behind(unsaved, words) if unsaved else ""
