"""Rows of counts: what stands beside a bar, and which bar lacks most."""

from pmdesk.domain.words import Words
from pmdesk.figures.share_rows import ShareRows, beside, furthest, part_of


def test_a_bar_says_its_numbers_and_the_chart_says_all_of_them() -> None:
    late = part_of("Labour", 5, 9, "in", "not in", Words(), "1 late")
    assert beside(late) == "5 of 9, 1 late" and late.total == 9
    chart = ShareRows("groups", "Labour lacks 4", "Group", (late,))
    assert chart.summary == "Labour lacks 4. Labour: 5 of 9, 1 late."
    assert chart.words() == ("in", "not in") and ShareRows("", "", "", ()).words() == ()


def test_most_is_lacking_by_number_then_by_part() -> None:
    bars = [part_of(name, n, of, "in", "not in", Words()) for name, n, of in (
        ("A", 0, 1), ("B", 8, 12), ("C", 2, 6), ("D", 9, 9),
    )]  # fmt: skip
    found = furthest(bars)
    assert found is not None and found.name == "C"
    assert furthest(bars[3:]) is None
