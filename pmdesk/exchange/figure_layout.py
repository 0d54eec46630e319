"""Which tables of a file are read: the sheet with the most figures, and those of its shape beside it."""

from collections.abc import Sequence
from dataclasses import replace

from pmdesk.domain.words import N_, Say
from pmdesk.exchange.figure_headings import words_of
from pmdesk.exchange.figure_heads import DataColumn, heads_again
from pmdesk.exchange.figure_table import Layout, read_layout, read_table
from pmdesk.exchange.grids import Book, Grid

__all__ = ["Layout", "choose_layout", "heading_in", "read_layout", "read_sheet_tables", "several_sheets"]


def choose_layout(book: Book) -> Layout | None:
    """The sheet with the most figures, understood; None where no sheet holds figures over time.

    Sheets of its shape are read with it (`more`) in the workbook's order; the notes name them and the others.
    """
    found = [layout for grid in book.grids if (layout := read_sheet_tables(grid, book.source)) is not None]
    best = max(found, key=_weight, default=None)
    if best is None:
        return None
    alike: list[Layout] = []
    apart: set[tuple[str, ...]] = set()
    for other in found:
        if other is not best and _shape(other) == _shape(best):
            shared = [_shared(other, each) for each in (best, *alike)]
            if all(each is not None for each in shared):
                alike.append(other)
                apart |= {name for each in shared for name in each or ()}
    return _together(book, best, alike, frozenset(apart))


def read_sheet_tables(grid: Grid, source: str) -> Layout | None:
    """A sheet's first table, with those that stand under it under headings of their own."""
    first = read_layout(grid, source)
    if first is None:
        return None
    named = [at for role, at in first.roles.items() if role != "period"]
    data = [column.at for column in first.data]
    starts = _starts(grid, first, data, named)
    if not starts:
        return first
    ends = [begin for begin, _at in starts[1:]] + [None]
    below = [read_table(grid, at, source, begin, end) for (begin, at), end in zip(starts, ends, strict=True)]
    tables = [table for table in below if table is not None]
    each_read = N_("There are {n} tables under each other: each is read under its own headings.")
    not_read = N_("The table under row {row} could not be read.")
    notes = [Say(each_read, {"n": 1 + len(tables)})] if tables else []
    lost = [at for (_begin, at), table in zip(starts, below, strict=True) if table is None]
    notes += [Say(not_read, {"row": at + 1}) for at in lost]
    return replace(first, end=starts[0][0], more=tuple(tables), notes=(*first.notes, *notes))


def several_sheets(layout: Layout) -> bool:
    """Whether a file's tables stand on several sheets."""
    return any(table.grid.name != layout.grid.name for table in layout.more)


def heading_in(layout: Layout, table: Layout, column: DataColumn) -> str:
    """A column's heading as a person is told of it: of several sheets, the sheet's name before it."""
    return f"{table.grid.name}: {column.heading}" if several_sheets(layout) else column.heading


def _starts(grid: Grid, first: Layout, data: Sequence[int], named: Sequence[int]) -> list[tuple[int, int]]:
    """(where what stands over it begins, the row of its headings) of each further table."""
    starts: list[tuple[int, int]] = []
    over = first.heading_at + 1  # the first of the rows of titles and blanks before this one
    for at in range(first.heading_at + 1, len(grid.rows)):
        row = grid.rows[at]
        if sum(1 for cell in row if cell and not cell.isspace()) <= 1:
            continue
        if heads_again(row, first.headings, data, named, apart=over < at):
            starts.append((over, at))
        over = at + 1
    return starts


def _shape(layout: Layout) -> tuple[object, ...]:
    """What two sheets must share to be read as one."""
    words = {words_of(layout.headings[at]) for at in layout.roles.values()}
    labels = {(column.says.label, column.says.kind) for column in layout.data}
    return layout.shape, frozenset(words), frozenset(labels)


def _shared(one: Layout, other: Layout) -> set[tuple[str, ...]] | None:
    """The names that two sheets have at the same time; None where most are, as where one ranks the other."""
    first, second = _names(one), _names(other)
    both = {name for name, period in first & second}
    least = min(len({name for name, _period in each}) for each in (first, second))
    return None if len(both) * 2 >= max(least, 1) and both else both


def _names(layout: Layout) -> set[tuple[tuple[str, ...], str]]:
    """What each row is about, with each of its periods."""
    period, part = layout.roles.get("period"), layout.part
    found: set[tuple[tuple[str, ...], str]] = set()
    times = {f"{column.says.period} {layout.year if column.says.part else ''}" for column in layout.data}
    for row in layout.rows:
        name = layout.names_of(row)
        if period is None:
            found |= {(name, time) for time in times}
        else:
            cells = (row[at].strip() for at in (period, part) if at is not None and at < len(row))
            found.add((name, " ".join(cells)))
    return found


def _together(book: Book, best: Layout, alike: Sequence[Layout], apart: frozenset[tuple[str, ...]]) -> Layout:
    """The sheets that are read as one, with what is said of them and of the others."""
    read = sorted((best, *alike), key=lambda layout: book.names.index(layout.grid.name) if alike else 0)
    names = [layout.grid.name for layout in read]
    left = [name for name in book.names if name not in names] if len(book.grids) > 1 else []
    notes = [note for layout in read for note in layout.notes]
    if alike:
        notes.append(Say(N_("Sheets read together: {names}."), {"names": ", ".join(names)}))
    if left:
        notes.append(Say(N_("Sheets not read: {names}."), {"names": ", ".join(left)}))
    more = [table for layout in read[1:] for table in (replace(layout, more=()), *layout.more)]
    tables = [replace(table, apart=apart) for table in (*read[0].more, *more)]
    unread = dict.fromkeys(heading for layout in read for heading in layout.unread)
    if alike and unread:
        notes.append(Say(N_("Columns not read: {names}."), {"names": ", ".join(unread)}))
        unread = {}
    return replace(read[0], more=tuple(tables), apart=apart, notes=tuple(notes), unread=tuple(unread))


def _weight(layout: Layout) -> int:
    """How many figures a sheet holds, by its columns and rows."""
    return sum(len(table.data) * len(table.rows) for table in (layout, *layout.more))
