"""What the hub's administrator runs once: for which laptops, saved as a file to hand on."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from pmdesk.actions.hub import save_setup
from pmdesk.ui.buttons import secondary
from pmdesk.ui.context import Context
from pmdesk.ui.doing import do
from pmdesk.ui.field import Field, inset
from pmdesk.ui.labels import label
from pmdesk.ui.text_editors import LineText
from pmdesk.ui.words import _


class HubScript(QWidget):
    """A heading, the laptops' logins, and a button that asks where to save."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        help = _("One for each laptop, such as: helen amir. The same file run again lets in another.")
        self.logins = Field("laptop", _("Logins"), LineText(), help)
        self.logins.editor.returnPressed.connect(self.ask)
        about = _(
            "The administrator of the council’s database runs one file once. It makes a place for this"
            " register that only these logins see; they read and add, and can change or remove nothing."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(inset(label(_("For its administrator"), "section")))
        column.addWidget(inset(label(about, "quiet")))
        column.addWidget(self.logins)
        column.addWidget(inset(secondary(_("Save the file"), self.ask)), 0, Qt.AlignmentFlag.AlignLeft)

    def ask(self) -> None:
        """Ask where and write the file; a login that is none is told before."""
        start = str(Path.home() / "hub.sql")
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Save the file"), start, "SQL (*.sql)")
        if chosen:
            self.save(Path(chosen))

    def save(self, path: Path) -> None:
        self.logins.set_error("")
        done = do(
            self._context,
            lambda: save_setup(self._context.register, str(self.logins.value() or "").split(), path),
            lambda problems: self.logins.set_error(" ".join(problems.values())),
        )
        if done is not None:
            self._context.toast(_("‘{name}’ is ready for the hub’s administrator.", name=path.name))
