"""The headings of a sheet of figures: which row they are in, and what stands over them: a title, a year."""

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from pmdesk.domain.period_months import financial
from pmdesk.domain.period_spellings import meanings
from pmdesk.exchange.figure_headings import DataHeading, data_heading, role_of, spaced
from pmdesk.exchange.grids import Grid

LOOKED_AT = 30  # rows in which the headings are looked for
_SAMPLED = 200
_ACROSS = 400  # columns by which a row is judged
_ANY_SHEET = re.compile(r"(?:sheet|table|(?:raw )?data|export|results?)\s*\d*", re.IGNORECASE)
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
    best, at = max(scores, default=(0, 0))
    if best == 1 and not _heads_dates(rows[-at]):
        return None
    if not best:
        return None
    return 1 - at if _heads_quarters(rows, 1 - at) else -at


def _heads_quarters(rows: Sequence[Sequence[str]], at: int) -> bool:
    """Whether this row, under one of years, holds bare quarters or months and nothing else."""
    cells = [cell for cell in rows[at] if cell.strip()] if at < len(rows) else []
    parts = sum(1 for cell in cells if (found := data_heading(cell)) and found.part)
    return parts > 1 and parts * 2 > len(cells)


def _heads_dates(row: Sequence[str]) -> bool:
    """'Date, Visits, Calls': one heading of ours, and nothing that could be a figure or a period."""
    filled = [cell for cell in row if cell.strip()]
    return len(filled) > 1 and any(role_of(cell) == "period" for cell in filled)


def _is_heading(cell: str) -> bool:
    if len(cell) > 200 or _NUMBER.fullmatch(cell):
        return False
    return bool(role_of(cell) or data_heading(cell))


def joined_headings(rows: Sequence[Sequence[str]], at: int) -> tuple[str, ...]:
    """The headings, with the ones above them where years or measures stand over quarters."""
    width = max(len(row) for row in rows[at : at + 1 + _SAMPLED])
    lower = [" ".join(cell.split()) for cell in rows[at]] + [""] * (width - len(rows[at]))
    above = [" ".join(cell.split()) for cell in rows[at - 1]] if at else []
    filled = Counter(cell for cell in lower if cell)
    needs = any(n > 1 for n in filled.values()) or any(
        (found := data_heading(cell)) and found.part for cell in lower
    )
    if not needs or not any(above[1:]):
        return tuple(lower)
    over, joined = "", []
    for place, cell in enumerate(lower):
        over = (above[place] if place < len(above) else "") or over
        joined.append(f"{over} {cell}".strip() if over and data_heading(cell) else cell or over)
    return tuple(joined)


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


def year_over(grid: Grid, at: int, headings: Sequence[str], source: str) -> str:
    """The year of 'Q1' alone: from a title over the table, a target, the file's name or the last outturn."""
    named = [each.says for each in period_columns(headings) if not each.says.part]
    targets = [says.period for says in named if says.kind == "target"]
    titles = [cell for row in grid.rows[:at] for cell in row if cell.strip()]
    outturns = sorted((year for says in named if (year := _year_of(says.period))), reverse=True)
    texts = (*titles, grid.name, *sorted(targets), source.rpartition(".")[0], *outturns)
    return next((year for text in texts if (year := _year_in(text))), "")


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


def caption_over(grid: Grid, at: int, source: str) -> str:
    """What stands over the table, nearest first; else the sheet's name, else the file's."""
    titles = [cell.strip() for row in grid.rows[:at] for cell in row if cell.strip()]
    named = "" if _ANY_SHEET.fullmatch(grid.name) else grid.name
    texts = [text for text in (*titles[:1], named) if text and not meanings(text).likely]
    return texts[0] if texts else spaced(source.rpartition(".")[0])
