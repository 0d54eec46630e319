"""What the form of an appointment says while it is filled in: the duty it brings, advice, the term's end."""

from collections.abc import Mapping

from PySide6.QtCore import Qt

from pmdesk.actions.appointing import Typed, advice_on, seats_before, term_end
from pmdesk.domain.dates import say_date
from pmdesk.domain.duty import duty
from pmdesk.figures.record_page import Edit
from pmdesk.ui.buttons import flat
from pmdesk.ui.context import Context
from pmdesk.ui.editors import Reference
from pmdesk.ui.field import Field
from pmdesk.ui.words import _, spoken

Fields = Mapping[str, Field]


class AppointmentForm:
    """Beside one form; of records of another kind it knows nothing. It warns, and never stops anybody."""

    def __init__(self, context: Context, edit: Edit, record: Typed, fields: Fields) -> None:
        self._context, self._record, self._fields = context, str(edit.record or ""), fields
        self._is_seat = edit.kind == "appointment"
        self._given = {**record, **edit.values}
        self._term = ""
        self.take = flat("", self._take_term) if self._is_seat else None

    def editor(self, name: str) -> Reference | None:
        """What an appointment follows is one of the same body's, told apart by its term."""
        if not self._is_seat or name != "follows":
            return None
        register = self._context.register
        return Reference(
            lambda text: seats_before(register, str(self._now("outside_body")), self._record, text, spoken())
        )

    def stand_under(self, field: Field) -> None:
        """Under the end: the button that takes the end by the body's term."""
        layout = field.layout()
        if self.take is None or field.name != "ends" or layout is None:
            return
        layout.addWidget(self.take)
        layout.setAlignment(self.take, Qt.AlignmentFlag.AlignLeft)
        self.take.hide()

    def advise(self, typed: Typed) -> None:
        """Say anew what there is to know of what stands in the form."""
        if self.take is None:
            return
        said: dict[str, list[str]] = {}
        for each in advice_on(self._context.register, typed, self._record or None):
            said.setdefault(each.field, []).append(_(each.sentence))
        for name, field in self._fields.items():
            if name != "capacity":
                field.advise(" ".join(said.get(name, [])))
        capacity = typed.get("capacity")
        self._fields["capacity"].advise(_(duty(capacity).sentence) if capacity else "", "")
        self._offer_term(typed)

    def _offer_term(self, typed: Typed) -> None:
        body = self._context.register.get("outside_body", str(typed.get("outside_body") or "")) or {}
        self._term = "" if typed.get("ends") else term_end(body, typed.get("starts")) or ""
        if self.take is not None:
            self.take.setVisible(bool(self._term))
            self.take.set_word(_("Until {day}, by the body’s term", day=say_date(self._term, spoken())))

    def _take_term(self) -> None:
        editor = self._fields["ends"].editor
        editor.set_value(say_date(self._term, spoken()))
        editor.focus_target().setFocus()
        editor.edited.emit()

    def _now(self, name: str) -> object:
        return (self._fields[name].value() if name in self._fields else self._given.get(name)) or ""
