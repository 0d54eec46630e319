"""One set of figures by community-strategy theme and by corporate objective, side by side (¶96, case 7).

A measure is entered once and stands under every heading it serves, on both sides with the same figures; each
heading counts it once. Plain frozen values for the screen, the paper `alignment` and the command line.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pmdesk.domain.rating import RANKS
from pmdesk.domain.series import Rule
from pmdesk.domain.thread import Measured, Thread, measures_below, partnerships_below
from pmdesk.domain.words import Words
from pmdesk.figures.measure_rows import MeasureRow
from pmdesk.figures.rating_counts import RatingCount, rating_counts
from pmdesk.figures.record_page import Pill, word

# The two sides and the kind of plan whose objectives are the headings of each.
SIDES: Mapping[str, str] = {"theme": "community_strategy", "objective": "corporate_plan"}


class Place(NamedTuple):
    """A heading before its measures are read: `own` are listed at it, `whole` counted, by measure's id.

    `depth` is 0 for a priority or theme, 1 for what is part of it, and so on. A measure is listed at the
    lowest heading of a plan that it serves, and counted at all above.
    """

    side: str
    objective: str
    depth: int
    own: Mapping[str, Measured]
    whole: Mapping[str, Measured]


@dataclass(frozen=True, slots=True)
class AlignedMeasure:
    """A measure with its figures as they are said everywhere: '46.9%', '' for none.

    `target` is what the latest reading was rated against, its path; the target itself, with its period in
    `target_period`, only where nothing says what that reading should have reached. `figure` says both.
    `rating` is a key of domain.rating.RATINGS and `pill` its (shape, word); `direction` is 'better', 'worse',
    'no_change' or '', `way` the same in words. `through` are the names of the objectives it shows itself;
    `also` the headings of the other side under which it stands too.
    """

    id: str
    title: str
    latest: str
    period: str
    target: str
    target_period: str
    rating: str
    pill: Pill | None
    direction: str
    way: str
    partnership: str
    partnership_id: str
    figure: str = ""
    through: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    challenged: str = ""  # where a challenge of its score stands


@dataclass(frozen=True, slots=True)
class Heading:
    """A theme or corporate objective: `measures` are listed here, `count` and `counts` are of all below too.

    `left_out` says how many more are listed nowhere, where a screen asked for the first ones only; `gaps` are
    whole sentences; `partnerships` the names of those behind it.
    """

    id: str
    title: str
    plan: str
    plan_id: str
    depth: int
    measures: tuple[AlignedMeasure, ...]
    count: int
    counts: tuple[RatingCount, ...]
    partnerships: tuple[str, ...]
    gaps: tuple[str, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class AlignmentFigures:
    """Both sides, in the order of their plans, and what stands on neither.

    `total` measures have been entered; `both` of them stand under a theme and under a corporate objective,
    `only_themes` and `only_objectives` under one side, `neither_count` under none. `counts` are of all that
    stand under either, each once. `finding` is the one sentence that says what matters.
    """

    themes: tuple[Heading, ...]
    objectives: tuple[Heading, ...]
    neither: tuple[AlignedMeasure, ...]
    neither_count: int
    both: int
    only_themes: int
    only_objectives: int
    total: int
    counts: tuple[RatingCount, ...]
    finding: str


def places_of(thread: Thread) -> list[Place]:
    """Every theme and corporate objective with the measures that serve it, in the order of the plans."""
    return [
        place
        for side, kind in SIDES.items()
        for plan, row in thread.plans.items()
        if row.get("kind") == kind
        for top in thread.tops.get(plan, ())
        for place in _places(thread, side, top)
    ]


def worst_first(measures: Iterable[Measured]) -> list[Measured]:
    """Exceptions first: missed, close, met, then the rest; in the order they were entered within each."""
    return sorted(measures, key=lambda each: (RANKS.get(each.rating, len(RANKS)), each.n))


def of_neither(places: Iterable[Place], shown: Iterable[Measured]) -> list[Measured]:
    """The measures that show an objective but serve no theme and no corporate objective, each once."""
    reached = {id for place in places for id in place.whole}
    return list({each.id: each for each in shown if each.id not in reached}.values())


def aligned_measure(row: MeasureRow, record: Mapping[str, object], rating: str) -> AlignedMeasure:
    """A measure's row (figures/measure_rows.py) as this report says it."""
    return AlignedMeasure(
        row.id, row.title, row.latest, row.period,
        row.path or row.target, "" if row.path else row.target_period, rating, row.pill,
        row.direction, row.way, word(record, "partnership_name"), word(record, "partnership"), row.figure,
        challenged=row.challenged,
    )  # fmt: skip


