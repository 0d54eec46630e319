"""The chart's figure: rows, finding, summary; nothing below three."""

from pmdesk.domain.health_results import Spread
from pmdesk.domain.words import words_in
from pmdesk.figures.health_spread import (
    VEILED,
    say_half,
    say_spread,
    say_veiled,
    spread_figure,
    statement_rows,
)
from tests.figures.health_made import closed, new

EN = words_in("en")


def test_a_row_for_each_principle() -> None:
    figure = spread_figure(closed(), EN)
    # By hand: 1 1 3 4 4 and 1 1 3 3 4 for trust; two answered about money.
    assert [(row.label, row.spread) for row in figure.rows] == [
        ("Trust", Spread(10, 1, 3, 3.5, True)),
        ("Money", None),
    ]
    assert figure.finding == "All stand alike, at 3 of 4"
    assert "Money: fewer than three answers." in figure.summary
    assert figure.ends == ("Strongly disagree", "Disagree", "Agree", "Strongly agree")


def test_statements() -> None:
    assert [row.said for row in statement_rows(closed(), EN)] == [
        "median 3, middle half 1 to 4, they disagree",
        "median 3, middle half 1 to 3, they disagree",
        "fewer than three answers",
    ]


def test_nothing_before_it_is_closed() -> None:
    assert spread_figure(new(), EN).rows == ()
    assert statement_rows(new()._replace(principles=()), EN) == ()
    assert say_spread(None, EN) == "fewer than three answers"


def test_the_middle_half_of_five_and_why_that_of_four_is_missing() -> None:
    five, four = Spread(5, 2, 3, 4, True), Spread(4, None, 3, None)
    assert [say_half(each, EN) for each in (five, four)] == ["2 to 4", "–"]
    assert say_spread(five, EN) == "median 3, middle half 2 to 4, they disagree"
    assert say_veiled([five, None], EN) == ""
    assert say_veiled([five, four], EN) == VEILED
