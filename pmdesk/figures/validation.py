"""A validation of the framework: what the council scored, beside what the register says of each head."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pmdesk.domain.check import say_value
from pmdesk.domain.dates import say_date
from pmdesk.domain.validation import HEADS, VALIDATION_HEAD
from pmdesk.domain.words import Words
from pmdesk.figures.list_rows import ListRow
from pmdesk.figures.record_page import (
    Action,
    Ask,
    Cell,
    Column,
    Edit,
    Fact,
    Lead,
    Pair,
    Record,
    RecordPage,
    Row,
    Section,
    word,
)

# Each score's shape; the word tells the two in the middle apart.
SHAPES: Mapping[str, str] = {"green": "met", "amber_green": "close", "amber_red": "close", "red": "missed"}
_ORDER = ("red", "amber_red", "amber_green", "green")
_RESTS = (("plan", "plans"), ("partnership", "partnerships"), ("measure", "measures"))


class Said(NamedTuple):
    """What the register says of a head: `n` of `of`, in words, and where it is seen; `of` 0: nothing yet."""

    n: int
    of: int
    said: str
    lead: Lead | None = None


class Travel(NamedTuple):
    """A measure short of its floor: the gap, in words, and how long it takes."""

    measure: str  # its id
    title: str
    gap: str
    takes: str


@dataclass(frozen=True, slots=True)
class Framework:
    """What the register says today: by head, SMART by plan, and the floors still ahead."""

    heads: Mapping[str, Said] = field(default_factory=dict)
    plans: Sequence[tuple[str, str, int, int]] = ()  # (id, name, SMART whole, measures)
    floors: Sequence[Travel] = ()


@dataclass(frozen=True, slots=True)
class ValidationRows:
    """A validation, its heads by code, those of the one before it, and that one ({} when it is the first)."""

    validation: Record
    heads: Mapping[str, Record]
    before: Mapping[str, Record]
    earlier: Record
    framework: Framework


def validation_row(validation: Record, heads: Sequence[Record], words: Words) -> ListRow:
    """'Done on 14 January 2026, 6 of 8 heads scored'."""
    scored = sum(1 for each in heads if each.get("score"))
    done = say_date(validation.get("held_on"), words)
    said = words("{n} of {m} heads scored", n=scored, m=len(HEADS))
    quiet = ", ".join(part for part in (done, said) if part)
    return ListRow(word(validation, "id"), word(validation, "title"), quiet)


def validation_page(rows: ValidationRows, words: Words) -> RecordPage:
    """The page of one validation."""
    record = rows.validation
    return RecordPage(
        kind="validation",
        id=word(record, "id"),
        title=word(record, "title"),
        pill=None,
        quiet=word(record, "held_by"),
        facts=_facts(rows, words),
        sections=tuple(_sections(rows, words)),
        primary=_next(rows, words),
    )


def _facts(rows: ValidationRows, words: Words) -> tuple[Fact, ...]:
    scores = [word(each, "score") for each in rows.heads.values() if each.get("score")]
    weak = sum(score in ("red", "amber_red") for score in scores)
    before = [word(each, "score") for each in rows.before.values() if each.get("score")]
    moved = _moved(rows)
    note = words("first validation")
    if before:
        note = words("{up} better, {down} worse", up=moved[0], down=moved[1])
    return (
        Fact(words("Done on"), say_date(rows.validation.get("held_on"), words) or words("No day set")),
        Fact(words("Heads scored"), words("{k} of {n}", k=len(scores), n=len(HEADS))),
        Fact(words("Red or amber/red"), str(weak)),
        Fact(words("Since the last one"), word(rows.earlier, "title") or words("None before it"), note),
    )


def _moved(rows: ValidationRows) -> tuple[int, int]:
    """How many heads are scored better, and how many worse, than in the one before."""
    better = worse = 0
    for code, head in rows.heads.items():
        now, then = word(head, "score"), word(rows.before.get(code, {}), "score")
        if now in _ORDER and then in _ORDER:
            better += _ORDER.index(now) > _ORDER.index(then)
            worse += _ORDER.index(now) < _ORDER.index(then)
    return better, worse


def _next(rows: ValidationRows, words: Words) -> Action | None:
    """The first head that nobody has scored."""
    for code, _said in HEADS:
        if not rows.heads.get(code, {}).get("score"):
            return Action(words("Score the next head"), None, _form(rows, code))
    return None


def _form(rows: ValidationRows, code: str, at: str = "score") -> Lead:
    known = rows.heads.get(code)
    if known:
        return Lead("edit", Edit("validation_head", word(known, "id"), {}, at))
    values = {"validation": word(rows.validation, "id"), "head": code}
    return Lead("edit", Edit("validation_head", None, values, at))


def _sections(rows: ValidationRows, words: Words) -> Iterator[Section]:
    if word(rows.validation, "summary"):
        yield Section(words("In short"), text=word(rows.validation, "summary"))
    yield _scores(rows, words)
    for code, title in HEADS:
        yield _head(rows, code, words(title), words)
    if rows.framework.plans:
        yield _plans(rows.framework, words)
    if rows.framework.floors:
        yield _floors(rows.framework, words)
    if word(rows.validation, "note"):
        yield Section(words("Note"), text=word(rows.validation, "note"))


def _scores(rows: ValidationRows, words: Words) -> Section:
    lines = []
    for code, title in HEADS:
        lead = _form(rows, code)
        told = rows.framework.heads.get(code)
        lines.append(
            Row(
                (
                    Cell(words(title), lead=lead, link=True),
                    _score(rows.heads.get(code), words),
                    Cell(words("{k} of {n}", k=told.n, n=told.of) if told and told.of else "–"),
                    _score(rows.before.get(code), words),
                )
            )
        )
    columns = (
        Column(words("Head"), 46, gives=True),
        Column(words("Score"), 18),
        Column(words("In the register"), 18, align="right"),
        Column(words("Last time"), 18),
    )
    return Section(words("The heads"), columns=columns, rows=tuple(lines))


def _score(head: Record | None, words: Words) -> Cell:
    score = word(head or {}, "score")
    said = say_value(VALIDATION_HEAD.field("score"), score, words)
    return Cell(said, state=SHAPES.get(score, "none")) if said else Cell("–", quiet=True)


def _head(rows: ValidationRows, code: str, title: str, words: Words) -> Section:
    head, told = rows.heads.get(code), rows.framework.heads.get(code)
    pairs = []
    if head:
        for name in ("strength", "gap", "evidence"):
            if word(head, name):
                pairs.append(Pair(words(VALIDATION_HEAD.field(name).label), word(head, name)))
        for name, page in _RESTS:
            if head.get(name):
                lead = Lead(page, word(head, name))
                label = words(VALIDATION_HEAD.field(name).label)
                pairs.append(Pair(label, "", word(head, f"{name}_name"), lead))
    if told:
        pairs.append(
            Pair(words("The register says"), told.said, words("See it") if told.lead else "", told.lead)
        )
    scored = bool(head and head.get("score"))
    score = say_value(VALIDATION_HEAD.field("score"), (head or {}).get("score"), words)
    ask = Ask(words("How good is this, and what does that rest on?"), _form(rows, code))
    edit = Action(words("Change"), "edit", _form(rows, code))
    return Section(
        title, score, pairs=tuple(pairs), ask=None if scored else ask, action=edit if head else None
    )


def _plans(framework: Framework, words: Words) -> Section:
    lines = tuple(
        Row(
            (
                Cell(name, lead=Lead("plans", id), link=True),
                Cell(words("{k} of {n}", k=whole, n=of)),
            )
        )
        for id, name, whole, of in framework.plans
    )
    columns = (
        Column(words("Plan"), 70, gives=True),
        Column(words("Measures with all five letters"), 30, align="right"),
    )
    return Section(words("SMART, plan by plan"), columns=columns, rows=lines)


def _floors(framework: Framework, words: Words) -> Section:
    lines = tuple(
        Row(
            (
                Cell(each.title, lead=Lead("measures", each.measure), link=True),
                Cell(each.gap),
                Cell(each.takes),
            )
        )
        for each in framework.floors
    )
    columns = (
        Column(words("Measure"), 40, gives=True),
        Column(words("To the floor"), 25),
        Column(words("At this rate"), 35),
    )
    return Section(words("Distance to travel to floor targets"), str(len(lines)), columns, lines)
