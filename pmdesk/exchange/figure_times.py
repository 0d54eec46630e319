"""The period of every figure of a table, read beside the others of its series, which settle doubts."""

import re
from collections import defaultdict
from collections.abc import Sequence

from pmdesk.domain.dates import NotRead
from pmdesk.domain.periods import read_periods, year_before
from pmdesk.exchange.figure_headings import words_of
from pmdesk.exchange.figure_heads import DataColumn
from pmdesk.exchange.figure_layout import Layout
from pmdesk.exchange.figure_names import Names
from pmdesk.exchange.figure_rows import Row, text_of

YEAR_KINDS = ("calendar", "financial")
_QUARTERS = ("q1", "q2", "q3", "q4", "quarter 1", "quarter 2", "quarter 3", "quarter 4")
# 'Q1 2024' and '2024 Q1': the first three months of the year, or of the financial year that begins in it.
_BARE = re.compile(
    r"(?:q|qtr|quarter)\s*([1-4])[\s,]+((?:19|20)\d\d)|((?:19|20)\d\d)[\s,]*(?:q|qtr|quarter)\s*([1-4])",
    re.IGNORECASE,
)
_MONTHS = ("Jan-Mar", "Apr-Jun", "Jul-Sep", "Oct-Dec")


class Times:
    """Periods by column or by row; `undated` are the headings, or periods, of which the year must be said."""

    def __init__(self, layout: Layout, rows: Sequence[Row], names: Names, year: str, year_kind: str) -> None:
        self.undated: tuple[str, ...] = ()
        self._layout, self._year, self._year_kind = layout, year, year_kind
        self._columns: dict[int, str | NotRead | None] = {}
        self._rows: dict[tuple[int | None, int], str | NotRead | None] = {}
        self._cells: dict[tuple[int, str], str | NotRead | None] = {}
        if layout.shape == "wide" and "period" in layout.roles:
            self._read_cells({text_of(row, layout.roles["period"]) for row in rows})
        if layout.shape == "wide":
            self._read_columns()
        else:
            self._read_rows(rows, names)

    def of(self, column: DataColumn, row: Row, series: int | None) -> str | NotRead | None:
        """The period of a figure; None where its year is not known."""
        if self._layout.shape == "wide" and column.says.part and "period" in self._layout.roles:
            return self._cells.get((column.at, text_of(row, self._layout.roles["period"])))
        if self._layout.shape == "wide":
            return self._columns.get(column.at)
        return self._rows.get((series, row.number))

    def _read_columns(self) -> None:
        data = self._layout.data
        texts = {column.at: self._settled(_dated(column, self._year)) for column in data}
        down = "period" in self._layout.roles  # the years of quarters stand in the rows
        unread = [each for each in data if not texts[each.at] and not (down and each.says.part)]
        self.undated += tuple(_asked(each.heading, each.says.period) for each in unread)
        together = read_periods(text for text in texts.values() if text)
        by_label: dict[str, list[str]] = defaultdict(list)
        for column in data:
            if texts[column.at]:
                by_label[column.says.label].append(texts[column.at])
        beside = {label: read_periods(group) for label, group in by_label.items()}
        for column in data:
            text = texts[column.at]
            read = beside[column.says.label][text] if text else None
            read = together[text] if isinstance(read, NotRead) else read
            if column.says.kind == "last_year" and isinstance(read, str):
                read = year_before(read)
            self._columns[column.at] = read

    def _read_cells(self, years: set[str]) -> None:
        """The periods where quarters run across and years down."""
        parts = [column for column in self._layout.data if column.says.part]
        written = {
            (column.at, year): f"{column.says.period} {year}".strip() if year else column.heading
            for column in parts
            for year in years
        }
        texts = {place: self._settled(text) for place, text in written.items()}
        self.undated = tuple(dict.fromkeys(written[place] for place, text in texts.items() if not text))
        read = read_periods(text for text in texts.values() if text)
        self._cells = {place: read[text] if text else None for place, text in texts.items()}

    def _read_rows(self, rows: Sequence[Row], names: Names) -> None:
        written = {row.number: _row_period(self._layout, row, self._year) for row in rows}
        texts = {number: self._settled(text) for number, text in written.items()}
        self.undated = tuple(
            dict.fromkeys(text for number, text in written.items() if text and not texts[number])
        )
        together = read_periods(text for text in texts.values() if text)
        groups: dict[int | None, list[int]] = defaultdict(list)
        for row in rows:
            for column in self._layout.data:
                groups[names.series(row, column)].append(row.number)
        for series, numbers in groups.items():
            beside = read_periods(texts[number] for number in numbers if texts[number])
            for number in numbers:
                self._rows[series, number] = _read(texts[number], written[number], beside, together)

    def _settled(self, text: str) -> str:
        """'Q1 2024' as months or as a quarter of 2024/25, as the person says; '' while nobody has said."""
        if not (found := _BARE.fullmatch(text.strip())):
            return text
        quarter, year = int(found[1] or found[4]), int(found[2] or found[3])
        if self._year_kind == "calendar":
            return f"{_MONTHS[quarter - 1]} {year}"
        return f"Q{quarter} {year}/{(year + 1) % 100:02d}" if self._year_kind == "financial" else ""


def _read(
    text: str, written: str, beside: dict[str, str | NotRead], together: dict[str, str | NotRead]
) -> str | NotRead | None:
    """A row's period by its neighbours in the series, else by those of the table; None while it is asked."""
    if not text:
        return read_periods([written])[written] if not written else None
    period = beside[text]
    return together[text] if isinstance(period, NotRead) else period


def _asked(heading: str, period: str) -> str:
    """What is asked about: the heading, or the period in it that could be of two kinds of year."""
    return period if _BARE.fullmatch(period.strip()) else heading


def _dated(column: DataColumn, year: str) -> str:
    """A column's period with its year; '' where no year is known."""
    if not column.says.part:
        return column.says.period
    return f"{column.says.period} {year}".strip() if year else ""


def _row_period(layout: Layout, row: Row, year: str) -> str:
    text = text_of(row, layout.roles["period"])
    if layout.part is not None and (part := text_of(row, layout.part)):
        if not part.isdecimal():
            return f"{part} {text}"
        monthly = words_of(layout.headings[layout.part]) == "month"
        return f"{part.zfill(2)}/{text}" if monthly else f"Q{part} {text}"
    return f"{text} {year}" if year and text.casefold() in _QUARTERS else text
