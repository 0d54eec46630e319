"""The balance of a plan's measures (field.md, rule 10; ¶95): not only inputs and activity, but outcomes."""

from collections.abc import Iterable, Mapping, Sequence

from pmdesk.domain.series import Record

KINDS_COUNTED = ("input", "activity", "output", "outcome", "")


def balance(measures: Iterable[Record]) -> dict[str, int]:
    """How many measures are of each kind, in the order of the chain; '' counts those that do not say.

    >>> balance([{"kind": "output"}, {"kind": "outcome"}, {"kind": None}, {"kind": "output"}])
    {'input': 0, 'activity': 0, 'output': 2, 'outcome': 1, '': 1}
    """
    counts = dict.fromkeys(KINDS_COUNTED, 0)
    for each in measures:
        kind = str(each.get("kind") or "")
        counts[kind if kind in counts else ""] += 1
    return counts


def without_outcome(
    objectives: Sequence[Record],
    measures: Iterable[Record],
    serves: Iterable[Record] = (),
    alignments: Iterable[Record] = (),
) -> list[str]:
    """Names of the objectives that no outcome measure shows, in the order given (rule 10).

    A measure shows its own `objective` and those it `serves`. An objective above is shown by what shows one
    under it, or one that is aligned to it. References are ids.

    >>> without_outcome([{"id": "1", "name": "Greener"}, {"id": "2", "name": "Less waste", "parent": "1"},
    ...     {"id": "3", "name": "Safer"}], [{"id": "m", "kind": "outcome", "objective": "2"}])
    ['Safer']
    """
    outcomes = {str(each["id"]): each for each in measures if each.get("kind") == "outcome"}
    shown = {str(each["objective"]) for each in outcomes.values() if each.get("objective")}
    shown |= {str(each["objective"]) for each in serves if str(each.get("measure")) in outcomes}
    shown = _and_above(shown, _above(objectives, alignments))
    return [str(each["name"]) for each in objectives if str(each["id"]) not in shown]


def _above(objectives: Iterable[Record], alignments: Iterable[Record]) -> Mapping[str, set[str]]:
    """For each objective those it is part of or contributes to."""
    above: dict[str, set[str]] = {}
    pairs = [(each["id"], each.get("parent")) for each in objectives]
    pairs += [(each.get("objective"), each.get("serves")) for each in alignments]
    for lower, upper in pairs:
        if lower and upper:
            above.setdefault(str(lower), set()).add(str(upper))
    return above


def _and_above(shown: set[str], above: Mapping[str, set[str]]) -> set[str]:
    """Everything that can be reached upwards; objectives that serve each other in a circle end it too."""
    found, ahead = set(shown), list(shown)
    while ahead:
        new = above.get(ahead.pop(), set()) - found
        found |= new
        ahead += new
    return found
