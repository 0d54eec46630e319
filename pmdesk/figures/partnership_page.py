"""A partnership's page: updates, milestones, partners, sub-groups, what it is for; from rows already read."""

from pmdesk.domain.check import say_value
from pmdesk.domain.dates import last_day, say_date
from pmdesk.domain.money import say_money
from pmdesk.domain.partnership import PARTNERSHIP
from pmdesk.domain.periods import last_finished
from pmdesk.domain.person import styled_name
from pmdesk.domain.words import N_, Words
from pmdesk.figures.partnership_measures import measures_section
from pmdesk.figures.partnership_states import owed
from pmdesk.figures.partnership_tables import (
    PartnershipRows,
    children_section,
    milestones_section,
    partners_section,
    state_of,
    updates_section,
)
from pmdesk.figures.record_page import (
    Action,
    Fact,
    Lead,
    Pair,
    Record,
    RecordPage,
    Section,
    sentences,
    word,
)
from pmdesk.figures.update_states import pill, update_code


def partnership_page(rows: PartnershipRows, today: str, words: Words) -> RecordPage:
    """The page of one partnership as it stands on day `today` (ISO)."""
    record = rows.partnership
    status = say_value(PARTNERSHIP.field("status"), record.get("status"), words)
    update, due_on = owed(record, rows.updates, rows.days_to_report, today)
    sections = [
        updates_section(rows, due_on, today, words),
        measures_section(record, rows.measures, rows.kinds, words),
        milestones_section(rows, today, words),
        partners_section(rows, today, words),
    ]
    if rows.children or record.get("kind") == "umbrella":
        sections.append(children_section(rows, today, words))
    new = ("new", word(record, "id"))
    lead = Lead("progress-update", word(update, "id") if update else new)
    return RecordPage(
        kind="partnership",
        id=word(record, "id"),
        title=word(record, "name"),
        pill=("plain", status) if status else None,
        quiet=_quiet(rows, words),
        facts=_facts(rows, update, due_on, today, words),
        sections=(*sections, _about(rows, words)),
        primary=Action(words("Record update"), None, lead),
    )


def _quiet(rows: PartnershipRows, words: Words) -> str:
    record = rows.partnership
    officer, member = word(record, "lead_officer_name"), rows.people.get(word(record, "portfolio_member"))
    return sentences(
        say_value(PARTNERSHIP.field("kind"), record.get("kind"), words),
        words("Lead officer {name}", name=officer) if officer else "",
        words("Portfolio member {name}", name=styled_name(member)) if member else "",
    )


def _facts(
    rows: PartnershipRows, update: Record | None, due_on: str | None, today: str, words: Words
) -> tuple[Fact, ...]:
    record, unknown = rows.partnership, words("Not known")
    review = Fact(
        words("Review due"),
        say_date(record.get("review_due"), words) or unknown,
        _how_far(last_day(record.get("review_due")), today, words),
    )
    cash = say_money(record.get("funding_cash"))
    budget = say_money(record.get("total_budget"))
    return (
        _next_update(rows, update, due_on, today, words),
        _milestone_fact(rows, today, words),
        Fact(
            words("Council funding"),
            cash or unknown,
            words("of {budget} in all", budget=budget) if budget else "",
        ),
        review,
    )


def _how_far(day: str | None, today: str, words: Words) -> str:
    if day is None:
        return ""
    months = (int(day[:4]) - int(today[:4])) * 12 + int(day[5:7]) - int(today[5:7])
    if day < today:
        return words("passed")
    return words.plural(months, "in {n} month", "in {n} months") if months else words("this month")


def _next_update(
    rows: PartnershipRows, update: Record | None, due_on: str | None, today: str, words: Words
) -> Fact:
    label = words("Progress update")
    if due_on is None:
        return Fact(label, words("None due"))
    period = last_finished(today, word(rows.partnership, "reporting_interval"))
    said = pill(update_code(update, due_on, today), words)
    return Fact(
        label,
        said[1] if said else "",
        words("{period}, due {day}", period=period, day=say_date(due_on, words)),
    )


def _milestone_fact(rows: PartnershipRows, today: str, words: Words) -> Fact:
    states = [state_of(rows, each, today) for each in rows.milestones]
    if not states:
        return Fact(words("Milestones"), words("None yet"))
    late = states.count("past")
    note = (
        words.plural(late, "{n} past its date", "{n} past their dates")
        if late
        else words("none past its date")
    )
    return Fact(words("Milestones"), words("{n} of {m} done", n=states.count("done"), m=len(states)), note)


_PAIRS = (
    ("outcomes", N_("Expected outcomes")),
    ("statutory", N_("Statutory")),
    ("service_area", N_("Service area")),
    ("started", N_("Started")),
    ("ends", N_("Ends")),
    ("reporting_interval", N_("Reports")),
    ("significance", N_("Significance")),
    ("terms_of_reference", N_("Terms of reference")),
    ("agreement", N_("Agreement")),
    ("exit_terms", N_("Exit terms")),
    ("funding_in_kind", N_("Given in kind")),
    ("liabilities", N_("Liabilities")),
    ("note", N_("Note")),
)


def _about(rows: PartnershipRows, words: Words) -> Section:
    record = rows.partnership
    pairs = []
    if record.get("parent"):
        pairs.append(
            Pair(
                words("Reports to"),
                "",
                word(record, "parent_name"),
                Lead("partnerships", word(record, "parent")),
            )
        )
    if record.get("lead_organisation"):
        pairs.append(
            Pair(
                words("Led by"),
                "",
                word(record, "lead_organisation_name"),
                Lead("partners", word(record, "lead_organisation")),
            )
        )
    for name, label in _PAIRS:
        said = say_value(PARTNERSHIP.field(name), record.get(name), words)
        if said:
            pairs.append(Pair(words(label), said))
    purpose = word(record, "purpose")
    return Section(
        words("What it is for"), text=purpose or words("Not written down yet."), pairs=tuple(pairs)
    )
