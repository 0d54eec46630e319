"""From the register to its two public lists: outside bodies with who sits on them, and partnerships."""

from collections.abc import Iterable, Mapping, Sequence

from pmdesk.actions import public
from pmdesk.actions.this_laptop import council_name
from pmdesk.domain.appointment import held_between, is_vacancy
from pmdesk.domain.check import say_value
from pmdesk.domain.dates import say_date
from pmdesk.domain.money import say_money
from pmdesk.domain.outside_body import is_current
from pmdesk.domain.partnership import NOT_PARTNERSHIPS, PARTNERSHIP, is_partnership, is_running
from pmdesk.domain.words import Words
from pmdesk.figures.grouped import grouped
from pmdesk.figures.paper_body_row import body_columns, body_row
from pmdesk.figures.paper_values import Cell, Column, Group, RegisterFigures
from pmdesk.figures.seats import seats_of
from pmdesk.register.lists import Row
from pmdesk.register.store import Register


def outside_bodies_figures(register: Register, year: str, words: Words, today: str) -> RegisterFigures:
    """The register of outside bodies as it stands today: those the council still appoints to."""
    bodies = [row for row in public.public_all(register, "outside_body") if is_current(row)]
    seats = _seats(register, today)
    people = {row["id"]: row for row in public.public_all(register, "person")}
    vacant = sum(seats_of(body, seats.get(body["id"], []), today).vacancies for body in bodies)
    return RegisterFigures(
        council=council_name(register),
        occasion=words("Municipal year {year}", year=year) if year else "",
        title=words("Register of outside bodies"),
        intro=_bodies_intro(len(bodies), vacant, words),
        columns=body_columns(words),
        groups=_grouped(
            (
                str(body.get("category") or ""),
                body_row(body, seats.get(body["id"], []), people, words, today),
            )
            for body in bodies
        ),
        made_on=today,
    )


def partnerships_figures(register: Register, year: str, words: Words, today: str) -> RegisterFigures:
    """The register of partnerships as it stands today; networks, contracts and grants stand each apart."""
    rows = [row for row in public.public_all(register, "partnership") if is_running(row)]
    ours = [row for row in rows if is_partnership(row)]
    others = [(kind, [row for row in rows if row.get("kind") == kind]) for kind in NOT_PARTNERSHIPS]
    apart = any(found for _kind, found in others)
    groups = [
        Group(
            heading if apart else "",
            tuple(_partnership_row(row, words, kind) for row in found),
        )
        for heading, kind, found in (
            (words("Partnerships: {n}", n=len(ours)), "", ours),
            *((_apart(kind, len(found), words), kind, found) for kind, found in others),
        )
    ]
    return RegisterFigures(
        council=council_name(register),
        occasion=words("Municipal year {year}", year=year) if year else "",
        title=words("Register of partnerships"),
        intro=_partnerships_intro(len(ours), [(kind, len(found)) for kind, found in others], words),
        columns=(
            Column(words("Partnership"), 3.1),
            Column(words("Lead organisation"), 2),
            Column(words("Review due"), 1.5),
            Column(words("Council funding a year"), 1.3, right=True),
        ),
        groups=tuple(group for group in groups if group.rows),
        made_on=today,
    )


def _partnerships_intro(ours: int, others: Sequence[tuple[str, int]], words: Words) -> str:
    """How many partnerships there are, and what is kept beside them without being counted among them."""
    said = words.plural(
        ours, "The council works in {n} partnership.", "The council works in {n} partnerships."
    )
    beside = ", ".join(_counted(kind, n, words) for kind, n in others if n)
    if not beside:
        return said
    return f"{said} " + words("Beside them it keeps, not counted as partnerships: {beside}.", beside=beside)


def _counted(kind: str, n: int, words: Words) -> str:
    """'2 networks', '1 contract', '555 grants'."""
    if kind == "network":
        return words.plural(n, "{n} network", "{n} networks")
    if kind == "contract":
        return words.plural(n, "{n} contract", "{n} contracts")
    return words.plural(n, "{n} grant", "{n} grants")


def _apart(kind: str, n: int, words: Words) -> str:
    """The heading over what is no partnership: 'Not partnerships: 2 networks'."""
    return words("Not partnerships: {counted}", counted=_counted(kind, n, words))


def _bodies_intro(bodies: int, vacant: int, words: Words) -> str:
    said = words.plural(
        bodies, "The council appoints to {n} outside body.", "The council appoints to {n} outside bodies."
    )
    if not vacant:
        return said
    empty = words.plural(vacant, "{n} seat is vacant.", "{n} seats are vacant.")
    return f"{said} {empty}"


def _seats(register: Register, today: str) -> Mapping[object, list[Row]]:
    """The seats of each body that are held, or vacant, today; those held from the longest first."""
    rows = public.public_all(register, "appointment")
    seats = grouped([seat for seat in rows if held_between(seat, today, today)], "outside_body")
    for held in seats.values():
        held.sort(key=lambda seat: (is_vacancy(seat), str(seat["starts"] or ""), str(seat["id"])))
    return seats


def _partnership_row(row: Row, words: Words, under: str) -> tuple[Cell, ...]:
    """A row; its kind is said where its heading, of the kind `under`, does not say it."""
    kind = "" if under else say_value(PARTNERSHIP.field("kind"), row["kind"], words)
    parent = words("reports to {umbrella}", umbrella=row["parent_name"]) if row["parent_name"] else ""
    return (
        Cell(str(row["name"] or ""), quiet=", ".join(part for part in (kind, parent) if part), strong=True),
        Cell(str(row["lead_organisation_name"] or "")),
        Cell(say_date(row["review_due"], words)),
        Cell(say_money(row["funding_cash"])),
    )


def _grouped(rows: Iterable[tuple[str, tuple[Cell, ...]]]) -> tuple[Group, ...]:
    """Rows under the headings of the council's own list of categories, by name; without a category last."""
    groups: dict[str, list[tuple[Cell, ...]]] = {}
    for heading, row in rows:
        groups.setdefault(heading, []).append(row)
    return tuple(
        Group(heading, tuple(groups[heading]))
        for heading in sorted(groups, key=lambda each: (not each, each))
    )
