"""A partnership's page: the eight heads of the checklist, each with what is recorded about it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pmdesk.domain.check import say_value
from pmdesk.domain.dates import last_day, say_date
from pmdesk.domain.linked_file import linked_name
from pmdesk.domain.partnership import PARTNERSHIP
from pmdesk.domain.periods import last_finished
from pmdesk.domain.person import styled_name
from pmdesk.domain.reporting_line import last_reports
from pmdesk.domain.words import N_, Words
from pmdesk.figures.challenges import challenges_section
from pmdesk.figures.grouped import grouped
from pmdesk.figures.health import health_section
from pmdesk.figures.line_states import line_pill, said_beyond, said_line, state_of_line
from pmdesk.figures.partnership_contributions import contributions_section
from pmdesk.figures.partnership_heads import HEADS, answered, ask, said_answered
from pmdesk.figures.partnership_measures import measures_section
from pmdesk.figures.partnership_significance import (
    significance_fact,
    significance_of,
    significance_section,
)
from pmdesk.figures.partnership_states import owed
from pmdesk.figures.partnership_tables import (
    PartnershipRows,
    children_section,
    milestones_section,
    partners_section,
    reports_sections,
    state_of,
    updates_section,
)
from pmdesk.figures.practice_page import told_section
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
from pmdesk.figures.review_page import reviews_section
from pmdesk.figures.risk_rows import risks_section
from pmdesk.figures.suggestions import suggestions_section
from pmdesk.figures.tensions import tensions_section
from pmdesk.figures.update_states import pill, update_code


def partnership_page(rows: PartnershipRows, today: str, words: Words) -> RecordPage:
    """The page of one partnership as it stands on day `today` (ISO)."""
    record = rows.partnership
    status = say_value(PARTNERSHIP.field("status"), record.get("status"), words)
    update, due_on = owed(record, rows.updates, rows.days_to_report, today)
    new = ("new", word(record, "id"))
    lead = Lead("progress-update", word(update, "id") if update else new)
    return RecordPage(
        kind="partnership",
        id=word(record, "id"),
        title=word(record, "name"),
        pill=("plain", status) if status else None,
        quiet=_quiet(rows, words),
        facts=_facts(rows, update, due_on, today, words),
        sections=tuple(_sections(rows, due_on, today, words)),
        primary=Action(words("Record update"), None, lead),
        line=said_answered(answered(rows), words),
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
    found = significance_of(record, rows.risks, rows.rules, today)
    return (
        _next_update(rows, update, due_on, today, words),
        _milestone_fact(rows, today, words),
        significance_fact(record, found, rows.rules, words),
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


def _sections(rows: PartnershipRows, due_on: str | None, today: str, words: Words) -> Iterator[Section]:
    """The eight heads, each with what answers it or the question, and under each what belongs to it."""
    record, known = rows.partnership, answered(rows)

    def head(key: str, text: str = "", names: Sequence[str] = (), pairs: Sequence[Pair] = ()) -> Section:
        asked = None if known[key] else ask(key, record, words)
        shown = (*pairs, *_pairs(record, names, words))
        return Section(words(HEADS[key].title), text=text, pairs=shown, ask=asked)

    yield head("why", word(record, "purpose"), ("outcomes", "statutory", "service_area", "started"))
    if found := significance_of(record, rows.risks, rows.rules, today):
        yield significance_section(record, rows.risks, found, rows.rules, words)
    yield head("adds", word(record, "adds_value"))
    files = _files(record, ("terms_file", "agreement_file"), words)
    yield head("governs", "", ("terms_of_reference", "agreement"), [*_led_by(rows, today, words), *files])
    yield partners_section(rows, today, words)
    if rows.children or record.get("kind") == "umbrella":
        yield children_section(rows, today, words)
    yield head("performs")
    yield updates_section(rows, due_on, today, words)
    yield from reports_sections(rows, today, words)
    yield replace(measures_section(record, rows.measures, rows.kinds, words), under=True)
    yield milestones_section(rows, today, words)
    told = grouped(rows.recommendations, "review")
    yield reviews_section(word(record, "id"), rows.reviews, told, today, words)
    yield challenges_section(rows.challenges, words, under=True)
    here = {"partnership": word(record, "id")}
    yield tensions_section(rows.tensions, here, today, words)
    if rows.pulls:
        yield suggestions_section(rows.pulls, today, words, known=here, under=True)
    yield health_section(word(record, "id"), rows.checks, words)
    if practices := told_section(rows.practices, grouped(rows.adoptions, "practice"), words):
        yield replace(practices, under=True)
    yield head("money", "", ("funding_cash", "funding_in_kind", "total_budget", "liabilities"))
    yield contributions_section(word(record, "id"), rows.contributions, today, words)
    asked = None if known["risk"] else ask("risk", record, words)
    yield replace(risks_section(word(record, "id"), rows.risks, today, words), ask=asked)
    yield head("ends", word(record, "exit_terms"), ("ends",), _files(record, ("exit_file",), words))
    yield head("serves", word(record, "serves_public"))
    if word(record, "note"):
        yield Section(words("Note"), text=word(record, "note"))


# How a field is said where its name on the form would puzzle in another place.
_LABELS = {
    "agreement": N_("Agreement"),
    "terms_file": N_("Terms, the file"),
    "agreement_file": N_("Agreement, the file"),
    "exit_file": N_("Exit terms, the file"),
    "funding_cash": N_("The council, in cash"),
    "funding_in_kind": N_("The council, in kind"),
}


def _pairs(record: Record, names: Sequence[str], words: Words) -> Iterator[Pair]:
    for name in names:
        field = PARTNERSHIP.field(name)
        if said := say_value(field, record.get(name), words):
            yield Pair(words(_LABELS.get(name, field.label)), said)


def _files(record: Record, names: Sequence[str], words: Words) -> list[Pair]:
    """Documents that lie elsewhere, each under its name."""
    return [
        Pair(words(_LABELS[name]), "", linked_name(word(record, name)), Lead("file", word(record, name)))
        for name in names
        if word(record, name)
    ]


def _led_by(rows: PartnershipRows, today: str, words: Words) -> list[Pair]:
    """Whom it reports to and how the line stands, who leads it, how often it reports."""
    record, pairs = rows.partnership, list[Pair]()
    reported = last_reports(rows.updates).get(word(record, "id"))
    state = state_of_line(record, reported, today, rows.days_to_report)
    if record.get("parent"):
        lead = Lead("partnerships", word(record, "parent"))
        pairs.append(Pair(words("Reports to"), "", word(record, "parent_name"), lead))
        shape, said = line_pill(state, words)
        beyond = said_beyond(state, words)
        pairs.append(Pair(words("Its line"), f"{said}: {beyond}" if beyond else said, state=shape))
    if record.get("reporting_interval"):
        pairs.append(Pair(words("Reports"), said_line(record, reported, words)))
    elif record.get("parent"):
        # Without an interval nobody can say whether the line is kept.
        form = Lead("edit", Edit("partnership", word(record, "id"), {}, "reporting_interval"))
        said = said_line(record, reported, words)
        pairs.append(Pair(words("Reports"), said, words("Agree an interval"), form))
    if record.get("lead_organisation"):
        lead = Lead("partners", word(record, "lead_organisation"))
        pairs.append(Pair(words("Led by"), "", word(record, "lead_organisation_name"), lead))
    return pairs
