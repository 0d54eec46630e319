"""From the register to the pack for scrutiny: only what may be published, without internal measures."""

from pmdesk.actions import public
from pmdesk.actions.measure_story import aligned_with
from pmdesk.actions.pages import days_to_report
from pmdesk.actions.plan_paper import stories_of
from pmdesk.actions.public_challenges import printed_about
from pmdesk.actions.reviews import looks
from pmdesk.actions.this_laptop import council_name
from pmdesk.actions.years import progress_updates_due
from pmdesk.domain.dates import is_past, last_day, say_date
from pmdesk.domain.partnership import is_partnership, is_running
from pmdesk.domain.periods import due_day, is_period, say_period
from pmdesk.domain.smart import smart_target
from pmdesk.domain.words import Words
from pmdesk.figures.grouped import grouped
from pmdesk.figures.measure_story import shown
from pmdesk.figures.paper_scrutiny import (
    LETTERS,
    Late,
    PlanLetters,
    ScrutinyFigures,
    late_block,
    looks_block,
    plans_block,
    recommendations_block,
    tensions_block,
)
from pmdesk.register.lists import Row
from pmdesk.register.store import Register

# Milestones of which a table can still be read.
MOST_LATE = 60


def scrutiny_figures(register: Register, words: Words, today: str) -> ScrutinyFigures:
    """The pack as it stands today; it is of the whole register."""
    found = looks(register, today, words)
    partnerships = public.public_all(register, "partnership")
    leads = {str(row["id"]): str(row["lead_organisation_name"] or "") for row in partnerships}
    reviews = {
        row["id"]: row for row in public.public_all(register, "review") if public.announced("review", row)
    }
    tensions = tensions_block(_tensions(register), words)
    return ScrutinyFigures(
        council=council_name(register),
        occasion=words("Overview and scrutiny"),
        summary=words(
            "What the register says on {day} of where scrutiny may look next.", day=say_date(today, words)
        ),
        blocks=(
            looks_block(found, leads, words),
            recommendations_block(public.public_all(register, "recommendation"), reviews, today, words),
            plans_block(_plans(register, today), words),
            late_block(
                words("Progress updates overdue"),
                words("No progress update is overdue."),
                _updates(register, today, words),
                today,
                words,
            ),
            late_block(
                words("Milestones past their date"),
                words("No milestone is past its date."),
                _milestones(register, partnerships, today),
                today,
                words,
            ),
            *((tensions,) if tensions else ()),
        ),
        made_on=today,
        exchanges=printed_about(register, today, words, closed_on=None),
    )


def _tensions(register: Register) -> list[Row]:
    """Those that name no internal measure."""
    hidden = public.internal_measures(register)
    rows = public.public_all(register, "tension")
    return [
        each
        for each in rows
        if public.announced("tension", each)
        and not {str(each["measure"]), str(each["other_measure"])} & hidden
    ]


def _plans(register: Register, today: str) -> list[PlanLetters]:
    """Every plan whose objectives are measured, with the answers of their next targets."""
    hidden, made = public.internal_measures(register), list[PlanLetters]()
    by_plan = grouped(public.public_all(register, "objective"), "plan")
    for plan in public.public_all(register, "plan"):
        objectives = by_plan.get(plan["id"], [])
        ids = tuple(each["id"] for each in objectives)
        links = public.public_all(register, "serves", objective=ids) if ids else []
        own = public.public_all(register, "measure", objective=ids) if ids else []
        wanted = {str(each["id"]) for each in own} | {str(each["measure"]) for each in links}
        stories = stories_of(register, sorted(wanted - hidden), today)
        answered = dict.fromkeys((letter for letter, _word in LETTERS), 0)
        elsewhere = _elsewhere(register, objectives)
        for story in stories:
            target = story.target_rows.get(story.target.id) if story.target else None
            for each in smart_target(shown(story.measure), target, elsewhere):
                answered[each.letter] += each.answered
        if stories:
            made.append(PlanLetters(str(plan["name"]), len(stories), answered))
    return made


def _elsewhere(register: Register, objectives: list[Row]) -> list[str]:
    """The objectives of other plans that a plan's own contribute to, by name."""
    own = {each["id"] for each in objectives}
    return [str(each["name"]) for each in aligned_with(register, objectives) if each["id"] not in own]


def _updates(register: Register, today: str, words: Words) -> list[Late]:
    days = days_to_report(register)
    made = []
    for due in progress_updates_due(register, today):
        period = str(due.by.get("period") or "")
        if due.state == "overdue" and is_period(period):
            name = str(due.of.get("name") or "")
            who = str(due.of.get("lead_officer_name") or "")
            made.append(Late(name, say_period(period, words), who, due_day(period, days)))
    return made


def _milestones(register: Register, partnerships: list[Row], today: str) -> list[Late]:
    running = {each["id"] for each in partnerships if is_running(each) and is_partnership(each)}
    wanted = tuple(register.late_milestones(today, MOST_LATE))
    rows = public.public_all(register, "milestone", id=wanted) if wanted else []
    return [
        Late(
            str(each["title"]),
            str(each["partnership_name"] or ""),
            str(each["owner_organisation_name"] or each["owner_name"] or ""),
            last_day(each["first_due"]) or today,
        )
        for each in rows
        if is_past(each["first_due"], today) and (not each["partnership"] or each["partnership"] in running)
    ]
