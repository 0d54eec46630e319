"""The page for entering readings: which rows it has, what it asks for, what a person sees."""

import time

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea

from pmdesk.actions.readings import TypedReading, save_readings
from pmdesk.actions.records import save
from pmdesk.ui.accessible import unnamed
from pmdesk.ui.bus import bus
from pmdesk.ui.drawing import words_width
from pmdesk.ui.pages.readings_cells import EDGE
from pmdesk.ui.pill import pill_width
from pmdesk.ui.theme import apply_theme
from tests.ui.pages.readings_council import CTRL, Q3, Q4, Readings, readings

__all__ = ["readings"]


def note(readings: Readings) -> str:
    return readings.page.view.note.said()


# Which rows


def test_it_begins_with_what_is_due(readings: Readings) -> None:
    readings.page.arrive(None)
    assert [row.split()[0] for row in readings.rows()] == ["CH8", "EN02", "HS01"]
    assert readings.page.view.head.title.quiet_words() == "3 measures for 2025-26 Q4"
    assert readings.table.hasFocus()
    assert readings.shown("CH8", "previous") == "9.05"
    assert readings.shown("EN02", "path") == "48.0%"


def test_a_measure_has_its_periods_and_parts_and_the_keyboard_where_the_next_goes(readings: Readings) -> None:
    readings.page.arrive(readings.ids["EN02"])
    assert (readings.rows()[-2:], len(readings.rows())) == ([Q3, Q4], 8)
    assert readings.model.fields()[:3] == ["value", "numerator", "denominator"]
    assert readings.table.currentIndex().row() == 7
    assert readings.page.view.head.title.quiet_words() == (
        "Every quarter. Numerator over denominator. Higher is better."
    )


def test_a_period_has_only_the_measures_still_to_enter_until_all_are_asked_for(readings: Readings) -> None:
    save_readings(readings.register, [TypedReading(readings.ids["CH8"], Q4, {"value": "9"})])
    readings.page.arrive(Q4)
    assert len(readings.rows()) == 2
    readings.page.view.head.set_due(False)
    readings.page.view.head.due.edited.emit()
    assert len(readings.rows()) == 3
    readings.page.view.head.earlier.click()
    assert (readings.page.period, readings.shown("CH8", period=Q3)) == (Q3, "9.05")


def test_a_grid_is_narrowed_by_a_filter(readings: Readings) -> None:
    owner = save(readings.register, "person", {"name": "Tom Brandreth"})[0]
    save(readings.register, "measure", {"owner": owner}, readings.ids["HS01"])
    readings.page.arrive(None)
    readings.page.view.head.filters.choose("owner", owner)
    assert readings.rows() == ["HS01 Fly-tipping incidents"]


def test_from_one_way_to_the_other_the_row_in_hand_goes_along(readings: Readings) -> None:
    readings.page.arrive(None)
    readings.at("EN02")
    head = readings.page.view.head
    head.way_chosen.emit(False)
    assert (readings.page.measure, readings.rows()[-2:]) == (readings.ids["EN02"], [Q3, Q4])
    readings.at("EN02", period=Q3)
    head.way_chosen.emit(True)
    assert (readings.page.period, len(readings.rows())) == (Q3, 3)


def test_an_empty_grid_says_so_and_offers_the_next_step(readings: Readings) -> None:
    rows = [TypedReading(id, Q4, {"value": "1"}) for id in readings.ids.values()]
    save_readings(readings.register, rows)
    readings.page.arrive(None)
    button = readings.page.view.empty.button
    assert button is not None and button.isVisible() and button.hasFocus()
    button.click()
    assert len(readings.rows()) == 3
    for id in readings.ids.values():
        with readings.register.change("Deleted measure") as change:
            change.delete("measure", id)
    readings.page.view.head.set_due(True)
    readings.page.refresh()
    assert readings.page.view.empty.findChildren(QLabel)[0].text().startswith("There are no measures yet.")
    assert button.text() == "Go to the measures"
    button.click()
    assert readings.visits == [("measures", None)]


def test_an_empty_grid_scrolls_into_nothing_at_no_size(readings: Readings) -> None:
    save_readings(readings.register, [TypedReading(id, Q4, {"value": "1"}) for id in readings.ids.values()])
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, "light", 2.0)
    try:
        readings.page.resize(1080, 694)
        readings.page.arrive(None)
        assert readings.page.view.empty.isVisible()
        areas = readings.page.view.findChildren(QScrollArea)
        readings.qtbot.waitUntil(lambda: all(each.verticalScrollBar().maximum() == 0 for each in areas))
    finally:
        apply_theme(app, "light", 1.0)


# Typing


