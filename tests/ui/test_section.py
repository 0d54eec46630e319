"""A section has its heading, its count and one thing to do."""

from pmdesk.ui.labels import label
from pmdesk.ui.section import HEADING, Section
from tests.ui.conftest import Place


def test_the_action_stands_at_the_heading(on: Place) -> None:
    done: list[int] = []
    made = Section("Report-backs", "4", ("Add report-back", "plus", lambda: done.append(1)))
    on(made)
    made.add(label("Great Fenwick closes"))
    made.set_count("5")
    made.head.set_title("Reports")
    assert made.head.action is not None
    made.head.action.click()
    assert (done, made.body.count(), made.head.minimumHeight()) == ([1], 1, HEADING)
    assert (made.head._count.text(), made.head._title.text()) == ("5", "Reports")


def test_a_long_heading_wraps_before_it_pushes_its_page_wider(on: Place) -> None:
    made = Section("Objectives with no outcome measure", "7")
    on(made)
    made.resize(600, 100)
    assert not made.head._title.wordWrap()
    made.resize(180, 100)
    made.head._row.activate()
    assert made.head._title.wordWrap()
    assert made.minimumSizeHint().width() < 180
    assert made.head._count.geometry().right() <= 180
