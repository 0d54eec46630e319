"""From the register to the progress report's figures: one partnership in one period, with its milestones."""

from collections.abc import Mapping
from dataclasses import replace

from pmdesk.actions import public
from pmdesk.actions.milestone_figures import milestone_figures
from pmdesk.actions.portfolio import with_portfolio_member
from pmdesk.actions.public_challenges import printed_of_partnership
from pmdesk.actions.this_laptop import council_name
from pmdesk.domain.check import say_value
from pmdesk.domain.dates import say_date
from pmdesk.domain.partnership import PARTNERSHIP
from pmdesk.domain.progress_update import PROGRESS_UPDATE
from pmdesk.domain.words import N_, Words
from pmdesk.figures.paper_values import Fact, ProgressFigures, Section
from pmdesk.register.lists import Row
from pmdesk.register.store import Register

STANDING: Mapping[str, str] = {
    "draft": N_("Draft: not yet submitted for sign-off."),
    "submitted": N_("Waiting for the portfolio member to sign it off."),
    "returned": N_("Returned to be put right: not signed off."),
}
NOTHING = N_("No update was submitted yet, so none is printed.")
_HEADINGS = (
    ("done", N_("What was done")),
    ("difference", N_("What difference it made")),
    ("issues", N_("Issues")),
    ("next_steps", N_("What comes next")),
)


def progress_figures(register: Register, update: str, words: Words, today: str) -> ProgressFigures:
    """What the report of one progress update says; `update` is its id."""
    row = public.public_one(register, "progress_update", update)
    partnership = public.public_one(register, "partnership", row.get("partnership"))
    asked = printed_of_partnership(register, partnership.get("id"), (), today, words)
    return replace(progress_of(register, partnership, row, words, today), exchanges=asked)


def progress_of(register: Register, partnership: Row, row: Row, words: Words, today: str) -> ProgressFigures:
    """The same of records already read without anything private; `row` is {} where no update is printed."""
    update, partnership = str(row.get("id") or ""), with_portfolio_member(register, partnership, today)
    wrote = (
        public.recorded_by(register, "progress_update", update, row.get("drafted_by"), words) if row else ""
    )
    milestones = milestone_figures(register, today, words, str(partnership.get("id") or ""))
    standing = STANDING.get(str(row.get("status") or "draft"), "") if row else NOTHING
    return ProgressFigures(
        council=council_name(register),
        partnership=str(partnership.get("name") or ""),
        period=str(row.get("period") or ""),
        report_of=_report_of(register, partnership, words),
        facts=_facts(register, row, partnership, words),
        sections=_sections(row, words),
        milestones=milestones if milestones.rows else None,
        made_on=today,
        recorded_by=wrote,
        standing=words(standing),
    )


def _report_of(register: Register, partnership: Row, words: Words) -> str:
    member = public.public_one(register, "person", partnership.get("portfolio_member"))
    name = public.person_name(register, partnership.get("portfolio_member"))
    if not name:
        return ""
    if member.get("portfolio"):
        return words(
            "Report of {member}, portfolio member for {portfolio}", member=name, portfolio=member["portfolio"]
        )
    return words("Report of {member}, portfolio member", member=name)


def _facts(register: Register, row: Row, partnership: Row, words: Words) -> tuple[Fact, ...]:
    said = (
        (words("Kind"), say_value(PARTNERSHIP.field("kind"), partnership.get("kind"), words)),
        (
            words("How it is going"),
            say_value(PROGRESS_UPDATE.field("self_rating"), row.get("self_rating"), words),
        ),
        (words("Lead organisation"), str(partnership.get("lead_organisation_name") or "")),
        (words("Lead officer"), public.person_name(register, partnership.get("lead_officer"))),
        (words("Reports to"), str(partnership.get("parent_name") or "")),
        (words("Signed off"), _signed_off(register, row, words)),
    )
    return tuple((label, value) for label, value in said if value)


def _signed_off(register: Register, row: Row, words: Words) -> str:
    if row.get("status") != "signed_off":
        return ""
    day, by = (
        say_date(row.get("signed_off_on"), words),
        public.person_name(register, row.get("signed_off_by")),
    )
    return words("{day} by {person}", day=day, person=by) if day and by else day or by


def _sections(row: Row, words: Words) -> tuple[Section, ...]:
    said = ((words(heading), str(row.get(name) or "").strip()) for name, heading in _HEADINGS)
    return tuple(Section(heading, text) for heading, text in said if text)
