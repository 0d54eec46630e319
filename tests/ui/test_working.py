"""Work beside the window: its result and its fault come to the window's thread, and Cancel is heard."""

import gc
import threading
import weakref
from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QProgressDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from pmdesk.domain.telling import Stopped
from pmdesk.ui.working import Work


@pytest.fixture
def page(dressed: QApplication, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def _seen(box: QWidget) -> bool:
    return shiboken6.isValid(box) and box.isVisible()


def test_the_result_comes_to_the_window(page: QWidget, qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []

    def do(progress: Callable[[int, int], bool]) -> int:
        threads.append(threading.current_thread())
        return 42

    work = Work(page, do, "Counting.")
    work.done.connect(lambda _result: threads.append(threading.current_thread()))
    with qtbot.waitSignal(work.done, timeout=5000) as got:
        work.start()
    assert got.args == [42]
    assert threads[0] is not threading.main_thread()
    assert threads[1] is threading.main_thread()


def test_a_fault_comes_to_the_window_too(page: QWidget, qtbot: QtBot) -> None:
    def do(progress: Callable[[int, int], bool]) -> int:
        raise ValueError("no")

    work = Work(page, do, "Failing.")
    with qtbot.waitSignal(work.failed, timeout=5000) as got:
        work.start()
    assert isinstance(got.args[0], ValueError)


def test_the_count_moves_and_cancel_is_heard(page: QWidget, qtbot: QtBot) -> None:
    stopped, heard = threading.Event(), list[int]()

    def do(progress: Callable[[int, int], bool]) -> None:
        n = 0
        while progress(n, 500):
            n += 1
            stopped.wait(0.002)
        heard.append(n)

    work = Work(page, do, "Bringing in.")
    work.start()
    (box,) = page.findChildren(QProgressDialog)
    qtbot.waitUntil(
        lambda: "of 500" in " ".join(label.text() for label in box.findChildren(QLabel)), timeout=5000
    )
    qtbot.waitUntil(box.isVisible, timeout=5000)
    (cancel,) = box.findChildren(QPushButton)
    assert cancel.text() == "Cancel"
    with qtbot.waitSignal(work.done, timeout=5000):
        cancel.click()
    assert heard
    assert not _seen(box)


def test_a_window_closed_meanwhile_is_not_told(dressed: QApplication) -> None:
    closed, ended = threading.Event(), threading.Event()

    def do(progress: Callable[[int, int], bool]) -> int:
        assert closed.wait(5)
        progress(1, 1)
        ended.set()
        return 42

    page = QWidget()
    work = Work(page, do, "Counting.")
    work.start()
    shiboken6.delete(page)
    closed.set()
    assert ended.wait(5), "the work went on to its end, and no thread's fault fails this test"


def test_past_the_point_of_no_return_there_is_no_cancel_and_it_says_why(page: QWidget, qtbot: QtBot) -> None:
    there, go_on, asked = threading.Event(), threading.Event(), list[bool]()

    def do(progress: Callable[[int, int], bool]) -> str:
        asked.append(progress(1, 9))
        work.no_return("No way back.")
        there.set()
        assert go_on.wait(5)
        asked.append(progress(2, 9))
        return "done"

    work = Work(page, do, "Erasing.")
    work.start()
    (box,) = page.findChildren(QProgressDialog)
    assert there.wait(5)
    qtbot.waitUntil(box.isVisible, timeout=5000)
    assert box.labelText() == "No way back." and box.findChildren(QPushButton) == []
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    qtbot.waitUntil(box.isVisible, timeout=5000)  # what goes on is still said
    with qtbot.waitSignal(work.done, timeout=5000) as got:
        go_on.set()
    assert got.args == ["done"] and asked == [True, True] and not _seen(box)


def test_who_cancelled_before_it_is_heard_there(page: QWidget, qtbot: QtBot) -> None:
    go_on = threading.Event()

    def do(progress: Callable[[int, int], bool]) -> None:
        assert go_on.wait(5)
        work.no_return("No way back.")

    work = Work(page, do, "Erasing.")
    work.start()
    (box,) = page.findChildren(QProgressDialog)
    qtbot.waitUntil(box.isVisible, timeout=5000)
    (cancel,) = box.findChildren(QPushButton)
    cancel.click()
    qtbot.waitUntil(box.isVisible, timeout=5000)
    assert "Stopping" in box.labelText() and not cancel.isEnabled()
    with qtbot.waitSignal(work.failed, timeout=5000) as got:
        go_on.set()
    assert isinstance(got.args[0], Stopped) and not _seen(box)


class _Pack:
    """What a work goes through, and what comes of it."""


def test_nothing_is_kept_of_work_that_was_done(page: QWidget, qtbot: QtBot) -> None:
    """Each pack that was merged stayed in memory, whole, for as long as its page."""
    kept: weakref.WeakSet[_Pack] = weakref.WeakSet()

    def one(fails: bool) -> None:
        pack, done = _Pack(), list[object]()
        kept.add(pack)

        def do(_progress: Callable[[int, int], bool]) -> _Pack:
            if fails:
                raise LookupError(pack)
            return pack

        work = Work(page, do, "Merging.")
        work.done.connect(lambda _result: done.append(len(str(pack))))
        work.failed.connect(lambda _error: done.append(len(str(pack))))
        work.start()
        qtbot.waitUntil(lambda: bool(done))

    for fails in (False, True):
        one(fails)

    def rested() -> bool:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        return not kept

    qtbot.waitUntil(rested)
    assert not page.findChildren(Work)
