from pmdesk.exchange.column_contents import (
    cells_of,
    holds_figures,
    holds_periods,
    holds_places,
    holds_text,
    is_filled,
)

ROWS = [["Trafford", "1,204", "2019/20", "a"], ["Bury", "*", "2020/21", ""], ["Mean of all", "n/a"]]


def test_a_column_is_judged_by_most_of_its_cells() -> None:
    assert cells_of(ROWS, 1) == ["1,204", "*", "n/a"]
    assert [holds_figures(ROWS, at) for at in range(3)] == [False, True, False]
    assert [holds_periods(ROWS, at) for at in range(3)] == [False, False, True]
    assert [holds_places(ROWS, at) for at in range(3)] == [True, False, False]
    assert (holds_text(ROWS, 0), holds_text(ROWS, 1)) == (True, False)
    assert (is_filled(ROWS, 3), is_filled(ROWS, 4)) == (True, False)
