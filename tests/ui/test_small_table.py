"""Small tables: as high as their rows, followed by keyboard and mouse."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pmdesk.ui.pill import pill_width
from pmdesk.ui.small_table import HEAD, HEIGHT, Cell, Column, SmallTable
from pmdesk.ui.theme import apply_theme

COLUMNS = [Column("Member", 50, strong=True), Column("Update", 25), Column("Value", 25, "right")]


def table(qtbot: QtBot, width: int = 600) -> SmallTable:
    made = SmallTable(COLUMNS, "Seats")
    qtbot.addWidget(made)
    made.resize(width, 200)
    made.set_rows([["Cllr Okafor", Cell("Overdue", state="missed"), "46.9"],
                   [Cell("Vacant", quiet=True), Cell("Appoint someone", link=True), ""]])  # fmt: skip
    made.show()
    return made


def test_a_table_is_as_high_as_its_rows(dressed: QApplication, qtbot: QtBot) -> None:
    made = table(qtbot)
    assert made.height() == HEAD + 2 * HEIGHT
    made.set_rows([])
    assert made.height() == HEAD


def test_columns_share_the_width_until_words_need_it(dressed: QApplication, qtbot: QtBot) -> None:
    made = table(qtbot)
    assert [made.columnWidth(at) for at in range(3)] == [300, 150, 150]
    made.resize(200, 200)
    assert sum(made.columnWidth(at) for at in range(3)) > 200


def test_enter_follows_the_cell_in_hand(dressed: QApplication, qtbot: QtBot) -> None:
    made = table(qtbot)
    followed: list[tuple[int, int]] = []
    made.activated_cell.connect(lambda row, column: followed.append((row, column)))
    made.setFocus()
    made.setCurrentIndex(made.model().index(0, 0))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return):
        qtbot.keyClick(made, key)
    assert followed == [(1, 1)]


def test_only_links_follow_a_click(dressed: QApplication, qtbot: QtBot) -> None:
    made = table(qtbot)
    followed: list[tuple[int, int]] = []
    made.activated_cell.connect(lambda row, column: followed.append((row, column)))
    for row, column in ((0, 0), (1, 1)):
        place = made.visualRect(made.model().index(row, column)).center()
        qtbot.mouseClick(made.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert followed == [(1, 1)]


def test_the_head_of_figures_ends_where_they_end(dressed: QApplication, qtbot: QtBot) -> None:
    image = table(qtbot).grab().toImage()
    paper = image.pixelColor(2, 2).name()
    ends = [
        max(x for x in range(450, 600) if any(image.pixelColor(x, y).name() != paper for y in range(*rows)))
        for rows in ((4, HEAD - 3), (HEAD + 4, HEAD + HEIGHT - 3))
    ]
    assert abs(ends[0] - ends[1]) <= 2
    assert ends[0] < 580


def test_an_icon_stands_before_its_words_and_long_words_are_whole_in_the_tooltip(
    dressed: QApplication, qtbot: QtBot
) -> None:
    made = table(qtbot)
    plain = made.grab().toImage()
    long = "Four weeks of loads rejected, cause: another partner"
    made.set_rows([["Cllr Okafor", Cell("Better", icon="better"), "46.9"], [long, "", ""]])
    tip = Qt.ItemDataRole.ToolTipRole
    assert [made.model().index(row, 0).data(tip) for row in (0, 1)] == [None, long]
    same = ["Cllr Okafor", Cell("Overdue", state="missed"), "46.9"]
    made.set_rows([same, [Cell("Vacant", quiet=True), Cell("Appoint someone", link=True, icon="better"), ""]])
    assert made.grab().toImage() != plain


def test_words_that_give_way_are_cut_before_the_table_is_wider_than_its_page(qtbot: QtBot) -> None:
    long = "A community safety sergeant for two days a week"
    columns = [Column("Who", 1, gives=True), Column("What", 1, gives=True), Column("State", 1)]
    table = SmallTable(columns, "Contributions")
    qtbot.addWidget(table)
    table.set_rows([[Cell(long), Cell(long), Cell("Delivered", state="complete")]])
    table.resize(420, 100)
    with qtbot.waitExposed(table):
        table.show()
    assert sum(table.columnWidth(at) for at in range(3)) <= table.viewport().width()
    assert table.columnWidth(2) >= pill_width("complete", "Delivered")
    index = table.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.ToolTipRole) == long


def test_columns_left_out_give_their_room_to_the_others(dressed: QApplication, qtbot: QtBot) -> None:
    made = table(qtbot)
    before = made.columnWidth(0)
    made.leave_out((1, 2), True)
    assert made.isColumnHidden(1)
    assert made.columnWidth(0) > before * 1.5
    made.leave_out((1, 2), False)
    assert made.columnWidth(0) == before


def test_columns_follow_new_rows_and_larger_letters(dressed: QApplication, qtbot: QtBot) -> None:
    made = SmallTable([Column("Name", 10), Column("Note", 90)], "Notes")
    qtbot.addWidget(made)
    made.resize(400, 200)
    widths = []
    for name in ("Short", "A name that is a good deal longer than that"):
        made.set_rows([[name, ""]])
        widths.append(made.columnWidth(0))
    apply_theme(dressed, "light", 1.5)
    try:
        widths.append(made.columnWidth(0))
    finally:
        apply_theme(dressed, "light", 1.0)
    assert widths == sorted(set(widths)), widths
