import pytest

from pmdesk.domain.dates import NotRead
from pmdesk.domain.periods import due_day, last_finished, period_bounds, period_of, read_period


@pytest.mark.parametrize(
    ("typed", "period"),
    [
        ("2025-26 Q4", "2025-26 Q4"),
        ("2025/26 q4", "2025-26 Q4"),
        ("Q1 2025-26", "2025-26 Q1"),
        ("2025-26 H1", "2025-26 H1"),
        ("2025-04", "2025-04"),
        ("2019/20", "2019-20"),
        ("2019-2020", "2019-20"),
        ("April 2021", "2021-04"),
    ],
)
def test_periods_are_read_in_their_spellings(typed: str, period: str) -> None:
    assert read_period(typed) == period


@pytest.mark.parametrize(
    "typed", ["2025-26 Q5", "Q1", "2025-27", "last quarter", "2011-12", "2025-26 H3", "2025-13"]
)
def test_what_is_ambiguous_or_none_is_refused(typed: str) -> None:
    with pytest.raises(NotRead):
        read_period(typed)


def test_periods_know_their_days() -> None:
    assert period_bounds("2025-26") == ("2025-04-01", "2026-03-31")
    assert period_bounds("2025-26 Q1") == ("2025-04-01", "2025-06-30")
    assert period_bounds("2025-26 Q4") == ("2026-01-01", "2026-03-31")
    assert period_bounds("2025-26 H2") == ("2025-10-01", "2026-03-31")
    assert period_bounds("2024-02") == ("2024-02-01", "2024-02-29")


def test_the_report_due_on_the_desk_of_27_april() -> None:
    assert last_finished("2026-04-27", "quarter") == "2025-26 Q4"
    assert last_finished("2026-04-27", "month") == "2026-03"
    assert last_finished("2026-04-27", "half") == "2025-26 H2"
    assert last_finished("2026-04-27", "year") == "2025-26"
    assert due_day("2025-26 Q4", 17) == "2026-04-17"
    assert period_of("2026-03-31", "year") == "2025-26"
