"""The chart as a picture, with a window and without one."""

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pmdesk.domain.check import Refused
from pmdesk.ui.charts.picture import make_picture, save_timeline_picture
from pmdesk.ui.theme import apply_theme, mode, token
from tests.actions.paper_story import TODAY, council
from tests.ui.charts.chart_figures import example


def test_a_png_on_white_whatever_the_window_wears(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    apply_theme(qapp, "dark", 1.5)
    try:
        save_timeline_picture(example(), tmp_path / "chart.png")
        assert mode() == "dark"
        assert token("background").name() == "#14181f"
    finally:
        apply_theme(qapp, "light")
    image = QImage(str(tmp_path / "chart.png"))
    assert image.width() == 2464
    colours = {
        image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)
    }
    assert image.pixelColor(2, 2).name() == "#ffffff"
    assert {"#b3261e", "#8a5200", "#17734a"} <= colours
    assert image.text("Description") == example().summary


def test_an_svg_holds_vectors_and_words(qtbot: QtBot, tmp_path: Path) -> None:
    save_timeline_picture(example(), tmp_path / "chart.svg")
    text = (tmp_path / "chart.svg").read_text(encoding="utf-8")
    drawn = ElementTree.fromstring(text)
    kinds = {each.tag.rpartition("}")[2] for each in drawn.iter()}
    assert "image" not in kinds
    assert {"path", "polygon", "text"} & kinds
    assert "Bus station design agreed" in text
    assert "#b3261e" in text


def test_without_a_window(tmp_path: Path) -> None:
    asked = (
        "import sys; from pathlib import Path; from tests.ui.charts.chart_figures import example;"
        "from pmdesk.ui.charts.picture import save_timeline_picture;"
        "save_timeline_picture(example(), Path(sys.argv[1]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", asked, str(tmp_path / "a.png")],
        check=False,
        timeout=120,
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")


def test_a_partnership_by_its_name(qtbot: QtBot, tmp_path: Path) -> None:
    register, _ids = council(tmp_path)
    with register:
        out = make_picture(register, tmp_path / "a.png", "wendle valley town centre board", "en", TODAY)
        assert QImage(str(out)).height() == 2 * (2 * 24 + 32 + 28 + 32 + 3 * 32 + 24)
        with pytest.raises(Refused, match="no milestones to draw"):
            make_picture(register, tmp_path / "b.png", "Arts grant", "en", TODAY)
        with pytest.raises(Refused, match="There is no"):
            make_picture(register, tmp_path / "b.png", "Nobody", "en", TODAY)
