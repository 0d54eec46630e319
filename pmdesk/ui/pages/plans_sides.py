"""One set of figures on two sides: by community-strategy theme, beside it by corporate objective (¶96)."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pmdesk.figures.alignment import AlignedMeasure, AlignmentFigures, Heading
from pmdesk.figures.rating_counts import judged, said_counts
from pmdesk.figures.record_page import Lead
from pmdesk.ui.drawing import draw_hairline, draw_words, words_width
from pmdesk.ui.icons import draw_shape
from pmdesk.ui.labels import label
from pmdesk.ui.page import beside
from pmdesk.ui.pages.plans_flow import Flow, FlowList
from pmdesk.ui.pill import draw_pill, pill_width
from pmdesk.ui.section import SectionHead
from pmdesk.ui.theme import px, tall
from pmdesk.ui.words import _, n_, spoken

HEADING, MEASURE, LINE, NOTE, SET_IN, SHAPE, PAD = 36, 66, 18, 24, 12, 10, 6
TURN_AT = 640


class Note(NamedTuple):
    """A quiet line under a heading: a gap, or how many more there are; a gap has a shape."""

    text: str
    gap: bool
    depth: int


Shown = Heading | AlignedMeasure | Note


class SidesView(QWidget):
    """Two columns, or one below the other in a narrow window; `followed` gives a Lead."""

    followed = Signal(object)

    def __init__(self, figures: AlignmentFigures) -> None:
        super().__init__()
        self.themes = _Side(_("By community-strategy theme"), figures.themes, _no_themes())
        self.objectives = _Side(_("By corporate objective"), figures.objectives, _no_objectives())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(beside(self.themes, self.objectives, spacing=32, turn_at=TURN_AT))
        for side in (self.themes, self.objectives):
            side.list.followed.connect(self.followed)

    def first_list(self) -> FlowList:
        """The list that takes the keyboard: that of the themes, where there are any."""
        return self.themes.list if self.themes.list.row_count() else self.objectives.list


class _Side(QWidget):
    def __init__(self, title: str, headings: Sequence[Heading], empty: str) -> None:
        super().__init__()
        self.list = FlowList(title, 0)
        self._shown = [shown for each in headings for shown in _under(each)]
        rows = [Flow(each, _said(each), _lead(each)) for each in self._shown]
        self.list.set_rows(rows, self._draw, self._height)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(SectionHead(title, str(len(headings)) if headings else ""))
        layout.addWidget(self.list if headings else label(empty, "quiet"))
        self.list.setVisible(bool(headings))

    def _height(self, at: int, narrow: bool) -> int:
        shown = self._shown[at]
        if isinstance(shown, Note):
            return tall(NOTE)
        if isinstance(shown, Heading):
            return tall(HEADING)
        return tall(MEASURE, 3) if said_place(shown) else tall(MEASURE - LINE, 2)

    def _draw(self, painter: QPainter, rect: QRect, at: int, narrow: bool) -> None:
        shown, box = self._shown[at], QRectF(rect)
        if isinstance(shown, Heading):
            _heading(painter, box.adjusted(shown.depth * px(SET_IN), 4, 0, 0), shown)
        elif isinstance(shown, Note):
            _note(painter, box.adjusted(shown.depth * px(SET_IN), 0, 0, 0), shown)
        else:
            _measure(painter, box, shown)
        last = at + 1 == len(self._shown)
        if last or isinstance(self._shown[at + 1], Heading) or isinstance(shown, AlignedMeasure):
            draw_hairline(painter, rect.left(), rect.right() + 1, rect.bottom())


def _under(heading: Heading) -> list[Shown]:
    """A heading with its gaps and its measures."""
    notes: list[Shown] = [Note(gap, True, heading.depth) for gap in heading.gaps]
    more: list[Shown] = []
    if heading.left_out:
        said = n_(heading.left_out, "and {n} more measure", "and {n} more measures")
        more.append(Note(said, False, heading.depth))
    return [heading, *notes, *heading.measures, *more]


def _heading(painter: QPainter, box: QRectF, heading: Heading) -> None:
    right, side = box.right(), px(SHAPE)
    for each in reversed(judged(heading.counts)):
        wide = words_width(str(each.n), "small")
        draw_words(painter, QRectF(right - wide, box.top(), wide + 1, box.height()), str(each.n), "small")
        right -= wide + 4 + side
        draw_shape(painter, each.shape, QRectF(right, box.top(), side, box.height()))
        right -= 10
    room = QRectF(box.left(), box.top(), right - box.left() - 8, box.height())
    draw_words(painter, room, heading.title, "body_strong" if not heading.depth else "strong")


def _note(painter: QPainter, box: QRectF, note: Note) -> None:
    side = px(SHAPE)
    if note.gap:
        draw_shape(painter, "close", QRectF(box.left(), box.top(), side, box.height()))
        box = box.adjusted(side + 6, 0, 0, 0)
    draw_words(painter, box, note.text, "small", "quiet")


def _measure(painter: QPainter, box: QRectF, measure: AlignedMeasure) -> None:
    """Title and rating, the figures below, then whose it is and where else it stands."""
    place = said_place(measure)
    line = (box.height() - 2 * PAD) / (3 if place else 2)
    room = QRectF(box.left(), box.top() + PAD, box.width(), line)
    if measure.pill:
        wide = min(pill_width(*measure.pill), round(box.width() / 2))
        draw_pill(painter, box.right() - wide, room.center().y() + 2, *measure.pill, wide)
        room.setRight(room.right() - wide - 8)
    draw_words(painter, room, measure.title, "strong")
    second = QRectF(box.left(), room.bottom(), box.width(), line)
    draw_words(painter, second, said_figures(measure), "list")
    draw_words(painter, second.translated(0, line), place, "small", "quiet")


def said_figures(measure: AlignedMeasure) -> str:
    """'46.9% against 48.0%, better'."""
    return ", ".join(part for part in (measure.figure, measure.way.lower()) if part) or _("No reading yet")


def said_place(measure: AlignedMeasure) -> str:
    """'Challenged: answered. Wendle Waste Partnership. Also under 3.1 Less waste'."""
    also = _("Also under {where}", where="; ".join(measure.also)) if measure.also else ""
    return ". ".join(part for part in (measure.challenged, measure.partnership, also) if part)


def _said(shown: Shown) -> str:
    if isinstance(shown, Note):
        return shown.text
    if isinstance(shown, Heading):
        counts = said_counts(judged(shown.counts), spoken())
        measures = n_(shown.count, "{n} measure", "{n} measures")
        return ", ".join(part for part in (shown.title, shown.plan, measures, counts) if part)
    rating = shown.pill[1] if shown.pill else ""
    parts = (shown.title, said_figures(shown), rating, said_place(shown))
    return ", ".join(part for part in parts if part)


def _lead(shown: Shown) -> Lead | None:
    if isinstance(shown, Heading):
        return Lead("plans", shown.id)
    return Lead("measures", shown.id) if isinstance(shown, AlignedMeasure) else None


def _no_themes() -> str:
    return _("No community strategy with themes yet.")


def _no_objectives() -> str:
    return _("No corporate plan with objectives yet.")
