"""The ring follows the keyboard and outlives its pages."""

from pytestqt.qtbot import QtBot

from pmdesk.ui.focus_ring import FocusRing
from pmdesk.ui.link_list import LinkList
from pmdesk.ui.window import MainWindow
from tests.ui import gallery


def test_the_ring_follows_the_keyboard(window: MainWindow, ring: FocusRing) -> None:
    page = window.visit("members")
    field = page.fields["name"]
    field.focus()
    assert ring.shown_on() is field.editor
    window.visit("desk").findChild(LinkList).setFocus()
    assert ring.shown_on() is None


def test_a_page_that_goes_takes_no_ring_with_it(window: MainWindow, ring: FocusRing, qtbot: QtBot) -> None:
    page = gallery.FormPage()
    window.pages.addWidget(page)
    window.pages.setCurrentWidget(page)
    page.fields["name"].focus()
    window.pages.removeWidget(page)
    page.deleteLater()
    qtbot.wait(10)
    window.topbar.search.setFocus()
    assert ring.shown_on() is window.topbar.search
