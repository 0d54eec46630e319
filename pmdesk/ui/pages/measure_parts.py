"""Parts of a measure's page: the way here and on, the note asked for, the frame of the chart and the side."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pmdesk.figures.measure_page import MeasurePage
from pmdesk.figures.record_page import Lead
from pmdesk.figures.trajectory import TrajectoryFigures
from pmdesk.ui.buttons import flat, menu_button, secondary, tool
from pmdesk.ui.icons import pixmap
from pmdesk.ui.labels import label
from pmdesk.ui.page import scrolled
from pmdesk.ui.pages.measure_side import Mark
from pmdesk.ui.small_table import Cell, Column, SmallTable
from pmdesk.ui.theme import px, scale, tall, token
from pmdesk.ui.words import _

Go = Callable[[Lead], object]
LONGEST, CHART, ARROW, LARGE = 44, 292, 14, 1.4


class Way(QWidget):
    """'Measures > Wendle Waste Partnership' at the left, '7 of 29' and the ways on at the right."""

    def __init__(self, go: Go, step: Callable[[int], object]) -> None:
        super().__init__()
        self._go, self._partnership = go, ""
        self.up = flat(_("Measures"), lambda: go(Lead("list")))
        self.name = flat("", self._to_partnership)
        self.arrow = _Chevron()
        self.place = label("", "small", wrap=False)
        self.before = tool("left", _("Measure before"), lambda: step(-1))
        self.after = tool("right", _("Next measure"), lambda: step(1))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        parts: tuple[QWidget, ...] = (self.up, self.arrow, self.name, self.place, self.before, self.after)
        for part in parts:
            row.addWidget(part)
        row.insertStretch(3, 1)

    def show_way(self, page: MeasurePage, place: int, of: int) -> None:
        """`place` is counted from 1 in the list's present order, 0 when the list leaves the measure out."""
        self._partnership = page.partnership_id
        name, most = page.partnership, LONGEST if scale() < LARGE else LONGEST // 2
        # A long name would push the way on out of the window.
        self.name.set_word(name if len(name) <= most else f"{name[: most - 1].rstrip()}…")
        self.name.setAccessibleName(name)
        self.name.setToolTip(name)
        self.name.setVisible(bool(name))
        self.arrow.setVisible(bool(name))
        self.place.setText(_("{n} of {of}", n=place, of=of) if place else "")
        self.before.setEnabled(place > 1)
        self.after.setEnabled(0 < place < of)

    def _to_partnership(self) -> None:
        self._go(Lead("partnerships", self._partnership))


class _Chevron(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(px(ARROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        side = px(ARROW)
        arrow = pixmap("right", "quiet", side, self.devicePixelRatioF())
        QPainter(self).drawPixmap(0, (self.height() - side) // 2, arrow)


class Ask(QFrame):
    """What is asked of a measure, and the button that leads to where it is answered.

    What was missed is explained; a challenge of its score is read with its reply.
    """

    def __init__(self, go: Go, word: str, icon: str, shape: str = "missed") -> None:
        super().__init__()
        self._go, self._lead = go, Lead("")
        self.words = label("", "list")
        self.button = secondary(word, lambda: self._go(self._lead), icon)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 12, 0, 0)
        row.setSpacing(12)
        row.addWidget(Mark(shape), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.hide()

    def show_ask(self, ask: tuple[str, Lead] | None) -> None:
        self.setVisible(ask is not None)
        if ask:
            self._lead = ask[1]
            self.words.setText(ask[0])


class ChartPart(QWidget):
    """The chart's finding as its heading, what can be done with it, and the place for it or for its table."""

    def __init__(self, toggle: Callable[[], object], picture: Callable[[], object]) -> None:
        super().__init__()
        self.finding = label("", "section")
        self.toggle = flat(_("Show as table"), toggle, "table")
        self.menu = menu_button(
            "", [(_("Save chart as a picture…"), picture)], name=_("More about the chart")
        )
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.finding, 1)
        head.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.menu, 0, Qt.AlignmentFlag.AlignVCenter)
        # The page keeps its shape while the chart is still to be drawn.
        self.room = QWidget()
        self.room.setMinimumHeight(tall(CHART))
        self.place = QVBoxLayout(self.room)
        self.place.setContentsMargins(0, 0, 0, 0)
        self.table = SmallTable(
            [Column(_("Period"), 108, strong=True), Column(_("Value"), 76, "right", True),
             Column(_("Path"), 76, "right"), Column(_("Difference"), 92, "right"), Column(_("Rating"), 96),
             Column(_("Direction"), 152), Column(_("Forecast"), 120, "right")], _("The chart as a table"),
        )  # fmt: skip
        self.table.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.room)
        column.addWidget(self.table)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def say(self, figures: TrajectoryFigures) -> None:
        """Put the finding over the chart; nothing is shown while there is nothing to draw."""
        self.finding.setText(figures.finding)
        self.setVisible(bool(figures.rows or figures.aims))

    def show_table(self, figures: TrajectoryFigures | None) -> None:
        """The chart's numbers in its place; the chart again for None."""
        self.room.setVisible(figures is None)
        self.table.setVisible(figures is not None)
        if figures is None:
            return
        self.table.setAccessibleName(_("Table: {finding}", finding=figures.finding))
        self.table.set_rows([
            [Cell(row.period), Cell(row.value), Cell(row.path), Cell(row.difference),
             Cell(row.rating, state=row.shape), Cell(row.direction, row.change), Cell(row.forecast)]
            for row in figures.rows
        ])  # fmt: skip


class SideArea(QWidget):
    """The pane at the right, its own scrolling and a hairline at its left."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self.area = scrolled(inner)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 0, 0, 0)
        row.addWidget(self.area)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, 1, self.height(), token("hairline"))
