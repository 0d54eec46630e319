"""Measures for the tests of charts: EN02 of the drawing, Lancaster's CH8 of field.md, and odd ones."""

from collections.abc import Iterable, Mapping
from typing import Any

from pmdesk.domain.series import Rule
from pmdesk.figures.measure_story import MeasureStory, measure_story

TODAY = "2026-04-27"
VALUES = ["42.1", "42.9", "43.6", "44.2", "44.8", "45.1", "45.0", "45.2", "45.1", "44.4", "45.9", "46.9"]
QUARTERS = [f"{year}-{year % 100 + 1} Q{part}" for year in (2023, 2024, 2025) for part in range(1, 5)]
EN02: Mapping[str, Any] = {
    "id": "en02",
    "code": "EN02",
    "title": "Household waste recycled",
    "unit": "% of household waste",
    "decimals": 1,
    "kind": "outcome",
    "polarity": "higher",
    "aggregation": "ratio",
    "frequency": "quarter",
    "baseline": "41.8",
    "baseline_on": "2023-03",
    "tolerance": "5",
    "change_interval": "0.3",
}
CH8: Mapping[str, Any] = {
    "id": "ch8",
    "code": "CH8",
    "title": "Days lost to sickness",
    "unit": "days",
    "polarity": "lower",
    "aggregation": "cumulative",
    "frequency": "quarter",
    "tolerance": "5",
}


def made(
    measure: Mapping[str, Any],
    readings: Iterable[tuple[str, str] | Mapping[str, Any]] = (),
    targets: Iterable[tuple[str, str] | Mapping[str, Any]] = (),
    today: str = TODAY,
    comparators: Iterable[Mapping[str, Any]] = (),
    earlier: Iterable[Mapping[str, Any]] = (),
) -> MeasureStory:
    """A story of `measure`; readings and targets as (period, value) or as records."""
    rows = [_record(each, f"r{at:03}") for at, each in enumerate(readings)]
    aims = [_record(each, f"t{at:03}") for at, each in enumerate(targets)]
    return measure_story(
        {"id": "m", **measure},
        aims,
        rows,
        [Rule()],
        today,
        comparators=tuple(comparators),
        earlier=tuple(earlier),
    )


def en02(**more: Any) -> MeasureStory:
    """EN02 of look/measure.png."""
    told: list[Mapping[str, Any]] = [
        {"period": period, "value": value} for period, value in zip(QUARTERS, VALUES, strict=True)
    ]
    told[9] = {**told[9], "commentary": "Four weeks of loads rejected.", "cause": "another_partner"}
    goal = {"period": "2026-27 Q4", "value": "50", "floor": "43"}
    return made(EN02, told, [goal], **more)


def ch8(quarters: int = 4, today: str = "2009-11-01") -> MeasureStory:
    """CH8 with its first quarters read, against the quarters' own targets."""
    parts = [f"2009-10 Q{part}" for part in range(1, 5)]
    told = list(zip(parts, ("2.456", "5.69", "9.05", "12.06"), strict=True))[:quarters]
    return made(CH8, told, list(zip(parts, ("2.44", "4.875", "7.31", "9.5"), strict=True)), today)


def _record(given: tuple[str, str] | Mapping[str, Any], id: str) -> dict[str, Any]:
    row = dict(zip(("period", "value"), given, strict=True)) if isinstance(given, tuple) else dict(given)
    return {"id": id, "measure": "m", **row}
