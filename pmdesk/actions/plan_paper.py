"""From the register to the performance report of a plan: its own measures and those that contribute to it."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from pmdesk.actions import public
from pmdesk.actions.figure_papers import say_left_out, say_provisional
from pmdesk.actions.public_challenges import printed_of
from pmdesk.actions.this_laptop import council_name
from pmdesk.actions.thread import gaps, read_thread, without
from pmdesk.domain.balance import balance
from pmdesk.domain.check import Refused, say_value
from pmdesk.domain.plan import PLAN
from pmdesk.domain.thread import Thread, measures_of_plan
from pmdesk.domain.thread_gaps import GAPS, Gap, lacking_outcome, of_plan
from pmdesk.domain.words import N_, Say, Words
from pmdesk.figures.alignment import objective_title
from pmdesk.figures.balance import balance_figures
from pmdesk.figures.exchanges import challenged_measures, say_challenged
from pmdesk.figures.grouped import grouped
from pmdesk.figures.measure_story import MeasureStory, measure_story
from pmdesk.figures.paper_plan import (
    PlanFigures,
    counts_of,
    exceptions_first,
    measure_columns,
    measure_groups,
    say_ready,
    say_summary,
    say_usual,
    unready_rows,
)
from pmdesk.figures.paper_tiles import tile_of
from pmdesk.figures.paper_values import Cell, Column
from pmdesk.figures.plan_outline import plan_years
from pmdesk.figures.record_page import sentences, word
from pmdesk.register.lists import Row
from pmdesk.register.store import Register


def plan_figures(register: Register, plan: str, words: Words, today: str) -> PlanFigures:
    """What the report of a plan (its id) says; Refused for one without objectives."""
    row, thread = public.public_one(register, "plan", plan), read_thread(register)
    if not row or not thread.tops.get(plan):
        raise Refused(
            Say(
                N_("‘{name}’ has no objectives yet, so there is nothing to report. Add some on its page."),
                {"name": register.title(plan)},
            )
        )
    hidden = public.internal_measures(register) & set(measures_of_plan(thread, plan))
    read = stories_of(register, measures_of_plan(without(thread, hidden), plan), today)
    stories = exceptions_first(read)
    found, _left_out = gaps(register, thread)
    counts, unready = counts_of(stories, register.rules(), words), unready_rows(stories, words)
    lacking = [each for each in lacking_outcome(thread) if thread.objectives[each].get("plan") == plan]
    asked = printed_of(register, "measure", [each.measure["id"] for each in stories], today, words)
    marked = challenged_measures(asked)
    tiles = (
        tile_of(each, words, say_challenged(words) if each.measure["id"] in marked else "")
        for each in stories
    )
    return PlanFigures(
        council=council_name(register),
        plan=word(row, "name"),
        quiet=_quiet(row, words),
        summary=say_summary(counts, words),
        reach=f"{_reach(thread, plan, stories, words)} {say_usual(stories, words)}".strip(),
        counts=counts,
        balance=balance_figures(
            balance(each.measure for each in stories),
            words,
            [objective_title(thread.objectives[each]) for each in lacking],
        ),
        columns=measure_columns(words),
        groups=measure_groups(stories, words, marked),
        tiles=tuple(each for each in tiles if each),
        gap_columns=(Column(words("What is missing"), 170), Column(words("Where"), 312)),
        gaps=_gap_rows(thread, of_plan(thread, found, plan), words),
        unready=unready,
        ready=say_ready(stories, unready, words) if stories else "",
        notes=tuple(
            note for note in (say_left_out(len(hidden), words), say_provisional(stories, words)) if note
        ),
        made_on=today,
        exchanges=asked,
    )


def stories_of(register: Register, wanted: Collection[str], today: str) -> list[MeasureStory]:
    """The stories of these measures without anything private, by code; what they serve is not read."""
    ids, rules = tuple(wanted), register.rules()
    if not ids:
        return []
    targets = grouped(public.public_all(register, "target", measure=ids), "measure")
    readings = grouped(public.public_all(register, "reading", measure=ids), "measure")
    rows = public.public_all(register, "measure", id=ids)
    return [
        measure_story(row, targets.get(row["id"], []), readings.get(row["id"], []), rules, today)
        for row in sorted(rows, key=_by_code)
    ]


def _by_code(row: Mapping[str, object]) -> tuple[bool, str, str]:
    return not row.get("code"), word(row, "code"), word(row, "title").casefold()


def _quiet(row: Row, words: Words) -> str:
    kind = say_value(PLAN.field("kind"), row.get("kind"), words)
    whose = word(row, "partnership_name") or word(row, "organisation_name")
    return sentences(kind, whose, word(row, "service"), plan_years(row, words))


def _reach(thread: Thread, plan: str, stories: Sequence[MeasureStory], words: Words) -> str:
    """How many of the measures are the plan's own, and how many those of what contributes to it."""
    own = {
        measure.id
        for objective, found in thread.shown_by.items()
        if thread.objectives[objective].get("plan") == plan
        for measure in found
    }
    direct = sum(word(each.measure, "id") in own for each in stories)
    further = len(stories) - direct
    if not further:
        return ""
    parts = (
        words.plural(direct, "{n} of them shows its own objectives.", "{n} of them show its own objectives."),
        words.plural(
            further,
            "{n} shows an objective of another plan that contributes to them.",
            "{n} show objectives of other plans that contribute to them.",
        ),
    )
    return " ".join(parts)


def _gap_rows(thread: Thread, found: Iterable[Gap], words: Words) -> tuple[tuple[Cell, ...], ...]:
    """Each kind of gap with the objectives that have it."""
    where: dict[str, list[str]] = {}
    for gap in found:
        where.setdefault(gap.what, []).append(objective_title(thread.objectives[gap.record]))
    return tuple(
        (Cell(words(GAPS[what]), strong=True), Cell("\n".join(names))) for what, names in where.items()
    )
