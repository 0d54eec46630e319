"""The small form that lets a measure which is there already show an objective."""

from collections.abc import Callable

from pmdesk.actions.finding import title_of
from pmdesk.actions.plans import link_measure
from pmdesk.domain.entities import ENTITIES
from pmdesk.figures.record_page import Edit
from pmdesk.ui.context import Context
from pmdesk.ui.doing import say_done
from pmdesk.ui.editors import Reference
from pmdesk.ui.field import Field
from pmdesk.ui.pages.editor_for import editor_for
from pmdesk.ui.pages.form_pane import FormPane
from pmdesk.ui.words import _


class LinkMeasure(FormPane):
    """`edit.values` name the objective; `closed` is called when it is done or left."""

    def __init__(self, context: Context, edit: Edit, closed: Callable[[], object]) -> None:
        self._context, self._closed = context, closed
        self._objective = edit.values["objective"]
        self._name = title_of(context.register, "objective", self._objective)
        super().__init__(
            context, _("Link a measure"), self._name, _("Link a measure"), self.save, self.discard
        )
        facts = ENTITIES["serves"].field("measure")
        help = _("A measure can show several objectives; its figures are the same under each.")
        self.add(Field("measure", _(facts.label), editor_for(facts, context), help))
        self.focus_field()

    def save(self) -> bool:
        """Link the measure chosen; what is wrong is shown beside the field."""
        editor = self.fields["measure"].editor
        typed = editor.unresolved() if isinstance(editor, Reference) else None
        measure = str(editor.value() or "")
        if typed or not measure:
            said = _("There is no measure called ‘{name}’.", name=typed) if typed else _("Choose a measure.")
            self.show_problems({"measure": said})
            return False
        done = self.do(
            lambda: link_measure(self._context.register, measure, self._objective),
            lambda problems: self.show_problems({"measure": " ".join(problems.values())}),
        )
        if done is None:
            return False
        name = title_of(self._context.register, "measure", measure)
        say_done(self._context, _("{name} now shows {objective}.", name=name, objective=self._name), done)
        self._closed()
        return True

    def discard(self) -> None:
        self._closed()
