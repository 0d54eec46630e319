"""A file of figures before it comes in: whose area is ours, what becomes of the others, every series."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from pmdesk.actions import figure_imports
from pmdesk.actions.figure_imports import Choices, FigureLook
from pmdesk.ui.buttons import secondary, toggle
from pmdesk.ui.choice_editors import Check, ListChoice
from pmdesk.ui.editors import LineText
from pmdesk.ui.field import INDENT, Field
from pmdesk.ui.labels import label
from pmdesk.ui.page import MARGIN, scrolled
from pmdesk.ui.pages.bring_in_columns import ColumnList
from pmdesk.ui.pages.bring_in_rows import Line, RowList
from pmdesk.ui.pages.bring_in_series import SeriesList, series_lines
from pmdesk.ui.pages.bring_in_series_answer import SeriesDialog
from pmdesk.ui.pages.bring_in_view import LEAST, TURN, Panel, stack
from pmdesk.ui.reference import Reference
from pmdesk.ui.section import SectionHead
from pmdesk.ui.theme import px, tall, themes
from pmdesk.ui.words import _, n_, spoken

MOST = 400
CHOSEN = ("area", "others", "taken", "roles", "fractions", "typed", "same", "year_kind")
_A_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# Room at the left of what can have the focus ring, inside an area that scrolls.
RING = 4


class FigureBody(QWidget):
    """`again(**changed)` looks anew with what a person chose; `open_sheet(name)` looks at another sheet."""

    def __init__(self, again: Callable[..., object], open_sheet: Callable[[str], object]) -> None:
        super().__init__()
        self._again, self._first = again, True
        self.look: FigureLook | None = None
        self.panel, self.asks = Panel(), FigureAsks(self._chosen, again, open_sheet)
        self.columns, self.series, self.refused = ColumnList(self._set_column), SeriesList(), RowList()
        self.series.ticked.connect(self._tick)
        self.series.asked.connect(self.answer)
        self.series_head, self.columns_head = SectionHead(_("Series as measures")), SectionHead(_("Columns"))
        self._shown = {
            "look": toggle(_("To look at first"), lambda: self._show_part("look")),
            "file": toggle(_("In file order"), lambda: self._show_part("file")),
            "refused": toggle(_("Refused"), lambda: self._show_part("refused")),
        }
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._show_part("look")
        themes().changed.connect(self._fit)

    def show_look(self, look: FigureLook) -> None:
        """What was understood of a file."""
        self.look = look
        counts, plan = look.plan.outcomes, look.plan
        doubtful = sum(1 for each in plan.series if each.held or (each.taken and each.doubts))
        unsaid = sum(1 for each in plan.series if each.taken and not each.polarity)
        out = sum(count for _say, count in plan.left_out)
        self.panel.show_states(
            (
                ("ready", counts["added"] + counts["changed"], _("figures to bring in")),
                ("twice", counts["same"], _("in the register already")),
                ("refused", counts["refused"], _("refused, left out")),
                ("doubtful", doubtful, _("series to look at")),
                ("waiting", unsaid, _("do not say which way is better")),
                ("total", out, _("figures left out")),
            ),
            _said(look),
        )
        self.asks.show_look(look)
        self.columns.show_columns(figure_imports.columns_understood(look), figure_imports.column_choices())
        self.columns_head.set_count(str(len(look.file.columns)))
        taken = sum(each.taken for each in plan.series)
        self.series_head.set_count(_("{n} of {m}", n=taken, m=len(plan.series)))
        self.series.show_lines(series_lines(plan.series, self._first))
        self._shown["refused"].set_word(_("Refused {n}", n=len(plan.refused)))
        self.refused.show_lines([_refusal(*problem) for problem in plan.refused[:MOST]])

    def begin(self) -> None:
        """Put the keyboard where a person begins: on the area when it must be chosen, else on the series."""
        if self.look is not None and self.look.plan.asks_area:
            self.asks.area.focus()
        else:
            self.series.setFocus(Qt.FocusReason.OtherFocusReason)

    def answer(self, key: str) -> None:
        """Put one series right."""
        if self.look is None:
            return
        series = next(each for each in self.look.plan.series if each.key == key)
        alike = [each for each in self.look.plan.series if series.doubts and each.doubts == series.doubts]
        self.dialog = SeriesDialog(self, series, alike, self._typed, self._tick)
        self.dialog.open()

    def _typed(self, typed: dict[tuple[str, str], str]) -> None:
        if self.look is not None and typed:
            before = self.look.plan.choices
            self._chosen(typed={**before.typed, **typed})

    def _tick(self, key: str) -> None:
        if self.look is not None:
            series = next(each for each in self.look.plan.series if each.key == key)
            self._chosen(taken={**self.look.plan.choices.taken, key: not series.taken})

    def _chosen(self, **changed: Any) -> None:
        if self.look is not None:
            before = self.look.plan.choices
            values = {name: getattr(before, name) for name in CHOSEN}
            self._again(choices=Choices(**{**values, **changed}))

    def _set_column(self, heading: str, role: str | None) -> None:
        self._again(mapping={heading: role})

    def _show_part(self, part: str) -> None:
        for name, button in self._shown.items():
            button.setChecked(name == part)
        self.series.setVisible(part != "refused")
        self.refused.setVisible(part == "refused")
        if part != "refused":
            self._first = part == "look"
            if self.look is not None:
                self.series.show_lines(series_lines(self.look.plan.series, self._first))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow, least = self.width() < px(TURN), tall(LEAST, 6)
        for widget in (self._left, self.series, self.refused):
            widget.setMinimumHeight(least)
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if self._split.orientation() != wanted:
            self._split.setOrientation(wanted)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN - RING, 0, MARGIN, 0)
        layout.setSpacing(12)
        top = QHBoxLayout()
        top.setContentsMargins(RING, 0, 0, 0)
        top.addWidget(self.panel)
        layout.addLayout(top)
        layout.addWidget(self._split, 1)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(RING, RING, 12, 0)
        column.setSpacing(12)
        for widget in (self.asks, self.columns_head, self.columns):
            column.addWidget(widget)
        column.addStretch(1)
        self._left, right = scrolled(inner), QWidget()
        parts = stack(right, self.series_head, *self._shown.values())
        parts.addWidget(self.series, 1)
        parts.addWidget(self.refused, 1)
        self._split.setStyleSheet("QSplitter::handle { background: transparent }")
        self._split.setHandleWidth(12)
        for side in (self._left, right):
            self._split.addWidget(side)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([404, 760])
        self._split.setChildrenCollapsible(False)


class FigureAsks(QWidget):
    """What only a person can say of a file of figures; each answer is looked at anew at once."""

    def __init__(
        self,
        chosen: Callable[..., object],
        again: Callable[..., object],
        open_sheet: Callable[[str], object],
    ) -> None:
        super().__init__()
        self._areas: list[str] = []
        self._look: FigureLook | None = None
        self.area = Field("area", _("Which area is yours?"), Reference(self._find, required=True))
        self.area.editor.edited.connect(lambda: self._area_chosen(chosen))
        self.others = Check(_("Keep the other areas to compare with"))
        self.others.clicked.connect(lambda on: chosen(others=on))
        self.roles = {"real": Check(""), "part": Check("")}
        for check in self.roles.values():
            check.clicked.connect(lambda _on: chosen(roles=self._roles()))
        self.year = Field("year", _("Which year are the quarters of?"), LineText(120), _("Such as 2024/25."))
        self.year.editor.editingFinished.connect(lambda: self._year_typed(again))
        kinds = [("calendar", _("Calendar years: Q1 begins in January")),
                 ("financial", _("Financial years: Q1 begins in April"))]  # fmt: skip
        self.kind = Field("year_kind", _("Which years are the quarters of?"), ListChoice(kinds))
        self.kind.editor.edited.connect(lambda: chosen(year_kind=str(self.kind.value() or "")))
        self.sheet = Field("sheet", _("Which sheet?"), ListChoice([], blank=False))
        self.sheet.editor.edited.connect(lambda: open_sheet(str(self.sheet.value())))
        self.about = secondary(_("Say what the codes mean"), lambda: self._choose_about(again), icon="file")
        self._about_line = label(
            _("A list of the measures, such as the one that comes with the benchmarks."), "small"
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        asks = (self.area, self.year, self.kind, self.sheet)
        for widget in (*asks, self.others, *self.roles.values(), self.about):
            layout.addWidget(widget)
        layout.addWidget(self._about_line)

    def show_look(self, look: FigureLook) -> None:
        self._look = look
        plan, file = look.plan, look.file
        self._areas = [area.name for area in file.areas]
        self.area.setVisible(bool(file.areas))
        name = file.areas[plan.own].name if plan.own is not None else None
        self.area.editor.set_value(name, name or "")
        self.area.set_error(_("Choose it: the file does not say.") if plan.asks_area else "")
        self.others.setVisible(len(file.areas) > 1)
        self.others.setChecked(plan.choices.others)
        for role, words in (
            ("real", _("Also those adjusted for inflation")),
            ("part", _("Also the parts of other measures")),
        ):
            count = sum(each.role == role for each in plan.series)
            self.roles[role].setText(f"{words} ({n_(count, '{n} series', '{n} series')})")
            self.roles[role].setVisible(count > 0)
            self.roles[role].setChecked(role in plan.choices.roles)
        self._ask_year(look)
        self._show_sheets(look)
        for field in (self.area, self.year, self.kind, self.sheet):
            # On the left edge of the columns, but for the bar of one that must be answered.
            field.set_indent(INDENT if field.error() else 0)
        for part in (self.about, self._about_line):
            part.setVisible(any(each.code and not each.polarity for each in plan.series))

    def _ask_year(self, look: FigureLook) -> None:
        """The year of 'Q1', or which kind of year 'Q1 2024' is of."""
        asked = look.file.undated[0] if look.file.undated else ""
        either = bool(_A_YEAR.search(asked))
        self.year.setVisible(bool(asked) and not either)
        self.year.set_error(_("‘{heading}’ does not say its year.", heading=asked) if asked else "")
        self.kind.setVisible(either or bool(look.plan.choices.year_kind))
        self.kind.editor.set_value(look.plan.choices.year_kind or None)
        said = _("‘{heading}’ can be of a calendar or a financial year.", heading=asked)
        self.kind.set_error(said if either else "")

    def _show_sheets(self, look: FigureLook) -> None:
        editor = self.sheet.editor
        editor.clear()
        for name in look.file.names:
            editor.addItem(name, name)
        editor.set_value(look.file.sheet)
        editor.setMinimumWidth(px(240))
        self.sheet.setVisible(len(look.file.names) > 1)

    def _find(self, text: str) -> list[tuple[str, str]]:
        wanted = text.casefold()
        return [(name, name) for name in self._areas if wanted in name.casefold()]

    def _area_chosen(self, chosen: Callable[..., object]) -> None:
        if self.area.value():
            chosen(area=str(self.area.value()))

    def _roles(self) -> frozenset[str]:
        return frozenset(role for role, check in self.roles.items() if check.isChecked())

    def _year_typed(self, again: Callable[..., object]) -> None:
        if self.year.value():
            again(year=str(self.year.value()))

    def _choose_about(self, again: Callable[..., object]) -> None:
        kinds = _("Spreadsheets (*.xlsx *.xls *.ods *.csv *.tsv *.txt)")
        chosen, _kind = QFileDialog.getOpenFileName(
            self, _("Choose the list of measures"), str(Path.home()), kinds
        )
        if chosen:
            again(about=Path(chosen))


def promise(look: FigureLook) -> str:
    """'Brings in 142 measures, 1,480 readings, 4,544 series of other areas.' or what must be said first."""
    if look.plan.asks_area:
        return _("Say first which area is yours.")
    if look.file.undated:
        if _A_YEAR.search(look.file.undated[0]):
            return _("Say first which kind of year the quarters are of.")
        return _("Say first which year the quarters are of.")
    if look.plan.council_among:
        among = look.plan.council_among
        return _("Say first which column holds the areas: ‘{name}’ is read as a measure.", name=among)
    made = {**look.plan.kinds(), "changed": look.plan.outcomes["changed"]}
    parts = [
        _made(kind, made.get(kind, 0)) for kind in ("measure", "reading", "target", "comparator", "changed")
    ]
    said = ", ".join(part for part in parts if part)
    return _("Brings in {what}. It can be undone in one step.", what=said) if said else ""


def _made(kind: str, n: int) -> str:
    """'1,480 readings'; '' for none."""
    if not n:
        return ""
    count = f"{n:,}"
    if kind == "measure":
        return n_(n, "{count} new measure", "{count} new measures", count=count)
    if kind == "reading":
        return n_(n, "{count} reading", "{count} readings", count=count)
    if kind == "target":
        return n_(n, "{count} target", "{count} targets", count=count)
    if kind == "comparator":
        return n_(n, "{count} series of another area", "{count} series of other areas", count=count)
    return n_(n, "{count} changed figure", "{count} changed figures", count=count)


def _said(look: FigureLook) -> str:
    """What was understood of the file, and what stays out with its reason."""
    facts = figure_imports.said_of_file(look, spoken())
    said = [f"{about}: {text.removesuffix('.')}" for about, text in facts]
    out = [f"{count:,} {_(why)}" for why, count in look.plan.left_out if count]
    return "; ".join([*said, *([_("Left out: {why}", why=", ".join(out))] if out else [])])


def _refusal(row: int, column: str, say: Any) -> Line:
    return Line(row, "passed_over", (column,), frozenset(), (_(say),))
