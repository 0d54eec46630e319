"""A PDF on the screen: its pages drawn when they come into sight, its words for who hears it."""

import io

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from pmdesk.ui.preview import FIT, Preview


def pdf(pages: int) -> bytes:
    held = io.BytesIO()
    canvas = Canvas(held, pagesize=(595, 842), invariant=1)
    for page in range(1, pages + 1):
        canvas.drawString(72, 700, f"This is page {page}.")
        canvas.rect(100, 300, 300, 200, fill=1)
        canvas.showPage()
    canvas.save()
    return held.getvalue()


@pytest.fixture
def preview(qtbot: QtBot) -> Preview:
    made = Preview()
    qtbot.addWidget(made)
    made.resize(640, 480)
    made.set_pdf(pdf(12), "Annual update")
    with qtbot.waitExposed(made):
        made.show()
    return made


def drawn(preview: Preview) -> list[int]:
    return [at for at, sheet in enumerate(preview._sheets, 1) if sheet.is_drawn()]


def test_only_pages_in_sight_are_drawn(preview: Preview) -> None:
    preview.grab()
    assert drawn(preview) == [1]
    preview.go_to(8)
    preview.grab()
    assert 8 in drawn(preview)
    assert 5 not in drawn(preview)


def test_what_is_drawn_is_the_page(preview: Preview) -> None:
    image = preview.grab().toImage()
    assert image.pixelColor(image.width() // 3, image.height() // 8).name() == "#ffffff"
    preview.verticalScrollBar().setValue(round(450 * preview.zoom() * 96 / 72))
    image = preview.grab().toImage()
    assert image.pixelColor(image.width() * 2 // 5, 30).name() == "#000000"


def test_page_keys_and_what_is_said(preview: Preview, qtbot: QtBot) -> None:
    assert preview.accessibleName() == "Preview of Annual update, page 1 of 12"
    with qtbot.waitSignal(preview.page_changed) as changed:
        qtbot.keyClick(preview, Qt.Key.Key_PageDown)
    assert changed.args == [2, 12]
    assert preview.accessibleDescription() == "This is page 2."
    qtbot.keyClick(preview, Qt.Key.Key_End)
    assert preview.page() == 12
    qtbot.keyClick(preview, Qt.Key.Key_Home)
    assert preview.page() == 1


def test_zoom_keeps_the_page(preview: Preview, qtbot: QtBot) -> None:
    preview.go_to(5)
    before = preview.zoom()
    qtbot.keyClick(preview, Qt.Key.Key_Plus)
    assert preview.zoom() > before
    assert preview.page() == 5
    preview.set_zoom(FIT)
    assert preview.zoom() == pytest.approx(before)


def test_another_paper_begins_at_its_top_and_nothing_is_nothing(preview: Preview) -> None:
    preview.go_to(9)
    preview.set_pdf(pdf(12), "Annual update")
    assert preview.page() >= 8
    preview.set_pdf(pdf(2), "Progress report")
    assert preview.page() == 1
    preview.clear()
    assert (preview.page(), preview.page_count()) == (0, 0)
