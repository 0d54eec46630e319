"""Where the golden thread is broken: objectives nobody measures or serves, measures without objective."""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from pmdesk.domain.balance import without_outcome
from pmdesk.domain.plan import is_above
from pmdesk.domain.thread import Thread, reached_from
from pmdesk.domain.words import N_

# Each kind of gap in the order a person mends them, and what it is called.
GAPS: Mapping[str, str] = {
    "not_served": N_("Priorities no partnership serves"),
    "not_aligned": N_("Partnership objectives not aligned"),
    "no_measure": N_("Objectives with no measure"),
    "no_objective": N_("Measures with no objective"),
    "no_outcome": N_("Objectives with no outcome measure"),
    "astray": N_("Objectives out of their place"),
}


class Gap(NamedTuple):
    """`what` is a key of GAPS; the record (its kind and id) is the one that lacks something."""

    what: str
    kind: str
    record: str


def gaps_of(thread: Thread, partnerships: Collection[str], loose: Iterable[str] = ()) -> list[Gap]:
    """Every gap of the thread (¶95.1, ¶96, rule 10), in the order of GAPS and of the plans.

    `partnerships` are the ids of those that count: contracts, grants and what has ended serve nothing.
    `loose` are the ids of the measures that show no objective. What an objective has, all above it have:
    only the lowest of a plan are named for lacking a measure or an alignment, every one for lacking an
    outcome.
    """
    found = [Gap(what, "objective", each) for what, ids in _by_kind(thread, partnerships) for each in ids]
    found += [Gap("no_objective", "measure", each) for each in loose]
    order = list(GAPS)
    return sorted(found, key=lambda gap: order.index(gap.what))


def of_plan(thread: Thread, gaps: Iterable[Gap], plan: str) -> list[Gap]:
    """The gaps of one plan's objectives."""
    return [gap for gap in gaps if thread.objectives.get(gap.record, {}).get("plan") == plan]


def lacking_outcome(thread: Thread) -> list[str]:
    """The objectives (ids) that no outcome measure shows, neither they nor anything below them (rule 10).

    >>> from pmdesk.domain.thread import Measured, thread_of
    >>> rows = [{"id": "1", "plan": "p"}, {"id": "2", "plan": "p"}, {"id": "3", "plan": "p", "parent": "2"}]
    >>> lacking_outcome(thread_of([{"id": "p"}], rows, (), [("3", Measured("m", kind="outcome"))]))
    ['1']
    """
    shown = [
        (each, one.id) for each, found in thread.shown_by.items() for one in found if one.kind == "outcome"
    ]
    return without_outcome(
        [{"id": each, "name": each, "parent": thread.parent.get(each)} for each in _in_order(thread)],
        [{"id": measure, "kind": "outcome"} for _each, measure in shown],
        [{"measure": measure, "objective": each} for each, measure in shown],
        [{"objective": lower, "serves": each} for lower, uppers in thread.serves.items() for each in uppers],
    )


def _by_kind(thread: Thread, partnerships: Collection[str]) -> list[tuple[str, list[str]]]:
    lowest = {each for each in thread.objectives if each not in thread.under}
    measured = reached_from(thread, thread.shown_by)
    served = reached_from(thread, _of_partnerships(thread, partnerships))
    above = set(thread.serves)
    return [
        ("not_served", [each for each in _headings(thread) if each not in served]),
        (
            "not_aligned",
            [
                each
                for each in _in_order(thread)
                if each in lowest and is_of_partnership(thread, each) and not _is_aligned(thread, each, above)
            ],
        ),
        ("no_measure", [each for each in _lacking(thread, measured) if each in lowest]),
        ("no_outcome", lacking_outcome(thread)),
        ("astray", [each for each in _in_order(thread) if each in thread.astray]),
    ]


def is_of_partnership(thread: Thread, objective: str) -> bool:
    """Whether an objective stands in the plan of a partnership."""
    plan = thread.plan_of(objective)
    return plan.get("kind") == "partnership_plan" or bool(not plan.get("kind") and plan.get("partnership"))


def _of_partnerships(thread: Thread, partnerships: Collection[str]) -> list[str]:
    """The objectives a partnership stands behind: its plan's, and those its measures show."""
    return [
        each
        for each in thread.objectives
        if _works(thread, each, partnerships)
        or any(one.partnership in partnerships for one in thread.shown_by.get(each, ()))
    ]


def _works(thread: Thread, objective: str, partnerships: Collection[str]) -> bool:
    """A partnership plan that does not say whose it is counts; that of a partnership that ended does not."""
    whose = thread.plan_of(objective).get("partnership")
    return is_of_partnership(thread, objective) and (not whose or whose in partnerships)


def _headings(thread: Thread) -> list[str]:
    """The priorities and themes that partnerships are there to serve."""
    return [
        each
        for each in _in_order(thread)
        if is_above(thread.plan_of(each))
        and (each not in thread.parent or thread.objectives[each].get("kind") in ("priority", "theme"))
    ]


def _is_aligned(thread: Thread, objective: str, serving: Collection[str]) -> bool:
    """Whether it, or anything it is part of, contributes to an objective of another plan."""
    here = objective
    while here:
        if here in serving:
            return True
        here = thread.parent.get(here, "")
    return False


def _lacking(thread: Thread, having: Collection[str]) -> list[str]:
    return [each for each in _in_order(thread) if each not in having]


def _in_order(thread: Thread) -> list[str]:
    """Every objective as a person reads the plans: plan by plan, each with its parts after it."""
    found = list[str]()
    for plan in (*thread.plans, ""):
        stack = list(reversed(thread.tops.get(plan, ())))
        while stack:
            here = stack.pop()
            found.append(here)
            stack += reversed(thread.under.get(here, ()))
    return found
