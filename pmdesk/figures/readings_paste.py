"""Where a pasted block lands on the grid of readings: by its headings, its periods or codes, or its place."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pmdesk.domain.dates import NotRead
from pmdesk.domain.decimals import decimal_of
from pmdesk.domain.periods import frequency_of, next_period, read_period
from pmdesk.domain.words import N_, Say, Words
from pmdesk.figures.readings_grid import Key, ReadingsGrid, frequency
from pmdesk.figures.readings_headings import KEY, NOTHING, plain, read_headings

Block = Sequence[Sequence[str]]


class Landed(NamedTuple):
    """What a block types, row by row; the periods it adds to a measure's grid; what found no place."""

    cells: Mapping[Key, Mapping[str, str]]
    periods: tuple[str, ...]
    left: tuple[Say, ...]


class _Read(NamedTuple):
    """The block's columns by what they are, its rows without headings, and whether these are named."""

    roles: Sequence[str]
    rows: Block
    named: bool
    left: tuple[Say, ...] = ()


def land(
    grid: ReadingsGrid, columns: Sequence[str], block: Block, row: int, column: str, words: Words
) -> Landed:
    """Where each cell of a block goes when it is pasted at a row and a column of the grid.

    `columns` are the fields that can be typed, in order; `column` is one of them, '' for a column that
    cannot. A block with headings, or whose first column holds periods (codes or titles across measures), is
    matched by these: an empty cell then leaves what stands there. By place an empty cell empties it.
    """
    if not block:
        return Landed({}, (), ())
    read = _read(grid, columns, _upright(grid, columns, block, words), column, words)
    placed = _by_name(grid, read) if read.named else _by_place(grid, read, row)
    return placed._replace(left=(*read.left, *placed.left))


def _read(grid: ReadingsGrid, columns: Sequence[str], block: Block, column: str, words: Words) -> _Read:
    if len(block) > 1 and (headings := read_headings(grid, columns, block[0], words)):
        return _Read(headings.roles, block[1:], KEY in headings.roles, headings.left)
    typable = column in columns
    start = columns.index(column) if typable else 0
    roles = [*columns[start:]]
    named = len(block[0]) > 1 and _is_named(grid, block, bare=not typable)
    if named:
        roles = [KEY, *roles]
    beyond = any(cell.strip() for cells in block for cell in cells[len(roles) :])
    return _Read(roles, block, named, (_TOO_WIDE,) if beyond else ())


_TOO_WIDE = Say(N_("The block is wider than the grid: its last columns were left out."))


def _is_named(grid: ReadingsGrid, block: Block, bare: bool) -> bool:
    """Whether a block's first column names its rows.

    Bare numbers pasted on figures (not `bare`) may be figures themselves. They are names where every one is a
    code of the grid, or one beside them that is no number is; and in one measure where every one is another
    year and what stands beside them is not. Half of the names are enough: a total or a year stands under its
    quarters, and is said to have no place.
    """
    said = [cells[0].strip() for cells in block if cells[0].strip()]
    number = [decimal_of(name) is not None for name in said]
    doubtful = not bare and any(number)
    if not said:
        return False
    measures = _measures(grid)
    known = [bool(_period(grid, name)) if grid.measure else plain(name) in measures for name in said]
    if doubtful and not any(one and not bare for one, bare in zip(known, number, strict=True)):
        return all(known) and not (grid.measure and _are_figures(grid, block, said))
    return 2 * sum(known) >= len(said)


def _are_figures(grid: ReadingsGrid, block: Block, said: Sequence[str]) -> bool:
    """Whether numbers that could be years stand twice, or beside others that could be years as well."""
    beside = [cells[1] for cells in block if cells[0].strip()]
    return len(set(said)) < len(said) or all(_period(grid, text) for text in beside)


def _by_name(grid: ReadingsGrid, read: _Read) -> Landed:
    cells, left, at = dict[Key, dict[str, str]](), list[Say](), read.roles.index(KEY)
    known, there = _measures(grid), {line.key for line in grid.lines}
    for row in read.rows:
        name = row[at].strip()
        key = _period_key(grid, name) if grid.measure else known.get(plain(name))
        typed = {role: text for role, text in _typed(read.roles, row).items() if text.strip()}
        if key is None and any(map(str.strip, row)):
            left.append(_no_place(grid, name or " ".join(filter(None, row))))
        elif key is not None and typed:
            if key in cells:
                left.append(Say(N_("‘{name}’ stands twice; the last one counts."), {"name": name[:60]}))
            cells[key] = {**cells.get(key, {}), **typed}
    added = tuple(key[1] for key in cells if key not in there)
    return Landed(cells, added, tuple(left))


def _by_place(grid: ReadingsGrid, read: _Read, row: int) -> Landed:
    """Row upon row from where it was pasted; a measure's grid grows by the periods that follow."""
    keys, added = [line.key for line in grid.lines[row:]], list[str]()
    while grid.measure and keys and len(keys) < len(read.rows):
        added.append(next_period(keys[-1][1]))
        keys.append((grid.measure, added[-1]))
    cells = {key: _typed(read.roles, row) for key, row in zip(keys, read.rows, strict=False)}
    over = [row for row in read.rows[len(keys) :] if any(map(str.strip, row))]
    left = tuple(_no_place(grid, " ".join(filter(None, row))) for row in over)
    return Landed(cells, tuple(added), left)


def _typed(roles: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    return {role: text for role, text in zip(roles, row, strict=False) if role not in (KEY, NOTHING)}


def _upright(grid: ReadingsGrid, columns: Sequence[str], block: Block, words: Words) -> Block:
    """A measure's periods side by side, turned to stand one under another as on its grid."""
    first = [cell for cell in block[0] if cell.strip()]
    across = grid.measure and len(block) > 1 and len(first) > 1 and not _period(grid, block[1][0])
    periods = [bool(_period(grid, cell)) and decimal_of(cell) is None for cell in first[1:]]
    if not across or 2 * sum(periods) < len(periods):
        return block
    turned = [list(column) for column in zip(*block, strict=True)]
    if _period(grid, first[0]):
        return turned
    named = read_headings(grid, columns, [KEY, *turned[0][1:]], words)
    # Where the row at the left has no heading of ours (it names the measure), it holds the values.
    return [["period", *(turned[0][1:] if named else columns)][: len(block)], *turned[1:]]


def _period_key(grid: ReadingsGrid, name: str) -> Key | None:
    """The row of a period, if the measure is taken that often or has a reading for it."""
    period = _period(grid, name)
    return (grid.measure, period) if period else None


def _period(grid: ReadingsGrid, name: str) -> str:
    """A cell as a period of the grid's measure; '' when it is none."""
    often = frequency(grid)
    try:
        period = read_period(name, often)
    except NotRead:
        return ""
    there = (grid.measure, period) in {line.key for line in grid.lines}
    return period if there or frequency_of(period) == often else ""


def _measures(grid: ReadingsGrid) -> dict[str, Key]:
    """The rows of a grid across measures by code, by title and by both; what two share names neither."""
    found: dict[str, Key | None] = {}
    for line in grid.lines if not grid.measure else ():
        series = grid.series[line.key[0]]
        for name in {plain(series.code), plain(series.title), plain(series.name)} - {""}:
            found[name] = None if name in found else line.key
    return {name: key for name, key in found.items() if key}


def _no_place(grid: ReadingsGrid, name: str) -> Say:
    said = {"name": " ".join(name.split())[:60]}
    if grid.measure:
        return Say(N_("‘{name}’ is no period of this measure; its row was left out."), said)
    return Say(N_("‘{name}’ is no measure of this grid; its row was left out."), said)
