"""Two measures for the tests of the grid of readings: CH8 of field.md's rule 2, and EN02 of the drawing."""

from collections.abc import Mapping

from pmdesk.domain.series import Rule
from pmdesk.figures.readings_grid import ReadingsGrid, Series, line_of, series_of

PARTS = ("Q1", "Q2", "Q3", "Q4")
CH8 = {
    "id": "ch8", "code": "CH8", "title": "Working days lost to sickness", "unit": "days", "decimals": None,
    "polarity": "lower", "aggregation": "cumulative", "frequency": "quarter", "tolerance": "5",
}  # fmt: skip
EN02 = {
    "id": "en02", "code": "EN02", "title": "Household waste recycled", "unit": "%", "decimals": 1,
    "polarity": "higher", "aggregation": "ratio", "frequency": "quarter", "tolerance": "5",
    "baseline": "41.8", "baseline_on": "2023-03",
}  # fmt: skip
COLUMNS = ("value", "state", "commentary", "cause")


def sick_days(**readings: str) -> Series:
    """CH8 with its profile of targets and these readings: sick_days(Q1="2.456")."""
    aims = zip(PARTS, ("2.44", "4.875", "7.31", "9.5"), strict=True)
    return series_of(
        CH8,
        [{"id": f"t{part}", "period": f"2009-10 {part}", "value": aim} for part, aim in aims],
        [{"id": f"r{part}", "period": f"2009-10 {part}", "value": value} for part, value in readings.items()],
    )


def waste(readings: Mapping[str, Mapping[str, str]] | None = None) -> Series:
    """EN02 with its target of 50 and these readings by period."""
    rows = [{"id": f"r{period}", "period": period, **values} for period, values in (readings or {}).items()]
    return series_of(EN02, [{"id": "t", "period": "2026-27 Q4", "value": "50"}], rows)


def one(series: Series, *periods: str) -> ReadingsGrid:
    """A measure's own grid with these periods."""
    return ReadingsGrid(series.id, "", tuple(line_of(series, each) for each in periods),
                        {series.id: series}, (Rule(),))  # fmt: skip


def across(*each: Series, period: str = "2025-26 Q4", before: str = "2025-26 Q3") -> ReadingsGrid:
    """One period across measures."""
    lines = tuple(line_of(series, period, before) for series in each)
    return ReadingsGrid("", period, lines, {series.id: series for series in each}, (Rule(),))
