"""One picture of the year alone: its chart and its table, one in sight at a time."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pmdesk.ui.pages.year_part import YearPart
from pmdesk.ui.theme import apply_theme
from tests.ui.charts.year_charts import GROUPS, STEPS


def test_the_table_has_every_number_of_the_chart(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, "light", 1.0)
    asked: list[tuple[object, str]] = []
    part = YearPart(GROUPS, lambda figures, heading: asked.append((figures, heading)))
    qtbot.addWidget(part)
    assert part.table.isHidden() and not part.chart.isHidden()
    part.set_table(True)
    assert part.chart.isHidden() and part.toggle.text() == "Show as chart"
    assert [part.table.cell(1, at).text for at in range(4)] == ["Labour", "5", "5", "2 late"]


def test_days_are_those_of_both_years(qtbot: QtBot, qapp: QApplication) -> None:
    part = YearPart(STEPS, lambda _figures, _heading: None)
    qtbot.addWidget(part)
    told = [[part.table.cell(row, at).text for at in range(3)] for row in range(4)]
    assert told == [
        ["1 April 2026", "0", "0"], ["2 April 2026", "0", "1"], ["10 April 2026", "1", "1"],
        ["20 April 2026", "2", "1"],
    ]  # fmt: skip
