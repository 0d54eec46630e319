"""The questions of a passphrase: the one there is, the new one, the same once more; five words offered."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pmdesk.actions import encrypting
from pmdesk.ui.buttons import flat, primary, quiet
from pmdesk.ui.field import INDENT, Field, inset
from pmdesk.ui.labels import label
from pmdesk.ui.passphrase import PassphraseText, show_box
from pmdesk.ui.words import _

SET, CHANGE, REMOVE = "set", "change", "remove"


class PassphraseQuestions(QWidget):
    """The questions; `submit(what, now, passphrase, again)` has what was typed."""

    def __init__(
        self, what: str, submit: Callable[[str, str, str, str], object], leave: Callable[[], object]
    ) -> None:
        super().__init__()
        self._what, self._submit = what, submit
        titles = {
            SET: _("Set a passphrase"),
            CHANGE: _("Change the passphrase"),
            REMOVE: _("Remove the passphrase"),
        }
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(inset(label(titles[what], "section")))
        about = (
            _("The register and its backups on this laptop can then be read by whoever gets hold of them.")
            if what == REMOVE
            else _(
                "Nobody can recover a passphrase: not the council’s IT, and not whoever made pmdesk. If it is"
                " lost, everything in the register is lost."
            )
        )
        layout.addWidget(inset(label(about, "body")))
        self.fields = {name: field for name, field in _fields(what).items()}
        for field in self.fields.values():
            layout.addWidget(field)
            field.editor.returnPressed.connect(self.submit)
        self.box = show_box(*(field.editor for field in self.fields.values()))
        layout.addWidget(inset(self.box))
        if what != REMOVE:
            self.suggest_button = flat(_("Suggest five words"), self.suggest, "practice")
            layout.addLayout(row_of(self.suggest_button))
        words = {SET: _("Protect the register"), CHANGE: _("Change it"), REMOVE: _("Remove it")}
        self.button = primary(words[what], self.submit)
        layout.addLayout(row_of(self.button, quiet(_("Cancel"), leave)))

    def first(self) -> Field:
        return next(iter(self.fields.values()))

    def suggest(self) -> None:
        """Five words by chance in both lines, to be read and written down."""
        self.show_problems({})
        suggested = encrypting.suggest()
        for name in ("passphrase", "again"):
            self.fields[name].editor.set_value(suggested)
        self.box.setChecked(True)
        self.fields["passphrase"].advise(_("Write it down before you go on."), "")

    def submit(self) -> None:
        self.show_problems({})
        typed = {name: str(field.value() or "") for name, field in self.fields.items()}
        self._submit(self._what, typed.get("now", ""), typed.get("passphrase", ""), typed.get("again", ""))

    def show_problems(self, problems: dict[str, str]) -> None:
        for name, field in self.fields.items():
            field.set_error(problems.get(name, ""))
        wrong = [name for name in self.fields if name in problems]
        if wrong:
            self.fields[wrong[0]].focus()


def _fields(what: str) -> dict[str, Field]:
    made = {}
    if what != SET:
        made["now"] = Field("now", _("The passphrase it has now"), PassphraseText())
    if what != REMOVE:
        made["passphrase"] = Field(
            "passphrase", _("New passphrase"), PassphraseText(),
            _(
                "At least 12 characters, or four words that do not belong together. Capitals and spaces"
                " count, but not in five words that are suggested here."
            ),
        )  # fmt: skip
        made["again"] = Field("again", _("The same once more"), PassphraseText())
    return made


def row_of(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(INDENT, 0, 4, 0)
    row.setSpacing(12)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
