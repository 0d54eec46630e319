"""The small form that ends a record: on which day and, for a seat, why; the record stays, quiet."""

from collections.abc import Callable

from pmdesk.actions import records
from pmdesk.actions.appointing import ending_advice
from pmdesk.actions.finding import title_of
from pmdesk.domain.dates import say_date
from pmdesk.domain.entities import ENTITIES
from pmdesk.figures.record_page import Edit
from pmdesk.ui.context import Context
from pmdesk.ui.doing import do, say_done
from pmdesk.ui.field import Field
from pmdesk.ui.pages.arrangements import END
from pmdesk.ui.pages.editor_for import editor_for
from pmdesk.ui.pages.form_pane import FormPane
from pmdesk.ui.words import _, spoken


def ends_on_a_day(kind: str) -> bool:
    """Whether ending asks for a day; an outside body only changes its status."""
    return ENTITIES[kind].has("ends")


def end_now(context: Context, edit: Edit) -> bool:
    """End a record that has no last day."""
    name = title_of(context.register, edit.kind, str(edit.record))
    done = do(context, lambda: records.end(context.register, edit.kind, str(edit.record), ""))
    if done is not None:
        say_done(context, _("Ended: {name}.", name=name), done)
    return done is not None


class EndRecord(FormPane):
    """`closed` is called when it is done or left."""

    def __init__(self, context: Context, edit: Edit, closed: Callable[[], object]) -> None:
        self.edit, self._context, self._closed = edit, context, closed
        self._name = title_of(context.register, edit.kind, str(edit.record))
        word = _(END[edit.kind])
        super().__init__(context, word, self._name, word, self.save, self.discard)
        entity = ENTITIES[edit.kind]
        for name, text in (("ends", _("Last day")), ("ended_because", _("Why does it end?"))):
            if entity.has(name):
                self.add(Field(name, text, editor_for(entity.field(name), context)))
        self._advise()
        self.fields["ends"].editor.set_value(say_date(context.today, spoken()))
        self.focus_field()

    def _advise(self) -> None:
        """A seat that the law or the body's rules want filled: said before it is left."""
        context = self._context
        if self.edit.kind != "appointment":
            return
        found = do(context, lambda: ending_advice(context.register, str(self.edit.record), context.today))
        if found:
            self.fields["ends"].advise(_(found))

    def save(self) -> bool:
        """End it on the day typed; problems are shown beside their fields."""
        on = str(self.fields["ends"].value() or "")
        if not on:
            self.show_problems({"ends": _("Say which day is the last.")})
            return False
        because = str(self.fields["ended_because"].value() or "") if "ended_because" in self.fields else ""
        register, kind, record = self._context.register, self.edit.kind, str(self.edit.record)
        done = self.do(lambda: records.end(register, kind, record, on, because))
        if done is None:
            return False
        say_done(self._context, _("Ended: {name}.", name=self._name), done)
        self._closed()
        return True

    def discard(self) -> None:
        self._closed()
