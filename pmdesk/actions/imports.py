"""Brings a spreadsheet in: first look, then agree; one save, one Undo, nothing in silence."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from os import PathLike
from typing import NamedTuple

from pmdesk.actions.tolerances import setting
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.uncollected import uncollected
from pmdesk.domain.words import N_, Say, Words
from pmdesk.exchange.columns import (
    NOT_BROUGHT_IN,
    Guess,
    Target,
    choices_of,
    guess_entity,
    guess_mapping,
    known_headings,
    main_entity,
    read_mapping,
)
from pmdesk.exchange.figure_areas import core
from pmdesk.exchange.figure_headings import role_of
from pmdesk.exchange.list_columns import by_cells, with_whole_names
from pmdesk.exchange.match import Known, Link, referred
from pmdesk.exchange.names import fold
from pmdesk.exchange.plan import Plan, PlannedRow, Write, make_plan
from pmdesk.exchange.rows import Reason
from pmdesk.exchange.sheets import Sheet, read_sheet
from pmdesk.exchange.understood import Column, understood
from pmdesk.exchange.unreadable import Unreadable
from pmdesk.register.change import Changes
from pmdesk.register.ids import new_id
from pmdesk.register.seen import newest
from pmdesk.register.store import Register

__all__ = [
    "Cancelled",
    "Column",
    "Look",
    "Plan",
    "PlannedRow",
    "Reason",
    "Result",
    "RowReason",
    "Target",
    "Unreadable",
    "bring_in",
    "choices",
    "look",
    "look_again",
    "outcome",
    "records_of",
    "require_columns",
    "write_all",
]

# How often the person sees the count move; a call to the window costs more than a row.
_EVERY = 250


class Cancelled(Exception):
    """The person stopped it; nothing was written."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the page shows before anything is written."""

    sheet: Sheet
    entity: str
    mapping: Mapping[str, str | None]  # heading -> 'entity.field', or None to leave it out
    columns: tuple[Column, ...]
    plan: Plan
    answers: Mapping[tuple[int, str], str]  # (row, heading) -> what a person typed instead
    left_out: frozenset[int]
    accepted: frozenset[int] | None  # doubtful rows that may come in; None: all
    known: Known
    today: str
    seen: int  # the register's newest save when a person looked


class RowReason(NamedTuple):
    """A row and one reason, named by its column."""

    row: int
    column: str
    say: Say


class Result(NamedTuple):
    """What was brought in: read = added + changed + same + refused, in rows."""

    read: int
    added: int
    changed: int
    same: int
    refused: int
    refused_rows: tuple[RowReason, ...]
    doubtful_rows: tuple[RowReason, ...]
    made: Counter[str]  # new records of each kind
    changes: Changes | None  # None when nothing was written


@uncollected()
def look(
    path: str | PathLike[str],
    register: Register,
    entity: str | None = None,
    sheet: str | None = None,
    mapping: Mapping[str, str | None] | None = None,
    answers: Mapping[tuple[int, str], str] | None = None,
    *,
    left_out: frozenset[int] = frozenset(),
    accepted: frozenset[int] | None = None,
    today: str = "",
) -> Look:
    """Read a file and work out what bringing it in would do; nothing is written.

    `mapping` changes single columns: {heading: field}, a field as 'entity.field', its name or its label;
    None leaves the column out.
    Raises Unreadable with a sentence.
    """
    strange = entity is not None and (entity not in ENTITIES or ENTITIES[entity].sealed)
    if strange or entity in NOT_BROUGHT_IN:
        raise Unreadable(Say(N_("There is no list called ‘{name}’."), {"name": entity}))
    found = with_whole_names(read_sheet(path, sheet, known_headings(entity)))
    if not found.rows:
        empty = N_("‘{file}’ has headings and no rows. There is nothing to bring in.")
        raise Unreadable(Say(empty, {"file": found.source}))
    chosen = entity or guess_entity(found.headings)
    if chosen is None:
        raise Unreadable(
            Say(N_("No heading of ‘{file}’ is known. Say what its rows are."), {"file": found.source})
        )
    return _look(
        register,
        found,
        chosen,
        mapping or {},
        answers or {},
        left_out,
        accepted,
        today or date.today().isoformat(),
    )


