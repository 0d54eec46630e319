"""A plan's page: what it holds, how its measures stand, what is missing; from the thread already read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pmdesk.domain.check import say_value
from pmdesk.domain.plan import OBJECTIVE, PLAN
from pmdesk.domain.series import Rule
from pmdesk.domain.thread import (
    Measured,
    Thread,
    measures_below,
    measures_of_plan,
)
from pmdesk.domain.thread_gaps import GAPS, Gap, of_plan
from pmdesk.domain.words import N_, Words
from pmdesk.figures.alignment import objective_title
from pmdesk.figures.plan_gaps import MENDS, mended_by
from pmdesk.figures.plan_outline import plan_years
from pmdesk.figures.rating_counts import RatingCount, judged, rating_counts, said_counts
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

# The sections that are drawn rather than written; the window puts its own drawing under the heading.
THREAD, MEASURES, BALANCE = N_("Golden thread"), N_("Measures"), N_("Balance")
SIDES = N_("The same figures on both sides")


@dataclass(frozen=True, slots=True)
class PlanRows:
    """What the pages are said from: the thread, its gaps, the council's rules, partnerships' names by id.

    `counts` are the ratings of all measures below each objective.
    """

    thread: Thread
    gaps: Sequence[Gap]
    rules: Sequence[Rule]
    partnerships: Mapping[str, str]
    counts: Mapping[str, Mapping[str, int]]


def plan_page(rows: PlanRows, plan: str, words: Words) -> RecordPage:
    """The page of a plan."""
    thread = rows.thread
    record = thread.plans[plan]
    measures = measures_of_plan(thread, plan)
    gaps = of_plan(thread, rows.gaps, plan)
    new = Edit("objective", None, {"plan": plan})
    return RecordPage(
        "plan",
        plan,
        word(record, "name"),
        None,
        _quiet(record, words),
        _facts(rows, plan, measures, gaps, words),
        (
            Section(
                words(BALANCE), count_of(measures), text="" if measures else words("Nothing is measured yet.")
            ),
            objectives_section(rows, thread.tops.get(plan, ()), {"plan": plan}, words),
            Section(words(MEASURES), count_of(measures)),
            *missing_section(thread, gaps, words),
            _about(record, words),
        ),
        Action(words("New objective"), None, Lead("edit", new)),
    )


def objectives_section(
    rows: PlanRows, objectives: Sequence[str], known: Mapping[str, str], words: Words, title: str = ""
) -> Section:
    """Objectives with what their measures say, each counted through the whole thread."""
    return Section(
        title or words("Objectives"),
        count_of(objectives),
        (
            Column(words("Objective"), 46, strong=True),
            Column(words("Kind"), 14),
            Column(words("Measures"), 12, align="right"),
            Column(words("Met, close and missed"), 28),
        ),
        tuple(_objective_row(rows, each, rows.counts[each], words) for each in objectives),
        words("No objectives yet."),
        action=Action(words("Add objective"), "plus", Lead("edit", Edit("objective", None, known))),
    )


def missing_section(thread: Thread, gaps: Sequence[Gap], words: Words) -> tuple[Section, ...]:
    """What is missing, each with the link that mends it; no section when nothing is."""
    if not gaps:
        return ()
    rows = tuple(
        Row(
            (
                Cell(words(_LACKS[gap.what]), lead=mended_by(gap)),
                Cell(objective_title(thread.objectives[gap.record]), lead=Lead("plans", gap.record)),
                Cell(words(MENDS[gap.what]), lead=mended_by(gap), link=True),
            )
        )
        for gap in gaps
    )
    columns = (
        Column(words("Gap"), 30),
        Column(words("Objective"), 44, strong=True),
        Column(words("To mend it"), 26),
    )
    return (Section(words("What is missing"), count_of(rows), columns, rows),)


def said_ratings(counts: Sequence[RatingCount], words: Words) -> tuple[str, str]:
    """('7 of 9 met', '1 close, 1 missed'): what is judged at all; ('None rated yet', '') when nothing is."""
    found = judged(counts)
    total = sum(each.n for each in found)
    if not total:
        return words("None rated yet"), ""
    met = next((each for each in found if each.rating == "green"), None)
    rest = [each for each in found if each.rating != "green"]
    if met is None:
        return words("None of {n} met", n=total), said_counts(rest, words)
    return words("{met} of {n} {word}", met=met.n, n=total, word=met.word.lower()), said_counts(rest, words)


# What a record lacks, in a few words.
_LACKS: Mapping[str, str] = {
    "not_served": N_("No partnership serves it"),
    "not_aligned": N_("Aligned to nothing"),
    "no_measure": N_("No measure"),
    "no_outcome": N_("No outcome measure"),
    "astray": N_("Out of its place"),
}


def _quiet(record: Record, words: Words) -> str:
    return sentences(
        say_value(PLAN.field("kind"), record.get("kind"), words),
        word(record, "organisation_name"),
        word(record, "partnership_name"),
        word(record, "service"),
        plan_years(record, words),
    )


def _facts(
    rows: PlanRows, plan: str, measures: Mapping[str, Measured], gaps: Sequence[Gap], words: Words
) -> tuple[Fact, ...]:
    thread = rows.thread
    objectives = [each for each, row in thread.objectives.items() if row.get("plan") == plan]
    tops = len(thread.tops.get(plan, ()))
    value, note = said_ratings(
        rating_counts((each.rating for each in measures.values()), rows.rules, words), words
    )
    kinds = [words(GAPS[what]) for what in dict.fromkeys(gap.what for gap in gaps)]
    return (
        Fact(
            words("Objectives"),
            str(len(objectives)),
            words("{n} at the top", n=tops) if len(objectives) > tops else "",
        ),
        Fact(words("Measures"), str(len(measures))),
        Fact(words("Rating"), value, note),
        Fact(words("Gaps"), str(len(gaps)), kinds[0] if len(kinds) == 1 else _kinds(len(kinds), words)),
    )


def _kinds(kinds: int, words: Words) -> str:
    return words.plural(kinds, "of {n} kind", "of {n} kinds") if kinds else words("nothing is missing")


def _objective_row(rows: PlanRows, objective: str, counts: Mapping[str, int], words: Words) -> Row:
    record, lead = rows.thread.objectives[objective], Lead("plans", objective)
    said = said_counts(judged(rating_counts(counts, rows.rules, words)), words)
    return Row(
        (
            Cell(objective_title(record), lead=lead),
            Cell(say_value(OBJECTIVE.field("kind"), record.get("kind"), words), lead=lead, quiet=True),
            Cell(str(len(measures_below(rows.thread, objective))), lead=lead),
            Cell(said, lead=lead),
        ),
        "objective",
        objective,
    )


def _about(record: Record, words: Words) -> Section:
    pairs = []
    for name, page in (("organisation", "partners"), ("partnership", "partnerships")):
        if record.get(name):
            lead = Lead(page, word(record, name))
            pairs.append(Pair(words(PLAN.field(name).label), "", word(record, f"{name}_name"), lead))
    for name in ("service", "starts", "ends", "note"):
        if said := say_value(PLAN.field(name), record.get(name), words):
            pairs.append(Pair(words(PLAN.field(name).label), said))
    empty = "" if pairs else words("Nothing more is known about it yet.")
    return Section(words("About this plan"), text=empty, pairs=tuple(pairs))
