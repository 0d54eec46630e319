"""A pack in hand: whose it is, what it would change, whom one must trust first; nothing is written yet."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pmdesk.actions.laptops import fingerprint, trust_laptop
from pmdesk.actions.pack_list import say_moment
from pmdesk.actions.pack_taking import PackLook, Touched
from pmdesk.actions.pack_titles import named_in
from pmdesk.actions.pack_words import say_fields, say_kind, say_warnings, sender_of
from pmdesk.domain.settings import SETTINGS
from pmdesk.ui.buttons import secondary
from pmdesk.ui.context import Context
from pmdesk.ui.doing import do
from pmdesk.ui.editors import LineText
from pmdesk.ui.field import COLUMN, Field, Mark, beside_nothing
from pmdesk.ui.labels import label
from pmdesk.ui.page import PageHead
from pmdesk.ui.pages.record_parts import Prose
from pmdesk.ui.pages.whose_laptop import WhoseLaptop
from pmdesk.ui.section import Section
from pmdesk.ui.small_table import Cell, Column, SmallTable
from pmdesk.ui.theme import px
from pmdesk.ui.words import _, n_, spoken

SHOWN = 200  # records in sight; of more, how many


class PackInHand(QWidget):
    """`trusted` is called when the last unknown laptop was trusted, or one of several."""

    def __init__(self, context: Context, trusted: Callable[[], object]) -> None:
        super().__init__()
        self._context, self._trusted = context, trusted
        self.look: PackLook | None = None
        self.asks = list[TrustAsk]()
        self.named = dict[bytes, str]()  # what the laptops of this pack were called when they were trusted
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)

    def show_look(self, look: PackLook | None) -> None:
        """Show a pack, or none."""
        self.look, self.asks = look, []
        while (item := self._column.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        if look is None:
            self.named.clear()
            return
        register, words = self._context.register, spoken()
        made = say_moment(look.pack.manifest.about.made, words)
        head = PageHead(_("From {name}", name=sender_of(register, look, words)), _("made {when}", when=made))
        self._column.addWidget(head)
        for said in say_warnings(register, look, words):
            self._column.addWidget(_Warning(said))
        for key in look.unknown:
            owner = look.owners.get(key, "")
            ask = TrustAsk(self._context, key, look.called.get(key, ""), self._trust, owner)
            self.asks.append(ask)
            self._column.addWidget(ask)
        self._column.addWidget(self._records(look))

    def _trust(self, key: bytes, name: str) -> None:
        self.named[key] = name
        self._trusted()

    def _records(self, look: PackLook) -> QWidget:
        many = len(look.records)
        section = Section(_("What it would bring"), n_(many, "{n} record", "{n} records") if many else "")
        if not look.new:
            section.add(label(_("Nothing new: all of it is in the register already."), "quiet"))
            return section
        table = SmallTable(
            [Column(_("Record"), 30, strong=True, gives=True), Column(_("Kind"), 16),
             Column(_("What changes"), 40, gives=True)],
            _("Records that this pack writes in"),
        )  # fmt: skip
        words = spoken()
        table.set_rows(
            [
                [each.title or _nameless(each), say_kind(each, words), say_fields(each, words)]
                for each in named_in(self._context.register, look, look.records[:SHOWN], words)
            ]
        )
        section.add(table)
        if many > SHOWN:
            left = many - SHOWN
            section.add(label(n_(left, "and {n} more record", "and {n} more records"), "quiet"))
        return section


def _nameless(each: Touched) -> Cell:
    return Cell(_("This register") if each.kind == SETTINGS.name else _("No name"), quiet=True)


class TrustAsk(QWidget):
    """A laptop that nobody here knows: its six words to compare by phone, and a name for it.

    `trusted` is told its key and the name it was given.
    """

    def __init__(
        self,
        context: Context,
        key: bytes,
        called: str,
        trusted: Callable[[bytes, str], object],
        owner: str = "",
    ) -> None:
        super().__init__()
        self._context, self.key, self._trusted = context, key, trusted
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        section = Section(_("A laptop that is not known here"))
        section.add(
            Prose(
                _(
                    "Ring whoever sent the pack and ask them to read you the six words of their laptop."
                    " They stand in their Exchange, under Packs. Only when they are these, go on:"
                )
            )
        )
        section.add(Prose(fingerprint(key), "body_strong"))
        column.addWidget(section)
        self.name = Field(
            "name", _("What this laptop is called"), LineText(320), _("Such as ‘Ann’s laptop’.")
        )
        self.name.set_indent(0)
        self.name.editor.set_value(called)
        column.addWidget(self.name)
        self.whose = WhoseLaptop(context, owner)
        self.whose.set_indent(0)
        self.whose.setMaximumWidth(px(COLUMN))
        column.addLayout(beside_nothing(self.whose))
        self.button = secondary(_("The words are the same: trust it"), self.trust)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        column.addLayout(row)

    def trust(self) -> None:
        """Say that its saves count here."""
        name, register = str(self.name.value() or ""), self._context.register
        if not self.whose.is_said():
            return
        person = self.whose.person()
        done: Any = do(self._context, lambda: trust_laptop(register, self.key, name, person), self._refused)
        if done is not None:
            self._trusted(self.key, name.strip())

    def _refused(self, problems: Any) -> None:
        self.name.set_error(" ".join(problems.values()))
        self.name.editor.setFocus()


class _Warning(QWidget):
    """A sentence to be read before one goes on, with the triangle before it."""

    def __init__(self, said: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Mark("close", _("Note")))
        row.addWidget(Prose(said), 1)
        row.addStretch(1)
