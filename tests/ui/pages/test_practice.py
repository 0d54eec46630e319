"""Good practice through its widgets: told, adopted, passed on to another council and back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pmdesk.actions import records
from pmdesk.register.store import Register, memory
from pmdesk.ui.accessible import unnamed
from pmdesk.ui.context import Context
from pmdesk.ui.pages.practice import PracticesPage, practice_page
from tests.ui.pages.looking import button, rows

TODAY = "2026-04-27"


def made(record_kind: str, register: Register, /, **typed: object) -> str:
    return records.save(register, record_kind, typed)[0]


@pytest.fixture
def register() -> Iterator[Register]:
    with memory() as register:
        council = made("organisation", register, name="Aldermoor District Council", kind="council")
        with register.change("test") as change:
            change.add("settings", {"council": council}, record=register.id)
        typed = {"title": "Waste recycled", "unit": "%", "polarity": "higher", "frequency": "year"}
        measure = made("measure", register, **typed)
        made("target", register, measure=measure, period="2025-26", value="50")
        made("reading", register, measure=measure, period="2024-25", value="40")
        made("reading", register, measure=measure, period="2025-26", value="60")
        made(
            "practice",
            register,
            title="Tags on bins",
            measure=measure,
            problem="Loads were rejected.",
            told_on="3/3/2026",
        )
        yield register


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def page(register: Register, said: list[str], dressed: QApplication, qtbot: QtBot) -> PracticesPage:
    context = Context(register, TODAY)
    context.toast = lambda sentence, undo=None: said.append(sentence)
    page = practice_page(context)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    page.activateWindow()
    page.arrive()
    return page


def test_the_record_shows_the_measure_that_turned(page: PracticesPage) -> None:
    assert rows(page) == ["Tags on bins"]
    assert page.view.spark is not None
    assert page.view.spark.accessibleName().startswith("Last readings: 60% against 50%, 2025-26")
    assert unnamed(page) == []


def test_what_worked_is_told_in_a_few_lines(page: PracticesPage, register: Register) -> None:
    button(page, "Tell what worked").click()
    form: Any = page.form()
    form.fields["title"].editor.set_value("Ring within a day")
    page.save()
    [told] = register.find("practice", "Ring within a day")
    assert told["told_on"] is None  # the council's own until a day is given
    assert rows(page) == ["Ring within a day", "Tags on bins"]


def test_it_is_adopted_and_the_result_comes_back(page: PracticesPage, register: Register) -> None:
    button(page.view, "Adopt it").click()
    form: Any = page.form()
    form.fields["result"].editor.set_value("Halved.")
    page.save()
    [adoption] = register.all("adoption")
    assert (adoption["adopted_on"], adoption["result"]) == (TODAY, "Halved.")
    shown: Any = page.view.page
    assert [fact.value for fact in shown.facts][1:] == ["1", "1"]


def test_a_file_goes_to_another_council_and_comes_in_once(
    page: PracticesPage, said: list[str], tmp_path: Path
) -> None:
    out = tmp_path / "tags.practice.json"
    page.save_to(out)
    assert said[-1] == "Saved tags.practice.json. Send it as an attachment to an e-mail."
    page.bring_in(out)
    assert said[-1] == "Nothing new: all of it is here already."
    out.write_text(out.read_text(encoding="utf-8").replace("Aldermoor", "Moorside"), encoding="utf-8")
    page.bring_in(out)
    assert said[-1].startswith("1 new from Moorside District Council.")
    assert rows(page) == ["Tags on bins", "Tags on bins"]
    page.list_part.narrow("others")
    assert len(rows(page)) == 1
    page.bring_in(tmp_path / "missing.json")
    assert page.list_part.model.rowCount() == 1
