"""What is shown of answers: quartiles by hand, nothing below three, and nobody's answer to be worked out."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations_with_replacement

import pytest

from pmdesk.domain.health_results import (
    FEWEST,
    FIVE,
    NINE,
    Results,
    Spread,
    answers_problem,
    read_results,
    results_of,
    results_text,
    spread,
    together,
)

Answers = tuple[int, ...]


@pytest.mark.parametrize(
    ("answers", "shown"),
    [
        ([1, 2, 3], (3, None, 2, None)),
        ([1, 2, 3, 4], (4, None, 2.5, None, True)),
        ([1, 1, 2, 4, 4], (5, 1, 2, 4, True)),
        ([3, 3, 3, None], (3, None, 3, None)),
        ([4, 2, 3, 3, 2, 4], (6, 2, 3, 4, True)),
        ([4, 4, 4, 4, 4, 4, 1, 4], (8, None, 4, None)),
        ([4, 4, 4, 4, 4, 4, 4, 1, 4], (9, 4, 4, 4)),
    ],
)
def test_quartiles(answers: list[int | None], shown: tuple[float, ...]) -> None:
    assert spread(answers) == Spread(*shown)  # type: ignore[arg-type]


def test_nothing_below_three() -> None:
    assert spread([]) is None
    assert spread([4, 4]) is None
    assert results_of([[1, 2], [3, 4]], [2]) is None


@pytest.mark.parametrize(
    ("answers", "disagree"),
    [([1, 2, 3, 3, 3], False), ([1, 1, 3, 3, 4], True), ([2, 2, 3, 3, 3], False), ([2, 3, 4, 4, 4], False),
     ([2, 2, 4], True), ([1, 1, 4], False), ([1, 2, 3], False), ([2, 2, 3, 3], True)],
)  # fmt: skip
def test_where_they_disagree(answers: list[int], disagree: bool) -> None:
    found = spread(answers)
    assert found and found.disagrees == disagree


def classes(n: int) -> Iterator[tuple[Spread, list[Answers]]]:
    """Each result of `n` answers with every set of answers that gives it."""
    found = defaultdict[Spread, list[Answers]](list)
    for given in combinations_with_replacement((1, 2, 3, 4), n):
        made = spread(given)
        assert made
        found[made].append(given)
    return iter(found.items())


def others_alike(own: int, sets: list[Answers]) -> bool:
    """Whether who answered `own` knows from a result that all the others gave one and the same answer."""
    left = [list(given) for given in sets if own in given]
    for given in left:
        given.remove(own)
    return len({answer for given in left for answer in given}) == 1


@pytest.mark.parametrize("n", range(FEWEST, NINE + 2))
def test_no_result_tells_anybody_s_answer(n: int) -> None:
    """An answer is known by name where every set that gives a result holds no other: from none of them."""
    for shown, sets in classes(n):
        assert len({answer for given in sets for answer in given}) > 1, shown


@pytest.mark.parametrize("n", range(FIVE, NINE + 2))
def test_from_five_on_not_even_one_of_them_can_work_out_another_s(n: int) -> None:
    for shown, sets in classes(n):
        assert not any(others_alike(own, sets) for own in (1, 2, 3, 4)), shown


@pytest.mark.parametrize("n", range(FEWEST, FIVE))
def test_below_five_only_who_stands_alone_beside_a_median_at_an_end_can(n: int) -> None:
    """The median of three is shown (field.md, rule 15): this much goes with it, and the page says so."""
    for shown, sets in classes(n):
        if any(others_alike(own, sets) for own in (1, 2, 3, 4)):
            assert shown.middle in (1, 4) and not shown.half and not shown.disagrees


def test_a_principle_tells_no_more_than_its_statements_do() -> None:
    """It is worked out from what is shown of them: two sets of answers that they show alike, it does too."""
    one = results_of([[1, 4], [1, 3], [1, 3]], [2])
    other = results_of([[4, 4], [1, 3], [1, 3]], [2])
    assert one and other and one.statements == other.statements
    assert one.principles == other.principles == (Spread(6, None, 2, None),)


def test_a_statement_that_two_answered_is_in_no_figure() -> None:
    given = [[4, 1], [4, 1], [4, None]]
    found = results_of(given, [2])
    assert found is not None
    assert found.statements == (Spread(3, None, 4, None), None)
    assert found.principles == (Spread(3, None, 4, None),)
    assert together([None, None]) is None


def test_one_who_is_apart_from_all_others_cannot_be_read_from_the_spread() -> None:
    with_one = spread([1, 4, 4, 4, 4, 4, 4])
    assert with_one == spread([3, 4, 4, 4, 4, 4, 4]) == spread([4] * 7)


def test_what_is_kept_reads_back() -> None:
    found = Results(5, (Spread(5, 1.5, 2.5, 3.5, True), None), (Spread(5, None, 2.5, None),))
    assert read_results(results_text(found)) == found
    assert read_results(None) is None
    assert read_results('{"n":3}') is None


def test_what_an_earlier_pmdesk_kept_shows_no_more() -> None:
    found = read_results('{"n":3,"statements":[[3,1.0,1.0,1.0]],"principles":[[3,1.0,1.0,1.0]]}')
    assert found and found.statements == (Spread(3, None, 1, None),)


def test_a_principle_shows_its_quarters_only_where_each_statement_does() -> None:
    whole, veiled = Spread(5, 2, 3, 4), Spread(3, None, 1, None)
    assert together([whole, Spread(5, 1, 2, 3)]) == Spread(10, 1.5, 2.5, 3.5, True)
    assert together([whole, veiled]) == Spread(8, None, 2, None, False)
    assert together([None, None]) is None


def test_answers_that_cannot_be_one_partners_are_told() -> None:
    assert not answers_problem([1, None, 4], 3)
    for answers in ([1, 2], [None, None, None], [1, 5, 4], [0, 1, 1]):
        assert answers_problem(answers, 3), answers
