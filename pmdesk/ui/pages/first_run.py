"""The first window: open the sample, start a register, bring a spreadsheet, or open a register there is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from pmdesk.domain.check import Refused
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.words import LANGUAGES
from pmdesk.ui.buttons import flat, primary, quiet, secondary
from pmdesk.ui.editors import DateText, LineText, RadioChoice
from pmdesk.ui.field import ErrorSummary, Field, beside_nothing, column, inset
from pmdesk.ui.labels import label
from pmdesk.ui.page import Footer, scrolled
from pmdesk.ui.preferences import REGISTERS
from pmdesk.ui.theme import px, themes
from pmdesk.ui.words import _, spoken

WIDEST = 860


@dataclass(frozen=True)
class Beginnings:
    """What can be begun; app.py gives the functions. Each takes what was chosen and opens the window.

    `check(answers)` and `start(path, answers, spreadsheet)` raise Refused with problems by field; the others
    show their own faults. `speak(code)` shows the beginnings again in that language.
    """

    sample: Callable[[], object]
    check: Callable[[dict[str, str]], object]
    start: Callable[[Path, dict[str, str], Path | None], object]
    open: Callable[[Path], object]
    speak: Callable[[str], object]
    text_size: Callable[[int], object]
    folder: Path
    year: str
    who: str


class FirstRun(QWidget):
    """The choice of a beginning, and the short form that starts a register."""

    def __init__(self, beginnings: Beginnings, recent: Sequence[Path] = ()) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setWindowTitle("pmdesk")
        self._begin = beginnings
        self._spreadsheet: Path | None = None
        self._pages = QStackedWidget()
        self.form = StartForm(beginnings, self._start, self._back)
        self._pages.addWidget(scrolled(self._choices(recent)))
        self._pages.addWidget(self.form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self._back)
        for keys, step in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1), ("Ctrl+0", 0)):
            QShortcut(QKeySequence(keys), self).activated.connect(partial(beginnings.text_size, step))
        themes().changed.connect(self._fit)
        self._fit()
        self.resize(px(WIDEST), px(700))

    def ask_start(self, spreadsheet: Path | None = None) -> None:
        """Show the form that starts a register; with a spreadsheet it is brought in right after."""
        self._spreadsheet = spreadsheet
        self.form.say_spreadsheet(spreadsheet)
        self._pages.setCurrentWidget(self.form)
        self.form.fields["council"].focus()

    def _choices(self, recent: Sequence[Path]) -> QWidget:
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(48, 40, 48, 32)
        layout.setSpacing(12)
        layout.addWidget(label(_("Welcome to pmdesk"), "title"))
        layout.addWidget(
            label(
                _("Partnerships, outside bodies and what came of them. Everything stays on this laptop."),
                "body",
            )
        )
        layout.addSpacing(12)
        layout.addWidget(
            _card(
                _("Bring my spreadsheet"),
                _(
                    "Outside bodies or partnerships from Excel, ODS or CSV."
                    " You see what was understood first."
                ),
                primary(_("Choose a spreadsheet"), self._bring, icon="import"),
            )
        )
        layout.addWidget(
            _card(
                _("Start a register"),
                _("An empty one for your council. It asks a few short questions."),
                secondary(_("Start a register"), self.ask_start, icon="file"),
            )
        )
        layout.addWidget(
            _card(
                _("Look at the sample"),
                _(
                    "Aldermoor District Council, a made-up council with a year of updates."
                    " Change what you like."
                ),
                secondary(_("Open the sample"), self._begin.sample, icon="bodies"),
            )
        )
        layout.addWidget(
            _card(
                _("Open a register"),
                _("A pmdesk file that is on this laptop already."),
                secondary(_("Open a register"), self._open, icon="right"),
            )
        )
        for path in recent:
            layout.addWidget(
                flat(_("Open {name}", name=path.stem), partial(self._begin.open, path), icon="file"),
                0,
                Qt.AlignmentFlag.AlignLeft,
            )
        for code, word in LANGUAGES.items():
            if code != spoken().language:
                other = flat(word, partial(self._begin.speak, code))
                layout.addWidget(other, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        self._holder = holder
        outer = QWidget()
        beside = QHBoxLayout(outer)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(holder, 1)
        beside.addStretch(0)
        return outer

    def _fit(self) -> None:
        self._holder.setMaximumWidth(px(WIDEST))

    def _bring(self) -> None:
        kinds = _("Spreadsheets (*.xlsx *.xls *.ods *.csv *.tsv *.txt)")
        chosen, _kind = QFileDialog.getOpenFileName(
            self, _("Choose a spreadsheet"), str(self._begin.folder), kinds
        )
        if chosen:
            self.ask_start(Path(chosen))

    def _open(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(
            self, _("Open a register"), str(self._begin.folder), REGISTERS
        )
        if chosen:
            self._begin.open(Path(chosen))

    def _start(self, answers: dict[str, str]) -> None:
        self._begin.check(answers)
        name = "".join(
            letter if letter.isalnum() or letter in " -'" else " " for letter in answers["council"]
        )
        offered = self._begin.folder / f"{' '.join(name.split()) or 'Register'}.pmdesk"
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Where should the register be kept?"), str(offered), REGISTERS,
            options=QFileDialog.Option.DontConfirmOverwrite,
        )  # fmt: skip
        if not chosen:
            return
        path = Path(chosen)
        path = path if path.suffix else path.with_suffix(".pmdesk")
        self._begin.start(path, answers, self._spreadsheet)

    def _back(self) -> None:
        self._pages.setCurrentIndex(0)


class StartForm(QWidget):
    """Council, who I am, year and rating rule: all that a register needs to begin."""

    def __init__(
        self, beginnings: Beginnings, start: Callable[[dict[str, str]], object], back: Callable[[], object]
    ) -> None:
        super().__init__()
        self._start = start
        self._summary = ErrorSummary()
        settings = ENTITIES["settings"]
        rules = [(code, _(word)) for code, word in settings.field("rating_rule").choices]
        self.fields = {
            "council": Field("council", _("Which council is it for?"), LineText(),
                             _("Its full name, as it stands on papers.")),
            "by": Field("by", _("Who are you?"), LineText(), _("Your name goes with everything you save.")),
            "year": Field("year", _("Which municipal year?"), LineText(96),
                          _("From Annual Council in May to the next, as in 2025-26.")),
            "annual_council": Field("annual_council", _("When was Annual Council that year?"), DateText(),
                                    _("Leave it empty if you do not know.")),
            "returns_due": Field("returns_due", _("When are members' annual updates due?"), DateText(),
                                 _("Leave it empty if there is no date yet.")),
            "rating_rule": Field("rating_rule", _("How are targets rated?"), RadioChoice(rules),
                                 _("You can change this later; past ratings keep their rule.")),
        }  # fmt: skip
        self.fields["year"].editor.set_value(beginnings.year)
        self.fields["by"].editor.set_value(beginnings.who)
        self.fields["rating_rule"].editor.set_value(rules[0][0])
        self._about = label("", "quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scrolled(self._questions()), 1)
        layout.addWidget(self._footer(back))
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self.submit)

    def say_spreadsheet(self, path: Path | None) -> None:
        """Say which spreadsheet comes in when the register is there."""
        words = (
            _("Then you will see what {name} holds, before anything is written.", name=path.name)
            if path
            else ""
        )
        self._about.setText(words)
        self._about.setVisible(bool(words))

    def submit(self) -> None:
        """Start the register, or show every problem beside its question."""
        answers = {name: str(field.value() or "") for name, field in self.fields.items()}
        try:
            self._start(answers)
        except Refused as refused:
            self.show_problems(refused)
        else:
            self._summary.show_errors({}, self.fields)

    def show_problems(self, refused: Refused) -> None:
        problems = {name: _(sentence) for name, sentence in refused.problems.items()}
        self._summary.show_errors(problems, self.fields)
        if not problems.keys() & self.fields.keys():
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _questions(self) -> QWidget:
        page = QWidget()
        outer = QVBoxLayout(page)
        outer.setContentsMargins(32, 40, 32, 32)
        holder, inner = column()
        inner.addWidget(inset(label(_("Start a register"), "title")))
        inner.addWidget(inset(self._about))
        inner.addWidget(self._summary)
        for field in self.fields.values():
            inner.addWidget(field)
        outer.addLayout(beside_nothing(holder))
        outer.addStretch(1)
        return page

    def _footer(self, back: Callable[[], object]) -> QWidget:
        footer = Footer(48)
        footer.row.addWidget(quiet(_("Back"), back, icon="back"))
        footer.row.addStretch(1)
        self.button = primary(_("Start the register"), self.submit)
        footer.row.addWidget(self.button)
        return footer


def _card(title: str, about: str, button: QWidget) -> QWidget:
    card = QFrame()
    card.setProperty("role", "panel")
    row = QHBoxLayout(card)
    row.setContentsMargins(16, 12, 16, 12)
    row.setSpacing(16)
    words = QVBoxLayout()
    words.setSpacing(4)
    words.addWidget(label(title, "strong"))
    words.addWidget(label(about, "quiet"))
    row.addLayout(words, 1)
    row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
    return card
