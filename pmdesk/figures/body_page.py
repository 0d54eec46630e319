"""An outside body's page: seats, annual updates, what it is for; from rows already read."""

from dataclasses import replace

from pmdesk.domain.appointment import is_vacancy
from pmdesk.domain.check import say_value
from pmdesk.domain.money import say_money
from pmdesk.domain.outside_body import OUTSIDE_BODY
from pmdesk.domain.words import N_, Words
from pmdesk.figures.body_seats import balance_section, due_diligence_section, seat_pairs, terms_section
from pmdesk.figures.body_tables import (
    BodyRows,
    holder,
    in_reading_order,
    next_end,
    seats_section,
    this_year,
    update_lead,
    updates_section,
)
from pmdesk.figures.record_page import (
    Action,
    Edit,
    Fact,
    Lead,
    Pair,
    Record,
    RecordPage,
    Section,
    sentences,
    word,
)
from pmdesk.figures.report_backs import Reports, report_sections
from pmdesk.figures.seats import seats_of
from pmdesk.figures.update_states import IN, is_over, is_substitute, owes


def body_page(rows: BodyRows, today: str, words: Words) -> RecordPage:
    """The page of one outside body as it stands on day `today` (ISO)."""
    body = rows.body
    status = OUTSIDE_BODY.field("status")
    return RecordPage(
        kind="outside_body",
        id=word(body, "id"),
        title=word(body, "name"),
        pill=("plain", say_value(status, body.get("status"), words)) if body.get("status") else None,
        quiet=_quiet(body, words),
        facts=_facts(rows, today, words),
        sections=(
            replace(seats_section(rows, today, words), pairs=seat_pairs(rows, today, words)),
            *_where_any(terms_section(rows, today, words)),
            updates_section(rows, today, words),
            *_reports(rows, today, words),
            *_where_any(balance_section(rows, today, words)),
            due_diligence_section(rows, words),
            _about(body, words),
        ),
        primary=_primary(rows, today, words),
    )


def _where_any(*sections: Section | None) -> list[Section]:
    return [section for section in sections if section]


def _quiet(body: Record, words: Words) -> str:
    officer = word(body, "link_officer_name")
    return sentences(
        word(body, "legal_form"),
        word(body, "category"),
        words("Link officer {name}", name=officer) if officer else "",
    )


def _facts(rows: BodyRows, today: str, words: Words) -> tuple[Fact, ...]:
    body = rows.body
    count = seats_of(body, rows.seats, today)
    spare = sum(
        1 for seat in rows.seats if is_substitute(seat) and is_vacancy(seat) and not is_over(seat, today)
    )
    note = words.plural(spare, "{n} substitute seat vacant", "{n} substitute seats vacant") if spare else ""
    rule, _, after = word(body, "term_rule").partition(" from ")
    unknown = words("Not known")
    held = [(seat, holder(seat, rows.people)) for seat in rows.seats if not is_vacancy(seat)]
    return (
        Fact(
            words("Seats"),
            words("{n} of {m} filled", n=count.filled, m=count.seats) if count.seats else words("None yet"),
            note,
        ),
        Fact(
            words("Council support"),
            say_money(body.get("support")) or unknown,
            words("a year") if body.get("support") is not None else "",
        ),
        Fact(words("Term"), rule or unknown, words("from {day}", day=after) if after else ""),
        next_end(held, today, words),
    )


def _reports(rows: BodyRows, today: str, words: Words) -> list[Section]:
    """After each meeting; nothing where nobody ever sat."""
    seats = {
        word(seat, "id"): holder(seat, rows.people) or words("Vacant")
        for seat in in_reading_order(rows.seats, today)
        if not is_vacancy(seat) or any(each["appointment"] == seat["id"] for each in rows.reports)
    }
    if not seats:
        return []
    updates = {(word(each, "appointment"), word(each, "municipal_year")): each for each in rows.updates}
    known = {"outside_body": word(rows.body, "id")}
    reports = Reports(seats, rows.reports, rows.bounds, updates)
    return report_sections(reports, words("Member"), known, words)


_FACTS = (
    ("appointing_body", N_("Appointed by")),
    ("non_member_allowed", N_("Non-members may sit")),
    ("note", N_("Note")),
)


def _about(body: Record, words: Words) -> Section:
    pairs = _meetings(body, words)
    for name, label in _FACTS:
        said = say_value(OUTSIDE_BODY.field(name), body.get(name), words)
        if said:
            pairs.append(Pair(words(label), said))
    aims = word(body, "aims")
    return Section(words("What it is for"), text=aims or words("Not written down yet."), pairs=tuple(pairs))


def _meetings(body: Record, words: Words) -> list[Pair]:
    meetings = body.get("meetings_a_year")
    if meetings is None:
        return []
    said = words("{n} a year", n=meetings) if isinstance(meetings, int) else str(meetings)
    return [Pair(words("Meetings"), said)]


def _primary(rows: BodyRows, today: str, words: Words) -> Action:
    """Record the update most wanted; fill the seat when nobody sits there."""
    seats = in_reading_order(rows.seats, today)
    owing = [seat for seat in seats if rows.year is not None and owes(seat, rows.year)]
    waiting = [seat for seat in owing if (this_year(rows, seat) or {}).get("status") not in IN]
    held = waiting or owing or [seat for seat in seats if not is_vacancy(seat)]
    if held:
        return Action(words("Record update"), None, update_lead(this_year(rows, held[0]), held[0]))
    vacant = [seat for seat in seats if not is_over(seat, today)]
    if vacant:
        edit = Edit("appointment", word(vacant[0], "id"), field="person")
    else:
        edit = Edit("appointment", None, {"outside_body": word(rows.body, "id")})
    return Action(words("Appoint someone"), None, Lead("edit", edit))
