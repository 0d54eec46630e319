"""The two forms of a health check: one organisation answers alone; the check is closed for good.

What is typed in them is kept nowhere: no draft, and when it is saved it is sealed and the form is gone.
"""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent

from pmdesk.actions.health_checks import answer, close_check
from pmdesk.domain.health_check import LETTERS
from pmdesk.domain.health_templates import ANSWERS
from pmdesk.domain.words import N_
from pmdesk.figures.health import Health
from pmdesk.ui.choice_editors import ListChoice, RadioChoice
from pmdesk.ui.context import Context
from pmdesk.ui.field import Field
from pmdesk.ui.pages.form_pane import FormPane
from pmdesk.ui.pages.record_parts import Prose
from pmdesk.ui.text_editors import LongText
from pmdesk.ui.words import _


class AnswerChoice(RadioChoice):
    """1 to 4 by a key or by the mouse; `by_key` when a number was pressed: the next one is at hand."""

    by_key = Signal()

    def __init__(self) -> None:
        super().__init__([(str(code), f"{code}  {_(said)}") for code, said in ANSWERS], across=True, gap=12)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() in {str(code) for code, _said in ANSWERS}:
            self.set_value(event.text())
            self.edited.emit()
            self.by_key.emit()
        else:
            super().keyPressEvent(event)


class AnswerForm(FormPane):
    """`closed` is called when it is sealed or left; `organisation` is who answers, '' to choose."""

    def __init__(
        self,
        context: Context,
        check: str,
        title: str,
        health: Health,
        organisation: str,
        closed: Callable[[], object],
    ) -> None:
        self._context, self._check, self._closed = context, check, closed
        super().__init__(context, _("Answer"), title, _("Seal the answers"), self.save, self.discard)
        self.add_above(Prose(_(ALONE), "quiet"))
        who = ListChoice(list(health.invited))
        who.set_value(organisation or None)
        self.add(Field("organisation", _("Who answers"), who))
        self._statements = list[Field]()
        for principle in health.principles:
            if principle.title:
                self.add_heading(_(principle.title))
            for said in principle.statements:
                self._ask(_(said))
        self.add_heading(_("Words for everybody"))
        help = _(
            "Shown on the page of the check once it is closed, without a name and in an order of chance,"
            " if three or more wrote something. Leave out what would tell who you are. At most {n} letters.",
            n=LETTERS,
        )
        self.add(Field("said", _("What should the others know?"), LongText(), help))
        self.focus_field("" if not organisation else "s0")

    def save(self) -> bool:
        """Seal what was answered; problems are shown beside their fields."""
        who = str(self.fields["organisation"].value() or "")
        if not who:
            self.show_problems({"organisation": _("Choose who answers.")})
            return False
        values = [each.value() for each in self._statements]
        answers = [int(str(value)) if value else None for value in values]
        if not any(answers):
            self.show_problems({"s0": _("Answer at least one statement.")})
            return False
        said, register = str(self.fields["said"].value() or ""), self._context.register
        done = self.do(lambda: answer(register, self._check, who, answers, said))
        if done is None:
            return False
        self._context.toast(_("Sealed. Nobody can read it again."))
        self._closed()
        return True

    def discard(self) -> None:
        self._closed()

    def _ask(self, said: str) -> None:
        at = len(self._statements)
        editor = AnswerChoice()
        editor.by_key.connect(lambda: self._next(at))
        self._statements.append(self.add(Field(f"s{at}", said, editor)))

    def _next(self, at: int) -> None:
        self.focus_field(f"s{at + 1}" if at + 1 < len(self._statements) else "said")


ALONE = N_(
    "Answer for your organisation alone: press 1 to 4, or leave a statement blank. When you seal the answers"
    " nobody sees them again, nor can you. You may answer again until the check is closed: that takes the"
    " place of this."
)


class CloseForm(FormPane):
    """Says what closing means and asks for it once more: it is final, so Undo cannot be offered after it."""

    def __init__(
        self, context: Context, check: str, title: str, health: Health, closed: Callable[[], object]
    ) -> None:
        self._context, self._check, self._closed = context, check, closed
        super().__init__(context, _("Close for good"), title, _("Close for good"), self.save, self.discard)
        waiting = [name for id, name in health.invited if id not in health.answered]
        said = _("{k} of {n} have answered.", k=len(health.answered), n=len(health.invited))
        left = _("Not yet: {names}.", names="; ".join(waiting)) if waiting else ""
        self.column.addWidget(Prose(" ".join(part for part in (said, left, _(MEANS)) if part)))

    def save(self) -> bool:
        """Close it; what stands in the way is said at the top."""
        register, today = self._context.register, self._context.today
        done = self.do(lambda: close_check(register, self._check, today))
        if done is None:
            return False
        self._context.toast(_("Closed. The results are shown."))
        self._closed()
        return True

    def discard(self) -> None:
        self._closed()


MEANS = N_(
    "Nobody can answer after that. The median and the spread are shown, and every single answer becomes"
    " unreadable. This cannot be undone."
)
