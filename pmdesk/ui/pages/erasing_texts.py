"""One text that names a person to be erased: take the name out of it, write it anew, or leave it as it is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pmdesk.actions.erasing import Place
from pmdesk.figures.erasure import HOWS, field_name, kind_name
from pmdesk.ui.buttons import flat
from pmdesk.ui.field import Field
from pmdesk.ui.pages.tick import Tick
from pmdesk.ui.text_editors import LongText
from pmdesk.ui.words import _, n_, spoken


class PlaceEditor(QWidget):
    """A tick and, for a text in force, another text to write; `value()` says whether it was chosen."""

    edited = Signal()

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._place = place
        word = _("Take the name out of it") if place.text else _("Erase the earlier text")
        self.tick = Tick(word)
        self.tick.set_value(place.is_certain)
        self.tick.edited.connect(self._ticked)
        self.another = flat(_("Write another text"), self.write_another)
        self.text = LongText(3)
        self.text.setAccessibleName(_("The text to stand there instead"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.tick)
        column.addWidget(self.another, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.text)
        self.text.hide()
        self._ticked()

    def setAccessibleName(self, name: str) -> None:
        """The text is read with what is done to it."""
        super().setAccessibleName(name)
        self.tick.setAccessibleName(name)
        self.another.setAccessibleName(f"{_('Write another text')}: {name}")
        self.text.setAccessibleName(f"{_('The text to stand there instead')}: {name}")

    def write_another(self) -> None:
        """Offer the text without the name to be changed; left empty, nothing stands there."""
        self.text.setVisible(True)
        self.text.set_value(self._place.without)
        self.another.hide()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def value(self) -> bool:
        return bool(self.tick.value())

    def set_value(self, value: object) -> None:
        self.tick.set_value(bool(value))
        self._ticked()

    def instead(self) -> str | None:
        """What was written to stand there; None for the same text without the name."""
        return None if self.text.isHidden() else str(self.text.value() or "")

    def focus_target(self) -> QWidget:
        return self.tick

    def _ticked(self) -> None:
        """Another text is written only where something is taken out."""
        on = self.value()
        self.text.setVisible(on and self.another.isHidden() and bool(self._place.text))
        self.another.setEnabled(on)
        if not self._place.text:
            self.another.hide()
        self.edited.emit()


class PlaceField(Field):
    """Where it stands as the label, the sentence as the help."""

    editor: PlaceEditor

    def __init__(self, place: Place) -> None:
        words = spoken()
        kind, field = kind_name(place.kind, words), field_name(place.kind, place.field, words)
        where = ": ".join(part for part in (place.title or kind, field) if part)
        said = f"‘{place.sentence}’ ({words(HOWS[place.how])})"
        if place.earlier:
            said += f" {n_(place.earlier, 'And {n} earlier text.', 'And {n} earlier texts.')}"
        super().__init__(place.id, where, PlaceEditor(place), said)
