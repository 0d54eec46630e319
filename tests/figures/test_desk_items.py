"""The small phrases of the desk."""

import pytest

from pmdesk.domain.words import words_in
from pmdesk.figures.desk_items import coming, late, near_day

EN = words_in("en")


@pytest.mark.parametrize(
    ("day", "said"),
    [("2026-06-12", "12 June"), ("2025-11-12", "12 November"), ("2027-06-12", "12 June 2027"),
     ("2025-04-30", "30 April 2025")],
)  # fmt: skip
def test_a_near_day_needs_no_year(day: str, said: str) -> None:
    assert near_day(day, "2026-04-27", EN) == said


def test_late_and_coming() -> None:
    assert (late(1, EN), late(10, EN)) == ("1 day late", "10 days late")
    assert coming("2026-05-20", "2026-04-27", EN) == "in 23 days, 20 May"
    assert coming("2026-04-27", "2026-04-27", EN) == "today"
