"""Three measures in a real register, and the page for entering their readings in a window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pmdesk.actions.readings import TypedReading, save_readings
from pmdesk.actions.records import save
from pmdesk.actions.registers import Register, start
from pmdesk.ui.context import Context
from pmdesk.ui.pages.readings import ReadingsPage
from pmdesk.ui.pages.readings_grid import ReadingsTable
from pmdesk.ui.pages.readings_model import ReadingsModel

TODAY = "2026-04-27"
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Q3, Q4 = "2025-26 Q3", "2025-26 Q4"


class Readings:
    """The page, what it asked of the window, and keys as a person presses them."""

    def __init__(self, register: Register, qtbot: QtBot) -> None:
        self.register, self.qtbot = register, qtbot
        self.visits: list[tuple[str, object]] = []
        self.toasts: list[str] = []
        self.undo: object = None
        self.ids = fill(register)
        self.page = self.made()

    def made(self) -> ReadingsPage:
        """Another page on the same register, in a window."""
        context = Context(self.register, TODAY, self._visit, self._toast)
        page = ReadingsPage(context)
        self.qtbot.addWidget(page)
        page.resize(1200, 800)
        page.show()
        page.activateWindow()
        self.qtbot.waitUntil(page.isActiveWindow)
        return page

    @property
    def table(self) -> ReadingsTable:
        return self.page.table

    @property
    def model(self) -> ReadingsModel:
        return self.page.model

    def at(self, code: str, field: str = "value", period: str = Q4) -> QModelIndex:
        """Take a cell in hand."""
        index = self.model.place((self.ids[code], period), field)
        assert index.isValid()
        self.table.go_to(index)
        return index

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyPress(_with_keyboard(), key, held)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        for letter in text:
            self.qtbot.keyPress(_with_keyboard(), letter)

    def paste(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.key(Qt.Key.Key_V, CTRL)

    def shown(self, code: str, field: str = "value", period: str = Q4) -> str:
        """What a cell of the grid reads."""
        index = self.model.place((self.ids[code], period))
        names = [column.name for column in self.model.columns]
        return self.model.cell(index.row(), names.index(field)).text

    def rows(self) -> list[str]:
        return [self.model.cell(row, 0).text for row in range(self.model.rowCount())]

    def readings(self, code: str) -> dict[str, dict[str, object]]:
        """What stands in the register."""
        names = ("value", "state", "commentary", "cause")
        rows = self.register.all("reading", measure=self.ids[code])
        return {str(row["period"]): {name: row[name] for name in names if row[name]} for row in rows}

    def count(self) -> str:
        self.page.view.count()
        return self.page.view.foot.sentence()

    def _visit(self, key: str, argument: object) -> None:
        self.visits.append((key, argument))

    def _toast(self, sentence: str, undo: object = None) -> None:
        self.toasts.append(sentence)
        self.undo = undo


def _with_keyboard() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def fill(register: Register) -> dict[str, str]:
    """CH8 with its profile, EN02 with its path, HS01 without any target."""
    ids: dict[str, str] = {}

    def add(code: str, title: str, **more: object) -> None:
        typed = {"code": code, "title": title, "frequency": "quarter", "tolerance": "5", **more}
        ids[code] = save(register, "measure", typed)[0]

    add("CH8", "Working days lost", polarity="lower", aggregation="cumulative")
    add("EN02", "Household waste recycled", unit="%", decimals="1", polarity="higher", aggregation="ratio",
        baseline="41.8", baseline_on="2023-03")  # fmt: skip
    add("HS01", "Fly-tipping incidents")
    save(register, "target", {"measure": ids["CH8"], "period": Q4, "value": "9.5"})
    save(register, "target", {"measure": ids["EN02"], "period": "2026-27 Q4", "value": "50"})
    save_readings(
        register,
        [TypedReading(ids["CH8"], Q3, {"value": "9.05"}), TypedReading(ids["EN02"], Q3, {"value": "45.9"})],
    )
    return ids


@pytest.fixture
def readings(tmp_path: Path, dressed: QApplication, qtbot: QtBot) -> Iterator[Readings]:
    register = start(tmp_path / "council.pmdesk", "Aldermoor District Council", "2025-26", by="Helen Marsh",
                     annual_council="21/5/2025", returns_due="17/4/2026", today=TODAY)  # fmt: skip
    yield Readings(register, qtbot)
    register.close()
