"""What the rows of a file of figures are about: every series and every area met, each once."""

from collections.abc import Sequence
from typing import NamedTuple

from pmdesk.exchange.figure_heads import MADE, DataColumn
from pmdesk.exchange.figure_layout import Layout
from pmdesk.exchange.figure_rows import Row, text_of
from pmdesk.exchange.names import fold


class SeriesKey(NamedTuple):
    """What tells one series of a file from another, as it is written there."""

    code: str
    title: str
    label: str  # what the heading over the figures says besides the period
    how: str
    unit: str
    split: str


class Area(NamedTuple):
    """An area as the file names it."""

    name: str
    code: str
    family: str = ""


class Known:
    """Every series and area of a file; `facts` are texts about a series by role ('polarity' ...)."""

    def __init__(self) -> None:
        self.keys: list[SeriesKey] = []
        self.areas: list[Area] = []
        self.facts: dict[int, dict[str, str]] = {}
        self._series: dict[SeriesKey, int] = {}
        self._areas: dict[str, int] = {}

    def series(self, key: SeriesKey) -> int:
        """The place of a series."""
        if key not in self._series:
            self._series[key] = len(self.keys)
            self.keys.append(key)
        return self._series[key]

    def area(self, area: Area) -> int:
        """The place of an area; one code is one area whatever its name."""
        same = area.code or fold(area.name)
        if same not in self._areas:
            self._areas[same] = len(self.areas)
            self.areas.append(area)
        return self._areas[same]


_KEYS = ("code", "title", "how", "unit")
_AREAS = ("area", "area_code", "family", "region", "region_code", "country", "country_code")
_FACTS = ("polarity", "frequency", "aggregation", "definition", "source", "baseline")
_EXTRAS = ("numerator", "denominator", "commentary")
_EVERYBODY = ("all", "all ages", "persons", "all persons", "total", "both", "not applicable", "n/a")


class Names:
    """What one table's rows are about."""

    def __init__(self, layout: Layout, known: Known) -> None:
        self._layout, self._known = layout, known
        # A hundred thousand rows name a hundred series: the cells as they stand are looked up first.
        self._written: dict[tuple[str, ...], int | None] = {}
        self._named: dict[tuple[str, ...], int | None] = {}
        roles = [layout.roles[role] for role in (*_KEYS, *_FACTS) if role in layout.roles]
        self._places = (*roles, *layout.splits)
        self._area_places = tuple(layout.roles[role] for role in _AREAS if role in layout.roles)
        self._values = sum(1 for column in layout.data if column.says.kind == "value")

    def area(self, row: Row) -> int | None:
        """The place of a row's area: -1 where the sheet has none, None where this row's is empty."""
        roles = self._layout.roles
        if "area" not in roles and "area_code" not in roles:
            return -1
        written = _written(row, self._area_places)
        if written not in self._named:
            self._named[written] = self._area(row)
        return self._named[written]

    def _area(self, row: Row) -> int | None:
        """A row's own area, else the wider one it is for: the region, else the country."""
        for role in ("area", "region", "country"):
            code = self.cell(row, f"{role}_code")
            if name := self.cell(row, role) or code:
                return self._known.area(Area(name, code, self.cell(row, "family")))
        return None

    def across(self, column: DataColumn) -> int:
        """The place of the area that a column is for."""
        return self._known.area(Area(column.says.area, ""))

    def series(self, row: Row, column: DataColumn) -> int | None:
        """The place of the series a figure belongs to; None where its row names none."""
        written = (column.says.label, *_written(row, self._places))
        if written not in self._written:
            self._written[written] = self._new(row, column)
        return self._written[written]

    def _new(self, row: Row, column: DataColumn) -> int | None:
        texts = [text_of(row, at) for at in self._layout.splits]
        if self._layout.names_of(row.cells) in self._layout.apart:
            texts.append(self._layout.grid.name)
        split = ", ".join(text for text in texts if text and text.casefold() not in _EVERYBODY)
        key = SeriesKey(
            self.cell(row, "code"), self.cell(row, "title"), column.says.label, self.cell(row, "how"),
            self.cell(row, "unit"), split,
        )  # fmt: skip
        if not (key.code or key.title or key.how) and key.label.casefold() in MADE:
            key = key._replace(title=self._layout.caption, how=key.label, label="")
        if not (key.code or key.title or key.label):
            if self._layout.roles.keys() & {"code", "title"}:
                return None
            key = key._replace(title=self._layout.caption)
        place = self._known.series(key)
        self._note(place, row)
        return place

    def extras(self, row: Row) -> dict[str, str]:
        """What stands beside a row's only figure: numerator, denominator, commentary."""
        if self._layout.shape != "long" or self._values != 1:
            return {}
        return {role: text for role in _EXTRAS if (text := self.cell(row, role))}

    def _note(self, place: int, row: Row) -> None:
        facts = self._known.facts.setdefault(place, {})
        for role in _FACTS:
            if role in self._layout.roles and role not in facts and (text := self.cell(row, role)):
                facts[role] = text

    def cell(self, row: Row, role: str) -> str:
        """The text of a row in the column of a role; '' where the table has none."""
        at = self._layout.roles.get(role)
        return "" if at is None else text_of(row, at)


def _written(row: Row, places: Sequence[int]) -> tuple[str, ...]:
    cells = row.cells
    return tuple(cells[at] if at < len(cells) else "" for at in places)
