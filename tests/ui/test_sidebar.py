"""Sections are walked by arrows; Tab takes only the one in hand."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pmdesk.ui.theme import apply_theme
from pmdesk.ui.window import MainWindow, Section


def test_arrows_walk_the_sections(window: MainWindow, qtbot: QtBot) -> None:
    window.sidebar.focus_current()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    assert window.current() == "partnerships"


def test_only_the_section_in_hand_takes_tab(window: MainWindow) -> None:
    entries = window.sidebar._entries
    tabbed = [key for key, entry in entries.items() if entry.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert tabbed == ["desk"]
    window.visit("bodies")
    assert entries["bodies"].isChecked()
    assert not entries["desk"].isChecked()


def test_the_entry_stays_marked_for_what_is_within_it(dressed: QApplication, qtbot: QtBot) -> None:
    sections = [
        Section("one", "One", "desk", QWidget, numbered=False),
        Section("two", "Two", "plans", QWidget),
        Section("inner", "", "", QWidget, hidden=True, within="one"),
    ]
    window = MainWindow("", sections, lambda text: [])
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.visit("inner")
    assert window.sidebar._entries["one"].isChecked()
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.current() == "two"


def test_a_count_is_spoken_with_its_section(window: MainWindow) -> None:
    window.set_badge("desk", "31")
    assert window.sidebar._entries["desk"].accessibleName() == "Desk, 31"


def test_the_sidebar_is_wide_enough_for_its_words(dressed: QApplication, window: MainWindow) -> None:
    assert window.sidebar.width() == 208
    apply_theme(dressed, "light", 2.0)
    assert window.sidebar.width() >= max(entry.needed() for entry in window.sidebar._entries.values())


def test_the_section_in_hand_shows_where_not_all_have_room(
    dressed: QApplication, window: MainWindow, qtbot: QtBot
) -> None:
    apply_theme(dressed, "light", 2.0)
    window.resize(1366, 520)
    entries, area = window.sidebar._entries, window.sidebar._area
    for key in (*entries, *reversed(entries)):
        window.visit(key)
        shown = entries[key].visibleRegion().boundingRect()
        assert shown.height() == entries[key].height(), key
    window.visit(list(entries)[-1])
    assert area.verticalScrollBar().value() == area.verticalScrollBar().maximum()
    window.resize(1366, 560)
    qtbot.waitUntil(lambda: not entries[window.current()].visibleRegion().isEmpty())
