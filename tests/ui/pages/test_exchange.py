"""Packs in the window: made, dropped in, looked at, their laptop trusted, taken in, and listed."""

import time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog, QInputDialog

from pmdesk.actions.conflicts import conflicts
from pmdesk.actions.laptops import fingerprint, laptop_row, my_key, trust_laptop
from pmdesk.actions.member_files import make_member_file
from pmdesk.actions.pack_taking import Brought, PackLook, take_pack
from pmdesk.actions.packs import make_pack
from pmdesk.actions.records import save
from pmdesk.domain.telling import Progress
from pmdesk.register.store import Register
from pmdesk.ui.pages.exchange import ExchangePage
from tests.laptops import WORDS, Laptop
from tests.running import choosing, copy_of

Running = Any


class Place:
    """The window over a register, and a second laptop with a copy of it."""

    def __init__(self, run: Running, other: Laptop, out: Path) -> None:
        self.run, self.other, self.out = run, other, out
        page = run.office.visit("exchange")
        assert isinstance(page, ExchangePage)
        self.page = page

    def pack(self, note: str = "Rang", name: str = "a.pmpack") -> Path:
        with self.other.at() as bob:
            body = str(bob.find("outside_body", "Moorland Arts Trust")[0]["id"])
            save(bob, "outside_body", {"note": note}, body)
            self.key = my_key(bob)
            return make_pack(bob, self.out / name, WORDS).paths[0]

    def looked(self) -> None:
        self.run.qtbot.waitUntil(lambda: self.page.in_hand.look is not None, timeout=20_000)

    def over(self) -> None:
        self.run.qtbot.waitUntil(lambda: self.page.work is None, timeout=20_000)

    def note(self) -> object:
        return self.run.register.find("outside_body", "Moorland Arts Trust")[0]["note"]


