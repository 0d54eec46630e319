"""From the register to the annual pack: a year's updates that were agreed, by public fields only."""

from collections.abc import Sequence

from pmdesk.actions import public
from pmdesk.actions.annual_cycle import year_meant
from pmdesk.actions.annual_update_paper import annual_update_figures
from pmdesk.actions.this_laptop import council_name
from pmdesk.actions.year_pictures import year_pictures
from pmdesk.actions.years import annual_updates_due
from pmdesk.domain.check import Refused
from pmdesk.domain.telling import Told, quietly
from pmdesk.domain.words import N_, Say, Words
from pmdesk.figures import paper_pack
from pmdesk.figures.paper_pack import PackFigures, Seat
from pmdesk.register.lists import Row
from pmdesk.register.store import Register

# Which updates a pack prints: those agreed to, or only those that were published besides.
WHICH = {
    "accepted": (N_("Accepted and published"), ("accepted", "published")),
    "published": (N_("Only published"), ("published",)),
}


def pack_figures(
    register: Register,
    of: Sequence[str],
    year: str | None,
    words: Words,
    today: str,
    told: Told = quietly,
) -> PackFigures:
    """What the pack of a municipal year says; `of` may name one of WHICH. Refused for anything else.

    `told` hears how many updates are read.
    """
    row, statuses = _year(register, year, today), _statuses(of)
    dues = annual_updates_due(register, row, today)
    names = {due.by["person"]: "" for due in dues}
    for person in names:
        names[person] = public.person_name(register, person)
    seats = [Seat(names[due.by["person"]], str(due.of.get("name") or ""), due.state == "in") for due in dues]
    agreed = [
        (str(due.of.get("name") or ""), names[due.by["person"]], public.public("annual_update", due.update))
        for due in dues
        if due.update is not None and due.update.get("status") in statuses
    ]
    agreed.sort(key=lambda each: (each[0].casefold(), each[1].casefold(), str(each[2]["id"])))
    printed = []
    for done, (_body, _member, update) in enumerate(agreed):
        told(done, len(agreed))
        figures = annual_update_figures(register, str(update["id"]), words, today)
        printed.append(paper_pack.Told(update, figures))
    pictures = year_pictures(register, str(row["id"]), today, words, public=True, counts=statuses)
    name = str(row["name"] or "")
    return paper_pack.pack(council_name(register), name, seats, printed, today, words, pictures)


def pack_size(register: Register, year: str, today: str) -> int:
    """About how many updates the pack of a year prints, asked before it is made."""
    row = year_meant(register, year, today)
    return register.count("annual_update", municipal_year=row["id"]) if row else 0


def pack_year(register: Register, year: str | None, today: str) -> str:
    """The label of the year whose pack is meant."""
    return str(_year(register, year, today)["name"] or "")


def _year(register: Register, year: str | None, today: str) -> Row:
    row = year_meant(register, year or "", today)
    if row is None:
        raise Refused(Say(N_("There is no municipal year yet. Open one first.")))
    return row


def _statuses(of: Sequence[str]) -> tuple[str, ...]:
    named = [each.strip() for each in of if each.strip()] or ["accepted"]
    if len(named) > 1 or named[0] not in WHICH:
        raise Refused(Say(N_("A pack prints ‘accepted’ updates, or only ‘published’ ones.")))
    return WHICH[named[0]][1]
