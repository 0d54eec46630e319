"""The laptops that save in the register: whose each is, what it may change, what of it waits."""

from pathlib import Path

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from pmdesk.actions.enrolling import SUFFIX, look_at_enrolment, make_enrolment
from pmdesk.actions.laptop_list import laptop_key, laptops_page, line_of, with_this_laptop
from pmdesk.actions.laptops import own_words
from pmdesk.domain.laptop import laptop_id
from pmdesk.figures.laptops import DECIDES, STOPPED, UNKNOWN, LaptopLine, LaptopsPage
from pmdesk.ui.bus import bus
from pmdesk.ui.buttons import secondary
from pmdesk.ui.context import Context
from pmdesk.ui.doing import Changes, do
from pmdesk.ui.labels import label
from pmdesk.ui.page import PageHead, page_column
from pmdesk.ui.pages.exchange_switch import exchange_switch
from pmdesk.ui.pages.laptop_form import LaptopForm
from pmdesk.ui.pages.record_parts import Prose
from pmdesk.ui.pages.recovery_form import RecoveryForm
from pmdesk.ui.pages.roles_part import RolesPart
from pmdesk.ui.section import Section
from pmdesk.ui.small_table import Cell, Column, SmallTable
from pmdesk.ui.words import _, n_, spoken

PILLS = {DECIDES: "complete", UNKNOWN: "close", STOPPED: "dash"}


class Laptops(QStackedWidget):
    """`arrive` takes the key of a laptop to be asked about, or the id of its record, or nothing."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.form: LaptopForm | RecoveryForm | None = None
        self.found: LaptopsPage | None = None
        self.table = SmallTable(
            [Column(_("Laptop"), 28, strong=True, gives=True), Column(_("Whose it is"), 20, gives=True),
             Column(_("State"), 20), Column(_("Waiting"), 10, "right"), Column(_("Last save"), 22)],
            _("Laptops that save in this register"),
        )  # fmt: skip
        self.table.activated_cell.connect(lambda row, _column: self.open(row))
        self.words, self.waits = Prose("", "body_strong"), Prose("")
        self.roles = RolesPart(context, self.refresh, self.take_over)
        self._overview = self._lay_out()
        self.addWidget(self._overview)
        bus().changed.connect(self._changed)

    # What the window asks of every page

    def arrive(self, argument: object = None) -> None:
        self.put_away()
        if isinstance(argument, bytes):
            self._open(line_of(self._context.register, argument, spoken()))
        elif argument and self.found is not None:
            for line in self.found.lines:
                if laptop_id(laptop_key(line)) == argument:
                    self._open(line)

    def save(self) -> None:
        if self.form is not None:
            self.form.save()

    def escape(self) -> bool:
        """Back to the list; what was typed is given up."""
        if self.form is None:
            return False
        self.put_away()
        return True

    def again(self) -> None:
        self.put_away()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Read the laptops."""
        register = self._context.register
        self.found = page = with_this_laptop(register, laptops_page(register, spoken()), spoken())
        self.table.set_rows([_cells(each) for each in page.lines])
        self.table.leave_out([3], not page.waiting)
        self.words.setText(own_words(register))
        many = page.waiting
        said = n_(
            many,
            "{n} save is kept and not applied. Open its laptop to see why.",
            "{n} saves are kept and not applied. Open their laptop to see why.",
        )
        self.waits.setText(said)
        self.waits.setVisible(bool(many))
        self.roles.show_page(page)

    def open(self, row: int) -> None:
        """The laptop of a row, to be named, trusted or stopped."""
        if self.found is not None and row < len(self.found.lines):
            self._open(self.found.lines[row])

    def open_enrolment(self) -> None:
        """Ask for a newcomer's file and show what it says."""
        kinds = _("Enrolment files (*{suffix})", suffix=SUFFIX)
        chosen, _kind = QFileDialog.getOpenFileName(
            self, _("Open an enrolment file"), str(Path.home()), kinds
        )
        if not chosen:
            return
        register = self._context.register
        found = do(self._context, lambda: look_at_enrolment(register, Path(chosen)))
        if found is not None:
            line = line_of(register, found.key, spoken())
            named = line._replace(claims=found.name)
            form = LaptopForm(self._context, named, self._may_grant(), self.put_away, found)
            self._show(form)

    def write_enrolment(self) -> None:
        """Ask where, and write this laptop's own file."""
        name = _("enrolment") + SUFFIX
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Write an enrolment file"), str(Path.home() / name),
            _("Enrolment files (*{suffix})", suffix=SUFFIX),
        )  # fmt: skip
        if chosen:
            made = do(self._context, lambda: make_enrolment(self._context.register, Path(chosen), spoken()))
            if made is not None:
                self._context.toast(_("Wrote {name}. Send it to the officer who trusts it.", name=made.name))

    def take_over(self) -> None:
        """Ask for the words of the recovery sheet."""
        self._show(RecoveryForm(self._context, self.put_away))

    def put_away(self) -> None:
        """Back to the list."""
        held = self.form is not None and self.form.isAncestorOf(self.focusWidget() or self)
        if self.form is not None:
            self.removeWidget(self.form)
            self.form.deleteLater()
            self.form = None
        self.setCurrentWidget(self._overview)
        self.refresh()
        if held:
            self.table.setFocus()

    def _open(self, line: LaptopLine) -> None:
        self._show(LaptopForm(self._context, line, self._may_grant(), self.put_away))

    def _may_grant(self) -> bool:
        page = self.found or laptops_page(self._context.register, spoken())
        return page.decides or not page.roles_on

    def _show(self, form: LaptopForm | RecoveryForm) -> None:
        if self.form is not None:
            self.removeWidget(self.form)
            self.form.deleteLater()
        self.form = form
        self.addWidget(form)
        self.setCurrentWidget(form)
        form.focus_field()

    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and self.form is None:
            self.refresh()

    def _lay_out(self) -> QWidget:
        area, page = page_column(spacing=16)
        head = PageHead(_("Laptops"))
        head.add_action(secondary(_("Write an enrolment file"), self.write_enrolment))
        head.add_action(secondary(_("Open an enrolment file"), self.open_enrolment, "import"))
        page.addWidget(head)
        page.addWidget(exchange_switch(self._context, "laptops"))
        listed = Section(_("Laptops that save in this register"))
        listed.add(self.waits)
        listed.add(self.table)
        page.addWidget(listed)
        mine = Section(_("The six words of this laptop"))
        mine.add(self.words)
        mine.add(label(_("Read them out when somebody is to trust this laptop."), "quiet"))
        page.addWidget(mine)
        page.addWidget(self.roles)
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        return holder


def _cells(line: LaptopLine) -> list[Cell]:
    name = line.name or line.claims or _("Not named")
    note = _("this laptop") if line.mine else _("as it calls itself") if line.claims and not line.name else ""
    return [
        Cell(name, note, link=True, quiet=not line.name),
        Cell(line.person),
        Cell(line.said, state=PILLS.get(line.state, "plain")),
        Cell(str(line.waiting) if line.waiting else ""),
        Cell(line.last or _("Never")),
    ]
