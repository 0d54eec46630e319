"""A partnership's page through its widgets: eight questions, risks and their matrix, contributions."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from pmdesk.ui.accessible import unnamed
from tests.ui.pages.looking import button

Council = Any


def said(page: Any) -> list[str]:
    QApplication.processEvents()
    return [each.text() for each in page.view.findChildren(QLabel) if each.isVisible()]


def safety(council: Council) -> Any:
    page = council.page("partnerships", council.ids["Safety"])
    QApplication.processEvents()
    return page


def test_a_question_leads_to_its_field_and_its_answer_takes_its_place(council: Council, qtbot: QtBot) -> None:
    page = safety(council)
    assert "0 of the eight questions below are answered." in " ".join(said(page))
    question = "What happens when it ends or the council leaves?"
    assert question in said(page)
    button(page.view, f"Answer: {question}").click()
    field = page.form().fields["exit_terms"]
    assert council.window.focusWidget() is field.editor.focus_target()
    qtbot.keyClicks(field.editor, "Six months' notice.")
    page.save()
    assert "Six months' notice." in said(page)
    assert question not in said(page)
    assert "1 of the eight questions below is answered." in " ".join(said(page))


def test_a_document_that_lies_elsewhere_is_named_and_opened(
    council: Council, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = list[str]()
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) or True)
    page = safety(council)
    button(page.view, "Answer: Who decides, how often do they meet, and where is that written down?").click()
    field = page.form().fields["terms_file"]
    field.editor.set_value("in the filing cabinet")
    page.save()
    assert "neither a web address" in field.error()
    field.editor.set_value("https://aldermoor.example/docs/terms.pdf")
    page.save()
    QApplication.processEvents()
    button(page.view, "terms.pdf").click()
    assert opened == ["https://aldermoor.example/docs/terms.pdf"]


def test_a_risk_is_added_and_stands_in_its_square(council: Council, qtbot: QtBot) -> None:
    page = safety(council)
    assert page.view.matrix is None
    button(page.view, "Add risk").click()
    form = page.form()
    qtbot.keyClicks(form.fields["title"].editor, "The adviser leaves")
    form.fields["likelihood"].editor.set_value("4")
    form.fields["impact"].editor.set_value("5")
    page.save()
    assert council.sentence().startswith("Saved")
    assert page.view.matrix is not None
    assert page.view.matrix.finding.text() == "1 of 1 open risks high"
    table = next(each for each in page.view.tables if each.accessibleName() == "Risk")
    assert [table.cell(0, at).text for at in range(2)] == ["The adviser leaves", "High, 20"]
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert page.form().edit.kind == "risk"


def test_a_contribution_is_added_and_its_money_added_up(council: Council, qtbot: QtBot) -> None:
    page = safety(council)
    button(page.view, "Add contribution").click()
    form = page.form()
    assert form.fields["partnership"].value() == council.ids["Safety"]
    form.fields["organisation"].editor.set_value(council.ids["Police"], "Wendleshire Police")
    form.fields["what"].editor.set_value("A sergeant")
    form.fields["undertaken"].editor.set_value("22,000")
    form.fields["due"].editor.set_value("31/3/2026")
    page.save()
    assert "1; undertaken £22,000, delivered £0" in said(page)
    table = next(each for each in page.view.tables if each.accessibleName() == "Who contributes what")
    assert [table.cell(0, at).text for at in range(5)] == [
        "Wendleshire Police", "A sergeant", "31 March 2026", "£0", "Overdue",
    ]  # fmt: skip
    assert table.cell(0, 4).state == "missed"


def test_every_control_has_a_name_and_a_reader_has_no_links_to_forms(council: Council) -> None:
    page = safety(council)
    council.add("risk", "risk", title="R", partnership=council.ids["Safety"], likelihood="2", impact="2")
    page.refresh()
    QApplication.processEvents()
    assert unnamed(page.view) == []
    page.view.show_page(page.view.page, None, read_only=True)
    QApplication.processEvents()
    assert not [each for each in said(page) if each == "Answer"]
