"""The form for any record, its questions as arranged for its kind; what was not saved is kept and offered."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from pmdesk.actions import records
from pmdesk.actions.drafts import Draft, drop_draft, kept_draft
from pmdesk.actions.finding import objectives_elsewhere, title_of
from pmdesk.actions.reading import read_record
from pmdesk.actions.records import seen_now
from pmdesk.actions.tolerances import say_kept
from pmdesk.domain.check import Refused, check
from pmdesk.domain.dates import say_date
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.facts import Field as FieldFacts
from pmdesk.domain.facts import Type
from pmdesk.domain.words import N_, Say
from pmdesk.figures.record_page import Edit
from pmdesk.ui.buttons import Button, flat, secondary
from pmdesk.ui.context import Context
from pmdesk.ui.doing import changes_in, do, say_done
from pmdesk.ui.editors import Reference
from pmdesk.ui.field import INDENT, Field
from pmdesk.ui.labels import label
from pmdesk.ui.pages.appointment_form import AppointmentForm
from pmdesk.ui.pages.arrangements import EDIT, FORMS, NEW
from pmdesk.ui.pages.asked import begins_at, is_asked, measure_of
from pmdesk.ui.pages.editor_for import editor_for, help_for, show_value
from pmdesk.ui.pages.form_drafts import kept_now, say_not_kept
from pmdesk.ui.pages.form_pane import FormPane
from pmdesk.ui.pages.report_form import ReportForm
from pmdesk.ui.words import _, spoken

KEEP_AFTER = 2000  # milliseconds between the last key and the draft being kept
# What a person is who is added from a field that refers to one.
_KINDS = {
    "person": "member",
    "portfolio_member": "member",
    "link_officer": "officer",
    "lead_officer": "officer",
}


class EditRecord(FormPane):
    """`saved` is told the id; `closed` is called when the form was left without saving."""

    def __init__(
        self, context: Context, edit: Edit, saved: Callable[[str], object], closed: Callable[[], object]
    ) -> None:
        self.edit, self._context, self._saved, self._closed = edit, context, saved, closed
        self._entity = ENTITIES[edit.kind]
        seen = seen_now(context.register)
        self._record = read_record(context.register, edit.kind, edit.record) if edit.record else {}
        called = title_of(context.register, edit.kind, edit.record, spoken()) if edit.record else ""
        super().__init__(
            context,
            _(EDIT[edit.kind] if edit.record else NEW[edit.kind]),
            called,
            _("Save"),
            self.save,
            self.discard,
        )
        self.seen_before(seen)
        self._kept, self._over, self._warned = "", False, False
        self.offer: _Offer | None = None
        self._facts: dict[str, FieldFacts] = {}
        self._measure = measure_of(context, edit, self._record)
        self._report = ReportForm(context, edit, self._record)
        self._seat = AppointmentForm(context, edit, self._record, self.fields)
        self._ask()
        self._before = self._values()
        self._given = {name: value for name, value in self._report.known().items() if name in self.fields}
        for name, value in self._given.items():
            self._prefill(name, value)
        self._start = self._values()
        self._seat.advise(self._start)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_AFTER)
        self._timer.timeout.connect(self.keep)
        self._offer(kept_draft(context.register, self.draft_page()))
        self.focus_field(edit.field or self.first_empty())

    def draft_page(self) -> str:
        """Under what name the register keeps what is typed here."""
        given = ",".join(sorted(self.edit.values.values()))
        return f"edit:{self.edit.kind}:{self.edit.record or 'new'}:{given}"

    def dirty(self) -> bool:
        """Whether anything was typed that is not saved."""
        return not self._over and self._values() != self._start

    def save(self) -> bool:
        """Save what differs from the record; problems are shown beside their fields."""
        return self._save_then(self._saved)

    def offer_next(self, word: str, go_on: Callable[[str], object]) -> None:
        """Another button that saves and goes on with the record just made (its id)."""
        self.foot.row.insertWidget(1, secondary(word, lambda: self._save_then(go_on)))

    def discard(self) -> None:
        """Leave without saving; what was typed is kept, and Undo opens the form again with it."""
        typed = self._typed() if self.dirty() else {}
        if typed:
            if not self.keep() and not self._warned:
                self._warned = True
                say_not_kept(self._context)
                return
            again, seen = self.edit, self.seen
            self._context.toast(
                _("Not saved. What you typed is kept."), lambda: self._open_again(again, typed, seen)
            )
        self._finish()
        self._closed()

    def keep(self) -> bool:
        """Keep what is typed, so that a crash loses seconds; whether all of it is kept now."""
        typed = self._typed()
        if not self.dirty() or repr(typed) == self._kept:
            return True
        if not kept_now(self._context, self.draft_page(), typed, self.seen):
            self.note.setText(_("Draft not kept."))
            return False
        self._kept, self._warned = repr(typed), False
        self.note.setText(_("Draft kept."))
        return True

    def bring_back(self, typed: dict[str, object], seen: int | None = None) -> None:
        """Put what was typed before into the form again, and how far the register was `seen` then."""
        self.seen_before(seen)
        for name, value in typed.items():
            if name in self.fields:
                self._prefill(name, value)
        self._seat.advise(self._values())
        self._hide_offer()
        self.focus_field()

    def fill_in(self, values: Mapping[str, str]) -> None:
        """Put text into questions still empty; it is saved with the rest, and is no draft by itself."""
        for name, value in values.items():
            if name in self.fields and not self.fields[name].value():
                self._prefill(name, value)
                self._start[name] = _typed_in(self.fields[name])

    def hideEvent(self, event: QHideEvent) -> None:
        self.keep()
        super().hideEvent(event)

    # Set by the page that shows the form, so that Undo after Cancel finds its way back.
    open_again: Callable[[Edit], "EditRecord"] | None = None

    def _open_again(self, edit: Edit, typed: dict[str, object], seen: int) -> None:
        if self.open_again:
            self.open_again(edit).bring_back(typed, seen)

    def _save_then(self, then: Callable[[str], object]) -> bool:
        done = self.do(lambda: self._checked_save())
        if done is None:
            return False
        self._finish()
        do(self._context, lambda: drop_draft(self._context.register, self.draft_page()))
        name = title_of(self._context.register, self.edit.kind, done[0], spoken())
        said = say_saved(name)
        changes = changes_in(done)
        kept = say_kept(changes, spoken()) if changes else ""
        say_done(self._context, f"{said} {kept}".rstrip(), done)
        then(self.edit.record or done[0])
        return True

    def _finish(self) -> None:
        self._over = True
        self._timer.stop()

    def _ask(self) -> None:
        for group in FORMS[self.edit.kind]:
            asked = [
                name
                for name in group.fields
                if is_asked(self.edit, name, self._record, self._measure) and self._report.asks(name)
            ]
            if group.heading and asked:
                self.add_heading(_(group.heading))
            for name in asked:
                self._question(self._entity.field(name))

    def _question(self, facts: FieldFacts) -> None:
        editor = (
            self._aligned_editor(facts)
            or self._report.editor(facts.name)
            or self._seat.editor(facts.name)
            or editor_for(facts, self._context)
        )
        show_value(editor, facts, self._record)
        editor.edited.connect(self._soon)
        self._facts[facts.name] = facts
        field = self.add(Field(facts.name, _(facts.label), editor, help_for(facts, self._record)))
        known = self._measure is not None if facts.name == "measure" else self._record.get("first_due")
        if facts.name in ("measure", "first_due") and known:
            field.editor.set_read_only(True)
        self._seat.stand_under(field)
        if isinstance(editor, Reference) and facts.refers in ("person", "organisation"):
            self.column.addLayout(_adder(editor, lambda text: self._add_named(facts, editor, text)))

    def _aligned_editor(self, facts: FieldFacts) -> Reference | None:
        """One end of an alignment offers what the other can be aligned to: objectives of other plans."""
        other = {"objective": "serves", "serves": "objective"}.get(facts.name)
        if self.edit.kind != "alignment" or other is None:
            return None
        given = str(self.edit.values.get(other) or self._record.get(other) or "")

        def find(text: str) -> list[tuple[str, str]]:
            chosen = self.fields[other].value() if other in self.fields else given
            return objectives_elsewhere(self._context.register, str(chosen or ""), text)

        return Reference(find, required=facts.required)

    def _soon(self) -> None:
        """A person who types without a pause is kept too: the clock is not set back by each key."""
        self._seat.advise(self._values())
        if not self._timer.isActive():
            self._timer.start()

    def _values(self) -> dict[str, object]:
        return {name: _typed_in(field) for name, field in self.fields.items()}

    def _typed(self) -> dict[str, object]:
        """What differs from the record, by field; only that is saved, so that a merge has less to settle."""
        return {name: value for name, value in self._values().items() if value != self._before[name]}

    def _checked_save(self) -> tuple[str, object]:
        typed = self._typed()
        problems = {name: _nobody(self._facts[name], text) for name, text in self._unresolved().items()}
        if problems:
            try:
                check(
                    self._entity, {n: v for n, v in typed.items() if n not in problems}, self._record or None
                )
            except Refused as refused:
                problems = {**refused.problems, **problems}
            raise Refused(problems)
        register, edit = self._context.register, self.edit
        return records.save(register, edit.kind, typed, edit.record)

    def _unresolved(self) -> dict[str, str]:
        found = {}
        for name, field in self.fields.items():
            text = field.editor.unresolved() if isinstance(field.editor, Reference) else None
            if text:
                found[name] = text
        return found

    def _prefill(self, name: str, value: object) -> None:
        editor, facts = self.fields[name].editor, self._facts[name]
        if isinstance(editor, Reference):
            named = isinstance(value, str) and value.startswith("?")
            if named:
                editor.setText(str(value)[1:])
            else:
                title = title_of(self._context.register, facts.refers, str(value)) if value else ""
                editor.set_value(value, title)
        elif facts.type in (Type.DATE, Type.PARTIAL):
            editor.set_value(say_date(value, spoken()) or None)
        else:
            editor.set_value(value)

    def first_empty(self) -> str:
        """Where some values are given already, the keyboard starts at the first question still open."""
        if not self._given:
            return begins_at(self.edit, self._measure)
        return next((name for name in self.fields if name not in self._given), "")

    def _add_named(self, facts: FieldFacts, editor: Reference, text: str) -> None:
        typed = {"name": text}
        if facts.refers == "person":
            typed["kind"] = _KINDS.get(facts.name, "contact")
        done = do(self._context, lambda: records.save(self._context.register, facts.refers, typed))
        if done:
            editor.set_value(done[0], text)
            editor.edited.emit()
            self._context.toast(_("Added {name}.", name=text))

    def _offer(self, draft: Draft | None) -> None:
        if draft is None or not draft.typed:
            return
        typed, seen = dict(draft.typed), draft.seen
        day, _space, time = draft.at.partition(" ")
        when = _("{day}, {time}", day=say_date(day, spoken()), time=time)
        self.offer = _Offer(_("What you typed here on {when} was not saved.", when=when))
        self.offer.take.clicked.connect(lambda: self.bring_back(typed, seen))
        self.offer.leave.clicked.connect(self._throw_away)
        self.add_above(self.offer)

    def _throw_away(self) -> None:
        do(self._context, lambda: drop_draft(self._context.register, self.draft_page()))
        self._hide_offer()
        self.focus_field()

    def _hide_offer(self) -> None:
        if self.offer is not None:
            self.offer.hide()


def say_saved(name: str) -> str:
    """'Saved Howgate Trust.'; what is a sentence itself stands in quotation marks."""
    if name.rstrip().endswith((".", "?", "!")):
        return _("Saved ‘{name}’.", name=name)
    return _("Saved {name}.", name=name) if name else _("Saved.")


class _Offer(QFrame):
    """A draft found: bring it back, or throw it away."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.take, self.leave = secondary(_("Bring it back")), flat(_("Throw it away"))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.take)
        row.addWidget(self.leave)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addWidget(label(sentence, "body_strong"))
        layout.addLayout(row)


def _typed_in(field: Field) -> object:
    """An editor's value; words in a reference that name no record yet are marked with '?'."""
    editor = field.editor
    if isinstance(editor, Reference) and (text := editor.unresolved()):
        return f"?{text}"
    return editor.value()


def _nobody(facts: FieldFacts, text: str) -> Say:
    kind = Say(ENTITIES[facts.refers].label)
    return Say(
        N_("There is no {kind} called ‘{name}’. Choose one from the list, or add it below."),
        {"kind": kind, "name": text[:80]},
    )


def _adder(editor: Reference, add: Callable[[str], object]) -> QHBoxLayout:
    """A button under a reference that adds whom it names, shown while it names nobody known."""
    button: Button = flat(_("Add to the register"), lambda: add(editor.unresolved() or ""), "plus")

    def look() -> None:
        text = editor.unresolved()
        button.setVisible(bool(text))
        if text:
            button.set_word(_("Add ‘{name}’ to the register", name=text))

    editor.textChanged.connect(lambda _text: look())
    row = QHBoxLayout()
    row.setContentsMargins(INDENT, 0, 0, 0)
    row.addWidget(button)
    row.addStretch(1)
    button.hide()
    return row
