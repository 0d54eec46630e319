"""The left half of the papers page: which paper, of which year, in which language, of which record."""

from collections.abc import Collection
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pmdesk.actions.annual_council import sitting_of
from pmdesk.actions.annual_pack import pack_size
from pmdesk.actions.member_files import member_of
from pmdesk.actions.paper_choices import PaperChoice, paper_choices, year_names
from pmdesk.actions.paper_table import PACK, PAPERS
from pmdesk.actions.years import current_year
from pmdesk.domain.rating import RATINGS
from pmdesk.domain.words import LANGUAGES
from pmdesk.figures.update_states import PILLS, pill
from pmdesk.ui.buttons import flat
from pmdesk.ui.choice_editors import ListChoice
from pmdesk.ui.context import Context
from pmdesk.ui.empty import Empty
from pmdesk.ui.labels import label
from pmdesk.ui.page import PageHead, scrolled
from pmdesk.ui.paged_model import PagedModel, Row, Rows
from pmdesk.ui.record_list import RecordList
from pmdesk.ui.search_line import SearchLine
from pmdesk.ui.theme import tall, themes
from pmdesk.ui.words import _, n_, spoken

LEFT, RIGHT, ROW, PAPER_ROW = 24, 16, 50, 44
# The papers take no more of the height than this.
PAPERS_SHARE = 0.54
# The papers whose records belong to a municipal year.
_OF_A_YEAR = ("annual-update", "progress")


class Wanted(NamedTuple):
    """The paper asked for: `of` are the ids of its records, none for all or while none is chosen."""

    paper: str
    of: tuple[str, ...]
    year: str
    language: str


