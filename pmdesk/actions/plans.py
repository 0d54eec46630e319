"""What the Plans page shows and does: outline, the record in hand with its thread, gaps, new links."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from pmdesk.actions.conflicts import unsettled_in
from pmdesk.actions.measure_story import story
from pmdesk.actions.reading import read_record
from pmdesk.actions.records import save
from pmdesk.actions.thread import gaps, measure_rows, read_thread
from pmdesk.domain.balance import balance
from pmdesk.domain.series import Rule
from pmdesk.domain.thread import Measured, Thread, measures_of_plan, ratings_below
from pmdesk.domain.thread_gaps import Gap, of_plan
from pmdesk.domain.words import Words
from pmdesk.figures.alignment import objective_title, worst_first
from pmdesk.figures.measure_rows import MeasureRow
from pmdesk.figures.measure_story import MeasureStory
from pmdesk.figures.objective_page import objective_page
from pmdesk.figures.plan_gaps import gaps_page
from pmdesk.figures.plan_outline import OutlineRow, outline
from pmdesk.figures.plan_page import PlanRows, plan_page
from pmdesk.figures.record_page import RecordPage
from pmdesk.figures.thread import ThreadFigures, measure_thread, objective_thread, places_below, read_by
from pmdesk.register.lists import Row
from pmdesk.register.store import Changes, Register

# The kinds the Plans page shows: when one of them changes it reads again.
SHOWS = (
    "plan", "objective", "alignment", "measure", "serves", "target", "reading", "partnership", "organisation",
    "person", "rating_rule", "settings", "challenge", "challenge_reply",
)  # fmt: skip
MOST_TILES = 24  # small charts on a plan's page
MOST_ROWS = 100  # measures in the table of one objective


class PlansRead(NamedTuple):
    """Everything the Plans page says, read from the register in one pass.

    `counts` are the ratings of all measures below each objective; `left_out` gaps are only counted.
    """

    thread: Thread
    gaps: list[Gap]
    left_out: int
    rules: list[Rule]
    partnerships: dict[str, str]
    counts: dict[str, Counter[str]]

    def rows(self) -> PlanRows:
        """What the pages of plans and objectives are said from."""
        return PlanRows(self.thread, self.gaps, self.rules, self.partnerships, self.counts)


def read_plans(register: Register) -> PlansRead:
    """The thread of all plans and where it is broken."""
    thread = read_thread(register)
    found, left_out = gaps(register, thread)
    names = {str(row["id"]): str(row["name"]) for row in register.all("partnership")}
    return PlansRead(thread, found, left_out, register.rules(), names, ratings_below(thread))


def plans_outline(read: PlansRead, words: Words, typed: str = "") -> tuple[OutlineRow, ...]:
    """The rows at the left of the page, those that match what was typed."""
    return outline(read.thread, read.counts, len(read.gaps) + read.left_out, read.rules, words, typed)


def kind_of(register: Register, read: PlansRead, record: str) -> str:
    """'plan', 'objective' or 'measure': what an id on this page is; '' when it is none of them any more."""
    if record in read.thread.plans:
        return "plan"
    if record in read.thread.objectives:
        return "objective"
    row = register.get("measure", record)
    return "measure" if row and not row["deleted"] else ""


def page_of(
    register: Register, read: PlansRead, record: str, today: str, words: Words
) -> tuple[RecordPage, ThreadFigures | None] | None:
    """The page of a plan or an objective, and an objective's thread; None when it is not there."""
    if record in read.thread.plans:
        asked = unsettled_in(register, "plan", record)
        return replace(plan_page(read.rows(), record, words), unsettled=asked), None
    if record not in read.thread.objectives:
        return None
    own = worst_first(read.thread.shown_by.get(record, ()))[:MOST_ROWS]
    places = places_below(read.thread, record)
    said = _said(register, [*own, *read_by(places)], read.rules, today, words)
    alignments = [*register.all("alignment", objective=record), *register.all("alignment", serves=record)]
    page = objective_page(
        read.rows(), record, [said[each.id] for each in own if each.id in said], alignments, words
    )
    page = replace(page, unsettled=unsettled_in(register, "objective", record))
    return page, objective_thread(read.thread, record, places, said, read.partnerships, words)


def thread_from(register: Register, read: PlansRead, measure: str, today: str, words: Words) -> ThreadFigures:
    """The thread from a measure up to priorities and themes; Refused when it is not there."""
    row = read_record(register, "measure", measure)
    said = _said(register, [Measured(measure, int(str(row["n"])))], read.rules, today, words)
    shown = [
        objective for objective, found in read.thread.shown_by.items() if measure in {one.id for one in found}
    ]
    return measure_thread(read.thread, said[measure], shown, words)


def gaps_of_plans(register: Register, read: PlansRead, words: Words) -> RecordPage:
    """All gaps, by kind, as a page."""
    loose = [gap.record for gap in read.gaps if gap.kind == "measure"]
    titles = {}
    for first in range(0, len(loose), 500):
        for row in register.all("measure", id=tuple(loose[first : first + 500])):
            titles[str(row["id"])] = _title(row)
    return gaps_page(read.thread, read.gaps, read.left_out, titles, words)


def stories_of(register: Register, read: PlansRead, plan: str, today: str) -> list[MeasureStory]:
    """The measures of a plan for its small charts, the worst first, as many as a page holds."""
    found = worst_first(measures_in(read, plan).values())
    return [story(register, each.id, today) for each in found[:MOST_TILES]]


def measures_in(read: PlansRead, plan: str) -> dict[str, Measured]:
    """The measures of a plan by id, each once."""
    return measures_of_plan(read.thread, plan)


def balance_of(read: PlansRead, plan: str) -> tuple[dict[str, int], list[str]]:
    """(how many measures of a plan are of each kind, names of its objectives without an outcome): rule 10."""
    counts = balance({"kind": each.kind} for each in measures_in(read, plan).values())
    bare = [gap.record for gap in of_plan(read.thread, read.gaps, plan) if gap.what == "no_outcome"]
    return counts, [objective_title(read.thread.objectives[each]) for each in bare]


def link_measure(register: Register, measure: str, objective: str) -> tuple[str, Changes]:
    """Let a measure show an objective: as its first where it has none, else as a further one; one Undo."""
    row = read_record(register, "measure", measure)
    first = register.get("objective", str(row["objective"])) if row.get("objective") else None
    if first is None or first["deleted"]:
        return save(register, "measure", {"objective": objective}, measure)
    return save(register, "serves", {"measure": measure, "objective": objective})


def _said(
    register: Register, wanted: Iterable[Measured], rules: list[Rule], today: str, words: Words
) -> dict[str, MeasureRow]:
    each = {one.id: one for one in wanted}
    return {row.id: row for _record, row in measure_rows(register, each.values(), rules, today, words)}


def _title(row: Row) -> str:
    return " ".join(str(row[name]) for name in ("code", "title") if row.get(name))
