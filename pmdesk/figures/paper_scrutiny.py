"""The pack for scrutiny as frozen tables: who is due a look, weak plans, what is late and open."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pmdesk.domain.check import say_value
from pmdesk.domain.dates import days_between, say_date
from pmdesk.domain.money import say_money
from pmdesk.domain.review import RECOMMENDATION
from pmdesk.domain.scrutiny import OPEN, recommendation_state
from pmdesk.domain.smart import AGREED, MEASURABLE, RELEVANT, SPECIFIC, TIME_BOUND
from pmdesk.domain.tension import TENSION
from pmdesk.domain.words import Words
from pmdesk.figures.desk_items import late
from pmdesk.figures.exchanges import Exchange
from pmdesk.figures.looks import LookFigures
from pmdesk.figures.paper_values import Cell, Column
from pmdesk.figures.record_page import Record, word
from pmdesk.figures.review_page import STATES, next_day

LETTERS = (("S", SPECIFIC), ("M", MEASURABLE), ("A", AGREED), ("R", RELEVANT), ("T", TIME_BOUND))


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a sentence under it, and its table; without rows only the sentence."""

    heading: str
    said: str
    columns: tuple[Column, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class ScrutinyFigures:
    """The pack as it stands on a day."""

    council: str
    occasion: str
    summary: str
    blocks: tuple[Block, ...]
    made_on: str
    exchanges: tuple[Exchange, ...] = ()  # challenges that are open, with their replies


class PlanLetters(NamedTuple):
    """A plan, how many targets it has, and how many of them answer each letter of SMART."""

    name: str
    targets: int
    answered: Mapping[str, int]


class Late(NamedTuple):
    """An update or a milestone that was due: what, of which partnership, who answers, since when (ISO)."""

    what: str
    partnership: str
    who: str
    due: str


def looks_block(figures: LookFigures, leads: Mapping[str, str], words: Words) -> Block:
    """The register of partnerships with significance and the last review; `leads` who leads each, by id."""
    return Block(
        words("Partnerships, and when scrutiny last looked"),
        figures.finding or words("No partnership is in the register yet."),
        (
            Column(words("Partnership"), 150),
            Column(words("Significance"), 90),
            Column(words("Last looked at"), 96),
            Column(words("State"), 146),
        ),
        tuple(
            (
                Cell(row.name, quiet=leads.get(row.id, ""), strong=True),
                Cell(row.level),
                Cell(row.last),
                Cell(row.pill[1], state=_shape(row.pill[0])),
            )
            for row in figures.rows
        ),
    )


def plans_block(plans: Sequence[PlanLetters], words: Words) -> Block:
    """Plans by how many of their targets answer each letter, the weakest first; whole ones are left out."""
    weak = [each for each in plans if any(each.answered[letter] < each.targets for letter, _ in LETTERS)]
    weak.sort(key=lambda each: (sum(each.answered.values()) / (5 * each.targets), each.name))
    said = words.plural(
        len(weak), "{n} plan has targets that are not SMART.", "{n} plans have targets that are not SMART."
    )
    return Block(
        words("Weak plans, by SMART letter"),
        said if weak else words("Every target of every plan answers the five questions."),
        (
            Column(words("Plan"), 132),
            *(Column(words(name), 70, right=True) for _letter, name in LETTERS),
        ),
        tuple(
            (
                Cell(each.name, strong=True),
                *(_share(each.answered[letter], each.targets, words) for letter, _ in LETTERS),
            )
            for each in weak
        ),
    )


def _share(n: int, m: int, words: Words) -> Cell:
    return Cell(words("{n} of {m}", n=n, m=m))


def late_block(heading: str, none: str, found: Iterable[Late], today: str, words: Words) -> Block:
    """What was due and is not there, the longest ago first."""
    ordered = sorted(found, key=lambda each: (each.due, each.what))
    said = words.plural(len(ordered), "{n} is late.", "{n} are late.") if ordered else none
    return Block(
        heading,
        said,
        (
            Column(words("What"), 190),
            Column(words("Who"), 120),
            Column(words("Due"), 92),
            Column(words("Late"), 80),
        ),
        tuple(
            (
                Cell(each.what, quiet=each.partnership, strong=True),
                Cell(each.who),
                Cell(say_date(each.due, words)),
                Cell(late(days_between(each.due, today), words)),
            )
            for each in ordered
        ),
    )


def tensions_block(tensions: Iterable[Record], words: Words) -> Block | None:
    """Targets that pull against each other and have no way out that held; None where there is none."""
    live = [each for each in tensions if not each.get("way_out") or each.get("held") in ("no", "partly")]
    if not live:
        return None
    return Block(
        words("Targets that pull against each other"),
        words.plural(len(live), "{n} has no way out that held.", "{n} have no way out that held."),
        (
            Column(words("What pulls against what"), 212),
            Column(words("Who bears the cost"), 120),
            Column(words("The way out"), 150),
        ),
        tuple(
            (
                Cell(word(each, "title"), quiet=word(each, "partnership_name"), strong=True),
                Cell(word(each, "borne_by_name"), quiet=_cost(each)),
                Cell(
                    say_value(TENSION.field("way_out"), each.get("way_out"), words) or words("None yet"),
                    quiet=say_value(TENSION.field("held"), each.get("held"), words),
                ),
            )
            for each in live
        ),
    )


def recommendations_block(
    recommendations: Iterable[Record], reviews: Mapping[object, Record], today: str, words: Words
) -> Block:
    """Those still open, the most pressing first, each with its review, who answers and its response."""
    order = list(STATES)
    live = []
    for each in recommendations:
        review = reviews.get(each.get("review"), {})
        state = recommendation_state(each, review, today)
        if state in OPEN and review:
            live.append((order.index(state), word(each, "text"), each, review, state))
    live.sort(key=lambda each: each[:2])
    said = words.plural(len(live), "{n} recommendation is open.", "{n} recommendations are open.")
    return Block(
        words("Recommendations that are open"),
        said if live else words("No recommendation is open."),
        (
            Column(words("Recommendation"), 206),
            Column(words("Cabinet member"), 100),
            Column(words("By when"), 80),
            Column(words("State"), 96),
        ),
        tuple(
            (
                Cell(word(each, "text"), quiet=word(review, "title"), strong=True),
                Cell(word(each, "cabinet_member_name"), quiet=_response(each, words)),
                Cell(say_date(next_day(each, review, state), words)),
                Cell(words(STATES[state][1]), state=_shape(STATES[state][0])),
            )
            for _at, _text, each, review, state in live
        ),
    )


def _response(each: Record, words: Words) -> str:
    return say_value(RECOMMENDATION.field("response"), each.get("response"), words)


def _cost(each: Record) -> str:
    cost = each.get("cost")
    return say_money(cost) if isinstance(cost, int) else ""


def _shape(shape: str) -> str:
    """Paper has four shapes; what waits is an open circle."""
    return shape if shape in ("met", "close", "missed") else "done" if shape == "complete" else "none"
