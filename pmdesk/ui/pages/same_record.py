"""The small form that says two records are one: this one stays, the one chosen goes into it; with Undo."""

from collections.abc import Callable

from pmdesk.actions import finding
from pmdesk.actions.same import same, twins
from pmdesk.figures.record_page import Edit
from pmdesk.ui.context import Context
from pmdesk.ui.doing import do, say_done
from pmdesk.ui.field import Field
from pmdesk.ui.pages.form_pane import FormPane
from pmdesk.ui.reference import Reference
from pmdesk.ui.words import _


class SameRecord(FormPane):
    """`closed` is called when it is done or left."""

    def __init__(self, context: Context, edit: Edit, closed: Callable[[], object]) -> None:
        self.edit, self._context, self._closed = edit, context, closed
        self._name = finding.title_of(context.register, edit.kind, str(edit.record))
        super().__init__(
            context, _("The same as another"), self._name, _("Make them one"), self.save, self.discard
        )
        about = _(
            "This record stays and takes what it lacks from the other. What names the other names this one;"
            " the other is deleted. Undo parts them again."
        )
        self.other = Reference(self._others)
        self.add(Field("other", _("Which one is it the same as?"), self.other, about))
        self._offer()

    def save(self) -> bool:
        """Make them one; problems are shown beside the field."""
        register, kind, stays = self._context.register, self.edit.kind, str(self.edit.record)
        goes = self.other.value()
        if not goes:
            self.show_problems({"other": _("Choose the other record from the list.")})
            return False
        done = self.do(lambda: same(register, kind, stays, str(goes)), self._refused)
        if done is None:
            return False
        say_done(self._context, _("Made one: {name}.", name=self._name), done)
        self._closed()
        return True

    def discard(self) -> None:
        self._closed()

    def _others(self, text: str) -> list[tuple[str, str]]:
        found = finding.named_like(self._context.register, self.edit.kind, text)
        return [each for each in found if each[0] != self.edit.record]

    def _offer(self) -> None:
        """One that is called exactly the same is likely meant."""
        register, kind, record = self._context.register, self.edit.kind, str(self.edit.record)
        for each in do(self._context, lambda: twins(register, kind, record)) or ():
            other = next(id for id in each.records if id != record)
            self.other.set_value(other, each.title)

    def _refused(self, problems: object) -> None:
        said = problems.values() if isinstance(problems, dict) else ()
        self.show_problems({"other": " ".join(said)})
