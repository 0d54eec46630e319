"""The two small forms on a milestone: a new date with its reason, and the day it was done."""

from collections.abc import Callable

from pmdesk.actions import milestones
from pmdesk.domain.dates import say_date
from pmdesk.domain.entities import ENTITIES
from pmdesk.figures.timeline import TimelineRow
from pmdesk.ui.charts.said import day
from pmdesk.ui.context import Context
from pmdesk.ui.doing import say_done
from pmdesk.ui.field import Field, inset
from pmdesk.ui.pages.editor_for import editor_for
from pmdesk.ui.pages.form_pane import FormPane
from pmdesk.ui.pages.milestone_moves import Moves
from pmdesk.ui.words import _, n_, spoken


class _MilestoneForm(FormPane):
    """A form about one milestone; `closed` is called when it is done or left."""

    def __init__(
        self, context: Context, row: TimelineRow, title: str, word: str, closed: Callable[[], object]
    ) -> None:  # fmt: skip
        self._context, self.row, self._closed = context, row, closed
        super().__init__(context, title, _about(row), word, self.save, self.discard)

    def ask(self, kind: str, name: str, label: str = "", help: str = "") -> Field:
        """Ask for one field of the facts, under its own label or another."""
        facts = ENTITIES[kind].field(name)
        words = label or _(facts.label)
        return self.add(Field(name, words, editor_for(facts, self._context), help or _(facts.help)))

    def typed(self, name: str) -> str:
        return str(self.fields[name].value() or "")

    def save(self) -> bool:
        done = self.do(self.verb)
        if done is None:
            return False
        say_done(self._context, self.sentence(), done)
        self._closed()
        return True

    def discard(self) -> None:
        self._closed()

    def verb(self) -> object:
        """What Save does."""
        raise AssertionError

    def sentence(self) -> str:
        """What is said once it is done."""
        return ""


class RedateForm(_MilestoneForm):
    """A new date; the first date stays for ever, so that the slip can be seen."""

    def __init__(self, context: Context, row: TimelineRow, closed: Callable[[], object]) -> None:
        super().__init__(context, row, _("Re-date milestone"), _("Re-date"), closed)
        date = self.ask("forecast", "date", _("New date"), _("The first date stays as it was.")).editor
        self.moves = Moves(context, row.id, date.focus_target())
        self.column.addWidget(inset(self.moves))
        date.edited.connect(lambda: self.moves.show_date(self.typed("date")))
        self.ask("forecast", "reason", _("Why does the date move?"))
        self.ask("forecast", "cause", _("Whose doing is it?"))
        self.focus_field()

    def verb(self) -> object:
        date, reason, cause = (self.typed(name) for name in ("date", "reason", "cause"))
        # What is written is what the list under the date said.
        self.moves.show_date(date)
        return milestones.redate(
            self._context.register, self.row.id, date, reason, cause, self._context.today,
            push=self.moves.chosen(), words=spoken(),
        )  # fmt: skip

    def sentence(self) -> str:
        others = len(self.moves.chosen())
        if not others:
            return _("Re-dated {name}.", name=self.row.title)
        return n_(
            others,
            "Re-dated {name} and {n} milestone that waits for it.",
            "Re-dated {name} and {n} milestones that wait for it.",
            name=self.row.title,
        )


class DoneForm(_MilestoneForm):
    """The day on which it was reached, today unless another is typed."""

    def __init__(self, context: Context, row: TimelineRow, closed: Callable[[], object]) -> None:
        super().__init__(context, row, _("Mark milestone done"), _("Mark done"), closed)
        done = self.ask("milestone", "done_on").editor
        done.set_value(say_date(context.today, spoken()))
        self.moves = Moves(context, row.id, done.focus_target())
        self.column.addWidget(inset(self.moves))
        done.edited.connect(lambda: self.moves.show_date(self.typed("done_on")))
        self.moves.show_date(self.typed("done_on"))
        self.focus_field()

    def verb(self) -> object:
        on = self.typed("done_on")
        self.moves.show_date(on)
        return milestones.mark_done(
            self._context.register, self.row.id, on, self._context.today,
            push=self.moves.chosen(), words=spoken(),
        )  # fmt: skip

    def sentence(self) -> str:
        others = len(self.moves.chosen())
        if not others:
            return _("Done: {name}.", name=self.row.title)
        return n_(
            others,
            "Done: {name}. {n} milestone that waits for it was re-dated.",
            "Done: {name}. {n} milestones that wait for it were re-dated.",
            name=self.row.title,
        )


def _about(row: TimelineRow) -> str:
    """What is known of the dates, under the form's title."""
    if row.first_due is None:
        return row.title
    if row.now == row.first_due:
        return _("{name}. Its date is {day}.", name=row.title, day=day(row.now))
    return _(
        "{name}. First date {first}, now {now}.", name=row.title, first=day(row.first_due), now=day(row.now)
    )
