"""Tensions between targets: their rows, their page, and their lines on the desk."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pmdesk.domain.check import say_value
from pmdesk.domain.dates import days_between, say_date
from pmdesk.domain.money import say_money
from pmdesk.domain.tension import TENSION
from pmdesk.domain.tension_state import STATES, look_again_day, tension_state
from pmdesk.domain.words import N_, Words
from pmdesk.figures.challenge_marks import mark_pairs
from pmdesk.figures.desk_items import Item, late, near_day
from pmdesk.figures.list_rows import ListRow
from pmdesk.figures.measure_rows import MeasureRow
from pmdesk.figures.record_page import (
    Action,
    Cell,
    Column,
    Edit,
    Fact,
    Lead,
    Pair,
    Pill,
    Record,
    RecordPage,
    Row,
    Section,
    adding,
    count_of,
    pill_cell,
    sentences,
    word,
)

# State: (shape, word), the most pressing first.
TENSIONS: Mapping[str, tuple[str, str]] = {
    "came_back": ("missed", N_("Came back")),
    "look_again": ("close", N_("Look again")),
    "open": ("unknown", N_("No way out")),
    "partly": ("close", N_("Held in part")),
    "agreed": ("clock", N_("Agreed")),
    "held": ("complete", N_("Held")),
}


@dataclass(frozen=True, slots=True)
class TensionRows:
    """A tension, and the figures of the targets that are ours (by the id of the measure)."""

    tension: Record
    measures: Mapping[str, MeasureRow]


def tension_pill(tension: Record, today: str, words: Words) -> Pill:
    shape, said = TENSIONS[tension_state(tension, today)]
    return shape, words(said)


def targets_of_tension(tension: Record, words: Words) -> tuple[str, str]:
    """The two targets in words: a measure's title, or what was said of one outside."""
    return (
        word(tension, "measure_name") or word(tension, "target_words") or words("Not known"),
        word(tension, "other_measure_name") or word(tension, "other_words") or words("Not known"),
    )


def tension_row(tension: Record, today: str, words: Words) -> ListRow:
    """A tension in the list: what pulls against what, who bears it."""
    kind = say_value(TENSION.field("kind"), tension.get("kind"), words).partition(":")[0]
    borne = word(tension, "borne_by_name")
    said = words("borne by {who}", who=borne) if borne else ""
    quiet = ", ".join(part for part in (kind, word(tension, "partnership_name"), said) if part)
    return ListRow(word(tension, "id"), word(tension, "title"), quiet, tension_pill(tension, today, words))


def tensions_section(rows: Sequence[Record], known: Mapping[str, str], today: str, words: Words) -> Section:
    """Those of a partnership, the most pressing first; `known` is what a new one begins with."""
    ordered = sorted(rows, key=lambda each: (STATES.index(tension_state(each, today)), word(each, "title")))
    action = adding(words("Record a tension"), "tension", {**known, "seen_on": say_date(today, words)})
    return Section(
        words("Tensions"),
        count_of(rows),
        (
            Column(words("What pulls against what"), 44, strong=True, gives=True),
            Column(words("Who bears the cost"), 24, gives=True),
            Column(words("A year"), 12, align="right"),
            Column(words("State"), 20),
        ),
        tuple(_row(each, today, words) for each in ordered),
        words("No targets are known to pull against each other here."),
        action=action._replace(lead=Lead("tensions", action.lead.argument)),
        under=True,
    )


def tension_page(rows: TensionRows, today: str, words: Words) -> RecordPage:
    """The page of one tension as it stands on day `today` (ISO)."""
    tension = rows.tension
    kind = say_value(TENSION.field("kind"), tension.get("kind"), words)
    return RecordPage(
        kind="tension",
        id=word(tension, "id"),
        title=word(tension, "title"),
        pill=tension_pill(tension, today, words),
        quiet=sentences(kind),
        facts=tuple(_facts(tension, today, words)),
        sections=tuple(_sections(rows, words)),
        primary=_next_step(tension, today, words),
    )


def tension_items(rows: Iterable[Record], today: str, words: Words) -> list[Item]:
    """The desk's lines: what came back, then what is to be looked at again, the longest ago first."""
    found = [
        (state, look_again_day(each) or "", each)
        for each in rows
        if (state := tension_state(each, today)) in ("came_back", "look_again")
    ]
    found.sort(key=lambda each: (STATES.index(each[0]), each[1], word(each[2], "id")))
    return [_item(state, day, each, today, words) for state, day, each in found]


