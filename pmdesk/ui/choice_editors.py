"""Editors for picking one of a few: radio buttons where all fit in sight, else a list; blank is an answer."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from pmdesk.ui.drawing import words_width
from pmdesk.ui.flow import FlowLayout, flow_in
from pmdesk.ui.icons import pixmap
from pmdesk.ui.theme import px, token
from pmdesk.ui.words import _

FEW = 4
BETWEEN = 4  # radio buttons below each other
BESIDE = 30  # the circle of a radio button, and the room before its words
# Beside the words of a drop-down list: its edges and its arrow.
ROOM = 60


class Combo(QComboBox):
    """A drop-down list in our drawing; the wheel passes by unless it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def setAccessibleName(self, name: str) -> None:
        """The list that drops down is named too: it takes the keyboard while it is open."""
        super().setAccessibleName(name)
        self.view().setAccessibleName(name)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words end in dots where the room ends, and the arrow grows with the text."""
        side, option, painter = px(16), QStyleOptionComboBox(), QStylePainter(self)
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width() - 4
        option.currentText = option.fontMetrics.elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room
        )
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        arrow = pixmap("down", "text" if self.isEnabled() else "faint", side, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - 8 - side, (self.height() - side) // 2, arrow)


class Check(QCheckBox):
    """A box to tick, its tick drawn in the colour that reads on the accent."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.checkState() != Qt.CheckState.Checked:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(token("on_accent"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        top = self.height() / 2
        painter.drawPolyline(QPolygonF([QPointF(5.5, top), QPointF(9, top + 3.5), QPointF(15, top - 4)]))


def Choice(choices: Sequence[tuple[str, str]], blank: bool = True) -> "RadioChoice | ListChoice":
    """The editor for one of `choices` (code, word): radio buttons up to four, else a drop-down list."""
    return RadioChoice(choices) if len(choices) <= FEW else ListChoice(choices, blank)


class ListChoice(Combo):
    """One of many, by code; the first line is blank where blank is an answer."""

    edited = Signal()

    def __init__(self, choices: Sequence[tuple[str, str]], blank: bool = True) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if blank:
            self.addItem("", None)
        for code, word in choices:
            self.addItem(word, code)
        self.activated.connect(lambda _index: self.edited.emit())

    def sizeHint(self) -> QSize:
        """As wide as the longest choice: Qt measures a list before it has its font."""
        widest = max((words_width(self.itemText(at), "body") for at in range(self.count())), default=0)
        return QSize(round(widest) + ROOM, super().sizeHint().height())

    def value(self) -> str | None:
        code = self.currentData()
        return code if code is None else str(code)

    def set_value(self, value: object) -> None:
        """Show the choice with this code; a code not among the choices is kept and shown as it stands."""
        at = self.findData(value)
        if at < 0 and value is not None:
            self.addItem(str(value), value)
            at = self.count() - 1
        self.setCurrentIndex(at)

    def set_read_only(self, on: bool) -> None:
        self.setEnabled(not on)

    def focus_target(self) -> QWidget:
        return self


class RadioChoice(QWidget):
    """One of a few, all in sight; Delete takes the answer back."""

    edited = Signal()

    def __init__(self, choices: Sequence[tuple[str, str]], across: bool = False, gap: int = 24) -> None:
        """`across`: beside each other with this `gap`, in as many lines as their words need."""
        super().__init__()
        self._codes = [code for code, _word in choices]
        self._group = QButtonGroup(self)
        layout = FlowLayout(gap, BETWEEN) if across else QVBoxLayout()
        if isinstance(layout, FlowLayout):
            flow_in(self, layout)
        else:
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(BETWEEN)
            self.setLayout(layout)
        for at, (_code, word) in enumerate(choices):
            button = _Radio(word)
            button.cleared.connect(self._clear)
            self._group.addButton(button, at)
            layout.addWidget(button)
        self._group.idClicked.connect(lambda _at: self.edited.emit())

    def setAccessibleName(self, name: str) -> None:
        """Each button says the question too: 'Worthwhile: Yes'."""
        super().setAccessibleName(name)
        for button in self._group.buttons():
            assert isinstance(button, _Radio)
            button.setAccessibleName(f"{name}: {button.word}")

    def value(self) -> object:
        """The code chosen, or None while blank."""
        at = self._group.checkedId()
        return self._codes[at] if at >= 0 else None

    def set_value(self, value: object) -> None:
        if value in self._codes:
            self._group.button(self._codes.index(str(value))).setChecked(True)
        else:
            self._uncheck()

    def set_read_only(self, on: bool) -> None:
        self.setEnabled(not on)

    def focus_target(self) -> QWidget:
        return self._group.checkedButton() or self._group.buttons()[0]

    def _clear(self) -> None:
        if self.value() is not None:
            self._uncheck()
            self.edited.emit()

    def _uncheck(self) -> None:
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)


class _Radio(QRadioButton):
    """A radio button that Delete empties: blank is an answer. Long words go on in a second line."""

    cleared = Signal()

    def __init__(self, word: str) -> None:
        super().__init__(word.replace("&", "&&"))
        self.word = word
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setToolTip(_("Press Delete to leave it blank"))

    def sizeHint(self) -> QSize:
        """As wide as its words on one line."""
        return QSize(self.fontMetrics().horizontalAdvance(self.word) + BESIDE, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        longest = max(map(self.fontMetrics().horizontalAdvance, self.word.split()), default=0)
        return QSize(longest + BESIDE, self.heightForWidth(self.width()))

    def heightForWidth(self, width: int) -> int:
        one = max(self.fontMetrics().height(), super().sizeHint().height() - self._more())
        return one + (len(self._lines(width)) - 1) * self.fontMetrics().lineSpacing()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        said = "\n".join(self._lines(self.width())).replace("&", "&&")
        if said != self.text():
            self.setText(said)

    def _more(self) -> int:
        """What the lines after the first add to the height as the words stand now."""
        return self.text().count("\n") * self.fontMetrics().lineSpacing()

    def _lines(self, width: int) -> list[str]:
        lines, room = [""], width - BESIDE
        for part in self.word.split(" "):
            longer = f"{lines[-1]} {part}" if lines[-1] else part
            if lines[-1] and self.fontMetrics().horizontalAdvance(longer) > room:
                lines.append(part)
            else:
                lines[-1] = longer
        return lines

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit()
        else:
            super().keyPressEvent(event)


class YesNo(RadioChoice):
    """Yes, No, or blank: True, False or None."""

    def __init__(self) -> None:
        super().__init__([("yes", _("Yes")), ("no", _("No"))], across=True)

    def value(self) -> bool | None:
        chosen = super().value()
        return None if chosen is None else chosen == "yes"

    def set_value(self, value: object) -> None:
        super().set_value(None if value is None else "yes" if value else "no")
