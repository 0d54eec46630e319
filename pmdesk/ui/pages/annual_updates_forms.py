"""The two small forms of the annual cycle: the days of a municipal year, and why updates are returned."""

from collections.abc import Callable, Sequence

from pmdesk.actions.annual_cycle import annual_cycle, open_year
from pmdesk.actions.updates import Moved, move_all
from pmdesk.domain.annual_update import ANNUAL_UPDATE
from pmdesk.domain.municipal_year import MUNICIPAL_YEAR
from pmdesk.figures.annual_cycle import OwedLine
from pmdesk.ui.context import Context
from pmdesk.ui.doing import say_done
from pmdesk.ui.field import Field
from pmdesk.ui.pages.editor_for import editor_for, show_value
from pmdesk.ui.pages.form_pane import FormPane
from pmdesk.ui.words import _, n_, spoken

_DAYS = ("annual_council", "returns_due")


class YearForm(FormPane):
    """`closed` is told the id of the year that was opened, '' when the form was left."""

    def __init__(
        self, context: Context, name: str, known: dict[str, object], closed: Callable[[str], object]
    ) -> None:
        self._context, self._closed = context, closed
        title = _("Dates of {year}", year=name) if known else _("Open a municipal year")
        line = _("From then on it says who owes an update: every seat held at any time in the year.")
        word = _("Save the dates") if known else _("Open the year")
        super().__init__(context, title, line, word, self.save, self.discard)
        for field in (MUNICIPAL_YEAR.field(each) for each in ("name", *_DAYS)):
            editor = editor_for(field, context)
            self.add(Field(field.name, _(field.label), editor, _(field.help)))
            show_value(editor, field, {"name": name, **known})
        self.fields["name"].setVisible(not known)
        self.focus_field("annual_council")

    def save(self) -> bool:
        """Open the year; problems are shown beside their fields."""
        name, council, due = (str(self.fields[each].value() or "") for each in ("name", *_DAYS))
        register = self._context.register
        done = self.do(lambda: open_year(register, name, council, due))
        if done is None:
            return False
        owed = annual_cycle(register, done[0], self._context.today, spoken())
        said = n_(
            len(owed.lines),
            "Opened {year}. {n} update is owed in it.",
            "Opened {year}. {n} updates are owed in it.",
            year=owed.year,
        )
        say_done(self._context, said, done)
        self._closed(done[0])
        return True

    def discard(self) -> None:
        self._closed("")


class ReturnForm(FormPane):
    """Why updates are returned, said once for all that are chosen; `closed` is told what became of them."""

    def __init__(
        self, context: Context, lines: Sequence[OwedLine], closed: Callable[[Moved | None], object]
    ) -> None:
        self._context, self._closed = context, closed
        self._updates = [line.update for line in lines if line.update]
        title = n_(len(lines), "Return {n} update", "Return {n} updates")
        said = ", ".join(f"{line.member} ({line.body})" for line in lines[:5])
        more = _(" and {n} more", n=len(lines) - 5) if len(lines) > 5 else ""
        super().__init__(context, title, f"{said}{more}", _("Return with a reason"), self.save, self.discard)
        field = ANNUAL_UPDATE.field("returned_because")
        help = _("The member reads this. Say what is missing or must be changed.")
        self.add(Field(field.name, _("Why is it returned?"), editor_for(field, context), help))
        self.focus_field()

    def save(self) -> bool:
        """Return those whose turn it is, as one save; a missing reason is asked for."""
        because = str(self.fields["returned_because"].value() or "")
        register, today = self._context.register, self._context.today
        moved = self.do(lambda: move_all(register, self._updates, "returned", today, because))
        if moved is None:
            return False
        self._closed(moved)
        return True

    def discard(self) -> None:
        self._closed(None)
