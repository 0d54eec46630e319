"""The list half of the Measures page: title and count, filters, the rows, and what an empty list says."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from pmdesk.actions.measures import MeasuresList, effort_split, is_register_empty, then_and_now
from pmdesk.figures.measure_rows import effort_sentence
from pmdesk.ui.apart import Apart
from pmdesk.ui.buttons import flat, primary, secondary, toggle
from pmdesk.ui.context import Context
from pmdesk.ui.empty import Empty
from pmdesk.ui.page import MARGIN, TOP, PageHead, beside
from pmdesk.ui.pages.measures_filters import MeasuresFilters
from pmdesk.ui.pages.measures_row import heads
from pmdesk.ui.pages.measures_table import MeasureModel, MeasuresTable
from pmdesk.ui.search_line import SearchLine
from pmdesk.ui.theme import px, tall, themes
from pmdesk.ui.words import _, spoken

LINE, SAID = 320, 880  # the widest the line to filter in and the counts under it need to be


class MeasuresPart(QWidget):
    """`opened` gives a measure's id; `new_asked` is the button for a new one."""

    opened = Signal(str)
    new_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._order, self._down, self.nobody = "code", False, False
        self._apart, self._standing = Apart(context, self), ""
        self.rows: MeasuresList | None = None
        self.head = PageHead(_("Measures"))
        self.enter = secondary(_("Enter readings"), lambda: context.visit("readings", None), "table")
        self.add = primary(_("New measure"), self.new_asked.emit, "plus")
        for button in (self.enter, self.add):
            button.setEnabled(not context.read_only)
            self.head.add_action(button)
        self.line = SearchLine(_("Filter measures"))
        self.line.textEdited.connect(lambda _text: self.read_again())
        self.filters = MeasuresFilters(context)
        self.filters.changed.connect(self._filtered)
        self._offer_orders()
        self.all_button = toggle(_("All measures"), lambda: self.look_at(False))
        self.nobody_button = toggle(_("What nobody outside judges"), lambda: self.look_at(True))
        self._views = QButtonGroup(self)
        for button in (self.all_button, self.nobody_button):
            self._views.addButton(button)
        self.all_button.setChecked(True)
        self.above = _Sentences()
        self.model = MeasureModel()
        self.list = MeasuresTable(self.model)
        self.list.opened.connect(self.opened)
        self.list.sorted_by.connect(self._sort)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self._empty: Empty | None = None
        self._lay_out()
        themes().changed.connect(self._measure)

    def read_again(self) -> None:
        """Ask the register anew; the row in hand stays in hand."""
        narrowed = dict(self.filters.narrowed())
        if self.nobody:
            narrowed["central"] = False
        self.rows = MeasuresList(
            self._context.register, self._context.today, spoken(), self.line.text(), narrowed,
            self._order, self._down,
        )  # fmt: skip
        source: Any = self.rows
        self.model.set_source(source)
        count = self.rows.count()
        self.head.set_quiet(str(count) if count else "")
        self._say_above()
        self._say_empty(count)

    def look_back(self) -> None:
        """Ask how all measures stand, and how they stood a year ago; said when it is known."""
        today, words = self._context.today, spoken()
        self._apart.ask(lambda register: then_and_now(register, today, words), self._looked_back)

    def look_at(self, nobody: bool) -> None:
        """Show every measure, or only what nobody outside judges, with the effort spent on it (¶96)."""
        self.nobody = nobody
        (self.nobody_button if nobody else self.all_button).setChecked(True)
        if self._order in ("effort", "due"):
            self._order, self._down = "code", False
            self.list.head_row.set_order(self._order, self._down)
        self.list.set_columns(heads(nobody))
        self.read_again()

    def choose(self, measure: str) -> bool:
        """Take a measure in hand; what leaves it out gives way. False when it is not there at all."""
        if self.model.position(measure) is None:
            self.show_all()
        return self.list.choose(measure)

    def place(self, measure: str) -> tuple[int, int]:
        """(place, of how many) of a measure in the present order, counted from 1; place 0 when left out."""
        rows = self.rows
        at = rows.position(measure) if rows else None
        return (0 if at is None else at + 1), rows.count() if rows else 0

    def beside(self, measure: str, step: int) -> str:
        """The measure `step` places on; '' beyond either end."""
        at = self.place(measure)[0]
        return self.rows.id_at(at - 1 + step) if self.rows and at else ""

    def show_all(self) -> None:
        """Empty the line, take every filter off."""
        self.line.clear()
        self.filters.blockSignals(True)
        self.filters.clear()
        self.filters.blockSignals(False)
        self.look_at(False)

    def clear_filter(self) -> bool:
        """Empty the line, else take the filters off; False when there was nothing to leave."""
        if self.line.text():
            self.line.clear()
            self.read_again()
            return True
        return self.filters.clear()

    def focus(self) -> None:
        self.list.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.list.chosen_id() is None:
            self.list.choose_first()

    def _filtered(self) -> None:
        before: QWidget = self.nobody_button
        # Made last, they stand under the buttons of the views: Tab comes to them there.
        for part in self.filters.parts:
            self.setTabOrder(before, part)
            before = part
        self.read_again()

    def _sort(self, order: str, down: bool) -> None:
        self._order, self._down = order, down
        self.read_again()

    def _offer_orders(self) -> None:
        """Every order is in the menu too: where room is short some columns have no head."""
        self.filters.menu.addSeparator()
        under = self.filters.menu.addMenu(_("Sort by"))
        columns = (*heads(), *heads(True))
        named = {"code": _("Measure"), **{each.order: each.word for each in columns if each.order}}
        for order, word in named.items():
            under.addAction(word.replace("&", "&&"), partial(self._sort_by, order))

    def _sort_by(self, order: str) -> None:
        down = order == self._order and not self._down
        self.list.head_row.set_order(order, down)
        self._sort(order, down)

    def _looked_back(self, sentence: str | None, _later: bool) -> None:
        self._standing = sentence or ""
        self._say_above()

    def _say_above(self) -> None:
        """How the measures stand; or what is spent on those that nobody outside judges."""
        said = self._standing
        if self.nobody:
            said = effort_sentence(*effort_split(self._context.register), spoken())
        self.above.setText(said)
        self.above.setVisible(bool(said))

    def _say_empty(self, count: int) -> None:
        if self._empty is not None:
            self.stack.removeWidget(self._empty)
            self._empty.deleteLater()
            self._empty = None
        nothing = not count and is_register_empty(self._context.register)
        buttons = (self.filters.button, self.all_button, self.nobody_button, self.enter, self.add)
        for part in (self.line, *buttons):
            part.setVisible(not nothing)
        if count:
            self.stack.setCurrentIndex(0)
            return
        self._empty = self._nothing_at_all() if nothing else self._no_match()
        self.stack.addWidget(self._empty)
        self.stack.setCurrentWidget(self._empty)

    def _nothing_at_all(self) -> Empty:
        """What belongs here, and the two ways to begin."""
        belongs = _("The figures that show whether objectives are reached belong here, with their targets.")
        if self._context.read_only:
            return Empty(belongs)
        empty = Empty(belongs, _("New measure"), self.new_asked.emit, "plus")
        bring = flat(_("Bring in a file"), lambda: self._context.visit("import", None), "import")
        box = empty.layout()
        assert isinstance(box, QVBoxLayout)
        box.insertWidget(box.count() - 1, bring, 0, Qt.AlignmentFlag.AlignLeft)
        return empty

    def _no_match(self) -> Empty:
        typed = self.line.text().strip()
        sentence = _("No measure under this filter.")
        if typed:
            sentence = _("No measure matches ‘{typed}’.", typed=typed)
        return Empty(sentence, _("Show all"), self.show_all)

    def _lay_out(self) -> None:
        find, views = _row(self.line, self.filters.button), _row(self.all_button, self.nobody_button, wide=0)
        row = beside(find, views, stretch=(1, 0), spacing=12, turn_at=680)
        top = QVBoxLayout()
        top.setContentsMargins(MARGIN, TOP, MARGIN, 8)
        top.setSpacing(12)
        top.addWidget(self.head)
        top.addWidget(row)
        for part in (self.filters, self.above):
            top.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.stack, 1)
        self._measure()

    def _measure(self) -> None:
        self.line.setMaximumWidth(px(LINE))
        self.above.setMaximumWidth(px(SAID))


class _Sentences(QLabel):
    """Words that wrap at the length of a line that reads well, and say their height for that length."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "quiet")
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hide()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # A layout asks for the width it has, not for the most this takes.
        return super().heightForWidth(min(width, self.maximumWidth()))


def _row(*parts: QWidget, wide: int = 3) -> QWidget:
    """Parts beside each other at the left, the first as wide as it may be."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for at, part in enumerate(parts):
        row.addWidget(part, 0 if at else wide, Qt.AlignmentFlag.AlignVCenter)
    holder.setMinimumHeight(tall(32))
    row.addStretch(1)
    return holder
