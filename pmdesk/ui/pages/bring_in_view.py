"""How the page that brings a file in is laid out: counts, columns beside rows, the promise at the foot."""

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from pmdesk.actions.imports import Look
from pmdesk.domain.entities import ENTITIES
from pmdesk.ui.buttons import primary, quiet, secondary, toggle
from pmdesk.ui.choice_editors import ListChoice
from pmdesk.ui.field import Mark
from pmdesk.ui.labels import label
from pmdesk.ui.page import MARGIN, Footer, scrolled
from pmdesk.ui.pages.bring_in_columns import ColumnList
from pmdesk.ui.pages.bring_in_rows import SHAPES, RowHeads, RowList
from pmdesk.ui.section import SectionHead
from pmdesk.ui.theme import px, tall, themes
from pmdesk.ui.words import _, n_

# Below this width (at 100%) parts stand under each other; a list is never lower than LEAST.
TURN, LEAST = 860, 236
_DIRECTIONS = QBoxLayout.Direction


class Body(QWidget):
    """What was understood of one file; the page fills it."""

    def __init__(self, columns: ColumnList, rows: RowList, order: Callable[[bool], object]) -> None:
        super().__init__()
        self.counts, self.asks, self.row_heads, self.rows = Counts(), Asks(), RowHeads(), rows
        self.columns_head = SectionHead(_("Columns understood"))
        self.rows_head = SectionHead(_("Rows as records"))
        self._to_look = toggle(_("To look at first"), lambda: order(True))
        self._in_order = toggle(_("In file order"), lambda: order(False))
        self.show_order(True)
        self._columns, self._split = scrolled(columns), QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        themes().changed.connect(self._fit)
        self._fit()

    def show_order(self, first: bool) -> None:
        """Which of the two orders the rows stand in."""
        self._to_look.setChecked(first)
        self._in_order.setChecked(not first)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < px(TURN)
        least = tall(LEAST, 6)
        self._columns.setMinimumHeight(least)
        self.rows.setMinimumHeight(least)
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if self._split.orientation() != wanted:
            self._split.setOrientation(wanted)
        self._right.setContentsMargins(0 if narrow else 12, 8 if narrow else 0, 0, 0)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 0, MARGIN, 0)
        layout.setSpacing(12)
        layout.addWidget(self.counts)
        layout.addWidget(self.asks)
        layout.addWidget(self._split, 1)
        left, right = QWidget(), QWidget()
        columns = stack(left, self.columns_head)
        columns.addWidget(self._columns, 1)
        self._right = stack(right, self.rows_head, self._to_look, self._in_order)
        self._right.addWidget(self.row_heads)
        self._right.addWidget(self.rows, 1)
        self._split.setStyleSheet("QSplitter::handle { background: transparent }")
        self._split.setHandleWidth(12)
        for side in (left, right):
            self._split.addWidget(side)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([404, 760])
        self._split.setChildrenCollapsible(False)


def stack(side: QWidget, head: QWidget, *at_right: QWidget) -> QVBoxLayout:
    """The layout of one side: a head with what stands at its right; the caller adds what comes under it."""
    layout = QVBoxLayout(side)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    row = QHBoxLayout()
    row.addWidget(head, 1)
    for widget in at_right:
        row.addWidget(widget)
    layout.addLayout(row)
    return layout


class Asks(QWidget):
    """What the rows are, and which sheet where a workbook has several."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self.kind: ListChoice | None = None
        self.sheet: ListChoice | None = None

    def show_asks(
        self, look: Look, kinds: Sequence[str],
        kind_chosen: Callable[[str], object], sheet_chosen: Callable[[str], object],
    ) -> None:  # fmt: skip
        _empty(self._row)
        kind = self._ask(
            _("Rows are"), _("What are the rows?"), [(name, _(ENTITIES[name].plural)) for name in kinds]
        )
        kind.set_value(look.entity)
        kind.edited.connect(lambda: kind_chosen(str(kind.value())))
        self.kind, self.sheet = kind, None
        if len(look.sheet.names) > 1:
            sheet = self._ask(_("on sheet"), _("Which sheet?"), [(name, name) for name in look.sheet.names])
            sheet.set_value(look.sheet.name)
            sheet.edited.connect(lambda: sheet_chosen(str(sheet.value())))
            self.sheet = sheet
            others = len(look.sheet.names) - 1
            said = n_(others, "{n} other sheet can be brought in after this one.",
                      "{n} other sheets can be brought in after this one.")  # fmt: skip
            self._row.addWidget(label(said, "quiet_list"), 1)
        self._row.addStretch(1)

    def _ask(self, words: str, name: str, choices: Sequence[tuple[str, str]]) -> ListChoice:
        made = ListChoice(choices, blank=False)
        made.setProperty("role", "flat")
        made.setAccessibleName(name)
        self._row.addWidget(label(words, "quiet_list", wrap=False))
        self._row.addWidget(made)
        return made


class Unknown(QWidget):
    """A file whose headings say nothing: the sentence, and what its rows could be."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(24, 16, 16, 16)
        self._layout.setSpacing(12)
        self._sentence = label("", "quiet")
        self._layout.addWidget(self._sentence)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._layout.addLayout(self._row)
        self._layout.addStretch(1)
        self.kind: ListChoice | None = None

    def show_file(self, sentence: str, kinds: Sequence[str], chosen: Callable[[str], object]) -> None:
        """What is known of the file; `chosen(kind)` is told what its rows are."""
        _empty(self._row)
        self._sentence.setText(sentence)
        kind = ListChoice([(name, _(ENTITIES[name].plural)) for name in kinds])
        kind.setAccessibleName(_("What are the rows?"))
        self._row.addWidget(label(_("Rows are"), "quiet_list", wrap=False))
        self._row.addWidget(kind)
        self._row.addWidget(
            secondary(_("Look at it so"), lambda: chosen(str(kind.value())) if kind.value() else None)
        )
        self._row.addStretch(1)
        self.kind = kind

    def begin(self) -> None:
        """Put the keyboard on the choice."""
        if self.kind is not None:
            self.kind.setFocus(Qt.FocusReason.OtherFocusReason)


