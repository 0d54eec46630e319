"""The tables of a partnership's page: updates, milestones, partners, and what reports to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pmdesk.domain.check import say_value
from pmdesk.domain.dates import say_date
from pmdesk.domain.milestone import current_date, milestone_state, slip_days
from pmdesk.domain.periods import last_finished
from pmdesk.domain.progress_update import PROGRESS_UPDATE
from pmdesk.domain.significance import Rules
from pmdesk.domain.words import Words
from pmdesk.figures.challenges import Challenges
from pmdesk.figures.health import Health
from pmdesk.figures.line_states import line_pill, said_line, state_of_line
from pmdesk.figures.measure_rows import MeasureRow
from pmdesk.figures.partner_rows import has_left, partner_columns, partner_row
from pmdesk.figures.partnership_states import MILESTONES, RATINGS, newest_first
from pmdesk.figures.record_page import (
    Action,
    Cell,
    Column,
    Edit,
    Lead,
    Record,
    Row,
    Section,
    adding,
    count_of,
    pill_cell,
    word,
)
from pmdesk.figures.report_backs import Reports, report_sections
from pmdesk.figures.suggestions import Suggested
from pmdesk.figures.update_states import Year, pill, update_code


@dataclass(frozen=True, slots=True)
class PartnershipRows:
    """What the page is made of; `forecasts` of its milestones, `reported` the last day by sub-group."""

    partnership: Record
    updates: Sequence[Record]
    milestones: Sequence[Record]
    forecasts: Sequence[Record]
    partners: Sequence[Record]
    children: Sequence[Record]
    people: Mapping[str, Record]
    reported: Mapping[str, str]
    days_to_report: int
    measures: Sequence[MeasureRow] = ()
    kinds: Mapping[str, int] = field(default_factory=dict)  # of its measures: how many of each
    contributions: Sequence[Record] = ()
    risks: Sequence[Record] = ()
    rules: Rules = field(default_factory=Rules)
    reports: Sequence[Record] = ()  # report-backs from its meetings
    bounds: Sequence[Year] = ()  # the municipal years with their days, newest first
    reviews: Sequence[Record] = ()  # scrutiny's
    recommendations: Sequence[Record] = ()
    challenges: Challenges = field(default_factory=Challenges)
    checks: Sequence[tuple[Record, Health]] = ()  # health checks, the newest first
    practices: Sequence[Record] = ()  # good practice told, and who adopted it
    adoptions: Sequence[Record] = ()
    tensions: Sequence[Record] = ()
    pulls: Sequence[Suggested] = ()  # its measures that may pull against each other


def updates_section(rows: PartnershipRows, due_on: str | None, today: str, words: Words) -> Section:
    """The progress updates, newest first; only the one owed now can be overdue."""
    interval = word(rows.partnership, "reporting_interval")
    return Section(
        words("Progress updates"),
        count_of(rows.updates),
        (
            Column(words("Period"), 25, strong=True),
            Column(words("Drafted by"), 33),
            Column(words("How it is going"), 22),
            Column(words("Status"), 20),
        ),
        tuple(
            _update_row(
                each,
                due_on if due_on and each.get("period") == last_finished(today, interval) else None,
                today,
                words,
            )
            for each in newest_first(rows.updates)
        ),
        words("No progress update has been written for this partnership yet."),
        under=True,
    )


def _update_row(update: Record, due_on: str | None, today: str, words: Words) -> Row:
    lead = Lead("progress-update", word(update, "id"))
    rating = word(update, "self_rating")
    going = say_value(PROGRESS_UPDATE.field("self_rating"), rating or None, words)
    by = word(update, "drafted_by_name")
    return Row(
        (
            Cell(word(update, "period"), lead=lead),
            Cell(by or words("Not known"), quiet=not by, lead=lead),
            Cell(going, state=RATINGS.get(rating, ""), lead=lead),
            pill_cell(pill(update_code(update, due_on, today), words), lead),
        ),
        "progress_update",
        word(update, "id"),
    )


def milestones_section(rows: PartnershipRows, today: str, words: Words) -> Section:
    """The milestones, the next first and what is done last."""
    ordered = sorted(
        rows.milestones, key=lambda each: (bool(each.get("done_on")), now_of(rows, each) or "9999")
    )
    late = sum(1 for each in rows.milestones if state_of(rows, each, today) == "past")
    count = count_of(ordered)
    return Section(
        words("Milestones"),
        words("{n}, {late} past their dates", n=count, late=late) if late else count,
        (
            Column(words("Milestone"), 34, strong=True),
            Column(words("Owner"), 20),
            Column(words("First date"), 15),
            Column(words("Now"), 15),
            Column(words("State"), 16),
        ),
        tuple(_milestone_row(rows, each, today, words) for each in ordered),
        words("No milestone is set for this partnership yet."),
        action=adding(words("Add milestone"), "milestone", {"partnership": word(rows.partnership, "id")}),
        more=Action(
            words("See them on a timeline"), "milestones", Lead("milestones", word(rows.partnership, "id"))
        ),
        under=True,
    )


def _milestone_row(rows: PartnershipRows, milestone: Record, today: str, words: Words) -> Row:
    lead = Lead("edit", Edit("milestone", word(milestone, "id")))
    chart = Lead("milestones", word(rows.partnership, "id"))
    now, days = now_of(rows, milestone), slip_days(_first(milestone), now_of(rows, milestone))
    slip = words.plural(days, "{n} day late", "{n} days late") if days and days > 0 else ""
    shape, said = MILESTONES[state_of(rows, milestone, today)]
    owner = word(milestone, "owner_organisation_name") or word(milestone, "owner_name")
    return Row(
        (
            Cell(word(milestone, "title"), lead=lead),
            Cell(owner, lead=lead),
            Cell(say_date(milestone.get("first_due"), words), lead=lead),
            Cell(say_date(now, words) if slip else "", lead=lead),
            Cell(words(said), state=shape, lead=chart),
        ),
        "milestone",
        word(milestone, "id"),
    )


def _first(milestone: Record) -> str | None:
    return word(milestone, "first_due") or None


def now_of(rows: PartnershipRows, milestone: Record) -> str | None:
    """The date that counts for a milestone now (ISO); None where it has none."""
    return current_date(milestone, [each for each in rows.forecasts if each["milestone"] == milestone["id"]])


def state_of(rows: PartnershipRows, milestone: Record, today: str) -> str:
    """A milestone's state, a key of MILESTONES."""
    done = word(milestone, "done_on") or None
    return milestone_state(_first(milestone), now_of(rows, milestone), done, today)


