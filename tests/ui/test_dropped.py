"""Packs dropped on any page go to the page that brings them in; other files to the page under the mouse."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pmdesk.ui.dropped import files_in, packs_in
from pmdesk.ui.window import MainWindow, WindowVerbs


def dropped(*names: str) -> tuple[QMimeData, QDropEvent]:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(name) if name.startswith("/") else QUrl(name) for name in names])
    held = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    return mime, QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, *held)


def test_what_is_dragged(qapp: QApplication) -> None:
    mime, event = dropped("/a/one.pmpack", "/a/TWO.PMPACK", "https://aldermoor.example/x")
    assert files_in(event) == packs_in(event) == [Path("/a/one.pmpack"), Path("/a/TWO.PMPACK")]
    _mime, event = dropped("/a/one.pmpack", "/a/Aldermoor (1).pmdesk")
    assert len(packs_in(event)) == 2
    mime, event = dropped("/a/one.pmpack", "/a/list.xlsx")
    assert packs_in(event) == [] and len(files_in(event)) == 2
    assert mime.hasUrls()


def test_packs_dropped_on_the_window(qtbot: QtBot) -> None:
    got = list[list[Path]]()
    window = MainWindow("Aldermoor", [], lambda _text: [], WindowVerbs(dropped=got.append))
    qtbot.addWidget(window)
    for names, taken in ((("/a/list.xlsx",), False), (("/a/one.pmpack",), True)):
        mime, event = dropped(*names)
        held = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, *held)
        enter.ignore()
        QApplication.sendEvent(window, enter)
        assert enter.isAccepted() is taken
        QApplication.sendEvent(window, event)
    assert got == [[Path("/a/one.pmpack")]]
