"""The left half of a page of records: title and count, filter, sorted list, and what an empty one says."""

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from pmdesk.actions.lists import FILTERS, SHOWS, RecordsList, is_empty
from pmdesk.ui.buttons import flat, menu_button, tool
from pmdesk.ui.context import Context
from pmdesk.ui.empty import Empty
from pmdesk.ui.page import PageHead
from pmdesk.ui.paged_model import PagedModel, Row
from pmdesk.ui.pages.arrangements import NEW
from pmdesk.ui.record_list import RecordList
from pmdesk.ui.search_line import SearchLine
from pmdesk.ui.words import _, spoken


class ListWords(NamedTuple):
    """What a list says: `state` heads the pills ('' for none), `belongs` is said while it is empty."""

    key: str
    kind: str
    title: str
    filter_hint: str
    state: str
    belongs: str


class Source:
    """Gives the list's rows to the model; as the register stood when it was made."""

    def __init__(self, rows: RecordsList) -> None:
        self._rows = rows

    def count(self) -> int:
        return self._rows.count()

    def rows(self, first: int, last: int) -> list[Row]:
        return [Row(*row) for row in self._rows.rows(first, last)]

    def position(self, id: str) -> int | None:
        return self._rows.position(id)


class ListPart(QWidget):
    """`chosen` and `opened` give a record's id; `new_asked` is the plus or the button of the empty list."""

    chosen = Signal(str)
    opened = Signal(str)
    new_asked = Signal()

    def __init__(self, context: Context, words: ListWords) -> None:
        super().__init__()
        self._context, self._words = context, words
        self._filter, self._order, self._down = FILTERS[words.kind][0][0], "", False
        self.head = PageHead(words.title)
        self.plus = tool("plus", _(NEW[words.kind]), self.new_asked.emit)
        self.plus.setEnabled(not context.read_only)
        self.head.add_action(self.plus)
        self.line = SearchLine(words.filter_hint)
        self.line.textEdited.connect(lambda _text: self.read_again())
        entries = [(_(word), lambda code=code: self.narrow(code)) for code, word in FILTERS[words.kind]]
        self.narrowing = menu_button(_(FILTERS[words.kind][0][1]), entries)
        self.narrowing.setVisible(len(entries) > 1)
        self.model = PagedModel()
        heads = [("name", _("Name")), *([("state", words.state)] if words.state else [])]
        self.list = RecordList(self.model, words.title, heads)
        self.list.show_pills(bool(words.state))
        self.list.chosen.connect(self.chosen)
        self.list.opened.connect(self.opened)
        self.list.sort_asked.connect(self._sort)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._empty: Empty | None = None
        self._lay_out()
        self.read_again()

    def shows(self) -> tuple[str, ...]:
        """The kinds of record the rows are said from."""
        return SHOWS[self._words.kind]

    def read_again(self) -> None:
        """Ask the register anew; the record in hand stays in hand."""
        rows = RecordsList(
            self._context.register, self._words.kind, self._context.today, spoken(),
            self.line.text(), self._filter, self._order, self._down, self.narrowed(),
        )  # fmt: skip
        self.model.set_source(Source(rows))
        count = rows.count()
        self.say_count(rows)
        self.narrowing.set_word(_(dict(FILTERS[self._words.kind])[self._filter]))
        self.narrowing.setAccessibleName(_("Show: {which}", which=self.narrowing.text()))
        self._say_empty(count)

    def narrowed(self) -> dict[str, object]:
        """Fields and values that every row must have besides; a list with filters of its own says them."""
        return {}

    def say_count(self, rows: RecordsList) -> None:
        """How many there are, beside the title."""
        count = rows.count()
        self.head.set_quiet(_("{n} current", n=count) if self._filter == "current" else str(count))

    def narrow(self, code: str) -> None:
        """Show what a filter leaves: a code of FILTERS."""
        self._filter = code
        self.read_again()

    def choose(self, record: str) -> bool:
        """Take a record in hand; a filter that leaves it out gives way. False when it is not there at all."""
        if self.model.position(record) is None:
            self._show_all()
        self.list.blockSignals(True)
        found = self.list.choose(record)
        self.list.blockSignals(False)
        return found

    def choose_first(self) -> None:
        self.list.choose_first()

    def clear_filter(self) -> bool:
        """Empty the line; False when nothing was typed in it."""
        if not self.line.text():
            return False
        self.line.clear()
        self.read_again()
        return True

    def focus(self) -> None:
        self.list.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.list.chosen_id() is None:
            self.choose_first()

    def _sort(self, key: str, down: bool) -> None:
        self._order, self._down = "" if key == "name" else key, down
        self.read_again()

    def _show_all(self) -> None:
        self.line.clear()
        self.narrow("all")

    def _say_empty(self, count: int) -> None:
        if self._empty is not None:
            self._stack.removeWidget(self._empty)
            self._empty.deleteLater()
            self._empty = None
        if count:
            self._shown()
            return
        self._empty = (
            self._nothing_at_all() if is_empty(self._context.register, self._words.kind) else self._no_match()
        )
        self._stack.addWidget(self._empty)
        self._stack.setCurrentWidget(self._empty)

    def _shown(self) -> None:
        """The rows stand in the stack; a list with more ways to see them shows the one in force."""
        self._stack.setCurrentWidget(self.list)

    def _nothing_at_all(self) -> Empty:
        """What belongs here, and the two ways to begin."""
        if self._context.read_only:
            return Empty(self._words.belongs)
        empty = Empty(self._words.belongs, _(NEW[self._words.kind]), self.new_asked.emit, "plus")
        bring = flat(_("Bring in a file"), lambda: self._context.visit("import", None), "import")
        layout = empty.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(layout.count() - 1, bring, 0, Qt.AlignmentFlag.AlignLeft)
        return empty

    def _no_match(self) -> Empty:
        typed = self.line.text().strip()
        sentence = (
            _("Nothing here matches ‘{typed}’.", typed=typed)
            if typed
            else _("Nothing here under this filter.")
        )
        return Empty(sentence, _("Show all"), self._show_all)

    def put_under_head(self, switch: QWidget) -> None:
        """A switch between ways to see things stands under the filter, at the left."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 16, 0)
        row.addWidget(switch, 0, Qt.AlignmentFlag.AlignLeft)
        layout.insertLayout(1, row)
        layout.insertSpacing(2, 4)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.narrowing)
        top = QVBoxLayout()
        top.setContentsMargins(24, 16, 16, 8)
        top.setSpacing(12)
        top.addWidget(self.head)
        top.addLayout(row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._stack, 1)
