"""Bringing files in through the page's own widgets: the two real registers, bad files, answers, one Undo."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressDialog

from pmdesk.ui.accessible import unnamed
from pmdesk.ui.pages.bring_in import BringInPage
from tests.exchange.made_files import BODIES, PARTNERSHIPS, as_csv, as_xlsx, in_every_format, rows_of
from tests.running import Running, choosing

MADE = {"outside_body": 29, "appointment": 40, "person": 20, "organisation": 10}
KINDS = tuple(MADE)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def started(run: Running) -> Running:
    """An empty register of the made-up council: one person and one organisation in it."""
    run.start()
    return run


def states(page: BringInPage) -> dict[str, int]:
    """The numbers of the panel, as a screen reader would find them."""
    from PySide6.QtWidgets import QLabel

    row = page.body.counts._states
    held = [row.itemAt(at).widget().findChildren(QLabel) for at in range(row.count())]
    return {words.text().split(",")[0]: int(number.text()) for number, words in held}


@pytest.mark.parametrize("form", ["csv", "xlsx", "ods"])
def test_the_real_bodies_in_and_out_again(form: str, started: Running, tmp_path: Path) -> None:
    path = in_every_format(tmp_path, BODIES)[form]
    page = started.bring(path)
    assert states(page) == {"ready to bring in": 18, "refused": 0, "doubtful": 11}
    assert page.head.title() == "Bring in outside bodies"
    assert page.head.quiet_words() == f"{path.name}, 29 rows"
    assert page.agree.text() == "Bring in 29 rows"
    started.brought(page)
    assert started.counts(*KINDS) == MADE
    assert started.window.current() == "bodies"
    assert started.toast() == "Brought in 97 new records."
    page = started.bring(path)
    assert page.agree.text() == "Nothing new to bring in"
    assert not page.agree.isEnabled()
    page.save()
    assert started.toast().startswith("Nothing was new")
    started.office.visit("desk")
    started.key(Qt.Key.Key_Z, CTRL)
    assert started.counts(*KINDS) == {"outside_body": 0, "appointment": 0, "person": 1, "organisation": 1}


def test_the_real_partnerships_beside_them(started: Running) -> None:
    started.brought(started.bring(BODIES))
    page = started.bring(PARTNERSHIPS)
    assert states(page) == {"ready to bring in": 5, "refused": 0, "doubtful": 8}
    started.brought(page)
    assert started.window.current() == "partnerships"
    assert started.counts("partnership", "person", "organisation") == {
        "partnership": 13, "person": 25, "organisation": 12}  # fmt: skip
    started.press("Undo: Brought in a file", started.window.topbar)
    assert started.counts("partnership", *KINDS) == {"partnership": 0, **MADE}


def test_nothing_is_written_before_it_is_agreed(started: Running) -> None:
    page = started.bring(BODIES)
    assert started.register.count("outside_body") == 0
    started.press("Cancel", page)
    assert started.register.count("outside_body") == 0
    assert page.look is None
    assert not page.foot.isVisible()
    assert started.buttons("Choose a file", page)


def test_a_cell_is_mended_in_its_row(started: Running, tmp_path: Path) -> None:
    page = started.bring(as_csv(tmp_path / "a.csv", [["Body", "Seats"], ["Dock Trust", "2"], ["", "1"]]))
    (bad,) = [line for line in page.rows.lines() if line.state == "refused"]
    assert bad.reasons == ("the name is empty. Type it or leave the row out.",)
    page.rows.choose(bad.number)
    page.rows.setFocus()
    started.qtbot.keyClick(page.rows, Qt.Key.Key_Return)
    page.dialog.fields["Body"].editor.set_value("Moor Arts")
    started.press("Use what I typed", page.dialog)
    assert page.agree.text() == "Bring in 2 rows"
    started.brought(page)
    assert [row["name"] for row in started.register.all("outside_body")] == ["Dock Trust", "Moor Arts"]


def test_a_row_is_left_out_and_taken_back(started: Running, tmp_path: Path) -> None:
    page = started.bring(
        as_csv(tmp_path / "a.csv", [["Body", "Seats"], ["Dock Trust", "2"], ["Moor Arts", "1"]])
    )
    page.rows.choose(3)
    started.qtbot.keyClick(page.rows, Qt.Key.Key_Return)
    started.press("Leave the row out", page.dialog)
    assert states(page)["left out"] == 1
    assert page.agree.text() == "Bring in 1 row"
    page.rows.choose(3)
    started.qtbot.keyClick(page.rows, Qt.Key.Key_Return)
    started.press("Take the row back in", page.dialog)
    assert page.agree.text() == "Bring in 2 rows"


def test_what_was_found_right_stays_right(started: Running) -> None:
    page = started.bring(BODIES)
    page.answer(2)
    started.press("It is right as read", page.dialog)
    assert states(page) == {"ready to bring in": 19, "refused": 0, "doubtful": 10}
    page.answer(3)
    started.press("Leave the row out", page.dialog)
    assert states(page) == {"ready to bring in": 19, "refused": 0, "doubtful": 9, "left out": 1}
    page.escape()
    assert states(started.bring(BODIES))["doubtful"] == 10
    assert page.agree.text() == "Bring in 29 rows", "a doubtful row comes in unless it is left out"


def test_a_column_is_left_out_and_the_answers_are_kept(started: Running, tmp_path: Path) -> None:
    path = as_csv(tmp_path / "a.csv", [["Body", "Seats"], ["Dock Trust", "2"], ["", "many"]])
    page = started.bring(path)
    page.answer(3)
    page.dialog.fields["Body"].editor.set_value("Moor Arts")
    started.press("Use what I typed", page.dialog)
    row = next(row for row in page.columns.rows if row.heading == "Seats")
    row.choice.setFocus()
    row.choice.setCurrentIndex(row.choice.findText("Leave out"))
    row.choice.activated.emit(row.choice.currentIndex())
    assert page.look is not None
    assert page.look.mapping["Seats"] is None
    started.brought(page)
    assert [(row["name"], row["seats"]) for row in started.register.all("outside_body")] == [
        ("Dock Trust", None), ("Moor Arts", None)]  # fmt: skip


def test_rows_stand_in_the_order_of_the_file_when_asked(started: Running) -> None:
    page = started.bring(BODIES)
    assert [line.state for line in page.rows.lines()][:12] == ["doubtful"] * 11 + ["ready"]
    started.press("In file order", page)
    assert [line.number for line in page.rows.lines()] == list(range(2, 31))
    started.press("To look at first", page)
    assert page.rows.lines()[0].state == "doubtful"


def test_every_sheet_of_a_workbook_can_be_chosen(started: Running, tmp_path: Path) -> None:
    path = as_xlsx(tmp_path / "all.xlsx", rows_of(BODIES), {"Partnerships": rows_of(PARTNERSHIPS)})
    page = started.bring(path)
    sheet = page.body.asks.sheet
    assert sheet is not None
    assert [sheet.itemText(at) for at in range(sheet.count())] == ["Register", "Partnerships"]
    sheet.setCurrentIndex(1)
    sheet.activated.emit(1)
    started.qtbot.waitUntil(
        lambda: page.look is not None and page.look.entity == "partnership", timeout=20_000
    )
    assert page.head.quiet_words() == "all.xlsx, sheet ‘Partnerships’, 13 rows"
    assert page.body.asks.kind is not None
    assert page.body.asks.kind.value() == "partnership"


def test_what_the_rows_are_can_be_said(started: Running, tmp_path: Path) -> None:
    page = started.bring(as_csv(tmp_path / "a.csv", [["Name", "Notes"], ["Dock Trust", "old"]]))
    kind = page.body.asks.kind
    assert kind is not None
    kind.setCurrentIndex(kind.findData("organisation"))
    kind.activated.emit(kind.currentIndex())
    started.brought(page)
    assert started.register.find("organisation", "Dock Trust")
    assert started.window.current() == "partners"


def jpeg(folder: Path) -> Path:
    path = folder / "photo.xlsx"
    path.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 20)
    return path


def folder_of(folder: Path) -> Path:
    (folder / "folder.csv").mkdir()
    return folder / "folder.csv"


def truncated(folder: Path) -> Path:
    path = as_xlsx(folder / "cut.xlsx", rows_of(BODIES))
    path.write_bytes(path.read_bytes()[:3000])
    return path


def bomb(folder: Path) -> Path:
    path = as_xlsx(folder / "bomb.xlsx", [["Name"], ["x"]])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet2.xml", b"0" * 400_000_000)
    return path


@pytest.mark.parametrize("make", [jpeg, folder_of, truncated, bomb])
def test_a_bad_file_is_a_sentence_and_changes_nothing(
    make: Callable[[Path], Path], started: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = started.register.history(limit=1)[0].entry
    choosing(monkeypatch, make(tmp_path))
    page = started.office.visit("import")
    started.qtbot.mouseClick(started.buttons("Choose a file", page)[0], Qt.MouseButton.LeftButton)
    started.qtbot.waitUntil(lambda: bool(started.toast()), timeout=20_000)
    assert started.toast().endswith(".")
    assert page.look is None
    assert started.register.history(limit=1)[0].entry == before
    started.brought(started.bring(BODIES))
    assert started.register.count("outside_body") == 29


def test_cancel_while_reading_leaves_the_page_empty(started: Running) -> None:
    page = started.office.visit("import")
    page.open(BODIES)
    (box,) = page.findChildren(QProgressDialog)
    box.canceled.emit()
    started.qtbot.waitUntil(lambda: bool(started.toast()), timeout=20_000)
    assert started.toast() == "Stopped. Nothing was written."
    assert page.look is None


def test_cancel_while_writing_takes_everything_back(started: Running, tmp_path: Path) -> None:
    rows = [["Body", "Seats"], *([f"Trust {n}", "1"] for n in range(3000))]
    page = started.bring(as_csv(tmp_path / "many.csv", rows))
    assert page.rows.lines()
    page.bring_in()
    box = page.findChildren(QProgressDialog)[-1]
    box.canceled.emit()
    started.qtbot.waitUntil(lambda: bool(started.toast()), timeout=30_000)
    assert started.toast() == "Stopped. Nothing was written."
    assert started.register.count("outside_body") == 0
    assert page.look is not None, "what was understood is still there"


def test_a_second_window_cannot_bring_in(started: Running) -> None:
    started.register.read_only = True
    page = started.bring(BODIES)
    assert not page.agree.isEnabled()
    page.save()
    assert started.toast() == "This register can only be read here."


def test_every_control_has_a_name(started: Running) -> None:
    page = started.bring(BODIES)
    assert unnamed(page) == []
    page.answer(2)
    assert unnamed(page.dialog) == []
    page.dialog.reject()
