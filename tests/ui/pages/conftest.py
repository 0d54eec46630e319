"""A small council in a real register, and its pages in the real window."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pmdesk.actions import records
from pmdesk.actions.registers import Register, start
from pmdesk.ui.context import Context
from pmdesk.ui.pages.bodies import bodies_page
from pmdesk.ui.pages.members import members_page
from pmdesk.ui.pages.partners import partners_page
from pmdesk.ui.pages.partnerships import partnerships_page
from pmdesk.ui.pages.records_page import RecordsPage
from pmdesk.ui.window import MainWindow, Section

TODAY = "2026-04-27"


class Council:
    """The register, the window over it, and the ids of what is in it by name."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.ids: dict[str, str] = {}
        self.visited: list[tuple[str, object]] = []
        self.context = Context(register, TODAY)
        self.window: MainWindow

    def add(self, called: str, record_kind: str, /, **values: object) -> str:
        self.ids[called] = records.save(self.register, record_kind, values)[0]
        return self.ids[called]

    def row(self, kind: str, called: str) -> dict[str, object]:
        found = self.register.get(kind, self.ids.get(called, called))
        assert found is not None
        return found

    def page(self, key: str, argument: object = None) -> RecordsPage:
        page = self.window.visit(key, argument)
        assert isinstance(page, RecordsPage)
        return page

    def visit(self, key: str, argument: object) -> object:
        """Pages that other parts of the window have are only written down."""
        if key in ("bodies", "members", "partnerships", "partners"):
            return self.window.visit(key, argument)
        self.visited.append((key, argument))
        return None

    def sentence(self) -> str:
        return self.window.toasts.sentence()


def fill(council: Council) -> None:
    add = council.add
    add("Holloway", "person", name="Margaret Holloway", kind="member", ward="Howgate")
    add("Okafor", "person", name="Daniel Okafor", kind="member", ward="Riverside")
    add("Adeyemi", "person", name="Ruth Adeyemi", kind="officer", post="Partnership officer")
    ids = council.ids
    add(
        "Advice",
        "outside_body",
        name="Aldermoor Citizens Advice",
        category="Voluntary",
        seats="2",
        link_officer=ids["Adeyemi"],
        status="current",
        support="118,400",
    )
    add("Almshouses", "outside_body", name="Almshouses Trust", category="Charity")
    add("Canal", "outside_body", name="Wendle Canal Society", status="ended")
    add(
        "seat 1",
        "appointment",
        outside_body=ids["Advice"],
        person=ids["Holloway"],
        capacity="trustee",
        starts="21/5/2024",
        ends="May 2027",
    )
    add(
        "seat 2",
        "appointment",
        outside_body=ids["Advice"],
        person=ids["Okafor"],
        capacity="observer",
        starts="23/5/2023",
        ends="20/5/2026",
    )
    add("empty seat", "appointment", outside_body=ids["Almshouses"])
    add(
        "Safety",
        "partnership",
        name="Community Safety Partnership",
        kind="umbrella",
        status="current",
        lead_officer=ids["Adeyemi"],
        reporting_interval="quarter",
    )
    add("Police", "organisation", name="Wendleshire Police", kind="police")


@pytest.fixture
def empty(tmp_path: Path, dressed: QApplication, qtbot: QtBot) -> Iterator[Council]:
    """A register that was just started, in the window."""
    register = start(tmp_path / "council.pmdesk", "Aldermoor District Council", "2025-26", by="Helen Marsh",
                     annual_council="21/5/2025", returns_due="17/4/2026", today=TODAY)  # fmt: skip
    council = Council(register)
    made: dict[str, Any] = {"partnerships": partnerships_page, "bodies": bodies_page, "members": members_page,
                            "partners": partners_page}  # fmt: skip

    def build(key: str) -> QWidget:
        page: QWidget = made[key](council.context)
        return page

    sections = [Section(key, key, key, lambda key=key: build(key)) for key in made]  # type: ignore[misc]
    council.window = MainWindow("Aldermoor", sections, lambda text: [])
    council.context.visit, council.context.toast = council.visit, council.window.toast
    qtbot.addWidget(council.window)
    council.window.show()
    council.window.activateWindow()
    qtbot.waitUntil(council.window.isActiveWindow)
    yield council
    council.window.close()
    register.close()


@pytest.fixture
def council(empty: Council) -> Council:
    """The same with a few bodies, people and a partnership in it."""
    fill(empty)
    return empty
