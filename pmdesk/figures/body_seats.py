"""The parts of an outside body's page about its seats: duties, gaps and ends, balance, due diligence."""

from collections.abc import Mapping, Sequence

from pmdesk.domain.appointment import APPOINTMENT, is_vacancy
from pmdesk.domain.check import say_value
from pmdesk.domain.dates import say_date
from pmdesk.domain.due_diligence import due_diligence
from pmdesk.domain.duty import duty
from pmdesk.domain.facts import Field
from pmdesk.domain.outside_body import DUE_DILIGENCE, OUTSIDE_BODY, is_current
from pmdesk.domain.political_balance import LEAST_SEATS, political_balance
from pmdesk.domain.seat_gaps import MONTHS_AHEAD, Gap, gaps_of, months_after, standing
from pmdesk.domain.terms import staggered_ends
from pmdesk.domain.words import Words
from pmdesk.figures.balance_words import balance_columns, balance_rows, say_balance, say_whether_asked
from pmdesk.figures.body_tables import BodyRows, holder
from pmdesk.figures.gap_lines import gap_line
from pmdesk.figures.record_page import Action, Cell, Column, Edit, Lead, Pair, Record, Row, Section, word
from pmdesk.figures.seats import seats_of
from pmdesk.figures.update_states import is_substitute

# A yes is as it should be and stays quiet.
_SHAPES: Mapping[object, str] = {"yes": "", "no": "close"}


def seat_pairs(rows: BodyRows, today: str, words: Words) -> tuple[Pair, ...]:
    """What each capacity that somebody sits in today asks of them; then the seats that go with an office."""
    label, found = APPOINTMENT.field("capacity"), dict[str, Pair]()
    for seat in standing(rows.seats, today):
        code = word(seat, "capacity")
        if not is_vacancy(seat) and code not in found:
            said = say_value(label, code, words) or words("Capacity not known")
            found[code] = Pair(said, words(duty(code).sentence))
    offices = [
        Pair(words("Ex officio"), _office(seat, rows, words))
        for seat in standing(rows.seats, today)
        if seat.get("ex_officio")
    ]
    return (*found.values(), *offices)


def _office(seat: Record, rows: BodyRows, words: Words) -> str:
    name, office = holder(seat, rows.people), word(seat, "ex_officio")
    return words("{name}, as {office}", name=name, office=office) if name else office


def terms_section(rows: BodyRows, today: str, words: Words) -> Section | None:
    """What will be empty and when, the days on which terms end, and whether the seats must be filled."""
    if not is_current(rows.body):
        return None
    until = months_after(today, MONTHS_AHEAD)
    gaps = gaps_of(rows.body, rows.seats, today, until)
    return Section(
        words("Terms and gaps"),
        str(len(gaps)) if gaps else "",
        (Column(words("Seat"), 42, strong=True), Column(words("When"), 34), Column("", 24)),
        tuple(_gap_row(rows, gap, words) for gap in gaps),
        words("No seat here is empty, or will be before {day}.", day=say_date(until, words)),
        pairs=(*_required(rows, words), *_ends(rows, today, words)),
        more=Action(words("Gaps of all bodies"), None, Lead("gaps")),
    )


def _gap_row(rows: BodyRows, gap: Gap, words: Words) -> Row:
    seats = {word(seat, "id"): seat for seat in rows.seats}
    line = gap_line(gap, {gap.body: rows.body}, seats, rows.people, words)
    edits = isinstance(line.lead.argument, Edit)
    mend = Cell(line.go, link=True, lead=Lead("edit", line.lead.argument)) if edits else Cell()
    # Who they are stands below, beside the day they go.
    what = words("All {n} seats at once", n=gap.many) if gap.kind == "together" else line.what
    kind, record = ("appointment", gap.seats[0]) if gap.seats else ("", "")
    return Row((Cell(what), Cell(line.when), mend), kind, record)


def _required(rows: BodyRows, words: Words) -> list[Pair]:
    if rows.body.get("statutory") in (True, 1):
        said = words("The council must appoint here. It can change who sits, but not leave the seats empty.")
        return [Pair(words("Required by law"), said)]
    if rows.body.get("constitution_required") in (True, 1):
        said = words("The body’s own rules ask for someone from the council.")
        return [Pair(words("Required by its rules"), said)]
    return []


def _ends(rows: BodyRows, today: str, words: Words) -> list[Pair]:
    """A line for each day on which terms end, and who goes then."""
    return [
        Pair(
            words("Ends {day}", day=say_date(held[0].get("ends"), words)) if day else words("No end date"),
            ", ".join(holder(seat, rows.people) for seat in held),
        )
        for day, held in staggered_ends(rows.seats, today)
    ]


def asks_balance(body: Record, seats: Sequence[Record]) -> bool:
    """Whether a body's page may have to tell its political balance."""
    said = body.get("seats")
    many = max(len(seats), said if isinstance(said, int) else 0)
    return is_current(body) and (many >= LEAST_SEATS or bool(word(body, "political_entitlement")))


def balance_section(rows: BodyRows, today: str, words: Words) -> Section | None:
    """The seats of each political group beside what it is due; where the law or the body asks for it."""
    body, count = rows.body, seats_of(rows.body, rows.seats, today).seats
    agreed = word(body, "political_entitlement")
    if not is_current(body) or not rows.groups or not (agreed or count >= LEAST_SEATS):
        return None
    holders = [
        rows.people.get(word(seat, "person"), {})
        for seat in standing(rows.seats, today)
        if not is_vacancy(seat) and not is_substitute(seat)
    ]
    found = political_balance(holders, rows.groups, count)
    pairs = [Pair(words("Agreed for this body"), agreed)] if agreed else []
    asked = count >= LEAST_SEATS
    return Section(
        words("Political balance"),
        "",
        balance_columns(words) if asked else (),
        balance_rows(found.shares, words) if asked else (),
        text=f"{say_balance(found, words)} {say_whether_asked(count, words)}" if asked else "",
        pairs=tuple(pairs),
    )


def due_diligence_section(rows: BodyRows, words: Words) -> Section:
    """The questions asked before anyone is appointed, each with its answer or the way to give it."""
    found = due_diligence(rows.body)
    pairs = []
    if found.on:
        pairs.append(Pair(words("Answered on"), say_date(found.on, words)))
    elif found.answered:
        edit = Edit("outside_body", word(rows.body, "id"), field="due_diligence_on")
        lead = Lead("edit", edit)
        pairs.append(Pair(words("Answered on"), words("Not written down"), words("Say when"), lead))
    return Section(
        words("Due diligence"),
        words("{n} of {m} answered", n=len(found.answered), m=len(DUE_DILIGENCE)),
        (Column(words("Asked before anyone is appointed"), 66), Column(words("Answer"), 34)),
        tuple(_question(rows, field, words) for field in DUE_DILIGENCE),
        pairs=tuple(pairs),
    )


def _question(rows: BodyRows, field: Field, words: Words) -> Row:
    """An answer as a pill; a question still open leads to its field."""
    lead = Lead("edit", Edit("outside_body", word(rows.body, "id"), field=field.name))
    value = rows.body.get(field.name)
    said = say_value(OUTSIDE_BODY.field(field.name), value, words)
    answer = (
        Cell(said, state=_SHAPES.get(value, "unknown"), lead=lead)
        if said
        else Cell(words("Answer"), link=True, lead=lead)
    )
    return Row((Cell(words(field.label), lead=lead), answer))
