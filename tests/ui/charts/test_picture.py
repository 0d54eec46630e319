"""The chart as a picture, with a window and without one."""

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pmdesk.actions.records import save
from pmdesk.domain.attainment import Attainment
from pmdesk.domain.check import Refused
from pmdesk.domain.words import words_in
from pmdesk.figures.attainment_bars import attainment_bars
from pmdesk.figures.health_spread import spread_figure
from pmdesk.figures.multiples import multiples
from pmdesk.figures.trajectory import trajectory
from pmdesk.ui.charts.picture import (
    make_measure_picture,
    make_picture,
    make_plan_picture,
    save_attainment_picture,
    save_multiples_picture,
    save_spread_picture,
    save_timeline_picture,
    save_trajectory_picture,
)
from pmdesk.ui.theme import apply_theme, mode, token
from tests.actions.paper_story import TODAY, council
from tests.figures.health_made import closed
from tests.figures.measure_example import EN02, ch8, en02
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


def test_a_trajectory_with_its_title_its_finding_and_its_key(qtbot: QtBot, tmp_path: Path) -> None:
    figures = trajectory(en02(), words_in("en"))
    save_trajectory_picture(figures, tmp_path / "a.svg")
    text = (tmp_path / "a.svg").read_text(encoding="utf-8")
    for said in ("EN02 Household waste recycled", figures.finding, "Missed", "Floor 43.0", "Path to target"):
        assert said in text, said
    assert "<image" not in text
    save_trajectory_picture(figures, tmp_path / "a.png")
    image = QImage(str(tmp_path / "a.png"))
    assert image.text("Description") == figures.summary
    assert image.width() == 2 * (960 + 48)
    # A line of a pixel and a half is three dots wide where a pixel has two; its edges are mixed.
    column = [image.pixelColor(image.width() // 3, y).name() for y in range(image.height())]
    assert column.count("#d55e00") >= 2


def test_a_picture_has_nothing_in_hand(qtbot: QtBot, tmp_path: Path) -> None:
    """The plate that the keyboard or the mouse calls up belongs to the window."""
    save_trajectory_picture(trajectory(en02(), words_in("en")), tmp_path / "a.svg")
    assert (tmp_path / "a.svg").read_text(encoding="utf-8").count(">2025-26 Q4: 46.9<") == 0


def test_small_multiples_under_the_name_of_their_plan(qtbot: QtBot, tmp_path: Path) -> None:
    figures = multiples([en02(), ch8()], words_in("en"))
    save_multiples_picture(figures, "Climate plan", tmp_path / "a.svg")
    text = (tmp_path / "a.svg").read_text(encoding="utf-8")
    for said in ("Climate plan", "CH8 Days lost to sickness", "Heading 1.8 points short of target"):
        assert said in text, said
    save_multiples_picture(figures, "Climate plan", tmp_path / "a.png")
    assert "CH8 Days lost to sickness: " in QImage(str(tmp_path / "a.png")).text("Description")


def test_a_measure_by_its_code(qtbot: QtBot, tmp_path: Path) -> None:
    register, _ids = council(tmp_path)
    with register:
        id, _ = save(register, "measure", {name: value for name, value in EN02.items() if name != "id"})
        save(register, "reading", {"measure": id, "period": "2025-26 Q4", "value": "46.9"})
        out = make_measure_picture(register, tmp_path / "a.svg", "en02", "en", TODAY)
        assert "No target yet; the latest is 46.9%" in out.read_text(encoding="utf-8")
        with pytest.raises(Refused, match="There is no"):
            make_measure_picture(register, tmp_path / "b.svg", "EN99", "en", TODAY)


def test_a_plan_by_its_name(qtbot: QtBot, tmp_path: Path) -> None:
    register, _ids = council(tmp_path)
    with register:
        plan, _ = save(register, "plan", {"name": "Climate plan"})
        with pytest.raises(Refused, match="no measures to draw"):
            make_plan_picture(register, tmp_path / "b.svg", "climate plan", "en", TODAY)
        objective, _ = save(register, "objective", {"name": "Less waste", "plan": plan})
        save(register, "measure", {"title": "Tonnes buried", "objective": objective})
        out = make_plan_picture(register, tmp_path / "a.svg", "climate plan", "en", TODAY)
        text = out.read_text(encoding="utf-8")
    assert "Climate plan" in text
    assert "Tonnes buried" in text


def test_attainment_under_the_name_of_its_partner(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    figures = attainment_bars([("2025-26", Attainment(17, 20, 1, {"": 3}))], words_in("en"))
    apply_theme(qapp, "dark", 1.5)
    try:
        save_attainment_picture(figures, "Wendleshire Police", tmp_path / "chart.png")
    finally:
        apply_theme(qapp, "light")
    image = QImage(str(tmp_path / "chart.png"))
    assert image.pixelColor(2, 2).name() == "#ffffff"
    assert image.text("Description") == f"Wendleshire Police. {figures.summary}"
    save_attainment_picture(figures, "Wendleshire Police", tmp_path / "chart.svg")
    text = (tmp_path / "chart.svg").read_text(encoding="utf-8")
    assert "17 of 20 (85%)" in text
    assert "Wendleshire Police: Targets met in 2025-26: 17 of 20 (85%)" in text


def test_the_spread_of_a_health_check_under_its_name(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    figure = spread_figure(closed(), words_in("en"))
    save_spread_picture(figure, "How we work together", tmp_path / "chart.png")
    image = QImage(str(tmp_path / "chart.png"))
    assert image.text("Description") == f"How we work together. {figure.summary}"
    save_spread_picture(figure, "How we work together", tmp_path / "chart.svg")
    assert figure.rows[0].label in (tmp_path / "chart.svg").read_text(encoding="utf-8")
