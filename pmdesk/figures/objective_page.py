"""An objective's page: its thread up and down, the measures that show it, what it contributes to."""

from collections.abc import Iterable, Mapping, Sequence

from pmdesk.domain.check import say_value
from pmdesk.domain.plan import OBJECTIVE
from pmdesk.domain.thread import Measured, Thread, measures_below, partnerships_below
from pmdesk.domain.words import Words
from pmdesk.figures.alignment import objective_title
from pmdesk.figures.measure_rows import MeasureRow
from pmdesk.figures.measures_table import measures_table
from pmdesk.figures.plan_page import (
    MEASURES,
    THREAD,
    PlanRows,
    missing_section,
    objectives_section,
    said_ratings,
)
from pmdesk.figures.rating_counts import rating_counts
from pmdesk.figures.record_page import (
    Action,
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
    count_of,
    sentences,
    word,
)


def objective_page(
    rows: PlanRows,
    objective: str,
    measures: Sequence[MeasureRow],
    alignments: Iterable[Record],
    words: Words,
) -> RecordPage:
    """The page of an objective; `measures` show it themselves, `alignments` have it at either end."""
    thread, record = rows.thread, rows.thread.objectives[objective]
    both = list(alignments)
    known = {"plan": word(record, "plan"), "parent": objective}
    parts = thread.under.get(objective, ())
    return RecordPage(
        "objective",
        objective,
        objective_title(record),
        None,
        _quiet(thread, record, words),
        _facts(rows, objective, words),
        (
            *missing_section(thread, [gap for gap in rows.gaps if gap.record == objective], words),
            Section(words(THREAD)),
            _measures(objective, measures, words),
            _aligned(thread, objective, both, "objective", "serves", words),
            _aligned(thread, objective, both, "serves", "objective", words),
            objectives_section(rows, parts, known, words, words("Its parts")),
            _about(record, words),
        ),
        Action(words("Add measure"), None, Lead("edit", Edit("measure", None, {"objective": objective}))),
    )


def _quiet(thread: Thread, record: Record, words: Words) -> str:
    kind = say_value(OBJECTIVE.field("kind"), record.get("kind"), words)
    owner = word(record, "owner_name")
    return sentences(
        kind or words("Objective"),
        word(record, "plan_name"),
        words("Owner {name}", name=owner) if owner else "",
        word(record, "service"),
    )


def _facts(rows: PlanRows, objective: str, words: Words) -> tuple[Fact, ...]:
    thread = rows.thread
    below, own = measures_below(thread, objective), len(thread.shown_by.get(objective, ()))
    value, note = said_ratings(
        rating_counts((each.rating for each in below.values()), rows.rules, words), words
    )
    behind = [
        rows.partnerships[each] for each in partnerships_below(thread, objective) if each in rows.partnerships
    ]
    serves = thread.serves.get(objective, ())
    return (
        Fact(words("Measures"), str(len(below)), _split(own, below, words)),
        Fact(words("Rating"), value, note),
        Fact(words("Partnerships"), str(len(behind)), behind[0] if len(behind) == 1 else ""),
        Fact(
            words("Contributes to"),
            words.plural(len(serves), "{n} objective", "{n} objectives") if serves else words("Nothing yet"),
            objective_title(thread.objectives[serves[0]]) if len(serves) == 1 else "",
        ),
    )


def _split(own: int, below: Mapping[str, Measured], words: Words) -> str:
    """How many show it itself, where others show what is below it."""
    if len(below) == own:
        return ""
    return words("{n} of them its own", n=own) if own else words("all by what serves it")


def _measures(objective: str, measures: Sequence[MeasureRow], words: Words) -> Section:
    """The measures that show it themselves, the worst first."""
    none = words("No measure shows this objective itself.")
    return measures_table(words(MEASURES), measures, ("objective", objective), none, "", words)


def _aligned(
    thread: Thread, objective: str, alignments: Sequence[Record], mine: str, other: str, words: Words
) -> Section:
    """The alignments of which this objective is one end, with the objective at the other."""
    upwards = mine == "objective"
    rows = tuple(
        _alignment_row(thread, each, word(each, other))
        for each in alignments
        if word(each, mine) == objective and word(each, other) in thread.objectives
    )
    said = words("Align to another plan’s objective") if upwards else words("Align an objective to it")
    return Section(
        words("Contributes to") if upwards else words("What contributes to it"),
        count_of(rows),
        (Column(words("Objective"), 40, strong=True), Column(words("Plan"), 26), Column(words("How"), 34)),
        rows,
        words("Not aligned to an objective of another plan yet.")
        if upwards
        else words("No objective of another plan contributes to it yet."),
        action=Action(said, "plus", Lead("edit", Edit("alignment", None, {mine: objective}, other))),
    )


def _alignment_row(thread: Thread, alignment: Record, other: str) -> Row:
    lead = Lead("plans", other)
    return Row(
        (
            Cell(objective_title(thread.objectives[other]), lead=lead, link=True),
            Cell(word(thread.plan_of(other), "name"), lead=lead, quiet=True),
            Cell(
                word(alignment, "how"), lead=Lead("edit", Edit("alignment", word(alignment, "id"), {}, "how"))
            ),
        ),
        "alignment",
        word(alignment, "id"),
    )


def _about(record: Record, words: Words) -> Section:
    pairs = [Pair(words("Plan"), "", word(record, "plan_name"), Lead("plans", word(record, "plan")))]
    if record.get("parent"):
        lead = Lead("plans", word(record, "parent"))
        pairs.append(Pair(words("Part of"), "", word(record, "parent_name"), lead))
    if record.get("owner"):
        lead = Lead("members", word(record, "owner"))
        pairs.append(Pair(words("Owner"), "", word(record, "owner_name"), lead))
    for name in ("service", "note"):
        if said := say_value(OBJECTIVE.field(name), record.get(name), words):
            pairs.append(Pair(words(OBJECTIVE.field(name).label), said))
    return Section(words("About this objective"), text=word(record, "description"), pairs=tuple(pairs))
