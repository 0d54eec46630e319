"""What the page of Annual Council shows: how far it is, the seats, the one in hand; it decides nothing."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from pmdesk.domain.dates import say_date
from pmdesk.figures.annual_council import FILTERS, GROUPINGS, SittingFigures
from pmdesk.ui.buttons import flat, menu_button, secondary
from pmdesk.ui.empty import Empty
from pmdesk.ui.flow import Flow
from pmdesk.ui.labels import label
from pmdesk.ui.page import ListAndRecord, PageHead
from pmdesk.ui.pages.annual_council_list import SeatList
from pmdesk.ui.pages.annual_council_side import SeatSide
from pmdesk.ui.search_line import SearchLine
from pmdesk.ui.theme import px, themes, token
from pmdesk.ui.words import _, n_, spoken

Verb = Callable[[], object]
# The list's part of the page; where it is narrower than this the menus stand under the line.
WIDE, BESIDE, TURN = 0.54, 290, 520


class AnnualCouncilView(QWidget):
    """`verb` is told renew, change or end; `narrow` and `group` a code of FILTERS or GROUPINGS."""

    def __init__(
        self, verb: Callable[[str], object], renew_all: Verb, narrow: Callable[[str], object],
        group: Callable[[str], object], go: Callable[[str, object], object], save_list: Verb,
        set_dates: Verb, read_only: bool,
    ) -> None:  # fmt: skip
        super().__init__()
        self._read_only = read_only
        self.head = PageHead(_("Annual Council"))
        self.paper = secondary(_("Paper for the agenda"), lambda: go("papers", "appointments"), "papers")
        self.renew_all = secondary(_("Renew those recommended"), renew_all)
        self.renew_all.setToolTip(
            _("Undecided seats whose members recommend to continue and ask the council for nothing.")
        )
        self.more = menu_button(
            "", [(_("Save as a spreadsheet"), save_list)], name=_("More about the sitting")
        )
        for button in (self.more, self.paper, self.renew_all):
            self.head.add_action(button)
        self.progress, self.bar = label("", "quiet_list"), Bar()
        self.undated = label("", "list")
        self.dates = flat(_("Set its dates"), set_dates, "calendar")
        self.dates.setEnabled(not read_only)
        self.line = SearchLine(_("Filter by body, member, group"))
        self.filter = menu_button("-", [(_(word), partial(narrow, code)) for code, word in FILTERS])
        self.grouping = menu_button("-", [(_(word), partial(group, code)) for code, word in GROUPINGS])
        self.list = SeatList()
        self.side = SeatSide(verb, go, read_only)
        self.list.asked.connect(verb)
        self.nothing = Empty(_("No seat matches what is asked for."), _("Show all"), lambda: narrow(""))
        self.none_yet = Empty(
            _("The seats on outside bodies stand here before Annual Council. There are none yet."),
            _("Outside bodies"), lambda: go("bodies", None), "bodies",
        )  # fmt: skip
        self.lists, self.right = QStackedWidget(), QStackedWidget()
        self._lay_out()

    def show_figures(self, figures: SittingFigures, dated: bool) -> None:
        """The head and how far it is; `dated`: the register has the year and the day it meets."""
        day = say_date(figures.sitting.opening, spoken())
        self.head.set(_("Annual Council"), _("{day}, for {year}", day=day, year=figures.sitting.year))
        said = _("No day is set yet for the Annual Council of {year}: {day} is taken.", day=day,
                 year=figures.sitting.year)  # fmt: skip
        self.undated.setText("" if dated else said)
        for part in (self.undated, self.dates):
            part.setVisible(not dated)
        vacant = n_(figures.vacant, "{n} seat vacant", "{n} seats vacant")
        said = _("{n} of {m} decided", n=figures.decided, m=figures.due)
        self.progress.setText(f"{said}, {vacant}" if figures.vacant else said)
        self.bar.show_share(figures.decided, figures.due, said)
        self.side.show_balance(figures.balance)
        count = len(figures.to_continue)
        self.renew_all.set_word(n_(count, "Renew the {n} recommended", "Renew the {n} recommended"))
        self.renew_all.setVisible(bool(count))
        self.renew_all.setEnabled(not self._read_only)

    def say_filter(self, code: str, grouping: str) -> None:
        """What the two menus are set to."""
        word, by = _(dict(FILTERS)[code]), _(dict(GROUPINGS)[grouping])
        self.filter.set_word(word)
        self.filter.setAccessibleName(_("Show: {which}", which=word))
        self.grouping.set_word(by)
        self.grouping.setAccessibleName(_("Group: {which}", which=by))

    def show_list(self, which: QWidget) -> None:
        """The seats, or why there are none."""
        self.lists.setCurrentWidget(which)
        self.right.setVisible(which is self.list)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        below = wide_list(self.width()) < px(TURN)
        self._row.setDirection(directions.TopToBottom if below else directions.LeftToRight)

    def form(self) -> QWidget | None:
        """What stands in place of the evidence."""
        now = self.right.currentWidget()
        return None if now is self.side else now

    def put(self, form: QWidget) -> None:
        """Show a form in place of the evidence, with the keyboard where the form wants it."""
        wanted = form.focusWidget() or form
        self.drop_form()
        self.right.addWidget(form)
        self.right.setCurrentWidget(form)
        self.right.show()
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def drop_form(self) -> None:
        form = self.form()
        self.right.setCurrentWidget(self.side)
        if form is not None:
            self.right.removeWidget(form)
            form.deleteLater()

    def _lay_out(self) -> None:
        for part in (self.list, self.nothing, self.none_yet):
            self.lists.addWidget(part)
        self.right.addWidget(self.side)
        menus = Flow()
        menus.set_parts([self.filter, self.grouping])
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(8)
        self._row.addWidget(self.line, 1)
        self._row.addWidget(menus)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(24, 0, 16, 8)
        top.setSpacing(8)
        top.addWidget(self.undated)
        top.addWidget(self.dates, 0, Qt.AlignmentFlag.AlignLeft)
        top.addWidget(self.progress)
        top.addWidget(self.bar)
        top.addLayout(self._row)
        column.addLayout(top)
        column.addWidget(self.lists, 1)
        self.split = WideList(left, self.right)
        head = QVBoxLayout()
        head.setContentsMargins(24, 16, 16, 8)
        head.addWidget(self.head)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.split, 1)


class WideList(ListAndRecord):
    """The list takes more than half: its rows have columns, and what is beside it is only read.

    What is beside it keeps what its words need; a width the person chose stays.
    """

    def __init__(self, left: QWidget, right: QWidget) -> None:
        super().__init__(left, right)
        self._chosen = False
        self.splitterMoved.connect(self._choose)
        themes().changed.connect(self._share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _choose(self) -> None:
        self._chosen = True

    def _share(self) -> None:
        if not self._chosen:
            self.set_list_width(wide_list(self.width()))


def wide_list(width: int) -> int:
    """The list's part of a page so wide, in pixels."""
    return max(280, min(round(width * WIDE), width - px(BESIDE)))


class Bar(QWidget):
    """How much of the whole is done, as a line filled from the left; read aloud in words."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes().changed.connect(self.updateGeometry)

    def show_share(self, n: int, of: int, said: str) -> None:
        self._share = n / of if of else 0.0
        self.setAccessibleName(said)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, px(6))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box, round_ = QRectF(self.rect()), self.height() / 2
        painter.setBrush(token("hairline"))
        painter.drawRoundedRect(box, round_, round_)
        if self._share:
            painter.setBrush(token("accent"))
            painter.drawRoundedRect(
                QRectF(0, 0, max(box.width() * self._share, 2 * round_), box.height()), round_, round_
            )
