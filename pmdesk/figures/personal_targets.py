"""A person's own targets on their page: what each names, and how that now stands (case 6); private."""

from collections.abc import Sequence
from typing import NamedTuple

from pmdesk.domain.check import say_value
from pmdesk.domain.dates import say_date
from pmdesk.domain.personal_target import PERSONAL_TARGET
from pmdesk.domain.words import N_, Words
from pmdesk.figures.record_page import (
    Cell,
    Column,
    Edit,
    Lead,
    Pill,
    Record,
    Row,
    Section,
    adding,
    count_of,
    word,
)

# The references of a target, and the page of each.
LINKS = (("partnership", "partnerships"), ("objective", "plans"), ("measure", "measures"))
MET = {"yes": "met", "partly": "close", "no": "missed"}
PRIVATE = N_("For the council only: no public paper and no public list has them.")


class Stands(NamedTuple):
    """What a target names, and how it stands today: in words, and as a pill where there is one."""

    kind: str  # of LINKS
    id: str
    name: str
    said: str
    pill: Pill | None = None
    challenged: str = ""  # where a challenge of its score stands


class OwnTarget(NamedTuple):
    """A personal target, with what it names in the order of LINKS."""

    target: Record
    stands: Sequence[Stands]


def own_targets_section(person: str, targets: Sequence[OwnTarget], words: Words, year: str = "") -> Section:
    """The newest year first; under each target what it names and how that stands; `year` a new one is for."""
    ordered = sorted(targets, key=lambda each: word(each.target, "title"))
    ordered.sort(key=lambda each: word(each.target, "year"), reverse=True)
    rows = [row for each in ordered for row in _rows(each, words)]
    known = {"person": person} | ({"year": year} if year else {})
    return Section(
        words("Personal targets"),
        count_of(targets),
        (
            Column(words("Target, and what it names"), 38, strong=True, gives=True),
            Column(words("Year"), 11),
            Column(words("How it stands"), 29, gives=True),
            Column(words("State"), 14),
            Column(words("Hours"), 8, align="right"),
        ),
        tuple(rows),
        words("No target of this person names partnership work yet."),
        text=words(PRIVATE),
        action=adding(words("New personal target"), "personal_target", known),
    )


def _rows(each: OwnTarget, words: Words) -> list[Row]:
    target = each.target
    here, met = word(target, "id"), word(target, "met")
    lead = Lead("edit", Edit("personal_target", here))
    said = say_value(PERSONAL_TARGET.field("met"), met or None, words)
    due = say_date(target.get("due"), words)
    reviewed = say_date(target.get("reviewed_on"), words)
    stands = words("reviewed {day}", day=reviewed) if reviewed else words("by {day}", day=due) if due else ""
    judged = Cell(words("Not reviewed"), quiet=True, lead=lead)
    if said:
        judged = Cell(said, state=MET.get(met, ""), lead=lead)
    first = Row(
        (
            Cell(word(target, "title"), lead=lead),
            Cell(word(target, "year"), lead=lead),
            Cell(stands, quiet=True, lead=lead),
            judged,
            Cell(word(target, "hours"), lead=lead),
        ),
        "personal_target",
        here,
    )
    return [first, *(_link(one, words) for one in each.stands)]


def _link(one: Stands, words: Words) -> Row:
    lead = Lead(dict(LINKS)[one.kind], one.id)
    pill = Cell(one.pill[1], state=one.pill[0], lead=lead) if one.pill else Cell(lead=lead)
    name, said, empty = (
        Cell(one.name, lead=lead, quiet=True),
        Cell(one.said, one.challenged, lead=lead),
        Cell(lead=lead),
    )
    return Row((name, empty, said, pill, empty))


def said_hours(targets: Sequence[Record], words: Words) -> str:
    """'3 targets, 240 hours of partnership work in the year'; hours that are no number are left out."""
    hours = sum(float(text) for each in targets if _is_number(text := word(each, "hours")))
    said = words.plural(len(targets), "{n} target", "{n} targets")
    if not hours:
        return said
    number = f"{hours:,.1f}".removesuffix(".0")
    return words("{targets}, {hours} hours of partnership work in the year", targets=said, hours=number)


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdigit()
