"""Settings: the register's own, saved with Undo, and this laptop's, at once: language, colours, text, me."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from pmdesk.actions import finding, this_laptop
from pmdesk.actions.member_files import member_of
from pmdesk.actions.settings import save_settings
from pmdesk.domain.check import Refused, say_value
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.words import LANGUAGES, N_, Say
from pmdesk.ui.bus import bus
from pmdesk.ui.buttons import flat, primary, secondary
from pmdesk.ui.choice_editors import ListChoice
from pmdesk.ui.context import Context
from pmdesk.ui.doing import do, say_done
from pmdesk.ui.editors import DateText, LineText, NumberText, RadioChoice, Reference
from pmdesk.ui.field import INDENT, ErrorSummary, Field, beside_nothing, column, inset
from pmdesk.ui.labels import label
from pmdesk.ui.page import MARGIN, PageHead, page_column
from pmdesk.ui.pages.protection import Protection
from pmdesk.ui.pages.significance_fields import NAMES, SignificanceFields
from pmdesk.ui.pages.typed_stays import State, show_anew, states
from pmdesk.ui.preferences import Preferences
from pmdesk.ui.theme import apply_theme
from pmdesk.ui.words import _, spoken

DATES, REFERENCES = ("annual_council", "returns_due"), ("council", "year")
SCALES = ("1.0", "1.1", "1.25", "1.5", "1.75", "2.0")


class SettingsPage(QWidget):
    """`preferences` are this laptop's; `language_changed` builds the window anew."""

    def __init__(
        self,
        context: Context,
        preferences: Preferences,
        language_changed: Callable[[], object],
        lock: Callable[[], object] = lambda: None,
        protection_changed: Callable[[], object] = lambda: None,
    ) -> None:
        super().__init__()
        self._context, self._kept, self._language_changed = context, preferences, language_changed
        self.summary = ErrorSummary()
        self.significance = SignificanceFields(context)
        self.fields = self._register_fields() | self.significance.fields
        self.laptop = self._laptop_fields()
        area, page = page_column(MARGIN - INDENT, MARGIN, 16)
        page.addLayout(_indented(PageHead(_("Settings"))))
        page.addLayout(beside_nothing(self._here()))
        self.protection = Protection(context, preferences, lock, protection_changed)
        page.addSpacing(16)  # a heading stands nearer to what is under it
        page.addLayout(beside_nothing(_column_of(self.protection)))
        page.addSpacing(16)
        whole, member = self._of_the_register(), member_of(context.register) is not None
        page.addLayout(beside_nothing(whole))
        # What is the council's to set is not changed in a member's own file.
        whole.setHidden(member)
        self.laptop["me"].setHidden(member)
        page.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        bus().changed.connect(self._changed)
        self._shown: dict[str, State] = {}
        self.fields["year"].editor.edited.connect(self._choose_year)
        self._show_laptop()
        self.put_back()

    def arrive(self, argument: object = None) -> None:
        """Text size and colours may have been changed by keys since; `argument` names a field to begin in."""
        self._show_laptop()
        if argument in self.laptop:
            self.laptop[str(argument)].editor.setFocus()

    def escape(self) -> bool:
        """Leave the questions of a passphrase."""
        return self.protection.leave()

    def put_back(self) -> None:
        """Show the register's settings as they stand, and drop what was typed."""
        self._show_register()
        self._shown = states(self._typeable())
        self.summary.show_errors({}, self.fields)
        for field in self.fields.values():
            field.advise("")

    def _typeable(self) -> dict[str, Field]:
        return {**self.fields, "me": self.laptop["me"]}

    def _show_register(self) -> None:
        register = self._context.register
        settings = register.settings()
        self.fields["council"].editor.set_value(settings.get("council"), settings.get("council_name") or "")
        self.fields["year"].editor.set_value(settings.get("year"), settings.get("year_name") or "")
        for name in ("returns_to", "rating_rule", "days_to_report", "days_of_warning", "days_to_answer"):
            self.fields[name].editor.set_value(settings.get(name))
        self.significance.put_back(settings)
        self._show_dates()
        me = this_laptop.me(register)
        self.laptop["me"].editor.set_value(me, finding.title_of(register, "person", me) if me else "")

    def save(self) -> None:
        """Save the register's settings and the dates of its year, in one save with Undo.

        Ctrl+S over the questions of a passphrase answers those.
        """
        if self.protection.form is not None and self.protection.isAncestorOf(self.focusWidget() or self):
            self.protection.form.submit()
            return
        done = do(
            self._context,
            self._checked_save,
            lambda problems: self.summary.show_errors(problems, self.fields),
        )
        if done is not None:
            self.put_back()
            say_done(self._context, _("Settings saved."), done)

    def _see_rules(self) -> None:
        self._context.visit("rating-rules", None)

    def _checked_save(self) -> Any:
        typed = {name: field.value() for name, field in self.fields.items() if name not in DATES}
        dates = {name: self.fields[name].value() for name in DATES}
        nobody = {
            name: _no_such(name, text)
            for name in REFERENCES
            if (text := self.fields[name].editor.unresolved())
        }
        if nobody:
            raise Refused(nobody)
        return save_settings(self._context.register, typed, dates)

    def _choose_year(self) -> None:
        """Its dates are shown but for those that were typed, under which its own are said."""
        dates = {name: self.fields[name] for name in DATES}
        for field in dates.values():
            field.advise("")
        self._shown |= show_anew(dates, self._shown, self._show_dates, _dates_of_another)

    def _show_dates(self) -> None:
        """The dates of the year that is chosen: they are that year's own."""
        year = self.fields["year"].value()
        row = (self._context.register.get("municipal_year", str(year)) if year else None) or {}
        for name in DATES:
            kept = say_value(ENTITIES["municipal_year"].field(name), row.get(name), spoken())
            self.fields[name].editor.set_value(kept)

    def _show_laptop(self) -> None:
        self.laptop["language"].editor.set_value(self._kept.language)
        self.laptop["mode"].editor.set_value(self._kept.mode)
        nearest = min(SCALES, key=lambda scale: abs(float(scale) - self._kept.text_scale))
        self.laptop["text"].editor.set_value(nearest)

    def _here(self) -> QWidget:
        holder, inner = column()
        inner.addWidget(inset(label(_("On this laptop"), "section")))
        for field in self.laptop.values():
            inner.addWidget(field)
        return holder

    def _of_the_register(self) -> QWidget:
        holder, inner = column()
        inner.addWidget(inset(label(_("Of this register"), "section")))
        inner.addWidget(self.summary)
        for name, field in self.fields.items():
            if name not in NAMES:
                field.editor.set_read_only(self._context.read_only)
                inner.addWidget(field)
        inner.addWidget(self.significance)
        rules = flat(_("Rating rules, and how to change them"), self._see_rules, "forward")
        inner.addLayout(_indented(rules))
        row = QHBoxLayout()
        row.setContentsMargins(INDENT, 0, 0, 0)
        self.button = primary(_("Save settings"), self.save)
        self.button.setEnabled(not self._context.read_only)
        row.addWidget(self.button)
        row.addWidget(secondary(_("Put back"), self.put_back))
        row.addStretch(1)
        inner.addLayout(row)
        return holder

    def _register_fields(self) -> dict[str, Field]:
        register, facts = self._context.register, ENTITIES["settings"]
        rules = [(code, _(word)) for code, word in facts.field("rating_rule").choices]

        def find(kind: str) -> Callable[[str], list[tuple[str, str]]]:
            return lambda text: finding.named_like(register, kind, text)

        editors = {
            "council": Reference(find("organisation")),
            "year": Reference(find("municipal_year")),
            "annual_council": DateText(),
            "returns_due": DateText(),
            "returns_to": LineText(),
            "rating_rule": RadioChoice(rules),
            "days_to_report": NumberText(unit=_("days")),
            "days_of_warning": NumberText(unit=_("days")),
            "days_to_answer": NumberText(unit=_("days")),
        }
        years = ENTITIES["municipal_year"]
        made = {}
        for name, editor in editors.items():
            fact = facts.field(name) if facts.has(name) else years.field(name)
            made[name] = Field(name, _(fact.label), editor, _(fact.help) if fact.help else "")
        return made

    def _laptop_fields(self) -> dict[str, Field]:
        register = self._context.register
        me = Reference(lambda text: finding.named_like(register, "person", text))
        language = ListChoice([(code, word) for code, word in LANGUAGES.items()], blank=False)
        mode = ListChoice(
            [
                ("system", _("As the system")),
                ("light", _("Light")),
                ("dark", _("Dark")),
                ("contrast", _("High contrast")),
            ],
            blank=False,
        )
        text = ListChoice([(scale, f"{round(float(scale) * 100)}%") for scale in SCALES], blank=False)
        me.edited.connect(self._set_me)
        me.editingFinished.connect(self._say_nobody)
        language.edited.connect(self._set_language)
        mode.edited.connect(self._set_mode)
        text.edited.connect(self._set_text)
        return {
            "me": Field(
                "me", _("Who are you?"), me, _("Your name goes with everything you save from here on.")
            ),
            "language": Field("language", _("Language"), language),
            "mode": Field("mode", _("Colours"), mode),
            "text": Field("text", _("Text size"), text, _("Ctrl and + or - do the same anywhere.")),
        }

    def _set_me(self) -> None:
        """Half a name changes nothing: whoever it was stays until somebody is chosen or the line is empty."""
        field = self.laptop["me"]
        field.set_error("")
        person = field.value()
        if not field.editor.unresolved():
            me = str(person) if person else None
            do(self._context, lambda: this_laptop.set_me(self._context.register, me))

    def _say_nobody(self) -> None:
        field = self.laptop["me"]
        if typed := field.editor.unresolved():
            field.set_error(
                _("Nobody here is called ‘{name}’ yet. Add them under Members, then choose them here.",
                  name=typed[:80])
            )  # fmt: skip

    def _set_language(self) -> None:
        self._kept.language = str(self.laptop["language"].value())
        self._language_changed()

    def _set_mode(self) -> None:
        self._kept.mode = str(self.laptop["mode"].value())
        self._dress()

    def _set_text(self) -> None:
        self._kept.text_scale = float(str(self.laptop["text"].value()))
        self._dress()

    def _dress(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_theme(app, self._kept.mode, self._kept.text_scale)

    def _changed(self, changes: Any) -> None:
        if changes.touches("settings", "municipal_year", "organisation"):
            self._shown = show_anew(self._typeable(), self._shown, self._show_register)


def _dates_of_another(value: object) -> str:
    return (
        _("Typed before you chose another year. The date of that year is {value}.", value=value)
        if value
        else _("Typed before you chose another year, which has no date here.")
    )


def _no_such(name: str, text: str) -> Say:
    kind = Say(ENTITIES[ENTITIES["settings"].field(name).refers].label)
    return Say(
        N_("There is no {kind} called ‘{name}’. Choose one from the list."), {"kind": kind, "name": text[:80]}
    )


def _column_of(widget: QWidget) -> QWidget:
    holder, inner = column()
    inner.addWidget(widget)
    return holder


def _indented(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(INDENT, 0, 0, 0)
    row.addWidget(widget)
    row.addStretch(1)
    return row
