"""The outline of all plans with their objectives, and beside each what its measures say: frozen rows."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from pmdesk.domain.check import say_value
from pmdesk.domain.dates import say_date
from pmdesk.domain.plan import PLAN, PLAN_KINDS
from pmdesk.domain.series import Rule
from pmdesk.domain.thread import ASTRAY, Thread, measures_of_plan
from pmdesk.domain.words import N_, Words
from pmdesk.figures.alignment import objective_title
from pmdesk.figures.rating_counts import RatingCount, judged, rating_counts, said_counts
from pmdesk.figures.record_page import Pill, Record, word

# The views that stand above the plans: the page's name for each, and its words.
VIEWS: Mapping[str, str] = {"gaps": N_("Gaps"), "by-theme": N_("By theme and by objective")}
# What a group of plans is headed.
_HEADS: Mapping[str, str] = {
    "corporate_plan": N_("Corporate plans"),
    "community_strategy": N_("Community strategies"),
    "service_plan": N_("Service plans"),
    "partnership_plan": N_("Partnership plans"),
    "": N_("Other plans"),
}


class OutlineRow(NamedTuple):
    """`kind` is 'view', 'group', 'plan' or 'objective'; `depth` is 0 for a plan, 1 for its tops, and on.

    `counts` are the met, close and missed of all measures below; `spoken` is the row as a reader hears it;
    `pill` is the state of a partnership's reporting line.
    """

    kind: str
    id: str
    title: str
    quiet: str = ""
    depth: int = 0
    counts: tuple[RatingCount, ...] = ()
    problem: str = ""
    spoken: str = ""
    pill: Pill | None = None


def outline(
    thread: Thread,
    counts: Mapping[str, Mapping[str, int]],
    gaps: int,
    rules: Sequence[Rule],
    words: Words,
    typed: str = "",
) -> tuple[OutlineRow, ...]:
    """Every plan by kind with its objectives; with `typed` only what matches and what that is part of.

    `counts` are the ratings of all measures below each objective (domain/thread.py, ratings_below).
    """
    rows: list[OutlineRow] = []
    for kind, head in _HEADS.items():
        found = [
            row
            for plan, record in thread.plans.items()
            if _kind(record) == kind
            for row in _plan(thread, plan, counts, rules, words)
        ]
        if shown := matching(found, typed):
            rows += [OutlineRow("group", kind, words(head)), *shown]
    if lost := matching(_homeless(thread, counts, rules, words), typed):
        rows += [OutlineRow("group", "lost", words("Objectives without a plan")), *lost]
    return (*_views(gaps, words), *rows) if thread.plans or thread.objectives else ()


def matching(rows: Sequence[OutlineRow], typed: str) -> list[OutlineRow]:
    """The rows that have every word typed, what they are part of, and all of a plan whose name has them."""
    wanted = _folded(typed).split()
    if not wanted:
        return list(rows)
    keep: set[int] = set()
    whole = -1  # the depth of a plan whose name matches: all under it stays
    way: list[int] = []
    for at, row in enumerate(rows):
        way = [each for each in way if rows[each].depth < row.depth]
        whole = -1 if row.depth <= whole else whole
        hit = all(each in _folded(f"{row.title} {row.quiet}") for each in wanted)
        if hit and row.kind == "plan":
            whole = row.depth
        if hit or whole >= 0:
            keep.update((*way, at))
        way.append(at)
    return [row for at, row in enumerate(rows) if at in keep]


def _views(gaps: int, words: Words) -> tuple[OutlineRow, ...]:
    count = {"gaps": str(gaps) if gaps else words("none")}
    made = []
    for view, title in VIEWS.items():
        said = words(title), count.get(view, "")
        made.append(OutlineRow("view", view, *said, spoken=" ".join(said).strip()))
    return tuple(made)


def _plan(
    thread: Thread, plan: str, counts: Mapping[str, Mapping[str, int]], rules: Sequence[Rule], words: Words
) -> list[OutlineRow]:
    record = thread.plans[plan]
    ratings = [each.rating for each in measures_of_plan(thread, plan).values()]
    row = OutlineRow("plan", plan, word(record, "name"), plan_years(record, words))
    said = say_value(PLAN.field("kind"), record.get("kind"), words)
    made = _with_counts(row, ratings, said, rules, words)
    return [made, *_objectives(thread, thread.tops.get(plan, ()), 1, counts, rules, words)]


def plan_years(record: Record, words: Words) -> str:
    """'2024 to 2028', or what of it is known."""
    starts, ends = (say_date(record.get(name), words) for name in ("starts", "ends"))
    if starts and ends:
        return words("{start} to {end}", start=starts, end=ends)
    return words("from {day}", day=starts) if starts else words("to {day}", day=ends) if ends else ""


def _objectives(
    thread: Thread,
    tops: Iterable[str],
    depth: int,
    counts: Mapping[str, Mapping[str, int]],
    rules: Sequence[Rule],
    words: Words,
) -> list[OutlineRow]:
    """Objectives and their parts, each followed by its own."""
    rows, stack = list[OutlineRow](), [(each, depth) for each in reversed(list(tops))]
    while stack:
        here, depth = stack.pop()
        title = objective_title(thread.objectives[here])
        problem = words(ASTRAY[thread.astray[here]]) if here in thread.astray else ""
        row = OutlineRow("objective", here, title, "", depth, problem=problem)
        rows.append(_with_counts(row, counts.get(here, {}), problem, rules, words))
        stack += [(each, depth + 1) for each in reversed(thread.under.get(here, ()))]
    return rows


def _homeless(
    thread: Thread, counts: Mapping[str, Mapping[str, int]], rules: Sequence[Rule], words: Words
) -> list[OutlineRow]:
    return _objectives(thread, thread.tops.get("", ()), 0, counts, rules, words)


def _with_counts(
    row: OutlineRow,
    ratings: Iterable[str] | Mapping[str, int],
    said: str,
    rules: Sequence[Rule],
    words: Words,
) -> OutlineRow:
    counts = judged(rating_counts(ratings, rules, words))
    told = ", ".join(part for part in (row.title, said, row.quiet, said_counts(counts, words)) if part)
    return row._replace(counts=counts, spoken=told)


def _kind(record: Record) -> str:
    return word(record, "kind") if word(record, "kind") in dict(PLAN_KINDS) else ""


def _folded(text: str) -> str:
    """Without case and accents: 'Tŷ' is found by 'ty'."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