def alignment_figures(
    thread: Thread,
    places: Sequence[Place],
    read: Mapping[str, AlignedMeasure],
    loose: int,
    unserved: Collection[str],
    partnerships: Mapping[str, str],
    rules: Sequence[Rule],
    words: Words,
) -> AlignmentFigures:
    """The report from its places and the measures read for it, by id; those not read are only counted.

    `loose` measures show no objective at all. `unserved` are the objectives that no partnership serves,
    `partnerships` the names by id.
    """
    told = _Told(thread, read, unserved, partnerships, rules, words)
    titles = _titles(thread, places, read)
    through = _through(thread, read)
    themes = tuple(_heading(each, told, titles, through) for each in places if each.side == "theme")
    objectives = tuple(_heading(each, told, titles, through) for each in places if each.side == "objective")
    sides = {side: _all_of(places, side) for side in SIDES}
    standing = sides["theme"] | sides["objective"]
    both = len(sides["theme"].keys() & sides["objective"].keys())
    shown = {each.id: each for found in thread.shown_by.values() for each in found}
    outside = [each for id, each in read.items() if id not in standing]
    return AlignmentFigures(
        themes,
        objectives,
        tuple(_with(each, (), through) for each in outside),
        len(shown) - len(standing) + loose,
        both,
        len(sides["theme"]) - both,
        len(sides["objective"]) - both,
        len(shown) + loose,
        rating_counts((each.rating for each in standing.values()), rules, words),
        _finding(both, len(shown) + loose, words),
    )


class _Told(NamedTuple):
    """What every heading is said from."""

    thread: Thread
    read: Mapping[str, AlignedMeasure]
    unserved: Collection[str]
    partnerships: Mapping[str, str]
    rules: Sequence[Rule]
    words: Words


def _places(thread: Thread, side: str, top: str) -> list[Place]:
    """A heading and after it those that are part of it."""
    order, stack = list[tuple[str, int]](), [(top, 0)]
    while stack:
        here, depth = stack.pop()
        order.append((here, depth))
        stack += [(each, depth + 1) for each in reversed(thread.under.get(here, ()))]
    whole = {each: measures_below(thread, each) for each, _depth in order}
    made = []
    for each, depth in order:
        lower = {id for part in thread.under.get(each, ()) for id in whole[part]}
        own = {id: measure for id, measure in whole[each].items() if id not in lower}
        made.append(Place(side, each, depth, own, whole[each]))
    return made


def _titles(
    thread: Thread, places: Iterable[Place], read: Collection[str]
) -> dict[str, dict[str, list[str]]]:
    """{measure: {side: the headings it is listed at}} of the measures read."""
    titles: dict[str, dict[str, list[str]]] = {id: {} for id in read}
    for place in places:
        title = objective_title(thread.objectives[place.objective])
        for id in titles.keys() & place.own.keys():
            titles[id].setdefault(place.side, []).append(title)
    return titles


def objective_title(row: Mapping[str, object]) -> str:
    """'3 A greener district'."""
    return " ".join(word(row, name) for name in ("code", "name") if row.get(name))


def _through(thread: Thread, read: Collection[str]) -> dict[str, tuple[str, ...]]:
    """{measure: the objectives it shows itself} of the measures read."""
    found: dict[str, list[str]] = {id: [] for id in read}
    for objective, measures in thread.shown_by.items():
        title = objective_title(thread.objectives[objective])
        for each in measures:
            if each.id in found:
                found[each.id].append(title)
    return {id: tuple(names) for id, names in found.items()}


def _heading(
    place: Place,
    told: _Told,
    titles: Mapping[str, Mapping[str, list[str]]],
    through: Mapping[str, tuple[str, ...]],
) -> Heading:
    row = told.thread.objectives[place.objective]
    plan = told.thread.plan_of(place.objective)
    other = "objective" if place.side == "theme" else "theme"
    listed = [told.read[each.id] for each in worst_first(place.own.values()) if each.id in told.read]
    return Heading(
        place.objective,
        objective_title(row),
        word(plan, "name"),
        word(plan, "id"),
        place.depth,
        tuple(_with(each, titles.get(each.id, {}).get(other, ()), through) for each in listed),
        len(place.whole),
        rating_counts((each.rating for each in place.whole.values()), told.rules, told.words),
        tuple(
            name
            for each in partnerships_below(told.thread, place.objective)
            if (name := told.partnerships.get(each))
        ),
        _gaps(place, told),
        len(place.own) - len(listed),
    )


def _with(
    measure: AlignedMeasure, also: Iterable[str], through: Mapping[str, tuple[str, ...]]
) -> AlignedMeasure:
    values = {name: getattr(measure, name) for name in AlignedMeasure.__slots__}
    return AlignedMeasure(**{**values, "through": through.get(measure.id, ()), "also": tuple(also)})


def _gaps(place: Place, told: _Told) -> tuple[str, ...]:
    words, found = told.words, []
    if not place.whole:
        found.append(words("No measure shows this yet."))
    elif not any(each.kind == "outcome" for each in place.whole.values()):
        found.append(words("No outcome measure shows this."))
    if place.objective in told.unserved:
        found.append(words("No partnership serves this."))
    return tuple(found)


def _all_of(places: Iterable[Place], side: str) -> dict[str, Measured]:
    return {id: each for place in places if place.side == side for id, each in place.whole.items()}


def _finding(both: int, total: int, words: Words) -> str:
    if not total:
        return words("No measures have been entered yet.")
    return words.plural(
        total,
        "{both} of {n} measure reports to a community-strategy theme and to a corporate objective alike.",
        "{both} of {n} measures report to a community-strategy theme and to a corporate objective alike.",
        both=both,
    )
