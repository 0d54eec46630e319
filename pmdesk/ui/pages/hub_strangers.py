"""Laptops whose saves wait in the hub: six words to compare by phone, a name, and trust."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pmdesk.actions.laptops import trust_laptop
from pmdesk.figures.hub import Stranger
from pmdesk.ui.buttons import secondary
from pmdesk.ui.context import Context
from pmdesk.ui.doing import do
from pmdesk.ui.field import Field, inset
from pmdesk.ui.labels import label, prose
from pmdesk.ui.pages.whose_laptop import WhoseLaptop
from pmdesk.ui.text_editors import LineText
from pmdesk.ui.words import _, n_


class HubStrangers(QWidget):
    """`trusted` is called when one was trusted: its saves can come in now."""

    def __init__(self, context: Context, trusted: Callable[[], object]) -> None:
        super().__init__()
        self._context, self._trusted = context, trusted
        self._shown: tuple[Stranger, ...] = ()
        self.names: dict[bytes, Field] = {}
        self.whose: dict[bytes, WhoseLaptop] = {}
        self._parts: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self.hide()

    def show_them(self, strangers: Sequence[Stranger]) -> None:
        """What is typed stays while the same laptops wait."""
        if tuple(strangers) != self._shown:
            self._shown = tuple(strangers)
            self._fill()
        self.setVisible(bool(strangers))

    def trust(self, key: bytes) -> None:
        """Say that a laptop is ours; its name is what was typed beside it."""
        field, whose = self.names[key], self.whose[key]
        if not whose.is_said():
            return
        done = do(
            self._context,
            lambda: trust_laptop(self._context.register, key, str(field.value() or ""), whose.person()),
            lambda problems: field.set_error(" ".join(problems.values())),
        )
        if done is not None:
            self._trusted()

    def _fill(self) -> None:
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self.names, self.whose = {}, {}
        self._parts = [self._one(each) for each in self._shown]
        for part in self._parts:
            self._column.addWidget(part)

    def _one(self, stranger: Stranger) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(inset(label(_("A laptop nobody has trusted yet"), "section")))
        column.addWidget(inset(prose(stranger.fingerprint)))
        waiting = n_(
            stranger.saves,
            "{n} save waits in the hub. Ask its owner by phone whether the laptop shows the same six words.",
            "{n} saves wait in the hub. Ask its owner by phone whether the laptop shows the same six words.",
        )
        column.addWidget(inset(label(waiting, "quiet")))
        field = Field("name", _("What this laptop is called"), LineText(280))
        field.editor.returnPressed.connect(lambda: self.trust(stranger.key))
        self.names[stranger.key] = field
        column.addWidget(field)
        self.whose[stranger.key] = WhoseLaptop(self._context)
        column.addWidget(self.whose[stranger.key])
        button = secondary(_("Trust this laptop"), lambda: self.trust(stranger.key))
        button.setEnabled(not self._context.read_only)
        column.addWidget(inset(button), 0, Qt.AlignmentFlag.AlignLeft)
        return holder
