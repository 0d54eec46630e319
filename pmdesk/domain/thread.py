"""The golden thread: from a corporate priority down to measures and partnerships, and from any measure up.

Source: ¶95.1 and ¶96 (case 7). A measure is entered once and counts for every objective above it: the one it
shows, those that this one is part of, and those of other plans that any of these contributes to.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pmdesk.domain.plan import PLAN_KINDS
from pmdesk.domain.words import N_

Record = Mapping[str, object]

# Why an objective stands at the top of its plan although it says that it is part of another.
ASTRAY: Mapping[str, str] = {
    "circle": N_("It is part of itself, by way of others"),
    "other_plan": N_("It is part of an objective of another plan"),
    "gone": N_("The objective it was part of has been deleted"),
    "no_plan": N_("Its plan has been deleted"),
}
_DIGITS = re.compile(r"(\d+)")


class Measured(NamedTuple):
    """What the thread needs of a measure: `n` is its row number, `rating` what is kept beside it."""

    id: str
    n: int = 0
    partnership: str = ""
    kind: str = ""
    rating: str = ""


class Step(NamedTuple):
    """An objective met on the way, by way of `via`: `depth` from the start; `how` is 'part' or 'aligned'."""

    objective: str
    depth: int
    how: str
    via: str = ""


@dataclass(frozen=True)
class Thread:
    """The plans' objectives and what joins them, each list in the order a person reads it.

    `under` are an objective's own parts, `tops` those of a plan that are part of nothing ('' for objectives
    without a plan); `serves` and `served_by` follow alignments; `shown_by` are the measures that show an
    objective themselves. `astray` says why a part was put at the top (a code of ASTRAY).
    """

    plans: Mapping[str, Record]
    objectives: Mapping[str, Record]
    parent: Mapping[str, str]
    under: Mapping[str, Sequence[str]]
    tops: Mapping[str, Sequence[str]]
    astray: Mapping[str, str]
    serves: Mapping[str, Sequence[str]]
    served_by: Mapping[str, Sequence[str]]
    shown_by: Mapping[str, Sequence[Measured]]

    def plan_of(self, objective: str) -> Record:
        """The plan an objective stands in; empty when that is gone."""
        return self.plans.get(_word(self.objectives.get(objective, {}), "plan"), {})


def thread_of(
    plans: Iterable[Record],
    objectives: Iterable[Record],
    alignments: Iterable[Record] = (),
    shown: Iterable[tuple[str, Measured]] = (),
) -> Thread:
    """The thread of these records; `shown` are (objective, measure that shows it). Nothing breaks it.

    A circle, a parent in another plan, a link to what was deleted: a merge of two laptops' work can make all
    of them. The objective stands at the top and says why; the rest hangs on as before.

    >>> rows = [{"id": "1", "plan": "cp"}, {"id": "2", "plan": "cp", "parent": "1"}]
    >>> made = thread_of([{"id": "cp"}], rows)
    >>> made.tops["cp"], made.under["1"]
    (['1'], ['2'])
    """
    kept_plans = {_word(row, "id"): row for row in sorted(plans, key=_plan_key)}
    rows = {_word(row, "id"): row for row in sorted(objectives, key=order_key)}
    parent, astray = _parents(rows, kept_plans)
    under, tops = dict[str, list[str]](), dict[str, list[str]]()
    for each, row in rows.items():
        if each in parent:
            under.setdefault(parent[each], []).append(each)
        else:
            plan = _word(row, "plan")
            tops.setdefault(plan if plan in kept_plans else "", []).append(each)
    serves, served_by = _aligned(rows, alignments)
    shown_by = dict[str, dict[str, Measured]]()
    for objective, measure in shown:
        if objective in rows:
            shown_by.setdefault(objective, {})[measure.id] = measure
    measures = {objective: tuple(found.values()) for objective, found in shown_by.items()}
    return Thread(kept_plans, rows, parent, under, tops, astray, serves, served_by, measures)


def order_key(row: Record) -> tuple[object, ...]:
    """Sorts objectives as their plan numbers them: 2 before 10, 3 before 3.1; those without by name.

    >>> sorted([{"code": "10"}, {"name": "B"}, {"code": "3.1"}, {"code": "3"}], key=order_key)
    [{'code': '3'}, {'code': '3.1'}, {'code': '10'}, {'name': 'B'}]
    """
    code = _word(row, "code").casefold()
    parts = [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in _DIGITS.split(code) if part]
    return (not code, parts, _word(row, "name").casefold(), _word(row, "id"))


def _plan_key(row: Record) -> tuple[int, str]:
    """By kind in the order of PLAN_KINDS, those of none last; within a kind by name."""
    kinds = [code for code, _label in PLAN_KINDS]
    kind = _word(row, "kind")
    return (kinds.index(kind) if kind in kinds else len(kinds), _word(row, "name").casefold())


def below(thread: Thread, start: str) -> list[str]:
    """An objective and all that is under it or contributes to it, each once, the nearest first."""
    found, ahead = {start: None}, [start]
    for here in ahead:
        for each in (*thread.under.get(here, ()), *thread.served_by.get(here, ())):
            if each not in found:
                found[each] = None
                ahead.append(each)
    return ahead


def steps_down(thread: Thread, start: str) -> list[Step]:
    """What is under an objective or contributes to it, as an outline: each once, where it is met first."""
    found, seen = list[Step](), {start}
    stack = _further(thread.under, thread.served_by, start, 1)
    while stack:
        step = stack.pop()
        if step.objective not in seen:
            seen.add(step.objective)
            found.append(step)
            stack += _further(thread.under, thread.served_by, step.objective, step.depth + 1)
    return found


def steps_up(thread: Thread, starts: Iterable[str]) -> list[Step]:
    """What objectives are part of or contribute to, up to priorities and themes; each once, nearest first.

    The starts themselves are left out.
    """
    ahead = [Step(each, 0, "") for each in dict.fromkeys(starts)]
    begun, seen = len(ahead), {step.objective for step in ahead}
    parents = {child: (above,) for child, above in thread.parent.items()}
    for here in ahead:
        for step in reversed(_further(parents, thread.serves, here.objective, here.depth + 1)):
            if step.objective not in seen:
                seen.add(step.objective)
                ahead.append(step)
    return ahead[begun:]


def measures_below(thread: Thread, start: str) -> dict[str, Measured]:
    """Every measure that shows an objective or anything below it, each once, by its id."""
    return {measure.id: measure for each in below(thread, start) for measure in thread.shown_by.get(each, ())}


def measures_of_plan(thread: Thread, plan: str) -> dict[str, Measured]:
    """Every measure below the objectives of a plan, each once, by id: also by way of other plans (¶96)."""
    found, ahead = dict[str, Measured](), list(thread.tops.get(plan, ()))
    seen = set(ahead)
    for here in ahead:
        found |= {measure.id: measure for measure in thread.shown_by.get(here, ())}
        further = [*thread.under.get(here, ()), *thread.served_by.get(here, ())]
        ahead += [each for each in dict.fromkeys(further) if each not in seen]
        seen.update(further)
    return found


def ratings_below(thread: Thread) -> dict[str, Counter[str]]:
    """For each objective how many of the measures below it have which rating, each counted once.

    Most measures show one objective: those are counted there once and for all. Only the few that show several
    could be counted twice, and are told apart by their ids.
    """
    shows = Counter(each.id for found in thread.shown_by.values() for each in found)
    single = {
        objective: Counter(each.rating for each in found if shows[each.id] == 1)
        for objective, found in thread.shown_by.items()
    }
    several = {
        objective: [each for each in found if shows[each.id] > 1]
        for objective, found in thread.shown_by.items()
    }
    counts = dict[str, Counter[str]]()
    for objective in thread.objectives:
        under = below(thread, objective)
        counts[objective] = Counter(
            {each.id: each.rating for here in under for each in several.get(here, ())}.values()
        )
        for here in under:
            counts[objective].update(single.get(here, ()))
    return counts


def partnerships_below(thread: Thread, start: str) -> list[str]:
    """The partnerships behind an objective: of the plans that contribute to it, of the measures below."""
    found = dict[str, None]()
    for each in below(thread, start):
        if partnership := _word(thread.plan_of(each), "partnership"):
            found[partnership] = None
        for measure in thread.shown_by.get(each, ()):
            if measure.partnership:
                found[measure.partnership] = None
    return list(found)


def reached_from(thread: Thread, having: Iterable[str]) -> set[str]:
    """The objectives that have something when these have it: themselves and all above them.

    What an objective has, the one it is part of has, and so has the one it contributes to.
    """
    starts = [each for each in having if each in thread.objectives]
    return {*starts, *(step.objective for step in steps_up(thread, starts))}


def _further(
    first: Mapping[str, Sequence[str]], second: Mapping[str, Sequence[str]], here: str, depth: int
) -> list[Step]:
    """The next steps, the last one first: a stack gives them back in the order they are read."""
    steps = [Step(each, depth, "part", here) for each in first.get(here, ())]
    return [*steps, *(Step(each, depth, "aligned", here) for each in second.get(here, ()))][::-1]


def _parents(
    rows: Mapping[str, Record], plans: Mapping[str, Record]
) -> tuple[dict[str, str], dict[str, str]]:
    """{objective: the one it is part of}, and {objective: why it cannot be}."""
    parent, astray = dict[str, str](), dict[str, str]()
    for each, row in rows.items():
        above = _word(row, "parent")
        if _word(row, "plan") not in plans:
            astray[each] = "no_plan"
        if not above:
            continue
        if above not in rows:
            astray[each] = "gone"
        elif _word(rows[above], "plan") != _word(row, "plan"):
            astray[each] = "other_plan"
        else:
            parent[each] = above
    for each in _in_circles(parent):
        astray[each] = "circle"
        del parent[each]
    return parent, astray


def _in_circles(parent: Mapping[str, str]) -> list[str]:
    """Those that come back to themselves by way of their parents."""
    found, done = list[str](), set[str]()
    for start in parent:
        way, here = dict[str, None](), start
        while here in parent and here not in done and here not in way:
            way[here] = None
            here = parent[here]
        if here in way:
            round_it = list(way)
            found += round_it[round_it.index(here) :]
        done.update(way)
    return found


def _aligned(
    rows: Mapping[str, Record], alignments: Iterable[Record]
) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """{objective: those it contributes to}, and {objective: those that contribute to it}, each once."""
    pairs = sorted(
        {(_word(row, "objective"), _word(row, "serves")) for row in alignments},
        key=lambda pair: tuple(order_key(rows.get(end, {})) for end in pair),
    )
    serves, served_by = dict[str, list[str]](), dict[str, list[str]]()
    for lower, upper in pairs:
        if lower in rows and upper in rows and lower != upper:
            serves.setdefault(lower, []).append(upper)
            served_by.setdefault(upper, []).append(lower)
    return serves, served_by


def _word(record: Record, name: str) -> str:
    value = record.get(name)
    return "" if value is None else str(value)
