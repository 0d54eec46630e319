"""The left half of the Plans page: title and count, filter, the outline, and what an empty one says."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from pmdesk.actions.plans import PlansRead, plans_outline, read_plans
from pmdesk.figures.plan_outline import VIEWS
from pmdesk.figures.record_page import Edit
from pmdesk.ui.apart import Apart
from pmdesk.ui.buttons import flat, menu_button
from pmdesk.ui.context import Context
from pmdesk.ui.empty import Empty
from pmdesk.ui.page import PageHead
from pmdesk.ui.pages.plans_tree import OutlineView
from pmdesk.ui.search_line import SearchLine
from pmdesk.ui.words import _, n_, spoken


class OutlinePart(QWidget):
    """`chosen` and `opened` give an id of VIEWS, a plan's or an objective's; `new_asked` is for a plan.

    In a large register the plans are read behind the window: `reading` until then, and `was_read` after it.
    """

    chosen = Signal(str)
    opened = Signal(str)
    new_asked = Signal()
    was_read = Signal()

    def __init__(self, context: Context, edit: Callable[[Edit], object]) -> None:
        super().__init__()
        self._context, self._edit = context, edit
        self.read: PlansRead | None = None
        self.reading = False
        self._apart = Apart(context, self)
        self.head = PageHead(_("Plans"))
        entries = [(_("New plan"), self.new_asked.emit), (_("New objective"), self.new_objective)]
        self.plus = menu_button("", entries, "plus", _("New plan or objective"))
        self.plus.setEnabled(not context.read_only)
        self.head.add_action(self.plus)
        self.line = SearchLine(_("Filter by plan or objective"))
        self.line.textEdited.connect(lambda _text: self._show())
        self.view = OutlineView(_("Plans and their objectives"))
        self.view.chosen.connect(lambda row: self.chosen.emit(row.id))
        self.view.opened.connect(self._open)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._empty: Empty | None = None
        self._lay_out()
        self.read_again()

    def shows(self) -> tuple[str, ...]:
        """Nothing more than the page as a whole."""
        return ()

    def read_again(self) -> None:
        """Ask the register anew; the row in hand stays in hand."""
        self.reading = True
        self._apart.ask(read_plans, self._take)
        if self.read is None:
            self._put_in_place(Empty(_("Reading the plans.")))

    def choose(self, id: str) -> bool:
        """Take a row in hand; a filter that leaves it out gives way. False when it is not there at all."""
        if self.view.row_at(id) is None:
            self.line.clear()
            self._show()
        return self.view.choose(id)

    def choose_first(self) -> None:
        self.view.choose_first()

    def chosen_id(self) -> str:
        return self.view.chosen_id()

    def clear_filter(self) -> bool:
        """Empty the line; False when nothing was typed in it."""
        if not self.line.text():
            return False
        self.line.clear()
        self._show()
        return True

    def focus(self) -> None:
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.view.chosen_id():
            self.choose_first()

    def new_objective(self) -> None:
        """The form for an objective of the plan in hand, under the objective in hand."""
        self._edit(Edit("objective", None, self.known()))

    def known(self) -> dict[str, str]:
        """What a new objective can be told from the row in hand: its plan, and what it is part of."""
        here = self.chosen_id()
        if self.read is None or not here or here in VIEWS:
            return {}
        row = self.read.thread.objectives.get(here)
        return {"plan": str(row["plan"]), "parent": here} if row else {"plan": here}

    def _take(self, read: PlansRead | None, later: bool) -> None:
        self.read, self.reading = read or self.read, False
        self._show()
        if later:
            self.was_read.emit()

    def _open(self) -> None:
        if self.chosen_id():
            self.opened.emit(self.chosen_id())

    def _show(self) -> None:
        if self.read is None:
            return
        typed = self.line.text()
        rows = plans_outline(self.read, spoken(), typed)
        self.view.show_rows(rows, all_open=bool(typed.strip()))
        count, objectives = len(self.read.thread.plans), len(self.read.thread.objectives)
        said = n_(objectives, "{plans} with {n} objective", "{plans} with {n} objectives", plans=count)
        self.head.set_quiet(said if objectives else str(count) if count else "")
        self._say_empty(bool(self.read.thread.plans or objectives), any(row.kind != "view" for row in rows))

    def _say_empty(self, some: bool, shown: bool) -> None:
        if some and shown:
            self._put_in_place(None)
        else:
            self._put_in_place(self._no_match() if some else self._nothing_at_all())

    def _put_in_place(self, empty: Empty | None) -> None:
        """Say a sentence in place of the outline, or show the outline."""
        if self._empty is not None:
            self._stack.removeWidget(self._empty)
            self._empty.deleteLater()
        self._empty = empty
        if empty is not None:
            self._stack.addWidget(empty)
        self._stack.setCurrentWidget(empty or self.view)

    def _nothing_at_all(self) -> Empty:
        """What belongs here, and the two ways to begin."""
        belongs = _(
            "Plans belong here: the corporate plan, the community strategy, the plans of services and of "
            "partnerships, each with its objectives. Every measure then shows what it is for."
        )
        if self._context.read_only:
            return Empty(belongs)
        empty = Empty(belongs, _("New plan"), self.new_asked.emit, "plus")
        bring = flat(_("Bring in a file"), lambda: self._context.visit("import", None), "import")
        layout = empty.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(layout.count() - 1, bring, 0, Qt.AlignmentFlag.AlignLeft)
        return empty

    def _no_match(self) -> Empty:
        sentence = _("Nothing here matches ‘{typed}’.", typed=self.line.text().strip())
        return Empty(sentence, _("Show all"), self.clear_filter)

    def _lay_out(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(24, 16, 16, 8)
        top.setSpacing(12)
        top.addWidget(self.head)
        top.addWidget(self.line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._stack, 1)
