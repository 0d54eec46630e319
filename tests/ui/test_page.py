"""Pages share one frame: nothing in it is cut off when room is short."""

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from pmdesk.ui.buttons import primary
from pmdesk.ui.choice_editors import ListChoice
from pmdesk.ui.page import Footer, ListAndRecord, PageHead, beside, page_column
from tests.ui.conftest import Place


def test_a_head_puts_below_what_does_not_fit(on: Place) -> None:
    head = PageHead("Aldermoor Citizens Advice", "34 current")
    head.add_action(primary("Record update"))
    on(head)
    head.resize(900, 60)
    assert (head._quiet.isHidden(), head._narrow) == (False, False)
    head.resize(380, 60)
    assert (head._quiet.isHidden(), head._narrow, head._line.text()) == (True, True, "34 current")
    head.resize(200, 60)
    assert head._title.wordWrap()


def test_a_head_shows_a_pill_and_a_line(on: Place) -> None:
    head = PageHead()
    on(head)
    head.set("EN02", "", ("close", "Close"), "Owner Tom Brandreth.")
    assert (head.title(), head._pill.isHidden(), head._line.text()) == ("EN02", False, "Owner Tom Brandreth.")
    head.set("EN03")
    head.set_quiet("none yet")
    assert (head._pill.isHidden(), head.quiet_words()) == (True, "none yet")


def test_parts_beside_each_other_turn_into_a_column(on: Place) -> None:
    left, right = QLabel("left"), QLabel("right")
    both = beside(left, right, turn_at=400)
    on(both)
    both.resize(500, 100)
    both.layout().activate()
    assert left.y() == right.y()
    both.resize(300, 100)
    both.layout().activate()
    assert left.y() < right.y()


def test_the_list_keeps_the_width_it_was_given(on: Place, qtbot: QtBot) -> None:
    split = ListAndRecord(QWidget(), QWidget())
    on(split)
    split.resize(1232, 800)
    qtbot.waitUntil(lambda: split.list_width() == 423)
    split.set_list_width(500)
    assert split.list_width() == 500


def test_a_long_page_scrolls(on: Place, qtbot: QtBot) -> None:
    area, layout = page_column()
    for _line in range(60):
        layout.addWidget(QLabel("line"))
    layout.addWidget(Footer())
    on(area)
    area.resize(400, 300)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)


def test_a_long_title_takes_the_whole_row(on: Place) -> None:
    head = PageHead("The Consultative Committee for the Enhancement of Everything " * 4)
    head.add_action(primary("Record update"))
    on(head)
    head.resize(600, 400)
    head.layout().activate()
    assert head._title.width() > 560


def test_a_head_puts_below_an_action_that_asks_for_more_room(on: Place, qtbot: QtBot) -> None:
    head, which = PageHead("Milestones"), ListChoice([], blank=False)
    head.add_action(which)
    on(head)
    head.resize(400, 60)
    qtbot.wait(1)
    assert not head._narrow
    which.addItem("The Wendle Valley Town Centre Improvement Board", "a")
    which.updateGeometry()
    qtbot.waitUntil(lambda: head._narrow)
