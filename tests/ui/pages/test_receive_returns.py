"""Returns taken in by hand: what was understood, a choice where answers differ, one save with one Undo."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QRadioButton

from pmdesk.actions.encrypting import change_passphrase
from pmdesk.actions.member_files import make_member_file
from pmdesk.actions.registers import open_register
from pmdesk.actions.returns_out import send_returns
from pmdesk.actions.updates import save_update
from pmdesk.domain.words import words_in
from pmdesk.ui.accessible import unnamed
from pmdesk.ui.pages.receive_returns import ReceiveReturnsPage
from pmdesk.ui.theme import apply_theme
from tests.actions.return_story import TODAY, fill
from tests.exchange import returned
from tests.filling import filled
from tests.journey.test_accessibility import cut
from tests.running import copy_of

Running = Any


@pytest.fixture
def inbox(run: Running, sample_file: Path, tmp_path: Path) -> Path:
    """Four forms of the sample's members: two filled in, one of them twice, one blank; and a photograph."""
    run.program.open(copy_of(sample_file, run.folder))
    run.activate()
    of = ("David Garside", "Elin Prosser", "Martin Sykes")
    paths = send_returns(
        run.register, tmp_path / "in", "2025-26", of, words_in("en"), run.office.context.today
    )
    fill(paths[0])
    fill(paths[1])
    later = filled(
        paths[1].read_bytes(), {"main_business": "Said otherwise later"}, {"worthwhile_body": "no"}
    )
    paths[1].with_name("later.pdf").write_bytes(later)
    (tmp_path / "in" / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    return tmp_path / "in"


@pytest.fixture
def page(run: Running, inbox: Path) -> ReceiveReturnsPage:
    shown = run.office.visit("receive-returns", [inbox])
    assert isinstance(shown, ReceiveReturnsPage)
    run.qtbot.waitUntil(lambda: shown.looked is not None, timeout=30_000)
    return shown


def states(page: ReceiveReturnsPage) -> Counter[str]:
    return Counter(file.state for file in page.files)


def submitted(run: Running) -> int:
    rows = run.register.all("annual_update", municipal_year=run.register.settings()["year"])
    return sum(row["status"] == "submitted" for row in rows)


def words(page: ReceiveReturnsPage) -> str:
    QApplication.processEvents()
    return "\n".join(each.text() for each in page.in_hand.findChildren(QLabel) if each.isVisible())


def test_what_was_understood_is_shown_and_nothing_written(page: ReceiveReturnsPage, run: Running) -> None:
    assert states(page) == {"twice": 2, "complete": 1, "refused": 2}
    assert page.head.quiet_words() == "5 files"
    assert page.button.text() == "Bring in 1 return" and unnamed(page) == []
    shown = [page.table.cell(row, 2).text for row in range(page.table.row_count())]
    assert shown == ["Came twice", "Came twice", "Complete", "Not taken in", "Not taken in"]
    assert "It is a picture. Type the answers in." in {page.table.cell(row, 3).text for row in range(5)}
    assert run.register.undo_label() is None


def test_two_answers_stand_side_by_side_and_one_is_chosen(page: ReceiveReturnsPage, run: Running) -> None:
    before = submitted(run)
    later = next(at for at, file in enumerate(page.files) if file.name == "later.pdf")
    page.table.go_to(later)
    said = words(page)
    assert "Said otherwise later" in said and "A new roof" in said
    assert "In the other file" in said and "In this file" in said
    radio = next(each for each in page.in_hand.choice.findChildren(QRadioButton) if "Take" in each.text())
    radio.click()
    assert page.button.text() == "Bring in 2 returns"
    run.press("Bring in 2 returns")
    assert run.toast() == "2 returns are in."
    assert submitted(run) == before + 2
    assert any(row["main_business"] == "Said otherwise later" for row in run.register.all("annual_update"))
    run.press("Undo: Received annual updates", run.window.topbar)
    assert submitted(run) == before


def test_of_two_files_for_one_seat_one_at_most_is_taken(page: ReceiveReturnsPage, run: Running) -> None:
    page.table.setFocus()
    page.table.go_to(0)
    run.key(Qt.Key.Key_Space)
    assert page.chosen == {page.files[0].key}
    page.table.go_to(1)
    run.key(Qt.Key.Key_Space)
    assert page.chosen == {page.files[1].key}
    assert page.table.cell(1, 0).icon == "ticked" and page.table.cell(0, 0).icon == "unticked"
    page.table.go_to(2)
    run.key(Qt.Key.Key_Space)
    assert page.chosen == {page.files[1].key}
    page.table.go_to(0)
    run.key(Qt.Key.Key_Return)
    assert isinstance(run.window.focusWidget(), QRadioButton)


def test_what_differs_from_the_register(page: ReceiveReturnsPage, run: Running, inbox: Path) -> None:
    run.press("Bring in 1 return")
    form = next(path for path in inbox.iterdir() if path.name.startswith("David Garside"))
    again = form.with_name("again.pdf")
    again.write_bytes(filled(form.read_bytes(), {"main_business": "Corrected"}, {"worthwhile_body": "no"}))
    run.office.visit("receive-returns", [again])
    run.qtbot.waitUntil(lambda: page.looked is not None, timeout=30_000)
    assert states(page) == {"differs": 1}
    assert page.button.text() == "Nothing to bring in" and not page.button.isEnabled()
    said = words(page)
    assert "In the register" in said and "Corrected" in said and "Partly" in said
    page.table.setFocus()
    run.key(Qt.Key.Key_Space)
    page.save()
    assert any(row["main_business"] == "Corrected" for row in run.register.all("annual_update"))


def test_chosen_dropped_and_put_away(
    page: ReceiveReturnsPage, run: Running, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert page.escape() and page.looked is None and page.empty.isVisible()
    assert not page.escape()
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *given: ([str(inbox / "later.pdf")], ""))
    run.qtbot.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    run.qtbot.waitUntil(lambda: len(page.files) == 1, timeout=30_000)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *given: str(inbox))
    run.press("Choose a folder")
    run.qtbot.waitUntil(lambda: len(page.files) == 5, timeout=30_000)
    page.cancel()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(inbox / "photo.jpg"))])
    drop = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                      Qt.KeyboardModifier.NoModifier)  # fmt: skip
    page.dropEvent(drop)
    run.qtbot.waitUntil(lambda: len(page.files) == 1, timeout=30_000)
    assert states(page) == {"refused": 1} and not page.button.isEnabled()


