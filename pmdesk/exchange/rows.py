"""Rows of text become drafts: each cell understood by its column's field, each doubt beside its column.

It looks at one row at a time and knows no other record; `plan.py` puts the drafts together.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pmdesk.domain.check import LONGEST, Value
from pmdesk.domain.dates import NotRead
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.facts import Type
from pmdesk.domain.periods import read_periods
from pmdesk.domain.words import N_, Say
from pmdesk.exchange.cells import EMPTY, Cell, is_missing, read_cell, split_remark
from pmdesk.exchange.columns import FAMILIES, Target, main_entity
from pmdesk.exchange.headings import is_total
from pmdesk.exchange.people import NOBODY, People, read_people
from pmdesk.exchange.sheets import Sheet


class Reason(NamedTuple):
    """Why a row should be looked at, and in which column; `suggest` is a cell that would settle it."""

    column: str
    say: Say
    refused: bool = False
    suggest: str = ""


@dataclass(slots=True)
class Draft:
    """One row as understood so far."""

    number: int
    cells: Sequence[str]
    values: dict[str, dict[str, Value]] = field(default_factory=dict)  # entity -> field -> value
    notes: dict[str, list[str]] = field(default_factory=dict)  # entity -> lines
    people: People = NOBODY
    reasons: list[Reason] = field(default_factory=list)
    state: str = "ready"  # ready, doubtful, refused, twice, total, left_out, waiting
    records: list[int] = field(default_factory=list)  # places in the plan's records
    main: int | None = None
    council: int | None = None  # place of the organisation the row belongs to

    def doubt(self, column: str, say: Say, suggest: str = "") -> None:
        self.reasons.append(Reason(column, say, suggest=suggest))

    def refuse(self, column: str, say: Say) -> None:
        self.reasons.append(Reason(column, say, refused=True))
        self.state = "refused"


class Read(NamedTuple):
    """A mapped column: where it stands, what it is read as, and what each different text in it meant."""

    at: int
    heading: str
    target: Target
    memo: dict[str, Cell]
    crowd: dict[str, People]


def read_columns(sheet: Sheet, mapping: Mapping[str, str | None], known: Mapping[str, Target]) -> list[Read]:
    """The columns that are read, in the file's order."""
    return [
        Read(at, heading, known[key], _periods(sheet, at) if known[key].field.type is Type.PERIOD else {}, {})
        for at, heading in enumerate(sheet.headings)
        if (key := mapping.get(heading)) and key in known
    ]


def _periods(sheet: Sheet, at: int) -> dict[str, Cell]:
    """What each text of a column of periods means, read beside the others of the column."""
    texts = [row.cells[at] for row in sheet.rows if not is_missing(row.cells[at])]
    return {
        text: Cell(refused=period.sentence) if isinstance(period, NotRead) else Cell(period)
        for text, period in read_periods(texts).items()
    }


def read_rows(
    sheet: Sheet,
    entity: str,
    columns: Sequence[Read],
    answers: Mapping[tuple[int, str], str],
    left_out: frozenset[int],
) -> list[Draft]:
    """A draft of every row; total rows, rows left out and rows seen before are only marked."""
    seen: set[tuple[str, ...]] = set()
    answered = {number for number, _ in answers}
    seat_rows = _each_row_a_seat(entity, columns)
    drafts = []
    for number, cells in sheet.rows:
        if number in answered:
            cells = [
                answers.get((number, heading), cell)
                for heading, cell in zip(sheet.headings, cells, strict=True)
            ]
        draft = Draft(number, cells)
        drafts.append(draft)
        if number in left_out:
            draft.state = "left_out"
        elif is_total(cells):
            draft.state = "total"
        else:
            _read_row(draft, columns, main_entity(entity))
            texts = tuple(cells)
            # Two empty seats of one body look alike and are two.
            if texts in seen and not (seat_rows and not draft.people.named):
                draft.state = "twice"
            seen.add(texts)
    return drafts


def _each_row_a_seat(entity: str, columns: Sequence[Read]) -> bool:
    fields = {each.target.key for each in columns}
    return entity in FAMILIES and "appointment.person" in fields and "outside_body.seats" not in fields


def _read_row(draft: Draft, columns: Sequence[Read], main: str) -> None:
    for column in columns:
        text = draft.cells[column.at]
        if not text:
            continue
        if column.target.key == "appointment.person":
            _read_crowd(draft, column, text, main)
            continue
        cell = column.memo.get(text)
        if cell is None:
            cell = column.memo[text] = _read(column.target, text)
        if cell is not EMPTY:
            _take(draft, column, cell)


def _read(target: Target, text: str) -> Cell:
    if target.field.type is not Type.REF:
        return read_cell(target.field, text)
    text = " ".join(text.split())
    if is_missing(text):
        return EMPTY
    if len(text) > LONGEST[Type.TEXT]:
        return read_cell(ENTITIES["person"].field("name"), text)
    if not split_remark(text)[0]:
        return Cell(
            keep=text, doubt=Say(N_("‘{typed}’ names nobody. It is kept in the note."), {"typed": text[:60]})
        )
    return Cell(text)


def _take(draft: Draft, column: Read, cell: Cell) -> None:
    entity, field_ = column.target
    values = draft.values.setdefault(entity, {})
    if cell[1:] != _NOTHING_MORE:
        _take_more(draft, column, cell, values)
    if cell.value is None:
        return
    if field_.name == "note":
        line = str(cell.value)
        own = column.heading.casefold() in (field_.name, field_.label.casefold(), *field_.also)
        draft.notes.setdefault(entity, []).append(line if own else kept_line(column.heading, line))
    elif values.setdefault(field_.name, cell.value) != cell.value:
        draft.doubt(
            column.heading,
            Say(N_("two columns give different values; ‘{value}’ is kept."), {"value": values[field_.name]}),
        )


# Most cells are a value and nothing more; fifty thousand rows have half a million of them.
_NOTHING_MORE = EMPTY[1:]


def _take_more(draft: Draft, column: Read, cell: Cell, values: dict[str, Value]) -> None:
    if cell.refused:
        draft.refuse(column.heading, cell.refused)
    if cell.doubt:
        draft.doubt(column.heading, cell.doubt)
    for name, value in cell.also:
        values.setdefault(name, value)
    if cell.keep:
        draft.notes.setdefault(column.target.entity, []).append(kept_line(column.heading, cell.keep))


def _read_crowd(draft: Draft, column: Read, text: str, main: str) -> None:
    people = column.crowd.get(text)
    if people is None:
        people = column.crowd[text] = read_people(text)
    draft.people = people
    for doubt in people.doubts:
        draft.doubt(column.heading, doubt)
    if people.keep:
        draft.notes.setdefault(main, []).append(kept_line(column.heading, people.keep))
    if any(len(each.name) > LONGEST[Type.TEXT] for each in people.named):
        draft.refuse(column.heading, Say(N_("this name is too long.")))


def kept_line(heading: str, text: str) -> str:
    """A line of a note that says which column it came from: 'Classification: listed'."""
    words = heading.replace("_", " ").strip()
    return f"{words[:1].upper()}{words[1:]}: {text}"