def test_a_missed_target_asks_for_a_note_and_whose_doing_it_is(readings: Readings) -> None:
    readings.page.arrive(None)
    readings.type("12.06")
    readings.key(Qt.Key.Key_Return)
    assert readings.shown("CH8", "rating") == "Missed"
    readings.at("CH8")
    assert note(readings) == "Missed: 12.06 against 9.5. What lies behind it, and whose doing is it?"
    assert readings.count() == "1 reading to save, 1 missed without a note"
    panel = readings.page.view.note
    readings.page.focus_record()
    assert panel.commentary.hasFocus()
    readings.type("Flu")
    panel.cause.set_value("outside_control")
    panel.cause.edited.emit()
    assert readings.shown("CH8", "commentary") == "Flu"
    assert readings.shown("CH8", "cause") == "Outside anyone's control"
    assert readings.count() == "1 reading to save"
    assert panel.cause.isVisible()


def test_the_rating_is_seen_while_the_figure_is_typed(readings: Readings) -> None:
    readings.page.arrive(None)
    readings.type("9")
    assert readings.shown("CH8", "rating") == "Met"
    readings.type(".7")
    assert readings.shown("CH8", "rating") == "Close"
    readings.type("5x")
    assert readings.shown("CH8", "rating") == ""
    readings.key(Qt.Key.Key_Escape)
    assert (readings.shown("CH8"), readings.shown("CH8", "rating")) == ("", "")
    assert readings.count() == "Nothing to save yet"
    readings.type("12")
    assert note(readings).startswith("Missed: 12 against 9.5.")
    readings.key(Qt.Key.Key_Return)
    assert readings.shown("CH8", "rating") == "Missed"


def test_letters_of_a_note_are_one_step_to_take_back(readings: Readings) -> None:
    readings.page.arrive(None)
    readings.page.focus_record()
    readings.type("Flu")
    readings.at("CH8")
    readings.key(Qt.Key.Key_Z, CTRL)
    assert readings.shown("CH8", "commentary") == ""


def test_what_cannot_be_read_stays_as_typed_with_its_sentence(readings: Readings) -> None:
    readings.page.arrive(None)
    readings.type("about 12")
    readings.key(Qt.Key.Key_Return)
    index = readings.at("CH8")
    assert (readings.shown("CH8"), readings.shown("CH8", "rating")) == ("about 12", "")
    assert note(readings) == "‘about 12’ is no number."
    assert readings.model.said(index.row(), index.column()) == (
        "CH8 Working days lost, 2025-26 Q4, Value: about 12, ‘about 12’ is no number."
    )
    readings.page.save()
    assert readings.toasts == ["Nothing was saved. Mend the marked cells first."]
    assert readings.readings("CH8").keys() == {Q3}


def test_a_pasted_block_finds_its_rows_and_says_what_it_left_out(readings: Readings) -> None:
    readings.page.arrive(None)
    readings.paste("Code\tActual\nhs01\t*\nen02\t46.9%\nXX9\t4\n")
    assert (readings.shown("EN02"), readings.shown("HS01", "state")) == ("46.9%", "Suppressed")
    notice = readings.page.view.notice.sentence()
    assert notice.splitlines() == [
        "‘XX9’ is no measure of this grid; its row was left out.",
        "Measures that are not shown take nothing: choose ‘All measures’ and paste again.",
        "1 sign was read as a state: look at the cell underlined.",
    ]
    readings.at("HS01", "state")
    assert note(readings) == "Read from ‘*’. Look whether it is right."


def test_pasted_periods_that_are_new_appear(readings: Readings) -> None:
    readings.page.arrive(readings.ids["CH8"])
    readings.paste("2025-26 Q4\t12.06\n2026-27 Q2\t5\n2023-24 Q1\t3\n")
    assert readings.rows()[0] == "2023-24 Q1" and readings.rows()[-3:] == [Q3, Q4, "2026-27 Q2"]
    assert readings.table.currentIndex().row() == 8, "the cell in hand stays in hand"
    readings.page.save()
    assert readings.readings("CH8")["2026-27 Q2"] == {"value": "5"}


def test_a_ratio_s_value_is_worked_out_from_its_parts(readings: Readings) -> None:
    readings.page.arrive(readings.ids["EN02"])
    readings.paste("\t4,800\t10,000\n")
    found = [readings.shown("EN02", name) for name in ("value", "numerator", "rating")]
    assert found == ["48.0%", "4,800", "Met"]


def test_a_cell_says_its_measure_period_column_value_and_rating(readings: Readings) -> None:
    readings.page.arrive(None)
    readings.type("12.06")
    readings.key(Qt.Key.Key_Return)
    interface = QAccessible.queryAccessibleInterface(readings.table)
    assert interface is not None
    said = [readings.model.said(0, at) for at in range(readings.model.columnCount())]
    assert said[3] == "CH8 Working days lost, 2025-26 Q4, Value: 12.06, Missed"
    assert said[5] == "CH8 Working days lost, 2025-26 Q4, State: empty"


# What a person sees


def test_everything_is_named(readings: Readings) -> None:
    for argument in (None, readings.ids["EN02"]):
        readings.page.arrive(argument)
        assert unnamed(readings.page) == []