def test_with_nothing_to_read_the_head_stands_at_the_top_and_each_step_once(
    page: ReceiveReturnsPage, run: Running
) -> None:
    page.cancel()
    for scale, size in ((1.0, (1440, 900)), (2.0, (1366, 768))):
        apply_theme(run.program.app, "light", scale)
        run.window.resize(*size)
        run.qtbot.wait(60)
        assert page.head.mapTo(page, QPoint(0, 0)).y() < 100 * scale
        under = page.head.mapTo(page, QPoint(0, page.head.height())).y()
        assert page.empty.mapTo(page, QPoint(0, 0)).y() - under < 40
    shown = [each.text() for each in page.findChildren(QPushButton) if each.isVisible()]
    assert sorted(shown) == ["Back to annual updates", "Choose a folder", "Choose files"]


def test_nothing_is_cut_at_twice_the_text(page: ReceiveReturnsPage, run: Running) -> None:
    for scale, size in ((1.0, (1440, 900)), (2.0, (1366, 768))):
        apply_theme(run.program.app, "light", scale)
        run.window.resize(*size)
        page.show_file(0)
        run.qtbot.wait(60)
        assert cut(page) == [], f"cut at {scale:.0%}"
        assert run.window.width() == size[0]
        # What the table has no room to say whole stands under it.
        assert page.table.isColumnHidden(3) == (scale > 1)
        assert "Another file for the same seat" in words(page)


def test_nothing_to_read(page: ReceiveReturnsPage, run: Running, tmp_path: Path) -> None:
    (tmp_path / "bad.pdf").write_bytes(returned.other_paper())
    run.office.visit("receive-returns", [tmp_path / "bad.pdf"])
    run.qtbot.waitUntil(lambda: len(page.files) == 1, timeout=30_000)
    assert "none of our forms" in words(page)


def test_a_members_file_under_a_passphrase_of_the_members_own_is_opened_here(
    page: ReceiveReturnsPage, run: Running, inbox: Path
) -> None:
    register, made = run.register, inbox / "tennant.pmdesk"
    carol = str(register.find("person", "Carol Tennant")[0]["id"])
    make_member_file(register, carol, made, run.office.context.today, "march heavy average attack")
    with open_register(made, passphrase="march heavy average attack") as own:
        draft = next(row for row in own.all("annual_update") if row["status"] == "draft")
        save_update(own, "annual_update", {"main_business": "By herself"}, draft["id"], TODAY)
        change_passphrase(own, "uphold always march heavy")
    before = page.looked
    run.office.visit("receive-returns", [inbox])
    run.qtbot.waitUntil(lambda: page.looked is not before, timeout=30_000)
    assert states(page) == {"twice": 2, "locked": 1, "complete": 1, "refused": 2}
    locked = next(at for at, file in enumerate(page.files) if file.state == "locked")
    page.take(page.files[0].key, True)
    page.table.setFocus()
    page.table.go_to(locked)
    assert "tennant.pmdesk is protected" in words(page) and unnamed(page) == []
    run.key(Qt.Key.Key_Return)
    field = page.in_hand.passphrase
    assert field is not None and run.window.focusWidget() is field.editor
    run.key(Qt.Key.Key_Return)
    assert field.error() == "Type the passphrase."
    field.editor.setText("another one altogether")
    run.key(Qt.Key.Key_Return)
    run.qtbot.waitUntil(lambda: "does not open" in field.error(), timeout=20_000)
    field.editor.setText("uphold always march heavy")
    run.press("Open the file")
    run.qtbot.waitUntil(lambda: "locked" not in states(page), timeout=20_000)
    assert states(page)["member"] == 1 and len(page.chosen) == 1, "what was chosen before stays so"
    run.press("Bring in 3 returns")
    assert any(row["main_business"] == "By herself" for row in register.all("annual_update"))
