"""The curve of annual updates coming in."""

import pytest

from pmdesk.domain.words import words_in
from pmdesk.figures.returns import returns_curve

EN = words_in("en")


def test_the_curve_counts_by_day_and_ends_today() -> None:
    curve = returns_curve(
        ["2026-03-10", "2026-03-10", "2026-04-20"],
        ["2025-03-05", "2025-04-01"],
        "2026-04-17",
        "2026-04-27",
        EN,
    )
    assert curve is not None
    assert curve.starts == "2026-03-04"
    assert curve.this_year == (("2026-03-04", 0), ("2026-03-10", 2), ("2026-04-20", 3), ("2026-04-27", 3))
    assert curve.last_year == (("2026-03-04", 0), ("2026-03-05", 1), ("2026-04-01", 2), ("2026-04-27", 2))


@pytest.mark.parametrize(
    ("now", "before", "finding"),
    [
        (1, 3, "Returns are 2 behind this day last year"),
        (3, 1, "Returns are 2 ahead of this day last year"),
        (2, 2, "Returns are level with this day last year"),
        (1, 0, "1 return is in"),
    ],
)
def test_the_finding(now: int, before: int, finding: str) -> None:
    curve = returns_curve(["2026-04-01"] * now, ["2025-04-01"] * before, None, "2026-04-27", EN)
    assert curve is not None
    assert curve.title == finding


def test_days_to_come_are_not_counted_and_no_returns_make_no_curve() -> None:
    assert returns_curve(["2026-05-01"], ["2025-04-28"], None, "2026-04-27", EN) is None
