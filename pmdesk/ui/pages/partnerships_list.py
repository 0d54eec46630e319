"""The left half of the Partnerships page: its list or its outline, how many of which, what narrows them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from pmdesk.actions.lists import RecordsList
from pmdesk.actions.partnership_lines import SHOWS, read_tree
from pmdesk.domain.words import N_
from pmdesk.figures.partnership_tree import Branch, outline_rows
from pmdesk.ui.context import Context
from pmdesk.ui.pages.list_part import ListPart, ListWords
from pmdesk.ui.pages.partnership_filters import PartnershipFilters
from pmdesk.ui.pages.partnerships_outline import PartnershipsOutline
from pmdesk.ui.pages.record_parts import LARGE
from pmdesk.ui.pages.view_switch import ViewSwitch
from pmdesk.ui.theme import scale, themes
from pmdesk.ui.words import _, n_, spoken

WAYS = (("list", N_("List")), ("outline", N_("Outline")), ("map", N_("Map")))


class PartnershipsList(ListPart):
    """`way_asked` gives a code of WAYS; the map is another page's and not shown here."""

    way_asked = Signal(str)

    def __init__(self, context: Context, words: ListWords) -> None:
        self.way = "list"
        self.branches: tuple[Branch, ...] = ()
        self.filters = PartnershipFilters(context)
        self.switch = ViewSwitch([(code, _(word)) for code, word in WAYS], _("How partnerships are shown"))
        self.outline = PartnershipsOutline(_("Partnerships and their sub-groups"))
        super().__init__(context, words)
        self.switch.show_way("list")
        self.switch.chosen.connect(self.way_asked)
        self.filters.changed.connect(self.read_again)
        self.outline.chosen.connect(lambda row: self.chosen.emit(row.id))
        self.outline.opened.connect(lambda: self.opened.emit(self.outline.chosen_id()))

    def show_way(self, way: str) -> None:
        """Show the list or the outline, with the same record in hand."""
        at = self.in_hand()
        self.way = way
        self.switch.show_way(way)
        outline = way == "outline"
        for part in (self.filters.button, self.narrowing):
            part.setHidden(outline)
        self.filters.setHidden(outline or not self.filters.parts)
        self.read_again()
        if at:
            self.choose(at)

    def in_hand(self) -> str:
        """The id of the record chosen in the way that is shown, '' for none."""
        return self.outline.chosen_id() if self.way == "outline" else self.list.chosen_id() or ""

    def shows(self) -> tuple[str, ...]:
        return (*super().shows(), *SHOWS)

    def narrowed(self) -> dict[str, object]:
        return dict(self.filters.narrowed())

    def read_again(self) -> None:
        if self.way != "outline":
            super().read_again()
            return
        self.branches = read_tree(self._context.register, self._context.today, spoken())
        typed = self.line.text()
        rows = outline_rows(self.branches, spoken(), typed)
        self.outline.show_rows(rows, all_open=bool(typed.strip()))
        self.head.set(self._words.title, line=_partnerships(len(self.branches)))
        self._say_empty(len(rows))

    def choose(self, record: str) -> bool:
        """In the outline; what stands in none, such as a grant, is found in the list."""
        if self.way != "outline":
            return super().choose(record)
        if not self.outline.choose(record) and self.line.text():
            self.line.clear()
            self.read_again()
        if self.outline.choose(record):
            return True
        self.way_asked.emit("list")
        return super().choose(record)

    def choose_first(self) -> None:
        self.outline.choose_first() if self.way == "outline" else super().choose_first()

    def clear_filter(self) -> bool:
        """Empty the line, else take the filters off; False when there was nothing to leave."""
        return super().clear_filter() or (self.way != "outline" and self.filters.clear())

    def focus(self) -> None:
        if self.way != "outline":
            super().focus()
            return
        self.outline.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.outline.chosen_id():
            self.choose_first()

    def say_count(self, rows: RecordsList) -> None:
        """'14 partnerships; 3 networks, contracts and grants': told apart, and counted apart."""
        counted, apart = rows.counted()
        said = [_partnerships(counted)] if counted or not apart else []
        said += [n_(apart, "{n} network, contract or grant", "{n} networks, contracts and grants")] * bool(
            apart
        )
        self.head.set(self._words.title, line="; ".join(said))

    def _show_all(self) -> None:
        self.filters.clear()
        super()._show_all()

    def _shown(self) -> None:
        """What stands in the stack while there is something to show."""
        self._stack.setCurrentWidget(self.outline if self.way == "outline" else self.list)

    def _lay_out(self) -> None:
        super()._lay_out()
        self._stack.addWidget(self.outline)
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setContentsMargins(12, 0, 16, 0)
        row.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        row.addWidget(self.filters.button, 0, Qt.AlignmentFlag.AlignRight)
        themes().changed.connect(self._turn)
        self._turn()
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertLayout(1, row)
        chips = QVBoxLayout()
        chips.setContentsMargins(24, 4, 16, 0)
        chips.addWidget(self.filters)
        layout.insertLayout(2, chips)
        layout.insertSpacing(3, 4)

    def _turn(self) -> None:
        """Beside large words the filter stands under the switch."""
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if scale() > LARGE else ways.LeftToRight)


def _partnerships(n: int) -> str:
    return n_(n, "{n} partnership", "{n} partnerships")
