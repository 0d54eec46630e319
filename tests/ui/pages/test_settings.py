"""Settings through their own widgets: the register's in one save with one Undo, this laptop's at once."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QRadioButton

from pmdesk.actions import this_laptop
from pmdesk.ui.accessible import unnamed
from pmdesk.ui.bus import bus
from pmdesk.ui.pages.settings import SettingsPage
from pmdesk.ui.theme import mode, scale
from pmdesk.ui.words import spoken
from tests.running import Running, beside, copy_of


@pytest.fixture
def page(run: Running) -> SettingsPage:
    run.start()
    page = run.office.visit("settings")
    assert isinstance(page, SettingsPage)
    return page


def choose(editor: Any, code: str) -> None:
    """Pick from a list as a person does."""
    editor.setCurrentIndex(editor.findData(code))
    editor.activated.emit(editor.currentIndex())


def year_row(run: Running, name: str) -> dict[str, Any]:
    (row,) = run.register.find("municipal_year", name)
    return dict(row)


def test_one_save_and_one_undo(run: Running, page: SettingsPage) -> None:
    page.fields["days_to_report"].editor.set_value("21")
    page.fields["returns_due"].editor.set_value("1 May 2026")
    page.fields["days_to_answer"].editor.set_value("20")
    run.press("Save settings", page)
    assert run.toast() == "Settings saved."
    assert run.register.settings()["days_to_report"] == 21
    assert run.register.settings()["days_to_answer"] == 20
    assert year_row(run, "2025-26")["returns_due"] == "2026-05-01"
    run.press("Undo: Saved settings", run.window.topbar)
    assert run.register.settings()["days_to_report"] == 14
    assert year_row(run, "2025-26")["returns_due"] == "2026-04-17"
    assert page.fields["days_to_report"].value() == "14"
    assert page.fields["returns_due"].value() == "17 April 2026"


def test_every_problem_at_once_and_nothing_saved(run: Running, page: SettingsPage) -> None:
    page.fields["returns_due"].editor.set_value("31/02/2026")
    page.fields["days_of_warning"].editor.set_value("many")
    page.fields["days_to_report"].editor.set_value("7")
    run.press("Save settings", page)
    assert [name for name, field in page.fields.items() if field.error()] == [
        "returns_due",
        "days_of_warning",
    ]
    assert run.window.focusWidget() is page.fields["returns_due"].editor.focus_target()
    assert run.register.settings()["days_to_report"] == 14
    run.press("Put back", page)
    assert not any(field.error() for field in page.fields.values())
    assert page.fields["days_to_report"].value() == "14"


def test_a_council_that_is_not_there_is_said(run: Running, page: SettingsPage) -> None:
    council = page.fields["council"].editor
    council.clear()
    run.qtbot.keyClicks(council, "Nowhere Borough")
    run.press("Save settings", page)
    assert page.fields["council"].error() == (
        "There is no Organisation called ‘Nowhere Borough’. Choose one from the list.")  # fmt: skip
    assert run.register.settings()["council_name"] == "Aldermoor District Council"


def test_a_date_that_was_typed_stays_when_another_year_is_chosen(run: Running, page: SettingsPage) -> None:
    page.fields["returns_due"].editor.set_value("1 May 2027")
    year, due, council = (page.fields[name] for name in ("year", "returns_due", "annual_council"))
    year.editor.set_value(year_row(run, "2026-27")["id"], "2026-27")
    year.editor.edited.emit()
    assert due.value() == "1 May 2027" and council.value() != "21 May 2025"
    assert due.advice() == "Typed before you chose another year, which has no date here."
    assert council.advice() == ""
    year.editor.set_value(year_row(run, "2025-26")["id"], "2025-26")
    year.editor.edited.emit()
    assert (due.value(), council.value()) == ("1 May 2027", "21 May 2025")
    assert due.advice().endswith("The date of that year is 17 April 2026.")
    page.put_back()
    assert (due.value(), due.advice()) == ("17 April 2026", "")


def test_another_year_shows_its_own_dates(run: Running, page: SettingsPage) -> None:
    year = page.fields["year"].editor
    year.set_value(year_row(run, "2026-27")["id"], "2026-27")
    year.edited.emit()
    assert page.fields["returns_due"].value() in ("", None)
    page.fields["annual_council"].editor.set_value("20/5/2026")
    run.press("Save settings", page)
    assert year_row(run, "2026-27")["annual_council"] == "2026-05-20"
    assert year_row(run, "2025-26")["annual_council"] == "2025-05-21"
    assert run.window.topbar.year.text() == "2026-27"


def test_nothing_changed_is_said(run: Running, page: SettingsPage) -> None:
    run.key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert run.toast() == "Nothing was changed."


def test_who_i_am(run: Running, sample_file: Path) -> None:
    run.program.open(copy_of(sample_file, run.folder))
    page = run.office.visit("settings")
    me = page.laptop["me"].editor
    other = run.register.all("person")[0]
    me.set_value(other["id"], other["name"])
    me.edited.emit()
    assert this_laptop.me(run.register) == other["id"]
    me.setFocus()
    me.selectAll()
    run.qtbot.keyClicks(me, "Nobody Here")
    run.key(Qt.Key.Key_Return)
    assert "Nobody here is called ‘Nobody Here’ yet" in page.laptop["me"].error()
    assert this_laptop.me(run.register) == other["id"], "half a name changes nothing"
    run.qtbot.keyClicks(me, "!")
    assert not page.laptop["me"].error()
    me.clear()
    me.textEdited.emit("")
    assert this_laptop.me(run.register) is None


def test_colours_and_text_change_at_once_and_are_kept(run: Running, page: SettingsPage) -> None:
    choose(page.laptop["mode"].editor, "dark")
    assert mode() == "dark"
    choose(page.laptop["mode"].editor, "contrast")
    assert mode() == "contrast"
    choose(page.laptop["text"].editor, "2.0")
    assert scale() == 2.0
    assert not run.window.grab().isNull()
    assert (run.program.preferences.mode, run.program.preferences.text_scale) == ("contrast", 2.0)
    run.key(Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert scale() == 1.0
    run.office.visit("settings")
    assert page.laptop["text"].value() == "1.0"


def test_welsh_builds_the_window_anew_on_the_same_page(run: Running, page: SettingsPage) -> None:
    before, register = run.window, run.register
    choose(page.laptop["language"].editor, "cy")
    assert run.window is not before
    assert run.window.current() == "settings"
    assert run.register is register
    assert run.program.preferences.language == "cy"
    assert run.window.windowTitle() == "Aldermoor District Council (Aldermoor.pmdesk) - pmdesk"
    assert spoken().language == "cy"
    run.office.visit("settings")
    choose(run.window.page().laptop["language"].editor, "en")
    assert run.buttons("Save settings")


def test_read_only_settings_cannot_be_saved(run: Running, page: SettingsPage) -> None:
    with beside(run) as second:
        second.program.open(run.register.path)
        shown = second.office.visit("settings")
        assert isinstance(shown, SettingsPage)
        assert not shown.button.isEnabled()
        assert shown.fields["returns_due"].editor.isReadOnly()
        shown.save()
        assert "You can read it; nothing can be saved." in second.toast()


def test_every_control_has_a_name(page: SettingsPage) -> None:
    assert unnamed(page) == []


def test_a_long_refusal_has_the_lines_it_needs(run: Running, page: SettingsPage) -> None:
    field = page.fields["rating_rule"]
    sentence = "Readings have been rated by this rule. Add a rating rule with the day it starts instead. " * 2
    page.summary.show_errors({"rating_rule": sentence}, page.fields)
    run.qtbot.wait(50)
    [words] = [each for each in field.findChildren(QLabel) if each.text() == sentence]
    assert words.height() >= words.heightForWidth(words.width())
    assert words.mapTo(field, words.rect().bottomLeft()).y() < field.editor.y()
    last = field.editor.findChildren(QRadioButton)[-1]
    assert field.editor.rect().contains(last.geometry())
    assert not last.visibleRegion().isEmpty()


def test_a_council_chooses_what_makes_a_partnership_significant(run: Running, page: SettingsPage) -> None:
    fields = page.significance.fields
    shown = {name for name, field in fields.items() if not field.isHidden()}
    assert shown == {"significance_rule", "significance_amount"}
    run.press("3 of 5 tests, from £100,000 (Chorley)", page)
    assert fields["significance_rule"].value() == "most"
    assert (fields["significance_amount"].value(), fields["significance_least"].value()) == ("£100,000", "3")
    assert not fields["significance_least"].isHidden()
    assert run.register.settings()["significance_rule"] is None
    run.press("Save settings", page)
    settings = run.register.settings()
    assert (settings["significance_rule"], settings["significance_amount"]) == ("most", 10_000_000)
    run.press("Points: 3 is moderate, 5 is major", page)
    assert fields["significance_least"].isHidden()
    fields["significance_major"].editor.set_value("2")
    run.press("Save settings", page)
    assert fields["significance_major"].error() == "Major takes more points than moderate, and at most 6."
    assert unnamed(page) == []


def test_where_members_send_their_updates(run: Running, page: SettingsPage) -> None:
    page.fields["returns_to"].editor.set_value("democratic@aldermoor.example")
    run.press("Save settings", page)
    assert run.register.settings()["returns_to"] == "democratic@aldermoor.example"
    run.press("Undo: Saved settings", run.window.topbar)
    assert page.fields["returns_to"].value() is None


def elsewhere(run: Running, **values: object) -> None:
    """Another save in the settings, as a merge brings it."""
    with run.register.change("Saved settings") as change:
        change.set("settings", run.register.id, values)
    bus().changed.emit(change.changes)


def test_what_is_typed_stays_when_something_else_comes_in(run: Running, page: SettingsPage) -> None:
    days, council = page.fields["days_to_report"], page.fields["council"].editor
    days.editor.set_value("21")
    days.editor.focus_target().setCursorPosition(1)
    council.clear()
    run.qtbot.keyClicks(council, "Newb")
    elsewhere(run, returns_to="democratic@aldermoor.example", days_of_warning=9)
    assert (page.fields["returns_to"].value(), page.fields["days_of_warning"].value()) == (
        "democratic@aldermoor.example", "9")  # fmt: skip
    assert (days.value(), days.advice(), council.unresolved()) == ("21", "", "Newb")
    assert days.editor.focus_target().cursorPosition() == 1
    elsewhere(run, days_to_report=10)
    assert days.value() == "21"
    assert days.advice() == "Saved meanwhile: 10. ‘Put back’ shows it."
    assert page.fields["days_of_warning"].advice() == ""
    run.press("Put back", page)
    assert (days.value(), days.advice()) == ("10", "")
    assert council.text() == "Aldermoor District Council"


def test_dates_typed_stay_and_a_save_shows_them_as_they_are_written(run: Running, page: SettingsPage) -> None:
    page.fields["returns_due"].editor.set_value("1/5/2026")
    elsewhere(run, rating_rule=None)
    assert page.fields["returns_due"].value() == "1/5/2026"
    run.press("Save settings", page)
    assert page.fields["returns_due"].value() == "1 May 2026"
