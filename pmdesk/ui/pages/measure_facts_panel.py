"""The facts over a measure's chart: large values, a smaller sign of per cent, an arrow for the direction."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from pmdesk.figures.measure_facts import BigFact
from pmdesk.ui.facts import FactsPanel
from pmdesk.ui.icons import pixmap
from pmdesk.ui.labels import label
from pmdesk.ui.theme import px

ARROW, SIGN = 20, "%"


class MeasureFacts(FactsPanel):
    """`show_facts` puts up to four facts in columns that turn where there is no room."""

    def show_facts(self, facts: Sequence[BigFact]) -> None:
        self._show([self._stack(each) for each in facts])

    def _stack(self, fact: BigFact) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(1)
        column.addWidget(label(fact.label, "small"))
        column.addWidget(self._value(fact))
        column.addWidget(label(fact.note, "small"))
        return holder

    def _value(self, fact: BigFact) -> QWidget:
        number = fact.value.removesuffix(SIGN)
        if number == fact.value and not fact.icon:
            return label(fact.value, "figure")
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8) if fact.icon else 2)
        if fact.icon:
            arrow, side = QLabel(), px(ARROW)
            arrow.setPixmap(pixmap(fact.icon, "text", side, self.devicePixelRatioF()))
            row.addWidget(arrow, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(label(number, "figure", wrap=False))
        if number != fact.value:
            sign = label(SIGN, "body_strong", wrap=False)
            sign.setContentsMargins(0, 0, 0, px(3))
            row.addWidget(sign, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        return holder