def _item(state: str, day: str, tension: Record, today: str, words: Words) -> Item:
    shape, said = TENSIONS[state]
    one, other = targets_of_tension(tension, words)
    back = say_date(tension.get("held_on"), words)
    when = late(days_between(day, today), words) if state == "look_again" else ""
    if state == "came_back" and back:
        when = words("since {day}", day=near_day(word(tension, "held_on"), today, words))
    return Item(
        shape,
        word(tension, "title"),
        words("{state}: {one} against {other}", state=words(said), one=one, other=other),
        word(tension, "borne_by_name"),
        when,
        words("See whether it held") if state == "look_again" else words("See it"),
        "record",
        "tension",
        word(tension, "id"),
    )


def _row(tension: Record, today: str, words: Words) -> Row:
    lead = Lead("tensions", word(tension, "id"))
    return Row(
        (
            Cell(word(tension, "title"), lead=lead),
            Cell(word(tension, "borne_by_name"), lead=lead),
            Cell(say_money(tension.get("cost")), lead=lead),
            pill_cell(tension_pill(tension, today, words), lead),
        ),
        "tension",
        word(tension, "id"),
    )


def _facts(tension: Record, today: str, words: Words) -> Iterator[Fact]:
    unknown = words("Not known")
    cost = say_money(tension.get("cost"))
    said = words("{money} a year", money=cost) if cost else ""
    if not any(tension.get(name) for name in ("borne_by", "cost", "cost_words", "way_out")):
        said = words("no paper prints it until then")
    yield Fact(words("Who bears the cost"), word(tension, "borne_by_name") or unknown, said)
    agreed = say_date(tension.get("agreed_on"), words)
    way = say_value(TENSION.field("way_out"), tension.get("way_out"), words)
    yield Fact(
        words("The way out"), way or words("None yet"), words("agreed on {day}", day=agreed) if agreed else ""
    )
    again = look_again_day(tension)
    if tension.get("held_on"):
        yield Fact(words("Looked at again on"), say_date(tension.get("held_on"), words))
    elif again:
        note = late(days_between(again, today), words) if again < today else ""
        yield Fact(words("To be looked at again"), say_date(again, words), note)
    elif tension.get("seen_on"):
        yield Fact(words("Seen on"), say_date(tension.get("seen_on"), words))


def _sections(rows: TensionRows, words: Words) -> Iterator[Section]:
    tension = rows.tension
    yield Section(
        words("The two targets"),
        "",
        (
            Column(words("Target"), 40, strong=True, gives=True),
            Column(words("Latest"), 18),
            Column(words("To reach"), 16),
            Column(words("Rating"), 14),
            Column(words("Direction"), 12),
        ),
        tuple(
            _target(rows.measures.get(word(tension, measure)), word(tension, said), words)
            for measure, said in (("measure", "target_words"), ("other_measure", "other_words"))
        ),
        pairs=mark_pairs(rows.measures.values(), words),
    )
    costs = word(tension, "cost_words")
    yield Section(
        words("What it costs"), text=costs or words("Nobody has said yet what it costs besides money.")
    )
    yield Section(words("The way out"), pairs=tuple(_way_out(tension, words)),
                  text="" if tension.get("way_out") else words("None is agreed yet."))  # fmt: skip
    if word(tension, "partnership"):
        lead = Lead("partnerships", word(tension, "partnership"))
        pair = Pair(words("Partnership"), "", word(tension, "partnership_name"), lead)
        yield Section(words("Where it belongs"), pairs=(pair,))
    if word(tension, "note"):
        yield Section(words("Note"), text=word(tension, "note"))


def _target(measure: MeasureRow | None, said: str, words: Words) -> Row:
    """One of ours with its figures, or one outside in words."""
    if measure is None:
        return Row(
            (Cell(said or words("Not known")), Cell(words("not ours"), quiet=True), Cell(), Cell(), Cell())
        )
    lead = Lead("measures", measure.id)
    arrow = "same" if measure.direction == "no_change" else measure.direction
    cells = (
        Cell(measure.title, lead=lead),
        Cell(measure.latest, measure.period, lead=lead),
        Cell(measure.target, lead=lead),
        pill_cell(measure.pill, lead),
        Cell(measure.way, lead=lead, icon=arrow),
    )
    return Row(cells, "measure", measure.id)


def _way_out(tension: Record, words: Words) -> Iterator[Pair]:
    for name in ("way_out", "escalated_to", "agreed_on", "held", "held_on"):
        if said := say_value(TENSION.field(name), tension.get(name), words):
            yield Pair(words(TENSION.field(name).label), said)


def _next_step(tension: Record, today: str, words: Words) -> Action | None:
    """What is to be done now; nothing while what was agreed is given its year."""
    state, id = tension_state(tension, today), word(tension, "id")
    if state in ("open", "came_back"):
        return Action(words("Agree a way out"), None, Lead("edit", Edit("tension", id, {}, "way_out")))
    if state in ("look_again", "partly"):
        return Action(words("Say whether it held"), None, Lead("edit", Edit("tension", id, {}, "held")))
    return None
