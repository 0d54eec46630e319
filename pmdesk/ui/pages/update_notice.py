"""What stands between the head of a writing page and its questions: its standing, a draft, a reason."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from pmdesk.domain.dates import say_date
from pmdesk.ui.accessible import announce
from pmdesk.ui.buttons import Button, flat, primary, secondary
from pmdesk.ui.editors import LongText
from pmdesk.ui.field import INDENT, Field, Mark
from pmdesk.ui.labels import label
from pmdesk.ui.words import _, spoken


class Standing(NamedTuple):
    """Where an update stands: a shape, one strong sentence, and what comes next."""

    shape: str
    sentence: str
    next: str = ""


class Notice(QFrame):
    """A quiet panel with a strong sentence, one more under it, and one thing to do at most; else hidden."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self._mark, self._strong, self._more = Mark("none"), label("", "body_strong"), label("", "body")
        self.button: Button = flat(_("Open"))
        words = QVBoxLayout()
        words.setSpacing(4)
        for part in (self._strong, self._more):
            words.addWidget(part)
        words.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        beside = QVBoxLayout()
        beside.setContentsMargins(0, 4, 0, 0)
        beside.addWidget(self._mark)
        beside.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        layout.addLayout(beside)
        layout.addLayout(words, 1)
        self._do: Callable[[], object] | None = None
        self.button.clicked.connect(lambda: self._do and self._do())
        self.say(None)

    def say(
        self, standing: Standing | None, word: str = "", on_click: Callable[[], object] | None = None
    ) -> None:
        """Show where things stand, with a link to do something about it; None hides the panel."""
        self.setVisible(standing is not None)
        if standing is None:
            return
        self._mark.set_state(standing.shape)
        self._strong.setText(standing.sentence)
        self._more.setText(standing.next)
        self._more.setVisible(bool(standing.next))
        self._do = on_click
        self.button.setVisible(bool(word))
        if word:
            self.button.set_word(word)
        announce(self, self.words())

    def words(self) -> str:
        """What the panel says, '' while it is hidden."""
        said = f"{self._strong.text()} {self._more.text()}".strip()
        return "" if self.isHidden() else said


class ReasonPanel(QFrame):
    """Asks why an update is returned; hidden until somebody wants to return one."""

    def __init__(self, send: Callable[[str], object], close: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.field = Field(
            "returned_because",
            _("Why is it returned?"),
            LongText(3),
            _("The writer reads this above the form. It is kept in the register and never printed."),
        )
        buttons = QHBoxLayout()
        buttons.setContentsMargins(INDENT, 0, 0, 0)
        buttons.setSpacing(12)
        buttons.addWidget(primary(_("Return it"), lambda: send(self.reason())))
        buttons.addWidget(secondary(_("Cancel"), close))
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 16, 12, 16)
        layout.setSpacing(12)
        layout.addWidget(self.field)
        layout.addLayout(buttons)
        self.hide()

    def open(self) -> None:
        self.field.set_error("")
        self.field.editor.set_value(None)
        self.show()
        self.field.focus()

    def reason(self) -> str:
        return str(self.field.value() or "")


def said_draft(at: str) -> Standing:
    """'You were writing this on 27 April at 10:42.' from the local minute a draft was kept."""
    day, time = at.split(" ")
    without_year = say_date(day, spoken()).rsplit(" ", 1)[0]
    return Standing(
        "none",
        _("You were writing this on {day} at {time}.", day=without_year, time=time),
        _("It is filled in below. Nothing of it is saved yet."),
    )
