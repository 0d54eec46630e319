"""Settings: which rule says how significant a partnership is, its numbers, and where a council can begin."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.significance import PRESETS
from pmdesk.ui.buttons import flat
from pmdesk.ui.context import Context
from pmdesk.ui.field import BETWEEN, INDENT, Field
from pmdesk.ui.labels import label
from pmdesk.ui.pages.editor_for import editor_for, show_value
from pmdesk.ui.words import _

NAMES = (
    "significance_rule",
    "significance_amount",
    "significance_least",
    "significance_moderate",
    "significance_major",
)
# The numbers that only one rule set asks.
_ONLY = {
    "significance_least": "most",
    "significance_moderate": "points",
    "significance_major": "points",
}


class SignificanceFields(QWidget):
    """`fields` by their names in the settings; a number that the chosen rule does not ask is out of sight."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        facts = ENTITIES["settings"]
        self.fields: dict[str, Field] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BETWEEN)
        for name in NAMES:
            fact = facts.field(name)
            made = Field(name, _(fact.label), editor_for(fact, context), _(fact.help) if fact.help else "")
            made.editor.set_read_only(context.read_only)
            self.fields[name] = made
            column.addWidget(made)
            if name == "significance_rule":
                column.addWidget(self._presets(context.read_only))
        self.fields["significance_rule"].editor.edited.connect(self._show_asked)

    def put_back(self, settings: Mapping[str, object]) -> None:
        """Show the rule set as the register has it."""
        for name, field in self.fields.items():
            show_value(field.editor, ENTITIES["settings"].field(name), settings)
        self._show_asked()

    def begin_with(self, preset: str) -> None:
        """Fill in what a preset says; nothing is saved yet."""
        self.put_back(PRESETS[preset][1])

    def _presets(self, read_only: bool) -> QWidget:
        holder = QWidget()
        lines = QVBoxLayout(holder)
        lines.setContentsMargins(INDENT, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(label(_("Or begin with what another council uses:"), "quiet_list"))
        for name, (word, _values) in PRESETS.items():
            button = flat(_(word), partial(self.begin_with, name))
            button.setEnabled(not read_only)
            lines.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return holder

    def _show_asked(self) -> None:
        rule = self.fields["significance_rule"].value()
        for name, only in _ONLY.items():
            self.fields[name].setVisible(rule == only)
