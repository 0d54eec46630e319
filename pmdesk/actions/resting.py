"""Which values nobody has settled a paper rests on, as the sentence that it prints; '' for none.

Only what the paper prints is named: nothing private, no internal measure, no record of another partnership.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeVar, cast

from pmdesk.actions import public
from pmdesk.actions.annual_pack import pack_year
from pmdesk.actions.chosen import chosen_partnerships
from pmdesk.actions.finding import title_of
from pmdesk.actions.paper_subjects import annual_update_meant, progress_update_meant
from pmdesk.actions.thread import read_thread
from pmdesk.actions.titles import record_called
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.thread import measures_of_plan
from pmdesk.domain.words import Words
from pmdesk.figures.conflicts import say_resting
from pmdesk.register.store import Register
from pmdesk.register.unsettled import Unsettled

Figures = TypeVar("Figures")

FIGURES = ("measure", "target", "reading", "earlier_tolerance", "comparator")
DATES = ("milestone", "forecast")
# By these a record belongs to what a paper is of.
_ABOVE = ("measure", "milestone", "partnership", "appointment", "municipal_year", "organisation")
# Kinds of record, and the records that they must be of or under; None for any.
Scope = tuple[Collection[str], Collection[str] | None]


def noted(
    figures: Figures,
    register: Register,
    paper: str,
    of: Sequence[str],
    year: str | None,
    words: Words,
    today: str,
) -> Figures:
    """A paper's figures with what they rest on, to be printed."""
    said = resting(register, paper, of, year, words, today)
    return replace(cast(Any, figures), unsettled=said) if said else figures


def resting(
    register: Register, paper: str, of: Sequence[str], year: str | None, words: Words, today: str
) -> str:
    """What the paper of this name (a key of PAPERS) rests on; asked after it was gathered, so it is there."""
    found = register.unsettled()
    if not found:
        return ""
    scopes = list(_scopes(register, paper, of, year, today))
    resting = [each for each in found if _is_printed(register, each, scopes)]
    return say_resting([_called(register, each, words) for each in resting], words)


def _scopes(
    register: Register, paper: str, of: Sequence[str], year: str | None, today: str
) -> Iterator[Scope]:
    match paper:
        case "measure":
            yield FIGURES, {record_called(register, "measure", each) for each in of if each.strip()}
        case "plan":
            plan = record_called(register, "plan", of[0])
            yield FIGURES, set(measures_of_plan(read_thread(register), plan))
            yield ("plan", "objective"), {plan}
        case "alignment":
            yield (*FIGURES, "plan", "objective", "alignment", "serves"), None
        case "cabinet":
            chosen = {str(row["id"]) for row in chosen_partnerships(register, of)}
            yield (*FIGURES, *DATES, "partnership", "progress_update"), chosen
        case "slippage":
            named = any(each.strip() for each in of)
            chosen = {str(row["id"]) for row in chosen_partnerships(register, of)} if named else set()
            yield (*DATES, "waits_for"), chosen or None
        case "contributions":
            yield (*FIGURES, "contribution", "partner_words"), None
        case "progress":
            update = progress_update_meant(register, of, year)
            yield ("progress_update",), {str(update["id"])}
            yield (*DATES, "partnership"), {str(update["partnership"])}
        case "annual-update":
            update = annual_update_meant(register, of, year)
            yield ("annual_update", "appointment"), {str(update["id"]), str(update["appointment"])}
        case "annual-pack":
            named_year = register.find("municipal_year", pack_year(register, year, today))
            yield ("annual_update",), {str(row["id"]) for row in named_year}


def _is_printed(register: Register, each: Unsettled, scopes: Sequence[Scope]) -> bool:
    entity = ENTITIES[each.kind]
    hidden = entity.private or (entity.has(each.field) and entity.field(each.field).private)
    wanted = [roots for kinds, roots in scopes if each.kind in kinds]
    if hidden or not wanted:
        return False
    above = set[str]()
    for record in each.records:
        for kind, id in _over(register, each.kind, record):
            if (
                kind == "measure"
                and public.public_one(register, kind, id).get("visibility") == public.INTERNAL
            ):
                return False
            above.add(id)
    return any(roots is None or above & set(roots) for roots in wanted)


def _over(register: Register, kind: str, record: str) -> Iterator[tuple[str, str]]:
    """The record and what it belongs to, upwards: (kind, id)."""
    waiting = [(kind, record)]
    for kind, id in waiting:
        yield kind, id
        row = register.get(kind, id) or {}
        for name in _ABOVE:
            if ENTITIES[kind].has(name) and row.get(name) and len(waiting) < 20:
                waiting.append((ENTITIES[kind].field(name).refers, str(row[name])))


def _called(register: Register, each: Unsettled, words: Words) -> str:
    """'Household waste recycled, 2025-26 Q4 (Value)'."""
    entity = ENTITIES[each.kind]
    name = title_of(register, each.kind, each.record) or words(entity.label)
    return f"{name} ({words(entity.field(each.field).label)})" if entity.has(each.field) else name
