"""From the register to the account of contributions: what partners undertook, delivered, attained and say."""

from collections.abc import Sequence

from pmdesk.actions import public
from pmdesk.actions.plan_paper import stories_of
from pmdesk.actions.public_challenges import printed_of_partner
from pmdesk.actions.this_laptop import council_name
from pmdesk.actions.titles import record_called
from pmdesk.domain.attainment import attainment, judged
from pmdesk.domain.check import Refused
from pmdesk.domain.contribution import account
from pmdesk.domain.dates import NotRead, say_date
from pmdesk.domain.periods import financial_year, last_finished, period_bounds, read_period
from pmdesk.domain.words import N_, Say, Words
from pmdesk.figures.grouped import grouped
from pmdesk.figures.paper_contributions import (
    ContributionFigures,
    Partner,
    Target,
    partner_columns,
    partner_part,
    partner_rows,
    say_contributions,
    worst_first,
)
from pmdesk.register.lists import Row
from pmdesk.register.store import Register


def contribution_figures(
    register: Register, of: Sequence[str], year: str | None, words: Words, today: str
) -> ContributionFigures:
    """The account of the organisations named, or of all with something to account for.

    Targets are those due in a financial year ('2025-26'), by default the last that is over.
    """
    year = _year(year, today)
    partners = worst_first(_partners(register, of, year, today, words))
    if not partners:
        raise Refused(Say(N_("No partner has undertaken anything, owned a target or said anything yet.")))
    return ContributionFigures(
        council=council_name(register),
        year=year,
        summary=say_contributions(partners, words),
        columns=partner_columns(words),
        rows=partner_rows(partners, words),
        note=_note(year, words, today),
        parts=tuple(partner_part(each, year, today, words) for each in partners),
        made_on=today,
    )


def _year(typed: str | None, today: str) -> str:
    """The financial year in which the year or period typed ends."""
    if not typed:
        return last_finished(today, "year")
    try:
        return financial_year(read_period(typed))
    except NotRead as unread:
        raise Refused(unread.sentence) from unread


def _partners(register: Register, of: Sequence[str], year: str, today: str, words: Words) -> list[Partner]:
    rows = grouped(public.public_all(register, "contribution"), "organisation")
    said = grouped(public.public_all(register, "partner_words"), "organisation")
    wanted = dict.fromkeys(
        record_called(register, "organisation", each.strip()) for each in of if each.strip()
    )
    made = []
    for each in public.public_all(register, "organisation"):
        if wanted and each["id"] not in wanted:
            continue
        given, told = rows.get(each["id"], []), said.get(each["id"], [])
        targets = _targets(register, each, year, today)
        owned = {one.story.measure["id"] for one in targets}
        asked = printed_of_partner(register, each["id"], owned, today, words)
        if given or told or targets or asked or wanted:
            made.append(_partner(each, given, told, targets, today)._replace(exchanges=asked))
    return made


def _partner(
    row: Row, given: Sequence[Row], told: Sequence[Row], targets: Sequence[Target], today: str
) -> Partner:
    causes = {id: reading.get("cause") for each in targets for id, reading in each.story.reading_rows.items()}
    newest_first = sorted(told, key=lambda each: (str(each["said_on"]), str(each["id"])), reverse=True)
    return Partner(
        str(row["name"] or ""),
        given,
        account(given, today),
        targets,
        attainment((each.judged for each in targets), causes),
        newest_first,
    )


def _targets(register: Register, organisation: Row, year: str, today: str) -> list[Target]:
    """The targets due in the year, so far, of the measures it owns; no paper prints internal ones."""
    measures = public.public_all(register, "measure", owner_organisation=organisation["id"])
    open_ = [str(each["id"]) for each in measures if each.get("visibility") != public.INTERNAL]
    first, last = period_bounds(year)
    return [
        Target(story, each)
        for story in stories_of(register, open_, today)
        for each in judged(story.scale, story.targets, story.readings, first, min(last, today))
    ]


def _note(year: str, words: Words, today: str) -> str:
    return words(
        "Undertakings are as at {day}. Targets are those due in {year} of the measures an organisation owns;"
        " what is not rated is counted apart. Its own words stand word for word: the council cannot change"
        " them.",
        year=year,
        day=say_date(today, words),
    )
