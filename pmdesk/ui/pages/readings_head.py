"""The head of the page for entering readings: one measure or many, which period, which measures."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout, QWidget

from pmdesk.actions.readings_grid import measures_like, periods_before
from pmdesk.domain.measure import MEASURE
from pmdesk.domain.periods import next_period, previous_period, say_period
from pmdesk.domain.words import Say
from pmdesk.figures.readings_grid import Series
from pmdesk.ui.buttons import toggle, tool
from pmdesk.ui.choice_editors import ListChoice
from pmdesk.ui.context import Context
from pmdesk.ui.flow import Flow
from pmdesk.ui.labels import label
from pmdesk.ui.page import PageHead
from pmdesk.ui.pages.measures_filters import MeasuresFilters
from pmdesk.ui.reference import Reference
from pmdesk.ui.theme import px, themes
from pmdesk.ui.words import _, n_, spoken

NAMED = 5  # rows without a place that are named one by one


class ReadingsHead(QWidget):
    """`way_chosen` gives whether many measures are wanted; the other signals what was chosen for the way."""

    way_chosen = Signal(bool)
    measure_chosen = Signal(str)
    period_chosen = Signal(str)
    narrowed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.title = PageHead(_("Enter readings"))
        self._one, self._many = toggle(_("One measure")), toggle(_("Across measures"))
        group = QButtonGroup(self)
        for at, button in enumerate((self._one, self._many)):
            group.addButton(button, at)
            self.title.add_action(button)
        group.idClicked.connect(lambda at: self.way_chosen.emit(bool(at)))
        self.measure = Reference(lambda text: measures_like(context.register, text), required=True)
        self.measure.setAccessibleName(_("Measure"))
        self.measure.edited.connect(self._measure_edited)
        periods = [(each, say_period(each, spoken())) for each in periods_before(context.today)]
        self.period = ListChoice(periods, blank=False)
        self.period.setAccessibleName(_("Period"))
        self.period.edited.connect(lambda: self.period_chosen.emit(str(self.period.value())))
        self.earlier = tool("left", _("The period before"), lambda: self._step(previous_period))
        self.later = tool("right", _("The period after"), lambda: self._step(next_period))
        self.due = ListChoice([("due", _("Still to enter")), ("all", _("All measures"))], blank=False)
        self.due.setAccessibleName(_("Which measures"))
        self.due.edited.connect(self.narrowed)
        self.filters = MeasuresFilters(context)
        self.filters.changed.connect(self.narrowed)
        self._for_one, self._for_many = Flow(), Flow()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for part in (self.title, self._for_one, self._for_many, self.filters):
            layout.addWidget(part)
        # Once they stand in the layout: parts shown before that would be windows of their own.
        self._for_one.set_parts([self.measure])
        parts = [self.earlier, self.period, self.later, self.due, self.filters.button]
        self._for_many.set_parts(list[QWidget](parts))
        themes().changed.connect(self._fit)
        self._fit()

    def show_measure(self, series: Series) -> None:
        """One measure's periods are on the grid: how often, how they add up, which way is better."""
        self.measure.set_value(series.id, series.name)
        codes = {name: getattr(series.scale, name) for name in ("frequency", "aggregation", "polarity")}
        said = [_(MEASURE.field(name).choice_label(code)) for name, code in codes.items() if code]
        self.title.set_quiet(" ".join(f"{each}." for each in said))
        self._show_way(False)

    def show_period(self, period: str, rows: int, more: bool) -> None:
        """So many measures for one period are on the grid; `more` when not all fit."""
        self.period.set_value(period)
        when = say_period(period, spoken())
        said = n_(rows, "{n} measure for {period}", "{n} measures for {period}", period=when)
        self.title.set_quiet(_("{what}, the first of more: choose a filter", what=said) if more else said)
        self._show_way(True)

    def only_due(self) -> bool:
        return self.due.value() == "due"

    def is_narrowed(self) -> bool:
        """Whether measures are left out of a grid across measures."""
        return self.only_due() or bool(self.filters.chosen)

    def set_due(self, on: bool) -> None:
        self.due.set_value("due" if on else "all")

    def _show_way(self, many: bool) -> None:
        (self._many if many else self._one).setChecked(True)
        self._for_one.setVisible(not many)
        self._for_many.setVisible(many)
        self.filters.setVisible(many and bool(self.filters.parts))

    def _measure_edited(self) -> None:
        if measure := self.measure.value():
            self.measure_chosen.emit(measure)

    def _step(self, move: object) -> None:
        if callable(move) and self.period.value():
            self.period_chosen.emit(str(move(str(self.period.value()))))

    def _fit(self) -> None:
        self.measure.setMinimumWidth(px(360))


class PasteNotice(QFrame):
    """What a pasted block could not place, and which signs were read as states; gone with the next paste."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self._said = label("", "list")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.addWidget(self._said)
        self.hide()

    def show_left(self, left: Sequence[Say], signs: int, narrowed: bool = False) -> None:
        """`left` are the sentences of rows and columns without a place; `signs` how many became states.

        On a grid that is `narrowed` a row may have found no place because its measure is not shown.
        """
        said = [_(each) for each in left[:NAMED]]
        if len(left) > NAMED:
            more = len(left) - NAMED
            said.append(n_(more, "{n} more had no place.", "{n} more had no place."))
        if left and narrowed:
            said.append(_("Measures that are not shown take nothing: choose ‘All measures’ and paste again."))
        if signs:
            said.append(
                n_(signs, "{n} sign was read as a state: look at the cell underlined.",
                   "{n} signs were read as states: look at the cells underlined.")
            )  # fmt: skip
        self._said.setText("\n".join(said))
        self.setVisible(bool(said))

    def sentence(self) -> str:
        return "" if self.isHidden() else self._said.text()
