"""The page of rating rules: a preset fills the form, the day is asked, the record says what it means."""

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pmdesk.actions.registers import Register
from pmdesk.register.store import memory
from pmdesk.ui.context import Context
from pmdesk.ui.pages.rating_rules import rating_rules_page
from pmdesk.ui.pages.records_page import RecordsPage


@pytest.fixture
def register() -> Any:
    with memory() as made:
        yield made


def opened(register: Register, qtbot: QtBot) -> RecordsPage:
    page = rating_rules_page(Context(register, "2026-04-27"))
    qtbot.addWidget(page)
    page.show()
    return page


def preset(page: RecordsPage, name: str) -> None:
    menus = [button.menu() for button in page.list_part.head.findChildren(type(page.list_part.narrowing))]
    [action] = [act for menu in menus if menu for act in menu.actions() if name in act.text()]
    action.trigger()


def test_a_preset_fills_the_form_and_the_rule_holds_from_its_day(
    register: Register, dressed: QApplication, qtbot: QtBot
) -> None:
    page = opened(register, qtbot)
    preset(page, "Havering")
    form = page.form()
    assert form is not None
    assert form.fields["tolerance"].value() == "10"
    assert form.fields["method"].value() == "last_year"
    form.fields["starts"].editor.set_value("1/4/2026")
    page.save()
    assert [(rule.method, rule.starts) for rule in register.rules()] == [
        ("tolerance", ""), ("last_year", "2026-04-01"),
    ]  # fmt: skip
    assert page.view.page.facts[0].value == "from 1 April 2026"
    register.undo()
    assert len(register.rules()) == 1


def test_empty_it_says_what_belongs_there(register: Register, dressed: QApplication, qtbot: QtBot) -> None:
    page = opened(register, qtbot)
    assert "Add a rule" in page.list_part._words.belongs
