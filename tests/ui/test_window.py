"""The window by keyboard alone, at every size to hold."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pmdesk.ui.buttons import Button
from pmdesk.ui.small_table import SmallTable
from pmdesk.ui.theme import apply_theme
from pmdesk.ui.window import MainWindow
from tests.ui import gallery
from tests.ui.conftest import Verbs

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def test_a_page_is_built_at_its_first_visit(window: MainWindow) -> None:
    assert window.built() == ["desk"]
    page = window.visit("bodies")
    assert window.visit("bodies") is page
    assert window.built() == ["desk", "bodies"]


def test_building_a_page_takes_no_keyboard_from_the_window(window: MainWindow) -> None:
    for key in ("partnerships", "bodies", "members"):
        window.visit(key)
        assert window.isActiveWindow()


def test_keys_lead_to_the_sections(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_3, CTRL)
    assert window.current() == "bodies"
    qtbot.keyClick(window, Qt.Key.Key_1, ALT)
    assert window.current() == "desk"


def test_the_keyboard_goes_with_the_section_while_the_sidebar_has_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.sidebar.focus_current()
    qtbot.keyClick(window, Qt.Key.Key_3, CTRL)
    assert window.sidebar.has_keyboard()
    focused = window.focusWidget()
    assert focused is not None and focused.accessibleName() == "Outside bodies"
    qtbot.keyClick(focused, Qt.Key.Key_Down)
    assert window.current() == "members"


def test_a_page_in_sight_is_asked_to_begin_again_when_its_section_is_chosen(
    window: MainWindow, qtbot: QtBot
) -> None:
    asked = []
    page = window.visit("bodies")
    page.again = lambda: asked.append("again")  # type: ignore[attr-defined]
    window.visit("bodies")
    window.visit("desk")
    qtbot.keyClick(window, Qt.Key.Key_3, CTRL)
    assert asked == []
    qtbot.keyClick(window, Qt.Key.Key_3, CTRL)
    assert asked == ["again"]
    window.sidebar.focus_current()
    focused = window.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_Space)
    assert asked == ["again", "again"]
    assert window.sidebar.has_keyboard()
    assert focused.isChecked()  # type: ignore[attr-defined]


def test_keys_ask_for_the_verbs(window: MainWindow, qtbot: QtBot, verbs: Verbs) -> None:
    for key in (Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_Minus, Qt.Key.Key_0):
        qtbot.keyClick(window, key, CTRL)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert verbs.asked == ["undo", "redo", -1, 0, "help"]


def test_f6_goes_from_part_to_part(window: MainWindow, qtbot: QtBot) -> None:
    page = window.visit("bodies")
    assert isinstance(page, gallery.BodiesPage)
    window.sidebar.focus_current()
    parts = []
    for _step in range(3):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        parts.append(window.focusWidget())
    assert parts[0] is page.records.view
    assert isinstance(parts[1], SmallTable)
    assert window.sidebar.isAncestorOf(parts[2])


def test_read_only_is_said_above_every_page(window: MainWindow) -> None:
    window.set_read_only("Read only: Helen Marsh has this file open.")
    window.visit("bodies")
    assert window._notice.isVisible()
    window.set_read_only(None)
    assert not window._notice.isVisible()


def test_tab_reaches_the_page_and_comes_round(window: MainWindow, qtbot: QtBot) -> None:
    window.visit("members")
    reached = []
    for _step in range(40):
        qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
        reached.append(window.focusWidget())
    editors = [field.editor for field in window.page().fields.values()]
    order = [editors.index(one) for one in reached if one in editors]
    assert order[:3] == sorted(order[:3])
    assert window.topbar.search in reached


@pytest.mark.parametrize(("size", "scale"), [((1280, 720), 1.0), ((1366, 768), 2.0), ((1920, 1080), 1.5)])
@pytest.mark.parametrize("key", ["desk", "bodies", "members"])
def test_the_window_holds_its_sizes(
    dressed: QApplication, qtbot: QtBot, window: MainWindow, size: tuple[int, int], scale: float, key: str
) -> None:
    apply_theme(dressed, "light", scale)
    window.resize(*size)
    window.visit(key)
    qtbot.wait(20)
    assert window.size() == QSize(*size)
    assert window.minimumSizeHint().width() <= size[0]
    assert not window.grab().isNull()


def test_the_theme_may_change_under_open_pages(
    dressed: QApplication, window: MainWindow, qtbot: QtBot
) -> None:
    for key in ("bodies", "members", "desk"):
        window.visit(key)
    for mode in ("dark", "contrast", "light"):
        apply_theme(dressed, mode, 1.5)
        qtbot.wait(5)
        assert not window.grab().isNull()


def test_a_page_out_of_sight_is_dressed_for_another_text_size_when_it_is_seen(
    window: MainWindow, dressed: QApplication
) -> None:
    """Two milliseconds a widget: with all pages built the window would not answer for seconds."""
    button = next(iter(window.visit("bodies").findChildren(Button)))
    before = button.font().pointSizeF()
    window.visit("desk")
    apply_theme(dressed, "light", 1.5)
    assert button.font().pointSizeF() == before
    apply_theme(dressed, "dark", 2.0)
    window.visit("bodies")
    assert button.font().pointSizeF() == pytest.approx(2 * before, abs=0.01)
    apply_theme(dressed, "light", 1.0)
    assert button.font().pointSizeF() == pytest.approx(before, abs=0.01)


def test_the_window_needs_no_heavy_library() -> None:
    program = (
        "import sys, pmdesk.ui.window, pmdesk.ui.field, pmdesk.ui.small_table, pmdesk.ui.link_list\n"
        "heavy = {'numpy', 'pyqtgraph', 'reportlab', 'pypdf', 'pypdfium2', 'sqlcipher3'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr


def test_what_was_found_takes_the_keyboard(window: MainWindow, qtbot: QtBot, verbs: Verbs) -> None:
    page = window.visit("bodies")
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    assert window.focusWidget() is window.topbar.search
    window.topbar.search.chosen.emit("person", "p1")
    assert verbs.asked == [("person", "p1")]
    assert page.isAncestorOf(window.focusWidget())
    window.visit("members")
    window.topbar.search.setFocus()
    window.topbar.search.chosen.emit("person", "p1")
    assert window.topbar.search is not window.focusWidget()
