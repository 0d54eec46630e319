"""A good practice's row and page: its lines, the measure that turned, whom it may help, who adopted it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pmdesk.domain.check import say_value
from pmdesk.domain.dates import say_date
from pmdesk.domain.practice import PRACTICE
from pmdesk.domain.words import N_, Words
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
    count_of,
    sentences,
    word,
)

LONG = 60  # letters of a result that the table has room for
TURNED = N_("The measure that turned")
# Why it is offered (domain/practice_match.py).
WHY: Mapping[str, str] = {
    "code": N_("the same indicator"),
    "kind": N_("the same kind of measure"),
    "tag": N_("its words fit"),
    "cause": N_("missed for the same cause"),
    "slip": N_("slips for the same cause"),
}


class Helped(NamedTuple):
    """A measure or a milestone it may help: whose it is, why, and how it stands."""

    kind: str
    id: str
    title: str
    whose: str
    why: str  # a key of WHY
    pill: Pill
    known: Mapping[str, str]  # what the form of its adoption begins with


class PracticeRows(NamedTuple):
    """A practice; the measure that turned, where it has one; whom it may help; its adoptions."""

    practice: Record
    turned: MeasureRow | None
    helped: Sequence[Helped]
    adoptions: Sequence[Record]


@dataclass(frozen=True, slots=True)
class PracticePage(RecordPage):
    """The page with the last readings of the measure that turned, for a small line; none without one."""

    spark: tuple[tuple[float | None, str], ...] = ()
    spark_said: str = ""


def practice_row(practice: Record, adoptions: Sequence[Record], words: Words) -> ListRow:
    """'Household waste recycled, Wendle Waste Partnership', and how many adopted it."""
    whose = word(practice, "partnership_name") or word(practice, "author_name")
    parts = word(practice, "measure_name"), whose, word(practice, "from_register")
    quiet = ", ".join(part for part in parts if part)
    many = len(adoptions)
    said = words.plural(many, "{n} adopted it", "{n} adopted it") if many else ""
    return ListRow(word(practice, "id"), word(practice, "title"), quiet, note=said)


def _told_on(practice: Record, words: Words) -> Fact:
    if day := say_date(practice.get("told_on"), words):
        return Fact(words("Told on"), day)
    if practice.get("from_register"):
        return Fact(words("Told on"), words("Not known"))
    return Fact(words("Told on"), words("Not told yet"), words("for the council only until then"))


def practice_page(rows: PracticeRows, words: Words) -> PracticePage:
    """The page of one practice."""
    practice, here = rows.practice, word(rows.practice, "id")
    adopt = Action(words("Adopt it"), None, Lead("edit", Edit("adoption", None, {"practice": here})))
    came = word(practice, "from_register")
    told = [each for each in rows.adoptions if word(each, "result")]
    return PracticePage(
        kind="practice",
        id=here,
        title=word(practice, "title"),
        pill=None,
        quiet=sentences(
            words("From {council}", council=came) if came else word(practice, "author_name"),
            word(practice, "partnership_name"),
        ),
        facts=(
            _told_on(practice, words),
            Fact(words("Adopted by"), str(len(rows.adoptions)) if rows.adoptions else words("Nobody yet")),
            Fact(words("Results that came back"), str(len(told)) if told else words("None yet")),
        ),
        sections=(
            *_lines(practice, words),
            *_turned(rows, words),
            adoptions_section(rows, words),
            _helped(rows.helped, here, words),
            *_about(practice, words),
        ),
        primary=adopt,
        spark=rows.turned.spark if rows.turned else (),
        spark_said=_said(rows.turned, words) if rows.turned else "",
    )


def _lines(practice: Record, words: Words) -> list[Section]:
    made = []
    for name in ("problem", "done", "changed"):
        text = word(practice, name)
        lead = Lead("edit", Edit("practice", word(practice, "id"), {}, name))
        made.append(
            Section(
                words(PRACTICE.field(name).label),
                text=text or words("Nothing is written here yet."),
                action=None if text else Action(words("Write it"), "edit", lead),
            )
        )
    return made


def _said(turned: MeasureRow, words: Words) -> str:
    """'46.9% against 48.0%, 2025-26 Q4, better'."""
    parts = (turned.figure or turned.latest, turned.period, turned.way.lower())
    return ", ".join(part for part in parts if part) or words("no reading yet")


def _turned(rows: PracticeRows, words: Words) -> list[Section]:
    if rows.turned is None:
        return []
    pairs = [Pair(words("Measure"), "", rows.turned.title, Lead("measures", rows.turned.id))]
    pairs.append(Pair(words("Latest"), _said(rows.turned, words)))
    if rows.turned.pill:
        shape, said = rows.turned.pill
        pairs.append(Pair(words("Rating"), said, state=shape))
    return [Section(words(TURNED), pairs=tuple(pairs))]


def adoptions_section(rows: PracticeRows, words: Words) -> Section:
    """Who adopted it, since when, and what came of it; a result that is awaited says so."""
    ordered = sorted(rows.adoptions, key=lambda each: word(each, "adopted_on"), reverse=True)
    known = {"practice": word(rows.practice, "id")}
    return Section(
        words("Who adopted it, and what came of it"),
        count_of(ordered),
        (
            Column(words("Who"), 30, strong=True, gives=True),
            Column(words("Since"), 18),
            Column(words("What came of it"), 52, gives=True),
        ),
        tuple(_adoption_row(each, words) for each in ordered),
        words("Nobody has adopted it yet."),
        pairs=_results(ordered, words),
        action=Action(words("Adopt it"), "plus", Lead("edit", Edit("adoption", None, known))),
    )


def _results(adoptions: Sequence[Record], words: Words) -> tuple[Pair, ...]:
    """What came of it, in full: a table cuts what is long."""
    return tuple(
        Pair(word(each, "organisation_name") or word(each, "partnership_name"), word(each, "result"))
        for each in adoptions
        if len(word(each, "result")) > LONG
    )


def _adoption_row(each: Record, words: Words) -> Row:
    lead = Lead("edit", Edit("adoption", word(each, "id"), {}, "result"))
    who = word(each, "organisation_name") or word(each, "partnership_name") or words("Not named")
    where = word(each, "partnership_name") if word(each, "organisation_name") else ""
    result = " ".join(word(each, "result").split())
    return Row(
        (
            Cell(who, note=where, lead=lead),
            Cell(say_date(each.get("adopted_on"), words), lead=lead),
            Cell(result, lead=lead) if result else Cell(words("Tell what came of it"), lead=lead, link=True),
        ),
        "adoption",
        word(each, "id"),
    )


def _helped(helped: Sequence[Helped], practice: str, words: Words) -> Section:
    """Measures and milestones in trouble of the same kind; each with 'Adopt it'."""
    made = []
    for each in helped:
        page = Lead("measures" if each.kind == "measure" else "milestones", each.id)
        adopt = Lead("edit", Edit("adoption", None, {"practice": practice, **each.known}))
        made.append(
            Row(
                (
                    Cell(each.title, lead=page),
                    Cell(each.whose, lead=page),
                    Cell(words(WHY[each.why]), lead=page),
                    Cell(each.pill[1], state=each.pill[0], lead=page),
                    Cell(words("Adopt it"), lead=adopt, link=True),
                )
            )
        )
    return Section(
        words("Could help"),
        count_of(made),
        (
            Column(words("What is in trouble"), 32, strong=True, gives=True),
            Column(words("Whose"), 22, gives=True),
            Column(words("Why it may help"), 22, gives=True),
            Column(words("State"), 12),
            Column("", 12),
        ),
        tuple(made),
        words("Nothing in trouble here is of this kind, or has this cause."),
    )


def _about(practice: Record, words: Words) -> list[Section]:
    pairs = [
        Pair(words(PRACTICE.field(name).label), said)
        for name in ("cause", "tags", "from_register", "note")
        if (said := say_value(PRACTICE.field(name), practice.get(name), words))
    ]
    send = Action(words("Save as a file"), "save", Lead("practice-file", word(practice, "id")))
    passed = words("A small file for another council’s register: it has what is told here, and no note.")
    about = [Section(words("Where it helps"), pairs=tuple(pairs))] if pairs else []
    return [*about, Section(words("Pass it on"), text=passed, action=send)]


def offers_section(offers: Sequence[tuple[Record, str]], measure: Record, words: Words) -> Section | None:
    """On a measure's page: practices that may help it, each with why; None where there is none."""
    if not offers:
        return None
    known = {
        name: word(measure, of)
        for name, of in (("organisation", "owner_organisation"), ("partnership", "partnership"))
        if word(measure, of)
    }
    rows = []
    for practice, why in offers:
        read = Lead("practice", word(practice, "id"))
        whose = word(practice, "from_register") or word(practice, "author_name")
        adopt = Edit("adoption", None, {"practice": word(practice, "id"), **known})
        rows.append(
            Row(
                (
                    Cell(word(practice, "title"), lead=read),
                    Cell(whose, lead=read),
                    Cell(words(WHY[why]), lead=read),
                    Cell(words("Adopt it"), lead=Lead("practice", adopt), link=True),
                )
            )
        )
    return Section(
        words("Somebody mended this"),
        count_of(rows),
        (
            Column(words("What worked"), 40, strong=True, gives=True),
            Column(words("Who tells it"), 24, gives=True),
            Column(words("Why it may help"), 22, gives=True),
            Column("", 14),
        ),
        tuple(rows),
    )


def told_section(
    practices: Sequence[Record], adoptions: Mapping[object, Sequence[Record]], words: Words
) -> Section | None:
    """On the page of whoever told a practice: each, who adopted it, and the last result that came back."""
    if not practices:
        return None
    rows = []
    for each in practices:
        told, lead = adoptions.get(each["id"], ()), Lead("practice", word(each, "id"))
        results = sorted((one for one in told if word(one, "result")), key=lambda one: word(one, "result_on"))
        last = results[-1] if results else None
        who = (word(last, "organisation_name") or word(last, "partnership_name")) if last else ""
        said = " ".join(word(last, "result").split()) if last else words("None yet")
        rows.append(
            Row(
                (
                    Cell(word(each, "title"), lead=lead),
                    Cell(str(len(told)) if told else words("Nobody yet"), quiet=not told, lead=lead),
                    Cell(f"{who}: {said}" if who else said, quiet=not last, lead=lead),
                ),
                "practice",
                word(each, "id"),
            )
        )
    return Section(
        words("Good practice"),
        count_of(rows),
        (
            Column(words("What worked"), 36, strong=True, gives=True),
            Column(words("Adopted by"), 16),
            Column(words("Last result that came back"), 48, gives=True),
        ),
        tuple(rows),
    )
