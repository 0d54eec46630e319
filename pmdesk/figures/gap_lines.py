"""Gaps in the seats of outside bodies as lines to read, each with the place where it is mended (rule 16)."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from pmdesk.domain.appointment import APPOINTMENT
from pmdesk.domain.check import say_value
from pmdesk.domain.dates import say_date
from pmdesk.domain.seat_gaps import Gap
from pmdesk.domain.words import N_, Words
from pmdesk.figures.body_tables import holder
from pmdesk.figures.record_page import Edit, Lead, Record, word

Records = Mapping[str, Record]

# In the order in which a person mends them: (code, heading).
GROUPS = (
    ("law", N_("Required by law")),
    ("now", N_("Empty now")),
    ("together", N_("All seats end on one day")),
    ("ending", N_("Ending, with nobody following")),
    ("substitute", N_("Substitutes’ seats")),
)
_GROUP = {"vacant": "now", "no_appointment": "now"}


class GapLine(NamedTuple):
    """One gap: of which body, what is empty, when, whose task it is, and the word and way to mend it."""

    gap: Gap
    body: str
    what: str
    when: str
    officer: str
    go: str
    lead: Lead


class GapGroup(NamedTuple):
    code: str
    title: str
    lines: tuple[GapLine, ...]


def gap_line(gap: Gap, bodies: Records, seats: Records, people: Records, words: Words) -> GapLine:
    """A gap in words; `bodies`, `seats` and `people` are records by id."""
    body = bodies[gap.body]
    go, lead = _mend(gap, seats, words)
    return GapLine(
        gap,
        word(body, "name"),
        _what(gap, seats, people, words) + _again(gap, words),
        _when(gap, seats, words),
        word(body, "link_officer_name"),
        go,
        lead,
    )


def gap_groups(
    gaps: Iterable[Gap], bodies: Records, seats: Records, people: Records, words: Words
) -> tuple[GapGroup, ...]:
    """The gaps under their headings, the most urgent first; headings without any are left out.

    What the law requires stands first, whatever kind of gap it is.
    """
    found: dict[str, list[GapLine]] = {}
    for gap in gaps:
        code = "law" if gap.statutory else _GROUP.get(gap.kind, gap.kind)
        found.setdefault(code, []).append(gap_line(gap, bodies, seats, people, words))
    return tuple(
        GapGroup(code, words(title), tuple(sorted(found[code], key=_order)))
        for code, title in GROUPS
        if code in found
    )


def _order(line: GapLine) -> tuple[str, str]:
    return line.gap.day or "", line.body


def _what(gap: Gap, seats: Records, people: Records, words: Words) -> str:
    if not gap.seats:
        if gap.kind == "substitute":
            return words.plural(
                gap.many,
                "{n} substitute seat with no appointment",
                "{n} substitute seats with no appointment",
            )
        return words.plural(gap.many, "{n} seat with no appointment", "{n} seats with no appointment")
    names = [holder(seats[each], people) for each in gap.seats]
    if gap.kind == "together":
        return words("All {n} seats: {names}", n=gap.many, names=", ".join(names))
    capacity = say_value(APPOINTMENT.field("capacity"), seats[gap.seats[0]].get("capacity"), words)
    return ", ".join(part for part in (names[0] or words("Vacant"), capacity) if part)


def _again(gap: Gap, words: Words) -> str:
    if gap.day is None or not gap.filled_on:
        return ""
    return words(", filled again from {day}", day=say_date(gap.filled_on, words))


def _when(gap: Gap, seats: Records, words: Words) -> str:
    """When it will be empty; of one empty now when it is filled, where that is known."""
    if gap.day is None:
        if gap.filled_on:
            return words("Filled from {day}", day=say_date(gap.filled_on, words))
        return words("Empty now")
    return words("Ends {day}", day=say_date(seats[gap.seats[0]].get("ends"), words))


def _mend(gap: Gap, seats: Records, words: Words) -> tuple[str, Lead]:
    """The word on the link and the form it opens; a body with several seats to fill is opened whole."""
    if gap.filled_on:
        return words("Open"), Lead("bodies", gap.body)
    if gap.kind == "together" or len(gap.seats) > 1:
        return words("Plan appointments"), Lead("bodies", gap.body)
    if gap.day is None and gap.seats:
        return words("Fill the seat"), Lead("bodies", Edit("appointment", gap.seats[0], field="person"))
    known = {"outside_body": gap.body}
    if gap.kind == "substitute":
        known["capacity"] = "substitute"
    if gap.day is None:
        return words("Fill the seat"), Lead("bodies", Edit("appointment", None, known, "person"))
    return words("Appoint who follows"), Lead("bodies", following_edit(seats[gap.seats[0]], gap.day))


def following_edit(seat: Record, day: str) -> Edit:
    """The form for the appointment that takes over a seat on the day after `day` (ISO)."""
    known = {
        "outside_body": word(seat, "outside_body"),
        "capacity": word(seat, "capacity"),
        "appointed_by": word(seat, "appointed_by"),
        "starts": (date.fromisoformat(day) + timedelta(days=1)).isoformat(),
        "follows": word(seat, "id"),
    }
    return Edit("appointment", None, {name: text for name, text in known.items() if text}, "person")