def test_it_is_drawn_light_dark_and_large(readings: Readings) -> None:
    """Every way a cell is drawn, at each size: no two pictures are the same, none is empty."""
    readings.page.arrive(None)
    readings.paste("12.06\nmany\n*\n")
    seen = set()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    for mode, scale in (("light", 1.0), ("dark", 1.0), ("light", 2.0)):
        apply_theme(app, mode, scale)
        readings.qtbot.wait(30)
        picture = readings.table.grab().toImage()
        colours = {picture.pixel(x, y) for x in range(0, picture.width(), 3) for y in range(0, 130, 3)}
        assert len(colours) > 8
        seen.add(hash(frozenset(colours)))
    apply_theme(app, "light", 1.0)
    assert len(seen) == 3


def test_a_thousand_pasted_cells_are_painted_at_once(readings: Readings) -> None:
    """Not a timed test of the machine: ten times the processor's time that was measured is still no wait."""
    readings.page.arrive(readings.ids["CH8"])
    QGuiApplication.clipboard().setText("".join(f"{n}.5\tprovisional\n" for n in range(500)))
    began = time.process_time()
    readings.table.paste()
    readings.table.viewport().repaint()
    assert time.process_time() - began < 2
    assert len(readings.model.unsaved()) == 500


def test_beside_large_words_the_row_and_its_note_stay_in_sight(readings: Readings) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    page, table = readings.page, readings.table
    page.arrive(None)
    readings.qtbot.wait(1)
    assert table.first.isHidden()
    apply_theme(app, "light", 2.0)
    page.resize(1080, 694)
    readings.type("12.06")
    readings.key(Qt.Key.Key_Return)
    readings.at("CH8", "cause")
    readings.qtbot.wait(30)
    first, bar = table.first, table.horizontalScrollBar()
    assert first.isVisible() and bar.value() > 0
    assert first.columnAt(5) == 0
    note = page.view.note
    assert note.cause.isVisible()
    assert note.mapTo(page, note.rect().bottomLeft()).y() < page.height()
    assert note.cause.visibleRegion().boundingRect() == note.cause.rect()
    where = first.visualRect(first.model().index(1, 0)).center()
    readings.qtbot.mouseClick(first.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert (table.currentIndex().row(), table.currentIndex().column(), table.hasFocus()) == (1, 0, True)
    bar.setValue(bar.maximum())
    readings.key(Qt.Key.Key_Right)
    assert table.visualRect(table.currentIndex()).left() >= first.width(), "it comes out from under"
    apply_theme(app, "light", 1.0)


def test_columns_have_room_for_the_words_they_hold(readings: Readings) -> None:
    def room(name: str) -> int:
        names = [column.name for column in readings.model.columns]
        return readings.table.columnWidth(names.index(name)) - 2 * EDGE

    readings.page.arrive(None)
    assert room("rating") >= pill_width("dash", "Not applicable")
    assert room("cause") >= words_width("Outside anyone's control", "list")
    rolling = save(readings.register, "measure", {"title": "Deaths", "frequency": "rolling"})[0]
    readings.page.arrive(rolling)
    assert room("period") >= words_width("2022-23 to 2024-25", "strong")


def test_what_is_pressed_in_the_foot_stays_where_it_is_when_the_draft_is_kept(readings: Readings) -> None:
    readings.page.arrive(None)
    readings.type("12.06")
    readings.key(Qt.Key.Key_Return)
    readings.count()
    foot = readings.page.view.foot
    readings.qtbot.wait(1)
    before = foot.next.x()
    assert foot.next.isVisible()
    foot.say_kept("20:52")
    readings.qtbot.wait(10)
    assert foot.next.x() == before


def test_a_challenged_score_is_marked_where_its_reading_is_typed(readings: Readings) -> None:
    save_readings(readings.register, [TypedReading(readings.ids["CH8"], Q4, {"value": "12.06"})])
    one, other = (save(readings.register, "organisation", {"name": name})[0] for name in ("County", "Police"))
    given = {
        "question": "Why so many?",
        "from_organisation": one,
        "to_organisation": other,
        "measure": readings.ids["CH8"],
        "asked_on": "2026-04-20",
    }
    bus().changed.emit(save(readings.register, "challenge", given)[1])
    readings.page.view.head.set_due(False)
    readings.page.open_period(Q4)
    names = [column.name for column in readings.model.columns]
    rating, value = names.index("rating"), names.index("value")
    notes = {
        readings.model.cell(row, 0).text: readings.model.cell(row, rating).note
        for row in range(readings.model.rowCount())
        if readings.model.cell(row, rating).shape
    }
    [(challenged, mark)] = [each for each in notes.items() if each[1]]
    assert challenged.startswith("CH8") and mark == "Challenged"
    here = readings.model.place((readings.ids["CH8"], Q4)).row()
    assert "Challenged: waiting" in readings.model.said(here, value)
    tip = readings.model.index(here, rating).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "Challenged: waiting"
    assert readings.table.columnWidth(rating) > words_width(mark, "small") + 60
    # Of one measure's periods its latest reading is marked, and no other.
    readings.page.open_measure(readings.ids["CH8"])
    at = [column.name for column in readings.model.columns].index("rating")
    marks = [readings.model.cell(row, at).note for row in range(readings.model.rowCount())]
    assert sum(bool(each) for each in marks) == 1 and mark in marks
