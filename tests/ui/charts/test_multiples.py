"""Small multiples by keyboard, by mouse and by ear; a hundred of them draw only what is seen."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pmdesk.domain.words import words_in
from pmdesk.figures.challenge_marks import Mark
from pmdesk.figures.multiples import MultiplesFigures, Tile, multiples
from pmdesk.ui.charts.multiples import Multiples, across, tile_box
from pmdesk.ui.theme import apply_theme
from tests.figures.measure_example import EN02, ch8, en02, made

WORDS = words_in("en")


def several() -> MultiplesFigures:
    others = [made({**EN02, "id": f"m{n}", "title": f"Measure {n}"}) for n in range(3)]
    return multiples([en02(), ch8(), *others], WORDS)


@pytest.fixture
def tiles(qtbot: QtBot, qapp: QApplication) -> Multiples:
    apply_theme(qapp, "light", 1.0)
    made = Multiples()
    qtbot.addWidget(made)
    made.resize(820, 500)
    made.set_figures(several())
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_arrows_go_through_the_grid(tiles: Multiples, qtbot: QtBot) -> None:
    assert across(tiles.width()) == 3
    found = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left,
                Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_Home):  # fmt: skip
        qtbot.keyClick(tiles, key)
        tile = tiles.tile_in_hand()
        found.append(tile.id if tile else "")
    assert found == ["ch8", "m2", "m2", "ch8", "en02", "en02", "m2", "en02"]


def test_what_is_in_hand_is_said(tiles: Multiples) -> None:
    assert tiles.accessibleName() == (
        "Measures as small charts: EN02 Household waste recycled, 46.9% in 2025-26 Q4, close, "
        "Heading 1.8 points short of target"
    )
    assert tiles.accessibleDescription() == "1 of 5 measures met or close, 1 missed"


def test_enter_and_a_click_open_the_measure(tiles: Multiples, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tiles.opened) as opened:
        qtbot.keyClick(tiles, Qt.Key.Key_Return)
    assert opened.args == ["en02"]
    at = tile_box(4, tiles.width()).center().toPoint()
    with qtbot.waitSignal(tiles.opened) as opened:
        qtbot.mouseClick(tiles, Qt.MouseButton.LeftButton, pos=at)
    assert opened.args == ["m2"]


def test_the_tile_in_hand_stays_when_the_register_changes(tiles: Multiples, qtbot: QtBot) -> None:
    qtbot.keyClick(tiles, Qt.Key.Key_Right)
    tiles.set_figures(multiples([made({**EN02, "id": "new"}), ch8()], WORDS))
    tile = tiles.tile_in_hand()
    assert tile is not None
    assert tile.id == "ch8"
    tiles.set_figures(multiples([], WORDS))
    assert tiles.tile_in_hand() is None
    assert tiles.heightForWidth(820) == 0
    qtbot.keyClick(tiles, Qt.Key.Key_Return)


def test_tiles_fill_the_width_and_wrap() -> None:
    for width in (240, 500, 820, 1400):
        boxes = [tile_box(at, width) for at in range(7)]
        assert max(box.right() for box in boxes) <= width + 0.01
        assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])


def test_only_what_is_seen_is_drawn(tiles: Multiples, monkeypatch: pytest.MonkeyPatch) -> None:
    from pmdesk.ui.charts import multiples as module

    drawn: list[str] = []
    real = module.draw_tile

    def noted(painter: QPainter, tile: Tile, box: QRectF, hover: bool = False) -> None:
        drawn.append(tile.id)
        real(painter, tile, box, hover)

    monkeypatch.setattr(module, "draw_tile", noted)
    tiles.resize(820, 500)
    tiles.set_figures(multiples([made({**EN02, "id": f"m{n}"}) for n in range(100)], WORDS))
    tiles.grab(tile_box(0, 820).toRect())
    assert 1 <= len(set(drawn)) <= 6


def test_a_challenge_of_the_score_is_drawn_and_said(tiles: Multiples) -> None:
    plain = tiles.grab().toImage()
    tiles.set_figures(multiples([en02()], WORDS, {"en02": Mark("1", "Challenged: late", "Why?")}))
    assert "close, Challenged: late, Heading" in tiles.accessibleName()
    tiles.repaint()
    marked = tiles.grab().toImage()
    tiles.set_figures(multiples([en02()], WORDS))
    assert plain != marked != tiles.grab().toImage()
