"""The risk matrix by keyboard, by mouse, by ear and by its pixels."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pmdesk.domain.words import words_in
from pmdesk.figures.risk_matrix import matrix_figures
from pmdesk.ui.accessible import unnamed
from pmdesk.ui.charts.risk_matrix import RiskMatrixPart
from pmdesk.ui.theme import apply_theme, token
from tests.figures.partnership_story import RISKS


@pytest.fixture
def part(qtbot: QtBot) -> RiskMatrixPart:
    made = RiskMatrixPart(matrix_figures(RISKS, words_in("en")))
    qtbot.addWidget(made)
    made.resize(700, 400)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_arrows_read_it_square_by_square_and_stop_at_the_edge(part: RiskMatrixPart, qtbot: QtBot) -> None:
    chart = part.chart
    taken: list[tuple[int, int]] = []
    chart.taken.connect(lambda across, up: taken.append((across, up)))
    chart.setFocus()
    qtbot.waitUntil(chart.hasFocus)
    assert chart.accessibleName() == (
        "Risk matrix: likelihood 3, possible; impact 5, very serious; high; 1 risk: The adviser’s post ends"
    )
    keys = Qt.Key
    for key in (keys.Key_Up, keys.Key_Left, keys.Key_Down, keys.Key_End, keys.Key_Right, keys.Key_Home):
        qtbot.keyClick(chart, key)
    assert taken[-6:] == [(3, 5), (2, 5), (2, 4), (5, 1), (5, 1), (1, 5)]
    assert chart.accessibleName().endswith("medium; no risk") or "low" in chart.accessibleName()


def test_a_click_takes_a_square(part: RiskMatrixPart, qtbot: QtBot) -> None:
    square = part.chart.figures.at(4, 2)
    centre = part.chart.box(square).center().toPoint()
    qtbot.mouseClick(part.chart, Qt.MouseButton.LeftButton, pos=centre)
    assert part.chart.square is square
    assert "Figures come late" in part.chart.accessibleName()


def test_levels_are_shaded(part: RiskMatrixPart) -> None:
    image = part.chart.grab().toImage()
    for across, up, tint in ((5, 5, "missed_tint"), (3, 3, "close_tint"), (1, 1, "met_tint")):
        corner = part.chart.box(part.chart.figures.at(across, up)).topLeft().toPoint()
        assert image.pixelColor(corner.x() + 6, corner.y() + 4).name() == token(tint).name()


def test_the_same_as_a_table(part: RiskMatrixPart, qtbot: QtBot) -> None:
    qtbot.mouseClick(part.toggle, Qt.MouseButton.LeftButton)
    assert part.table.isVisible()
    assert not part.chart.isVisible()
    shown = [[part.table.cell(row, at).text for at in range(4)] for row in range(part.table.row_count())]
    assert shown == [
        ["3, possible", "5, very serious", "High", "The adviser’s post ends"],
        ["4, likely", "2, small", "Medium", "Figures come late"],
    ]
    qtbot.mouseClick(part.toggle, Qt.MouseButton.LeftButton)
    assert part.chart.isVisible()


def test_everything_has_a_name_and_large_text_fits(part: RiskMatrixPart) -> None:
    assert unnamed(part) == []
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, "dark", 2.0)
    part.resize(560, 900)
    QApplication.processEvents()
    assert part.chart.box(part.chart.figures.at(5, 1)).right() <= part.chart.width() + 1
    apply_theme(app, "light", 1.0)