class Panel(QFrame):
    """Counts side by side, each with its shape and its words, and a quiet sentence at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self._box = QBoxLayout(_DIRECTIONS.LeftToRight, self)
        self._box.setContentsMargins(16, 8, 16, 8)
        self._box.setSpacing(8)
        self._states = QHBoxLayout()
        self._states.setSpacing(32)
        self._about = label("", "quiet_list")
        self._box.addLayout(self._states)
        self._box.addWidget(self._about, 1)
        themes().changed.connect(self._fit)

    def show_states(self, said: Sequence[tuple[str, int, str]], about: str) -> None:
        """`said` are (state, count, words); a count of nothing is shown only where it is good to know."""
        _empty(self._states)
        for state, n, words in said:
            if n or state in ("ready", "refused", "doubtful"):
                self._states.addWidget(_count(SHAPES[state], n, words))
        self._about.setText(about)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < px(TURN)
        self._box.setDirection(_DIRECTIONS.TopToBottom if narrow else _DIRECTIONS.LeftToRight)
        across = Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignRight
        self._about.setAlignment(across | Qt.AlignmentFlag.AlignVCenter)
        for words in self.findChildren(QLabel, "words"):
            words.setWordWrap(narrow)


class Counts(Panel):
    """How many rows are ready, refused, doubtful, twice, left out: they add up to the rows read."""

    def show_counts(self, look: Look, states: Counter[str]) -> None:
        """`states` counts the rows in each state, those a person has looked at among the ready ones."""
        parts = [f"{_(look.plan.called(kind))} {n}" for kind, n in look.plan.kinds().items()]
        self.show_states(
            (
                ("ready", states["ready"], _("ready to bring in")),
                ("refused", states["refused"], _("refused, mend or leave out")),
                ("doubtful", states["doubtful"] + states["waiting"], _("doubtful, please look")),
                ("twice", states["twice"], _("twice in the file, once is enough")),
                ("total", states["total"] + states["left_out"], _("left out")),
            ),
            _("New: {what}", what=", ".join(parts)) if parts else _("Nothing new"),
        )


def _count(shape: str, n: int, words: str) -> QWidget:
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(Mark(shape))
    row.addWidget(label(f"{n:,}", "figure", wrap=False))
    row.addStretch(1)
    said = label(words, "small", wrap=False)
    said.setObjectName("words")
    layout.addLayout(row)
    layout.addWidget(said)
    layout.addStretch(1)
    return holder


class Foot(Footer):
    """What is promised, and the two ways on."""

    def __init__(self, cancel: Callable[[], object], agree: Callable[[], object]) -> None:
        super().__init__(MARGIN)
        self._promise = label("", "quiet")
        self._words = QBoxLayout(_DIRECTIONS.LeftToRight)
        self._words.setSpacing(12)
        self._words.addWidget(label(_("Nothing is written until you agree."), "strong", wrap=False))
        self._words.addWidget(self._promise, 1)
        self.agree = primary(_("Bring in"), agree)
        self.row.addLayout(self._words, 1)
        self.row.addWidget(quiet(_("Cancel"), cancel))
        self.row.addWidget(self.agree)
        themes().changed.connect(self._fit)

    def show_rows(self, rows: int, may_write: bool) -> None:
        """How many rows would come in; without any there is nothing to agree to."""
        said = n_(rows, "Bring in {n} row", "Bring in {n} rows") if rows else _("Nothing new to bring in")
        self.agree.set_word(said)
        self.agree.setEnabled(rows > 0 and may_write)
        promise = n_(
            rows, "It can be undone in one step afterwards.", "All {n} can be undone in one step afterwards."
        )
        self._promise.setText(promise if rows else "")

    def show_figures(self, figures: int, promise: str, may_write: bool) -> None:
        """How many figures would come in, and as what; what must be said first stands in their place."""
        said = (
            n_(figures, "Bring in {count} figure", "Bring in {count} figures", count=f"{figures:,}")
            if figures
            else _("Nothing new to bring in")
        )
        self.agree.set_word(said)
        self.agree.setEnabled(figures > 0 and may_write)
        self._promise.setText(promise)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < px(TURN)
        self._words.setDirection(_DIRECTIONS.TopToBottom if narrow else _DIRECTIONS.LeftToRight)
        self._words.setSpacing(0 if narrow else 12)


def _empty(layout: QBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