def look_again(
    before: Look,
    register: Register,
    *,
    mapping: Mapping[str, str | None] | None = None,
    answers: Mapping[tuple[int, str], str] | None = None,
    left_out: frozenset[int] | None = None,
    accepted: frozenset[int] | None = None,
    entity: str | None = None,
) -> Look:
    """The same file after a person changed a column, mended a cell, left a row out or accepted one.

    What is not given stays as it was; `answers` and `mapping` are added to those before.
    """
    chosen = entity or before.entity
    kept = before.mapping if chosen == before.entity else {}
    return _look(
        register,
        before.sheet,
        chosen,
        {**kept, **(mapping or {})},
        {**before.answers, **(answers or {})},
        before.left_out if left_out is None else left_out,
        before.accepted if accepted is None else accepted,
        before.today,
    )


def require_columns(looked: Look) -> None:
    """Unreadable where no column says which measure a reading or a target is of, or when."""
    if looked.entity not in _OF_MEASURES:
        return
    read = {key.partition(".")[2] for key in looked.mapping.values() if key}
    for each in ENTITIES[looked.entity].fields:
        if each.required and each.name not in read:
            lacks = N_("No column of ‘{file}’ is read as ‘{field}’. Call one so, or say which it is.")
            raise Unreadable(Say(lacks, {"file": looked.sheet.source, "field": Say(each.label)}))


def choices(entity: str) -> list[tuple[str, Say]]:
    """What a column can be read as: ('outside_body.name', 'Outside body: Name') and so on."""
    return choices_of(entity)


@uncollected()
def bring_in(
    register: Register,
    looked: Look,
    words: Words,
    progress: Callable[[int, int], bool] | None = None,
) -> Result:
    """Write what the look promised, as one save with one Undo; Unavailable when it cannot be written.

    If the register changed since the look, the plan is worked out again first; a value that came from
    elsewhere since is not replaced, but stands beside the file's. `progress(done, of)` is called now and
    then; when it says False, Cancelled is raised and nothing was written.
    """
    fresh = _known(register, looked.entity, looked.sheet, looked.mapping)
    if fresh != looked.known:
        looked = replace(looked, known=fresh, plan=_plan(looked, fresh))
    with register.change(N_("Brought in a file"), via=f"import:{looked.sheet.sha256}") as change:
        change.seen = looked.seen
        write_all(looked.plan.writes, change.add, setting(register, change), progress)
    return outcome(looked, change.changes if change.changes.touched else None)


def outcome(looked: Look, changes: Changes | None = None) -> Result:
    """What bringing in does, in counts of rows; also for a dry run."""
    counts, rows = looked.plan.outcomes(), looked.plan.rows
    return Result(
        len(rows),
        counts["added"],
        counts["changed"],
        counts["same"],
        counts["refused"],
        tuple(said for row in rows if row.outcome == "refused" for said in _refusals(row)),
        tuple(
            RowReason(row.number, *reason[:2])
            for row in rows
            if row.state == "doubtful"
            for reason in row.reasons
        ),
        looked.plan.kinds(),
        changes,
    )


def _look(
    register: Register,
    sheet: Sheet,
    entity: str,
    changed: Mapping[str, str | None],
    answers: Mapping[tuple[int, str], str],
    left_out: frozenset[int],
    accepted: frozenset[int] | None,
    today: str,
) -> Look:
    guesses = by_cells(sheet, guess_mapping(entity, sheet.headings))
    mapping = {**_freed(guesses, typed := read_mapping(entity, sheet.headings, changed)), **typed}
    if entity in _FIGURES:
        _require_own(sheet, mapping, typed, register.title(str(register.settings().get("council") or "")))
    seen, known = newest(register.db), _known(register, entity, sheet, mapping)
    plan = make_plan(
        sheet, entity, mapping, known, answers=answers, left_out=left_out, accepted=accepted, today=today
    )
    return Look(
        sheet,
        entity,
        mapping,
        understood(sheet, plan, guesses),
        plan,
        answers,
        left_out,
        accepted,
        known,
        today,
        seen,
    )


