"""Every page of the sample: named, reached by Tab in eye order, at rest, nothing cut at 100% and 200%."""

import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QScrollArea, QWidget

from pmdesk.ui.accessible import unnamed
from pmdesk.ui.theme import apply_theme
from tests.exchange.made_files import BODIES
from tests.running import Running, copy_of
from tests.ui.pages.test_conflicts import part_and_meet

# Pages as high as their words, and the most that they leave empty under the last of them, at 200%.
ALL_WORDS = ("exchange", "laptops", "backups", "hub", "conflicts", "erasing", "retention", "settings", "desk")
BELOW = 80
KEYS = (
    "year-in-pictures",
    *("desk", "partnerships", "bodies", "members", "milestones", "partners", "papers", "import", "settings"),
    *("help", "annual-update", "progress-update", "plans", "plans:gaps", "plans:by-theme", "plans:objective"),
    *("measures", "measures:EN02", "readings", "readings:EN02", "rating-rules", "annual-updates", "gaps"),
    "annual-council",
    "conflicts",
    "exchange",
    "backups",
    "laptops",
    "hub",
    "challenges",
    "tensions",
    "suggestions",
    "send-returns",
    "receive-returns",
    *("scrutiny", "scrutiny:looks"),
    *("erasing", "retention"),
    *("health-checks", "health-checks:answer", "validations"),
    "practice",
)


@pytest.fixture
def sample(run: Running, sample_file: Path) -> Running:
    run.program.open(copy_of(sample_file, run.folder))
    run.activate()
    run.window.resize(1440, 900)
    return run


def visit(run: Running, key: str) -> QWidget:
    arguments: dict[str, object] = {
        kind.replace("_", "-"): run.register.all(kind)[0]["id"]
        for kind in ("annual_update", "progress_update")
    }
    if key == "import":
        run.bring(BODIES)
    if key == "erasing":
        arguments[key] = run.register.find("person", "June Whitcombe")[0]["id"]
    if key == "conflicts":
        part_and_meet(run.register, Path(shutil.copy(str(run.register.path), run.folder / "there.pmdesk")))
    key, _colon, given = key.partition(":")
    if given == "objective":
        arguments[key] = run.register.find("objective", "Less waste")[0]["id"]
    elif given == "answer":
        open_one = run.register.all("health_box", closed_on=None)[0]["health_check"]
        run.office.visit(key, ("answer", open_one))
        return run.office.visit(key)
    elif given:
        found = run.register.find("measure", given)
        arguments[key] = found[0]["id"] if found else given
    page = run.office.visit(key, arguments.get(key))
    run.qtbot.wait(30)
    return page


@pytest.mark.parametrize("key", KEYS)
def test_every_page(sample: Running, key: str) -> None:
    page = visit(sample, key)
    assert unnamed(sample.window) == []
    stands_well(sample, page, key, (1440, 900))
    reached = walk(sample)
    assert unreached(page, reached) == []
    assert out_of_order(page, reached) == []
    apply_theme(sample.program.app, "light", 2.0)
    stands_well(sample, page, key, (1366, 768))


def stands_well(run: Running, page: QWidget, key: str, size: tuple[int, int]) -> None:
    """In a window of this size nothing is cut or scrolls where there is nothing, and it comes to rest."""
    run.window.resize(*size)
    for _again in range(20):  # a busy machine lays a page out later
        run.qtbot.wait(60)
        if not cut(page):
            break
    assert cut(page) == []
    assert at_rest(run), "it is laid out again and again"
    assert sideways(page) == 0
    assert key not in ALL_WORDS or below(page) <= BELOW, "it scrolls into nothing"
    assert run.window.width() == size[0]


