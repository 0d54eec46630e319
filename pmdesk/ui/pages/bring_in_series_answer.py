"""Putting one series of a file right: its title, unit and which way is better; one answer can serve many."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from pmdesk.actions.figure_imports import PlannedSeries
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.measure import FREQUENCIES, POLARITIES
from pmdesk.ui.buttons import primary, quiet, secondary
from pmdesk.ui.choice_editors import ListChoice
from pmdesk.ui.editors import LineText
from pmdesk.ui.field import INDENT, Field, inset
from pmdesk.ui.labels import label
from pmdesk.ui.theme import px
from pmdesk.ui.words import _, n_

# (series key, field) -> what was typed.
Typed = dict[tuple[str, str], str]
_FIELDS = ("code", "title", "unit", "polarity", "frequency")


class SeriesDialog(QDialog):
    """`use(typed)` is told what was changed; `alike` are the series with the same doubt, this one too."""

    def __init__(
        self,
        parent: QWidget,
        series: PlannedSeries,
        alike: Sequence[PlannedSeries],
        use: Callable[[Typed], object],
        take: Callable[[str], object],
    ) -> None:
        super().__init__(parent)
        self._series, self._alike, self._use, self._take = series, alike, use, take
        self.setWindowTitle(series.code or series.title)
        self.setMinimumWidth(px(560))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24 - INDENT, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(inset(label(series.title, "section")))
        for doubt in series.doubts:
            layout.addWidget(inset(label(_(doubt), "body")))
        self.fields = {name: self._field(name, layout) for name in _FIELDS}
        if series.times:
            choices = [("1", _("As they are written")), ("100", _("Times 100: 0.1 is 10%"))]
            self.fields["times"] = Field(
                "times", _("Are the figures fractions?"), ListChoice(choices, blank=False)
            )
            self.fields["times"].editor.set_value(series.times)
            layout.addWidget(self.fields["times"])
        layout.addLayout(self._buttons())
        self.fields["polarity"].focus()

    def use(self) -> None:
        """Keep what was typed for this series."""
        typed = {(self._series.key, name): value for name, value in self._changed().items()}
        self.accept()
        self._use(typed)

    def use_for_all(self) -> None:
        """Keep what settles the doubt for every series that has it too."""
        name = "times" if self._series.times else "polarity"
        answer = str(self.fields[name].value() or "")
        typed = {(each.key, name): answer for each in self._alike}
        typed |= {(self._series.key, name): value for name, value in self._changed().items()}
        self.accept()
        self._use(typed)

    def _changed(self) -> dict[str, str]:
        now = {name: str(field.value() or "") for name, field in self.fields.items()}
        return {name: value for name, value in now.items() if value != getattr(self._series, name)}

    def _field(self, name: str, layout: QVBoxLayout) -> Field:
        fact = ENTITIES["measure"].field(name)
        choices = {"polarity": POLARITIES, "frequency": FREQUENCIES}.get(name)
        editor = ListChoice([(code, _(word)) for code, word in choices]) if choices else LineText()
        field = Field(name, _(fact.label), editor, _(fact.help) if name == "polarity" else "")
        field.editor.set_value(getattr(self._series, name) or None)
        layout.addWidget(field)
        return field

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(INDENT, 0, 4, 0)
        row.addWidget(quiet(_("Cancel"), self.reject))
        row.addStretch(1)
        word = _("Leave it out") if self._series.taken else _("Take it in")
        row.addWidget(secondary(word, self._tick))
        if len(self._alike) > 1:
            said = n_(len(self._alike), "Use for the one like it", "Use for all {n} like it")
            row.addWidget(secondary(said, self.use_for_all))
        row.addWidget(primary(_("Use what I typed"), self.use))
        return row

    def _tick(self) -> None:
        self.accept()
        self._take(self._series.key)
