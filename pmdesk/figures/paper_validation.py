"""What the paper of a validation prints: each head's score, strength, gap and evidence beside the figures."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pmdesk.domain.check import say_value
from pmdesk.domain.dates import say_date
from pmdesk.domain.validation import HEADS, VALIDATION_HEAD
from pmdesk.domain.words import Words
from pmdesk.figures.paper_scrutiny import Block
from pmdesk.figures.paper_values import Cell, Column
from pmdesk.figures.record_page import Record, sentences, word
from pmdesk.figures.validation import SHAPES, Framework, ValidationRows


@dataclass(frozen=True, slots=True)
class ValidationFigures:
    """The whole paper; `summary` is the council's own words, `standing` how the scores stand."""

    council: str
    title: str
    quiet: str
    standing: str
    summary: str
    blocks: tuple[Block, ...]
    note: str
    made_on: str


def validation_figures(
    rows: ValidationRows, named: Mapping[str, Mapping[str, str]], council: str, today: str, words: Words
) -> ValidationFigures:
    """The paper; `named` has by head the names of what it rests on, those that may be printed."""
    record = rows.validation
    day, by = say_date(record.get("held_on"), words), word(record, "held_by")
    return ValidationFigures(
        council=council,
        title=word(record, "title"),
        quiet=words("Done on {day} by {who}", day=day, who=by) if by else words("Done on {day}", day=day),
        standing=_standing(rows, words),
        summary=word(record, "summary"),
        blocks=(_heads(rows, named, words), *_plans(rows.framework, words), *_floors(rows.framework, words)),
        note=words(
            "The scores are the council’s own, of the day it looked. What the register says is as at {day}.",
            day=say_date(today, words),
        ),
        made_on=today,
    )


def _standing(rows: ValidationRows, words: Words) -> str:
    """'8 of 8 heads are scored: 3 green, 2 amber/green.' and how that is beside the time before."""
    field, counts = VALIDATION_HEAD.field("score"), dict[str, int]()
    for code, _said in field.choices:
        if n := sum(each.get("score") == code for each in rows.heads.values()):
            counts[code] = n
    told = ", ".join(f"{n} {say_value(field, code, words).lower()}" for code, n in counts.items())
    scored = sum(counts.values())
    if not scored:
        return words("No head is scored yet.")
    return words("{n} of {m} heads are scored: {counts}.", n=scored, m=len(HEADS), counts=told)


def _heads(rows: ValidationRows, named: Mapping[str, Mapping[str, str]], words: Words) -> Block:
    made = []
    for code, title in HEADS:
        head, said = rows.heads.get(code, {}), rows.framework.heads.get(code)
        before = word(rows.before.get(code, {}), "score")
        earlier = say_value(VALIDATION_HEAD.field("score"), before, words).lower() if before else ""
        made.append(
            (
                Cell(words(title), strong=True),
                Cell(
                    say_value(VALIDATION_HEAD.field("score"), head.get("score"), words)
                    or words("not scored"),
                    quiet=words("last time {score}", score=earlier) if earlier else "",
                    strong=True,
                    state=SHAPES.get(word(head, "score"), "none"),
                ),
                Cell("\n".join(_strong_and_missing(head, words))),
                Cell(
                    word(head, "evidence"),
                    quiet="\n".join(
                        part for part in ("; ".join(named.get(code, {}).values()), said.said if said else "")
                        if part
                    ),
                ),
            )
        )  # fmt: skip
    return Block(
        words("The heads"),
        "",
        (
            Column(words("Head"), 94),
            Column(words("Score"), 102),
            Column(words("What is strong, and what is missing"), 146),
            Column(words("What it rests on"), 140),
        ),
        tuple(made),
    )


def _strong_and_missing(head: Record, words: Words) -> Iterator[str]:
    for name, said in (("strength", words("Strong: {what}")), ("gap", words("Missing: {what}"))):
        if text := " ".join(word(head, name).split()):
            yield sentences(said.format(what=text))


def _plans(framework: Framework, words: Words) -> Iterator[Block]:
    if framework.plans:
        yield Block(
            words("SMART, plan by plan"),
            words("How many of the measures of each plan answer all five letters."),
            (Column(words("Plan"), 332), Column(words("With all five letters"), 150, right=True)),
            tuple(
                (Cell(name, strong=True), Cell(words("{k} of {n}", k=whole, n=of)))
                for _id, name, whole, of in framework.plans
            ),
        )


def _floors(framework: Framework, words: Words) -> Iterator[Block]:
    if framework.floors:
        yield Block(
            words("Distance to travel to floor targets"),
            words("The measures that are short of their floor."),
            (
                Column(words("Measure"), 212),
                Column(words("To the floor"), 140),
                Column(words("At this rate"), 130),
            ),
            tuple(
                (Cell(each.title, strong=True), Cell(each.gap), Cell(each.takes)) for each in framework.floors
            ),
        )
