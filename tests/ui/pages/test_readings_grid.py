"""The grid by keyboard alone, as in a spreadsheet."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from pmdesk.actions.records import save
from pmdesk.ui.choice_editors import ListChoice
from tests.ui.pages.readings_council import CTRL, Q3, Q4, SHIFT, Readings, readings

__all__ = ["readings"]


def editor(readings: Readings, kind: type) -> object:
    [found] = readings.table.viewport().findChildren(kind)
    return found


def test_typing_replaces_and_enter_goes_down(readings: Readings) -> None:
    readings.page.arrive(None)
    readings.type("12.06")
    readings.key(Qt.Key.Key_Return)
    readings.type("46.9")
    readings.key(Qt.Key.Key_Return)
    assert (readings.shown("CH8"), readings.shown("EN02"), readings.shown("HS01")) == ("12.06", "46.9%", "")
    assert readings.table.currentIndex().row() == 2
    readings.key(Qt.Key.Key_Return, SHIFT)
    assert readings.table.currentIndex().row() == 1
    readings.type("47")
    readings.key(Qt.Key.Key_Return)
    assert readings.shown("EN02") == "47.0%"


def test_tab_goes_right_over_what_cannot_be_typed_and_on_to_the_next_row(readings: Readings) -> None:
    readings.page.arrive(None)
    readings.type("12.06")
    fields = []
    for _step in range(5):
        readings.key(Qt.Key.Key_Tab)
        index = readings.table.currentIndex()
        fields.append((index.row(), readings.model.columns[index.column()].field))
    assert fields == [(0, "state"), (0, "commentary"), (0, "cause"), (1, "value"), (1, "state")]
    assert readings.shown("CH8") == "12.06"
    readings.key(Qt.Key.Key_Backtab, SHIFT)
    assert readings.table.currentIndex().row() == 1


def test_tab_leaves_the_grid_at_its_end_and_ctrl_tab_anywhere(readings: Readings) -> None:
    readings.page.arrive(None)
    readings.at("HS01", "cause")
    readings.key(Qt.Key.Key_Tab)
    assert readings.page.view.note.commentary.hasFocus()
    readings.at("CH8")
    readings.key(Qt.Key.Key_Tab, CTRL)
    assert readings.page.view.note.commentary.hasFocus()


def test_f2_edits_what_is_there_and_escape_leaves_it(readings: Readings) -> None:
    readings.page.arrive(readings.ids["EN02"])
    readings.at("EN02", period=Q3)
    readings.key(Qt.Key.Key_F2)
    line = editor(readings, QLineEdit)
    assert isinstance(line, QLineEdit)
    assert line.text() == "45.9"
    assert line.accessibleName().startswith("EN02 Household waste recycled, 2025-26 Q3, Value: 45.9%")
    readings.type("50")
    readings.key(Qt.Key.Key_Escape)
    assert readings.shown("EN02", period=Q3) == "45.9%"


def test_a_state_is_chosen_from_its_list(readings: Readings) -> None:
    readings.page.arrive(None)
    readings.at("CH8", "state")
    readings.key(Qt.Key.Key_F2)
    choice = editor(readings, ListChoice)
    assert isinstance(choice, ListChoice)
    choice.set_value("suppressed")
    choice.edited.emit()
    assert readings.shown("CH8", "state") == "Suppressed"
    assert readings.shown("CH8", "rating") == "Suppressed"


def test_a_note_is_typed_in_several_lines(readings: Readings) -> None:
    readings.page.arrive(None)
    readings.at("CH8", "commentary")
    readings.type("Flu")
    readings.key(Qt.Key.Key_Return, SHIFT)
    readings.type("Snow")
    assert isinstance(editor(readings, QPlainTextEdit), QPlainTextEdit)
    readings.key(Qt.Key.Key_Return)
    assert readings.model.text(0, "commentary") == "Flu\nSnow"
    assert readings.shown("CH8", "commentary") == "Flu Snow"


def test_a_click_elsewhere_takes_what_was_typed_and_stays_there(readings: Readings) -> None:
    readings.page.arrive(None)
    readings.type("5")
    wanted = readings.model.place((readings.ids["EN02"], Q4), "state")
    where = readings.table.visualRect(wanted).center()
    readings.qtbot.mouseClick(readings.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert readings.shown("CH8") == "5"
    assert readings.table.currentIndex() == wanted
    readings.at("CH8")
    readings.type("6")
    readings.table.take(wanted)
    assert (readings.shown("CH8"), readings.table.currentIndex() == wanted) == ("6", True)


def test_delete_clears_all_that_is_chosen_in_one_step(readings: Readings) -> None:
    readings.page.arrive(None)
    readings.paste("1\n2\n3\n")
    readings.at("CH8")
    readings.key(Qt.Key.Key_Down, SHIFT)
    readings.key(Qt.Key.Key_Down, SHIFT)
    readings.key(Qt.Key.Key_Delete)
    assert [readings.shown(code) for code in ("CH8", "EN02", "HS01")] == ["", "", ""]
    readings.key(Qt.Key.Key_Z, CTRL)
    assert [readings.shown(code) for code in ("CH8", "EN02", "HS01")] == ["1", "2.0%", "3"]


def test_undo_takes_back_a_paste_whole_and_redo_brings_it_again(readings: Readings) -> None:
    readings.page.arrive(None)
    readings.paste("1\n2\n")
    readings.key(Qt.Key.Key_Z, CTRL)
    assert (readings.shown("CH8"), readings.shown("EN02")) == ("", "")
    assert readings.count() == "Nothing to save yet"
    readings.key(Qt.Key.Key_Y, CTRL)
    assert readings.shown("EN02") == "2.0%"


def test_rows_that_a_paste_made_go_and_come_again_with_it(readings: Readings) -> None:
    readings.page.arrive(readings.ids["HS01"])
    rows = readings.rows()
    readings.paste("2023-24 Q3\t5\n2023-24 Q4\t6\n")
    assert readings.rows() == ["2023-24 Q3", "2023-24 Q4", *rows]
    readings.key(Qt.Key.Key_Z, CTRL)
    assert readings.rows() == rows
    readings.key(Qt.Key.Key_Y, CTRL)
    assert readings.shown("HS01", period="2023-24 Q4") == "6"
    readings.page.save()
    assert len(readings.readings("HS01")) == 2
    readings.at("HS01", period="2023-24 Q4")
    readings.type("7")
    readings.key(Qt.Key.Key_Return)
    readings.key(Qt.Key.Key_Z, CTRL)
    assert readings.shown("HS01", period="2023-24 Q4") == "6", "a reading that is saved stays"


def test_codes_and_years_that_are_numbers_name_their_rows(readings: Readings) -> None:
    save(readings.register, "measure", {"code": "007", "title": "Licences", "frequency": "quarter"})
    yearly = save(readings.register, "measure", {"code": "Y", "title": "Homes", "frequency": "year"})[0]
    readings.page.arrive(None)
    readings.paste("007\t5\nEN02\t47.2\nCH8\t4\n")
    assert (readings.shown("EN02"), readings.shown("CH8"), readings.model.text(0, "value")) == (
        "47.2%", "4", "5",
    )  # fmt: skip
    readings.page.arrive(yearly)
    readings.paste("2021\t5\n2022\t6\n")
    lines = enumerate(readings.model.grid.lines)
    values = {line.key[1]: readings.model.text(row, "value") for row, line in lines}
    assert (values["2021"], values["2022"]) == ("5", "6")


def test_a_row_of_another_period_than_the_grids_says_so(readings: Readings) -> None:
    save(readings.register, "measure", {"code": "Y", "title": "Homes", "frequency": "year"})
    save(readings.register, "measure", {"code": "M", "title": "Calls", "frequency": "month"})
    readings.page.arrive(None)
    cells = {cell.text: cell.note for row in range(4) if (cell := readings.model.cell(row, 0))}
    assert readings.model.rowCount() == 4
    assert (cells["Y Homes"], cells["HS01 Fly-tipping incidents"]) == ("2025-26", "")


def test_a_block_is_copied_as_a_spreadsheet_takes_it(readings: Readings) -> None:
    readings.page.arrive(None)
    readings.paste("1,250\tprovisional\tFlu\n")
    readings.at("CH8")
    for _step in range(3):
        readings.key(Qt.Key.Key_Right, SHIFT)
    readings.key(Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "1,250\tProvisional\tFlu\n"


def test_whole_rows_are_copied_with_their_headings_and_find_their_place_again(readings: Readings) -> None:
    readings.page.arrive(None)
    readings.paste("12\t\tFlu\n46.9\n")
    readings.key(Qt.Key.Key_A, CTRL)
    readings.key(Qt.Key.Key_C, CTRL)
    text = QGuiApplication.clipboard().text()
    assert text.splitlines()[:2] == [
        "Measure\tPath\tPrevious\tValue\tRating\tState\tCommentary\tCause",
        "CH8 Working days lost\t9.5\t9.05\t12\tMissed\t\tFlu\t",
    ]
    readings.key(Qt.Key.Key_Delete)
    readings.at("HS01", "state")
    readings.paste(text)
    assert (readings.shown("CH8"), readings.shown("CH8", "commentary"), readings.shown("EN02")) == (
        "12", "Flu", "46.9%",
    )  # fmt: skip


def test_cut_takes_away_what_it_copied(readings: Readings) -> None:
    readings.page.arrive(None)
    readings.type("7")
    readings.key(Qt.Key.Key_Return)
    readings.at("CH8")
    readings.key(Qt.Key.Key_X, CTRL)
    assert (QGuiApplication.clipboard().text(), readings.shown("CH8")) == ("7\n", "")


def test_one_cell_fills_all_that_are_chosen(readings: Readings) -> None:
    readings.page.arrive(None)
    readings.at("CH8")
    readings.key(Qt.Key.Key_Down, SHIFT)
    readings.paste("n/a")
    assert [readings.shown(code, "state") for code in ("CH8", "EN02", "HS01")] == [
        "Not applicable", "Not applicable", "",
    ]  # fmt: skip


def test_enter_below_the_last_period_offers_the_next(readings: Readings) -> None:
    readings.page.arrive(readings.ids["CH8"])
    assert readings.rows()[-1] == Q4
    readings.key(Qt.Key.Key_Return)
    assert readings.rows()[-1] == Q4, "nothing was typed"
    readings.type("12.06")
    readings.key(Qt.Key.Key_Return)
    assert (readings.rows()[-1], readings.table.currentIndex().row()) == ("2026-27 Q1", 8)
