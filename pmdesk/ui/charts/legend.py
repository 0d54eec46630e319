"""The line that says what the marks of the timeline mean; it wraps where the text is large."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pmdesk.figures.timeline import STATE_WORDS
from pmdesk.ui.charts.marks import draw_mark
from pmdesk.ui.charts.said import STATE_SHAPES
from pmdesk.ui.drawing import draw_words, words_width
from pmdesk.ui.icons import SHAPES
from pmdesk.ui.theme import tall, themes
from pmdesk.ui.words import _

LINE, SHAPE, BETWEEN = 22, 14, 24
# In the order of the drawing: what is wrong first, what is done last.
_ORDER = ("past", "slipping", "on_date", "done")

Entry = tuple[str, str, str]  # mark, colour, words


def entries() -> list[Entry]:
    """The marks to explain, the same for every chart, so that the key stays where it was."""
    made: list[Entry] = [
        ("first", "line", _("first date, never changes")), ("tick", "text", _("an earlier forecast")),
    ]  # fmt: skip
    made += [(STATE_SHAPES[state], SHAPES[STATE_SHAPES[state]], _(STATE_WORDS[state])) for state in _ORDER]
    return [*made, ("chain", "text", _("critical: decides when all is done"))]


def draw_legend(painter: QPainter, left: float, top: float, width: float) -> float:
    """Draw the line inside `width`; give the height it took."""
    bottom = top
    for (mark, colour, words), box in _placed(left, top, width):
        draw_mark(painter, mark, QPointF(box.left() + SHAPE / 2, box.center().y()), colour)
        draw_words(painter, box.adjusted(SHAPE + 8, 0, 0, 0), words, "list", "quiet")
        bottom = box.bottom()
    return bottom - top


def _placed(left: float, top: float, width: float) -> Iterator[tuple[Entry, QRectF]]:
    x, y = left, top
    for entry in entries():
        wide = SHAPE + 8 + words_width(entry[2], "list") + 1
        if x > left and x + wide > left + width:
            x, y = left, y + tall(LINE)
        yield entry, QRectF(x, y, wide, tall(LINE))
        x += wide + BETWEEN


class Legend(QWidget):
    """What the marks mean, read aloud as one sentence."""

    def __init__(self) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        themes().changed.connect(self.updateGeometry)
        self.setAccessibleName(_("Key: {marks}", marks=", ".join(words for _m, _c, words in entries())))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(max((box.bottom() for _entry, box in _placed(0, 0, width)), default=0))

    def sizeHint(self) -> QSize:
        return QSize(400, self.heightForWidth(max(self.width(), 400)))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, tall(LINE))

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_legend(QPainter(self), 0, 0, self.width())
