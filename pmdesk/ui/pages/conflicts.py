"""What two laptops left to settle: one thing after the other, its sides beside each other, the rest below."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pmdesk.actions.conflicts import conflicts
from pmdesk.actions.finding import place_of
from pmdesk.actions.lookalikes import leave_apart, lookalikes, make_one
from pmdesk.actions.settling import settle
from pmdesk.figures.conflicts import SAME, Conflict, conflict_items
from pmdesk.figures.desk_items import Item as DeskItem
from pmdesk.ui.accessible import announce
from pmdesk.ui.bus import bus
from pmdesk.ui.buttons import flat
from pmdesk.ui.context import Context
from pmdesk.ui.doing import Problems, do, say_done
from pmdesk.ui.empty import Empty
from pmdesk.ui.link_list import OVERHANG, Group, Item, LinkList
from pmdesk.ui.page import MARGIN, TOP, PageHead, page_column
from pmdesk.ui.pages.conflict_view import ConflictView
from pmdesk.ui.pages.exchange_switch import exchange_switch
from pmdesk.ui.tab_order import tab_as_laid_out
from pmdesk.ui.words import _, n_, spoken


class ConflictsPage(QWidget):
    """Reached from the Desk, from a record's mark and after a merge; `arrive` takes what is to be shown."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.found: list[Conflict] = []
        self.view: ConflictView | None = None
        self._id = ""
        self.head = PageHead(_("To settle"))
        self.next_button = flat(_("Leave it for now"), self.next, "right")
        self.list = LinkList(_("Also to settle"))
        self.list.go.connect(self._go)
        self.empty = Empty(
            _(
                "What two people changed on two laptops stands here, both sides, until somebody chooses; and"
                " records that are called the same."
            ),
            _("To the Desk"),
            lambda: self._context.visit("desk", None),
        )
        self.empty.stand_at(OVERHANG)
        self._place = QHBoxLayout()  # only in a row Qt asks its height at the width it gets (beside_nothing)
        self._place.addStretch(0)
        self._back = flat(_("Back to the Desk"), lambda: self._context.visit("desk", None), "left")
        self._lay_out()
        bus().changed.connect(self._changed)

    # What the window asks of every page

    def arrive(self, argument: object = None) -> None:
        """Show the conflict of this id, or the one in hand; a second Enter settles nothing."""
        self.refresh(str(argument or self._id))

    def refresh(self, wanted: str = "") -> None:
        """Read the register; what is settled gives way to the next."""
        ids = [each.id for each in self.found]
        register, words = self._context.register, spoken()
        self.found = [*conflicts(register, words), *lookalikes(register, words)]
        wanted = wanted or self._id
        after = ids[ids.index(wanted) + 1 :] if wanted in ids else []
        there = {each.id: each for each in self.found}
        chosen = next((id for id in (wanted, *after) if id in there), next(iter(there), ""))
        self._show(there.get(chosen))

    def next(self) -> None:
        """Go on to the one after it, from the last to the first."""
        ids = [each.id for each in self.found]
        if self._id in ids:
            self._show(self.found[(ids.index(self._id) + 1) % len(ids)])
            if self.view is not None:
                self.view.focus()

    def take(self, n: int) -> None:
        """Let a side stand."""
        if self.view is not None:
            self._settle(self.view.conflict, take=n)

    def write(self, value: object) -> None:
        """Write another value, checked like the form."""
        if self.view is not None:
            self._settle(self.view.conflict, value=value)

    def save(self) -> None:
        """Ctrl+S over the field for another value."""
        if self.view is not None:
            self.view.save_another()

    def escape(self) -> bool:
        """Esc leaves the field for another value; what is typed in it stays."""
        return self.view is not None and self.view.leave_another()

    def leave_apart(self) -> None:
        """The two records in hand are two: nobody is asked about them again, here or elsewhere."""
        if self.view is None:
            return
        pair = self.view.conflict
        done = do(self._context, lambda: leave_apart(self._context.register, pair))
        if done is not None:
            say_done(self._context, _("They stay two: {name}.", name=pair.title), done)
            self._go_on()

    def focus_list(self) -> None:
        self.list.setFocus() if self.list.isVisible() else self.focus_record()

    def focus_record(self) -> None:
        if self.view is not None:
            self.view.focus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _settle(self, conflict: Conflict, take: int | None = None, value: object = None) -> None:
        register = self._context.register
        if conflict.sort == SAME and take is not None:
            done = do(self._context, lambda: make_one(register, conflict, take), self._refused)
            said = _("Made one: {name}.", name=conflict.title)
        else:
            done = do(
                self._context,
                lambda: settle(register, conflict.id, take=take, value=value, seen=conflict),
                self._refused,
            )
            said = _("Settled: {name}, {what}", name=conflict.title, what=conflict.label)
        if done is not None:
            say_done(self._context, said, done)
            self._go_on()

    def _go_on(self) -> None:
        """The next stands there, with the keyboard in it."""
        self.refresh()
        if self.view is not None:
            self.view.focus()
            announce(self, self.head.quiet_words())
        elif self.empty.button:
            self.empty.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, problems: Problems) -> None:
        view = self.view
        if view is not None and view.field is not None and view.conflict.field in problems:
            view.refused(problems[view.conflict.field])
            view.ask_another()
            return
        self._context.toast(" ".join(problems.values()))
        self.refresh()

    def _changed(self, _changes: object) -> None:
        """Another save or an Undo: what is being typed here stays while its question does."""
        if self.isVisible():
            self.refresh()

    def _go(self, item: object) -> None:
        if isinstance(item, DeskItem):
            self.refresh(item.id)
            self.focus_record()

    def _open(self, conflict: Conflict) -> None:
        self._context.visit(*place_of(self._context.register, conflict.kind, conflict.record))

    def _show(self, conflict: Conflict | None) -> None:
        many = len(self.found)
        self._id = conflict.id if conflict else ""
        said = (
            n_(many, "{n} thing to settle", "{n} things to settle")
            if many
            else _("Nothing is to be settled.")
        )
        self.head.set(_("To settle"), said)
        if conflict is None or self.view is None or self.view.conflict != conflict:
            self._draw(conflict)
        rest = [each for each in self.found if each.id != self._id]
        items = [
            Item(each.state, each.title, each.quiet, each.who, each.when, each.go, each)
            for each in conflict_items(rest, spoken())
        ]
        self.list.set_groups([Group(_("Also to settle"), str(len(items)), items)])
        self.list.setVisible(bool(items))
        self.next_button.setVisible(many > 1)
        self.empty.setVisible(conflict is None)

    def _draw(self, conflict: Conflict | None) -> None:
        if self.view is not None:
            self._place.removeWidget(self.view)
            self.view.hide()
            self.view.deleteLater()
            self.view = None
        if conflict is not None:
            self.view = ConflictView(
                self._context, conflict, self.take, self.write, lambda: self._open(conflict), self.leave_apart
            )
            self._place.insertWidget(0, self.view, 1)
            tab_as_laid_out(self)  # what is made anew would come last for the keyboard

    def _lay_out(self) -> None:
        area, column = page_column(MARGIN - OVERHANG, MARGIN - OVERHANG, 0, TOP)
        above = QVBoxLayout()
        above.setContentsMargins(OVERHANG, 0, OVERHANG, 0)
        above.setSpacing(12)
        above.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        above.addWidget(self.head)
        above.addWidget(exchange_switch(self._context, "conflicts"))
        above.addLayout(self._place)
        row = QHBoxLayout()
        row.addWidget(self.next_button)
        row.addStretch(1)
        above.addLayout(row)
        column.addLayout(above)
        column.addSpacing(16)
        column.addWidget(self.list)
        column.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
