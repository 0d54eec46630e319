"""A laptop in hand: its six words to compare, its name, whose it is and what it may change."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from pmdesk.actions import records
from pmdesk.actions.enrolling import Enrolment
from pmdesk.actions.laptop_list import laptop_key
from pmdesk.actions.laptops import call_this_laptop, this_laptop_name, trust_laptop
from pmdesk.actions.roles import stop_trusting
from pmdesk.domain.laptop import LAPTOP, MEMBER, OFFICER, ROLES, laptop_id
from pmdesk.figures.laptops import STOPPED, UNKNOWN, UNNAMED, LaptopLine
from pmdesk.ui.buttons import secondary
from pmdesk.ui.context import Context
from pmdesk.ui.editors import Choice, LineText
from pmdesk.ui.field import Field
from pmdesk.ui.pages.form_pane import FormPane
from pmdesk.ui.pages.record_parts import Prose
from pmdesk.ui.pages.whose_laptop import WhoseLaptop
from pmdesk.ui.section import Section
from pmdesk.ui.words import _, n_, spoken


class LaptopForm(FormPane):
    """`closed` is called when it is done or left; with `may_grant` false only the name can be changed.

    `enrolled` is what the newcomer's own file says, when it is opened by one.
    """

    def __init__(
        self,
        context: Context,
        line: LaptopLine,
        may_grant: bool,
        closed: Callable[[], object],
        enrolled: Enrolment | None = None,
    ) -> None:
        self._context, self.line, self._may_grant, self._closed = context, line, may_grant, closed
        self._enrolled = enrolled
        self._granting = may_grant and not line.mine
        word = _("Save") if line.mine or not self._is_new() else _("The words are the same: trust it")
        super().__init__(context, self._title(), line.said, word, self.save, self.discard)
        self.add_above(self._what_is_known())
        self._add_fields()
        self.stop_button = secondary(_("Stop it"), self.stop)
        self.stop_button.setVisible(self._granting and line.state not in (STOPPED, UNKNOWN))
        self.foot.row.addWidget(self.stop_button)
        self.save_button.setEnabled(not context.read_only)
        self.stop_button.setEnabled(not context.read_only)
        self.focus_field()

    def save(self) -> bool:
        """Trust it, or keep what was changed; problems are shown beside their fields."""
        typed = {name: field.value() for name, field in self.fields.items()}
        name, register = str(typed["name"] or ""), self._context.register
        if self._granting:
            role, person = str(typed["role"] or OFFICER), self.whose.person()
            if problem := self.whose.problem():
                self.show_problems({"person": problem})
                return False
            seal = self._enrolled.seal_key if self._enrolled else ""
            key = laptop_key(self.line)
            done: object = self.do(lambda: trust_laptop(register, key, name, person, role, seal))
        else:
            done = self.do(lambda: self._call(name))
        if done is None:
            return False
        self._context.toast(
            _("Trusted: {name}", name=name) if self._granting else _("Saved: {name}", name=name)
        )
        self._closed()
        return True

    def _call(self, name: str) -> object:
        """This laptop may have no record yet."""
        register = self._context.register
        if self.line.mine:
            return call_this_laptop(register, name)
        record = laptop_id(laptop_key(self.line))
        return records.save(register, LAPTOP.name, {"name": name}, record)[1]

    def stop(self) -> None:
        """What it saved until now counts, what it saves from now on does not."""
        register, key = self._context.register, laptop_key(self.line)
        if self.do(lambda: stop_trusting(register, key)) is not None:
            self._context.toast(_("Stopped: {name}. What it saved until now counts.", name=self._title()))
            self._closed()

    def discard(self) -> None:
        self._closed()

    def _what_is_known(self) -> QWidget:
        """Its words, what to do with them, and what of it waits, close together."""
        known = Section(_("Its six words"))
        known.add(Prose(self.line.fingerprint, "body_strong"))
        if self._granting and self._is_new():
            ring = _(
                "Ring its person and ask them to read you the six words of their laptop: they stand in their"
                " Exchange, under Laptops. Only when they are these, go on."
            )
            known.add(Prose(ring))
        if self.line.waiting:
            known.add(Prose(_why_it_waits(self.line)))
        return known

    def _is_new(self) -> bool:
        return self.line.state in (STOPPED, UNKNOWN, UNNAMED) or self._enrolled is not None

    def _title(self) -> str:
        return self.line.name or self.line.claims or _("A laptop without a name")

    def _enrolled_person(self) -> str:
        """Who is meant by the name in the newcomer's file, where one person here is called so."""
        name = self._enrolled.person if self._enrolled else ""
        found = self._context.register.find("person", name) if name else []
        return str(found[0]["id"]) if len(found) == 1 else ""

    def _add_fields(self) -> None:
        line = self.line
        called = Field("name", _("What it is called"), LineText(320), _("Such as ‘Ann’s laptop’."))
        own = this_laptop_name(self._context.register, spoken()) if line.mine else ""
        called.editor.set_value(line.name or line.claims or own)
        self.add(called)
        if not self._granting:
            return
        owner = line.person_id or line.claims_person or self._enrolled_person()
        self.whose = WhoseLaptop(self._context, owner)
        self.add(self.whose)
        choices = [(code, _(word)) for code, word in ROLES if code in (OFFICER, MEMBER)]
        role = Field("role", _("What it may change"), Choice(choices, blank=False))
        role.editor.set_value(MEMBER if line.state == MEMBER else OFFICER)
        self.add(role)


def _why_it_waits(line: LaptopLine) -> str:
    many = line.waiting
    if line.state == MEMBER:
        return n_(
            many,
            "{n} save is not applied: it speaks of what is not that member’s.",
            "{n} saves are not applied: they speak of what is not that member’s.",
        )
    if line.state == STOPPED:
        return n_(
            many,
            "{n} save was made after it was stopped, and is not applied.",
            "{n} saves were made after it was stopped, and are not applied.",
        )
    return n_(many, "{n} save waits until it is trusted.", "{n} saves wait until it is trusted.")
