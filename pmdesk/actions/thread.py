"""Reading the golden thread of a register, its gaps, and one set of figures by theme and by objective."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from pmdesk.actions.challenge_marks import challenge_marks
from pmdesk.domain.partnership import is_partnership, is_running
from pmdesk.domain.series import Rule
from pmdesk.domain.thread import Measured, Thread, thread_of
from pmdesk.domain.thread_gaps import Gap, gaps_of
from pmdesk.domain.words import Words
from pmdesk.figures.alignment import (
    AlignedMeasure,
    AlignmentFigures,
    aligned_measure,
    alignment_figures,
    of_neither,
    places_of,
    worst_first,
)
from pmdesk.figures.challenge_marks import marked
from pmdesk.figures.measure_rows import MeasureRow, measure_row
from pmdesk.register import thread as reading
from pmdesk.register.lists import Row
from pmdesk.register.store import Register

AT_ONCE = 500  # rows read from the register in one go
MOST_LOOSE = 500  # measures without objective that a list names; the others are counted


def read_thread(register: Register) -> Thread:
    """The thread of all plans as the register stands."""
    return thread_of(
        register.all("plan"), register.all("objective"), register.all("alignment"), reading.shown_by(register)
    )


def gaps(register: Register, thread: Thread) -> tuple[list[Gap], int]:
    """Every gap, and how many measures without objective are not among them for being too many."""
    loose, count = reading.loose(register, MOST_LOOSE)
    found = gaps_of(thread, counting(register), (each.id for each in loose))
    return found, count - len(loose)


def counting(register: Register) -> set[str]:
    """The ids of the partnerships that serve something: no contracts or grants, nothing ended or proposed."""
    return {str(row["id"]) for row in register.all("partnership") if is_partnership(row) and is_running(row)}


def measure_rows(
    register: Register, wanted: Iterable[Measured], rules: Sequence[Rule], today: str, words: Words
) -> list[tuple[Row, MeasureRow]]:
    """The records of these measures and what is said of each, in the order given."""
    numbers = [each.n for each in wanted]
    found = []
    for first in range(0, len(numbers), AT_ONCE):
        chunk = numbers[first : first + AT_ONCE]
        kept = register.kept(chunk)
        rows = register.page("measure", chunk)
        marks = challenge_marks(register, [row["id"] for row in rows], today, words)
        for row in rows:
            said = measure_row(row, kept.get(int(str(row["n"]))), rules, today, words)
            found.append((row, marked(said, marks)))
    return found


def alignment(
    register: Register,
    today: str,
    words: Words,
    most: int | None = None,
    thread: Thread | None = None,
    hidden: Collection[str] = (),
) -> AlignmentFigures:
    """The same figures by theme and by corporate objective (¶96).

    `most` is how many measures are read for each heading, the worst first; all of them when it is None.
    Measures whose ids are `hidden` are nowhere in it, nor counted.
    """
    thread = without(thread or read_thread(register), hidden)
    places, rules = places_of(thread), register.rules()
    found, count = reading.loose(register, -1 if most is None else most)
    loose = [each for each in found if each.id not in hidden]
    count -= len(found) - len(loose)
    shown = [each for found in thread.shown_by.values() for each in found]
    wanted = {each.id: each for place in places for each in worst_first(place.own.values())[:most]}
    wanted |= {each.id: each for each in worst_first(of_neither(places, shown))[:most]}
    wanted |= {each.id: each for each in loose}
    unserved = {gap.record for gap in gaps_of(thread, counting(register)) if gap.what == "not_served"}
    names = {str(row["id"]): str(row["name"]) for row in register.all("partnership")}
    read = _aligned(measure_rows(register, wanted.values(), rules, today, words), wanted)
    return alignment_figures(thread, places, read, count, unserved, names, rules, words)


def without(thread: Thread, hidden: Collection[str]) -> Thread:
    """The thread without these measures (their ids)."""
    if not hidden:
        return thread
    kept = {
        objective: tuple(each for each in found if each.id not in hidden)
        for objective, found in thread.shown_by.items()
    }
    return replace(thread, shown_by={objective: found for objective, found in kept.items() if found})


def _aligned(
    rows: Iterable[tuple[Row, MeasureRow]], wanted: dict[str, Measured]
) -> dict[str, AlignedMeasure]:
    return {row.id: aligned_measure(row, record, wanted[row.id].rating) for record, row in rows}