def _freed(guesses: Mapping[str, Guess], typed: Mapping[str, str | None]) -> dict[str, str | None]:
    """The guesses without fields a person gave to another column; notes may come from several."""
    taken = {key for key in typed.values() if key and not key.endswith(".note")}
    return {heading: None if guess.target in taken else guess.target for heading, guess in guesses.items()}


def _plan(looked: Look, known: Known) -> Plan:
    return make_plan(
        looked.sheet,
        looked.entity,
        looked.mapping,
        known,
        answers=looked.answers,
        left_out=looked.left_out,
        accepted=looked.accepted,
        today=looked.today,
    )


def _known(register: Register, entity: str, sheet: Sheet, mapping: Mapping[str, str | None]) -> Known:
    """The register's records that rows of this kind may speak of; of a million readings only those named."""
    kinds = sorted(referred(main_entity(entity)) - _OF_MEASURES)
    known: dict[str, Sequence[Mapping[str, object]]] = {kind: register.all(kind) for kind in kinds}
    if entity in _OF_MEASURES:
        named = {fold(text) for text in _texts(sheet, mapping, f"{entity}.measure")}
        measures = [
            str(record["id"])
            for record in known["measure"]
            if named & {fold(str(record.get(name) or "")) for name in ("id", "code", "title")}
        ]
        known[entity] = records_of(register, entity, measures)
    return known


def _require_own(
    sheet: Sheet, mapping: Mapping[str, str | None], typed: Mapping[str, str | None], council: str
) -> None:
    """A list of readings is the council's own: another's figure must not come in as ours."""
    for at, heading in enumerate(sheet.headings):
        if mapping.get(heading) or heading in typed or role_of(heading) != "area":
            continue
        others = (row.cells[at] for row in sheet.rows if core(row.cells[at]) not in ("", core(council)))
        if other := next(others, ""):
            said = N_(
                "‘{heading}’ names an area that is not yours (‘{name}’): a list of readings holds your own. "
                "Leave the column out if all its figures are yours."
            )
            raise Unreadable(Say(said, {"heading": heading, "name": other}))


_FIGURES = frozenset(("reading", "target"))
_OF_MEASURES = frozenset(("reading", "target", "comparator"))
# How many measures' records are asked for at once.
_AT_ONCE = 500


def records_of(register: Register, kind: str, measures: Sequence[str]) -> list[Mapping[str, object]]:
    """Every record of a kind that belongs to these measures, by their ids."""
    return [
        record
        for start in range(0, len(measures), _AT_ONCE)
        for record in register.all(kind, measure=tuple(measures[start : start + _AT_ONCE]))
    ]


def _texts(sheet: Sheet, mapping: Mapping[str, str | None], key: str) -> set[str]:
    """Every text in the column that is read as this field."""
    places = [at for at, heading in enumerate(sheet.headings) if mapping.get(heading) == key]
    return {row.cells[at] for at in places for row in sheet.rows}


def write_all(
    writes: Sequence[Write],
    add: Callable[..., str],
    change: Callable[..., None],
    progress: Callable[[int, int], bool] | None,
) -> None:
    """Write a plan's records, those they refer to first; Cancelled when `progress` says so."""
    ids = [write.id or new_id() for write in writes]
    for at, write in enumerate(writes):
        values = {
            name: ids[value.key] if isinstance(value, Link) else value for name, value in write.values.items()
        }
        if write.id is None:
            add(write.kind, values, record=ids[at])
        elif values:
            change(write.kind, write.id, values)
        if progress and at % _EVERY == 0 and not progress(at, len(writes)):
            raise Cancelled


def _refusals(row: PlannedRow) -> Sequence[RowReason]:
    if row.state == "total":
        return [RowReason(row.number, "", Say(N_("a total row, left out")))]
    if row.state == "left_out":
        return [RowReason(row.number, "", Say(N_("left out")))]
    wanted = [each for each in row.reasons if each.refused or row.state == "waiting"]
    return [RowReason(row.number, each.column, each.say) for each in wanted]
