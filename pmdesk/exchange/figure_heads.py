"""The headings of a sheet of figures: which row they are in, and what stands over them: a title, a year."""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pmdesk.domain.period_months import financial
from pmdesk.domain.period_spellings import meanings
from pmdesk.exchange.column_contents import holds_places
from pmdesk.exchange.figure_headings import DataHeading, data_heading, is_reckoned, role_of, spaced
from pmdesk.exchange.grids import Grid
from pmdesk.exchange.places import is_place

LOOKED_AT = 30  # rows in which the headings are looked for
_SAMPLED = 200
_ACROSS = 400  # columns by which a row is judged
_ANY_SHEET = re.compile(r"(?:sheet|table|(?:raw )?data|export|results?)\s*\d*", re.IGNORECASE)
_MOST_WORDS = 5  # of a period in a title
_QUARTER = re.compile(r"(?:q|qtr|quarter|half|h)\s?[1-4]", re.IGNORECASE)
MADE = ("percent", "per cent", "number", "rate", "count")  # how a figure under a period is made
LEVELS = 3  # rows of headings that may stand over each other
_PARTS = ("value", "target", "stretch", "floor", "state", "commentary", "baseline")
_PLAIN = re.compile(r"[-+£]?[\d.,\s]*%?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER = re.compile(r"-?\d+\.\d+|-?\d{1,3}|-?\d{5,}")  # four figures may be a year


class DataColumn(NamedTuple):
    """A column of figures: its place, its heading as it stands, and what the heading says."""

    at: int
    heading: str
    says: DataHeading


def heading_row(rows: Sequence[Sequence[str]]) -> int | None:
    """The row in which most cells are headings of ours or hold a period."""
    scores = [
        (sum(1 for cell in row[:_ACROSS] if cell.strip() and _is_heading(cell)), -at)
        for at, row in enumerate(rows[:LOOKED_AT])
    ]
    best, place = max(scores, default=(0, 0))
    at = -place
    if best < 2:
        dated = next((up for up in range(len(scores)) if _over_dates(rows, up)), None)
        tried = (dated, _over_periods(rows), _over_places(rows))
        return next((place for place in tried if place is not None), None)
    if (over := _words_over(rows, at)) is not None:
        return over
    return at + 1 if _heads_parts(rows, at + 1) else at


def _words_over(rows: Sequence[Sequence[str]], at: int) -> int | None:
    """The row of words over one that only looks like headings: figures near 2000 are no years."""
    if any(role_of(cell) for cell in rows[at] if cell.strip()):
        return None
    for up in range(at - 1, -1, -1):
        filled = {place: cell for place, cell in enumerate(rows[up]) if cell.strip()}
        first = next(iter(filled.values()), "")
        if _are_words(filled.values()):
            under = all(place < len(rows[at]) and rows[at][place].strip() for place in filled)
            return up if under and len(filled) > 1 and any(map(role_of, filled.values())) else None
        if filled and not data_heading(first):
            return None
    return None


def _are_words(cells: Iterable[str]) -> bool:
    """Whether filled cells hold neither a period nor a number."""
    found = list(cells)
    return bool(found) and not any(data_heading(cell) or _NUMBER.fullmatch(cell) for cell in found)


def _over_periods(rows: Sequence[Sequence[str]]) -> int | None:
    """The row of words over a first column of periods, where measures or areas run across."""
    for at, row in enumerate(rows[:LOOKED_AT]):
        filled = [cell for cell in row[1:] if cell.strip()]
        below = [under[0].strip() for under in rows[at + 1 : at + 1 + _SAMPLED] if under and under[0].strip()]
        if not _are_words(filled):
            continue
        dated = sum(1 for cell in below if meanings(cell).likely or meanings(cell).possible)
        return at if len(below) > 1 and dated * 4 > len(below) * 3 else None
    return None


def _over_places(rows: Sequence[Sequence[str]]) -> int | None:
    """The row of words over a first column of names or codes of areas, where measures run across."""
    for at, row in enumerate(rows[: LOOKED_AT - 1]):
        filled = [cell for cell in row if cell.strip()]
        if not any(cell.strip() for cell in row[1:]) or not _are_words(filled):
            continue
        body = rows[at + 1 : at + 1 + _SAMPLED]
        found = is_place(body[0][0] if body and body[0] else "") and holds_places(body, 0)
        return at if found else None
    return None


def _heads_parts(rows: Sequence[Sequence[str]], at: int) -> bool:
    """Whether this row, under one of years or titles, holds quarters, months or 'Actual' and nothing else."""
    cells = [cell for cell in rows[at] if cell.strip()] if at < len(rows) else []
    parts = sum(1 for cell in cells if (found := data_heading(cell)) and found.part)
    if parts > 1 and parts * 2 > len(cells):
        return True
    named = [cell for cell in cells if role_of(cell) in _PARTS or cell.casefold() in MADE]
    if not all(cell in named or is_reckoned(cell) or role_of(cell) == "bound" for cell in cells):
        return False
    return len(named) > 1 and (len(set(cells)) < len(cells) or _under_period(rows[at - 1], rows[at]))


def _under_period(above: Sequence[str], cells: Sequence[str]) -> bool:
    """Whether the first of 'Actual, Target, RAG' stands under a period: 'Q2 2024/25' over all of them."""
    first = next(place for place, cell in enumerate(cells) if cell.strip())
    return first < len(above) and data_heading(above[first]) is not None


def _over_dates(rows: Sequence[Sequence[str]], at: int) -> bool:
    """Whether a row with a heading of time stands right over a first period: 'Gender, Total' does not."""
    if not _heads_dates(rows[at]) or at + 1 >= len(rows):
        return False
    place = next(place for place, cell in enumerate(rows[at]) if role_of(cell) == "period")
    found = meanings(rows[at + 1][place]) if place < len(rows[at + 1]) else None
    return found is not None and bool(found.likely or found.possible)


def _heads_dates(row: Sequence[str]) -> bool:
    """'Date, Visits, Calls': one heading of ours, and nothing that could be a figure or a period."""
    filled = [cell for cell in row if cell.strip()]
    return len(filled) > 1 and any(role_of(cell) == "period" for cell in filled)


def _is_heading(cell: str) -> bool:
    if len(cell) > 200 or _NUMBER.fullmatch(cell):
        return False
    return bool(role_of(cell) or data_heading(cell))


def joined_headings(rows: Sequence[Sequence[str]], at: int) -> tuple[str, ...]:
    """The headings, with the ones above them where years or measures stand over quarters or 'Actual'."""
    width = max(len(row) for row in rows[at : at + 1 + _SAMPLED])
    joined = [" ".join(cell.split()) for cell in rows[at]] + [""] * (width - len(rows[at]))
    for up in range(at - 1, max(at - 1 - LEVELS, -1), -1):
        above = [" ".join(cell.split()) for cell in rows[up]]
        if not any(above[1:]):
            break
        if not (_needs_more(joined) or _parts_below(joined, above) or _named_above(joined, above)):
            break
        joined = _joined(joined, above)
    return tuple(joined)


def _needs_more(headings: Sequence[str]) -> bool:
    """Whether headings stand there twice, or quarters without their year."""
    filled = Counter(cell for cell in headings if cell)
    return any(n > 1 for n in filled.values()) or any(
        (found := data_heading(cell)) and found.part for cell in headings
    )


def _parts_below(headings: Sequence[str], above: Sequence[str]) -> bool:
    """Whether an 'Actual' or 'Target' stands right under a period."""
    pairs = zip(headings, above, strict=False)
    return any(role_of(cell) in _PARTS and data_heading(over) for cell, over in pairs if cell and over)


def _named_above(headings: Sequence[str], above: Sequence[str]) -> bool:
    """Whether a heading of ours stands over an empty first cell: 'Area' over years (LG Inform)."""
    return not headings[0] and bool(above) and bool(role_of(above[0]))


def _joined(headings: Sequence[str], above: Sequence[str]) -> list[str]:
    """Each heading with the one that stands over it, as far to the right as that reaches."""
    filled = Counter(cell for cell in headings if cell)
    over, joined = "", []
    for place, cell in enumerate(headings):
        over = (above[place] if place < len(above) else "") or over
        part = role_of(cell) in _PARTS or is_reckoned(cell)
        joins = over != cell and (data_heading(cell) or filled[cell] > 1 or (part and data_heading(over)))
        joined.append(f"{over} {cell}".strip() if over and joins and cell else cell or over)
    return joined


def heads_again(
    row: Sequence[str], headings: Sequence[str], data: Sequence[int], named: Sequence[int], apart: bool
) -> bool:
    """Whether a row under the headings is another row of headings, over a table of its own.

    `data` are the columns of figures, `named` those that say what a row is about; `apart` where a blank row
    or a title stands before it. Four figures may be years or not: then the other cells must be headings too.
    """
    cells = [cell for at in data if at < len(row) and (cell := row[at].strip())]
    if not cells or not _may_head(cells[0]) or not all(map(_is_heading, cells)):
        return False
    words = [cell for at in named if at < len(row) and (cell := row[at].strip())]
    known = bool(words) and all(role_of(cell) or cell in headings for cell in words)
    return known or (apart and len(cells) > 1 and not all(_YEAR.fullmatch(cell) for cell in cells))


def _may_head(cell: str) -> bool:
    """Quickly, for a hundred thousand rows: whether a cell could be a heading at all."""
    return not _PLAIN.fullmatch(cell) or bool(_YEAR.fullmatch(cell))


def period_columns(headings: Sequence[str]) -> list[DataColumn]:
    """The columns whose heading holds a period; 'Homes meeting target 2019-20' is a measure, no target."""
    found = [
        DataColumn(at, heading, says)
        for at, heading in enumerate(headings)
        if heading and not role_of(heading) and (says := data_heading(heading))
    ]
    valued = {each.says.label.casefold() for each in found if each.says.kind == "value"}
    return [each if each.says.label.casefold() in {"", *valued} else _as_value(each) for each in found]


def _as_value(column: DataColumn) -> DataColumn:
    """A heading whose target or rating belongs to no other column is a measure's own title."""
    says = column.says
    if says.kind == "value":
        return column
    title = spaced(column.heading)
    for end in (says.period, f"({says.period})"):
        title = title.removesuffix(end).removeprefix(end).strip(" -:,")
    return column._replace(says=says._replace(label=title, kind="value"))


def year_over(grid: Grid, at: int, headings: Sequence[str], source: str, begin: int = 0) -> str:
    """The year of 'Q1' alone: from a title over the table, a target, the file's name or the last outturn."""
    named = [each.says for each in period_columns(headings) if not each.says.part]
    targets = [says.period for says in named if says.kind == "target"]
    titles = [cell for row in grid.rows[begin:at] for cell in row if cell.strip()]
    outturns = sorted((year for says in named if (year := _year_of(says.period))), reverse=True)
    texts = (*titles, grid.name, *sorted(targets), source.rpartition(".")[0], *outturns)
    return next((year for text in texts if (year := _year_in(text))), "")


def period_over(grid: Grid, begin: int, at: int, source: str) -> str:
    """The one period that the titles over a table name, else its sheet, else its file; '' where none does."""
    titles = [cell for row in grid.rows[begin:at] for cell in row if cell.strip()]
    for texts in (titles, [grid.name], [source.rpartition(".")[0]]):
        named = {found for text in texts for found in _periods_in(text)}
        if len(named) == 1:
            return named.pop()
        if named:
            return ""
    return ""


def _periods_in(text: str) -> list[str]:
    """The periods that a text names, the longest first: 'Quarter 2 2024/25', not its year alone.

    A quarter whose year stands apart is one more: then nobody can tell which period is meant.
    """
    words = [word.strip(",.;:()[]") for word in text.replace("_", " ").split()]
    found: list[str] = []
    start = 0
    while start < len(words):
        for size in range(min(_MOST_WORDS, len(words) - start), 0, -1):
            candidate = " ".join(words[start : start + size])
            if _names_period(candidate) or _QUARTER.fullmatch(candidate):
                found.append(candidate)
            if (found and found[-1] == candidate) or meanings(candidate).day:
                start += size - 1
                break
        start += 1
    return found


def _names_period(text: str) -> bool:
    """Whether a text is one period; a bare year may be of two kinds, and a day that of the report."""
    found = meanings(text)
    two = re.search(r"\d\d", text) and not _YEAR.fullmatch(text)
    return bool(two) and len(found.likely) == 1 and not found.day


def _year_of(period: str) -> str:
    """The financial year in which a period ends, as '2009/10'."""
    found = meanings(period).likely
    year = (found[0].last - 3) // 12 if found else 0
    return f"{year}/{(year + 1) % 100:02d}" if found else ""


def _year_in(text: str) -> str:
    """The first financial year named in a text, as '2009/10'; '' where there is none."""
    words = text.replace("_", " ").replace("(", " ").replace(")", " ").split()
    for word in (*words, *("/".join(pair) for pair in itertools.pairwise(words))):
        for months in meanings(word.strip(",.;:")).likely:
            if months.length == 12 and months == financial(months.first // 12):
                year = months.first // 12
                return f"{year}/{(year + 1) % 100:02d}"
    return ""


def caption_over(grid: Grid, at: int, source: str, begin: int = 0) -> str:
    """What stands over the table, nearest first; else the sheet's name, else the file's."""
    titles = [cell.strip() for row in grid.rows[begin:at] for cell in row if cell.strip()]
    named = "" if _ANY_SHEET.fullmatch(grid.name) else grid.name
    texts = [text for text in (*titles[:1], named) if text and not meanings(text).likely]
    return texts[0] if texts else spaced(source.rpartition(".")[0])
