"""Erasing by hand: from a person's page to the form, each text decided, the name typed, the answer read."""

import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressDialog, QPushButton, QWidget

from pmdesk.actions import records
from pmdesk.actions.erasing import erase
from pmdesk.register.wiping import NOTHING, Wiped
from pmdesk.ui.accessible import unnamed
from pmdesk.ui.pages.erasing import ErasingPage
from pmdesk.ui.pages.erasing_texts import PlaceField
from tests.running import copy_of

Running = Any
WHO = "June Whitcombe"


@pytest.fixture
def who(run: Running, sample_file: Path) -> str:
    """A member of the sample whom two texts name, one surely and one perhaps."""
    run.program.open(copy_of(sample_file, run.folder))
    run.activate()
    register = run.register
    body = register.find("outside_body", "Aldermoor Almshouses Trust")[0]["id"]
    records.save(register, "outside_body", {"aims": f"Ask {WHO}.", "note": "Whitcombe has keys."}, body)
    return str(register.find("person", WHO)[0]["id"])


@pytest.fixture
def page(run: Running, who: str) -> ErasingPage:
    run.window.visit("members", who)
    run.press("Erase this person…")
    shown = run.window.pages.currentWidget()
    assert isinstance(shown, ErasingPage)
    return shown


def said(widget: QWidget) -> str:
    return " ".join(each.text() for each in widget.findChildren(QLabel))


def places(page: ErasingPage) -> list[PlaceField]:
    assert page.form is not None
    return [field for field in page.form.fields.values() if isinstance(field, PlaceField)]


def test_the_form_says_what_goes_and_ticks_what_is_sure(page: ErasingPage, run: Running) -> None:
    assert page.look is not None and page.look.name == WHO and page.form is not None
    assert [field.value() for field in places(page)] == [True, False]
    assert {field.label_text.split(": ")[0] for field in places(page)} == {"Aldermoor Almshouses Trust"}
    assert unnamed(page) == []
    assert places(page)[0].isAncestorOf(run.window.focusWidget()), "and never on the button that erases"
    sure, perhaps = places(page)
    assert not perhaps.editor.another.isEnabled() and sure.editor.text.isHidden()
    sure.editor.write_another()
    assert sure.editor.text.value() == "Ask (erased)."
    sure.editor.set_value(False)
    assert sure.editor.text.isHidden()


def test_a_wrong_name_is_said_beside_its_field_and_nothing_is_erased(page: ErasingPage, run: Running) -> None:
    assert page.form is not None
    page.form.fields["name"].editor.set_value("June")
    page.form.fields["reason"].editor.set_value("Whitcombe asked")
    page.save()
    run.qtbot.waitUntil(lambda: page.form is not None and bool(page.form.fields["name"].error()))
    assert "without the name" in page.form.fields["reason"].error()
    assert run.register.find("person", WHO)
    run.key(Qt.Key.Key_Escape)
    assert page.form is None and run.window.pages.currentWidget() is not page


def test_it_is_erased_and_what_was_done_is_said(page: ErasingPage, run: Running, who: str) -> None:
    sure, perhaps = places(page)
    sure.editor.write_another()
    sure.editor.text.set_value("Ask the clerk.")
    perhaps.editor.set_value(True)
    assert page.form is not None
    page.form.fields["name"].editor.set_value(WHO)
    page.save()
    run.qtbot.waitUntil(lambda: page.look is None, timeout=20_000)
    row = run.register.find("outside_body", "Aldermoor Almshouses Trust")[0]
    assert (row["aims"], row["note"]) == ("Ask the clerk.", "(erased) has keys.")
    assert run.register.get("person", who)["name"] == "(erased)"
    assert run.register.undo_label() is None and unnamed(page) == []
    page.paper.click()
    assert run.window.pages.currentWidget() is not page


def test_a_second_enter_while_it_erases_leaves_nothing(
    page: ErasingPage, run: Running, who: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def slow(*given: Any) -> Any:
        assert go_on.wait(20)
        return erase(*given)

    monkeypatch.setattr("pmdesk.ui.pages.erasing.erase", slow)
    assert page.form is not None
    page.form.fields["name"].editor.set_value(WHO)
    page.form.save_button.setFocus()
    for _ in range(2):
        run.key(Qt.Key.Key_Return)
    assert page.form.save_button.hasFocus()
    run.key(Qt.Key.Key_Escape)
    assert run.window.pages.currentWidget() is page and page.form is not None
    go_on.set()
    run.qtbot.waitUntil(lambda: page.look is None, timeout=20_000)
    assert page.paper.isVisible() and run.register.get("person", who)["name"] == "(erased)"


def test_cancel_before_it_is_saved_erases_nothing_and_says_so(
    page: ErasingPage, run: Running, who: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def slow(*given: Any) -> Any:
        assert go_on.wait(20)
        return erase(*given)

    monkeypatch.setattr("pmdesk.ui.pages.erasing.erase", slow)
    assert page.form is not None
    page.form.fields["name"].editor.set_value(WHO)
    saves = len(list(run.register.entries()))
    page.save()
    box = page.findChildren(QProgressDialog)[0]
    run.qtbot.waitUntil(box.isVisible, timeout=5000)
    box.findChildren(QPushButton)[0].click()
    go_on.set()
    run.qtbot.waitUntil(lambda: bool(run.toast()), timeout=20_000)
    assert run.toast() == "Stopped. Nothing was erased."
    assert page.form is not None and page.form.fields["name"].value() == WHO
    assert run.register.get("person", who)["name"] == WHO
    assert len(list(run.register.entries())) == saves


def test_once_it_is_saved_the_window_offers_no_cancel(
    page: ErasingPage, run: Running, who: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    there, go_on = threading.Event(), threading.Event()

    def slowly(register: Any, told: Any) -> Wiped:
        there.set()
        assert go_on.wait(20)
        return NOTHING

    monkeypatch.setattr("pmdesk.register.open_file.Register.wipe", slowly)
    assert page.form is not None
    page.form.fields["name"].editor.set_value(WHO)
    page.save()
    assert there.wait(20)
    box = page.findChildren(QProgressDialog)[0]
    run.qtbot.waitUntil(box.isVisible, timeout=5000)
    assert "cannot be cancelled any more" in box.labelText() and box.findChildren(QPushButton) == []
    go_on.set()
    run.qtbot.waitUntil(lambda: page.look is None, timeout=20_000)
    assert page.paper.isVisible() and run.register.get("person", who)["name"] == "(erased)"


def test_whose_laptop_it_is_cannot_be_erased_here(run: Running, who: str) -> None:
    run.register.set_me(who)
    page = run.window.visit("erasing", who)
    assert page.form is None and WHO in said(page.empty)
    page.arrive(None)
    assert "Choose a person" in said(page.empty) and not page.escape()
    page.save()
