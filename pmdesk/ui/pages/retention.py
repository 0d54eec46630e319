"""People who have been gone for longer than the council keeps them, with Erase beside each."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pmdesk.actions.retention import Again, Gone, keep_for, retention
from pmdesk.domain.check import say_value
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.erasure import YEARS_KEPT
from pmdesk.figures.erasure import say_again, say_gone, say_nobody
from pmdesk.ui.bus import bus
from pmdesk.ui.buttons import flat, menu_button
from pmdesk.ui.context import Context
from pmdesk.ui.doing import Changes, do
from pmdesk.ui.empty import Empty
from pmdesk.ui.link_list import OVERHANG, Group, Item, LinkList
from pmdesk.ui.page import MARGIN, TOP, PageHead, page_column
from pmdesk.ui.words import _, n_, spoken

SHOWS = ("person", "appointment")


class RetentionPage(QWidget):
    """Reached from Members; how long people are kept is chosen on this laptop."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.head = PageHead(_("Gone for long"))
        entries = [(_kept(years), lambda years=years: self.keep_for(years)) for years in YEARS_KEPT]
        self.years = menu_button("", entries)
        self.head.add_action(self.years)
        self.list = LinkList(_("People gone for longer than they are kept"))
        self.list.go.connect(self._go)
        self.empty = Empty("", _("Members"), lambda: context.visit("members", None))
        self.empty.stand_at(OVERHANG)
        self._lay_out()
        bus().changed.connect(self._changed)

    def arrive(self, argument: object = None) -> None:
        """Read it anew: a day may have passed since."""
        self.refresh()

    def keep_for(self, years: int) -> None:
        """Choose for how many years people are kept."""
        do(self._context, lambda: keep_for(self._context.register, years))
        self.refresh()

    def refresh(self) -> None:
        found, words = retention(self._context.register, self._context.today), spoken()
        self.years.set_word(_kept(found.years))
        groups = [
            Group(
                _("Erased, and written again elsewhere"),
                str(len(found.again)),
                [
                    Item("missed", each.name, say_again(each.values, words), "", "", _("Erase again…"), each)
                    for each in found.again
                ],
            ),
            Group(
                n_(found.years, "Gone for longer than {n} year", "Gone for longer than {n} years"),
                str(len(found.gone)),
                [_item(each) for each in found.gone],
            ),
        ]
        shown = [group for group in groups if group.items]
        self.list.set_groups(shown)
        self.list.setVisible(bool(shown))
        self.empty.setVisible(not shown)
        self.empty.set_sentence(say_nobody(found.years, words))

    def focus_list(self) -> None:
        self.list.setFocus() if self.list.isVisible() else self.years.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.touches(*SHOWS):
            self.refresh()

    def _lay_out(self) -> None:
        area, column = page_column(MARGIN - OVERHANG, MARGIN - OVERHANG, 0, TOP)
        above = QVBoxLayout()
        above.setContentsMargins(OVERHANG, 0, OVERHANG, 0)
        above.setSpacing(12)
        back = flat(_("Back to members"), lambda: self._context.visit("members", None), "left")
        above.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        above.addWidget(self.head)
        column.addLayout(above)
        column.addWidget(self.list)
        column.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def _go(self, one: object) -> None:
        if isinstance(one, Gone | Again):
            self._context.visit("erasing", one.person)


def _kept(years: int) -> str:
    return n_(years, "Kept for {n} year", "Kept for {n} years")


def _item(each: Gone) -> Item:
    words = spoken()
    kind = say_value(ENTITIES["person"].field("kind"), each.kind, words)
    named = n_(each.named, "{n} record names them", "{n} records name them") if each.named else ""
    said = say_gone(each.since, each.by_seat, words)
    return Item("clock", each.name, said, kind, named, _("Erase…"), each)