class PaperChoicePart(QWidget):
    """`chosen` says that another paper is wanted; `wanted` is which."""

    chosen = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._paper, self._of, self._settling = "annual-update", "", False
        # Of papers that can be of several: those chosen, by paper; none is all.
        self._several: dict[str, tuple[str, ...]] = {}
        self._offered = 0
        self._year_before: str | None = None
        self.papers = RecordList(PagedModel(Rows(_paper_rows(member_of(context.register)))), _("Papers"))
        self.papers.show_pills(False)
        self.year, self.language = (
            ListChoice([], blank=False),
            ListChoice(list(LANGUAGES.items()), blank=False),
        )
        self.filter = SearchLine(_("Filter by name"))
        self.of_heading = label("", "section")
        self.records = RecordList(PagedModel(), _("What the paper is of"))
        self.empty = Empty("")
        self.how_many = label("", "small")
        self.all_again = flat(_("All of them"), self._take_all)
        self._lay_out()
        self._fill_years()
        self.language.set_value(spoken().language)
        self.papers.choose(self._paper)
        self.refresh()
        self._connect()

    def wanted(self) -> Wanted:
        paper = PAPERS[self._paper]
        one = (self._of,) if self._of and paper.of else ()
        of = self._several.get(self._paper, ()) if paper.many else one
        return Wanted(self._paper, of, self.year.value() or "", self.language.value() or "en")

    def records_wanted(self) -> int:
        """Of how many records the paper asked for is; 1 for a whole register."""
        if self._paper == "annual-pack":
            return pack_size(self._context.register, self.year.value() or "", self._context.today)
        if not PAPERS[self._paper].many:
            return 1
        return len(self._several.get(self._paper, ())) or self._offered

    def choose(self, paper: str, of: str = "") -> None:
        """Ask for a paper, and for the record it shall be of; all years where that is of another."""
        self._settling = True
        self.papers.choose(paper)
        self._paper = paper
        self._take_year_opened()
        self.filter.clear()
        self.refresh()
        if of and not self._holds(of):
            self.year.set_value("")
            self.refresh()
        if of and not self._holds(of) and PAPERS[paper].of == "measure":
            # Of very many measures only the first are listed until something is typed.
            self.filter.setText(self._context.register.title(of))
            self.refresh()
        if of and self._holds(of):
            self.records.choose(of)
            self._of = of
            if PAPERS[paper].many:
                self._several[paper] = (of,)
                self.refresh()
        self._settling = False
        self.chosen.emit()
        self._bring_into_sight()

    def refresh(self) -> None:
        """Read again what this paper can be of; the record chosen stays where it is still offered."""
        settling, self._settling = self._settling, True
        offered = self._choices()
        self._offered = len(offered)
        found = [each for each in offered if self._matches(each)]
        some = bool(PAPERS[self._paper].of)
        several = self._still_offered({each.id for each in offered})
        self.records.model.set_source(Rows([_row(each, several) for each in found]))
        if not any(each.id == self._of for each in found):
            self._of = found[0].id if found else ""
        if self._of:
            self.records.choose(self._of)
        self._show(some, len(found))
        self._say_how_many(len(offered), len(several))
        self._settling = settling

    def focus(self) -> None:
        self.papers.setFocus()

    def _show(self, some: bool, found: int) -> None:
        words = {
            "annual-update": _("Annual updates"),
            "progress": _("Progress updates"),
            "measure": _("Measures"),
            "plan": _("Plans"),
            "cabinet": _("Partnerships"),
            "slippage": _("Partnerships"),
            "contributions": _("Organisations"),
            "annual-pack": _("Which updates it prints"),
        }
        self.of_heading.setText(words.get(self._paper, ""))
        self.of_heading.setVisible(some)
        self.filter.setVisible(some and PAPERS[self._paper].of != PACK)
        self.records.setVisible(some and found > 0)
        none = _("There is none of this year yet.") if self._paper in _OF_A_YEAR else _("There is none yet.")
        nothing = none if not self.filter.text() else _("Nothing matches.")
        self.empty.set_sentence(nothing)
        self.empty.setVisible(some and not found)

    def _still_offered(self, offered: set[str]) -> tuple[str, ...]:
        """The several that are chosen, without those that are no longer there."""
        kept = tuple(each for each in self._several.get(self._paper, ()) if each in offered)
        self._several[self._paper] = kept
        return kept

    def _say_how_many(self, offered: int, chosen: int) -> None:
        """Above a list of which several can be chosen: how many are, and how to choose."""
        many = PAPERS[self._paper].many and offered > 0
        all_of = _("All {n}. Click or press Space to choose only some.", n=offered)
        said = n_(chosen, "{n} chosen of {of}.", "{n} chosen of {of}.", of=offered) if chosen else all_of
        self.how_many.setText(said)
        self.how_many.setVisible(many)
        self.all_again.setVisible(many and chosen > 0)

    def _choices(self) -> list[PaperChoice]:
        year, typed = self.year.value() or "", self.filter.text()
        return paper_choices(self._context.register, self._paper, year, spoken(), typed)

    def _matches(self, choice: PaperChoice) -> bool:
        return self.filter.text().strip().casefold() in f"{choice.title} {choice.quiet}".casefold()

    def _holds(self, record: str) -> bool:
        return self.records.model.position(record) is not None

    def _fill_years(self) -> None:
        self.year.addItem(_("All years"), "")
        for name in year_names(self._context.register):
            self.year.addItem(name, name)
        now = current_year(self._context.register, self._context.today)
        self.year.set_value(str(now["name"]) if now else "")

    def _take_year_opened(self) -> None:
        """The list for Annual Council is of the year it opens; other papers keep the year chosen before."""
        if self._paper == "appointments" and self._year_before is None:
            self._year_before = self.year.value() or ""
            opened = sitting_of(self._context.register, None, self._context.today).year
            self.year.set_value(opened if opened in year_names(self._context.register) else "")
        elif self._paper != "appointments" and self._year_before is not None:
            self.year.set_value(self._year_before)
            self._year_before = None

    def _connect(self) -> None:
        self.papers.chosen.connect(self._take_paper)
        self.records.chosen.connect(self._take_record)
        self.records.ticked.connect(self._take_tick)
        self.filter.textChanged.connect(lambda _text: self._take_filter())
        self.year.edited.connect(self._take_filter)
        self.language.edited.connect(self.chosen.emit)

    def _take_paper(self, paper: str) -> None:
        if not self._settling and paper != self._paper:
            self._paper = paper
            self._take_year_opened()
            self.refresh()
            self.chosen.emit()
            self._bring_into_sight()

    def _take_record(self, record: str) -> None:
        if not self._settling and record != self._of:
            self._of = record
            if not PAPERS[self._paper].many:
                self.chosen.emit()

    def _take_tick(self, record: str) -> None:
        """Choose one of several, or put it back; putting the last back means all."""
        if not PAPERS[self._paper].many:
            return
        several = self._several.get(self._paper, ())
        left = tuple(each for each in several if each != record)
        self._several[self._paper] = left if record in several else (*several, record)
        self.refresh()
        self.chosen.emit()

    def _take_all(self) -> None:
        self._several[self._paper] = ()
        self.refresh()
        self.chosen.emit()
        self.records.setFocus()

    def _take_filter(self) -> None:
        before = self.wanted()
        self.refresh()
        if self.wanted() != before:
            self.chosen.emit()

    def _lay_out(self) -> None:
        asked = QHBoxLayout()
        asked.setContentsMargins(LEFT, 12, RIGHT, 12)
        asked.setSpacing(12)
        for text, editor in ((_("Year"), self.year), (_("Language"), self.language)):
            editor.setAccessibleName(text)
            box = QVBoxLayout()
            box.setSpacing(4)
            box.addWidget(label(text, "small"))
            box.addWidget(editor)
            asked.addLayout(box)
        asked.addStretch(1)
        inner = QWidget()
        inner.setObjectName("page")
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        self._area = scrolled(inner)
        around.addWidget(self._area)
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 16, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(_inset(PageHead(_("Papers"))))
        layout.addSpacing(8)
        layout.addWidget(self.papers)
        layout.addLayout(asked)
        layout.addLayout(_inset(self.of_heading))
        layout.addSpacing(4)
        layout.addLayout(_inset(self.filter))
        layout.addLayout(self._how_many_row())
        layout.addSpacing(8)
        layout.addWidget(self.records, 1)
        layout.addWidget(self.empty)
        layout.addStretch(0)
        layout.setAlignment(Qt.AlignmentFlag.AlignTop)
        themes().changed.connect(self._measure)
        self._measure()

    def _how_many_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(LEFT, 4, RIGHT, 0)
        row.setSpacing(8)
        row.addWidget(self.how_many, 1)
        row.addWidget(self.all_again)
        return row

    def _bring_into_sight(self) -> None:
        """Beside large words the records a paper can be of begin below the edge: show where they begin.

        The paper chosen stays in sight above them.
        """
        QTimer.singleShot(0, self, self._scroll)

    def _scroll(self) -> None:
        view, row = self.papers.view, tall(ROW, 2)
        if PAPERS[self._paper].of:
            wanted = self.empty if self.records.isHidden() else self.records
            self._area.ensureVisible(0, wanted.y() + min(wanted.height(), 2 * row), 0, 0)
        view.scrollTo(view.currentIndex())
        self._area.ensureVisible(0, self.papers.y() + view.visualRect(view.currentIndex()).top(), 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_papers()

    def _fit_papers(self) -> None:
        """All papers where they leave room for what they are of; else they scroll."""
        row, room = tall(PAPER_ROW, 2), self.height() * PAPERS_SHARE
        shown = max(int(room / row), 2)
        whole = shown >= len(PAPERS)
        self.papers.setFixedHeight(len(PAPERS) * row if whole else shown * row + row // 2)

    def _measure(self) -> None:
        row = tall(PAPER_ROW, 2)
        self.papers.set_row_height(row)
        self._fit_papers()
        # In a low window, or beside large words, this half scrolls as a whole.
        self.records.setMinimumHeight(4 * tall(ROW, 2))


def _paper_rows(member: str | None) -> list[Row]:
    """Every paper; in a member's own file that of their updates."""
    shown = [paper for paper in PAPERS.values() if member is None or paper.of == "annual_update"]
    return [Row(paper.name, _(paper.title), _(paper.about), None) for paper in shown]


def _row(choice: PaperChoice, several: Collection[str]) -> Row:
    if choice.id in several:
        return Row(choice.id, choice.title, choice.quiet, ("complete", _("Chosen")))
    if choice.code in RATINGS:
        return Row(choice.id, choice.title, choice.quiet, (RATINGS[choice.code][0], choice.status))
    code = choice.code if choice.code in PILLS else ""
    return Row(choice.id, choice.title, choice.quiet, pill(code, spoken()))


def _inset(part: QWidget) -> QVBoxLayout:
    box = QVBoxLayout()
    box.setContentsMargins(LEFT, 0, RIGHT, 0)
    box.addWidget(part)
    return box
