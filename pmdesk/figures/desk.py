"""What needs somebody today, as frozen values: the strip of figures, the returns, the groups of links.

It is given rows and reads no register. To add a group: a function in `desk_groups.py` that returns its items,
its key and title in `_groups` here, a test of its words.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pmdesk.domain.dates import days_between, say_date, say_weekday
from pmdesk.domain.milestone import MilestoneCounts
from pmdesk.domain.settings import DAYS_OF_WARNING, DAYS_TO_REPORT
from pmdesk.domain.words import N_, Words
from pmdesk.figures import (
    desk_asked,
    desk_challenges,
    desk_groups,
    desk_health,
    desk_laptops,
    desk_measures,
    desk_practice,
    desk_risks,
    desk_scrutiny,
    desk_seats,
)
from pmdesk.figures.challenges import Challenged
from pmdesk.figures.conflicts import Conflict, conflict_items, settle_heading
from pmdesk.figures.desk_items import Group, Item
from pmdesk.figures.desk_laptops import DeskLaptops
from pmdesk.figures.desk_measures import DeskMeasures
from pmdesk.figures.due import Due
from pmdesk.figures.grouped import grouped
from pmdesk.figures.health import Health
from pmdesk.figures.returns import ReturnsCurve, returns_curve
from pmdesk.figures.seats import Seats, seats_of
from pmdesk.figures.tensions import tension_items
from pmdesk.figures.timeline import TimelineFigures

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Figure:
    """'31 of 46', what it counts, and a quiet word more."""

    n: int
    of: int
    label: str
    quiet: str


@dataclass(frozen=True, slots=True)
class DeskFigures:
    """The whole desk; `count` is the number beside its name."""

    day: str
    strip: tuple[Figure, ...]
    returns: ReturnsCurve | None
    groups: tuple[Group, ...]  # those with something in them

    @property
    def count(self) -> int:
        return sum(group.count for group in self.groups)


@dataclass(frozen=True, slots=True)
class DeskFacts:
    """What the desk is made from; every list is read once from the register."""

    today: str
    annual: Sequence[Due]
    progress: Sequence[Due]
    timeline: TimelineFigures  # of the milestones that are late, the first of them
    milestones: MilestoneCounts = field(default_factory=MilestoneCounts)
    bodies: Sequence[Row] = ()  # those the council still appoints to
    appointments: Sequence[Row] = ()
    partnerships: Sequence[Row] = ()  # those that run and count
    updates: Sequence[Row] = ()  # every progress update
    risks: Sequence[Row] = ()
    asked: Sequence[Row] = ()  # report-backs that ask what nobody has dealt with, the oldest first
    asked_in_all: int = 0
    partners: Sequence[Row] = ()
    checks: Sequence[tuple[Row, Health]] = ()  # health checks that take answers
    reviews: Sequence[Row] = ()  # scrutiny's
    recommendations: Sequence[Row] = ()
    challenges: Sequence[Challenged] = ()  # those that are open
    unsettled: Sequence[Conflict] = ()  # what two laptops left, the first of it
    unsettled_in_all: int = 0
    laptops: DeskLaptops = field(default_factory=DeskLaptops)
    practices: Sequence[Row] = ()
    adoptions: Sequence[Row] = ()
    tensions: Sequence[Row] = ()
    people: Mapping[str, Row] = field(default_factory=dict)
    marked: Sequence[desk_groups.Marked] = ()
    measures: DeskMeasures = field(default_factory=DeskMeasures)
    returns_due: str | None = None
    submitted: Sequence[str] = ()  # days on which this year's annual updates came in
    submitted_last_year: Sequence[str] = ()
    annual_council: str | None = None  # the next one
    days_of_warning: int = DAYS_OF_WARNING
    days_to_report: int = DAYS_TO_REPORT


def desk(facts: DeskFacts, words: Words) -> DeskFigures:
    """The desk on a day, said in one language."""
    by_body = grouped(facts.appointments, "outside_body")
    seats = {
        str(body["id"]): seats_of(body, by_body.get(body["id"], ()), facts.today) for body in facts.bodies
    }
    return DeskFigures(
        day=_day(facts, words),
        strip=(
            _annual(facts, words),
            _progress(facts, words),
            _measures(facts, words),
            _milestones(facts, words),
            _seats(seats, words),
        ),
        returns=returns_curve(
            facts.submitted, facts.submitted_last_year, facts.returns_due, facts.today, words
        ),
        groups=_groups(facts, seats, by_body, words),
    )


def _groups(
    facts: DeskFacts, seats: Mapping[str, Seats], by_body: Mapping[object, list[Row]], words: Words
) -> tuple[Group, ...]:
    today, people, measures = facts.today, facts.people, facts.measures
    broken = desk_groups.line_items(
        facts.partnerships, facts.updates, people, today, facts.days_to_report, words
    )
    # A sub-group whose line is broken is said once, there.
    silent = {item.id for item in broken}
    overdue = [due for due in facts.progress if due.state == "overdue" and due.of["id"] not in silent]
    coming = [due for due in facts.progress if due.state == "due"]
    made: tuple[tuple[str, str, list[Item]], ...] = (
        (
            "unsettled",
            settle_heading(facts.unsettled, facts.unsettled_in_all),
            conflict_items(facts.unsettled, words),
        ),
        ("lacking", N_("Saves that have not come"), desk_laptops.lacking_items(facts.laptops.lacking, words)),
        (
            "untrusted",
            N_("Laptops to be trusted"),
            desk_laptops.untrusted_items(facts.laptops.untrusted, words),
        ),
        (
            "progress_overdue",
            N_("Progress updates overdue"),
            desk_groups.progress_items(overdue, people, today, facts.days_of_warning, words),
        ),
        (
            "annual",
            N_("Annual updates not in"),
            desk_groups.annual_items(facts.annual, people, today, facts.days_of_warning, words),
        ),
        (
            "asked",
            N_("Actions members asked for"),
            desk_asked.asked_items(
                facts.asked,
                {each.get("id"): each for each in (*facts.appointments, *facts.partners)},
                people,
                today,
                words,
            ),
        ),
        (
            "challenges",
            N_("Challenges unanswered"),
            desk_challenges.unanswered_items(facts.challenges, today, words),
        ),
        (
            "agreed",
            N_("Agreed actions overdue"),
            desk_challenges.action_items(facts.challenges, today, words),
        ),
        ("tensions", N_("Tensions to look at again"), tension_items(facts.tensions, today, words)),
        ("noteless", N_("Missed, with no note"), desk_measures.noteless_items(measures.noteless, words)),
        (
            "readings",
            N_("Readings overdue"),
            desk_measures.overdue_items(measures.overdue, today, facts.days_to_report, words),
        ),
        ("milestones", N_("Milestones slipping"), desk_groups.milestone_items(facts.timeline, words)),
        ("lines", N_("Reporting lines broken"), broken),
        (
            "risks",
            N_("Risks to look at again"),
            desk_risks.risk_items(facts.risks, facts.partnerships, people, today, words),
        ),
        ("reviews", N_("Reviews due"), desk_risks.review_items(facts.partnerships, people, today, words)),
        ("health", N_("Health checks open"), desk_health.health_items(facts.checks, today, words)),
        (
            "scrutiny",
            N_("Recommendations of scrutiny"),
            desk_scrutiny.recommendation_items(
                facts.recommendations, facts.reviews, people, today, facts.days_of_warning, words
            ),
        ),
        (
            "vacancies",
            N_("Vacancies"),
            desk_seats.vacancy_items(facts.bodies, seats, by_body, people, today, words),
        ),
        (
            "terms",
            N_("Terms ending"),
            desk_seats.term_items(facts.bodies, by_body, people, today, facts.days_of_warning, words),
        ),
        (
            "progress_due",
            N_("Progress updates due"),
            desk_groups.progress_items(coming, people, today, facts.days_of_warning, words),
        ),
        (
            "practice",
            N_("Good practice without its result"),
            desk_practice.result_items(facts.adoptions, facts.practices, today, words),
        ),
        ("data", N_("Data to complete"), desk_groups.marked_items(facts.marked, words)),
        ("gone", N_("Personal data due to be removed"), desk_laptops.gone_items(facts.laptops.gone, words)),
        ("unready", N_("Measures not ready"), desk_measures.unready_items(measures.unready, words)),
    )
    in_all = {
        "unsettled": facts.unsettled_in_all,
        "gone": facts.laptops.gone_in_all,
        "asked": facts.asked_in_all,
        "noteless": measures.noteless_in_all,
        "readings": measures.overdue_in_all,
        "unready": measures.unready_in_all,
        "milestones": facts.milestones.past + facts.milestones.slipping,
    }
    return tuple(
        Group(key, words(title), tuple(items), max(in_all.get(key, 0) - len(items), 0))
        for key, title, items in made
        if items
    )


def _day(facts: DeskFacts, words: Words) -> str:
    today = f"{say_weekday(facts.today, words)}."
    if not facts.annual_council:
        return today
    left = days_between(facts.today, facts.annual_council)
    day = say_weekday(facts.annual_council, words).rsplit(" ", 1)[0]
    if left == 0:
        return f"{today} {words('Annual Council is today.')}"
    said = words.plural(
        left, "Annual Council is in {n} day, on {day}.", "Annual Council is in {n} days, on {day}.", day=day
    )
    return f"{today} {said}"


def _annual(facts: DeskFacts, words: Words) -> Figure:
    done = sum(due.state == "in" for due in facts.annual)
    late = sum(due.state == "overdue" for due in facts.annual)
    quiet = ""
    if facts.returns_due and late:
        quiet = words("{n} overdue since {day}", n=late, day=_short(facts.returns_due, words))
    elif facts.returns_due:
        quiet = words("due on {day}", day=_short(facts.returns_due, words))
    elif facts.annual:
        quiet = words("no day is set by which they are due")
    return Figure(done, len(facts.annual), words("annual updates in"), quiet)


def _progress(facts: DeskFacts, words: Words) -> Figure:
    """How many of those that report to the council did; a sub-group reports to its umbrella."""
    dues = [due for due in facts.progress if not due.of.get("parent")]
    done = sum(due.state == "in" for due in dues)
    periods = sorted({str(due.by.get("period")) for due in dues})
    quiet = words("for {period}", period=", ".join(periods)) if 0 < len(periods) < 3 else ""
    return Figure(done, len(dues), words("partnerships reported"), quiet)


def _measures(facts: DeskFacts, words: Words) -> Figure:
    """'22 of 29 measures met or close', quietly how many are missed and how many nobody could rate."""
    ratings = facts.measures.ratings
    fine, missed = ratings.get("green", 0) + ratings.get("amber", 0), ratings.get("red", 0)
    rest = sum(ratings.values()) - fine - missed
    said = [words("{n} missed", n=missed)] if missed else []
    said += [words("{n} not rated", n=rest)] if rest else []
    return Figure(fine, fine + missed + rest, words("measures met or close"), ", ".join(said))


def _seats(seats: Mapping[str, Seats], words: Words) -> Figure:
    filled = sum(each.filled for each in seats.values())
    empty = sum(each.vacancies for each in seats.values())
    quiet = words.plural(empty, "{n} vacancy", "{n} vacancies") if empty else words("none is vacant")
    return Figure(filled, filled + empty, words("seats filled"), quiet if seats else "")


def _milestones(facts: DeskFacts, words: Words) -> Figure:
    late = facts.milestones.past + facts.milestones.slipping
    kept = facts.milestones.done + facts.milestones.on_date
    return Figure(
        kept, kept + late, words("milestones on their date"), words("{n} slipping", n=late) if late else ""
    )


def _short(day: str, words: Words) -> str:
    return say_date(day, words).rsplit(" ", 1)[0]
