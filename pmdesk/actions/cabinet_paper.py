"""From the register to the Cabinet's progress report: what was submitted or signed off."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from pmdesk.actions import public
from pmdesk.actions.chosen import FINISHED, chosen_partnerships, printable_update, until
from pmdesk.actions.figure_papers import say_left_out
from pmdesk.actions.milestone_figures import milestone_figures
from pmdesk.actions.pages import days_to_report
from pmdesk.actions.plan_paper import stories_of
from pmdesk.actions.portfolio import with_portfolio_member
from pmdesk.actions.progress_paper import NOTHING, progress_of
from pmdesk.actions.public_challenges import printed_of_partnership
from pmdesk.actions.this_laptop import council_name
from pmdesk.domain.dates import say_date
from pmdesk.domain.partnership import is_partnership, is_running
from pmdesk.domain.periods import due_day, last_finished, say_period
from pmdesk.domain.reporting_line import MONTHS, line_state, reported_on
from pmdesk.domain.telling import Told, quietly
from pmdesk.domain.words import Words
from pmdesk.figures.exchanges import challenged_measures
from pmdesk.figures.grouped import grouped
from pmdesk.figures.paper_cabinet import (
    CabinetFigures,
    CabinetPart,
    InBrief,
    brief_columns,
    brief_rows,
    measure_rows,
    measures_heading,
    missed_exceptions,
    one_member,
    past_exceptions,
    say_cabinet,
    say_going,
    small_columns,
)
from pmdesk.figures.paper_plan import exceptions_first
from pmdesk.figures.paper_reports import LineTold, Owed, broken_exceptions, owed_exceptions
from pmdesk.figures.timeline import timeline
from pmdesk.register.lists import Row
from pmdesk.register.store import Register


class _Read(NamedTuple):
    """A partnership with everything of it that was read; `update` is the one its page prints, {} for none."""

    brief: InBrief
    updates: Sequence[Row]
    update: Row
    left_out: int


def cabinet_figures(
    register: Register,
    of: Sequence[str],
    year: str | None,
    words: Words,
    today: str,
    told: Told = quietly,
) -> CabinetFigures:
    """What the report says of the partnerships named, or of all; `year` is a period to look back to.

    `told` hears how many partnerships are read.
    """
    last, chosen = until(year), chosen_partnerships(register, of)
    updates = grouped(public.public_all(register, "progress_update"), "partnership")
    read = []
    for done, row in enumerate(chosen):
        told(done, len(chosen))
        read.append(_read(register, row, updates.get(row["id"], []), last, words, today))
    briefs, rules = [each.brief for each in read], register.rules()
    stories = exceptions_first(story for each in briefs for story in each.stories)
    owed = _owed(register, read, last, today)
    period = owed[0].period if owed else ""
    same = [each for each in owed if each.period == period]
    reported = sum(each.status in FINISHED for each in same)
    parts = tuple(_part(register, each, not one_member(briefs), words, today) for each in read)
    challenged = challenged_measures(one for each in parts for one in each.exchanges)
    exceptions = (
        missed_exceptions(stories, words, challenged),
        past_exceptions(briefs, words),
        broken_exceptions(_lines(register, read, today), words),
        owed_exceptions(owed, today, words),
    )
    return CabinetFigures(
        council=council_name(register),
        title=_title(period, words),
        report_of=_one_of([each.progress.report_of for each in parts]),
        summary=say_cabinet(
            briefs, (reported, len(same), period), rules, _finding(register, chosen, words, today), words
        ),
        columns=brief_columns(briefs, words),
        rows=brief_rows(briefs, rules, today, words),
        note=_note(briefs, sum(each.left_out for each in read), words, today),
        exceptions=tuple(each for each in exceptions if each),
        parts=parts,
        made_on=today,
    )


def _read(register: Register, row: Row, updates: Sequence[Row], last: str, words: Words, today: str) -> _Read:
    row = with_portfolio_member(register, row, today)
    measures = public.public_all(register, "measure", partnership=row["id"])
    open_ = [str(each["id"]) for each in measures if each.get("visibility") != public.INTERNAL]
    brief = InBrief(
        row,
        public.person_name(register, row.get("portfolio_member")),
        printable_update(updates, last, ("signed_off",)),
        exceptions_first(stories_of(register, open_, today)),
        milestone_figures(register, today, words, str(row["id"])),
    )
    return _Read(brief, updates, printable_update(updates, last), len(measures) - len(open_))


def _part(register: Register, each: _Read, member: bool, words: Words, today: str) -> CabinetPart:
    """A partnership's page; its portfolio `member` is named there unless one answers for them all."""
    brief, row = each.brief, each.brief.partnership
    progress = progress_of(register, dict(row), each.update, words, today)
    review = say_date(row.get("review_due"), words)
    named = brief.member if member else ""
    more = ((words("Portfolio member"), named), (words("Next review"), review))
    asked = printed_of_partnership(
        register, row["id"], [story.measure["id"] for story in brief.stories], today, words
    )
    left_out = (words("Kind"), words("Lead organisation"))
    told = words("Update for {period}.", period=say_period(progress.period, words)) if each.update else ""
    return CabinetPart(
        replace(
            progress,
            facts=tuple(fact for fact in (*progress.facts, *more) if fact[1] and fact[0] not in left_out),
            standing=f"{told} {progress.standing}".strip() if each.update else words(NOTHING),
        ),
        small_columns(words),
        measures_heading(brief.stories, words),
        measure_rows(brief.stories, words, challenged_measures(asked)),
        say_left_out(each.left_out, words),
        asked,
    )


