"""The small chart on the desk, painted."""

from pytestqt.qtbot import QtBot

from pmdesk.figures.returns import ReturnsCurve
from pmdesk.ui.charts.returns import ReturnsChart
from pmdesk.ui.theme import token

CURVE = ReturnsCurve(
    "Returns are 7 behind this day last year", "2026-03-02", "2026-04-17", "2026-04-27",
    (("2026-03-02", 0), ("2026-04-01", 12), ("2026-04-27", 31)), (("2026-03-02", 0), ("2026-04-27", 38)),
)  # fmt: skip


def colours(chart: ReturnsChart) -> set[str]:
    image = chart.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_it_says_its_finding_and_both_ends(qtbot: QtBot) -> None:
    chart = ReturnsChart()
    qtbot.addWidget(chart)
    chart.set_curve(CURVE)
    assert chart.accessibleName() == "Returns are 7 behind this day last year"
    assert chart.accessibleDescription() == "This year 31. Last year 38"
    assert token("accent").name() in colours(chart)


def test_one_year_alone_and_none(qtbot: QtBot) -> None:
    chart = ReturnsChart()
    qtbot.addWidget(chart)
    chart.set_curve(
        ReturnsCurve("1 return is in", "2026-04-26", None, "2026-04-27", (("2026-04-27", 1),), ())
    )
    chart.grab()
    assert chart.accessibleDescription() == "This year 1"
    chart.set_curve(None)
    assert not chart.isVisibleTo(None)


def test_the_desk_does_not_wait_for_the_chart_library() -> None:
    import subprocess
    import sys

    asked = (
        "import sys, pmdesk.ui.pages.desk, pmdesk.ui.pages.milestones, pmdesk.ui.pages.papers;"
        "sys.exit(any(name in sys.modules for name in ('numpy', 'pyqtgraph', 'pypdfium2', 'reportlab')))"
    )
    assert subprocess.run([sys.executable, "-c", asked], check=False, timeout=60).returncode == 0
