"""Work beside the window: its result and its fault come to the window's thread, and Cancel is heard."""

import threading
from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QLabel, QProgressDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from pmdesk.ui.working import Work


@pytest.fixture
def page(dressed: QApplication, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


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
    assert not box.isVisible()


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
