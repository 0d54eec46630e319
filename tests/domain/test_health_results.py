"""What is shown of answers: quartiles by hand, nothing below three, principles of shown statements alone."""

import pytest

from pmdesk.domain.health_results import Results, Spread, read_results, results_of, results_text, spread


@pytest.mark.parametrize(
    ("answers", "shown"),
    [
        ([1, 2, 3], (3, 1.5, 2, 2.5)),
        ([1, 2, 3, 4], (4, 1.5, 2.5, 3.5)),
        ([1, 1, 2, 4, 4], (5, 1, 2, 4)),
        ([3, 3, 3, None], (3, 3, 3, 3)),
        ([4, 2, 3, 3, 2, 4], (6, 2, 3, 4)),
    ],
)
def test_quartiles(answers: list[int | None], shown: tuple[float, ...]) -> None:
    assert spread(answers) == Spread(*shown)  # type: ignore[arg-type]


def test_nothing_below_three() -> None:
    assert spread([]) is None
    assert spread([4, 4]) is None
    assert results_of([[1, 2], [3, 4]], [2]) is None


def test_where_they_disagree() -> None:
    assert Spread(5, 1.5, 3, 3).disagrees
    assert not Spread(5, 2, 3, 3).disagrees
    assert not Spread(5, 1, 2, 2.5).disagrees
    assert not Spread(5, 2.5, 3, 4).disagrees


def test_a_statement_that_two_answered_is_in_no_figure() -> None:
    given = [[4, 1], [4, 1], [4, None]]
    found = results_of(given, [2])
    assert found is not None
    assert found.statements == (Spread(3, 4, 4, 4), None)
    assert found.principles == (Spread(3, 4, 4, 4),)


def test_one_who_is_apart_from_all_others_cannot_be_read_from_the_spread() -> None:
    with_one = spread([1, 4, 4, 4, 4, 4, 4])
    assert with_one == spread([3, 4, 4, 4, 4, 4, 4]) == spread([4] * 7)


def test_what_is_kept_reads_back() -> None:
    found = Results(4, (Spread(4, 1.5, 2.5, 3.5), None), (None,))
    assert read_results(results_text(found)) == found
    assert read_results(None) is None
    assert read_results('{"n":3}') is None
