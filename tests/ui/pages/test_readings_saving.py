"""What is typed on the page for entering readings: saved as one step, kept when left."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from pmdesk.actions.records import save
from pmdesk.actions.taking_back import undo
from pmdesk.domain.periods import previous_period
from pmdesk.ui.bus import bus
from pmdesk.ui.context import Context
from pmdesk.ui.pages.readings import ReadingsPage
from tests.ui.pages.readings_council import Q3, Q4, TODAY, Readings, readings

__all__ = ["readings"]


# Saving


def test_a_save_is_one_step_and_its_toast_takes_it_back(readings: Readings) -> None:
    readings.page.arrive(None)
    readings.paste("12.06\n46.9\n3\n")
    readings.page.save()
    assert readings.toasts == ["Saved 3 readings. 1 is missed without a note and stays on the list."]
    assert readings.readings("CH8")[Q4] == {"value": "12.06"}
    assert readings.count() == "Nothing to save yet"
    assert len(readings.rows()) == 3, "what was saved stays in sight"
    assert callable(readings.undo)
    readings.undo()
    assert (readings.readings("CH8").keys(), readings.shown("CH8")) == ({Q3}, "")


def test_saving_takes_an_open_cell_too(readings: Readings) -> None:
    readings.page.arrive(None)
    readings.type("9.4")
    readings.page.save()
    assert readings.readings("CH8")[Q4] == {"value": "9.4"}
    readings.page.save()
    assert readings.toasts[-1] == "Nothing was changed."


def test_a_cleared_reading_is_taken_away(readings: Readings) -> None:
    readings.page.arrive(readings.ids["CH8"])
    readings.at("CH8", period=Q3)
    readings.key(Qt.Key.Key_Delete)
    assert readings.count() == "1 reading to save"
    readings.page.save()
    assert readings.readings("CH8") == {}


def test_many_readings_are_saved_beside_the_window(readings: Readings) -> None:
    readings.page.arrive(readings.ids["CH8"])
    periods = [Q4]
    while len(periods) < 101:
        periods.append(previous_period(periods[-1]))
    periods.remove(Q3)  # it has its reading already
    readings.paste("".join(f"{period}\t{n}\n" for n, period in enumerate(periods)))
    readings.page.save()
    assert not readings.page.isEnabled()
    readings.qtbot.waitUntil(readings.page.isEnabled)
    readings.qtbot.waitUntil(lambda: bool(readings.toasts))
    assert readings.toasts[0].startswith("Saved 100 readings.")
    assert len(readings.readings("CH8")) == 101
    undo(readings.register)
    assert readings.readings("CH8").keys() == {Q3}


def test_a_refusal_beside_the_window_is_told_and_the_typing_stays(readings: Readings) -> None:
    readings.page.arrive(readings.ids["CH8"])
    readings.paste("".join(f"{n}\n" for n in range(70)))
    with readings.register.change("Deleted measure") as change:
        change.delete("measure", readings.ids["CH8"])
    readings.page.save()
    readings.qtbot.waitUntil(readings.page.isEnabled)
    readings.qtbot.waitUntil(lambda: bool(readings.toasts))
    assert readings.toasts == ["This measure has been deleted."]
    assert len(readings.model.unsaved()) == 70


def test_the_next_thing_wanted_is_shown(readings: Readings) -> None:
    readings.page.arrive(None)
    readings.paste("12.06\nmany\n3\n")
    readings.page.view.show_next()
    assert readings.table.currentIndex().row() == 1
    readings.type("46.9")
    readings.key(Qt.Key.Key_Return)
    readings.page.view.show_next()
    assert readings.table.currentIndex().row() == 0
    assert readings.page.view.note.commentary.hasFocus()


def test_what_another_page_saves_is_seen_and_the_typing_stays(readings: Readings) -> None:
    readings.page.arrive(None)
    readings.type("12.06")
    readings.key(Qt.Key.Key_Return)
    changes = save(readings.register, "measure", {"title": "Sick days"}, readings.ids["CH8"])[1]
    bus().changed.emit(changes)
    assert readings.rows()[0] == "CH8 Sick days"
    assert readings.shown("CH8") == "12.06"


# Leaving


def test_what_is_typed_is_kept_when_left_and_offered_back(readings: Readings) -> None:
    readings.page.arrive(Q4)
    readings.paste("12.06\n\nmany\n")
    assert readings.page.escape()
    assert readings.toasts == ["Not saved. What you typed is kept."]
    assert readings.visits == [("measures", None)]
    readings.page.close()
    readings.page = readings.made()
    readings.page.arrive(Q4)
    offer = readings.page.view.offer
    assert offer.isVisible()
    assert readings.shown("CH8") == ""
    offer.take.click()
    assert (readings.shown("CH8"), readings.shown("HS01"), offer.isVisible()) == ("12.06", "many", False)
    readings.at("HS01")
    readings.key(Qt.Key.Key_Delete)
    readings.page.save()
    again = readings.made()
    again.arrive(Q4)
    assert not again.view.offer.isVisible()


def test_a_draft_can_be_thrown_away(readings: Readings) -> None:
    readings.page.arrive(readings.ids["CH8"])
    readings.paste("2026-27 Q3\t7\n")
    readings.page.escape()
    assert readings.visits == [("measures", readings.ids["CH8"])]
    for answer, offered in ((None, True), ("left", True), (None, False)):
        page = readings.made()
        page.arrive(readings.ids["CH8"])
        assert page.view.offer.isVisible() == offered
        if answer:
            page.view.offer.leave.click()


def test_a_draft_waits_for_its_answer(readings: Readings) -> None:
    """Neither leaving the page nor typing and saving something else throws it away."""
    readings.page.arrive(readings.ids["CH8"])
    readings.paste("2026-27 Q3\t7\n")
    readings.page.escape()
    readings.page = readings.made()
    readings.page.arrive(readings.ids["CH8"])
    readings.at("CH8")
    readings.type("9")
    readings.page.save()
    readings.page.arrive(readings.ids["EN02"])
    readings.page.arrive(readings.ids["CH8"])
    assert readings.page.view.offer.isVisible()
    readings.page.hide()
    readings.page = readings.made()
    readings.page.arrive(readings.ids["CH8"])
    readings.page.view.offer.take.click()
    assert readings.shown("CH8", period="2026-27 Q3") == "7"


def test_a_draft_brings_back_the_rows_it_was_typed_in(readings: Readings) -> None:
    readings.page.arrive(readings.ids["CH8"])
    readings.paste("2026-27 Q3\t7\n")
    readings.page.escape()
    readings.page = readings.made()
    readings.page.arrive(readings.ids["CH8"])
    readings.page.view.offer.take.click()
    assert readings.rows()[-1] == "2026-27 Q3"
    assert readings.shown("CH8", period="2026-27 Q3") == "7"


def test_another_measure_begins_with_nothing_typed(readings: Readings) -> None:
    readings.page.arrive(readings.ids["CH8"])
    readings.type("5")
    readings.key(Qt.Key.Key_Return)
    readings.page.arrive(readings.ids["EN02"])
    assert readings.model.typed.rows == {}
    readings.page.arrive(readings.ids["CH8"])
    assert readings.page.view.offer.isVisible()


def test_a_register_that_is_only_read_takes_nothing(readings: Readings) -> None:
    readings.register.read_only = True
    context = Context(readings.register, TODAY, lambda *_: None, readings.toasts.append)
    readings.page = ReadingsPage(context)
    readings.qtbot.addWidget(readings.page)
    readings.page.show()
    readings.page.arrive(None)
    assert not readings.model.flags(readings.model.index(0, 3)) & Qt.ItemFlag.ItemIsEditable
    QGuiApplication.clipboard().setText("5")
    readings.table.take(readings.model.index(0, 3))
    readings.table.paste()
    readings.table.clear()
    readings.page.save()
    assert readings.shown("CH8") == ""
    assert readings.toasts == ["This register can only be read here."]
    readings.register.read_only = False
