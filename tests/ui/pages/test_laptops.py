"""The page of laptops: named, trusted by words or enrolment file, stopped; roles on, and the way back."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog

from pmdesk.actions.enrolling import make_enrolment
from pmdesk.actions.laptops import fingerprint, laptop_row, my_key
from pmdesk.actions.records import save
from pmdesk.actions.registers import start
from pmdesk.actions.roles import recovery_words
from pmdesk.domain.laptop import laptop_id
from pmdesk.ui.pages.laptop_form import LaptopForm
from pmdesk.ui.pages.laptops import Laptops
from pmdesk.ui.pages.recovery_form import RecoveryForm
from tests.laptops import WORDS, Laptop
from tests.papers.reading import all_text
from tests.running import choosing, copy_of

Running = Any


class Place:
    """The window over the register that began on this laptop, and a second laptop with a copy of it."""

    def __init__(self, run: Running, other: Laptop) -> None:
        self.run, self.other = run, other
        page = run.office.visit("laptops")
        assert isinstance(page, Laptops)
        self.page = page

    def bobs(self, note: str) -> bytes:
        """Bob's laptop saves a note, and all it has comes here."""
        with self.other.at() as bob:
            body = str(bob.find("outside_body", "Moorland Arts Trust")[0]["id"])
            save(bob, "outside_body", {"note": note}, body)
            entries, key = list(bob.entries()), my_key(bob)
        self.run.register.merge(entries, "pack:x")
        self.page.refresh()
        return key

    def note(self) -> object:
        return self.run.register.find("outside_body", "Moorland Arts Trust")[0]["note"]

    @property
    def form(self) -> LaptopForm:
        assert isinstance(self.page.form, LaptopForm)
        return self.page.form


@pytest.fixture
def place(run: Running, sample_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    path = copy_of(sample_file, run.folder)
    other = Laptop(tmp_path, path, "bob", monkeypatch)
    run.program.open(path)
    run.activate()
    return Place(run, other)


@pytest.fixture
def begun(run: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """The same over a register that was begun on this laptop."""
    path = tmp_path / "begun.pmdesk"
    with start(path, "Aldermoor District Council", by="Helen Marsh") as register:
        save(register, "outside_body", {"name": "Moorland Arts Trust"})
    other = Laptop(tmp_path, path, "bob", monkeypatch)
    run.program.open(path)
    run.activate()
    return Place(run, other)


def shown(place: Place) -> list[str]:
    return [each.said for each in place.page.found.lines] if place.page.found else []


def test_a_laptop_that_saved_here_is_named_trusted_and_stopped(place: Place) -> None:
    key = place.bobs("Rang")
    row = next(n for n, each in enumerate(place.page.found.lines) if each.key == key.hex())  # type: ignore[union-attr]
    place.page.open(row)
    assert place.form.save_button.text() == "The words are the same: trust it"
    place.form.save()
    assert place.form.fields["name"].error()
    place.form.fields["name"].editor.set_value("Bob’s laptop")
    place.form.fields["role"].editor.set_value("member")
    place.page.save()
    assert "which member" in place.form.fields["person"].error()
    place.form.fields["role"].editor.set_value("officer")
    place.form.fields["person"].editor.setText("Nobody We Know")
    place.page.save()
    assert "no Person called ‘Nobody We Know’" in place.form.fields["person"].error()
    place.form.fields["person"].editor.set_value(None)
    place.page.save()
    assert place.page.form is None and place.run.toast() == "Trusted: Bob’s laptop"
    assert (laptop_row(place.run.register, key) or {})["name"] == "Bob’s laptop"
    place.page.arrive(laptop_id(key))
    place.form.stop()
    assert "Stopped" in shown(place)
    place.page.arrive(key)
    assert place.page.escape() and not place.page.escape()


def test_an_enrolment_file_is_opened_and_one_written(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with place.other.at() as bob:
        file, key = make_enrolment(bob, tmp_path / "bob.pmenrol", WORDS), my_key(bob)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (str(file), ""))
    place.page.open_enrolment()
    assert place.form.line.fingerprint == fingerprint(key)
    assert str(place.form.fields["name"].value())
    place.page.save()
    assert (laptop_row(place.run.register, key) or {})["role"] == "officer"
    out = tmp_path / "mine.pmenrol"
    choosing(monkeypatch, out)
    place.page.write_enrolment()
    assert out.exists() and "Send it to the officer" in place.run.toast()


def test_roles_are_switched_on_and_what_strangers_save_waits(
    begun: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = begun
    place.bobs("Before")
    roles, sheet = place.page.roles, tmp_path / "sheet.pdf"
    choosing(monkeypatch)
    roles.switch_on()
    assert roles.on_button.isVisible(), "without a sheet nothing is switched on"
    choosing(monkeypatch, sheet)
    roles.switch_on()
    twelve = recovery_words(place.run.register) or ""
    assert twelve.split()[3] in all_text(sheet.read_bytes()) and roles.off_button.isVisible()
    assert place.run.window.focusWidget() is roles.sheet_button, "the keyboard is not thrown elsewhere"
    place.bobs("After")
    assert place.note() == "Before" and place.page.waits.isVisible()
    place.page.open(next(n for n, each in enumerate(place.page.found.lines) if each.waiting))  # type: ignore[union-attr]
    place.form.fields["name"].editor.set_value("Bob’s laptop")
    place.page.save()
    assert place.form.fields["person"].error() == "Say whose laptop this is: roles are on."
    assert place.note() == "Before"
    (helen, *_others) = place.run.register.find("person", "Helen Marsh")
    place.form.fields["person"].editor.set_value(helen["id"], "Helen Marsh")
    place.page.save()
    assert place.note() == "After" and not place.page.waits.isVisible()
    roles.forget()
    assert not roles.forget_button.isVisible() and recovery_words(place.run.register) is None
    roles.switch_off()
    assert not roles.off_button.isVisible() and place.note() == "After"
    place.page.take_over()
    assert isinstance(place.page.form, RecoveryForm)
    place.page.form.fields["recovery"].editor.set_value("abandon " * 12)
    place.page.save()
    assert place.page.form.fields["recovery"].error()
    place.page.form.fields["recovery"].editor.set_value(twelve)
    place.page.save()
    assert place.page.form is None and place.run.register.check() == []


def test_this_laptop_is_named_before_it_saved_anything(place: Place) -> None:
    register = place.run.register
    assert laptop_row(register, my_key(register)) is None
    place.page.table.setFocus()
    place.page.open(next(n for n, each in enumerate(place.page.found.lines) if each.mine))  # type: ignore[union-attr]
    assert "laptop" in str(place.form.fields["name"].value()), "one is offered"
    place.form.fields["name"].editor.set_value(None)
    place.page.save()
    assert "what this laptop is called" in place.form.fields["name"].error()
    place.form.fields["name"].editor.set_value("Helen’s laptop")
    place.page.save()
    assert place.run.toast() == "Saved: Helen’s laptop"
    assert (laptop_row(register, my_key(register)) or {})["name"] == "Helen’s laptop"
    assert place.run.window.focusWidget() is place.page.table
    place.page.open(next(n for n, each in enumerate(place.page.found.lines) if each.mine))  # type: ignore[union-attr]
    place.form.fields["name"].editor.set_value("Helen’s new laptop")
    place.page.save()
    assert (laptop_row(register, my_key(register)) or {})["name"] == "Helen’s new laptop"
