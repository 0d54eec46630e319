"""The golden thread of an objective or a measure as rows on one line: what it serves, it, what serves it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pmdesk.domain.check import say_value
from pmdesk.domain.plan import OBJECTIVE
from pmdesk.domain.thread import Measured, Step, Thread, partnerships_below, steps_down, steps_up
from pmdesk.domain.words import Words
from pmdesk.figures.alignment import objective_title, worst_first
from pmdesk.figures.measure_rows import MeasureRow
from pmdesk.figures.record_page import Lead, Pill, Record, word

MOST_MEASURES = 5  # of one objective; the others are counted
MOST_STEPS = 60  # objectives below one


class Place(NamedTuple):
    """A row of the thread before its record is read: `kind` is a record's, or 'more' with how many in `n`."""

    kind: str
    id: str
    depth: int
    measured: Measured | None = None
    n: int = 0


class Node(NamedTuple):
    """One row: `part` is 'up', 'here' or 'down'; `depth` sets it in; `top` marks a priority or theme.

    Above, the first thing served goes straight up; what else is served stands beside that line: it `joins`
    it, and `above` says whether the row itself serves something.
    `figure` is what a measure says ('46.9% against 48.0%'), `pill` its rating, `way` its direction in words.
    """

    part: str
    kind: str
    id: str
    title: str
    quiet: str = ""
    depth: int = 0
    top: bool = False
    pill: Pill | None = None
    figure: str = ""
    direction: str = ""
    way: str = ""
    lead: Lead | None = None
    joins: bool = False
    above: bool = False


@dataclass(frozen=True, slots=True)
class ThreadFigures:
    """What an objective or a measure serves (the highest first), it, and what serves it as an outline."""

    up: tuple[Node, ...]
    here: Node
    down: tuple[Node, ...]

    @property
    def nodes(self) -> tuple[Node, ...]:
        """Every row, from the top."""
        return (*self.up, self.here, *self.down)


def places_below(thread: Thread, objective: str) -> list[Place]:
    """The rows under an objective: its measures, each objective below with its own, then partnerships."""
    steps = steps_down(thread, objective)
    places = _measures(thread, objective, 1)
    for step in steps[:MOST_STEPS]:
        places.append(Place("objective", step.objective, step.depth))
        places += _measures(thread, step.objective, step.depth + 1)
    if len(steps) > MOST_STEPS:
        places.append(Place("more", "", 1, None, len(steps) - MOST_STEPS))
    return [*places, *(Place("partnership", each, 1) for each in partnerships_below(thread, objective))]


def read_by(places: Iterable[Place]) -> list[Measured]:
    """The measures whose figures these rows say."""
    return [place.measured for place in places if place.measured]


def objective_thread(
    thread: Thread,
    objective: str,
    places: Iterable[Place],
    read: Mapping[str, MeasureRow],
    partnerships: Mapping[str, str],
    words: Words,
) -> ThreadFigures:
    """The thread through an objective; `read` are the rows of measures and `partnerships` names, by id."""
    home = word(thread.plan_of(objective), "id")
    down = (_below(thread, each, home, read, partnerships, words) for each in places)
    above = _above(thread, objective, [objective], home, words)
    here = _objective(thread, Step(objective, 0, ""), "here", "", words)._replace(above=bool(above))
    return ThreadFigures(tuple(above), here, tuple(node for node in down if node))


def measure_thread(thread: Thread, row: MeasureRow, objectives: Iterable[str], words: Words) -> ThreadFigures:
    """The thread from a measure up: the objectives it shows, and all that these serve."""
    shown = [each for each in objectives if each in thread.objectives]
    above = _above(thread, "", shown, "", words)
    here = _measure(row, "here", 0, words)._replace(above=bool(above))
    return ThreadFigures(tuple(above), here, ())


def spoken_node(node: Node, words: Words) -> str:
    """A row as a screen reader says it: 'Serves 3 A greener district, Priority, Aldermoor Plan'."""
    rating = node.pill[1] if node.pill else ""
    said = ", ".join(part for part in (node.title, node.quiet, node.figure, rating, node.way) if part)
    if node.part == "up":
        return words("Serves: {what}", what=said)
    return words("Served by: {what}", what=said) if node.part == "down" else said


def _measures(thread: Thread, objective: str, depth: int) -> list[Place]:
    found = worst_first(thread.shown_by.get(objective, ()))
    places = [Place("measure", each.id, depth, each) for each in found[:MOST_MEASURES]]
    left = len(found) - len(places)
    return [*places, Place("more", objective, depth, None, left)] if left else places


def _above(thread: Thread, here: str, starts: Sequence[str], home: str, words: Words) -> list[Node]:
    """What is served, the highest first: each beside or above what it is served by."""
    served: dict[str, list[str]] = {here: list(starts)} if here not in starts else {}
    for step in steps_up(thread, starts):
        served.setdefault(step.via, []).append(step.objective)
    nodes, stack = list[Node](), _served(served, here, 0)
    while stack:
        each, depth, joins = stack.pop()
        node = _objective(thread, Step(each, depth, ""), "up", home, words)
        nodes.append(node._replace(joins=joins, above=each in served))
        stack += _served(served, each, depth)
    return nodes[::-1]


def _served(served: Mapping[str, Sequence[str]], here: str, depth: int) -> list[tuple[str, int, bool]]:
    """(objective, depth, whether it stands beside the line): from below, what stands beside comes first."""
    return [
        (each, depth + 1, True) if at else (each, depth, False)
        for at, each in enumerate(served.get(here, ()))
    ]


def _below(
    thread: Thread,
    place: Place,
    home: str,
    read: Mapping[str, MeasureRow],
    partnerships: Mapping[str, str],
    words: Words,
) -> Node | None:
    """A row said; None for a record that went meanwhile."""
    if place.kind == "objective":
        return _objective(thread, Step(place.id, place.depth, ""), "down", home, words)
    if place.kind == "measure":
        return _measure(read[place.id], "down", place.depth, words) if place.id in read else None
    if place.kind == "partnership":
        name, quiet, to = partnerships.get(place.id, ""), words("Partnership"), Lead("partnerships", place.id)
        return Node("down", "partnership", place.id, name, quiet, place.depth, lead=to) if name else None
    lead = Lead("plans", place.id) if place.id else None
    said = (
        words.plural(place.n, "and {n} more measure", "and {n} more measures")
        if place.id
        else words.plural(place.n, "and {n} more objective", "and {n} more objectives")
    )
    return Node("down", "more", place.id, said, depth=place.depth, lead=lead)


def _objective(thread: Thread, step: Step, part: str, home: str, words: Words) -> Node:
    """The plan is said where it is another than the one stood in."""
    row: Record = thread.objectives[step.objective]
    plan = thread.plan_of(step.objective)
    kind = say_value(OBJECTIVE.field("kind"), row.get("kind"), words)
    elsewhere = word(plan, "name") if word(plan, "id") != home else ""
    return Node(
        part,
        "objective",
        step.objective,
        objective_title(row),
        ", ".join(part for part in (kind, elsewhere) if part),
        step.depth,
        row.get("kind") in ("priority", "theme"),
        lead=Lead("plans", step.objective) if part != "here" else None,
    )


def _measure(row: MeasureRow, part: str, depth: int, words: Words) -> Node:
    return Node(
        part, "measure", row.id, row.title, row.challenged, depth, False, row.pill, row.figure, row.direction,
        row.way, Lead("measures", row.id),
    )  # fmt: skip
