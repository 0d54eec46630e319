"""What the appraisal sheets draw, frozen: each person's targets and what they name; private."""

from collections.abc import Collection
from dataclasses import dataclass

from pmdesk.domain.check import say_value
from pmdesk.domain.dates import say_date
from pmdesk.domain.personal_target import PERSONAL_TARGET
from pmdesk.domain.words import Words
from pmdesk.figures.exchanges import Exchange, say_challenged
from pmdesk.figures.paper_values import Cell, Column, Fact, Section
from pmdesk.figures.personal_targets import OwnTarget
from pmdesk.figures.record_page import word


@dataclass(frozen=True, slots=True)
class TargetPart:
    """One target: its facts, what it means, a table of what it names, and the review."""

    title: str
    facts: tuple[Fact, ...]
    text: str
    rows: tuple[tuple[Cell, ...], ...]
    review: Section


@dataclass(frozen=True, slots=True)
class PersonSheet:
    name: str
    quiet: str
    summary: str
    parts: tuple[TargetPart, ...]
    exchanges: tuple[Exchange, ...] = ()  # challenges of what they name, with their replies


@dataclass(frozen=True, slots=True)
class AppraisalFigures:
    """The sheets of a financial year, one for each person; for the person and who appraises them."""

    council: str
    year: str
    columns: tuple[Column, ...]
    sheets: tuple[PersonSheet, ...]
    made_on: str


def appraisal_columns(words: Words) -> tuple[Column, ...]:
    return (
        Column(words("What it names"), 200),
        Column(words("How it stands"), 190),
        Column(words("State"), 92),
    )


def target_part(each: OwnTarget, words: Words, challenged: Collection[str] = ()) -> TargetPart:
    """A target as its part of the sheet; what is not known is left out.

    `challenged` are the ids of the measures whose challenge stands further down.
    """
    target = each.target
    facts = [
        # The paper's title says of what; the field's whole label would take three lines.
        (words("Hours in the year") if name == "hours" else words(PERSONAL_TARGET.field(name).label), said)
        for name in ("due", "hours", "met", "reviewed_on")
        if (said := say_value(PERSONAL_TARGET.field(name), target.get(name), words))
    ]
    reviewed = say_date(target.get("reviewed_on"), words)
    said = word(target, "review") or ("" if reviewed else words("Not reviewed yet."))
    return TargetPart(
        word(target, "title"),
        tuple(facts),
        word(target, "text"),
        tuple(
            (
                Cell(one.name, strong=True),
                Cell(one.said, quiet=say_challenged(words) if one.id in challenged else ""),
                Cell(one.pill[1] if one.pill else "", state=_shape(one.pill)),
            )
            for one in each.stands
        ),
        Section(words(PERSONAL_TARGET.field("review").label), said),
    )


def _shape(pill: tuple[str, str] | None) -> str:
    """The shapes that paper has: what is complete is done, what nobody judged is an open circle."""
    if pill is None or pill[0] == "plain":
        return ""
    return {"complete": "done"}.get(pill[0], pill[0] if pill[0] in ("met", "close", "missed") else "none")
