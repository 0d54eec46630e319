"""Whose a laptop is, asked wherever one is trusted; with roles on it must be said: saves count by it."""

from pmdesk.actions.finding import title_of
from pmdesk.actions.laptops import rights_are_on
from pmdesk.domain.laptop import LAPTOP
from pmdesk.ui.context import Context
from pmdesk.ui.field import Field
from pmdesk.ui.pages.editor_for import editor_for
from pmdesk.ui.words import _


class WhoseLaptop(Field):
    """A person of the register; `claimed` is the id of whom the laptop itself says, offered at first."""

    def __init__(self, context: Context, claimed: str = "") -> None:
        self._register = context.register
        help = "" if rights_are_on(self._register) else _("Leave it empty if it is nobody’s own.")
        super().__init__("person", _("Whose it is"), editor_for(LAPTOP.field("person"), context), help)
        if name := title_of(self._register, "person", claimed) if claimed else "":
            self.editor.set_value(claimed, name)

    def person(self) -> str | None:
        """The id of who was chosen; None where nobody was."""
        chosen = self.value()
        return str(chosen) if chosen else None

    def is_said(self) -> bool:
        """Whether it can be taken as it stands; if not, what is wrong is said and the keyboard is there."""
        self.set_error(self.problem())
        if self.error():
            self.focus()
        return not self.error()

    def problem(self) -> str:
        """What is wrong with it, '' where nothing is."""
        if typed := self.editor.unresolved():
            kind = _("Person")
            return _("There is no {kind} called ‘{name}’. Choose one from the list.", kind=kind, name=typed)
        if rights_are_on(self._register) and self.person() is None:
            return _("Say whose laptop this is: roles are on.")
        return ""