def _owed(register: Register, read: Sequence[_Read], last: str, today: str) -> list[Owed]:
    """What each that reports owes for the last period that was over on the day looked back to."""
    days, day = days_to_report(register), _looked_back_to(last, today)
    found = []
    for each in read:
        row = each.brief.partnership
        interval = str(row.get("reporting_interval") or "")
        if interval not in MONTHS or not is_partnership(row) or not is_running(row):
            continue
        period = last_finished(day, interval)
        own = [update for update in each.updates if update.get("period") == period]
        open_ = [update for update in own if update.get("status") != "replaced"]
        written = printable_update(own, "") or (open_[0] if open_ else {})
        status = str(written.get("status") or "draft") if written else ""
        who = public.person_name(register, row.get("lead_officer"))
        found.append(Owed(row, period, status, due_day(period, days), who))
    return sorted(found, key=lambda owed: -sum(each.period == owed.period for each in found))


def _looked_back_to(last: str, today: str) -> str:
    """The day after the last day of the period asked for, where that is over."""
    after = (date.fromisoformat(last) + timedelta(days=1)).isoformat() if last else today
    return min(after, today)


def _lines(register: Register, read: Sequence[_Read], today: str) -> list[LineTold]:
    """The reporting lines of those that report to another."""
    allowed, found = days_to_report(register), []
    for each in read:
        row = each.brief.partnership
        if not row.get("parent"):
            continue
        days = [day for update in each.updates if (day := reported_on(update))]
        reported = max(days, default=None)
        state = line_state(row.get("reporting_interval"), reported, row.get("started"), today, allowed)
        found.append(LineTold(row, reported, state))
    return found


def _finding(register: Register, chosen: Sequence[Row], words: Words, today: str) -> str:
    """The one sentence about the milestones of them all."""
    wanted = {row["id"] for row in chosen}
    rows = [row for row in public.public_all(register, "milestone") if row.get("partnership") in wanted]
    return timeline(rows, public.public_all(register, "forecast"), today, words).finding


def _title(period: str, words: Words) -> str:
    if not period:
        return words("Partnership progress report")
    return words("Partnership progress report, {period}", period=say_period(period, words))


def _one_of(said: Sequence[str]) -> str:
    """What all of them say; '' where they differ."""
    return said[0] if len(set(said)) == 1 else ""


def _note(briefs: Sequence[InBrief], left_out: int, words: Words, today: str) -> str:
    rest = words("The rest is as at {day}.", day=say_date(today, words))
    return " ".join(filter(None, (say_going(briefs, words), rest, say_left_out(left_out, words))))
