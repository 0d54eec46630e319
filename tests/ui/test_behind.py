"""What a thread has to say is heard in the window's thread, and what it held is let go there."""

import threading
from collections.abc import Callable
from functools import partial

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pmdesk.ui import behind
from pmdesk.ui.behind import Call, Post, run_behind


class _Page:
    """Says in which thread it went."""

    def __init__(self, went: list[threading.Thread]) -> None:
        self._went = went

    def __del__(self) -> None:
        self._went.append(threading.current_thread())


def test_what_is_said_is_heard_in_order_then_the_result(qapp: QApplication, qtbot: QtBot) -> None:
    owner, heard = QObject(), list[tuple[object, threading.Thread]]()

    def hear(what: object) -> None:
        heard.append((what, threading.current_thread()))

    def do(post: Post) -> str:
        for n in range(3):
            post(partial(hear, n))
        return "the end"

    thread = run_behind(owner, do, lambda answer: hear(answer()))
    qtbot.waitUntil(lambda: len(heard) == 4)
    assert [what for what, _where in heard] == [0, 1, 2, "the end"]
    assert {where for _what, where in heard} == {threading.main_thread()}
    assert not thread.is_alive() and not behind._jobs


def test_a_fault_is_raised_where_the_answer_is_asked_for(qapp: QApplication, qtbot: QtBot) -> None:
    owner, heard = QObject(), list[str]()

    def then(answer: Call) -> None:
        try:
            answer()
        except ValueError as error:
            heard.append(str(error))

    run_behind(owner, lambda _post: int("no number"), then)
    qtbot.waitUntil(lambda: bool(heard))
    assert "no number" in heard[0]


def test_who_is_gone_is_told_nothing(qapp: QApplication, qtbot: QtBot) -> None:
    owner, go_on, heard = QObject(), threading.Event(), list[object]()

    def do(post: Post) -> None:
        assert go_on.wait(5)
        post(lambda: heard.append("meanwhile"))

    run_behind(owner, do, heard.append)
    shiboken6.delete(owner)
    go_on.set()
    qtbot.waitUntil(lambda: not behind._jobs)
    assert heard == []


def test_what_the_work_held_is_let_go_in_the_window_s_thread(qapp: QApplication, qtbot: QtBot) -> None:
    """A page whose last holder was a thread was deleted by that thread."""
    went: list[threading.Thread] = []

    def begun(owner: QObject) -> None:
        page = _Page(went)

        def do(_post: Post) -> bool:
            return page is None

        run_behind(owner, do, lambda _answer: None)

    owner = QObject()
    for _n in range(50):
        begun(owner)
    qtbot.waitUntil(lambda: len(went) == 50)
    assert set(went) == {threading.main_thread()}


def test_an_event_loop_within_what_is_called_does_no_harm(qapp: QApplication, qtbot: QtBot) -> None:
    owner, heard, second = QObject(), list[str](), threading.Event()

    def first(_answer: Call) -> None:
        run_behind(owner, lambda _post: second.wait(5), lambda _answer: heard.append("within"))
        second.set()
        qtbot.waitUntil(lambda: heard == ["within"])
        heard.append("after")

    run_behind(owner, _nothing, first)
    qtbot.waitUntil(lambda: heard == ["within", "after"])
    assert not behind._jobs


def _nothing(_post: Callable[..., object]) -> None:
    """Work that is done at once."""
