"""A plan's and an objective's figures as plain values for other programs: ratings, balance, thread, gaps."""

from collections import Counter
from collections.abc import Iterable

from pmdesk.actions.measure_plain import plain_kept
from pmdesk.actions.plans import PlansRead, balance_of, measures_in, read_plans
from pmdesk.domain.thread import Measured, measures_below, partnerships_below, steps_down, steps_up
from pmdesk.domain.thread_gaps import Gap, of_plan
from pmdesk.figures.alignment import worst_first
from pmdesk.register.store import Register

Plain = dict[str, object]


def plain_plan(register: Register, plan: str) -> Plain:
    """What `show plan --json` has besides the record's own fields; measures the worst first."""
    read = read_plans(register)
    found = measures_in(read, plan).values()
    counts, bare = balance_of(read, plan)
    return {
        "ratings": dict(Counter(each.rating for each in found)),
        "balance": {kind or "not_said": count for kind, count in counts.items()},
        "objectives_without_outcome": bare,
        "gaps": _gaps(read, of_plan(read.thread, read.gaps, plan)),
        "measures": _measures(register, found),
    }


def plain_objective(register: Register, objective: str) -> Plain:
    """What `show objective --json` has: up to priorities and themes, down to measures and partnerships."""
    read = read_plans(register)
    thread = read.thread
    found = measures_below(thread, objective).values()
    behind = [
        read.partnerships[each] for each in partnerships_below(thread, objective) if each in read.partnerships
    ]
    return {
        "ratings": dict(Counter(each.rating for each in found)),
        "serves": _named(read, (step.objective for step in steps_up(thread, [objective]))),
        "served_by": _named(read, (step.objective for step in steps_down(thread, objective))),
        "partnerships": behind,
        "gaps": _gaps(read, [gap for gap in read.gaps if gap.record == objective]),
        "measures": _measures(register, found),
    }


def _named(read: PlansRead, objectives: Iterable[str]) -> list[Plain]:
    return [
        {"name": read.thread.objectives[each]["name"], "plan": read.thread.plan_of(each).get("name")}
        for each in objectives
    ]


def _gaps(read: PlansRead, gaps: Iterable[Gap]) -> list[Plain]:
    objectives = read.thread.objectives
    return [
        {"what": gap.what, "objective": objectives[gap.record]["name"]}
        for gap in gaps
        if gap.record in objectives
    ]


def _measures(register: Register, found: Iterable[Measured]) -> list[Plain]:
    made = []
    for each in worst_first(found):
        [row] = register.page("measure", [each.n])
        kept = register.kept([each.n]).get(each.n)
        made.append({"code": row["code"], "title": row["title"], **plain_kept(kept)})
    return made