def partners_section(rows: PartnershipRows, today: str, words: Words) -> Section:
    """The organisations in it; those that left stand last."""
    here = [each for each in rows.partners if not has_left(each, today)]
    ordered = sorted(rows.partners, key=lambda each: (each not in here, word(each, "organisation_name")))
    return Section(
        words("Partners"),
        count_of(here),
        partner_columns(words("Organisation"), words),
        tuple(_partner_row(each, each not in here, words) for each in ordered),
        words("No partner is named yet."),
        action=adding(words("Add partner"), "partner", {"partnership": word(rows.partnership, "id")}),
        under=True,
    )


def _partner_row(partner: Record, gone: bool, words: Words) -> Row:
    lead = Lead("partners", word(partner, "organisation"))
    return partner_row(partner, Cell(word(partner, "organisation_name"), lead=lead, quiet=gone), words)


def reports_sections(rows: PartnershipRows, today: str, words: Words) -> list[Section]:
    """What its partners reported back from its meetings; nothing where no partner is named."""
    ordered = sorted(rows.partners, key=lambda each: (has_left(each, today), word(each, "organisation_name")))
    seats = {word(each, "id"): word(each, "organisation_name") for each in ordered}
    if not seats:
        return []
    known = {"partnership": word(rows.partnership, "id")}
    return report_sections(
        Reports(seats, rows.reports, rows.bounds), words("Organisation"), known, words, under=True
    )


def children_section(rows: PartnershipRows, today: str, words: Words) -> Section:
    """What reports to it, each with its interval, its last report and the state of its line (rule 14)."""
    made = [_child_row(rows, each, today, words) for each in rows.children]
    return Section(
        words("Partnerships that report to it"),
        count_of(made),
        (
            Column(words("Name"), 36, strong=True, gives=True),
            Column(words("Reports"), 46, gives=True),
            Column(words("Line"), 18),
        ),
        tuple(made),
        words("No sub-group reports to it yet."),
        action=adding(
            words("Add sub-group"),
            "partnership",
            {"parent": word(rows.partnership, "id"), "kind": "sub_group"},
        ),
        under=True,
    )


def _child_row(rows: PartnershipRows, child: Record, today: str, words: Words) -> Row:
    lead = Lead("partnerships", word(child, "id"))
    reported = rows.reported.get(word(child, "id"))
    state = state_of_line(child, reported, today, rows.days_to_report)
    return Row(
        (
            Cell(word(child, "name"), lead=lead),
            Cell(said_line(child, reported, words), lead=lead),
            pill_cell(line_pill(state, words), lead),
        ),
        "partnership",
        word(child, "id"),
    )