@pytest.fixture
def place(run: Running, sample_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    path = copy_of(sample_file, run.folder)
    other = Laptop(tmp_path, path, "bob", monkeypatch)
    run.program.open(path)
    run.activate()
    return Place(run, other, tmp_path)


def test_a_pack_is_made_and_listed(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    page, out = place.page, place.out / "mine.pmpack"
    assert page.table.row_count() == 0
    page.make()
    choosing(monkeypatch, out)
    page.save()
    place.run.qtbot.waitUntil(lambda: page.table.row_count() == 1, timeout=20_000)
    assert out.exists() and place.run.toast().startswith("Made mine.pmpack with ")
    assert page.table.cell(0, 1).text == "Sent" and page.table.cell(0, 2).text == "Everybody"


def test_a_stranger_is_asked_about_and_the_pack_taken_in(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, path = place.page, place.pack()
    place.run.window._verbs.dropped([path])
    place.looked()
    (ask,) = page.in_hand.asks
    assert not page.take_button.isEnabled()
    page.save()  # Ctrl+S takes nothing in that nobody trusted
    assert place.note() is None
    ask.name.editor.set_value("")
    ask.trust()
    assert ask.name.error()
    ask.name.editor.set_value("Bob’s laptop")
    ask.trust()
    assert page.in_hand.asks == [] and page.take_button.text() == "Bring in 3 changes"
    page.save()
    place.run.qtbot.waitUntil(lambda: page.in_hand.look is None, timeout=20_000)
    place.over()
    assert place.note() == "Rang"
    assert place.run.toast().startswith("Brought 3 changes from ")
    assert "to settle" not in place.run.toast(), "the name given here and its own are no question"
    assert (laptop_row(place.run.register, place.key) or {})["name"] == "Bob’s laptop"
    assert conflicts(place.run.register, WORDS) == []
    assert place.run.window.focusWidget() is page.make_button
    assert page.table.cell(0, 1).text == "Received"
    assert fingerprint(my_key(place.run.register)) == page.words.text()
    # The same once more brings nothing.
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_given: ([str(path)], ""))
    page.choose()
    place.looked()
    assert page.take_button.text() == "Nothing to bring in"
    assert page.escape() and not page.escape()


def test_what_two_changed_leads_to_what_is_to_settle(place: Place) -> None:
    path, register = place.pack("Wrote"), place.run.register
    body = str(register.find("outside_body", "Moorland Arts Trust")[0]["id"])
    save(register, "outside_body", {"note": "Rang"}, body)
    trust_laptop(register, place.key, "Bob’s laptop")
    place.page.open([path])
    place.looked()
    place.page.take()
    place.run.qtbot.waitUntil(lambda: place.run.window.current() == "conflicts", timeout=20_000)
    assert place.run.toast().endswith("; 1 to settle.")


def test_several_come_one_after_the_other_and_what_is_wrong_is_said(place: Place) -> None:
    one, two = place.pack("One", "1.pmpack"), place.pack("Two", "2.pmpack")
    trust_laptop(place.run.register, place.key, "Bob’s laptop")
    wrong, gone = place.out / "w.pmpack", place.out / "gone.pmpack"
    wrong.write_bytes(one.read_bytes()[:-9])
    page = place.page
    page.arrive([gone, wrong, one, two])
    place.looked()
    assert "cut short" in place.run.toast()
    first = page.in_hand.look
    page._skip()
    place.run.qtbot.waitUntil(lambda: page.in_hand.look not in (None, first), timeout=20_000)
    page.take()
    place.run.qtbot.waitUntil(lambda: place.note() == "Two", timeout=20_000)
    place.over()
    page.again()
    assert page.in_hand.look is None and page.waiting == []


def test_a_members_file_and_a_copy_go_to_pages_of_their_own(place: Place) -> None:
    shown, register = list[object](), place.run.register
    robert = str(register.find("person", "Robert Ashdown")[0]["id"])
    own = make_member_file(register, robert, place.out / "own.pmdesk", "2026-04-27")
    context = place.page._context
    context.visit = lambda key, argument: shown.append((key, argument))
    place.page.open([own])
    place.page.open([place.other.path])
    assert shown == [("receive-returns", [own]), ("backups", place.other.path)]
    context.has = lambda _key: False
    place.page.open([own])
    assert "only packs" in place.run.toast() and len(shown) == 2


def test_a_sealed_pack_asks_for_its_passphrase(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    with place.other.at() as bob:
        (path,) = make_pack(bob, place.out / "s.pmpack", WORDS, (), "march heavy average attack").paths
    answers = [("wrong", True), ("march heavy average attack", True), ("", False)]
    monkeypatch.setattr(QInputDialog, "getText", lambda *_given: answers.pop(0))
    place.page.open([path])
    place.looked()
    assert len(answers) == 1
    place.page.put_away()
    place.page.open([path])
    place.run.qtbot.waitUntil(lambda: not answers and place.page.work is None, timeout=20_000)
    assert place.page.in_hand.look is None


def test_a_merge_is_cancelled_and_begun_again(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cancel acts between two saves: nothing of the pack is in, and it lies there to be brought in later."""
    page, path = place.page, place.pack("Rang")
    trust_laptop(place.run.register, place.key, "Bob’s laptop")
    page.open([path])
    place.looked()
    before, saves = place.note(), len(list(place.run.register.entries()))

    def waited(register: Register, look: PackLook, progress: Progress) -> Brought:
        while progress(0, 1):
            time.sleep(0.01)
        return take_pack(register, look, progress)

    with monkeypatch.context() as patch:
        patch.setattr("pmdesk.ui.pages.exchange.take_pack", waited)
        page.take()
        assert page.work is not None
        page.work._dialog.canceled.emit()
        place.over()
    assert place.run.toast() == "Stopped. Nothing was written."
    assert (place.note(), len(list(place.run.register.entries()))) == (before, saves)
    assert place.run.register.check() == [] and page.in_hand.look is not None
    page.take()
    place.over()
    assert place.note() == "Rang"


def test_a_pack_put_in_the_shared_folder_is_listed_at_once(place: Place, tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    place.page.folder._set(tmp_path / "shared")
    assert place.page.table.row_count() == 0
    place.page.folder.put()
    place.run.qtbot.waitUntil(lambda: place.page.table.row_count() == 1, timeout=20_000)
    assert place.page.table.cell(0, 1).text == "Sent"
