"""Challenges as rows: who asks whom, since when, where each stands; the same on every page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pmdesk.domain.challenge_state import STATES, UNANSWERED
from pmdesk.domain.dates import say_date
from pmdesk.domain.words import N_, Words
from pmdesk.figures.list_rows import ListRow
from pmdesk.figures.record_page import (
    Action,
    Cell,
    Column,
    Edit,
    Lead,
    Pill,
    Record,
    Row,
    Section,
    pill_cell,
    word,
)

# State: (shape, word), the most pressing first.
CHALLENGES: Mapping[str, tuple[str, str]] = {
    "climbed": ("missed", N_("Climbed")),
    "late": ("close", N_("Answer late")),
    "action_late": ("missed", N_("Action late")),
    "waiting": ("clock", N_("Waiting")),
    "answered": ("met", N_("Answered")),
    "agreed": ("clock", N_("Action agreed")),
    "done": ("met", N_("Action done")),
    "closed": ("complete", N_("Closed")),
}


@dataclass(frozen=True, slots=True)
class Challenged:
    """A challenge with what was answered (the first reply first), and how it stands on the day.

    `partnership` is the one it is about, itself or by what it is about; `umbrella` where it climbs to; either
    may be {}. `due` is the ISO day by which an answer is asked for.
    """

    row: Record
    replies: Sequence[Record]
    partnership: Record
    umbrella: Record
    state: str
    due: str | None

    @property
    def id(self) -> str:
        return word(self.row, "id")

    @property
    def is_unanswered(self) -> bool:
        return self.state in UNANSWERED


def challenge_pill(each: Challenged, words: Words) -> Pill:
    """The shape and the word of where it stands."""
    shape, said = CHALLENGES[each.state]
    return shape, words(said)


def say_between(row: Record, words: Words) -> str:
    """'Aldermoor District Council asks Wendleshire Police'."""
    return words(
        "{who} asks {whom}",
        who=word(row, "from_organisation_name"),
        whom=word(row, "to_organisation_name"),
    )


def challenge_row(each: Challenged, words: Words) -> ListRow:
    """A challenge in the list: the question, whom, by whom and since when, where it stands."""
    said = words(
        "{whom}, asked by {who}",
        who=word(each.row, "from_organisation_name"),
        whom=word(each.row, "to_organisation_name"),
    )
    day = say_date(each.row.get("asked_on"), words)
    title, quiet = word(each.row, "question"), f"{said}, {day}" if day else said
    return ListRow(each.id, title, quiet, challenge_pill(each, words))


def pressing_first(found: Sequence[Challenged]) -> list[Challenged]:
    """The most pressing first, of those the one asked longest ago; what is closed last, the newest first."""
    open_ = [each for each in found if each.state != "closed"]
    closed = [each for each in found if each.state == "closed"]
    open_.sort(key=lambda each: (STATES.index(each.state), word(each.row, "asked_on"), each.id))
    closed.sort(key=lambda each: (word(each.row, "asked_on"), each.id), reverse=True)
    return open_ + closed


MOST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Challenges:
    """Those that belong on a page, and what a new one begins with there."""

    found: Sequence[Challenged] = ()
    known: Mapping[str, str] = field(default_factory=dict)


def challenges_section(told: Challenges, words: Words, title: str = "", under: bool = False) -> Section:
    """What belongs on the page of whatever was asked about; without `known` no new one is offered.

    Of many the most pressing stand here, and the page of challenges has the others.
    """
    found = told.found
    shown = pressing_first(found)[:MOST_SHOWN]
    lead = Lead("challenges", Edit("challenge", None, told.known))
    waiting = sum(each.is_unanswered for each in found)
    count = str(len(found)) if found else ""
    if waiting:
        count = words("{n}, {waiting} without an answer", n=len(found), waiting=waiting)
    return Section(
        title or words("Challenges"),
        count,
        (
            Column(words("The question"), 34, strong=True, gives=True),
            Column(words("Who is asked"), 20, gives=True),
            Column(words("Who asks"), 16, gives=True),
            Column(words("Asked on"), 14),
            Column(words("State"), 16),
        ),
        tuple(_row(each, words) for each in shown),
        words("Nobody has asked anybody to answer for this yet."),
        action=Action(words("Challenge"), "plus", lead) if told.known else None,
        more=Action(words("See the page of challenges"), None, Lead("challenges"))
        if len(shown) < len(found)
        else None,
        under=under,
    )


def known_of(council: str, to: object, today: str, words: Words, **about: object) -> dict[str, str]:
    """What a new challenge begins with: asked by the council today, unless it is the one to answer."""
    known: dict[str, object] = {**about, "to_organisation": to, "asked_on": say_date(today, words)}
    known |= {"from_organisation": council} if to != council else {}
    return {name: str(value) for name, value in known.items() if value}


def _row(each: Challenged, words: Words) -> Row:
    lead = Lead("challenges", each.id)
    return Row(
        (
            Cell(word(each.row, "question"), lead=lead),
            Cell(word(each.row, "to_organisation_name"), lead=lead),
            Cell(word(each.row, "from_organisation_name"), lead=lead, quiet=True),
            Cell(say_date(each.row.get("asked_on"), words), lead=lead),
            pill_cell(challenge_pill(each, words), lead),
        ),
        "challenge",
        each.id,
    )
