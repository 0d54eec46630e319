"""A record's history: when, who, which field, from what to what; the newest first."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pmdesk.figures.history_rows import HistoryRow
from pmdesk.ui.buttons import secondary
from pmdesk.ui.labels import label
from pmdesk.ui.page import PageHead, page_column
from pmdesk.ui.pages.record_parts import Prose
from pmdesk.ui.section import Section
from pmdesk.ui.small_table import Cell, Column, SmallTable
from pmdesk.ui.words import _, n_

LONGEST = 26  # letters of a cell


class HistoryView(QWidget):
    """`closed` is called by Back, which Esc presses too."""

    def __init__(self, title: str, rows: Sequence[HistoryRow], closed: Callable[[], object]) -> None:
        super().__init__()
        self._rows, self.discard = rows, closed
        head = PageHead()
        head.set(_("History"), line=title)
        head.add_action(secondary(_("Back"), closed, "back"))
        columns = [Column(_("When"), 20), Column(_("Who"), 18), Column(_("What"), 22, strong=True),
                   Column(_("From"), 20), Column(_("To"), 20)]  # fmt: skip
        self.table = SmallTable(columns, _("History of {name}", name=title))
        self.table.set_rows([_cells(row) for row in rows])
        self._detail = Section(_("The change in hand"))
        self._from, self._to = Prose(""), Prose("")
        for part in (label(_("From"), "small"), self._from, label(_("To"), "small"), self._to):
            self._detail.add(part)
        area, column = page_column(32, 24, 16)
        column.addWidget(head)
        column.addWidget(label(n_(len(rows), "{n} field changed", "{n} fields changed"), "quiet_list"))
        column.addWidget(self.table)
        column.addWidget(self._detail)
        self._detail.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        self.table.selectionModel().currentChanged.connect(self._show)

    def focus(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, now: QModelIndex, _before: QModelIndex) -> None:
        if not now.isValid():
            return
        row = self._rows[now.row()]
        self._detail.head.set_title(row.field)
        self._detail.set_count(f"{row.label} ({row.laptop})" if row.laptop else row.label)
        self._from.setText(row.old or _("empty"))
        self._to.setText(row.new or _("empty"))
        self._detail.show()


def _cells(row: HistoryRow) -> list[Cell]:
    return [
        Cell(row.when, quiet=not row.counts),
        Cell(row.who, quiet=not row.counts),
        Cell(
            _short(row.field) if row.counts else _("{what} (waits)", what=_short(row.field)),
            quiet=not row.counts,
        ),
        Cell(_short(row.old), quiet=True),
        Cell(_short(row.new), quiet=not row.counts),
    ]


def _short(text: str) -> str:
    """One line of a table; the whole text stands under it when the row is in hand."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
