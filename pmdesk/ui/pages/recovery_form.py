"""The twelve words of the recovery sheet are typed: from then on this laptop says whose saves count."""

from collections.abc import Callable

from pmdesk.actions.roles import recover
from pmdesk.ui.context import Context
from pmdesk.ui.editors import LineText
from pmdesk.ui.field import Field
from pmdesk.ui.pages.form_pane import FormPane
from pmdesk.ui.pages.record_parts import Prose
from pmdesk.ui.words import _


class RecoveryForm(FormPane):
    """`closed` is called when it is done or left; what is typed is kept nowhere."""

    def __init__(self, context: Context, closed: Callable[[], object]) -> None:
        self._context, self._closed = context, closed
        word = _("Take over")
        super().__init__(context, _("I have the recovery sheet"), "", word, self.save, self.discard)
        self.add_above(
            Prose(
                _(
                    "Type the twelve words from the sheet in the safe. This laptop then says whose saves"
                    " count. Afterwards stop the one that was lost, and trust the others again if need be."
                )
            )
        )
        self.add(Field("recovery", _("The twelve words"), LineText(), _("With a space between each.")))
        self.save_button.setEnabled(not context.read_only)
        self.focus_field()

    def save(self) -> bool:
        """Take over, or say what is wrong with the words."""
        typed, register = str(self.fields["recovery"].value() or ""), self._context.register
        if self.do(lambda: recover(register, typed)) is None:
            return False
        self._context.toast(_("This laptop says whose saves count."))
        self._closed()
        return True

    def discard(self) -> None:
        self._closed()
