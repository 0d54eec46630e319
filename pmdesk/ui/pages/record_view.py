"""Draws a record's page from its figures: head, facts, sections, the line of its history; decides nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from pmdesk.actions.records import FIXED
from pmdesk.actions.same import may_be_one
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.words import N_
from pmdesk.figures.record_page import (
    Action,
    Cell,
    Changed,
    Edit,
    Lead,
    RecordPage,
    Row,
    Section,
    said_changed,
)
from pmdesk.ui import facts, small_table
from pmdesk.ui.buttons import Callback, flat, menu_button, menu_of, primary, secondary
from pmdesk.ui.icons import pixmap
from pmdesk.ui.labels import label
from pmdesk.ui.page import PageHead, page_column
from pmdesk.ui.pages.arrangements import END, FORMS
from pmdesk.ui.pages.record_parts import LARGE, AskLine, Pairs, Prose
from pmdesk.ui.pages.record_sides import sides
from pmdesk.ui.pages.report_form import SEATS
from pmdesk.ui.pages.unsettled_mark import UnsettledMark
from pmdesk.ui.section import Section as SectionPart
from pmdesk.ui.theme import scale, themes
from pmdesk.ui.words import _, n_, spoken

Entries = list[tuple[str, Callback] | None]
LEFT, RIGHT, BETWEEN, UNDER = 32, 24, 24, 16


class RecordView(QWidget):
    """`followed` gives the Lead of what was pressed; 'edit', 'end', 'delete', 'history' are verbs."""

    followed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._area: QScrollArea | None = None
        self.page: RecordPage | None = None
        self._changed: Changed | None = None
        self._read_only = self._stale = False
        self.tables: list[small_table.SmallTable] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        themes().changed.connect(self._again)

    def show_page(self, page: RecordPage, changed: Changed | None, read_only: bool = False) -> None:
        """Draw `page`; the same record read again keeps its place on the screen."""
        same = self.page is not None and self.page.id == page.id
        at = self._area.verticalScrollBar().value() if self._area and same else 0
        had_focus = self._area is not None and self.isAncestorOf(self.focusWidget() or self)
        self.page, self._changed, self._read_only = page, changed, read_only
        self._draw()
        if at:
            self._scroll_to(at)
        if had_focus:
            self.focus()

    def focus(self) -> None:
        """The keyboard goes to the first button of the head."""
        self.edit_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self, lead: Lead | None) -> None:
        if lead is not None:
            self.followed.emit(lead)

    def _scroll_to(self, at: int) -> None:
        inner = self._area.widget() if self._area else None
        if self._area and inner:
            inner.resize(self._area.viewport().width(), inner.sizeHint().height())
            self._area.verticalScrollBar().setValue(at)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._again()

    def _again(self) -> None:
        """Draw for another look or text size, when it is seen: a dozen records may wait behind the page."""
        self._stale = not self.isVisible()
        if not self._stale:
            self._draw()

    def _draw(self) -> None:
        page, old = self.page, self._area
        if page is None:
            return
        self.tables, self._stale = [], False
        area, column = page_column(LEFT, RIGHT, 0)
        column.addWidget(self._head(page))
        self.mark = UnsettledMark(self.go)
        self.mark.show_unsettled(page.unsettled)
        column.addWidget(self.mark)
        if page.facts:
            column.addSpacing(16)
            column.addWidget(facts.FactsPanel([facts.Fact(*fact) for fact in page.facts]))
        if page.line:
            column.addSpacing(UNDER)
            column.addWidget(Prose(page.line))
        for section in page.sections:
            column.addSpacing(UNDER if section.under else BETWEEN)
            column.addWidget(self._section(section))
        if self._changed:
            column.addSpacing(BETWEEN)
            column.addWidget(self._history(page, self._changed))
        self._area = area
        self._layout.addWidget(area)
        QTimer.singleShot(0, self, self._give_height)
        if old is not None:
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()

    def _head(self, page: RecordPage) -> PageHead:
        head = PageHead()
        head.set(page.title, pill=page.pill, line=page.quiet)
        here = Edit(page.kind, page.id)
        head.add_action(menu_button("", self._verbs(here), "more", _("More for this record")))
        self.edit_button = secondary(_("Edit"), lambda: self.go(Lead("edit", here)), "edit")
        self.edit_button.setEnabled(not self._read_only)
        head.add_action(self.edit_button)
        if page.primary:
            lead = page.primary.lead
            head.add_action(primary(page.primary.word, lambda: self.go(lead)))
        return head

    def _verbs(self, edit: Edit) -> Entries:
        """What the menu of a record offers; a row's menu begins with Edit."""
        entries: Entries = []
        if not self._read_only and edit.kind in SEATS:
            report = Edit("report_back", None, {edit.kind: str(edit.record)})
            entries.append((_("Record a report-back"), lambda: self.go(Lead("edit", report))))
        if not self._read_only and edit.kind in END:
            entries.append((_(END[edit.kind]), lambda: self.go(Lead("end", edit))))
        entries.append((_("History"), lambda: self.go(Lead("history", edit))))
        if not self._read_only and ENTITIES[edit.kind].titled_by and may_be_one(edit.kind):
            entries.append((_("The same as another"), lambda: self.go(Lead("same", edit))))
        if not self._read_only and edit.kind not in FIXED:
            entries += [None, (_("Delete"), lambda: self.go(Lead("delete", edit)))]
        return entries

    def _section(self, section: Section) -> SectionPart:
        action = self._action(section.action)
        beside = None if scale() > LARGE else action
        part = SectionPart(section.title, section.count, beside, section.under)
        if action and scale() > LARGE:
            part.body.addWidget(flat(action[0], action[2], action[1]), 0, Qt.AlignmentFlag.AlignLeft)
        if section.ask:
            part.add(AskLine(section.ask, self.go, self._read_only))
        if section.sides:
            part.add(sides(section.sides))
        if section.columns and (section.rows or section.empty):
            part.add(self._table(section) if section.rows else label(section.empty, "quiet"))
        if section.text:
            part.add(Prose(section.text))
        if section.more and section.rows:
            lead = section.more.lead
            more = flat(section.more.word, lambda: self.go(lead), section.more.icon)
            part.body.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        if section.pairs:
            part.add(Pairs(section.pairs, self.go, self._read_only))
        return part

    def _action(self, action: Action | None) -> tuple[str, str | None, Callback] | None:
        if action is None or self._read_only:
            return None
        return action.word, action.icon, lambda: self.go(action.lead)

    def _table(self, section: Section) -> small_table.SmallTable:
        columns = [
            small_table.Column(each.title, each.share, each.align, each.strong, each.gives)
            for each in section.columns
        ]
        table = small_table.SmallTable(columns, section.title)
        table.set_rows([[_cell(cell) for cell in row.cells] for row in section.rows])
        rows = section.rows
        table.activated_cell.connect(lambda row, column: self._activated(rows, row, column))
        table.clicked.connect(lambda index: self._clicked(rows, index))
        table.entered.connect(lambda index: _point(table, rows, index))
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(lambda at: self._row_menu(table, rows, at))
        self.tables.append(table)
        return table

    def _activated(self, rows: Sequence[Row], row: int, column: int) -> None:
        self.go(rows[row].cells[column].lead)

    def _clicked(self, rows: Sequence[Row], index: QModelIndex) -> None:
        """Cells that look like links say so themselves; the others lead somewhere too."""
        cell = rows[index.row()].cells[index.column()]
        if not cell.link:
            self.go(cell.lead)

    def _row_menu(self, table: small_table.SmallTable, rows: Sequence[Row], at: QPoint) -> None:
        # The mouse makes its row the current one before it asks; the menu key asks from anywhere.
        index = table.currentIndex() if table.currentIndex().isValid() else table.indexAt(at)
        row = index.row()
        if not 0 <= row < len(rows) or rows[row].kind not in FORMS:
            return
        if table.indexAt(at).row() != row:
            at = table.visualRect(index).bottomLeft()
        edit = Edit(rows[row].kind, rows[row].record)
        verbs = self._verbs(edit)
        if not self._read_only and edit.kind not in FIXED:
            verbs.insert(0, (_("Edit"), lambda: self.go(Lead("edit", edit))))
        menu_of(table, verbs).popup(table.viewport().mapToGlobal(at))

    def _history(self, page: RecordPage, changed: Changed) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        clock = QLabel()
        clock.setPixmap(pixmap("history", "quiet", 16, self.devicePixelRatioF()))
        line.addWidget(
            clock, 0, Qt.AlignmentFlag.AlignTop if scale() > LARGE else Qt.AlignmentFlag.AlignVCenter
        )
        said = label(said_changed(changed, spoken()), "quiet_list", wrap=scale() > LARGE)
        word = n_(changed.changes, "History of {n} change", "History of {n} changes")
        link = flat(word, lambda: self.go(Lead("history", Edit(page.kind, page.id))))
        both = QVBoxLayout() if scale() > LARGE else QHBoxLayout()
        both.setSpacing(8)
        both.addWidget(said)
        both.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        line.addLayout(both, 1)
        if scale() <= LARGE:
            both.addStretch(1)
        return holder

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_height()

    def _give_height(self) -> None:
        """Words that wrap need their height for this width: a scroll area alone would press them together."""
        inner = self._area.widget() if self._area else None
        layout = inner.layout() if inner else None
        if self._area and inner and layout and layout.hasHeightForWidth():
            inner.setMinimumHeight(layout.totalHeightForWidth(self._area.viewport().width()))


def _cell(cell: Cell) -> small_table.Cell:
    return small_table.Cell(cell.text, cell.note, cell.state, cell.link, None, cell.quiet, cell.icon)


def _point(table: small_table.SmallTable, rows: Sequence[Row], index: QModelIndex) -> None:
    """The pointer says which cells lead somewhere."""
    if rows[index.row()].cells[index.column()].lead:
        table.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
    else:
        table.viewport().unsetCursor()


NOTHING_CHOSEN = N_("Choose a record at the left to read it here.")
