"""The save of a grid of readings: every row checked first, then all of them as one step to undo."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from pmdesk.actions.today import today
from pmdesk.domain.check import Refused, Value, check
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.figure_problems import reading_problems
from pmdesk.domain.measure import READING
from pmdesk.domain.words import N_, Say
from pmdesk.register.lists import Row
from pmdesk.register.store import Changes, Register


class TypedReading(NamedTuple):
    """One row to save: the measure's id, the period's own text, and what was typed in it by field.

    `seen` is what `records.seen_now` said when it was begun; None: all that is here was in view.
    """

    measure: str
    period: str
    typed: Mapping[str, str]
    seen: int | None = None


def save_readings(
    register: Register,
    rows: Sequence[TypedReading],
    progress: Callable[[int, int], bool] = lambda n, of: True,
) -> Changes:
    """Save all rows as one save with one Undo: readings added, changed where they differ, or cleared.

    A reading of which every cell is empty is deleted. Everything is checked first: Refused carries every
    problem under `place(row, field)`, the row counted from 0, and nothing is written. `progress(n, of)` says
    False to stop, which writes nothing either.
    """
    there, day = _there(register, rows), today(register)
    measures = {str(row["id"]) for row in register.all("measure", id=tuple({row.measure for row in rows}))}
    checked, problems = list[dict[str, Value]](), dict[str, Say]()
    for at, row in enumerate(rows):
        if at % 100 == 0 and not progress(at, len(rows)):
            raise Refused(Say(N_("Stopped. Nothing was written.")))
        values, wrong = _checked(row, there.get((row.measure, row.period)), measures, day)
        checked.append(values)
        problems |= {place(at, name): sentence for name, sentence in wrong.items()}
    if problems:
        raise Refused(problems)
    with register.change(N_("Entered readings")) as change:
        for row, values in zip(rows, checked, strict=True):
            before = there.get((row.measure, row.period))
            change.seen = register.seen if row.seen is None else row.seen
            if before is None:
                if any(values.get(name) is not None for name in row.typed):
                    there[row.measure, row.period] = {"id": change.add("reading", values)}
            elif _is_empty({**before, **values}):
                change.delete("reading", str(before["id"]))
            else:
                change.set("reading", str(before["id"]), {name: values[name] for name in row.typed})
    return change.changes


def place(row: int, field: str) -> str:
    """The name under which a row's problem is told: its number and its field.

    >>> place(3, "value"), row_of(place(3, "value"))
    ('3 value', (3, 'value'))
    """
    return f"{row} {field}"


def row_of(problem: str) -> tuple[int, str]:
    """The row and field a problem belongs to; -1 for one of the whole save."""
    row, _space, field = problem.partition(" ")
    return (int(row), field) if row.isdigit() else (-1, problem)


def _checked(
    row: TypedReading, before: Row | None, measures: set[str], day: str
) -> tuple[dict[str, Value], dict[str, Say]]:
    typed = {"measure": row.measure, "period": row.period, **row.typed}
    if row.measure not in measures:
        return {}, {"value": Say(N_("This measure has been deleted."))}
    try:
        values = check(ENTITIES["reading"], {name: typed[name] for name in row.typed}, before or typed)
    except Refused as refused:
        return {}, dict(refused.problems)
    whole = {**(before or {}), **values}
    problems = {} if _is_empty(whole) else reading_problems(whole | {"period": row.period}, day)
    return (values | {"measure": row.measure, "period": row.period}, {}) if not problems else ({}, problems)


def _is_empty(values: Mapping[str, object]) -> bool:
    names = [field.name for field in READING.fields if field.name not in ("measure", "period")]
    return not any(values.get(name) for name in names)


def _there(register: Register, rows: Sequence[TypedReading]) -> dict[tuple[str, str], Row]:
    """The readings there are for the rows; of two for one period (after a merge) the newer."""
    if not rows:
        return {}
    found = register.all(
        "reading", measure=tuple({row.measure for row in rows}), period=tuple({row.period for row in rows})
    )
    in_order = sorted(found, key=lambda row: str(row["id"]))
    return {(str(row["measure"]), str(row["period"])): row for row in in_order}
