from decimal import Decimal

from pmdesk.exchange.figure_rows import Row, cell_of, kind_of, rows_of, text_of
from tests.exchange.figure_made import layout_of


def test_a_name_written_once_is_carried_down() -> None:
    kept = rows_of(layout_of("Indicator|Period|Value\nBins|2021/22|10\n|2022/23|11\nTrees|2021/22|5"))
    assert [row.cells[0] for row in kept.rows] == ["Bins", "Bins", "Trees"]
    assert kept.carried == 1


def test_a_sum_without_a_name_takes_none() -> None:
    kept = rows_of(layout_of("Indicator|Period|Value\nBins|2021/22|10\nTrees|2021/22|5\n|2021/22|15"))
    assert (kept.rows[-1].cells[0], kept.carried) == ("", 0)
    wide = rows_of(layout_of("Indicator|2021/22|2022/23\nBins|1|2\n|3|4"))
    assert wide.rows[-1].cells[0] == ""


def test_rows_of_one_figure_each_say_which_it_is() -> None:
    layout = layout_of("KPI||Q1 2024/25|Q2 2024/25\nBins|Actual|1|2\n|Target|3|4\n|Variance|2|2")
    kept = rows_of(layout)
    assert [kind_of(layout, row) for row in kept.rows] == ["value", "target", ""]
    assert text_of(kept.rows[1], 0) == "Bins"
    assert kind_of(layout, Row(9, ["Bins", "soon", "1"])) is None


def test_a_note_beside_a_figure_and_a_mark_over_it_change_its_state() -> None:
    layout = layout_of("Indicator|Period|Value|Value note\nX|2021/22|0|Suppressed\nX|2022/23|5|Provisional")
    cells = [cell_of(layout, row, layout.data[0]) for row in rows_of(layout).rows]
    assert [(cell.value, cell.state) for cell in cells] == [
        (None, "suppressed"),
        (Decimal(5), "provisional"),
    ]
    marked = layout_of("Indicator|2021/22|2022/23 (p)\nX|1|2")
    (row,) = rows_of(marked).rows
    assert [cell_of(marked, row, column).state for column in marked.data] == ["actual", "provisional"]
