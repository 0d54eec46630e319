"""A million rows show as easily as ten, and the record in hand stays in hand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pmdesk.ui.paged_model import PAGE, PagedModel, Row, Rows
from pmdesk.ui.record_list import RIGHT, SHAPE, RecordList
from tests.ui.endless import Endless


@pytest.fixture
def endless() -> Endless:
    return Endless(1_000_000)


def shown(qtbot: QtBot, model: PagedModel) -> RecordList:
    made = RecordList(model, "Bodies", [("name", "Name"), ("update", "Update")])
    qtbot.addWidget(made)
    made.resize(424, 700)
    made.show()
    return made


def test_a_million_rows_are_read_by_the_page(dressed: QApplication, qtbot: QtBot, endless: Endless) -> None:
    records = shown(qtbot, PagedModel(endless))
    records.grab()
    assert endless.asked == [(0, PAGE)]
    assert records.choose("r700000")
    records.grab()
    assert len(endless.asked) <= 3
    assert max(last - first for first, last in endless.asked) == PAGE


def test_a_letter_does_not_read_the_list(dressed: QApplication, qtbot: QtBot, endless: Endless) -> None:
    records = shown(qtbot, PagedModel(endless))
    qtbot.keyClicks(records.view, "wendle")
    assert len(endless.asked) <= 1


def test_the_record_stays_in_hand_when_rows_move(dressed: QApplication, qtbot: QtBot) -> None:
    model = PagedModel(Rows([Row("a", "A"), Row("b", "B")]))
    records = shown(qtbot, model)
    said: list[str] = []
    records.chosen.connect(said.append)
    assert records.choose("b")
    model.set_source(Rows([Row("c", "C"), Row("b", "B"), Row("a", "A")]))
    assert (records.chosen_id(), records.view.currentIndex().row(), said) == ("b", 1, ["b"])
    model.set_source(Rows([Row("c", "C")]))
    assert records.chosen_id() is None
    assert not records.choose("b")


def test_end_and_home_lead_to_the_ends_of_the_list(
    dressed: QApplication, qtbot: QtBot, endless: Endless
) -> None:
    view = shown(qtbot, PagedModel(endless)).view
    view.setCurrentIndex(view.model().index(3, 0))
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.currentIndex().row() == view.model().rowCount() - 1
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.currentIndex().row() == 0


def test_keys_choose_and_open(dressed: QApplication, qtbot: QtBot) -> None:
    records = shown(qtbot, PagedModel(Rows([Row("a", "A"), Row("b", "B")])))
    chosen: list[str] = []
    opened: list[str] = []
    records.chosen.connect(chosen.append)
    records.opened.connect(opened.append)
    records.choose_first()
    qtbot.keyClick(records.view, Qt.Key.Key_Down)
    qtbot.keyClick(records.view, Qt.Key.Key_Return)
    assert (chosen, opened) == (["a", "b"], ["b"])


def test_a_head_asks_for_its_order_and_turns_it(dressed: QApplication, qtbot: QtBot) -> None:
    records = shown(qtbot, PagedModel(Rows([Row("a", "A")])))
    asked: list[tuple[str, bool]] = []
    records.sort_asked.connect(lambda key, down: asked.append((key, down)))
    first, second = records.heads._buttons.values()
    first.click()
    second.click()
    second.click()
    assert asked == [("name", True), ("update", False), ("update", True)]
    assert second.accessibleName() == "Update, sorted downwards"


def test_a_narrow_row_without_a_pill_has_as_much_room_as_the_others(
    dressed: QApplication, qtbot: QtBot
) -> None:
    name = "Citizens Advice core grant and its side agreements"
    records = shown(
        qtbot, PagedModel(Rows([Row("a", name), Row("b", name, pill=("complete", "Signed off"))]))
    )
    records.resize(260, 300)
    picture = records.view.viewport().grab().toImage()
    height, end = records.view.rowHeight(0), picture.width() - RIGHT - SHAPE - 12

    def ink(row: int) -> int:
        lines = range(row * height + 4, (row + 1) * height - 4)
        return max(x for x in range(end) for y in lines if picture.pixelColor(x, y).lightness() < 90)

    assert abs(ink(0) - ink(1)) <= 2
