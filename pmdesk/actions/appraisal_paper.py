"""From the register to the appraisal sheets: the one paper of what is private, so it says so on every page.

It is made only when it is asked for by name, and no public paper or list reads a personal target.
"""

from collections.abc import Sequence

from pmdesk.actions.pages import days_to_report, last_due
from pmdesk.actions.personal_targets import targets_of
from pmdesk.actions.public_challenges import printed_of
from pmdesk.actions.this_laptop import council_name
from pmdesk.actions.titles import record_called
from pmdesk.domain.check import Refused
from pmdesk.domain.dates import NotRead
from pmdesk.domain.periods import read_period
from pmdesk.domain.person import styled_name
from pmdesk.domain.words import N_, Say, Words
from pmdesk.figures.exchanges import challenged_measures
from pmdesk.figures.grouped import grouped
from pmdesk.figures.paper_appraisal import AppraisalFigures, PersonSheet, appraisal_columns, target_part
from pmdesk.figures.personal_targets import said_hours
from pmdesk.register.lists import Row
from pmdesk.register.store import Register


def appraisal_figures(
    register: Register, of: Sequence[str], year: str | None, words: Words, today: str
) -> AppraisalFigures:
    """The sheets of these people (names or ids; all who have targets for none) for a year, else their newest.

    Refused where nobody of them has a target in it.
    """
    wanted = [record_called(register, "person", each) for each in of if each.strip()]
    targets = [each for each in register.all("personal_target") if not wanted or each["person"] in wanted]
    meant = _year(year) or max((str(each["year"]) for each in targets if each["year"]), default="")
    by_person = grouped([each for each in targets if str(each["year"] or meant) == meant], "person")
    if not by_person:
        raise Refused(Say(N_("No personal target is recorded for {year}."), {"year": meant or Say(_ANY)}))
    people = register.all("person", id=tuple(by_person))
    return AppraisalFigures(
        council=council_name(register),
        year=meant,
        columns=appraisal_columns(words),
        sheets=tuple(_sheet(register, each, by_person[each["id"]], words, today) for each in people),
        made_on=today,
    )


_ANY = N_("these people")


def _year(typed: str | None) -> str:
    if not typed:
        return ""
    try:
        return read_period(typed)
    except NotRead as unread:
        raise Refused(unread.sentence) from unread


def _sheet(register: Register, person: Row, targets: list[Row], words: Words, today: str) -> PersonSheet:
    days, due = days_to_report(register), last_due(register, today)
    told = targets_of(register, targets, due, days, today, words)
    named = {one.id for each in told for one in each.stands if one.kind == "measure"}
    asked = printed_of(register, "measure", named, today, words)
    challenged = challenged_measures(asked)
    return PersonSheet(
        styled_name(person),
        str(person.get("post") or ""),
        said_hours(targets, words),
        tuple(target_part(each, words, challenged) for each in told),
        asked,
    )
