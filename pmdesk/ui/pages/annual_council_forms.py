"""The two small forms of a sitting: who sits there instead, and why a seat or a whole body ends."""

from pmdesk.actions.appointing import advice_on
from pmdesk.actions.renewals import appoint_to, end_seat, stop_appointing
from pmdesk.domain.appointment import APPOINTMENT
from pmdesk.domain.duty import duty
from pmdesk.domain.renewal import Sitting
from pmdesk.figures.annual_council_seat import SeatLine
from pmdesk.ui.context import Context
from pmdesk.ui.doing import say_done
from pmdesk.ui.editors import RadioChoice
from pmdesk.ui.field import Field, inset
from pmdesk.ui.labels import label
from pmdesk.ui.pages.annual_council_typed import Closed, SittingForm
from pmdesk.ui.pages.editor_for import editor_for
from pmdesk.ui.words import _

SEAT, BODY = "seat", "body"


class AppointForm(SittingForm):
    """Somebody else for a seat, or somebody for an empty one."""

    verb = "change"

    def __init__(self, context: Context, sitting: Sitting, line: SeatLine, closed: Closed) -> None:
        held = bool(line.who) and not line.is_empty
        title = _("Change who sits") if held else _("Appoint somebody")
        about = f"{line.body_name}: {line.who}" if held else line.body_name
        super().__init__(context, sitting, line, closed, (title, about, _("Appoint")))
        self._ask("person", _("Who is to sit there?"), "")
        self._ask("capacity", _("Capacity"), "")
        self._ask("ends", _("To"), _("Leave empty for the body’s own term."))
        self.fields["capacity"].editor.set_value(line.capacity_code or None)
        self.advice = label("", "quiet")
        self.column.addWidget(inset(self.advice))
        for field in self.fields.values():
            field.editor.edited.connect(self._advise)
        self._advise()
        self.begin()

    def _advise(self) -> None:
        """What to think of first; it never stops the save."""
        values = {name: self.fields[name].value() for name in ("person", "capacity", "ends")}
        values |= {"outside_body": self.line.body, "follows": self.line.key}
        found = advice_on(self._context.register, values, self.line.current or None)
        said = [_(each.sentence) for each in found]
        if values["capacity"]:
            said.insert(0, _(duty(values["capacity"]).sentence))
        self.advice.setText("\n".join(said))

    def save(self) -> bool:
        """Appoint; problems are shown beside their fields."""
        person = self.fields["person"].editor
        if typed := person.unresolved():
            self.show_problems({"person": _("Nobody is called ‘{name}’. Choose from the list.", name=typed)})
            return False
        capacity, ends = (str(self.fields[name].value() or "") for name in ("capacity", "ends"))
        register, who = self._context.register, str(person.value() or "")
        done = self.do(lambda: appoint_to(register, self._sitting, self.line.key, who, capacity, ends))
        if done is None:
            return False
        say_done(
            self._context,
            _("Appointed {name} to {body}.", name=person.text(), body=self.line.body_name),
            done,
        )
        self.decided()
        return True

    def _ask(self, name: str, text: str, help: str) -> None:
        self.add(Field(name, text, editor_for(APPOINTMENT.field(name), self._context), help))


class EndForm(SittingForm):
    """Why it ends, and whether the seat stands vacant or the council leaves the body."""

    verb = "end"

    def __init__(self, context: Context, sitting: Sitting, line: SeatLine, closed: Closed) -> None:
        said = (_("End appointment"), f"{line.body_name}: {line.who}", _("End it"))
        super().__init__(context, sitting, line, closed, said)
        because = APPOINTMENT.field("ended_because")
        help = _("One sentence, for the record and the paper. No names.")
        self.add(Field("ended_because", _("Why does it end?"), editor_for(because, context), help))
        if line.statutory:
            # The body cannot be dropped, so nothing is asked: the seat waits for whoever follows.
            self.add_above(
                label(_("The law requires this seat to be filled. Appoint whoever follows."), "body")
            )
        else:
            self._ask_what()
        self.begin()

    def _ask_what(self) -> None:
        choices = [
            (SEAT, _("It stands vacant")),
            (BODY, _("The council leaves the body")),
        ]
        help = _("Leaving the body ends all its seats; it stays in the register.")
        self.add(Field("what", _("What becomes of the seat?"), RadioChoice(choices), help))
        self.fields["what"].editor.set_value(SEAT)

    def save(self) -> bool:
        """End it; problems are shown beside their fields."""
        register, because = self._context.register, str(self.fields["ended_because"].value() or "")
        whole = "what" in self.fields and self.fields["what"].value() == BODY
        done = self.do(
            (lambda: stop_appointing(register, self._sitting, self.line.body, because))
            if whole
            else (lambda: end_seat(register, self._sitting, self.line.key, because))
        )
        if done is None:
            return False
        said = (
            _("The council stops appointing to {body}.", body=self.line.body_name)
            if whole
            else _("Ended {name} on {body}.", name=self.line.who, body=self.line.body_name)
        )
        say_done(self._context, said, done)
        self.decided()
        return True
