"""The map of partnerships as a page: finding, map or table, larger and smaller, saved as a picture."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from pmdesk.actions.partnership_lines import read_tree
from pmdesk.figures.partnership_map import PartnershipMap, partnership_map
from pmdesk.ui.buttons import flat, menu_button, quiet
from pmdesk.ui.charts.partnership_map import STEP, PartnershipMapChart
from pmdesk.ui.context import Context
from pmdesk.ui.doing import do
from pmdesk.ui.empty import Empty
from pmdesk.ui.labels import label
from pmdesk.ui.page import MARGIN, PageHead, scrolled
from pmdesk.ui.pages.view_switch import ViewSwitch
from pmdesk.ui.small_table import Cell, Column, SmallTable
from pmdesk.ui.words import _, spoken


class PartnershipsMap(QWidget):
    """`opened` gives the id of a partnership; `switch` leads back to list and outline."""

    opened = Signal(str)

    def __init__(self, context: Context, switch: ViewSwitch) -> None:
        super().__init__()
        self._context, self.switch = context, switch
        self.figures: PartnershipMap | None = None
        self._as_table, self._rows = False, list[str]()
        self.head, self.finding = PageHead(_("Partnerships")), label("", "section")
        self.smaller = quiet(_("Smaller"), lambda: self._zoom(-STEP))
        self.larger = quiet(_("Larger"), lambda: self._zoom(STEP))
        self.menu = menu_button(
            "", [(_("Save map as a picture…"), self.ask_picture)], name=_("More about the map")
        )
        for part in (self.smaller, self.larger, self.menu):
            self.head.add_action(part)
        self.toggle = flat(_("Show as table"), self._turn, "table")
        self.chart = PartnershipMapChart()
        self.chart.opened.connect(self.opened)
        self.chart.chosen.connect(self._bring_into_sight)
        # The page has its new size only once the event loop runs again.
        self.chart.zoomed.connect(lambda: QTimer.singleShot(0, self, self._bring_into_sight))
        self.table = SmallTable(
            [Column(_("Partnership"), 28, strong=True), Column(_("Reports to"), 24), Column(_("Reports"), 16),
             Column(_("Last report"), 20), Column(_("Line"), 12)], _("Who reports to whom"),
        )  # fmt: skip
        self.table.activated_cell.connect(lambda row, _column: self._open_row(row))
        self.empty = Empty(_("Partnerships and the sub-groups that report to them are drawn here."))
        self._lay_out()

    def refresh(self, in_hand: str = "") -> None:
        """Read the register and draw anew; what is in hand stays, or `in_hand` is."""
        words = spoken()
        branches = read_tree(self._context.register, self._context.today, words)
        self.figures = partnership_map(branches, words)
        self.finding.setText(self.figures.finding)
        self.chart.set_figures(self.figures, in_hand or self.chart.in_hand)
        self.table.set_rows([
            [Cell(each.title), Cell(each.parent_title), Cell(each.interval), Cell(each.beyond or each.last),
             Cell(each.pill[1], state=each.pill[0]) if each.pill else Cell()]
            for each in branches
        ])  # fmt: skip
        self._rows = [each.id for each in branches]
        self._choose_parts()

    def focus(self) -> None:
        """The keyboard goes to the map or its table."""
        (self.table if self._as_table else self.chart).setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_picture(self) -> None:
        """Ask where the picture shall lie and save it there."""
        start = str(Path.home() / _("Partnerships.png"))
        kinds = f"{_('Picture')} (*.png);;{_('Drawing')} (*.svg)"
        chosen, kind = QFileDialog.getSaveFileName(self, _("Save map as a picture"), start, kinds)
        if chosen:
            path = Path(chosen)
            ending = ".svg" if "svg" in kind else ".png"
            named = path.suffix.lower() in (".png", ".svg")
            self.save_picture(path if named else path.with_name(path.name + ending))

    def save_picture(self, path: Path) -> None:
        """Save the map as a picture; what could not be written is said."""
        from pmdesk.ui.charts.picture import save_partnership_map_picture

        figures = self.figures
        if figures and do(self._context, lambda: save_partnership_map_picture(figures, path)):
            self._context.toast(_("Saved {name}.", name=path.name))

    def _lay_out(self) -> None:
        holder = QWidget()
        holder.setObjectName("page")
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(MARGIN - 4, 4, MARGIN, MARGIN)
        inside.addWidget(self.chart)
        inside.addWidget(self.table)
        inside.addWidget(self.empty)
        inside.addStretch(1)
        self._area = scrolled(holder)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        top = QVBoxLayout()
        top.setContentsMargins(MARGIN, 16, MARGIN, 8)
        top.setSpacing(12)
        top.addWidget(self.head)
        top.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        found = QHBoxLayout()
        found.addWidget(self.finding, 1)
        found.addWidget(self.toggle)
        top.addLayout(found)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._area, 1)

    def _choose_parts(self) -> None:
        some = bool(self.figures and self.figures.boxes)
        self.chart.setVisible(some and not self._as_table)
        self.table.setVisible(some and self._as_table)
        self.empty.setVisible(not some)
        for part in (self.finding, self.toggle, self.menu):
            part.setVisible(some)
        for zoom in (self.smaller, self.larger):
            zoom.setVisible(some and not self._as_table)

    def _turn(self) -> None:
        self._as_table = not self._as_table
        self.toggle.set_word(_("Show as map") if self._as_table else _("Show as table"))
        self.toggle.set_icon("partnerships" if self._as_table else "table")
        self._choose_parts()
        self.focus()

    def _zoom(self, step: float) -> None:
        self.chart.set_zoom(self.chart.zoom + step)

    def _bring_into_sight(self, _id: str = "") -> None:
        place = self.chart.rect_of(self.chart.in_hand)
        inner = self._area.widget()
        if place.isValid() and inner is not None:
            centre = self.chart.mapTo(inner, place.center().toPoint())
            self._area.ensureVisible(centre.x(), centre.y(), round(place.width() / 2) + 24, 80)

    def _open_row(self, row: int) -> None:
        self.opened.emit(self._rows[row])