class LaidOut(QObject):
    """Counts how often something asks to be laid out."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.LayoutRequest
        return False


def at_rest(run: Running) -> bool:
    """Whether a window that nobody touches soon has nothing more to lay out: else it eats a battery."""
    laid = LaidOut()
    run.program.app.installEventFilter(laid)
    try:
        for _again in range(20):
            laid.times = 0
            run.qtbot.wait(40)
            if not laid.times:
                return True
    finally:
        run.program.app.removeEventFilter(laid)
    return False


def cut(page: QWidget) -> list[str]:
    """Labels and buttons that have less room than their words need."""
    found = []
    for button in page.findChildren(QAbstractButton):
        if button.text() and button.sizeHint().width() - button.width() > 2 and in_sight(button):
            found.append(f"{button.text()[:40]!r} {button.width()} needs {button.sizeHint().width()}")
    for one in page.findChildren(QLabel):
        if not one.text() or not in_sight(one):
            continue
        wide = 0 if one.wordWrap() else one.sizeHint().width() - one.width()
        needed = one.heightForWidth(one.width()) if one.hasHeightForWidth() else one.sizeHint().height()
        if wide > 2 or needed - one.height() > 2:
            found.append(
                f"{one.text()[:40]!r} {one.width()}x{one.height()} needs {one.sizeHint().width()}x{needed}"
            )
    return found


def scrolling(page: QWidget) -> list[QScrollArea]:
    areas = [area for area in page.findChildren(QScrollArea) if area.isVisible() and area.widget()]
    return [area for area in areas if area.widget().objectName() == "page"]


def sideways(page: QWidget) -> int:
    """How far a page scrolls to the side."""
    return max((area.horizontalScrollBar().maximum() for area in scrolling(page)), default=0)


def below(page: QWidget) -> int:
    """How much a page that scrolls leaves empty under its last words."""
    most = 0
    for area in scrolling(page):
        inner = area.widget()
        parts = [one for one in inner.findChildren(QWidget) if one.isVisible()]
        in_sight = [one for one in parts if isinstance(one, QLabel) or not one.findChildren(QWidget)]
        lowest = max((one.mapTo(inner, QPoint(0, one.height())).y() for one in in_sight), default=0)
        if area.verticalScrollBar().maximum() > 0:
            most = max(most, inner.height() - lowest)
    return most


def in_sight(widget: QWidget) -> bool:
    return widget.isVisible() and not widget.visibleRegion().isEmpty()


def walk(run: Running) -> list[QWidget]:
    """Everything that Tab comes to, twice round the window: what it comes to first may open something."""
    window, reached = run.window, list[QWidget]()
    run.activate()
    window.sidebar.focus_current()
    start, rounds = window.focusWidget(), 0
    for _step in range(400):
        now = window.focusWidget()
        if now is None or rounds == 2:
            break
        if now not in reached:
            reached.append(now)
        run.qtbot.keyClick(now, Qt.Key.Key_Tab)
        if window.focusWidget() is now:
            # A text that keeps Tab for itself lets go by Ctrl+Tab.
            run.qtbot.keyClick(now, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
        rounds += window.focusWidget() is start
    return reached


def unreached(page: QWidget, reached: list[QWidget]) -> list[str]:
    """What could take the keyboard and is never come to; one radio button or entry stands for its group."""
    wanted = []
    for one in page.findChildren(QWidget):
        takes = one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible() and one.isEnabled()
        inner = isinstance(one.parentWidget(), QAbstractScrollArea) or one.objectName().startswith("qt_")
        if takes and not inner and one.focusProxy() is None and one.window() is page.window():
            wanted.append(one)
    missing = [one for one in wanted if one not in reached and not one.inherits("QRadioButton")]
    groups = {(type(one), one.parentWidget()) for one in reached if type(one).__name__ == "_Entry"}
    missing = [one for one in missing if (type(one), one.parentWidget()) not in groups]
    return [f"{type(one).__name__} {one.accessibleName()!r}" for one in missing]


def out_of_order(page: QWidget, reached: list[QWidget]) -> list[str]:
    """Steps of Tab inside one pane that go up the page: tolerant of what stands on one line."""
    inside = [one for one in reached if page.isAncestorOf(one)]
    wrong = []
    for before, after in pairwise(inside):
        if pane(before, page) is not pane(after, page):
            continue
        first, second = place(before, page), place(after, page)
        above = second.y() + after.height() <= first.y()
        beside = abs(first.y() - second.y()) < 12 and second.x() < first.x()
        # A column to the right may begin higher: a step to the right is a step on.
        if (above and second.x() <= first.x() + 8) or beside:
            wrong.append(f"{before.accessibleName()!r} -> {after.accessibleName()!r}")
    return wrong


def pane(widget: QWidget, page: QWidget) -> QWidget:
    """The scrolling part a widget stands in, or the page."""
    one = widget.parentWidget()
    while one is not None and one is not page and not isinstance(one, QAbstractScrollArea):
        one = one.parentWidget()
    return one or page


def place(widget: QWidget, page: QWidget) -> QPoint:
    return widget.mapTo(page, QPoint(0, 0))
