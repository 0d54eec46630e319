"""In the form of a new date: every later date that it moves and whose it is, each with a box to untick."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pmdesk.actions.milestones import Slip, slip_preview
from pmdesk.actions.waiting import waiting
from pmdesk.domain.dates import NotRead, read_date, say_date
from pmdesk.ui.accessible import announce
from pmdesk.ui.context import Context
from pmdesk.ui.labels import label
from pmdesk.ui.pages.tick import Tick
from pmdesk.ui.words import _, n_, spoken

UNDER_TICK = 28


class Moves(QWidget):
    """`show_date` says what a typed date moves; `chosen` are the ids that are to move. It saves nothing."""

    def __init__(self, context: Context, milestone: str, after: QWidget) -> None:
        """`after` is the widget before it in the order of the Tab key."""
        super().__init__()
        self._context, self._milestone, self._after = context, milestone, after
        self._staying, self._typed, self._readable = set[str](), "", False
        self._some = bool(waiting(context.register, milestone).wait_for_it)
        self._slips: list[Slip] = []
        self.rows: dict[str, MovedRow] = {}
        self.sentence = label("", "strong")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.sentence)
        self._say()

    def show_date(self, typed: str) -> None:
        """Show what moves when the milestone goes to this day, as far as it is typed."""
        try:
            self._readable = bool(read_date(typed))
        except NotRead:
            self._readable = False
        self._typed = typed if self._readable else ""
        self._show()

    def chosen(self) -> list[str]:
        """The ids of the milestones that are to move too."""
        return [slip.id for slip in self._slips]

    def _show(self) -> None:
        """Those that move, and those left where they are, unticked; what stays with them is not listed.

        What was unticked stays so while another date is typed.
        """
        every = slip_preview(self._context.register, self._milestone, self._typed)
        self._slips = slip_preview(
            self._context.register, self._milestone, self._typed, frozenset(self._staying)
        )
        moving = {slip.id: slip for slip in self._slips}
        shown = [moving.get(slip.id, slip) for slip in every if slip.id in moving or slip.id in self._staying]
        self._fill(shown)
        self._say()

    def _fill(self, shown: Sequence[Slip]) -> None:
        for gone in set(self.rows) - {slip.id for slip in shown}:
            row = self.rows.pop(gone)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        before = self._after
        for at, slip in enumerate(shown, 1):
            row = self.rows.get(slip.id) or self._made(slip)
            self._column.insertWidget(at, row)
            row.show_slip(slip, slip.id not in self._staying)
            row.show()  # at once: the keyboard may go on to it with the next key
            self.setTabOrder(before, row.tick)
            before = row.tick

    def _made(self, slip: Slip) -> "MovedRow":
        row = self.rows[slip.id] = MovedRow(slip)
        row.tick.edited.connect(lambda: self._ticked(slip.id))
        return row

    def _ticked(self, milestone: str) -> None:
        if self.rows[milestone].tick.isChecked():
            self._staying.discard(milestone)
        else:
            self._staying.add(milestone)
        self._show()

    def _say(self) -> None:
        said = self._said()
        if said != self.sentence.text():
            self.sentence.setText(said)
            announce(self, said)

    def _said(self) -> str:
        if not self._some:
            return _("No other milestone waits for this one.")
        if not self._readable:
            return _("Other milestones wait for this one. Those that a new date moves are listed here.")
        if not self.rows:
            return _("This date moves no other milestone.")
        if not self._slips:
            return _("No other date will be moved.")
        return n_(
            len(self._slips),
            "This moves {n} later date too. Untick it if it stays.",
            "This moves {n} later dates too. Untick what stays.",
        )


class MovedRow(QWidget):
    """One later milestone: a box with its name, and under it whose it is, the two dates and why."""

    def __init__(self, slip: Slip) -> None:
        super().__init__()
        self.tick, self.about = Tick(slip.title), label("", "quiet_list")
        under = QVBoxLayout()
        under.setContentsMargins(UNDER_TICK, 0, 0, 0)
        under.addWidget(self.about)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tick)
        column.addLayout(under)

    def show_slip(self, slip: Slip, moves: bool) -> None:
        said = _moved(slip) if moves else _stays(slip)
        self.tick.set_value(moves)
        self.about.setText(said)
        self.tick.setAccessibleName(slip.title)
        self.tick.setAccessibleDescription(said)


def _whose(slip: Slip) -> str:
    return "; ".join(part for part in (slip.whose, slip.partnership) if part) or _("Nobody named")


def _moved(slip: Slip) -> str:
    return _(
        "{whose}. From {before} to {after}, because it waits for ‘{because}’.",
        whose=_whose(slip), before=say_date(slip.before, spoken()), after=say_date(slip.after, spoken()),
        because=slip.because,
    )  # fmt: skip


def _stays(slip: Slip) -> str:
    day = say_date(slip.before, spoken())
    return _("{whose}. Stays on {day}, though it waits for ‘{because}’.",
             whose=_whose(slip), day=day, because=slip.because)  # fmt: skip
