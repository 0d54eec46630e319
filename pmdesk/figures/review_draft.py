"""The six sections of a new review as the register has them: text to edit, marked with its day (¶95.4)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pmdesk.domain.check import say_value
from pmdesk.domain.contribution import CONTRIBUTION, contribution_state
from pmdesk.domain.dates import say_date
from pmdesk.domain.money import say_money
from pmdesk.domain.partnership import PARTNERSHIP
from pmdesk.domain.person import styled_name
from pmdesk.domain.progress_update import counting
from pmdesk.domain.reporting_line import last_reports
from pmdesk.domain.words import N_, Words
from pmdesk.figures.line_states import LINE_STATES, said_line, state_of_line
from pmdesk.figures.partner_account import STATES
from pmdesk.figures.partner_rows import has_left
from pmdesk.figures.partnership_heads import HEADS, answered
from pmdesk.figures.partnership_states import MILESTONES
from pmdesk.figures.partnership_tables import PartnershipRows, now_of, state_of
from pmdesk.figures.record_page import Record, word

NOT_SAID = N_("The register does not say.")


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """What a review is drawn from; `plans` with their objectives, `asked` challenges with their replies.

    Nothing private is among it, and no measure that is for the council only: a review is published.
    """

    rows: PartnershipRows
    plans: Sequence[tuple[Record, Sequence[Record]]] = ()
    said: Sequence[Record] = ()  # partners' own words about it
    asked: Sequence[tuple[Record, Sequence[Record]]] = ()


def review_draft(facts: ReviewFacts, today: str, words: Words) -> dict[str, str]:
    """{section: text} for each of the six, every one headed by the day it was drawn."""
    said = {
        "background": _background(facts.rows, words),
        "objectives": _objectives(facts, words),
        "governance": _governance(facts.rows, today, words),
        "performance": _performance(facts.rows, today, words),
        "value": _value(facts.rows, today, words),
        "feedback": _feedback(facts, words),
    }
    drawn = words("Drawn from the register on {day}.", day=say_date(today, words))
    return {
        section: "\n".join([drawn, *(list(lines) or [words(NOT_SAID)])]) for section, lines in said.items()
    }


def _background(rows: PartnershipRows, words: Words) -> Iterator[str]:
    record = rows.partnership
    yield from (word(record, name) for name in ("purpose", "outcomes") if word(record, name))
    for name in ("kind", "started", "statutory", "parent", "lead_organisation"):
        field = PARTNERSHIP.field(name)
        said = word(record, f"{name}_name") or say_value(field, record.get(name), words)
        if said:
            yield f"- {words(field.label)}: {said}"
    for name in ("lead_officer", "portfolio_member"):
        person = rows.people.get(word(record, name))
        if person:
            yield f"- {words(PARTNERSHIP.field(name).label)}: {styled_name(person)}"


def _objectives(facts: ReviewFacts, words: Words) -> Iterator[str]:
    for plan, objectives in facts.plans:
        yield f"{word(plan, 'name')}:"
        for each in objectives:
            yield "- " + " ".join(word(each, name) for name in ("code", "name") if word(each, name))
    if not facts.plans:
        yield words("No plan of this partnership is in the register.")


def _governance(rows: PartnershipRows, today: str, words: Words) -> Iterator[str]:
    record = rows.partnership
    if word(record, "terms_of_reference"):
        yield word(record, "terms_of_reference")
    reported = last_reports(rows.updates).get(word(record, "id"))
    yield f"- {words('Reports')}: {said_line(record, reported, words)}"
    here = [word(each, "organisation_name") for each in rows.partners if not has_left(each, today)]
    if here:
        yield f"- {words('Partners')}: {', '.join(here)}"
    for child in rows.children:
        last = rows.reported.get(word(child, "id"))
        state = state_of_line(child, last, today, rows.days_to_report).state
        yield f"- {word(child, 'name')}: {said_line(child, last, words)} ({words(LINE_STATES[state][1])})"
    for key, known in answered(rows).items():
        if not known:
            yield "- " + words("Still open: {question}", question=words(HEADS[key].question))


def _performance(rows: PartnershipRows, today: str, words: Words) -> Iterator[str]:
    for each in rows.measures:
        state = each.pill[1] if each.pill else ""
        figure = ", ".join(part for part in (each.figure or each.latest, each.period) if part)
        yield f"- {each.title}: {figure or words('no reading yet')} ({state})"
    for milestone in rows.milestones:
        state = state_of(rows, milestone, today)
        if state in ("past", "slipping"):
            yield "- " + words(
                "{milestone}: {state}, first due {first}, now {now}",
                milestone=word(milestone, "title"),
                state=words(MILESTONES[state][1]).lower(),
                first=say_date(milestone.get("first_due"), words),
                now=say_date(now_of(rows, milestone), words),
            )
    told = {period: each for period, each in counting(rows.updates).items() if _is_public(each)}
    if told:
        period = max(told)
        yield words(
            "What the update for {period} says it changed: {said}",
            period=period,
            said=word(told[period], "difference"),
        )


def _is_public(update: Record) -> bool:
    """Only what was signed off is said to a committee."""
    return update.get("status") == "signed_off" and bool(word(update, "difference"))


def _value(rows: PartnershipRows, today: str, words: Words) -> Iterator[str]:
    record = rows.partnership
    for name in ("funding_cash", "funding_in_kind", "total_budget", "liabilities"):
        if said := say_value(PARTNERSHIP.field(name), record.get(name), words):
            yield f"- {words(PARTNERSHIP.field(name).label)}: {said}"
    for each in rows.contributions:
        kind = word(each, "what") or say_value(CONTRIBUTION.field("kind"), each.get("kind"), words)
        worth = say_money(each["undertaken"]) if isinstance(each.get("undertaken"), int) else ""
        state = words(STATES[contribution_state(each, today)][1]).lower()
        parts = [part for part in (kind, worth, state) if part]
        yield f"- {word(each, 'organisation_name')}: {', '.join(parts)}"


def _feedback(facts: ReviewFacts, words: Words) -> Iterator[str]:
    for each in facts.said:
        yield f"- {_who(each, word(each, 'organisation_name'), words)}: ‘{_line(each, 'text')}’"
    for challenge, replies in facts.asked:
        yield "- " + words(
            "{who} asked {whom}: ‘{question}’",
            who=word(challenge, "from_organisation_name"),
            whom=word(challenge, "to_organisation_name"),
            question=_line(challenge, "question"),
        )
        for reply in replies:
            who = _who(reply, word(challenge, "to_organisation_name"), words)
            yield "- " + words("{who} answered: ‘{said}’", who=who, said=_line(reply, "text"))
        if not replies:
            yield "- " + words("{who} has not answered yet.", who=word(challenge, "to_organisation_name"))


def _who(said: Record, organisation: str, words: Words) -> str:
    """'Health board, 14 January 2026'."""
    return f"{organisation}, {say_date(said.get('said_on'), words)}"


def _line(record: Record, name: str) -> str:
    return " ".join(word(record, name).split())
